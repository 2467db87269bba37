-- title_th: จำนวนมาตรการของแต่ละฝ่าย
-- title_en: How many measures each section carries
-- description_th: จำนวนมาตรการ จำนวนเขต และจำนวนที่มีกำหนดเวลาหรือมีผลการดำเนินการ แยกตามฝ่ายและปีของแผน
-- description_en: Measures, agencies, and how many have a deadline or a result, by section and year
WITH
duty AS (
    SELECT
        u.unit,
        coalesce(m.plan_year, d.report_year) AS plan_year,
        m.agency_code,
        m.deadline,
        m.result
    FROM v_measure_unit AS u
    JOIN v_measure AS m ON m.measure_id = u.measure_id
    JOIN v_document AS d ON d.document_id = m.document_id
)
SELECT
    unit,
    plan_year,
    count(*) AS measures,
    count(DISTINCT agency_code) AS agencies,
    count(deadline) AS with_deadline,
    count(result) AS with_result
FROM duty
GROUP BY unit, plan_year
ORDER BY measures DESC, unit, plan_year
