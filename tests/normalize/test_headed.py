"""Scores behind headings and in lines that say of what they are only by standing under one."""

from __future__ import annotations

import pytest

from tests.normalize.tables import ANALYSIS_66, ANALYSIS_67, paragraph, report, scores, table

_HEAD: list[str | None] = ["ประเด็นการประเมิน", "คะแนนที่ได้", "มาตรการ", "ผู้รับผิดชอบ"]
_ROW: list[str | None] = ["I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", "94.43", "อบรมเจ้าหน้าที่", "ฝ่ายทะเบียน"]
_NEXT: list[str | None] = ["I4 โปร่งใส ตรวจสอบได้", "87.85", "เปิดเผยแผนการใช้จ่าย", "ฝ่ายการคลัง"]


def band(text: str) -> dict[str, str]:
    """The scores of a table of measures with a band across it."""
    rows: list[list[str | None]] = [
        _HEAD,
        [text, None, None, None],
        _ROW,
        ["2. การใช้งบประมาณ", None, None, None],
        _NEXT,
    ]
    made = table(rows, {(1, 0): (1, 4), (3, 0): (1, 4)})
    found = report(ANALYSIS_67, made)
    assert [(m.codes, m.indicator) for m in found.measures] == [(("I1",), "1"), (("I4",), "2")]
    return {code: str(score) for code, score in scores(found).items() if code not in ("I1", "I4")}


@pytest.mark.parametrize(
    "text",
    [
        "1. การปฏิบัติหน้าที่ (คะแนนตัวชี้วัด 88.81)",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ คะแนนเฉลี่ยของตัวชี้วัด 88.81 คะแนน",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ [ผลคะแนนร้อยละ 88.81]",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ : 88.81",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ = 88.81 (ผ่านดี)",
        "1. การปฏิบัติหน้าที่ (คะแนนที่ได้ 88.81 จาก 100 คะแนน)",
        "คะแนนตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ = 88.81",
        "IIT : ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (88.81)",
        "1. การปฏิบัติหน้าที่ : ร้อยละ 88.81",
    ],
)
def test_a_band_says_its_score_in_words_of_its_own(text: str) -> None:
    assert band(text) == {"1": "88.81"}


@pytest.mark.parametrize(
    "text",
    [
        "1. การปฏิบัติหน้าที่ (ค่าเป้าหมาย 95.00)",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (น้ำหนัก 30.00)",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ คะแนนของตัวชี้วัดที่ 2 88.81",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ค่าเฉลี่ยทุกเขต 88.81",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ เป้าหมาย 95.00",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (ปีที่ผ่านมา 81.11 คะแนน)",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ คะแนนต่ำสุด 70.11 คะแนน",
    ],
)
def test_a_number_behind_a_name_is_not_always_its_score(text: str) -> None:
    assert band(text) == {}


def lines(*texts: str) -> dict[str, str]:
    found = report(ANALYSIS_66, *(paragraph(t, bold="ตัวชี้วัดที่ 2 " in t) for t in texts))
    return {code: str(score) for code, score in scores(found).items()}


@pytest.mark.parametrize(
    "text",
    [
        "คะแนนเฉลี่ยของตัวชี้วัด 90.64 คะแนน",
        "ได้คะแนน 90.64 คะแนน",
        "คะแนนที่ได้ : 90.64",
        "ผลการประเมินตัวชี้วัดนี้ได้ 90.64 คะแนน อยู่ในระดับ ผ่านดี",
        "- คะแนนตัวชี้วัดที่ 2 เท่ากับร้อยละ 90.64",
        "คะแนนเฉลี่ยปี 2566 = 90.64",
        "คะแนน 90.64 อยู่ในลำดับที่ 3 จาก 10 ตัวชี้วัด",
    ],
)
def test_a_line_below_a_heading_is_its_score(text: str) -> None:
    assert lines("ตัวชี้วัดที่ 2 การใช้งบประมาณ", text) == {"2": "90.64"}


def test_a_line_of_another_indicator_or_none_is_nobodys() -> None:
    head = "ตัวชี้วัดที่ 2 การใช้งบประมาณ"
    assert lines(head, "คะแนนตัวชี้วัดที่ 3 เท่ากับ 90.64 คะแนน") == {}
    assert lines(head, "ประชาชนเข้าใจมากขึ้น", "ได้คะแนน 90.64 คะแนน") == {}
    assert lines(head, "ค่าเป้าหมาย 95.00 คะแนน") == {}
    assert lines("ได้คะแนน 90.64 คะแนน") == {}


