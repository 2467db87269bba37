CREATE VIEW v_score AS
-- Page, raw text and place are those of the printing the value was taken from, the first one.
SELECT
    s.score_id,
    s.document_id,
    d.document_file,
    d.agency_code,
    a.name_th AS agency_th,
    a.name_en AS agency_en,
    s.fiscal_year,
    s.level,
    s.code,
    s.title_th,
    s.score,
    m.page,
    m.raw,
    (SELECT count(*) FROM mention AS n WHERE n.score_id = s.score_id) AS mentions,
    -- The least of its checks decides: one that fails outweighs any that hold.
    coalesce(
        (
            SELECT min(CASE c.holds WHEN 1 THEN 1 ELSE -1 END)
            FROM arithmetic_check_code AS k
            JOIN arithmetic_check AS c ON c.check_id = k.check_id
            WHERE k.score_id = s.score_id
        ),
        0
    ) AS verified,
    s.inferred,
    s.confidence,
    s.read_confidence,
    m.printed_in,
    m.table_no,
    m.row_no,
    m.column_no,
    m.x0,
    m.top,
    m.x1,
    m.bottom
FROM score AS s
JOIN document AS d ON d.document_id = s.document_id
LEFT JOIN agency AS a ON a.agency_code = d.agency_code
LEFT JOIN mention AS m ON m.score_id = s.score_id AND m.seq = 1
