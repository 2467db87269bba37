-- title_th: ข้อที่ได้คะแนนต่ำที่สุดของแต่ละเขต
-- title_en: Lowest items of each district
-- description_th: ข้อคำถามและรายการเปิดเผยข้อมูลที่ได้คะแนนต่ำที่สุดของแต่ละหน่วยงานในปีที่ประเมิน
--   พร้อมหน้าที่พิมพ์คะแนนนั้น คะแนนเท่ากันได้ลำดับเดียวกัน
-- description_en: The items with the lowest scores of every agency in an assessment year, with the
--   page each is printed on; equal scores share a place
-- param year: ปีที่ประเมิน (พ.ศ.) ว่างไว้คือปีล่าสุด | Assessment year (B.E.); empty for the latest
-- param count: จำนวนลำดับต่อหน่วยงาน ว่างไว้คือ 5 | How many places of each agency; empty for 5
-- param district: รหัสหรือชื่อเขต ว่างไว้คือทุกเขต | Code or name of a district; empty for all
WITH
asked AS (
    SELECT CAST(coalesce(nullif(:year, ''), max(fiscal_year)) AS INTEGER) AS year
    FROM v_score
    WHERE agency_code IS NOT NULL
),
placed AS (
    SELECT
        s.*,
        rank() OVER (PARTITION BY s.agency_code ORDER BY s.score) AS place
    FROM v_score_current AS s
    JOIN asked ON s.fiscal_year = asked.year
    WHERE s.level = 'item'
        AND (coalesce(:district, '') = '' OR :district IN (s.agency_code, s.agency_th, s.agency_en))
)
SELECT
    agency_code,
    agency_th,
    fiscal_year,
    place,
    code,
    title_th,
    score,
    verified,
    document_file,
    page,
    document_id,
    score_id
FROM placed
WHERE place <= CAST(coalesce(nullif(:count, ''), 5) AS INTEGER)
ORDER BY agency_code, place, code
