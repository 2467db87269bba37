CREATE VIEW v_weakness AS
SELECT
    w.weakness_id,
    w.document_id,
    d.document_file,
    d.agency_code,
    (
        SELECT group_concat(code, ',')
        FROM (
            SELECT i.code
            FROM weakness_item AS i
            WHERE i.weakness_id = w.weakness_id
            ORDER BY instr('IEO', substr(i.code, 1, 1)), CAST(substr(i.code, 2) AS INTEGER)
        )
    ) AS codes,
    w.indicator,
    w.text,
    w.page,
    w.raw,
    w.table_no,
    w.row_no,
    w.column_no,
    w.x0,
    w.top,
    w.x1,
    w.bottom
FROM weakness AS w
JOIN document AS d ON d.document_id = w.document_id
