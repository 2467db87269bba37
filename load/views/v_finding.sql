CREATE VIEW v_finding AS
SELECT
    f.finding_id,
    f.document_id,
    d.document_file,
    f.severity,
    f.kind,
    f.page,
    f.message,
    f.raw,
    f.table_no,
    f.row_no,
    f.column_no,
    f.x0,
    f.top,
    f.x1,
    f.bottom
FROM finding AS f
JOIN document AS d ON d.document_id = f.document_id
