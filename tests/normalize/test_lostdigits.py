"""Numbers read from pictures with a digit missing are no scores."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalize.model import Report
from normalize.report import read_report
from tests.normalize.tables import ANALYSIS_67, Grid, document, findings, scores, table

ROWS: Grid = [
    ["ข้อ", "ประเด็น", "คะแนน"],
    *([f"I{n}", "เต็มใจให้บริการ", f"9{n}.2{n}"] for n in range(1, 6)),
    ["I6", "มีการเบิกจ่ายเท็จ", "88.8"],
]


def read(source: str, rows: Grid = ROWS) -> Report:
    made = document(ANALYSIS_67, table(rows))
    pages = tuple(replace(page, text_source=source) for page in made.pages)
    return read_report(replace(made, pages=pages))


def test_one_decimal_among_two_was_read_wrong() -> None:
    found = read("ocr")
    assert "I6" not in scores(found) and "I5" in scores(found)
    assert any("88.8" in f.message for f in findings(found, "score-unread"))


@pytest.mark.parametrize("decimals", ["text", "ocr"])
def test_a_text_layer_and_a_report_of_one_decimal_are_believed(decimals: str) -> None:
    short: Grid = [["ข้อ", "คะแนน"], *([f"I{n}", f"8{n}.8"] for n in range(1, 7))]
    assert str(scores(read(decimals, ROWS if decimals == "text" else short))["I6"]) in (
        "88.8",
        "86.8",
    )
