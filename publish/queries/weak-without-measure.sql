-- title_th: ข้อที่คะแนนต่ำแต่ไม่มีมาตรการ
-- title_en: Weak items with no measure
-- description_th: ข้อที่ได้คะแนนต่ำกว่าเกณฑ์ และไม่มีมาตรการใดในรายงานของหน่วยงานเดียวกันสำหรับการประเมินปีนั้น
--   ที่อ้างถึงข้อนั้น (หรืออ้างถึงตัวชี้วัดของข้อนั้นโดยไม่ระบุข้อ) ปีที่ไม่มีรายงานใดมีมาตรการเลยจะแสดงทุกข้อที่ต่ำ
-- description_en: Items under a limit that no measure of any report of the same agency on that
--   assessment answers, neither by the item nor, for measures without items, by its indicator
-- param limit: เกณฑ์คะแนน ว่างไว้คือ 85 | The limit; empty for 85
-- param year: ปีที่ประเมิน (พ.ศ.) ว่างไว้คือทุกปี | Assessment year (B.E.); empty for all
WITH
weak AS MATERIALIZED (
    SELECT s.*, i.indicator
    FROM v_score_current AS s
    LEFT JOIN item AS i ON i.assessment_year = s.fiscal_year AND i.code = s.code
    WHERE s.level = 'item'
        AND s.score < CAST(coalesce(nullif(:limit, ''), 85) AS REAL)
        AND (coalesce(:year, '') = '' OR s.fiscal_year = CAST(:year AS INTEGER))
),
answered AS MATERIALIZED (
    SELECT d.agency_code, d.assessment_year, mi.code, CAST(NULL AS TEXT) AS indicator
    FROM v_measure_item AS mi
    JOIN v_measure AS m ON m.measure_id = mi.measure_id
    JOIN v_document AS d ON d.document_id = m.document_id
    UNION
    SELECT d.agency_code, d.assessment_year, NULL, m.indicator
    FROM v_measure AS m
    JOIN v_document AS d ON d.document_id = m.document_id
    WHERE m.codes IS NULL
)
SELECT
    w.agency_code,
    w.agency_th,
    w.fiscal_year,
    w.indicator,
    w.code,
    w.title_th,
    w.score,
    w.verified,
    w.document_file,
    w.page,
    w.document_id,
    w.score_id
FROM weak AS w
WHERE NOT EXISTS (
    SELECT 1
    FROM answered AS a
    WHERE a.agency_code = w.agency_code
        AND a.assessment_year = w.fiscal_year
        AND (a.code = w.code OR a.indicator = w.indicator)
)
ORDER BY w.agency_code, w.fiscal_year, w.score, w.code
