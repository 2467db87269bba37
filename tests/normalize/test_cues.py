"""Columns known by single words of headers that no phrase names."""

from __future__ import annotations

import pytest

from normalize.names.cues import cue_of
from normalize.names.phrases import header_role, role_of
from normalize.rows.roles import read_columns
from tests.normalize.tables import PLAN_66, report, table


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("ฝ่ายที่ดูแล", "responsible"),
        ("มอบหมายให้ใคร", "responsible"),
        ("ดำเนินการให้แล้วเสร็จ", "deadline"),
        ("เส้นตายของงาน", "deadline"),
        ("การตรวจติดตามงาน", "monitoring"),
        ("ทำให้บุคลากรรับรู้", "awareness"),
        ("สิ่งส่งมอบ", "output"),
        ("สิ่งที่ยังไม่ดี", "weakness"),
        ("เรื่องท้าทาย", "weakness"),
        ("กลไกขับเคลื่อน", "measure"),
        # A head that says too little gives way to what stands right behind it.
        ("วิธีการสร้างความรับรู้", "awareness"),
        ("กำหนดการติดตาม", "monitoring"),
        ("แนวทางการติดตาม", "monitoring"),
        ("วิธีการดำเนินการและติดตามผล", "measure"),
        ("แนวทางการปรับปรุงจุดอ่อน", "measure"),
        ("ประเด็นที่ยังเป็นปัญหา", "weakness"),
        ("วันที่คาดว่าจะแล้วเสร็จ", "deadline"),
        ("เวลาในการดำเนินการ", "deadline"),
        ("รายการที่ต้องดำเนินการ", "measure"),
        ("ประเด็นที่ต้องเร่งพัฒนา", "weakness"),
        ("กลไกการติดตาม", "monitoring"),
        # What is asked stays what is asked.
        ("ประเด็นคำถาม", "item"),
        ("รายการประเมินที่ต้องพัฒนา", "item"),
        ("สิ่งที่สำนักงานเขตกำหนดให้ทำ", "measure"),
        ("สิ่งที่ได้ทำไปแล้วและผลที่เกิดขึ้น", "result"),
        ("สิ่งที่ดำเนินการแล้ว", "result"),
        ("สีที่ชอบ", None),
    ],
)
def test_roles_by_cues(header: str, role: str | None) -> None:
    assert header_role(header) == role


def test_a_phrase_without_its_first_word_is_another() -> None:
    assert role_of("ผลการปฏิบัติ") == "result"
    assert role_of("การปฏิบัติ") is None
    assert cue_of("การปฏิบัติ") == "measure"


def test_a_group_names_no_column_where_another_of_it_is_something_else() -> None:
    rows = [
        ["รหัส", "แผนของเรา", "การดำเนินการ", ""],
        ["", "", "ปักหมุด", "ผู้รับผิดชอบ"],
        ["I1", "ติดป้ายบอกขั้นตอนให้ครบทุกช่องบริการ", "สีแดง", "ฝ่ายโยธา"],
        ["I2", "เปิดช่องบริการด่วนอีกหนึ่งช่องตอนเช้า", "สีเขียว", "ฝ่ายทะเบียน"],
    ]
    spans = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)}
    cells = [
        [None if (r, c) in {(1, 0), (1, 1), (0, 3)} else t for c, t in enumerate(row)]
        for r, row in enumerate(rows)
    ]
    columns = read_columns(table(cells, spans)).columns
    assert [c.role for c in columns] == ["code", "measure", None, "responsible"]


def test_items_by_their_titles_alone() -> None:
    rows = [
        ["ข้อคำถาม", "มาตรการ", "ผู้รับผิดชอบ"],
        ["ท่านถูกผู้บังคับบัญชาของท่านใช้ให้ทำธุระส่วนตัว", "จัดเวทีรับฟัง", "ฝ่ายปกครอง"],
        ["ท่านถูกผู้บังคับบัญชาสั่งการให้ทำในสิ่งที่ผิดระเบียบหรือกฎหมาย", "แจ้งเวียนระเบียบ", "ฝ่ายปกครอง"],
    ]
    assert [m.codes for m in report(PLAN_66, table(rows)).measures] == [("I14",), ("I15",)]


def test_a_label_beside_which_nothing_is_said_heads_no_form() -> None:
    rows = [
        ["ข้อ", "I1"],
        ["มาตรการ", "จัดอบรม"],
        ["ผู้รับผิดชอบ", "ฝ่ายโยธา"],
        ["หมายเหตุ", ""],
    ]
    found = report(PLAN_66, table(rows))
    assert [(m.codes, m.measure) for m in found.measures] == [(("I1",), "จัดอบรม")]


def test_a_second_column_of_measures_that_holds_dates_is_of_deadlines() -> None:
    rows = [
        ["รหัส", "มาตรการ", "วิธีการ", "ผู้รับผิดชอบ"],
        ["I1", "ติดป้ายบอกขั้นตอน", "30 เมษายน 2567", "ฝ่ายโยธา"],
        ["I2", "เปิดช่องบริการด่วน", "ไตรมาส 3", "ฝ่ายทะเบียน"],
    ]
    assert [c.role for c in read_columns(table(rows)).columns][1:3] == ["measure", "deadline"]


@pytest.mark.parametrize(
    "header",
    [
        "คะแนนที่ตั้งไว้", "คะแนนขั้นต่ำ", "คะแนนที่มุ่งหวัง", "เกณฑ์คะแนน", "คะแนนที่ควรได้", "คะแนนพยากรณ์",
        "คะแนนเฉลี่ย 50 เขต", "คะแนนเฉลี่ยของกลุ่ม", "คะแนนเฉลี่ยทั้งกรุงเทพมหานคร", "คะแนนเฉลี่ยย้อนหลัง 3 ปี",
        "เฉลี่ยสามปี", "คะแนนประเมินตนเอง", "คะแนนที่ขาดไป", "คะแนนที่เพิ่มขึ้น", "คะแนนส่วนต่าง",
        "คะแนนห่างจากเป้า", "ร้อยละที่ทำได้", "ร้อยละผลสำเร็จ", "ร้อยละของความก้าวหน้า",
        "ร้อยละการเบิกจ่าย", "ร้อยละที่เห็นด้วย", "คะแนนความพึงพอใจ", "เหตุที่คะแนนต่ำ",
    ],
)  # fmt: skip
def test_numbers_of_something_else_than_what_was_reached(header: str) -> None:
    assert header_role(header) not in ("score", None)


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("การดำเนินการที่เกิดขึ้นจริง", "result"),
        ("การดำเนินการจริง (รอบ 6 เดือน)", "result"),
        ("กิจกรรมที่ทำแล้ว", "result"),
        ("งานที่ทำเสร็จแล้ว", "result"),
        ("การดำเนินการ", "measure"),
        ("มาตรการที่ดำเนินการแล้ว", "measure"),
        ("การแล้วเสร็จ", "deadline"),
        ("ระยะเวลาดำเนินการจริง", "deadline"),
    ],
)
def test_what_has_really_been_done_is_a_result(header: str, role: str) -> None:
    assert header_role(header) == role


@pytest.mark.parametrize(
    "header",
    ["เหตุที่คะแนนไม่เต็ม", "สิ่งที่ทำให้คะแนนต่ำ", "จุดที่เสียคะแนน", "ทำไมคะแนนไม่เต็ม", "ปัจจัยที่ทำให้คะแนนลดลง"],
)
def test_why_a_score_is_low_is_no_score(header: str) -> None:
    assert header_role(header) == "weakness"
