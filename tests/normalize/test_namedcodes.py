"""Indicators that carry the codes of their items, and reviews named by a time."""

from __future__ import annotations

import pytest

from normalize.names.namedcodes import name_and_codes
from normalize.names.phrases import header_role
from tests.normalize.tables import PLAN_66, kinds, paragraph, report, table

PLAN_68 = paragraph(
    "มาตรการยกระดับคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. ๒๕๖๘ จากผลการประเมินปี ๒๕๖๗ สำนักงานเขตบางรัก"
)
NAMED = [
    ("1", "การปฏิบัติหน้าที่", "I1 – I3", ("I1", "I2", "I3")),
    ("3", "การใช้อำนาจ", "I7, I8 และ I9", ("I7", "I8", "I9")),
    ("4", "การใช้ทรัพย์สินของราชการ", "I10", ("I10",)),
    ("9", "การเปิดเผยข้อมูล", "O1-4", ("O1", "O2", "O3", "O4")),
    ("9", "การเปิดเผยข้อมูล", "O9 ถึง O10", ("O9", "O10")),
]
FORMS = [
    "{n}. {t} ({c})",
    "{n}. {t} [{c}]",
    "{n}. {t} : {c}",
    "{n} {t} {c}",
    "ตัวชี้วัดที่ {n} {t} / {c}",
    "{t} ({c})",
    "{n}) {t} – {c}",
    "{n}. {t} (รายข้อ {c})",
    "{n}. {t} ({c} รวม 3 ข้อ)",
    "{c} {t}",
    "{n}. {t}\n({c})",
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("head", ["ตัวชี้วัด / ข้อ", "ข้อ", "ประเด็น", "ตัวชี้วัด"])
def test_the_items_behind_the_name_of_their_indicator(form: str, head: str) -> None:
    rows = [[head, "มาตรการ", "ผู้รับผิดชอบ"]]
    rows += [
        [form.format(n=n, t=t, c=c), f"ประชุมรายสัปดาห์เรื่องที่{n}ของ{t}{c[-1]}", "ฝ่ายโยธา"]
        for n, t, c, _ in NAMED
    ]
    found = report(PLAN_68, table(rows))
    assert [(m.codes, m.indicator) for m in found.measures] == [(c, n) for n, _, _, c in NAMED]
    assert not kinds(found) & {"code-doubtful", "code-inferred"}


@pytest.mark.parametrize(
    "text",
    [
        "1. การปฏิบัติหน้าที่",
        "I4 โปร่งใส ตรวจสอบได้",
        "3. จัดอบรมเรื่องการใช้อำนาจ (I7)",
        "ตัวชี้วัดที่ 3 การใช้อำนาจ (ร้อยละ 30)",
        "การใช้อำนาจ 87.57",
        "การใช้งบประมาณ (I4) ได้ 92.04 คะแนน",
    ],
)
def test_other_texts_are_no_names_with_codes(text: str) -> None:
    assert name_and_codes(text) is None


def test_a_score_beside_one_code_stays_the_indicators() -> None:
    rows = [
        ["ตัวชี้วัด", "คะแนน"],
        ["3. การใช้อำนาจ", "87.57"],
        ["4. การใช้ทรัพย์สินของราชการ (I10)", "97.70"],
        ["5. การแก้ไขปัญหาการทุจริต", "92.87"],
    ]
    codes = {s.code for s in report(PLAN_68, table(rows)).scores}
    assert codes == {"3", "4", "5"}


@pytest.mark.parametrize(
    "header",
    ["ห้วงเวลาติดตาม", "ช่วงเวลาในการกำกับดูแล", "กรอบเวลาการติดตาม", "เวลาที่จะทบทวน", "ปฏิทินการสอบทาน"],
)
def test_a_time_of_reviews_is_no_deadline(header: str) -> None:
    assert header_role(header) == "monitoring"
    rows = [
        ["รหัส", "มาตรการ", "ผู้รับผิดชอบ", header],
        ["I1", "ติดป้ายบอกขั้นตอน", "ฝ่ายโยธา", "ปีละ 2 ครั้ง"],
        ["I2", "เปิดช่องบริการด่วน", "ฝ่ายทะเบียน", "ทุกสัปดาห์"],
    ]
    found = report(PLAN_66, table(rows)).measures
    assert [(m.monitoring_months, m.deadline_raw) for m in found] == [(6, None), (0.25, None)]


@pytest.mark.parametrize("header", ["ห้วงเวลาดำเนินการ", "กำหนดเวลาแล้วเสร็จ", "ระยะเวลาที่ใช้"])
def test_other_times_are_deadlines(header: str) -> None:
    assert header_role(header) == "deadline"


def test_a_deadline_whose_header_names_reviews_holds_them_too() -> None:
    rows = [
        ["รหัส", "มาตรการ", "ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ/ติดตาม"],
        ["I1", "ติดป้ายบอกขั้นตอน", "ฝ่ายโยธา", "ภายใน 30 ก.ย. 67 ติดตามทุกเดือน"],
        ["I2", "เปิดช่องบริการด่วน", "ฝ่ายทะเบียน", "31 ส.ค. 2567 ติดตามรายไตรมาส"],
    ]
    found = report(PLAN_66, table(rows)).measures
    assert [(m.deadline, m.monitoring_months) for m in found] == [
        ("2024-09-30", 1),
        ("2024-08-31", 3),
    ]


HEADS = [
    "{n}. {t} (ข้อ {c})",
    "{n}. {t} – {c}",
    "ตัวชี้วัดที่ {n} {t} : {c}",
    "{n}. {c} {t}",
    "{n}) {t} [{c}]",
]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("mark", ["•", "-", "{n}.1", "1)"])
@pytest.mark.parametrize("head", HEADS)
def test_lines_of_text_below_names_with_codes(head: str, mark: str, bold: bool) -> None:
    lines = []
    for n, title, codes, _ in NAMED:
        lines += [
            paragraph(head.format(n=n, t=title, c=codes), bold=bold),
            paragraph(f"{mark.format(n=n)} ติดป้ายบอกขั้นตอนหน้าห้องที่ {n}"),
            paragraph(f"{mark.format(n=n).replace('1', '2')} เปิดช่องบริการด่วนช่วงเช้า"),
            paragraph("ผู้รับผิดชอบ: ฝ่ายโยธา"),
            paragraph("ระยะเวลา: แล้วเสร็จภายในวันที่ 30 เมษายน 2568"),
        ]
    found = report(PLAN_68, *lines).measures
    assert [(m.codes, m.indicator) for m in found] == [(c, n) for n, _, _, c in NAMED]
    assert all(len([s for s in m.steps if s.kind == "measure"]) == 2 for m in found)
    assert {(m.units, m.deadline) for m in found} == {(("ฝ่ายโยธา",), "2025-04-30")}


def test_a_name_with_codes_above_items_is_a_heading_of_theirs() -> None:
    lines = [
        paragraph("9. การเปิดเผยข้อมูล (O1 – O4)", bold=True),
        *(
            line
            for code in ("O1", "O3")
            for line in (
                paragraph(f"ข้อ {code}", bold=True),
                paragraph(f"มาตรการ: ปรับหน้าเว็บให้ข้อมูล {code} ค้นง่าย"),
                paragraph("ผู้รับผิดชอบ: ฝ่ายปกครอง"),
            )
        ),
    ]
    found = report(PLAN_68, *lines).measures
    assert [m.codes for m in found] == [("O1",), ("O3",)]


def test_in_brackets_the_number_of_the_indicator_is_enough() -> None:
    assert name_and_codes("ตัวชี้วัดที่ 2 (I4, I5, I6)") == ("ตัวชี้วัดที่ 2", "I4, I5, I6")
    assert name_and_codes("ตัวชี้วัดที่ 2 I4") is None


def test_a_running_number_like_that_of_the_indicator_beside_it_hides_no_codes() -> None:
    rows = [
        ["ที่", "มาตรการ/กิจกรรม", "ตอบตัวชี้วัด (ข้อ)", "ผู้รับผิดชอบ"],
        ["1", "จัดอบรมเจ้าหน้าที่ทุกฝ่าย", "ตัวชี้วัดที่ 1 (I1, I2)", "ฝ่ายปกครอง"],
        ["2", "ติดป้ายประกาศทุกชั้น", "ตัวชี้วัดที่ 1 (I3)", "ทุกฝ่าย"],
    ]
    found = report(PLAN_66, table(rows))
    assert [m.codes for m in found.measures] == [("I1", "I2"), ("I3",)]


@pytest.mark.parametrize("between", [" ข้อ ", "\nข้อ ", " ข้อที่ "])
def test_the_number_of_a_row_is_not_that_of_its_indicator(between: str) -> None:
    rows = [["ที่", "มาตรการ", "ตอบตัวชี้วัด", "ผู้รับผิดชอบ"]]
    for number, code in (("1", "I2"), ("2", "I5"), ("3", "E4")):
        part = {"E4": "7"}.get(code, number)
        rows.append([number, f"จัดอบรม{code}", f"ตัวชี้วัดที่ {part}{between}{code}", "ฝ่ายโยธา"])
    found = report(PLAN_68, table(rows)).measures
    assert [m.codes for m in found] == [("I2",), ("I5",), ("E4",)]
