"""Numbers that stand where a score could, and are none; what cannot be read is said."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extract.text.lines import join_text
from normalize.codebook import items
from normalize.names.codes import entries_of
from normalize.words.text import clean
from normalize.words.values import bare_score, find_scores
from tests.normalize.tables import ANALYSIS_66, ANALYSIS_67, Grid, paragraph, report, scores, table

HEADER = ["ข้อคำถาม", "ประเด็นที่ต้องปรับปรุง", "มาตรการ", "ผู้รับผิดชอบ"]


def question(code: str, score: str | None = None) -> str:
    title = items(2566)[code].title_th
    return f"{code} {title}" + (f" ({score} คะแนน)" if score else "")


def scores_67(
    rows: Grid, spans: dict[tuple[int, int], tuple[int, int]] | None = None
) -> dict[str, str]:
    return {s.code: str(s.score) for s in report(ANALYSIS_67, table(rows, spans)).scores}


@pytest.mark.parametrize(
    "text",
    ["ข้อละ 5 คะแนน", "คะแนน 3 ข้อ", "คะแนน 85 ขึ้นไป", "เพิ่มขึ้น 2.30 คะแนน", "ลดลง 2.30 คะแนน"],
)
def test_numbers_of_points_that_are_no_scores(text: str) -> None:
    assert find_scores(clean(text)) == []


def test_full_marks_are_a_score() -> None:
    assert [f.value for f in find_scores("ได้คะแนนเต็ม 100.00 คะแนน")] == [Decimal("100.00")]
    assert find_scores("คะแนนเต็ม 100 คะแนน") == []


@pytest.mark.parametrize("text", ["96.67 (AA)", "96.67 A", "96.6 7", "96.67"])
def test_a_grade_or_a_torn_number_in_a_score_cell(text: str) -> None:
    assert bare_score(text) == Decimal("96.67")


@pytest.mark.parametrize(
    "other",
    [
        "คะแนนเป้าหมาย", "คะแนนปีที่ผ่านมา", "คะแนนเฉลี่ยกรุงเทพมหานคร", "คะแนนสูงสุด", "จำนวนผู้ตอบ",
        "อันดับปี 2566", "คะแนนดิบ", "ร้อยละของผู้ตอบ",
    ],
)  # fmt: skip
@pytest.mark.parametrize("swapped", [False, True])
def test_another_column_of_numbers_is_never_the_score(other: str, swapped: bool) -> None:
    rows: list[list[str | None]] = [
        ["ข้อ", other, "คะแนนที่ได้"],
        ["I1", "95.00", "85.10"],
        ["I2", "96.00", "83.20"],
        ["I3", "97.00", "82.20"],
    ]
    if swapped:
        rows = [[row[0], row[2], row[1]] for row in rows]
    assert scores_67(rows) == {"I1": "85.10", "I2": "83.20", "I3": "82.20"}


@pytest.mark.parametrize("word", ["รวม", "เฉลี่ย", "คะแนนเฉลี่ย", "คะแนนรวม"])
def test_the_total_of_a_section_is_not_the_overall_score(word: str) -> None:
    rows = [["ข้อ", "คะแนน"], ["I1", "85.10"], ["I2", "83.20"], [word, "84.15"]]
    assert scores_67(rows) == {"I1": "85.10", "I2": "83.20"}


def test_the_total_of_a_summary_is_the_overall_score() -> None:
    rows = [
        ["ตัวชี้วัด", "คะแนน"],
        ["1. การปฏิบัติหน้าที่", "85.10"],
        ["2. การใช้งบประมาณ", "83.20"],
        ["คะแนนรวม", "84.15"],
    ]
    assert scores_67(rows) == {"1": "85.10", "2": "83.20", "ITA": "84.15"}


def test_targets_and_changes_are_no_year() -> None:
    rows = [
        ["ปีงบประมาณ", "IIT", "EIT"],
        ["พ.ศ. 2567", "89.70", "85.15"],
        ["เพิ่มขึ้น", "2.50", "0.75"],
        ["เป้าหมาย 2568", "92.00", "90.00"],
    ]
    found = {(s.fiscal_year, s.code): str(s.score) for s in report(ANALYSIS_67, table(rows)).scores}
    assert found == {(2567, "IIT"): "89.70", (2567, "EIT"): "85.15"}


def test_a_cell_beside_several_rows_names_their_group() -> None:
    rows: list[list[str | None]] = [
        ["แบบวัด", "ลำดับ", "ประเด็น", "คะแนน"],
        ["IIT", "1", "เรื่องที่ไม่มีในแบบวัดใด", "80.10"],
        [None, "2", "อีกเรื่องหนึ่งที่ไม่มีในแบบวัดใด", "82.95"],
    ]
    assert scores_67(rows, {(1, 0): (2, 1)}) == {}


def test_codes_that_no_book_has_are_said() -> None:
    rows = [["ข้อ", "คะแนน"], ["I1", "91.00"], ["I26", "92.00"], ["I3", "90.00"]]
    read = report(ANALYSIS_67, table(rows))
    assert {s.code for s in read.scores} == {"I1", "I3"}
    assert any(f.kind == "code-unknown" and "I26" in f.message for f in read.findings)


@pytest.mark.parametrize("span", ["O1 – O3", "O5 – O9"])
def test_the_score_of_a_part_of_an_indicator_is_nobodys(span: str) -> None:
    rows = [HEADER, [f"{span} (84.21 คะแนน)", "ช้า", "อบรม", "ฝ่ายโยธา"]]
    read = report(ANALYSIS_66, table(rows))
    assert read.scores == ()
    assert any(f.kind == "score-without-code" for f in read.findings)


@pytest.mark.parametrize("number", ["192.00", "92,30", "92.305", "100.01"])
def test_a_number_that_is_no_score_is_a_finding(number: str) -> None:
    rows = [["ข้อ", "คะแนน"], ["I1", "91.00"], ["I2", number], ["I3", "90.00"]]
    read = report(ANALYSIS_67, table(rows))
    assert {s.code for s in read.scores} == {"I1", "I3"}
    assert any(f.kind == "score-unread" and number in f.message for f in read.findings)


@pytest.mark.parametrize("form", ["(91.20)", "(ร้อยละ 91.20)", "[91.20]", "= 91.20", "(๙๑.๒๐)"])
def test_forms_of_a_score_behind_its_item(form: str) -> None:
    rows = [HEADER, [question("I1") + " " + form, "ช้า", "อบรม", "ฝ่ายโยธา"]]
    assert {s.code: str(s.score) for s in report(ANALYSIS_66, table(rows)).scores} == {
        "I1": "91.20"
    }


def test_a_score_that_is_printed_wrongly_is_a_finding() -> None:
    rows = [HEADER, [question("I1") + " (91,20 คะแนน)", "ช้า", "อบรม", "ฝ่ายโยธา"]]
    read = report(ANALYSIS_66, table(rows))
    assert read.scores == () and any(f.kind == "score-unread" for f in read.findings)


@pytest.mark.parametrize("number", ["คะแนน 500", "700 คะแนน", "ได้คะแนน ๙๐๐", "(191.20 คะแนน)"])
def test_a_number_above_100_with_an_item_or_a_section_is_a_finding(number: str) -> None:
    item: Grid = [HEADER, [f"{question('I1')} {number}", "ช้า", "อบรม", "ฝ่ายโยธา"]]
    section: Grid = [
        HEADER,
        [f"ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ {number}", None, None, None],
        [question("I1"), "ช้า", "อบรม", "ฝ่ายโยธา"],
    ]
    for rows, code in ((item, "I1"), (section, "1")):
        read = report(ANALYSIS_66, table(rows, {(1, 0): (1, 4)} if code == "1" else {}))
        assert read.scores == ()
        (finding,) = [f for f in read.findings if f.kind == "score-unread"]
        assert f"with {code} " in finding.message


@pytest.mark.parametrize("words", ["(คะแนนเต็ม 100 คะแนน)", "ผู้ตอบ 250 คน", "จาก 100 คะแนน"])
def test_other_numbers_with_an_item_are_no_unread_score(words: str) -> None:
    rows = [HEADER, [f"{question('I1')} {words}", "ช้า", "อบรม", "ฝ่ายโยธา"]]
    assert not any(f.kind == "score-unread" for f in report(ANALYSIS_66, table(rows)).findings)


def test_a_column_nobody_knows_is_a_finding() -> None:
    rows = [["ข้อ", "กขคง", "คะแนน"], ["I1", "บริการดีมาก", "91.00"], ["I2", "รวดเร็วดี", "92.00"]]
    read = report(ANALYSIS_67, table(rows))
    assert any(f.kind == "column-unread" and "กขคง" in f.message for f in read.findings)


def test_a_note_under_a_table_is_kept() -> None:
    rows = [["ข้อ", "คะแนน"], ["I1", "91.00"], ["I2", "92.00"], ["หมายเหตุ ปรับแล้ว", "50.00"]]
    assert "50.00" in {source.raw for _, source in report(ANALYSIS_67, table(rows)).ignored}


@pytest.mark.parametrize("sign", ['"', '- " -', "”", "''"])
def test_a_ditto_sign_says_what_stands_above(sign: str) -> None:
    rows = [
        HEADER,
        [question("I1", "91.20"), "ช้า", "จัดอบรม", "ฝ่ายปกครอง"],
        [question("I2", "92.20"), "นาน", sign, sign],
    ]
    assert [(m.codes, m.measure) for m in report(ANALYSIS_66, table(rows)).measures] == [
        (("I1", "I2"), "จัดอบรม")
    ]


@pytest.mark.parametrize("level", ["ผ่านดี", "A", "ดีมาก"])
def test_levels_beside_scores(level: str) -> None:
    rows = [
        ["ตัวชี้วัด", "คะแนน", "ระดับ"],
        ["1. การปฏิบัติหน้าที่", "91.00", level],
        ["2. การใช้งบประมาณ", "92.00", level],
    ]
    assert scores_67(rows) == {"1": "91.00", "2": "92.00"}


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("ข้อ I1 เจ้าหน้าที่", ["I1"]),
        ("[I1] เจ้าหน้าที่", ["I1"]),
        ("I1–เจ้าหน้าที่", ["I1"]),
        ("I1,2,3 เจ้าหน้าที่", ["I1", "I2", "I3"]),
        ("I1 I2 I3", ["I1", "I2", "I3"]),
        ("• I1 เจ้าหน้าที่", ["I1"]),
        ("1. I5 เจ้าหน้าที่", ["I5"]),
        ("1) O1 ข้อมูล", ["O1"]),
        ("ข้อคำถาม I1 เจ้าหน้าที่", ["I1"]),
    ],
)
def test_what_stands_around_a_code(text: str, tokens: list[str]) -> None:
    assert [e.token for e in entries_of(clean(text))] == tokens


def test_a_range_in_words() -> None:
    [entry] = entries_of("ข้อ O1 ถึงข้อ O22")
    assert (entry.token, entry.last) == ("O1", "O22")


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("ครั้งที่ ๑", "๓๐ มี.ค. ๖๖", "ครั้งที่ ๑ ๓๐ มี.ค. ๖๖"),
        ("ปี ๒๕๖๖", "๓ ครั้ง", "ปี ๒๕๖๖ ๓ ครั้ง"),
        ("10.5", "2 ครั้ง", "10.5 2 ครั้ง"),
        ("๓๐ กันยายน ๒๕", "๖๖", "๓๐ กันยายน ๒๕๖๖"),
        ("๑๕ มี.ค. ๖", "๖", "๑๕ มี.ค. ๖๖"),
        ("๘๔.๒", "๐", "๘๔.๒๐"),
        ("(๙๑.", "๒๐ คะแนน)", "(๙๑.๒๐ คะแนน)"),
    ],
)
def test_digits_at_line_ends(first: str, second: str, whole: str) -> None:
    assert join_text(first, second) == whole


def test_the_hundred_that_a_score_is_given_out_of() -> None:
    found = report(
        ANALYSIS_67,
        paragraph("สำนักงานเขตบางรักมีผลคะแนนรวม 100 คะแนน เท่ากับ 91.49 คะแนน แบบวัด IIT 88.69 คะแนน"),
    )
    assert {c: str(s) for c, s in scores(found).items()} == {"ITA": "91.49", "IIT": "88.69"}


def test_a_change_with_its_sign_is_no_score() -> None:
    text = "เมื่อเทียบกับปีก่อน สำนักงานเขตบางรักมีคะแนนภาพรวมเปลี่ยนแปลงไป -2.02 คะแนน"
    assert scores(report(ANALYSIS_67, paragraph(text))) == {}
    assert scores(report(ANALYSIS_67, paragraph("ข้อ I4 มีคะแนน +1.20 คะแนน"))) == {}


def test_a_running_number_beside_a_numbered_indicator_and_an_item() -> None:
    rows = [
        ["ลำดับ", "ตัวชี้วัด", "รหัส", "ข้อคำถาม", "คะแนน"],
        ["1", "1. การปฏิบัติหน้าที่", "I3", "มีการเรียกรับสินบนจากการปฏิบัติหน้าที่", "85.93"],
        ["2", "2. การใช้งบประมาณ", "I6", "มีการเบิกจ่ายเท็จ", "86.91"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert {c: str(s) for c, s in scores(found).items()} == {"I3": "85.93", "I6": "86.91"}


def test_columns_of_instruments_over_rows_of_indicators() -> None:
    rows = [
        ["ตัวชี้วัด", "IIT", "EIT", "OIT"],
        ["1. การปฏิบัติหน้าที่", "91.14", "-", "-"],
        ["6. คุณภาพการดำเนินงาน", "-", "86.05", "-"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert {c: str(s) for c, s in scores(found).items()} == {"1": "91.14", "6": "86.05"}


def test_a_running_number_beside_an_indicators_name_and_a_code() -> None:
    rows = [
        ["ที่", "ตัวชี้วัด", "ข้อ", "คะแนน", "มาตรการ"],
        ["1", "การปฏิบัติหน้าที่", "I1", "91.08", "จัดอบรมบุคลากร"],
        ["2", "การใช้งบประมาณ", "I5", "93.54", "แจ้งเวียนแผน"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert {c: str(s) for c, s in scores(found).items()} == {"I1": "91.08", "I5": "93.54"}


def test_the_number_of_a_code_with_a_space_is_no_score() -> None:
    assert [f.value for f in find_scores("O 23 - O 30 คะแนน 100.00 คะแนน")] == [Decimal("100.00")]
    assert find_scores("O 23 - O 30 คะแนน") == []
    assert [f.value for f in find_scores("ITA 93.02 คะแนน")] == [Decimal("93.02")]


@pytest.mark.parametrize(
    "name",
    [
        "ค่าน้ำหนัก (ร้อยละ)",
        "คะแนนเต็ม",
        "ค่าเป้าหมาย",
        "สัดส่วนคะแนน",
        "เกณฑ์ผ่าน",
        "คะแนนถ่วงน้ำหนัก",
        "ผลต่าง",
        "อันดับ",
        "จำนวนผู้ตอบ",
        "",
    ],
)
def test_rows_below_the_instruments_that_hold_something_else(name: str) -> None:
    head = ["รายการ", "IIT", "EIT", "OIT", "คะแนนรวม ITA"]
    other = [name, "30", "30", "40", "100"]
    own = ["คะแนนที่ได้ (คะแนนเต็ม 100)", "83.81", "82.18", "84.09", "83.43"]
    right = {"IIT": "83.81", "EIT": "82.18", "OIT": "84.09", "ITA": "83.43"}
    for rows in ([head, other, own], [head, own, other]):
        found = report(ANALYSIS_67, table(rows))
        assert {s.code: str(s.score) for s in found.scores} == right


def test_rows_below_the_instruments_that_their_names_say_the_year_of() -> None:
    rows = [
        ["รายการ", "IIT", "EIT", "OIT", "คะแนนรวม"],
        ["ผลคะแนนปี 2566", "80.10", "81.20", "82.30", "81.50"],
        ["ผลคะแนนปี 2567", "83.81", "82.18", "84.09", "83.43"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert {(s.fiscal_year, s.code): str(s.score) for s in found.scores if s.code == "IIT"} == {
        (2566, "IIT"): "80.10",
        (2567, "IIT"): "83.81",
    }


@pytest.mark.parametrize(
    "rows",
    [
        [["I4 โปร่งใส ตรวจสอบได้ 77.40", "85.00"], ["I6 มีการเบิกจ่ายเท็จ 83.04", "85.00"]],
        [["85.00 I4 โปร่งใส ตรวจสอบได้ 77.40", "80.00"], ["85.00 I6 มีการเบิกจ่ายเท็จ 83.04", "80.00"]],
        [["O7 คู่มือการให้บริการประชาชน 50", "85.00"], ["O8 E-Service 100", "85.00"]],
        [["85.00", "I4 โปร่งใส ตรวจสอบได้ 77.40 80.00"], ["85.00", "I6 มีการเบิกจ่ายเท็จ 83.04 80.00"]],
    ],
)
def test_a_nameless_column_beside_other_numbers_is_no_score(rows: Grid) -> None:
    """Where rules are missing the score may have run into the words, a target stand apart."""
    assert not any(s.level == "item" for s in report(ANALYSIS_67, table(rows)).scores)


def test_the_score_of_the_next_indicator_below_an_item_is_not_the_items() -> None:
    text = "I3 มีการเรียกรับสินบนจากการปฏิบัติหน้าที่\n2. การใช้งบประมาณ (คะแนนเฉลี่ย 82.94)"
    assert [e.scores for e in entries_of(text)] == [()]


def test_a_whole_number_before_the_last_of_a_line_may_be_its_score() -> None:
    line = paragraph("O7 คู่มือการให้บริการประชาชน 50 85.00")
    assert scores(report(ANALYSIS_67, line)) == {}
    line = paragraph("O7 คู่มือการให้บริการประชาชน 85.00")
    assert scores(report(ANALYSIS_67, line)) == {"O7": Decimal("85.00")}


def test_rows_that_number_what_stands_below_hold_no_scores() -> None:
    rows: Grid = [
        ["รายการ", "คะแนน", "", ""],
        ["ตัวชี้วัดที่ 1", "2", "3", "4"],
        ["ตัวชี้วัดที่ 5", "6", "7", "8"],
    ]
    assert scores_67(rows) == {}


def test_the_number_of_a_section_is_no_score_of_what_it_names() -> None:
    heading = paragraph("3.10 ตัวชี้วัดที่ 10 การป้องกันการทุจริต", bold=True)
    assert not report(ANALYSIS_67, heading).scores


def test_of_several_numbers_beside_a_name_none_is_taken() -> None:
    rows: Grid = [
        ["คะแนน IIT", "82.06", "84.29", "86.62", "+2.33"],
        ["คะแนน EIT", "81.36", "86.36", "88.12", "+1.76"],
    ]
    assert scores_67(rows) == {}


def test_words_behind_a_title_in_a_list_say_what_the_number_is() -> None:
    title = items(2567)["I4"].title_th
    for words in ("คะแนนปี 2566 :", "ของสำนักงานเขตที่มีผลสูงที่สุดในกลุ่มเดียวกันได้"):
        lines = (f"ข้อ I4 {title}", f"{words} 83.38")
        found = {
            (s.code, s.fiscal_year) for s in report(ANALYSIS_67, *map(paragraph, lines)).scores
        }
        assert ("I4", 2567) not in found


def test_the_number_of_an_indicator_among_codes_of_items_is_no_item() -> None:
    found = report(
        ANALYSIS_67,
        table(
            [
                ["รหัส", "รายการประเมิน", "น้ำหนัก", "ผลการประเมิน"],
                ["IIT", "การรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน", "30", "91.30"],
                ["1", "ตัวชี้วัด การปฏิบัติหน้าที่", "7.5", "94.70"],
                ["I1", "เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", "", "90.13"],
                ["I2", "อำนวยความสะดวกในการให้บริการประชาชน", "", "95.29"],
                ["2", "ตัวชี้วัด การใช้งบประมาณ", "7.5", "85.13"],
                ["I4", "โปร่งใส ตรวจสอบได้", "", "86.36"],
            ]
        ),
    )
    assert {code: str(score) for code, score in scores(found).items()} == {
        "IIT": "91.30", "1": "94.70", "I1": "90.13", "I2": "95.29", "2": "85.13", "I4": "86.36",
    }  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        # Shares of money, though its name is that of an indicator.
        [
            ["รายการ", "งบประมาณ", "ร้อยละ"],
            ["การใช้งบประมาณ", "120000", "85.20"],
            ["รวม", "120000", "85.20"],
        ],
        # How far the measures of an indicator have come.
        [
            ["ตัวชี้วัด", "ความสำเร็จของมาตรการ (ร้อยละ)"],
            ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "75.00"],
            ["ตัวชี้วัดที่ 2 การใช้งบประมาณ", "100.00"],
        ],
        # Years to come, and the last of several answers.
        [
            ["ตัวชี้วัด", "ปี 2568", "ปี 2569"],
            ["1. การปฏิบัติหน้าที่", "90.00", "92.00"],
            ["2. การใช้งบประมาณ", "90.00", "92.00"],
        ],
        [["ข้อ", "มากที่สุด", "มาก", "น้อย", "ไม่มี"], ["I1", "70.10", "20.10", "5.10", "4.70"]],
        [["แบบวัด", "เป้าหมาย", "ผู้ตอบ", "ร้อยละ"], ["IIT", "200", "187", "93.50"]],
        [["ข้อ", "มาตรการ", "ร้อยละความก้าวหน้า"], ["I1", "จัดอบรมเจ้าหน้าที่", "75.00"]],
        [["รายการ", "คะแนนเฉลี่ย"], ["ความพึงพอใจด้านเจ้าหน้าที่", "91.20"], ["รวม", "89.65"]],
    ],
)
def test_tables_of_other_numbers_give_no_scores(rows: Grid) -> None:
    assert report(ANALYSIS_67, table(rows)).scores == ()


def test_a_score_of_a_year_to_come_is_said_to_be_none() -> None:
    rows: Grid = [["ตัวชี้วัด", "ปี 2567", "ปี 2568"], ["1. การปฏิบัติหน้าที่", "88.10", "92.00"]]
    found = report(ANALYSIS_67, table([*rows, ["2. การใช้งบประมาณ", "87.10", "91.00"]]))
    assert {(s.code, s.fiscal_year, str(s.score)) for s in found.scores} == {
        ("1", 2567, "88.10"),
        ("2", 2567, "87.10"),
    }
    assert sum(f.kind == "score-unread" for f in found.findings) == 2


@pytest.mark.parametrize("text", ["I1 คะแนน 10 ฝ่ายโยธา", "(86.70 3 คะแนน)"])
def test_whole_numbers_of_other_columns_are_no_scores(text: str) -> None:
    assert find_scores(text) == []
    assert [s.value for s in find_scores(text.replace("10", "100").replace("3 ", ""))] != []


@pytest.mark.parametrize(
    "numbers", [["(1)", "(2)", "(3)"], ["(1) (2)", "(3)", "(4)"], ["1", "2", "3"]]
)
def test_numbers_of_columns_below_names_of_two_lines(numbers: list[str]) -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "หัวข้อ", "ผลการ"],
        ["ย่อย", "", "ประเมิน"],
        numbers,
        ["E 1", "เต็มใจให้บริการ เท่าเทียม", "83.10 คะแนน"],
    ]
    assert {s.code: str(s.score) for s in report(ANALYSIS_67, table(rows)).scores} == {
        "E1": "83.10"
    }


def test_a_sum_above_a_name_is_not_of_it() -> None:
    rows: Grid = [
        ["รหัส", "คะแนน"],
        ["E4", "90.25"],
        ["คะแนนเฉลี่ย 90.25\nตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน", None],
        ["E5", "96.46"],
    ]
    found = report(ANALYSIS_67, table(rows, {(2, 0): (1, 2)}))
    assert "8" not in {s.code for s in found.scores}


def test_a_number_behind_the_next_indicators_name_is_not_the_items() -> None:
    text = f"{question('I25')}\nตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน (82.18 คะแนน)"
    rows: Grid = [HEADER, [text, "ล่าช้า", "จัดอบรม", "ฝ่ายโยธา"]]
    assert "I25" not in scores(report(ANALYSIS_66, table(rows)))
    own = question("I25", "83.12")
    rows = [HEADER, [text.replace(question("I25"), own), "ล่าช้า", "จัดอบรม", "ฝ่ายโยธา"]]
    assert scores(report(ANALYSIS_66, table(rows)))["I25"] == Decimal("83.12")


@pytest.mark.parametrize("number", ["1", "12", "3.", "4 "])
def test_a_running_number_right_before_a_code_is_no_code(number: str) -> None:
    (entry,) = entries_of(f"{number}I2 อำนวยความสะดวก")
    assert (entry.token, entry.question) == ("I2", "อำนวยความสะดวก")


def test_two_indicators_in_one_merged_cell_keep_their_own_scores() -> None:
    both = "ด้านที่ 7 ประสิทธิภาพการสื่อสาร (89.23 คะแนน)\nด้านที่ 8 การปรับปรุงระบบการทำงาน (89.14 คะแนน)"
    rows: Grid = [
        ["ด้าน", "ข้อ", "คะแนน"],
        [both, "E4", "89.23"],
        [None, "E5", "99.85"],
    ]
    found = scores(report(ANALYSIS_67, table(rows, {(1, 0): (2, 1)})))
    assert found.get("7") in (None, Decimal("89.23"))


def test_a_groups_number_beside_its_items_in_columns_without_names() -> None:
    book = items(2566)
    asked = [c for c in book if book[c].indicator in ("3", "4", "5")]
    firsts = {"I12": ("3. การใช้อำนาจ", "76.27"), "I18": ("4. การใช้ทรัพย์สินของราชการ", "89.02")}
    rows: list[list[str | None]] = []
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for n, code in enumerate(asked, 12):
        # The edge between a question and its code was not seen in most rows.
        title, own = book[code].title_th, code if n > 20 else None
        if own is None:
            spans[len(rows), 3] = (1, 2)
            title = f"{title} {code}"
        score = f"8{n % 10}.4{n % 10}"
        rows.append([*firsts.get(code, ("", "")), str(n), title, own, score, "จัดอบรมเจ้าหน้าที่"])
    found = scores(report(ANALYSIS_66, table(rows, spans)))
    assert found.get("3") in (None, Decimal("76.27"))
    assert found.get("4") in (None, Decimal("89.02"))


def test_a_total_below_an_item_whose_own_numbers_ran_together_is_not_the_items() -> None:
    rows: Grid = [
        ["ข้อคำถาม", "คะแนนรวม"],
        ["(I4) 72.90 87.47 ขั้นตอนยังล่าช้า จัดทำคู่มือ", "74.41"],
        ["(I5) โปร่งใส ตรวจสอบได้", "81.69"],
    ]
    read = report(ANALYSIS_67, table(rows))
    assert {s.code: str(s.score) for s in read.scores} == {"I5": "81.69"}
    assert any(f.kind == "score-unread" for f in read.findings)


@pytest.mark.parametrize(
    "text", ["(89.\ufffd9 คะแนน)", "(8\ufffd.09 คะแนน)", "(\ufffd๖.๐๓ คะแนน)", "(91.9\ufffd คะแนน)"]
)
def test_a_number_of_which_one_digit_cannot_be_read_is_none(text: str) -> None:
    assert find_scores(clean(text)) == []


def test_a_number_beside_a_sign_that_cannot_be_read_is_whole() -> None:
    assert clean("80.95 \ufffd") == "80.95 \ufffd"
    assert [str(f.value) for f in find_scores(clean("\ufffd ได้ 80.95 คะแนน \ufffd"))] == ["80.95"]


@pytest.mark.parametrize("between", ["\ufffd", " \ufffd "])
def test_codes_with_something_unread_between_them_are_not_told(between: str) -> None:
    """It may say "to": the score is not that of the first alone."""
    assert "O1" not in clean(f"O1{between}O22 การเปิดเผยข้อมูล (84.21 คะแนน)")


def test_the_row_of_an_indicator_is_no_score_of_its_instrument() -> None:
    rows = paragraph("5 การแก้ไขปัญหาการทุจริต IIT 87.47 6 คุณภาพการดำเนินงาน EIT 90.73", page=1)
    assert not {"IIT", "EIT"} & {s.code for s in report(ANALYSIS_67, rows).scores}
    said = paragraph("ผลการประเมินด้านการเปิดเผยข้อมูล OIT ได้ 89.00 คะแนน", page=1)
    assert {s.code: str(s.score) for s in report(ANALYSIS_67, said).scores} == {"OIT": "89.00"}


def test_prose_that_gives_one_name_three_numbers_gives_it_none() -> None:
    def told(*values: str) -> list[str]:
        lines = [paragraph(f"แบบวัด IIT ได้ {value} คะแนน", page=1) for value in values]
        return [str(s.score) for s in report(ANALYSIS_67, *lines).scores if s.code == "IIT"]

    assert told("91.20", "91.20") == ["91.20"]
    assert told("91.20", "91.02") == ["91.20"], "a slip: the first is taken, and it is said"
    assert told("91.20", "87.47", "90.01") == []


def test_a_row_with_a_code_that_cannot_be_read_is_not_that_of_the_other() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "ข้อแรก", "ข้อที่สอง", "คะแนน"],
        ["9.1 ข้อมูลพื้นฐาน", "O1\ufffd", "O15", "66.67"],
        ["9.2 การบริหารงาน", "O16", "", "80.00"],
    ]
    read = report(ANALYSIS_67, table(rows))
    assert "O15" not in {s.code for s in read.scores}
    assert "cannot be read" in " ".join(f.message for f in read.findings)
