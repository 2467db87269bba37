"""Scores in lists of lines led up to by dots, however the lines break."""

from __future__ import annotations

import pytest

from extract.model import Box, Line, Paragraph, Place
from normalize.codebook import items
from tests.normalize.tables import ANALYSIS_66, ANALYSIS_67, paragraph, report, scores, table


def listed(*lines: str) -> dict[str, str]:
    found = report(ANALYSIS_67, *(paragraph(line) for line in lines))
    return {code: str(score) for code, score in scores(found).items()}


def test_a_line_of_two_names_and_scores_is_two_lines() -> None:
    # Never the score of the second for the first.
    assert listed("O6 คู่มือการปฏิบัติหน้าที่ ... 100.00 O7 คู่มือการให้บริการประชาชน ....... 0.00") == {
        "O6": "100.00",
        "O7": "0.00",
    }
    assert listed("O6 คู่มือการปฏิบัติหน้าที่ 100.00 O7 คู่มือการให้บริการประชาชน 0.00") == {
        "O6": "100.00",
        "O7": "0.00",
    }
    assert listed("O6 คู่มือการปฏิบัติ 100.00 และ O7 คู่มือการให้บริการประชาชน 0.00") == {}


def test_a_name_that_runs_on_has_its_score_at_its_end() -> None:
    assert listed(
        "I4 โปร่งใส ตรวจสอบได้ ........ 86.52",
        "I9 การมอบหมายงาน การแต่งตั้งโยกย้าย เลื่อนตำแหน่ง การเลื่อนขั้นเงินเดือน",
        "หรือการพิจารณาความดีความชอบ มีการเอื้อประโยชน์ให้กลุ่มหรือ",
        "พวกพ้อง ........ 89.22",
        "I11 ผู้บังคับบัญชาให้ความสำคัญในการป้องกันและแก้ไขปัญหาการทุจริต......",
        "91.76",
        "O21 การจัดการทรัพย์สินของราชการ ของบริจาค",
        "และการจัดเก็บของกลาง ......",
        "50.00",
    ) == {"I4": "86.52", "I9": "89.22", "I11": "91.76", "O21": "50.00"}


def test_a_number_alone_goes_on_only_where_dots_lead_up_to_it() -> None:
    assert listed("I4 โปร่งใส ตรวจสอบได้", "86.52") == {}


def test_lists_that_print_each_number_below_its_name() -> None:
    names = ("I4 โปร่งใส ตรวจสอบได้", "I6 มีการเบิกจ่ายเท็จ", "I10 มีการนำทรัพย์สินของราชการ")
    assert listed(names[0], "86.52", names[1], "91.10") == {"I4": "86.52", "I6": "91.10"}
    inline = f"{names[1]} 91.10"
    assert listed(names[0], "86.52", inline) == {"I4": "86.52", "I6": "91.10"}
    # Each number above its name, or a name without one: nothing says whose a number is.
    assert listed("86.52", names[0], "91.10", names[1]) == {}
    assert listed(names[0], names[1], "91.10") == {}
    assert listed(names[0], "86.52", "91.10", names[1], "80.00") == {}


def test_a_number_at_the_end_of_the_first_of_two_lines_of_a_name() -> None:
    head, rest = (
        "E3 มีการเรียกรับสินบน เงิน หรือผลประโยชน์ในรูปแบบอื่น ๆ",
        "ที่นอกเหนือจากค่าธรรมเนียมปกติ",
    )
    assert listed(f"{head} 78.19 {rest}") == {"E3": "78.19"}
    assert listed("I4 โปร่งใส 78.19 ตรวจสอบได้ และข้อสังเกตของผู้ตรวจการประจำปี") == {}


def test_numbers_below_several_names_are_nobodys() -> None:
    names = ("I4 โปร่งใส ตรวจสอบได้ ......", "I6 มีการเบิกจ่ายเท็จ ......")
    assert listed(*names, "86.52", "91.10") == {}


def test_a_score_before_its_code() -> None:
    assert listed("86.52 I4 โปร่งใส ตรวจสอบได้", "91.10 I6 มีการเบิกจ่ายเท็จ") == {
        "I4": "86.52",
        "I6": "91.10",
    }
    # The number may be that of the line above, which still owes its own.
    assert listed("I4 โปร่งใส ตรวจสอบได้", "86.52 I6 มีการเบิกจ่ายเท็จ") == {}


def test_a_line_of_contents_takes_no_score_from_below() -> None:
    assert listed(
        "ตัวชี้วัดที่ 10 การป้องกันการทุจริต ........ 41", "ผลโดยย่อ", "คะแนนภาพรวม ...... 85.21"
    ) == {"ITA": "85.21"}


