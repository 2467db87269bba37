"""The bundled samples and layout fixtures: complete, marked as made up, and true to their content.

Nothing here reads reports; that the pipeline reads them rightly is tested elsewhere.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.samples.codebook import book, unit_names
from tests.samples.content import read
from tests.samples.make import SETS
from tests.samples.truth import truth

REPORTS = [
    pytest.param(path, pdfs / f"{path.stem}.pdf", truths / f"{path.stem}.json", id=path.stem)
    for contents, pdfs, truths in SETS
    for path in sorted(contents.glob("*.json"))
]
MARK = "sample, not a real report"
KEYS = {
    "agency_code", "doc_type", "assessment_year", "report_year", "file", "family", "engine",
    "damage", "scores", "measures", "weaknesses",
}  # fmt: skip


def _truth(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize(("content", "pdf", "gold"), REPORTS)
def test_truth_is_what_the_content_says(content: Path, pdf: Path, gold: Path) -> None:
    assert _truth(gold) == json.loads(json.dumps(truth(read(content))))
    assert _truth(gold).keys() >= KEYS
    assert _truth(gold)["file"] == pdf.name


@pytest.mark.parametrize(("content", "pdf", "gold"), REPORTS)
def test_first_page_says_it_is_a_sample(content: Path, pdf: Path, gold: Path) -> None:
    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage().get_text_range()
    assert MARK in " ".join(text.split())
    assert len(document) <= 8
    assert pdf.stat().st_size < 400_000


@pytest.mark.parametrize(("content", "pdf", "gold"), REPORTS)
def test_codes_and_units_are_official(content: Path, pdf: Path, gold: Path) -> None:
    facts = _truth(gold)
    codes = set(book(facts["assessment_year"])) | {"ITA", "IIT", "EIT", "OIT"}
    for score in facts["scores"]:
        assert score["code"] in codes | set(book(score.get("year", facts["assessment_year"])))
        assert 0 <= score["score"] <= 100
    for measure in facts["measures"]:
        assert set(measure["codes"]) <= codes
        assert set(measure.get("units", ())) <= unit_names()


def test_samples_cover_the_layouts_and_the_producers() -> None:
    samples = [_truth(path) for path in sorted(SETS[0][2].glob("*.json"))]
    families = {"progress", "analysis", "full", "plan", "central", "compare", "columns"}
    assert {facts["family"] for facts in samples} == families
    engines = {facts["engine"] for facts in samples}
    assert engines == {"chromium", "libreoffice", "weasyprint", "typst"}


@pytest.mark.parametrize("name", ["sample-full-2567", "sample-compare-2567"])
def test_means_of_a_full_report_add_up_whichever_way_they_are_rounded(name: str) -> None:
    """Weighing rounded indicators or the items themselves must give the same printed numbers."""
    report = read(SETS[0][0] / f"{name}.json")
    scores = {code: float(value) for code, value in report.scores[2567].items()}
    entries = book(2567).values()
    for instrument in ("IIT", "EIT", "OIT"):
        items = [e for e in entries if e.level == "item" and e.instrument == instrument]
        total = sum(float(e.points or 0) for e in items)
        mean = sum(float(e.points or 0) * scores[e.code] for e in items) / total
        assert abs(mean - scores[instrument]) <= 0.0051
