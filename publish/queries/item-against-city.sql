-- title_th: คะแนนแต่ละข้อเทียบกับค่ามัธยฐานของทุกเขต
-- title_en: Items against the city's median
-- description_th: คะแนนรายข้อของแต่ละหน่วยงาน ค่ามัธยฐานของหน่วยงานที่มีคะแนนข้อนั้นในปีเดียวกัน และผลต่าง
--   agencies คือจำนวนหน่วยงานที่ใช้หาค่ามัธยฐาน หากมีน้อยไม่ควรสรุปผล
-- description_en: Item scores of each agency, the median over the agencies that have that item in the
--   same year, and the difference. agencies is how many those are: few of them prove nothing
-- param year: ปีที่ประเมิน (พ.ศ.) ว่างไว้คือปีล่าสุด | Assessment year (B.E.); empty for the latest
-- param district: รหัสหรือชื่อเขต ว่างไว้คือทุกเขต | Code or name of a district; empty for all
WITH
asked AS (
    SELECT CAST(coalesce(nullif(:year, ''), max(fiscal_year)) AS INTEGER) AS year
    FROM v_score
    WHERE agency_code IS NOT NULL
),
scores AS MATERIALIZED (
    SELECT
        s.*,
        row_number() OVER (PARTITION BY s.code ORDER BY s.score) AS place,
        count(*) OVER (PARTITION BY s.code) AS agencies
    FROM v_score_current AS s
    JOIN asked ON s.fiscal_year = asked.year
    WHERE s.level = 'item'
),
middle AS (
    SELECT code, avg(score) AS median
    FROM scores
    WHERE place IN ((agencies + 1) / 2, agencies / 2 + 1)
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
    s.agencies,
    s.document_file,
    s.page
FROM scores AS s
JOIN middle AS m ON m.code = s.code
WHERE coalesce(:district, '') = '' OR :district IN (s.agency_code, s.agency_th, s.agency_en)
ORDER BY difference, s.agency_code, s.code
