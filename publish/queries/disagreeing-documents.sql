-- title_th: เอกสารที่ให้คะแนนไม่ตรงกัน
-- title_en: Documents that disagree
-- description_th: คะแนนเดียวกันของหน่วยงานและปีเดียวกันที่เอกสารต่างฉบับพิมพ์ไม่เท่ากัน chosen เป็น 1 คือค่าที่ใช้ใน
--   v_score_current และ rule คือเกณฑ์ที่ใช้เลือก
-- description_en: The same score of one agency and year printed differently by two documents; chosen
--   is 1 for the value v_score_current has, and rule says why
WITH
disputed AS MATERIALIZED (
    SELECT agency_code, fiscal_year, code, score_id, rule FROM v_score_current WHERE conflict = 1
)
SELECT
    s.agency_code,
    s.agency_th,
    s.fiscal_year,
    s.code,
    s.title_th,
    s.score,
    s.score_id = d.score_id AS chosen,
    d.rule,
    s.verified,
    s.document_file,
    s.page,
    s.raw,
    s.document_id,
    s.score_id
FROM disputed AS d
JOIN v_score AS s
    ON s.agency_code = d.agency_code AND s.fiscal_year = d.fiscal_year AND s.code = d.code
ORDER BY s.agency_code, s.fiscal_year, s.code, chosen DESC, s.document_file
