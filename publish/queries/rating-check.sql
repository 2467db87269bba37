-- title_th: ระดับผลการประเมินที่พิมพ์ เทียบกับคะแนน
-- title_en: Printed rating against the scores
-- description_th: ระดับที่รายงานระบุ และระดับที่ควรเป็นตามเกณฑ์ปี 2567 จากคะแนนรวมและคะแนนเครื่องมือในรายงานเดียวกัน
--   by_rule ว่างหากเกณฑ์ต้องใช้คะแนนเครื่องมือที่รายงานไม่ได้พิมพ์
-- description_en: The rating a report states, and the one the rule of the 2567 assessment gives for the
--   overall and instrument scores it prints; by_rule is NULL where the rule needs an instrument
--   score that is not printed
WITH
wide AS (
    SELECT
        document_id,
        fiscal_year,
        max(score) FILTER (WHERE code = 'ITA') AS overall,
        min(score) FILTER (WHERE level = 'instrument') AS lowest_instrument,
        count(*) FILTER (WHERE level = 'instrument') AS instruments,
        min(page) FILTER (WHERE code = 'ITA') AS page
    FROM v_score
    WHERE level IN ('overall', 'instrument')
    GROUP BY document_id, fiscal_year
),
judged AS (
    SELECT
        d.agency_code,
        d.agency_th,
        w.fiscal_year,
        w.overall,
        w.lowest_instrument,
        d.rating AS printed,
        CASE
            WHEN w.overall < 70 THEN 'ต้องปรับปรุงโดยด่วน'
            WHEN w.overall < 85 THEN 'ต้องปรับปรุง'
            WHEN w.lowest_instrument < 85 THEN 'ผ่าน'
            WHEN w.instruments < 3 THEN NULL
            WHEN w.overall >= 95 AND w.lowest_instrument >= 95 THEN 'ผ่านดีเยี่ยม'
            ELSE 'ผ่านดี'
        END AS by_rule,
        d.document_file,
        w.page,
        d.document_id
    FROM v_document AS d
    JOIN wide AS w ON w.document_id = d.document_id AND w.fiscal_year = d.assessment_year
    WHERE w.overall IS NOT NULL
)
SELECT
    agency_code,
    agency_th,
    fiscal_year,
    overall,
    lowest_instrument,
    printed,
    by_rule,
    printed = by_rule AS agrees,
    document_file,
    page,
    document_id
FROM judged
ORDER BY agrees IS NULL, agrees, agency_code, fiscal_year