def test_the_overall_score_may_say_ita_before_or_behind_its_name() -> None:
    for name in ("คะแนน ITA ภาพรวม", "คะแนนภาพรวม (ITA)", "คะแนนภาพรวม"):
        assert listed(f"{name}: 89.10") == {"ITA": "89.10"}


def test_pairs_of_codes_and_scores_on_a_line() -> None:
    expected = {"I1": "83.71", "I2": "87.15", "I3": "94.67"}
    for line in (
        "I1 = 83.71   I2 = 87.15   I3 = 94.67",
        "I1 83.71, I2 87.15, I3 94.67",
        "- ข้อ I1 (83.71 คะแนน) ข้อ I2 (87.15 คะแนน) ข้อ I3 (94.67 คะแนน)",
        "I1: 83.71 | I2: 87.15 | I3: 94.67",
    ):
        assert listed("คะแนนรายข้อ", line) == expected
    # Other words among them, or a heading of something else: what the numbers are is not said.
    assert listed("ค่าเป้าหมายรายข้อ", "I1 = 83.71   I2 = 87.15") == {}
    assert listed("คะแนนรายข้อ", "I1 = 83.71   เป้าหมาย I2 = 87.15") == {}


def test_a_line_of_one_item_among_lines_of_several() -> None:
    lines = ("I1 : 83.71 I2 : 87.15", "I10 : 94.67", "I11 : 90.10 I12 : 88.12")
    assert listed("คะแนนรายข้อ", *lines)["I10"] == "94.67"
    assert "I10" not in listed("คะแนนรายข้อ", *lines[:2])


def test_the_first_line_of_a_list_may_share_a_cell_with_the_heading_of_the_list() -> None:
    band = "OIT : แบบวัดการเปิดเผยข้อมูลสาธารณะ ได้ 78.13 คะแนน\nข้อ O6 คู่มือการปฏิบัติหน้าที่ 100.00"
    rows: list[list[str | None]] = [
        [band, None, None],
        ["ข้อ O7", "คู่มือการให้บริการประชาชน", "0.00"],
        ["ข้อ O8", "E-Service", "50.00"],
    ]
    found = scores(report(ANALYSIS_67, table(rows, {(0, 0): (1, 3)})))
    assert {code: str(found[code]) for code in ("O6", "O7", "O8")} == {
        "O6": "100.00",
        "O7": "0.00",
        "O8": "50.00",
    }
    # Its words must be the item's.
    rows[0][0] = band.replace("คู่มือการปฏิบัติหน้าที่", "ประกาศต่าง ๆ")
    assert "O6" not in scores(report(ANALYSIS_67, table(rows, {(0, 0): (1, 3)})))


def test_a_name_that_fills_its_line_leaves_no_room_before_its_score() -> None:
    assert listed("ข้อ O12 ระบบติดตาม (Tracking System) สถานะการขอใบอนุญาต100.00") == {"O12": "100.00"}
    assert listed("ข้อ O12 ระบบติดตามงานก่อสร้างในเขต100.00") == {}


def test_dots_lead_to_whole_points_and_a_heading_has_a_number() -> None:
    lines = (
        "2.5 คะแนนรายข้อของแบบตรวจ (OIT)",
        "O1 ข้อมูลพื้นฐานของสำนักงานเขต..........100 คะแนน",
        "O3 โรงเรียนสังกัดกรุงเทพมหานคร ในพื้นที่เขต......50",
        "คะแนน",
    )
    assert listed(*lines) == {"O1": "100", "O3": "50"}
    assert listed("O1 ข้อมูลพื้นฐานของสำนักงานเขต..........12") == {}


def test_rows_of_a_table_without_a_column_of_scores_are_lines_of_a_list() -> None:
    rows = [
        ["I4", "โปร่งใส ตรวจสอบได้ 86.52"],
        ["I6", "มีการเบิกจ่ายเท็จ 90.10"],
    ]
    found = scores(report(ANALYSIS_67, table(rows)))
    assert {c: str(s) for c, s in found.items()} == {"I4": "86.52", "I6": "90.10"}


