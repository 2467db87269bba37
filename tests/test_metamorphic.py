"""The same report written otherwise is the same report: digits, marks, spaces, codes, columns.

The samples are taken after extraction and rewritten in every way that other districts' programs,
fonts and typists differ; nothing of what they state may change.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
import regex

from extract import read as reader
from extract.model import Document, Paragraph, Table
from extract.pages import PageRead, read_page
from normalize.report import read_report
from quality.check import check_report
from tests.conftest import Extract
from tests.reports import HELDOUT, SAMPLES, sample_truth
from tests.truth import differences, load_truth

Rewrite = Callable[[Document], Document]
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def texts(rewrite: Callable[[str], str]) -> Rewrite:
    """A rewriting of every text of a document."""

    def applied(document: Document) -> Document:
        blocks: list[Paragraph | Table] = []
        for block in document.blocks:
            if isinstance(block, Paragraph):
                blocks.append(replace(block, text=rewrite(block.text)))
            else:
                cells = tuple(replace(cell, text=rewrite(cell.text)) for cell in block.cells)
                blocks.append(replace(block, cells=cells))
        return replace(document, blocks=tuple(blocks))

    return applied


def mixed_digits(text: str) -> str:
    """Fonts named IT๙ draw ASCII digits as Thai ones: one number may hold both."""
    random = Random(text)
    return "".join(c.translate(random.choice((_TO_THAI, _TO_ARABIC))) for c in text)


def damaged_marks(text: str) -> str:
    """Sara am in halves, tones typed before their vowels, a space before some marks."""
    random = Random(text)
    text = regex.sub("([ัิ-ู็])([่-์])", r"\2\1", text.replace("ำ", "ํา"))
    return regex.sub("(?<=[ก-ฮ])(?=[ัิ-ู็])", lambda _: " " if random.random() < 0.1 else "", text)


def other_spaces(text: str) -> str:
    """Spaces doubled or of no width, zero-width spaces between syllables."""
    return regex.sub("(?<=[ก-ฮ])(?=[เแโใไ])", "\u200b", text.replace(" ", " \u00a0"))


def codes(letters: dict[str, str]) -> Callable[[str], str]:
    """Item codes with other signs for their letters."""
    pattern = regex.compile(rf"(?<![A-Za-z])[{''.join(letters)}](?=\s?[0-9๐-๙])")
    return lambda text: pattern.sub(lambda match: letters[match.group()], text)


def mirrored(document: Document) -> Document:
    """Every table with its columns in the opposite order: nothing may hang on their place."""
    blocks: list[Paragraph | Table] = []
    for block in document.blocks:
        if isinstance(block, Table):
            turned = [replace(c, column=block.columns - c.columns.stop) for c in block.cells]
            cells = tuple(sorted(turned, key=lambda c: (c.row, c.column)))
            block = replace(block, cells=cells)
        blocks.append(block)
    return replace(document, blocks=tuple(blocks))


REWRITINGS: dict[str, Rewrite] = {
    "mixed digits": texts(mixed_digits),
    "damaged marks and other spaces": texts(lambda text: other_spaces(damaged_marks(text))),
    "codes as l and 0": texts(codes({"I": "l", "O": "0", "E": "E"})),
    "codes as 1 and circle": texts(codes({"I": "1", "O": "○"})),
    "mirrored columns": mirrored,
}


@pytest.mark.parametrize("name", REWRITINGS)
@pytest.mark.parametrize("pdf", SAMPLES, ids=lambda path: path.stem)
def test_rewritten_sample_states_the_same(pdf: Path, name: str, extract: Extract) -> None:
    rewritten = REWRITINGS[name](extract(pdf))
    assert differences(read_report(rewritten), load_truth(sample_truth(pdf))) == []


@pytest.mark.parametrize("name", REWRITINGS)
def test_rewriting_rewrites(name: str, extract: Extract) -> None:
    documents = [extract(pdf) for pdf in SAMPLES]
    assert [REWRITINGS[name](d).blocks for d in documents] != [d.blocks for d in documents]


ROUNDED = [*SAMPLES, HELDOUT / "held-cw05-filled-header-with-hairlines.pdf"]


@pytest.mark.parametrize("pdf", ROUNDED, ids=lambda pdf: pdf.stem)
@pytest.mark.parametrize("way", ["letters", "lines"])
def test_places_that_a_program_rounded_state_the_same(
    pdf: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ghostscript writes places anew, some thousandths of a point aside."""

    def rounded(*given: Any) -> PageRead:
        page = read_page(*given)
        for glyph in page.content.glyphs:
            random = Random(glyph.order if way == "letters" else 31 * round(glyph.y) + 5)
            glyph.x += random.uniform(-0.004, 0.004)
            glyph.y += random.uniform(-0.004, 0.004)
        return page

    monkeypatch.setattr(reader, "read_page", rounded)
    truth = sample_truth(pdf) if pdf in SAMPLES else pdf.with_suffix(".json")
    report = check_report(read_report(reader.read_document(pdf)))
    assert differences(report, load_truth(truth)) == []
