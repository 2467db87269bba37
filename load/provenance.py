"""Where a fact of the database comes from: its printings, its checks, what was found beside it.

Plain ``sqlite3`` like ``load.database``, whose connections have rows by name.
What is said to a person, and the picture of the page, are the business of ``pipeline``.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from extract.model import Box
from load.explained import KINDS, Checked, Elsewhere, Explained, Noted, Origin, Printing, Spot


def explained(
    connection: sqlite3.Connection, fact_id: int, kind: str | None = None
) -> list[Explained]:
    """The facts with an id, of one kind or of all; none where there is none."""
    wanted = (kind,) if kind else KINDS
    found = (_told(connection, name, fact_id) for name in wanted)
    return [one for one in found if one is not None]


@dataclass(frozen=True, slots=True)
class _Kind:
    """Where a kind of fact is read: its view, what of it is told, and its printings."""

    view: str
    told: tuple[str, ...]
    printings: str


_MEASURE = (
    "codes",
    "indicator",
    "plan_year",
    "weakness",
    "measure",
    "output",
    "awareness",
    "result",
    "responsible",
    "units",
    "deadline",
    "deadline_raw",
    "monitoring_months",
    "monitoring_raw",
    "page_first",
    "page_last",
)
_KINDS = {
    "score": _Kind(
        "v_score",
        (
            "score",
            "code",
            "title_th",
            "level",
            "fiscal_year",
            "verified",
            "inferred",
            "confidence",
            "read_confidence",
        ),
        "SELECT printed_in AS label, score AS value, * FROM mention WHERE score_id = ?"
        " ORDER BY seq",
    ),
    "measure": _Kind(
        "v_measure",
        _MEASURE,
        "SELECT field AS label, NULL AS value, * FROM measure_source WHERE measure_id = ?"
        " ORDER BY seq",
    ),
    "weakness": _Kind(
        "v_weakness",
        ("codes", "indicator", "text"),
        "SELECT 'weakness' AS label, NULL AS value, * FROM weakness WHERE weakness_id = ?",
    ),
    "finding": _Kind(
        "v_finding",
        ("severity", "kind", "message"),
        "SELECT 'finding' AS label, NULL AS value, * FROM finding WHERE finding_id = ?",
    ),
}


def _told(connection: sqlite3.Connection, kind: str, fact_id: int) -> Explained | None:
    how = _KINDS[kind]
    query = f"SELECT * FROM {how.view} WHERE {kind}_id = ?"
    row = connection.execute(query, (fact_id,)).fetchone()
    if row is None:
        return None
    document_id = row["document_id"]
    printings = _rows(connection, how.printings, fact_id)
    is_score, is_finding = kind == "score", kind == "finding"
    return Explained(
        kind,
        fact_id,
        tuple((name, row[name]) for name in how.told if row[name] is not None),
        Origin(*connection.execute(_ORIGIN, (document_id,)).fetchone()),
        tuple(Printing(p["label"], p["raw"], _spot(p), p["value"]) for p in printings),
        _checks(connection, fact_id) if is_score else (),
        () if is_finding else _findings_at(connection, document_id, printings),
        _repairs(connection, document_id, printings),
        _same_score(connection, row)
        if is_score
        else _facts_at(connection, row)
        if is_finding
        else (),
    )


_ORIGIN = """
SELECT d.document_id, d.path, d.sha256, a.name_th AS agency_th, d.report_year, d.doc_type,
       d.text_source, d.reader_version
