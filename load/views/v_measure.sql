CREATE VIEW v_measure AS
-- Place and raw text are those of the cell of the measure itself or, where it has none, of the
-- first cell of the row; measure_source has every cell.
SELECT
    m.measure_id,
    m.document_id,
    d.document_file,
    d.agency_code,
    a.name_th AS agency_th,
    a.name_en AS agency_en,
    d.plan_year,
    m.indicator,
    (
        SELECT group_concat(code, ',')
        FROM (
            SELECT i.code
            FROM measure_item AS i
            WHERE i.measure_id = m.measure_id
            ORDER BY instr('IEO', substr(i.code, 1, 1)), CAST(substr(i.code, 2) AS INTEGER)
        )
    ) AS codes,
    m.weakness,
    m.measure,
    m.output,
    m.awareness,
    m.result,
    m.responsible,
    (
        SELECT group_concat(unit, ',')
        FROM (
            SELECT u.unit FROM measure_unit AS u WHERE u.measure_id = m.measure_id ORDER BY u.unit
        )
    ) AS units,
    m.deadline,
    m.deadline_raw,
    m.monitoring_months,
    m.monitoring_raw,
    m.page_first,
    m.page_last,
    p.raw,
    p.page,
    p.table_no,
    p.row_no,
    p.column_no,
    p.x0,
    p.top,
    p.x1,
    p.bottom
FROM measure AS m
JOIN document AS d ON d.document_id = m.document_id
LEFT JOIN agency AS a ON a.agency_code = d.agency_code
LEFT JOIN measure_source AS p ON p.measure_source_id = (
    SELECT s.measure_source_id
    FROM measure_source AS s
    WHERE s.measure_id = m.measure_id
    ORDER BY s.field <> 'measure', s.seq
    LIMIT 1
)
