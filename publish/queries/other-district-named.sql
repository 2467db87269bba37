-- title_th: ข้อความที่เอ่ยชื่อเขตอื่น
-- title_en: Texts that name another district
-- description_th: จุดอ่อน มาตรการ หรือผลการดำเนินการที่เอ่ยชื่อเขตอื่นซึ่งไม่ใช่เจ้าของรายงาน มักเกิดจากการคัดลอกข้อความ
-- description_en: Weaknesses, measures and results that name a district other than the report's own,
--   a frequent trace of copied text
WITH
told AS (
    SELECT agency_code, agency_th, document_file, page_first AS page, codes, 'measure' AS field,
        measure AS text, document_id, measure_id AS fact_id
    FROM v_measure WHERE measure IS NOT NULL
    UNION ALL
    SELECT agency_code, agency_th, document_file, page_first, codes, 'result', result,
        document_id, measure_id
    FROM v_measure WHERE result IS NOT NULL
    UNION ALL
    SELECT agency_code, agency_th, document_file, page_first, codes, 'output', output,
        document_id, measure_id
    FROM v_measure WHERE output IS NOT NULL
    UNION ALL
    SELECT agency_code, agency_th, document_file, page_first, codes, 'awareness', awareness,
        document_id, measure_id
    FROM v_measure WHERE awareness IS NOT NULL
    UNION ALL
    SELECT w.agency_code, a.name_th, w.document_file, w.page, w.codes, 'weakness', w.text,
        w.document_id, w.weakness_id
    FROM v_weakness AS w
    LEFT JOIN agency AS a ON a.agency_code = w.agency_code
)
SELECT
    t.agency_code,
    t.agency_th,
    other.name_th AS named,
    t.field,
    t.codes,
    t.text,
    t.document_file,
    t.page,
    t.document_id,
    t.fact_id
FROM told AS t
JOIN agency AS other
    ON other.kind = 'district'
    AND other.agency_code <> t.agency_code
    -- The city itself reports on its districts.
    AND t.agency_code <> '1000'
    AND instr(t.text, 'เขต' || other.name_th) > 0
ORDER BY t.agency_code, t.document_file, t.page, named
