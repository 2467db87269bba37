"""What became of each report, in numbers, for the table a run ends with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from load.database import reading


@dataclass(frozen=True, slots=True)
class Summary:
    """A report in one line; ``pages`` and the counts are 0 where there are none.

    Years, agency, kind and source of the text are ``None`` where the report does not tell.
    """

    path: str
    document_file: str
    agency_th: str | None
    agency_en: str | None
    report_year: int | None
    assessment_year: int | None
    doc_type: str | None
    pages: int
    scores: int
    measures: int
    weaknesses: int
    findings_error: int
    findings_warning: int
    findings_info: int
    text_source: str | None
    status: str


def _count(table: str, condition: str = "") -> str:
    return f"(SELECT count(*) FROM {table} AS t WHERE t.document_id = d.document_id {condition})"


def _findings(severity: str) -> str:
    return _count("finding", f"AND t.severity = '{severity}'")


_QUERY = f"""
SELECT d.path, d.document_file, d.agency_th, d.agency_en, d.report_year, d.assessment_year,
       d.doc_type, coalesce(d.pages, 0) AS pages, {_count("score")} AS scores,
       {_count("measure")} AS measures, {_count("weakness")} AS weaknesses,
       {_findings("error")} AS findings_error, {_findings("warning")} AS findings_warning,
       {_findings("info")} AS findings_info, d.text_source, d.status
FROM v_document AS d
ORDER BY d.path
"""


def summaries(db: Path) -> list[Summary]:
    """Every report in the database, ordered by path; none where there is no database yet.

    Raises:
        OtherSchemaVersion: the database has other tables than this program's.
        LoadError: the file is not one of our databases, or cannot be read.
    """
    if not db.exists():
        return []
    with reading(db) as connection:
        return [Summary(*row) for row in connection.execute(_QUERY)]
