"""Indicators of measures in a year without a code book, from a year that asked the same."""

from __future__ import annotations

import pytest

from extract.model import Table
from normalize.codebook import book_years, items
from normalize.words.text import squeeze
from tests.normalize.tables import Grid, findings, paragraph, report, table

BOOK = items(2567)
YEAR = max(book_years()) + 1
ANALYSIS = paragraph(
    f"การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. {YEAR} สำนักงานเขตบางรัก"
)
MEASURES: Grid = [
    ["ข้อ", "จุดอ่อน", "มาตรการ", "ผู้รับผิดชอบ"],
    ["I5", "แผนยังไม่ทั่วถึง", "จัดประชุมชี้แจง", "ฝ่ายการคลัง"],
    ["E4", "ช่องทางยังไม่ชัด", "ปรับเว็บไซต์", "ฝ่ายปกครอง"],
]


def asked(letter: str = "IE", **other: str) -> Table:
    """A table of the items of some instruments as the book words them, but for others."""
    titles = {c: item.title_th for c, item in BOOK.items() if c[0] in letter} | other
    return table([["ข้อ", "ประเด็น", "คะแนน"], *([c, t, "80.00"] for c, t in titles.items() if t)])


def placed(*blocks: Table) -> list[str | None]:
    return [m.indicator for m in report(ANALYSIS, *blocks, table(MEASURES)).measures]


def test_items_word_for_word_are_under_the_same_indicators() -> None:
    found = report(ANALYSIS, asked(), table(MEASURES))
    assert [m.indicator for m in found.measures] == [BOOK["I5"].indicator, BOOK["E4"].indicator]
    assert [w.indicator for w in found.weaknesses] == [BOOK["I5"].indicator, BOOK["E4"].indicator]
    (one,) = findings(found, "indicator-borrowed")
    assert "2 measures" in one.message


@pytest.mark.parametrize(
    "other",
    [
        {"I7": "คำถามใหม่ที่ไม่เคยมีใครถามมาก่อนในปีใด"},  # another question
        {"I7": ""},  # left out
        {"I13": "คำถามที่สิบสามซึ่งไม่มีในสมุดรหัส"},  # one more
    ],
)
def test_an_instrument_that_asks_anything_else_is_placed_nowhere(other: dict[str, str]) -> None:
    assert placed(asked(**other)) == [None, BOOK["E4"].indicator]


def test_an_instrument_whose_items_are_not_printed_is_placed_nowhere() -> None:
    assert placed(asked("E")) == [None, BOOK["E4"].indicator]
    assert placed() == [None, None]


def test_what_the_report_shows_goes_before_what_a_book_says() -> None:
    rows = [["ตัวชี้วัดที่ 3 การใช้อำนาจ", None, None]]
    rows += [[c, t.title_th, "80.00"] for c, t in BOOK.items() if c[0] == "I"]
    shown = table([["ข้อ", "ประเด็น", "คะแนน"], *rows], {(1, 0): (1, 3)})
    assert placed(shown)[0] == "3"


def test_a_question_cut_by_the_page_end_keeps_its_words() -> None:
    title = BOOK["O15"].title_th
    at = title.index(" และ")
    head, rest = title[:at], title[at + 1 :]
    rows = [["ข้อ", "ประเด็น", "คะแนน"], ["O15", head, "100.00"], ["", rest, ""]]
    found = report(ANALYSIS, table(rows, starts=[2], pages=[1, 1, 2]))
    (score,) = found.scores
    assert (score.code, squeeze(score.title_th or "")) == ("O15", squeeze(title))


def test_a_list_of_all_codes_may_leave_out_titles() -> None:
    codes = [c for c in BOOK if c[0] == "I"]
    across = table([["ข้อ", *codes], ["คะแนน", *["80.00"] * len(codes)]])

    def told(*named: str, **other: str) -> list[str | None]:
        titles = {c: BOOK[c].title_th for c in named} | other
        rows = [["ข้อคำถาม", "มาตรการ", "ผู้รับผิดชอบ"]]
        rows += [[f"{c} {title}", "จัดประชุมชี้แจง", "ฝ่ายการคลัง"] for c, title in titles.items()]
        return [m.indicator for m in report(ANALYSIS, across, table(rows)).measures]

    assert told("I5", "I8") == [BOOK["I5"].indicator, BOOK["I8"].indicator]
    assert told("I5") == [None]
    assert told("I5", "I8", I9="คำถามใหม่ที่ไม่เคยมีใครถามมาก่อนในปีใด") == [None] * 3
