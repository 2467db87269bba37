"""Labelled lines whose answers break off, and forms that are read from their middle."""

from __future__ import annotations

from extract.model import Box, Line, Paragraph, Place
from tests.normalize.tables import PLAN_66, paragraph, report


def below(*texts: str) -> list[Paragraph]:
    """Paragraphs below each other on one page, as lines of one block."""
    found = []
    for i, text in enumerate(texts):
        box = Box(40, 100 + 20 * i, 300, 116 + 20 * i)
        found.append(Paragraph(text, Place(1, box), (Line(text, box, 14, False),), 14, False))
    return found


_I1 = ("I1 เต็มใจให้บริการ", "มาตรการ : จัดอบรม")
_I2 = ("I2 อำนวยความสะดวก", "มาตรการ : ติดป้าย", "ผู้รับผิดชอบ : ฝ่ายโยธา", "กำหนดแล้วเสร็จ : 2 เม.ย. 2566")


def test_the_rest_of_an_answer_right_below_it() -> None:
    lines = ("ผู้รับผิดชอบ : ฝ่ายปกครอง และฝ่ายพัฒนาชุมชนและสวัสดิการ", "สังคม", "กำหนดแล้วเสร็จ : 1 เม.ย. 2566")
    found = report(PLAN_66, *below(*_I1, *lines, *_I2)).measures
    assert [(m.measure, m.units, m.deadline) for m in found] == [
        ("จัดอบรม", ("ฝ่ายปกครอง", "ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม"), "2023-04-01"),
        ("ติดป้าย", ("ฝ่ายโยธา",), "2023-04-02"),
    ]


def test_what_is_left_of_a_form_is_not_given_to_the_next_one() -> None:
    # Between the forms stands what belongs to neither: the deadline below it is nobody's.
    lines = ("ผู้รับผิดชอบ : ฝ่ายปกครอง", "ข้อความที่ไม่เกี่ยวข้องกัน", "กำหนดแล้วเสร็จ : 1 เม.ย. 2566")
    blocks = [paragraph(t) for t in (*_I1, *lines, *_I2)]
    found = report(PLAN_66, *blocks).measures
    assert [(m.codes, m.deadline) for m in found if m.measure == "ติดป้าย"] == [
        (("I2",), "2023-04-02")
    ]
    assert all(m.deadline != "2023-04-01" for m in found)


def test_forms_that_begin_with_who_does_it() -> None:
    lines = [
        "ผู้รับผิดชอบ : ฝ่ายปกครอง",
        "มาตรการ : จัดอบรม",
        "กำหนดแล้วเสร็จ : 1 เม.ย. 2566",
        "ผู้รับผิดชอบ : ฝ่ายโยธา",
        "มาตรการ : ติดป้าย",
        "กำหนดแล้วเสร็จ : 2 เม.ย. 2566",
    ]
    found = report(PLAN_66, *below(*lines)).measures
    assert [(m.measure, m.units, m.deadline) for m in found] == [
        ("จัดอบรม", ("ฝ่ายปกครอง",), "2023-04-01"),
        ("ติดป้าย", ("ฝ่ายโยธา",), "2023-04-02"),
    ]
