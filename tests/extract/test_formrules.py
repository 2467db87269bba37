"""Forms with cross rules only: labels before what is said of them."""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import Box
from extract.rules.formrules import form_rules
from extract.text.clusters import clusters_of
from tests.extract.pages import BOLD, PITCH, PLAIN, Sheet, across, tables_on

ROWS: Sequence[tuple[str, str]] = (
    ("ตัวชี้วัด", "การปฏิบัติหน้าที่"),
    ("คะแนน", "79.40"),
    ("หน่วยงานที่รับผิด", "ฝ่ายทะเบียน\nฝ่ายโยธา"),
    ("ภายใน", "30 มิ.ย. 68"),
)


def drawn(rows: Sequence[tuple[str, str]] = ROWS, *, bold: bool = True, top: float = 60) -> Sheet:
    """Labels at the left, answers at one place near the longest of them, a rule under each row."""
    sheet = Sheet()
    sheet.rule(across(top, 40, 520))
    for label, answer in rows:
        sheet.write(label, 42, top + 14, font=BOLD if bold else PLAIN)
        sheet.write(answer, 120, top + 14)
        top += 8 + PITCH * (answer.count("\n") + 1)
        sheet.rule(across(top, 40, 520))
    return sheet


def pairs(sheet: Sheet) -> list[tuple[str, ...]]:
    return [tuple(row) for rows in tables_on(sheet) for row in rows]


def test_labels_that_come_near_their_answers() -> None:
    assert pairs(drawn()) == list(ROWS)


def test_a_row_that_a_page_end_cuts_off_stands_where_others_do() -> None:
    sheet = drawn()
    sheet.rule(across(300, 40, 520), across(322, 40, 520))
    sheet.write("หน่วยงานที่รับผิด", 42, 314, font=BOLD)
    sheet.write("ทุกเดือน", 120, 314)
    assert pairs(sheet) == [*ROWS, ("หน่วยงานที่รับผิด", "ทุกเดือน")]


def test_words_between_rules_in_one_type_are_no_form() -> None:
    assert ("หน่วยงานที่รับผิด", "ฝ่ายทะเบียน\nฝ่ายโยธา") not in pairs(drawn(bold=False))


def test_numbers_and_codes_before_words_are_no_labels() -> None:
    rows = [("O1", "ข้อมูลพื้นฐาน"), ("O12", "คู่มือ"), ("55.00", "ระบบติดตาม")]
    content = drawn(rows).content
    assert form_rules(content, clusters_of(content.glyphs)) == []


def test_rows_of_forms_without_rules_between_them() -> None:
    sheet = Sheet()
    top = 60.0
    for _ in range(3):
        sheet.rule(across(top, 40, 520))
        for label, answer in ROWS:
            sheet.write(label, 42, top + 14, font=BOLD)
            sheet.write(answer, 140, top + 14)
            top += 8 + PITCH * (answer.count("\n") + 1)
        top += 8
        sheet.rule(across(top, 40, 520))
        top += 6
    flat = [tuple(text.replace("\n", "") for text in row) for row in pairs(sheet)]
    rows = [tuple(text.replace("\n", "") for text in row) for row in ROWS]
    assert [row for row in flat if any(row)] == rows * 3


def test_a_card_with_bent_corners_ends_its_first_row_and_its_last() -> None:
    sheet = Sheet()
    tops = (60.0, 200.0)
    for top in tops:
        bottom = top
        for label, answer in ROWS:
            sheet.write(label, 42, bottom + 14, font=BOLD)
            sheet.write(answer, 120, bottom + 14)
            bottom += 8 + PITCH * (answer.count("\n") + 1)
            if label != ROWS[-1][0]:
                sheet.rule(across(bottom, 40, 520))
        sheet.content.frames.append(Box(40, top, 520, bottom))
    assert pairs(sheet) == [*ROWS, *ROWS]


def test_the_last_row_may_say_several_things() -> None:
    sheet = drawn()
    sheet.write("แล้วเสร็จ", 42, 176, font=BOLD)
    sheet.write("31 มี.ค. 67", 100, 176)
    sheet.write("การติดตาม", 300, 176, font=BOLD)
    sheet.write("ทุกเดือน", 360, 176)
    sheet.rule(across(184, 40, 520))
    assert pairs(sheet) == [*ROWS, ("แล้วเสร็จ 31 มี.ค. 67 การติดตาม ทุกเดือน",)]


def test_a_row_as_bold_as_others_answers_where_they_do() -> None:
    sheet = drawn([("ปัญหา", "คิวยาว"), *ROWS])
    for glyph in sheet.content.glyphs[: len("ปัญหาคิวยาว")]:
        glyph.font = PLAIN
    assert pairs(sheet) == [("ปัญหา", "คิวยาว"), *ROWS]
