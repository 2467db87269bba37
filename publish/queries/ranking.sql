-- title_th: อันดับคะแนนรวม
-- title_en: Ranking by overall score
-- description_th: คะแนนรวมและคะแนนรายเครื่องมือของแต่ละหน่วยงานในปีที่ประเมิน เทียบกับคะแนนรวมปีก่อนหน้า
--   หน่วยงานที่รายงานไม่พิมพ์คะแนนรวมอยู่ท้ายตารางโดยไม่มีอันดับ
-- description_en: Overall score and instrument scores of every agency in an assessment year, with the
--   change of the overall score since the year before; agencies whose reports print no overall
--   score stand at the end, without a rank
-- param year: ปีที่ประเมิน (พ.ศ.) ว่างไว้คือปีล่าสุด | Assessment year (B.E.); empty for the latest
WITH
asked AS (
    SELECT CAST(coalesce(nullif(:year, ''), max(fiscal_year)) AS INTEGER) AS year
    FROM v_score
    WHERE agency_code IS NOT NULL
),
scores AS MATERIALIZED (
    SELECT s.*
    FROM v_score_current AS s
    JOIN asked ON s.fiscal_year IN (asked.year, asked.year - 1)
),
wide AS (
    SELECT
        agency_code,
        agency_th,
        asked.year AS fiscal_year,
        max(score) FILTER (WHERE code = 'ITA' AND fiscal_year = year) AS overall,
        max(score) FILTER (WHERE code = 'IIT' AND fiscal_year = year) AS iit,
        max(score) FILTER (WHERE code = 'EIT' AND fiscal_year = year) AS eit,
        max(score) FILTER (WHERE code = 'OIT' AND fiscal_year = year) AS oit,
        max(score) FILTER (WHERE code = 'ITA' AND fiscal_year = year - 1) AS year_before,
        max(document_file) FILTER (WHERE code = 'ITA' AND fiscal_year = year) AS document_file,
        max(page) FILTER (WHERE code = 'ITA' AND fiscal_year = year) AS page,
        max(document_id) FILTER (WHERE code = 'ITA' AND fiscal_year = year) AS document_id
    FROM scores, asked
    GROUP BY agency_code
    HAVING max(fiscal_year) = year
)
SELECT
    CASE WHEN overall IS NOT NULL THEN rank() OVER (ORDER BY overall DESC NULLS LAST) END AS rank,
    agency_code,
    agency_th,
    fiscal_year,
    overall,
    iit,
    eit,
    oit,
    year_before,
    round(overall - year_before, 2) AS change,
    document_file,
    page,
    document_id
FROM wide
ORDER BY overall IS NULL, overall DESC, agency_code
