-- title_th: การเปลี่ยนแปลงระหว่างสองปี รายตัวชี้วัด
-- title_en: Change between two years by indicator
-- description_th: คะแนนรวม คะแนนเครื่องมือ และคะแนนตัวชี้วัดของหน่วยงานที่มีคะแนนทั้งสองปี เรียงจากที่ลดลงมากที่สุด
--   คะแนนข้อคำถามไม่นำมาเทียบ เพราะรหัสข้อเดียวกันของต่างปีเป็นคนละคำถาม
-- description_en: Overall, instrument and indicator scores of agencies that have both years, the
--   largest fall first. Items are not compared: the same code of two years is another question
-- param from_year: ปีแรก ว่างไว้คือปีก่อนปีหลัง | The earlier year; empty for the one before the later
-- param to_year: ปีหลัง ว่างไว้คือปีล่าสุด | The later year; empty for the latest
-- param district: รหัสหรือชื่อเขต ว่างไว้คือทุกเขต | Code or name of a district; empty for all
WITH
later AS (
    SELECT CAST(coalesce(nullif(:to_year, ''), max(fiscal_year)) AS INTEGER) AS year
    FROM v_score
    WHERE agency_code IS NOT NULL
),
earlier AS (
    SELECT CAST(coalesce(nullif(:from_year, ''), year - 1) AS INTEGER) AS year FROM later
),
scores AS MATERIALIZED (
    SELECT *
    FROM v_score_current
    WHERE level IN ('overall', 'instrument', 'indicator')
        AND fiscal_year IN ((SELECT year FROM earlier), (SELECT year FROM later))
        AND (coalesce(:district, '') = '' OR :district IN (agency_code, agency_th, agency_en))
)
SELECT
    b.agency_code,
    b.agency_th,
    b.code,
    b.title_th,
    a.fiscal_year AS from_year,
    a.score AS from_score,
    b.fiscal_year AS to_year,
    b.score AS to_score,
    round(b.score - a.score, 2) AS change,
    a.document_file AS from_file,
    a.page AS from_page,
    b.document_file AS to_file,
    b.page AS to_page,
    a.document_id AS from_document_id,
    b.document_id AS to_document_id
FROM scores AS a
JOIN scores AS b ON b.agency_code = a.agency_code AND b.code = a.code
WHERE a.fiscal_year = (SELECT year FROM earlier) AND b.fiscal_year = (SELECT year FROM later)
ORDER BY change, b.agency_code, b.code