FROM document AS d LEFT JOIN agency AS a ON a.agency_code = d.agency_code
WHERE d.document_id = ?
"""


def _origin(connection: sqlite3.Connection, document_id: int) -> Origin:
    return Origin(*connection.execute(_ORIGIN, (document_id,)).fetchone())


def _rows(connection: sqlite3.Connection, query: str, *values: object) -> list[sqlite3.Row]:
    return connection.execute(query, values).fetchall()


def _spot(row: sqlite3.Row) -> Spot:
    edges = (row["x0"], row["top"], row["x1"], row["bottom"])
    box = Box(*edges) if None not in edges else None
    return Spot(row["page"], row["table_no"], row["row_no"], row["column_no"], box)


def _checks(connection: sqlite3.Connection, score_id: int) -> tuple[Checked, ...]:
    checks = _rows(
        connection,
        "SELECT c.* FROM arithmetic_check AS c JOIN arithmetic_check_code AS k USING (check_id)"
        " WHERE k.score_id = ? ORDER BY c.check_id",
        score_id,
    )
    parts = (
        "SELECT k.code, s.score FROM arithmetic_check_code AS k LEFT JOIN score AS s"
        " ON s.score_id = k.score_id WHERE k.check_id = ? ORDER BY k.position"
    )
    return tuple(
        Checked(
            c["name"],
            c["printed"],
            c["computed"],
            bool(c["holds"]),
            tuple((p["code"], p["score"]) for p in _rows(connection, parts, c["check_id"])),
        )
        for c in checks
    )


def _findings_at(
    connection: sqlite3.Connection, document_id: int, places: list[sqlite3.Row]
) -> tuple[Noted, ...]:
    """Findings in the rows of tables, or about the very text, that the places name."""
    query = (
        "SELECT * FROM finding WHERE document_id = ? AND page = ?"
        " AND ((table_no = ? AND row_no = ?) OR (row_no IS NULL AND raw = ?)) ORDER BY finding_id"
    )
    found = {
        row["finding_id"]: Noted(
            row["finding_id"], row["severity"], row["kind"], row["message"], row["raw"], _spot(row)
        )
        for p in places
        for row in _rows(
            connection, query, document_id, p["page"], p["table_no"], p["row_no"], p["raw"]
        )
    }
    return tuple(found[key] for key in sorted(found))


def _repairs(
    connection: sqlite3.Connection, document_id: int, places: list[sqlite3.Row]
) -> tuple[tuple[int, str, int], ...]:
    query = (
        "SELECT page, rule, glyphs FROM page_repair WHERE document_id = ? AND page = ?"
        " ORDER BY glyphs DESC, rule"
    )
    pages = sorted({p["page"] for p in places if p["page"] is not None})
    return tuple(
        tuple(row) for page in pages for row in _rows(connection, query, document_id, page)
    )


def _same_score(connection: sqlite3.Connection, row: sqlite3.Row) -> tuple[Elsewhere, ...]:
    """The same score as other reports state it."""
    others = _rows(
        connection,
        "SELECT score_id, document_file, score, page FROM v_score"
        " WHERE agency_code = ? AND fiscal_year = ? AND code = ? AND score_id <> ?"
        " ORDER BY document_file, score_id",
        *(row["agency_code"], row["fiscal_year"], row["code"], row["score_id"]),
    )
    return tuple(
        Elsewhere(
            "score", o["score_id"], f"{o['score']:.2f} in {o['document_file']}, page {o['page']}"
        )
        for o in others
    )


def _facts_at(connection: sqlite3.Connection, finding: sqlite3.Row) -> tuple[Elsewhere, ...]:
    """Scores and measures read from the row of a table that a finding is about."""
    at = (finding["document_id"], finding["page"], finding["table_no"], finding["row_no"])
    place = "m.document_id = ? AND m.page = ? AND m.table_no = ? AND m.row_no = ?"
    scores = _rows(
        connection,
        "SELECT DISTINCT s.score_id, s.code, s.score FROM mention AS m JOIN score AS s"
        f" USING (score_id) WHERE {place} ORDER BY s.score_id",
        *at,
    )
    measures = _rows(
        connection,
        f"SELECT DISTINCT m.measure_id FROM measure_source AS m WHERE {place} ORDER BY 1",
        *at,
    )
    found = [Elsewhere("score", s["score_id"], f"{s['code']} {s['score']:.2f}") for s in scores]
    return (*found, *(Elsewhere("measure", m["measure_id"], "the row's measure") for m in measures))
