-- title_th: มาตรการที่พ้นกำหนดแล้วแต่ยังไม่มีผลการดำเนินการ
-- title_en: Measures past their deadline with no result
-- description_th: มาตรการที่กำหนดแล้วเสร็จก่อนวันที่ใช้เทียบ ช่องผลการดำเนินการไม่มีข้อความ
--   และไม่มีรายงานผลการดำเนินการของหน่วยงานเดียวกันในปีงบประมาณเดียวกันหรือปีถัดไป
--   ที่ระบุผลของข้อ (หรือตัวชี้วัด) เดียวกัน
-- description_en: Measures due before a day, without a result of their own, and for whose items (or
--   indicator) no progress report of the same agency and the same or the next fiscal year states one
-- param today: วันที่ใช้เทียบ (ค.ศ. เช่น 2024-09-30) ว่างไว้คือวันนี้ | The day to compare with (as 2024-09-30); empty for today
-- param district: รหัสหรือชื่อเขต ว่างไว้คือทุกเขต | Code or name of a district; empty for all
WITH
day AS (SELECT coalesce(nullif(:today, ''), date('now', 'localtime')) AS today),
plan AS (
    SELECT m.*, coalesce(m.plan_year, d.report_year) AS year
    FROM v_measure AS m
    JOIN v_document AS d ON d.document_id = m.document_id
    WHERE m.deadline IS NOT NULL AND m.result IS NULL
        AND (coalesce(:district, '') = '' OR :district IN (m.agency_code, m.agency_th, m.agency_en))
),
reported AS (
    SELECT r.measure_id, r.agency_code, r.indicator, r.codes, d.report_year AS year
    FROM v_measure AS r
    JOIN v_document AS d ON d.document_id = r.document_id
    WHERE d.doc_type = 'progress' AND r.result IS NOT NULL
)
SELECT
    p.agency_code,
    p.agency_th,
    p.year AS plan_year,
    p.deadline,
    CAST(julianday(day.today) - julianday(p.deadline) AS INTEGER) AS days_over,
    p.indicator,
    p.codes,
    p.measure,
    p.responsible,
    p.document_file,
    p.page_first AS page,
    p.document_id,
    p.measure_id
FROM plan AS p
JOIN day ON p.deadline < day.today
WHERE NOT EXISTS (
    SELECT 1
    FROM reported AS r
    WHERE r.agency_code = p.agency_code
        AND r.year IN (p.year, p.year + 1)
        AND (
            EXISTS (
                SELECT 1
                FROM v_measure_item AS a
                JOIN v_measure_item AS b ON b.code = a.code
                WHERE a.measure_id = p.measure_id AND b.measure_id = r.measure_id
            )
            OR ((p.codes IS NULL OR r.codes IS NULL) AND r.indicator = p.indicator)
        )
)
ORDER BY p.deadline, p.agency_code, p.measure_id
