-- title_th: มาตรการที่ไม่มีผู้รับผิดชอบหรือไม่มีกำหนดเวลา
-- title_en: Measures nobody is named for, or without a date
-- description_th: มาตรการที่ช่องผู้รับผิดชอบว่าง หรือไม่มีทั้งกำหนดแล้วเสร็จและรอบการติดตาม จึงติดตามไม่ได้
--   เฉพาะรายงานที่มีช่องนั้นในมาตรการอื่น
-- description_en: Measures with no one responsible, or with neither deadline nor monitoring interval;
--   a report counts only where other measures of it state what is missing
-- param district: รหัสหรือชื่อเขต ว่างไว้คือทุกเขต | Code or name of a district; empty for all
WITH
told AS (
    SELECT
        m.*,
        count(m.responsible) OVER report > 0 AND m.responsible IS NULL AS no_owner,
        count(coalesce(m.deadline_raw, m.monitoring_raw)) OVER report > 0
            AND m.deadline_raw IS NULL AND m.monitoring_raw IS NULL AS no_date
    FROM v_measure AS m
    WINDOW report AS (PARTITION BY m.document_id)
)
SELECT
    agency_code,
    agency_th,
    plan_year,
    no_owner,
    no_date,
    indicator,
    codes,
    measure,
    document_file,
    page_first AS page,
    document_id,
    measure_id
FROM told
WHERE (no_owner OR no_date)
    AND (coalesce(:district, '') = '' OR :district IN (agency_code, agency_th, agency_en))
ORDER BY agency_code, measure_id