def test_titles_of_a_list_of_items_may_be_told_in_short() -> None:
    lines = (
        "E๗ คู่มือสำหรับประชาชนเข้าถึงง่าย.....................๙๔.๘๙",
        "E๘ ภาพลักษณ์องค์กรทันสมัย..........๙๘.๑๐",
        "E๑๐การเผยแพร่ผลการดำเนินงาน.......................๙๒.๗๒",
    )
    found = report(ANALYSIS_66, *map(paragraph, lines))
    assert {s.code: str(s.score) for s in found.scores} == {
        "E7": "94.89",
        "E8": "98.10",
        "E10": "92.72",
    }
    # One line alone has to say what it is of, and none has the title of another item.
    assert report(ANALYSIS_66, paragraph(lines[1])).scores == ()
    other = paragraph(f"E๙ {items(2566)['E8'].title_th}.....๙๘.๑๐")
    assert "E9" not in {s.code for s in report(ANALYSIS_66, *map(paragraph, lines), other).scores}


def test_titles_in_the_offices_own_words_where_the_numbers_are_said_to_be_points() -> None:
    told = listed(
        "• I1 ให้คำแนะนำช่วยเหลือประชาชนด้วยความเต็มใจ 97.54 คะแนน",
        "• I2 ปฏิบัติต่อผู้รับบริการอย่างเป็นธรรม 88.54 คะแนน",
        "• I5 การรักษาวินัย 89.03 คะแนน",
        "• E5 ถูกร้องขอเงินหรือของขวัญ 100 คะแนน",
        "• E6 ความพึงพอใจของงาน (เต็ม 100 คะแนน)",
    )
    assert told == {"I1": "97.54", "I2": "88.54", "I5": "89.03", "E5": "100"}


def test_items_that_share_the_score_of_their_row() -> None:
    told = listed(
        "ช่วงคะแนน ข้อประเมิน (คะแนนที่ได้)",
        "100.00 คะแนน O1, O2, O3,",
        "O15, O16",
        "95.00 – 99.99 คะแนน I2 (97.11), I3 (97.41)",
        "85.00 คะแนน I5, I6",
    )
    assert told == {
        **dict.fromkeys(("O1", "O2", "O3", "O15", "O16"), "100.00"),
        **{"I2": "97.11", "I3": "97.41"},
    }


def test_an_indicator_with_its_items_behind_its_name() -> None:
    line = "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล (O1 – O22)........ 86.36"
    found = report(ANALYSIS_66, paragraph(line))
    assert {code: str(v) for code, v in scores(found).items()} == {"9": "86.36"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("เฉลี่ยตัวชี้วัดที่ 8 85.23", {"8": "85.23"}),
        ("ค่าเฉลี่ยตัวชี้วัดที่ 10 : 74.50 คะแนน", {"10": "74.50"}),
        ("เฉลี่ยตัวชี้วัดที่ 12 85.23", {}),
        ("เฉลี่ยตัวชี้วัดที่ 8 ของทุกเขต 85.23", {}),
    ],
)
def test_the_mean_of_an_indicator_below_its_items(line: str, expected: dict[str, str]) -> None:
    found = report(ANALYSIS_67, paragraph(line))
    assert {c: str(s) for c, s in scores(found).items()} == expected


def test_all_items_of_an_indicator_and_whole_numbers_that_dots_lead_to() -> None:
    found = report(
        ANALYSIS_66,
        *(
            paragraph(line)
            for line in (
                "I12 ใช้อำนาจแสวงหาผลประโยชน์ส่วนตน ................ 81.87",
                "I13 ใช้อำนาจโดยยึดหลักกฎหมาย ................ 86.61",
                "I14 ถูกใช้ให้ทำธุระส่วนตัว ................ 100",
                "I15 ถูกสั่งให้ทำสิ่งที่ผิดระเบียบ ................ 90.99",
                "O1 – O22 การเปิดเผยข้อมูล ................ 95.45",
                "O23 – O29 การป้องกันการทุจริต ................ 93.75",
            )
        ),
    )
    told = {c: str(s) for c, s in scores(found).items()}
    assert told == {"I12": "81.87", "I13": "86.61", "I14": "100", "I15": "90.99", "9": "95.45"}


def test_the_whole_before_its_instruments_in_one_line() -> None:
    line = paragraph("คะแนนรวม ITA ๘๑.๗๑   IIT ๘๔.๐๔   EIT ๘๔.๑๕   OIT ๗๘.๑๓")
    found = {s.code: str(s.score) for s in report(ANALYSIS_67, line).scores}
    assert found == {"ITA": "81.71", "IIT": "84.04", "EIT": "84.15", "OIT": "78.13"}
    aimed = paragraph("คะแนนเป้าหมาย 81.71 IIT 84.04 EIT 84.15 OIT 78.13")
    assert "ITA" not in {s.code for s in report(ANALYSIS_67, aimed).scores}


