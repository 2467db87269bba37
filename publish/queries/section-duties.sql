-- title_th: แต่ละฝ่ายรับผิดชอบมาตรการใด
-- title_en: What each section is responsible for
-- description_th: มาตรการของแต่ละฝ่าย เรียงตามหน่วยงาน ฝ่าย และกำหนดเวลา มาตรการที่หลายฝ่ายรับผิดชอบร่วมกัน
--   อยู่ในรายการของทุกฝ่าย
-- description_en: The measures of each section (ฝ่าย), by agency, section and deadline; a measure of
--   several sections is listed for each of them
-- param unit: ชื่อฝ่าย ว่างไว้คือทุกฝ่าย | Name of a section; empty for all
-- param district: รหัสหรือชื่อเขต ว่างไว้คือทุกเขต | Code or name of a district; empty for all
SELECT
    m.agency_code,
    m.agency_th,
    u.unit,
    m.plan_year,
    m.indicator,
    m.codes,
    m.measure,
    m.deadline,
    m.monitoring_raw,
    m.document_file,
    m.page_first AS page,
    m.document_id,
    m.measure_id
FROM v_measure_unit AS u
JOIN v_measure AS m ON m.measure_id = u.measure_id
WHERE coalesce(:unit, '') IN ('', u.unit)
    AND (coalesce(:district, '') = '' OR :district IN (m.agency_code, m.agency_th, m.agency_en))
ORDER BY m.agency_code, u.unit, m.deadline IS NULL, m.deadline, m.measure_id
