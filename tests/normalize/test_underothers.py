"""Numbers under a head, beside a row name or below a heading that calls them something else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from extract.model import Paragraph, Table
from normalize.words.othernumbers import calls_numbers_else
from tests.normalize.tables import ANALYSIS_67, Grid, paragraph, report, table
from tests.normalize.test_called_else import OTHERS

Blocks = list[Paragraph | Table]
INSTRUMENTS = ("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)", "แบบวัด EIT", "OIT")
PARTS = ("1. การปฏิบัติหน้าที่", "การใช้งบประมาณ", "ตัวชี้วัดที่ 3")
ITEMS = ("I1 เต็มใจให้บริการ", "I2 อำนวยความสะดวก", "I3")
LISTS = {"เครื่องมือ": INSTRUMENTS, "ตัวชี้วัด": PARTS, "ข้อ": ITEMS, "รายการ": ("คะแนนรวม", "IIT", "EIT")}
NUMBERS = ("90.12", "88.10", "87.00")
# A heading may list what is lowest or rose, with its scores.
LISTED = ("ต่ำสุด", "ต่ำกว่าเกณฑ์", "เพิ่มขึ้น", "ลดลง", "เพิ่มขึ้นจากปีก่อน")


def under_heads(words: str, head: str, names: tuple[str, ...]) -> Iterator[Blocks]:
    """The words name the column or the row of the numbers."""
    rows: Grid = [list(pair) for pair in zip(names, NUMBERS, strict=True)]
    yield [table([[head, words], *rows])]
    yield [table([["ผู้จัดทำ", "ฝ่ายปกครอง"], ["รายการ", words], *rows])]
    yield [table([[head, *names], [words, *NUMBERS]])]
    yield [table([["", *names], [words, *NUMBERS]])]


def under_headings(words: str, names: tuple[str, ...]) -> Iterator[Blocks]:
    """The words stand over all the names and their numbers."""
    rows: Grid = [list(pair) for pair in zip(names, NUMBERS, strict=True)]
    yield [paragraph(f"{words} :", bold=True), table(rows)]
    yield [paragraph(words), table(rows)]
    yield [table([[words, None], *rows], {(0, 0): (1, 2)})]
    yield [paragraph(words, bold=True), *(paragraph(f"{a} {b}") for a, b in rows)]
    yield [paragraph(words), *(paragraph(f"{a} : {b} คะแนน") for a, b in rows)]


def scores(blocks: Blocks) -> set[tuple[str, str]]:
    return {(s.code, str(s.score)) for s in report(ANALYSIS_67, *blocks).scores}


@pytest.mark.parametrize("head", LISTS)
@pytest.mark.parametrize("words", OTHERS)
def test_no_number_under_such_words_is_a_score(words: str, head: str) -> None:
    for blocks in under_heads(words, head, LISTS[head]):
        assert scores(blocks) == set(), blocks
    for blocks in under_headings(words, LISTS[head]) if words not in LISTED else ():
        assert scores(blocks) == set(), blocks


@pytest.mark.parametrize("words", ["คะแนน", "คะแนนที่ได้", "ปี 2567", "ผลการประเมิน"])
def test_scores_under_their_own_words_are_read(words: str) -> None:
    for head, names in LISTS.items():
        shapes = [*under_heads(words, head, names), *under_headings(words, names)]
        read = [blocks for blocks in shapes if scores(blocks)]
        assert len(read) >= 0.8 * len(shapes)


def test_what_was_left_out_is_a_finding_with_its_numbers() -> None:
    blocks = [
        table([["รายการ", "Benchmark"], ["IIT", "90.12"], ["EIT", "88.10"], ["OIT", "87.00"]])
    ]
    found = [f for f in report(ANALYSIS_67, *blocks).findings if "Benchmark" in f.message]
    assert [f.kind for f in found] == ["score-unread"]
    assert "90.12 (IIT)" in found[0].message and "87.00 (OIT)" in found[0].message


def test_a_table_that_tells_both_keeps_what_was_reached() -> None:
    parts = [["1. การปฏิบัติหน้าที่", "90.12", "95.00"], ["2. การใช้งบประมาณ", "88.10", "95.00"]]
    told = table([["ตัวชี้วัด", "คะแนน", "เป้าหมาย"], *parts])
    assert scores([paragraph("เป้าหมาย", bold=True), told]) == {("1", "90.12"), ("2", "88.10")}


def test_an_answer_above_an_answer_is_no_head() -> None:
    told = [["ตัวชี้วัด", "1. การปฏิบัติหน้าที่"], ["สถานะ", "ต่ำกว่าเกณฑ์"], ["คะแนน", "80.12"]]
    done = [["มาตรการ", "อบรม"], ["ผู้รับผิดชอบ", "ฝ่ายปกครอง"]]
    assert scores([table([*told, *done])]) == {("1", "80.12")}


def test_the_name_of_what_is_scored_is_no_such_head() -> None:
    names = ["ข้อ", "I1 เต็มใจให้บริการ", "I2 อำนวยความสะดวก"]
    found = scores([table([names, ["คะแนน", "90.12", "88.10"]])])
    assert found == {("I1", "90.12"), ("I2", "88.10")}


@pytest.mark.parametrize(
    ("heading", "calls"),
    [
        ("3. ค่าเป้าหมายรายข้อ ปี 2568", True),
        ("ตารางที่ 2 ค่าเฉลี่ยของ 50 สำนักงานเขต", True),
        ("คะแนนสูงสุดของกรุงเทพมหานคร", True),
        ("ข้อที่ต่ำกว่าเป้าหมาย", False),
        ("ลดลง", False),
        ("ผลคะแนนเทียบเป้าหมาย", False),
        ("คะแนนรายตัวชี้วัด", False),
        ("เป้าหมาย" + "หน่วยงาน" * 23 + "ก", False),
    ],
)
def test_headings_that_call_all_their_numbers_so(heading: str, calls: bool) -> None:
    assert calls_numbers_else(heading) is calls
