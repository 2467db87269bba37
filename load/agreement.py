"""What the documents of a database say of each other: the same score printed differently by two.

A finding of this kind belongs to a document and hangs on the others, so all of them are made anew
with every refresh. Which value counts is the rule of the view ``v_score_current``.
"""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, delete, func, insert, select, text

from load.rows import Row
from load.tables import IDS_PER_DOCUMENT, finding
from normalize.model import Finding

KIND = "documents-disagree"

# Most databases hold no conflict at all: looking for one first is cheap, choosing scores is not.
_ANY = text("""
SELECT 1
FROM score AS s
JOIN document AS d ON d.document_id = s.document_id
WHERE d.agency_code IS NOT NULL AND s.fiscal_year IS NOT NULL
GROUP BY d.agency_code, s.fiscal_year, s.code
HAVING min(s.score) <> max(s.score)
LIMIT 1
""")
_DISAGREEING = text("""
WITH chosen AS MATERIALIZED (SELECT * FROM v_score_current WHERE conflict = 1)
SELECT
    s.document_id, s.code, s.fiscal_year, s.score, s.raw,
    c.score AS chosen, c.page AS chosen_page, d.path AS chosen_path,
    -- The rule tells the chosen one from the next best; of two documents that is this one.
    CASE c.documents WHEN 2 THEN c.rule END AS rule,
    s.page, s.table_no, s.row_no, s.column_no, s.x0, s.top, s.x1, s.bottom
FROM chosen AS c
JOIN document AS d ON d.document_id = c.document_id
JOIN v_score AS s
    ON s.agency_code = c.agency_code AND s.fiscal_year = c.fiscal_year AND s.code = c.code
WHERE s.score <> c.score
ORDER BY s.score_id
""")
_PLACE = ("page", "table_no", "row_no", "column_no", "x0", "top", "x1", "bottom")


def refill(connection: Connection) -> None:
    """Make the findings about scores that another document prints differently."""
    connection.execute(delete(finding).where(finding.c.kind == KIND))
    if connection.execute(_ANY).first() is None:
        return
    of_document: dict[int, list[Row]] = defaultdict(list)
    for row in connection.execute(_DISAGREEING).mappings():
        of_document[row["document_id"]].append(_finding(dict(row)))
    for document_id, rows in of_document.items():
        first = _next_id(connection, document_id)
        # A report with as many findings as there are ids says enough; the flag ``conflict`` stays.
        free = (document_id + 1) * IDS_PER_DOCUMENT - first
        for finding_id, values in enumerate(rows[: max(free, 0)], start=first):
            connection.execute(insert(finding), values | {"finding_id": finding_id})


def _next_id(connection: Connection, document_id: int) -> int:
    of_document = finding.c.document_id == document_id
    last = connection.execute(select(func.max(finding.c.finding_id)).where(of_document)).scalar()
    return (last or document_id * IDS_PER_DOCUMENT) + 1


def _finding(row: Row) -> Row:
    rule = f" ({row['rule']})" if row["rule"] else ""
    message = (
        f"{row['code']} of {row['fiscal_year']} is printed as {row['score']:.2f} here and as "
        f"{row['chosen']:.2f} on page {row['chosen_page']} of {row['chosen_path']}; "
        f"v_score_current has that one{rule}"
    )
    said = Finding("error", "documents-disagree", message, raw=row["raw"])
    return {
        "document_id": row["document_id"],
        "severity": said.severity,
        "kind": said.kind,
        "message": said.message,
        "raw": said.raw,
    } | {name: row[name] for name in _PLACE}
