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
    d.reader_version,
    -- Cut, not rounded: 100 only where nothing at all was passed over.
    (
        SELECT
            coalesce(sum(u.characters) FILTER (WHERE u.use <> 'unaccounted'), 0) * 10000
            / sum(u.characters) / 100.0
        FROM page_use AS u
        WHERE u.document_id = d.document_id
    ) AS accounted
FROM document AS d
LEFT JOIN agency AS a ON a.agency_code = d.agency_code
