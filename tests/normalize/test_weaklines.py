"""Weaknesses in labelled lines below the headings of their items."""

from __future__ import annotations

from dataclasses import replace

from extract.model import Paragraph
from normalize.codebook import items
from normalize.facts.quoted import quoted_in
from normalize.facts.unreadlines import unread_lines
from normalize.facts.weaklines import with_weak_lines
from normalize.model import Source, Weakness
from tests.normalize.tables import paragraph

YEAR = 2566


def lines(*texts: str) -> list[Paragraph]:
    return [paragraph(text) for text in texts]


def told(found: list[Weakness]) -> list[tuple[tuple[str, ...], str]]:
    return [(one.codes, one.text) for one in found]


BLOCKS = lines(
    "• ข้อ I22 การดำเนินการทางวินัย ได้คะแนน 80.12",
    "จุดอ่อน : บุคลากรไม่ทราบผลที่ผ่านมา",
    "ข้อ I24 กระบวนการจัดการเรื่องร้องเรียน ได้คะแนน 80.94",
    "จุดอ่อน : ยังไม่มีผังขั้นตอน",
    "มาตรการสำหรับข้อ I22 และ I24",
    "1) จัดทำผังขั้นตอน",
)


def test_each_item_has_the_weakness_of_the_line_below_its_heading() -> None:
    found = with_weak_lines([], BLOCKS, YEAR)
    assert told(found) == [(("I22",), "บุคลากรไม่ทราบผลที่ผ่านมา"), (("I24",), "ยังไม่มีผังขั้นตอน")]
    assert [one.indicator for one in found] == ["5", "5"]


def test_one_that_a_form_gave_to_all_its_items_is_of_the_last_of_them() -> None:
    source = Source(BLOCKS[3].place, BLOCKS[3].text)
    form = Weakness(("I22", "I24"), "5", "ยังไม่มีผังขั้นตอน", source)
    found = with_weak_lines([form], BLOCKS, YEAR)
    assert {*told(found)} == {
        (("I24",), "ยังไม่มีผังขั้นตอน"),
        (("I22",), "บุคลากรไม่ทราบผลที่ผ่านมา"),
    }


def test_headings_right_below_each_other_share_what_stands_below() -> None:
    blocks = lines("I22 การดำเนินการทางวินัย", "I25 การยับยั้งการทุจริต", "จุดอ่อน : ใช้เวลานาน")
    assert told(with_weak_lines([], blocks, YEAR)) == [(("I22", "I25"), "ใช้เวลานาน")]


def test_a_line_below_other_text_or_one_that_tells_a_score_is_no_weakness_of_an_item() -> None:
    below = lines("I22 การดำเนินการทางวินัย", "เขตได้ประชุมทุกฝ่าย", "จุดอ่อน : ใช้เวลานาน")
    score = lines("I22 การดำเนินการทางวินัย", "จุดอ่อน : 93.62 คะแนน")
    assert with_weak_lines([], below, YEAR) == with_weak_lines([], score, YEAR) == []


def test_lines_below_a_label_say_of_which_items_each_is() -> None:
    blocks = lines(
        "จุดอ่อนที่พบ",
        "ข้อ I22 : บุคลากรไม่ทราบผลที่ผ่านมา",
        "ข้อ I24 และ I25 - ยังไม่มีผังขั้นตอน",
        "มาตรการที่ 1 (สำหรับข้อ I22 และ I24)",
        "ข้อ I23 : จัดทำผังขั้นตอน",
    )
    assert told(with_weak_lines([], blocks, YEAR)) == [
        (("I22",), "บุคลากรไม่ทราบผลที่ผ่านมา"),
        (("I24", "I25"), "ยังไม่มีผังขั้นตอน"),
    ]


def test_a_list_below_a_numbered_heading_of_weaknesses() -> None:
    blocks = lines("3. จุดที่ต้องพัฒนา", "• ข้อ I22: บุคลากรไม่ทราบผล", "• ข้อ I24: ยังไม่มีผัง", "4. มาตรการ")
    assert told(with_weak_lines([], blocks, YEAR)) == [
        (("I22",), "บุคลากรไม่ทราบผล"),
        (("I24",), "ยังไม่มีผัง"),
    ]


def test_titles_and_scores_below_a_label_are_no_weaknesses() -> None:
    title = items(YEAR)["I22"].title_th
    for line in (f"ข้อ I22 : {title}", f"ข้อ I22 : {title} 80.12 คะแนน", "ข้อ I22 : 80.12"):
        assert with_weak_lines([], lines("จุดอ่อนที่พบ", line), YEAR) == []


def test_what_is_known_is_not_told_twice() -> None:
    known = with_weak_lines([], BLOCKS, YEAR)
    assert with_weak_lines(known, BLOCKS, YEAR) == known


def test_the_score_that_had_no_room_beside_a_long_title_is_the_items() -> None:
    title = "การแต่งตั้งโยกย้าย เลื่อนตำแหน่ง เลื่อนขั้นเงินเดือนด้วยความชอบธรรม"
    (one,) = quoted_in([paragraph(f"ข้อ I17 {title}ได้คะแนน 70.52")], YEAR)
    assert (one.code, str(one.value)) == ("I17", "70.52")
    below = ["ข้อ I17 งานอื่นใดของเขต", "ได้คะแนน 70.52"]
    made = replace(paragraph(" ".join(below)), lines=tuple(paragraph(t).lines[0] for t in below))
    (finding,) = unread_lines([made], [], YEAR)
    assert "I17" in finding.message and "70.52" in finding.message
