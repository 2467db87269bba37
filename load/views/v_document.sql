CREATE VIEW v_document AS
SELECT
    d.document_id,
    d.document_file,
    d.sha256,
    (SELECT nullif(count(*), 0) FROM page AS p WHERE p.document_id = d.document_id) AS pages,
    d.agency_code,
    a.name_th AS agency_th,
    a.name_en AS agency_en,
    d.doc_type,
    d.report_year,
    d.assessment_year,
    d.assessment_year_basis,
    d.plan_year,
    d.period_start,
    d.period_end,
    d.rating,
    d.text_source,
    d.status,
    d.title,
    d.path,
    d.size,
    d.reader_version
FROM document AS d
LEFT JOIN agency AS a ON a.agency_code = d.agency_code
