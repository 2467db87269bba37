"""Cells of a column of weaknesses that name their items as well."""

from __future__ import annotations

from normalize.model import Report
from tests.normalize.tables import ANALYSIS_67, report, table

HEAD = ["เรื่องที่ต้องปรับปรุง", "มาตรการ", "ผู้รับผิดชอบ"]


def weak(found: Report) -> list[tuple[tuple[str, ...], str]]:
    return [(w.codes, w.text) for w in found.weaknesses]


def test_what_stands_behind_the_codes_is_the_weakness() -> None:
    rows = [
        HEAD,
        ["I2\nยังส่งต่องานด้วยเอกสารหลายจุด", "ใช้ใบนำทางใบเดียวในทุกเรื่อง", "ฝ่ายปกครอง"],
        ["I8, I9 การเลื่อนเงินเดือนอาศัยความใกล้ชิด", "ประกาศคำสั่งเป็นลายลักษณ์อักษร", "ทุกฝ่าย"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert weak(found) == [
        (("I2",), "ยังส่งต่องานด้วยเอกสารหลายจุด"),
        (("I8", "I9"), "การเลื่อนเงินเดือนอาศัยความใกล้ชิด"),
    ]
    assert [m.weakness for m in found.measures] == [text for _, text in weak(found)]


def test_the_title_of_an_item_is_no_weakness_nor_is_its_code_alone() -> None:
    rows = [
        HEAD,
        ["I2 อำนวยความสะดวกในการให้บริการประชาชน", "ใช้ใบนำทางใบเดียวในทุกเรื่อง", "ฝ่ายปกครอง"],
        ["I8", "ประกาศคำสั่งเป็นลายลักษณ์อักษร", "ทุกฝ่าย"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert weak(found) == []
    assert [m.codes for m in found.measures] == [("I2",), ("I8",)]


def test_nor_are_the_titles_of_several() -> None:
    titled = (
        "I11 ผู้บังคับบัญชาให้ความสำคัญในการป้องกันและแก้ไขปัญหาการทุจริต (83.17) I4 โปร่งใส ตรวจสอบได้ (81.44)"
    )
    rows = [HEAD, [titled, "ประกาศคำสั่งเป็นลายลักษณ์อักษร", "ทุกฝ่าย"]]
    assert weak(report(ANALYSIS_67, table(rows))) == []
