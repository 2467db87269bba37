"""Every word of every fixture, exactly as printed, white space included."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.model import Document

PDFS = sorted((Path(__file__).parent / "pdf").glob("*.pdf"))
Extract = Callable[[Path], Document]


def by_name(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", PDFS, ids=by_name)
def test_every_cell_reads_as_printed(path: Path, extract: Extract) -> None:
    truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["tables"]
    document = extract(path)
    assert len(document.tables) == len(truth)
    wrong = [
        (text, cell.text if cell else None)
        for table, rows in zip(document.tables, truth, strict=True)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
        if (cell := table.at(r, c)) is None or cell.text != text
    ]
    assert not wrong


@pytest.mark.parametrize("path", PDFS, ids=by_name)
def test_nothing_is_read_that_is_not_printed(path: Path, extract: Extract) -> None:
    document = extract(path)
    assert not document.paragraphs
    assert not document.problems
    assert [page.text_source for page in document.pages] == ["text", "text"]


def test_every_damage_and_every_producer_has_a_fixture() -> None:
    names = {path.stem for path in PDFS}
    for producer in ("chromium", "libreoffice", "weasyprint", "typst"):
        for font in ("sarabun", "laksaman", "garuda", "norasi", "loma"):
            assert f"{producer}-{font}" in names
    assert sum(name.startswith("damaged-") for name in names) >= 15


@pytest.mark.parametrize("path", PDFS, ids=by_name)
def test_fixtures_are_small(path: Path) -> None:
    assert path.stat().st_size < 60_000
