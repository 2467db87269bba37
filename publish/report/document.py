"""The page of a document: every fact read from it, with its page and the raw text it was read from.

This is where every number of the other pages leads. A link goes on to the page of the PDF, where
the file is at hand.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

from publish.report.facts import Facts


def document_page(facts: Facts, document: dict[str, Any], pdf: str | None) -> dict[str, Any]:
    """What the template of a document's page is given."""
    given = {"document": document["document_id"]}

    def of_document(view: str, order: str) -> list[dict[str, Any]]:
        sql = f"SELECT * FROM {view} WHERE document_id = :document ORDER BY {order}"
        return facts.rows(sql, given)

    return {
        "document": document,
        "agency": facts.agencies.get(document["agency_code"]),
        "pdf": pdf,
        "scores": of_document("v_score", "score_id"),
        "measures": of_document("v_measure", "measure_id"),
        "weaknesses": of_document("v_weakness", "weakness_id"),
        "findings": of_document("v_finding", "finding_id"),
        "checks": of_document("arithmetic_check", "holds, check_id"),
        "blank_pages": [
            row["page"] for row in of_document("page", "page") if row["text_source"] == "none"
        ],
    }


def link_to_pdf(document: dict[str, Any], raw: Path | None, site: Path) -> str | None:
    """The address of the PDF as seen from the site, where there is such a file."""
    if raw is None or not document["path"].lower().endswith(".pdf"):
        return None
    file = raw / document["path"]
    if not file.is_file():
        return None
    return quote(Path(os.path.relpath(file, site)).as_posix())
