"""A year is added by lines of two CSV files; until then its reports are read as printed.

The worked example of docs/codebook.md: the assessment of 2570, which nobody has made yet.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from normalize.codebook import book_years, lint
from normalize.model import Report
from tests.codebook.conftest import rows_of
from tests.normalize.tables import Grid, kinds, paragraph, report, scores, table

DOCS = Path(__file__).parents[2] / "docs" / "codebook.md"
TITLE = paragraph(
    "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๗๐ สำนักงานเขตบางรัก"
)
QUESTIONS = {
    "I1": "เจ้าหน้าที่ให้บริการด้วยระบบอัตโนมัติอย่างเท่าเทียม",
    "I2": "เจ้าหน้าที่ตอบคำถามของประชาชนภายในหนึ่งวันทำการ",
    "I3": "หน่วยงานเปิดเผยแผนการใช้จ่ายเงินให้บุคลากรทราบ",
}
# Printed as programs damage codes: a 1 for the I, and no letter at all.
PRINTED: Grid = [
    ["ข้อ", "ข้อคำถาม", "คะแนน"],
    ["11", QUESTIONS["I1"], "90.00"],
    ["๒", QUESTIONS["I2"], "80.00"],
    ["I3", QUESTIONS["I3"], "70.00"],
]
WHOLE: Grid = [
    ["ตัวชี้วัด", "คะแนน"],
    ["ตัวชี้วัดที่ 1 การให้บริการ", "85.00"],
    ["ตัวชี้วัดที่ 2 การเปิดเผยงบประมาณ", "70.00"],
]


def blocks(language: str) -> Iterator[str]:
    """The code blocks of the documentation that are marked with a language."""
    text = DOCS.read_text(encoding="utf-8")
    for part in text.split(f"```{language}\n")[1:]:
        yield part.split("```")[0]


def documented() -> dict[str, str]:
    """The lines that docs/codebook.md tells to add, by file."""
    found = {}
    for block in blocks("csv"):
        (first,) = list(csv.reader(io.StringIO(block)))[:1]
        found["indicators.csv" if "parent" in first else "items.csv"] = block
    return found


@pytest.fixture
def year_2570(books: Path, in_place: Callable[[], None]) -> Path:
    for name, block in documented().items():
        header, lines = block.split("\n", 1)
        path = books / name
        text = path.read_text(encoding="utf-8")
        assert text.split("\n")[0].rstrip("\r") == header
        path.write_text(text.rstrip("\n") + "\n" + lines, encoding="utf-8")
    in_place()
    return books


def read() -> Report:
    return report(TITLE, table(PRINTED), table(WHOLE))


def test_without_a_book_a_report_is_read_as_printed(in_place: Callable[[], None]) -> None:
    found = read()
    assert found.meta.assessment_year == 2570
    assert "no-codebook" in kinds(found)
    assert scores(found, 2570)["I3"] == Decimal("70.00")
    assert "I1" not in scores(found)


def test_lines_in_two_files_are_a_new_year(year_2570: Path) -> None:
    assert book_years() == (2566, 2567, 2570)
    assert [str(fault) for fault in lint.faults(rows_of(year_2570))] == []
    found = read()
    assert "no-codebook" not in kinds(found)
    by_code = {s.code: s for s in found.scores}
    assert {c: str(s.score) for c, s in by_code.items()} == {
        "I1": "90.00",
        "I2": "80.00",
        "I3": "70.00",
        "1": "85.00",
        "2": "70.00",
    }
    assert {s.fiscal_year for s in found.scores} == {2570}
    assert by_code["I2"].title_th == QUESTIONS["I2"]
    assert by_code["I1"].inferred
    # Points and titles of the new book are what its sums are checked by.
    assert {c.name: c.holds for c in found.checks if c.codes[:1] == ("1",)} == {
        "indicator-mean": True
    }


def test_a_mistake_in_the_new_year_is_named(year_2570: Path) -> None:
    path = year_2570 / "items.csv"
    text = path.read_text(encoding="utf-8").replace("2570,IIT,I2,", "2570,IIT,I4,")
    path.write_text(text, encoding="utf-8")
    found = [str(fault) for fault in lint.faults(rows_of(year_2570))]
    assert "items.csv: 2570 has no I2, but I4" in found
