-- title_th: คะแนนแต่ละข้อเทียบกับค่ามัธยฐานของทุกเขต
-- title_en: Items against the city's median
-- description_th: คะแนนรายข้อของแต่ละหน่วยงาน ค่ามัธยฐานของเขตที่มีคะแนนข้อนั้นในปีเดียวกัน และผลต่าง
--   districts คือจำนวนเขตที่ใช้หาค่ามัธยฐาน หากมีน้อยไม่ควรสรุปผล
-- description_en: Item scores of each agency, the median over the districts that have that item in the
--   same year, and the difference. districts is how many those are: few of them prove nothing
-- param year: ปีที่ประเมิน (พ.ศ.) ว่างไว้คือปีล่าสุด | Assessment year (B.E.); empty for the latest
-- param district: รหัสหรือชื่อเขต ว่างไว้คือทุกเขต | Code or name of a district; empty for all
WITH
asked AS (
    SELECT CAST(coalesce(nullif(:year, ''), max(fiscal_year)) AS INTEGER) AS year
    FROM v_score
    WHERE agency_code IS NOT NULL
),
scores AS MATERIALIZED (
    SELECT s.*, a.kind
    FROM v_score_current AS s
    JOIN asked ON s.fiscal_year = asked.year
    JOIN agency AS a ON a.agency_code = s.agency_code
    WHERE s.level = 'item'
),
placed AS (
    SELECT
        code,
        score,
        row_number() OVER (PARTITION BY code ORDER BY score) AS place,
        count(*) OVER (PARTITION BY code) AS districts
    FROM scores
    WHERE kind = 'district'
),
middle AS (
    SELECT code, avg(score) AS median, max(districts) AS districts
    FROM placed
    WHERE place IN ((districts + 1) / 2, districts / 2 + 1)
    GROUP BY code
)
SELECT
    s.agency_code,
    s.agency_th,
    s.fiscal_year,
    s.code,
    s.title_th,
    s.score,
    round(m.median, 2) AS median,
    round(s.score - m.median, 2) AS difference,
    m.districts,
    s.document_file,
    s.page,
    s.document_id,
    s.score_id
FROM scores AS s
JOIN middle AS m ON m.code = s.code
WHERE coalesce(:district, '') = '' OR :district IN (s.agency_code, s.agency_th, s.agency_en)
ORDER BY difference, s.agency_code, s.code