def test_a_line_that_speaks_of_the_indicator_may_stand_below_its_table() -> None:
    items = table([["ข้อ", "คะแนน"], ["I8", "82.03"], ["I9", "97.31"]])
    found = report(
        ANALYSIS_66,
        paragraph("ตัวชี้วัดที่ 2 การใช้งบประมาณ", bold=True),
        items,
        paragraph("คะแนนเฉลี่ยของตัวชี้วัด 90.64 คะแนน"),
    )
    assert {c: str(s) for c, s in scores(found).items()} == {
        "2": "90.64",
        "I8": "82.03",
        "I9": "97.31",
    }


def test_a_score_is_counted_once_though_two_rules_read_it() -> None:
    found = report(ANALYSIS_66, paragraph("ตัวชี้วัดที่ 2 การใช้งบประมาณ (90.64 คะแนน)", bold=True))
    assert [(s.code, len(s.mentions)) for s in found.scores] == [("2", 1)]


def test_a_range_in_a_column_of_codes_has_its_indicators_score() -> None:
    rows = [
        ["ข้อ", "ประเด็นคำถาม", "คะแนน"],
        ["E15", "การให้บริการผ่านช่องทางออนไลน์", "92.95"],
        ["O1 – O22", "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "95.45"],
        ["O23 – O30", "แบบตรวจ", "100.00"],
        ["O1 – O5", "บางรายการ", "40.00"],
    ]
    found = scores(report(ANALYSIS_66, table(rows)))
    assert {c: str(s) for c, s in found.items() if c != "E15"} == {"9": "95.45", "10": "100.00"}


def test_a_summary_below_a_table_of_levels_is_not_more_levels() -> None:
    levels = table([["ระดับ", "ช่วงคะแนน"], ["ผ่านดีเยี่ยม", "95.00 – 100"], ["ผ่านดี", "85.00 – 94.99"]])
    summary = table(
        [
            ["คะแนนรวม (ITA Score)", "92.62"],
            ["ระดับผลการประเมิน", "ผ่านดี"],
            ["คะแนน IIT", "90.48"],
            ["คะแนน EIT", "90.97"],
            ["คะแนน OIT", "95.46"],
        ]
    )
    found = scores(report(ANALYSIS_66, levels, summary))
    assert {c: str(s) for c, s in found.items()} == {
        "ITA": "92.62",
        "IIT": "90.48",
        "EIT": "90.97",
        "OIT": "95.46",
    }


def test_a_band_of_two_years_has_the_score_of_each() -> None:
    assert two_years("[คะแนนปี 2566 = 81.11 คะแนนปี 2567 = 86.20]") == {2566: "81.11", 2567: "86.20"}
    # Which of two is this year's is not said.
    assert two_years("ได้ 81.11 คะแนน ได้ 86.20 คะแนน") == {}


def two_years(tail: str) -> dict[int | None, str]:
    text = f"1) การปฏิบัติหน้าที่ {tail}"
    rows: list[list[str | None]] = [_HEAD, [text, None, None, None], _ROW]
    found = report(ANALYSIS_67, table(rows, {(1, 0): (1, 4)}))
    return {s.fiscal_year: str(s.score) for s in found.scores if s.code == "1"}


def test_beside_a_bands_score_stands_what_was_aimed_at() -> None:
    head: list[str | None] = ["ประเด็น", "คะแนน", "ค่าเป้าหมาย", "มาตรการ", "ผู้รับผิดชอบ"]
    row: list[str | None] = [_ROW[0], "94.43", "95.00", "อบรมเจ้าหน้าที่", "ฝ่ายทะเบียน"]
    band: list[str | None] = ["1. การปฏิบัติหน้าที่", "88.81", "95.00", "", ""]
    found = report(ANALYSIS_67, table([head, band, row]))
    assert {c: str(s) for c, s in scores(found).items()} == {"1": "88.81", "I1": "94.43"}
    assert not any(f.kind == "score-disagrees" for f in found.findings)


def test_a_small_table_below_a_heading_is_about_it() -> None:
    head = paragraph("ตัวชี้วัดที่ 2 การใช้งบประมาณ", bold=True)
    small = table([["คะแนนที่ได้", "90.64"], ["ระดับ", "ผ่านดี"]])
    assert {c: str(s) for c, s in scores(report(ANALYSIS_66, head, small)).items()} == {
        "2": "90.64"
    }
    aimed = table([["ค่าเป้าหมาย", "95.00"], ["ระดับ", "ผ่านดี"]])
    assert scores(report(ANALYSIS_66, head, aimed)) == {}


def test_the_mean_of_a_sections_rows() -> None:
    def mean(*rows: list[str | None]) -> dict[str, str]:
        head = paragraph("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", bold=True)
        found = report(ANALYSIS_67, head, table([["ข้อ", "ประเด็น", "คะแนน"], *rows]))
        return {c: str(s) for c, s in scores(found).items() if not c.startswith("I")}

    items: list[list[str | None]] = [
        ["I1", "เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", "80.00"],
        ["I2", "อำนวยความสะดวกในการให้บริการประชาชน", "90.00"],
        ["I3", "มีการเรียกรับสินบนจากการปฏิบัติหน้าที่", "100.00"],
    ]
    assert mean(*items, ["", "คะแนนเฉลี่ยตัวชี้วัด", "90.00"]) == {"1": "90.00"}
    assert mean(*items, ["คะแนนเฉลี่ย", "", "90.00"]) == {"1": "90.00"}
    # The mean of some of its items is not the indicator's.
    assert mean(*items[:2], ["คะแนนเฉลี่ย", "", "85.00"]) == {}


def test_a_target_behind_a_long_name_is_no_score() -> None:
    head = "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ ค่าเป้าหมาย 95.00 คะแนน"
    assert lines(head) == {}
    assert lines(head, "คะแนนที่ได้ 90.64 คะแนน") == {"4": "90.64"}


def test_other_numbers_between_a_heading_and_its_score() -> None:
    head = "ตัวชี้วัดที่ 2 การใช้งบประมาณ"
    below = ("ค่าเป้าหมาย 95.00 คะแนน", "จำนวนข้อคำถาม 4 ข้อ", "คะแนนที่ได้ 90.64 คะแนน")
    assert lines(head, *below) == {"2": "90.64"}


def test_a_line_of_two_years_below_a_heading() -> None:
    head = paragraph("ตัวชี้วัดที่ 2 การใช้งบประมาณ", bold=True)
    said = paragraph("คะแนนปี 2565 เท่ากับ 81.11 คะแนน ปี 2566 เท่ากับ 90.64 คะแนน")
    found = report(ANALYSIS_66, head, said).scores
    assert {(s.fiscal_year, s.code): str(s.score) for s in found} == {
        (2565, "2"): "81.11",
        (2566, "2"): "90.64",
    }


def test_a_summary_of_two_years_and_of_what_was_aimed_at() -> None:
    rows = [
        ["คะแนนเป้าหมาย ITA", "95.00"],
        ["คะแนน ITA ปี 2565 ที่ได้", "81.11"],
        ["คะแนน ITA ปี 2566 ที่ได้", "90.64"],
        ["คะแนน IIT ที่ได้", "92.10"],
    ]
    found = report(ANALYSIS_66, table(rows)).scores
    assert {(s.fiscal_year, s.code): str(s.score) for s in found} == {
        (2565, "ITA"): "81.11",
        (2566, "ITA"): "90.64",
        (2566, "IIT"): "92.10",
    }


def test_an_instrument_beside_an_indicator_says_which_one_it_is_of() -> None:
    rows = [
        ["แบบวัด", "ลำดับ", "ชื่อ", "คะแนน"],
        ["IIT", "ตัวชี้วัดที่ 1", "การปฏิบัติหน้าที่", "88.81"],
        ["IIT", "ตัวชี้วัดที่ 2", "การใช้งบประมาณ", "90.64"],
        ["OIT เปิดเผยข้อมูล", "", "", "95.10"],
    ]
    found = scores(report(ANALYSIS_67, table(rows)))
    assert {c: str(s) for c, s in found.items()} == {"1": "88.81", "2": "90.64", "OIT": "95.10"}


def test_a_summary_whose_first_row_has_a_score_has_no_header() -> None:
    rows = [
        ["คะแนนรวม", "86.42", "ระดับ", "ผ่านดี"],
        ["IIT", "85.89", "", ""],
        ["EIT", "95.55", "", ""],
    ]
    found = scores(report(ANALYSIS_67, table(rows)))
    assert {c: str(s) for c, s in found.items()} == {"ITA": "86.42", "IIT": "85.89", "EIT": "95.55"}


def test_names_and_numbers_that_alternate_across() -> None:
    rows = [
        ["คะแนนรวม", "86.42", "ระดับ", "ผ่านดี"],
        ["IIT", "85.89", "EIT", "95.55"],
        ["OIT", "89.13", "จำนวนผู้ตอบ", "300 คน"],
    ]
    found = report(ANALYSIS_67, table(rows)).scores
    assert {s.code: str(s.score) for s in found} == {
        "ITA": "86.42",
        "IIT": "85.89",
        "EIT": "95.55",
        "OIT": "89.13",
    }
    assert all(len(s.mentions) == 1 for s in found)


def test_a_list_of_all_items_of_an_indicator_has_its_score() -> None:
    rows = [
        ["ข้อ", "คะแนน"],
        ["I1, I2, I3", "88.81"],
        ["ข้อ E5 และข้อ E6", "90.64"],
        ["I4, I5", "70.00"],
        ["I10", "85.00"],
    ]
    found = scores(report(ANALYSIS_67, table(rows)))
    assert {c: str(s) for c, s in found.items()} == {"1": "88.81", "8": "90.64", "I10": "85.00"}


def test_the_lowest_score_below_a_long_name_is_not_its_own() -> None:
    head = "ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน"
    assert lines(head, "คะแนนต่ำสุด 70.11 คะแนน", "คะแนนสูงสุด 99.11 คะแนน") == {}


def test_a_total_named_by_another_district() -> None:
    rows = [
        ["คะแนนรวมสำนักงานเขตปทุมวัน", "81.11"],
        ["คะแนนรวมสำนักงานเขตบางรัก", "86.42"],
        ["IIT", "85.89"],
    ]
    found = scores(report(ANALYSIS_67, table(rows)))
    assert {c: str(s) for c, s in found.items()} == {"ITA": "86.42", "IIT": "85.89"}


def test_behind_a_code_comes_the_items_score() -> None:
    heading = paragraph("แบบวัด EIT ข้อคำถาม (E1)", bold=True)
    assert scores(report(ANALYSIS_67, heading, paragraph("คะแนน 95.84"))) == {}


def test_lines_of_years_below_the_name_of_an_item() -> None:
    lines = ("คะแนนปี 2566 : 83.38", "คะแนนปี 2567 : 82.46", "ค่าเป้าหมายปี 2568 : 90.00")
    head = "ข้อ I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ"
    found = report(ANALYSIS_67, paragraph(head), *(paragraph(line) for line in lines))
    assert {(s.code, s.fiscal_year): str(s.score) for s in found.scores} == {
        ("I1", 2566): "83.38",
        ("I1", 2567): "82.46",
    }


def test_other_words_behind_a_code_name_no_item() -> None:
    lines = ("ข้อ I1 ผู้มาติดต่อรอนานและไม่มีที่นั่งเพียงพอในช่วงเช้า", "คะแนนปี 2567 : 82.46")
    assert not report(ANALYSIS_67, *(paragraph(line) for line in lines)).scores


def test_a_number_above_the_word_for_it() -> None:
    lines = ("ตัวชี้วัดที่ 1", "การปฏิบัติหน้าที่", "94.15", "คะแนนตัวชี้วัด")
    found = report(ANALYSIS_67, *(paragraph(line) for line in lines))
    assert {code: str(v) for code, v in scores(found).items()} == {"1": "94.15"}
    other = report(ANALYSIS_67, *(paragraph(line) for line in (*lines[:3], "ค่าเป้าหมาย")))
    assert not other.scores


def test_a_score_of_this_indicator_that_announces_what_stands_below() -> None:
    found = report(
        ANALYSIS_67,
        paragraph("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", bold=True),
        paragraph("ตัวชี้วัดนี้ได้คะแนนเฉลี่ย 87.80 คะแนน จำแนกเป็นรายข้อ ดังนี้"),
    )
    assert {code: str(score) for code, score in scores(found).items()} == {"1": "87.80"}


def test_brackets_behind_a_name_say_whose_indicator_it_is() -> None:
    heading = paragraph("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (แบบวัด IIT) ได้ 88.81 คะแนน", bold=True)
    whole = paragraph("ผลการประเมินแบบวัด IIT ได้ 87.95 คะแนน")
    found = scores(report(ANALYSIS_67, whole, heading))
    assert {code: str(score) for code, score in found.items()} == {"IIT": "87.95", "1": "88.81"}
    assert scores(report(ANALYSIS_67, heading)).keys() == {"1"}


def test_two_years_told_right_below_the_name_and_words_behind_them() -> None:
    head = paragraph("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", bold=True)
    line = "ปี 2567 ได้ 89.51 คะแนน จากเดิมปี 2566 ได้ 87.36 คะแนน สูงขึ้น 2.15 คะแนน บุคลากรตอบครบทุกฝ่าย"
    found = report(ANALYSIS_67, head, paragraph(line))
    assert {(s.fiscal_year, s.code): str(s.score) for s in found.scores} == {
        (2567, "1"): "89.51",
        (2566, "1"): "87.36",
    }
