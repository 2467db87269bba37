-- title_th: ข้อสังเกตที่ควรดูก่อน
-- title_en: Findings to look at first
-- description_th: ข้อสังเกตเรียงตามความสำคัญ (error, warning, info) และชนิดที่พบน้อยก่อน
--   เพราะชนิดที่พบบ่อยมักมีสาเหตุเดียวกันทั้งหมด
-- description_en: Findings by severity and, within one, the rarer kinds first: those of a frequent
--   kind mostly have one cause
-- param severity: error, warning หรือ info ว่างไว้คือทุกระดับ | error, warning or info; empty for all
-- param district: รหัสหรือชื่อเขต ว่างไว้คือทุกเขต | Code or name of a district; empty for all
SELECT
    f.severity,
    f.kind,
    count(*) OVER (PARTITION BY f.severity, f.kind) AS of_this_kind,
    d.agency_th,
    f.document_file,
    f.page,
    f.message,
    f.raw,
    f.document_id,
    f.finding_id
FROM v_finding AS f
JOIN v_document AS d ON d.document_id = f.document_id
WHERE coalesce(:severity, '') IN ('', f.severity)
    AND (coalesce(:district, '') = '' OR :district IN (d.agency_code, d.agency_th, d.agency_en))
ORDER BY instr('error warning info', f.severity), of_this_kind, f.kind, f.document_file, f.finding_id
