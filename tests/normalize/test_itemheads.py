"""Headings that name the items of what stands below them."""

from __future__ import annotations

import pytest

from normalize.itemheads import items_headed
from tests.normalize.tables import ANALYSIS_67, paragraph, report


@pytest.mark.parametrize(
    "heading, codes",
    [
        ("3.1 ข้อ I2 อำนวยความสะดวกในการให้บริการประชาชน", ("I2",)),
        ("3.1.2) I2 อำนวยความสะดวกในการให้บริการประชาชน", ("I2",)),
        ("(2) ข้อ I2 อำนวยความสะดวกในการให้บริการประชาชน", ("I2",)),
        ("มาตรการที่ 1 สำหรับข้อ I1 และ I2", ("I1", "I2")),
        ("มาตรการที่ ๒ (ข้อ I1, I2)", ("I1", "I2")),
        ("กิจกรรมที่ 3 : ตอบข้อ I4 - I6", ("I4", "I5", "I6")),
        ("3) แนวทางแก้ไขข้อ I2 อำนวยความสะดวกในการให้บริการประชาชน", ("I2",)),
        ("การยกระดับคะแนนข้อ E4", ("E4",)),
        ("ประเด็นที่ 2 ข้อ I2 อำนวยความสะดวกในการให้บริการประชาชน", ("I2",)),
    ],
)
def test_items_of_a_heading_are_those_of_the_form_below(
    heading: str, codes: tuple[str, ...]
) -> None:
    found = report(
        ANALYSIS_67,
        paragraph(heading, bold=True),
        paragraph("ประเด็นที่ต้องพัฒนา : ขั้นตอนยังซับซ้อน"),
        paragraph("วิธีดำเนินการ"),
        paragraph("• จัดทำแผ่นพับ"),
        paragraph("• จัดอบรมเจ้าหน้าที่"),
        paragraph("หน่วยงานรับผิดชอบ: ฝ่ายทะเบียน"),
        paragraph("กำหนดแล้วเสร็จ: 30 เมษายน 2568"),
    )
    assert [(m.codes, len(m.steps), m.units) for m in found.measures] == [
        (codes, 2, ("ฝ่ายทะเบียน",))
    ]
    assert [w.codes for w in found.weaknesses] == [codes]


@pytest.mark.parametrize(
    "text",
    [
        "มาตรการที่ 1 จัดอบรมเจ้าหน้าที่ตามข้อ I1",
        "มาตรการที่ 1 สำหรับข้อ I1 ให้จัดอบรมเจ้าหน้าที่ทุกคนภายในปี",
        "มาตรการที่ 1 สำหรับตัวชี้วัดที่ 2",
        "โครงการ 5 ส",
    ],
)
def test_a_statement_is_no_heading_of_items(text: str) -> None:
    assert items_headed(text) == ""