@pytest.mark.parametrize(
    "line",
    ["การปฏิบัติหน้าที่ ตัวชี้วัดที่ 1 ได้ 89.52 คะแนน", "การปฏิบัติหน้าที่ (ตัวชี้วัดที่ 1) 89.52"],
)
def test_the_name_of_an_indicator_before_its_number(line: str) -> None:
    heading = paragraph("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน")
    found = report(ANALYSIS_67, heading, paragraph(line)).scores
    assert [(s.code, str(s.score)) for s in found] == [("1", "89.52")]
    other = paragraph(line.replace("การปฏิบัติหน้าที่", "การใช้อำนาจ"))
    assert not report(ANALYSIS_67, other).scores


TITLE = items(2567)["I6"].title_th


@pytest.mark.parametrize(
    "lines",
    [
        (f"2. {TITLE} (ข้อ I6) 96.06 คะแนน",),
        (f"• {TITLE} (I6) 96.06",),
        (f"2. {TITLE} (ข้อ I6)", "96.06 คะแนน"),
        (f"2. {TITLE}", "(ข้อ I6) 96.06 คะแนน"),
        ("ผู้ตอบให้คะแนนตามนี้", f"1. {TITLE} (ข้อ I6) ได้ 96.06 คะแนน"),
    ],
    ids=["behind", "bullet", "number below", "code below", "who answered"],
)
def test_codes_behind_titles(lines: tuple[str, ...]) -> None:
    assert listed(*lines) == {"I6": "96.06"}


def test_a_code_behind_another_title_or_a_target() -> None:
    assert listed("2. เรื่องที่ไม่มีในแบบวัดนี้เลย (ข้อ I6) 96.06 คะแนน") == {}
    assert listed("คะแนนเป้าหมายของปีหน้า", f"2. {TITLE} (ข้อ I6) 96.06 คะแนน") == {}


def test_a_sentence_below_the_last_line_of_a_list() -> None:
    box = Box(40, 100, 500, 116)
    texts = "• ตัวชี้วัด “การใช้อำนาจ” (ตัวชี้วัดที่ 3) มีคะแนน 92.30", "ข้อที่ได้คะแนนสูงสุดสองข้อ คือ"
    lines = tuple(Line(t, box, 16) for t in texts)
    block = Paragraph("".join(texts), Place(1, box), lines, 16, False)
    found = report(ANALYSIS_67, block).scores
    assert [(s.code, str(s.score)) for s in found] == [("3", "92.30")]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (f"[I6] {TITLE} — 96.07", "I6"),
        (f"{TITLE} [I6] 96.07", "I6"),
        (f"1) I6 {TITLE} (96.07)", "I6"),
        (f"1) I6 – {TITLE} – 96.07", "I6"),
        (f"96.07 คะแนน ข้อ I6 {TITLE}", "I6"),
        ("ข้อ I6 ได้ 96.07", "I6"),
        ("การปฏิบัติหน้าที่ [ตัวชี้วัดที่ 1] 96.07 คะแนน", "1"),
        ("คะแนนตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ เท่ากับ 96.07", "1"),
        ("ผลคะแนน ITA ปี 2567 : 96.07 คะแนน", "ITA"),
        ("แบบวัด IIT (ร้อยละ 30) ได้ 96.07 คะแนน", "IIT"),
    ],
)
def test_lines_of_names_and_numbers_in_any_order(line: str, code: str) -> None:
    assert listed(line) == {code: "96.07"}


def test_a_total_of_another_year_is_not_that_of_the_assessment() -> None:
    assert listed("ผลคะแนน ITA ปี 2565 : 96.07 คะแนน") == {}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("89.52 คะแนนเฉลี่ยของตัวชี้วัดที่ 1", {"1": "89.52"}),
        ("88.37 คะแนนรวมของแบบวัด EIT", {"EIT": "88.37"}),
        ("88.37 คะแนนรวมของทุกเขต", {}),
    ],
)
def test_the_mean_before_what_it_is_of(line: str, expected: dict[str, str]) -> None:
    assert listed(line) == expected


def test_a_score_whose_decimals_are_the_number_of_its_item_is_no_section() -> None:
    assert listed("85.06 I6 มีการเบิกจ่ายเท็จ", "91.51 I4 โปร่งใส ตรวจสอบได้") == {
        "I6": "85.06",
        "I4": "91.51",
    }
    assert listed("3.10 ตัวชี้วัดที่ 10 การป้องกันการทุจริต") == {}


def test_two_titles_with_codes_and_scores_behind_them_in_one_line() -> None:
    line = "มีการเบิกจ่ายเท็จ (I6) ได้ 85.84 คะแนนโปร่งใส ตรวจสอบได้ (I4) ได้ 96.61 คะแนน"
    assert listed(line) == {"I6": "85.84", "I4": "96.61"}
