"""Scores and ratings said in sentences, and the numbers in sentences that are none."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from normalize.codebook import items
from normalize.model import Report
from normalize.names.said import beside_name
from tests.normalize.tables import ANALYSIS_67, findings, kinds, paragraph, report, scores, table


def said(*lines: str) -> Report:
    return report(ANALYSIS_67, *(paragraph(line) for line in lines))


@pytest.mark.parametrize(
    ("sentence", "code", "value"),
    [
        ("คะแนนเฉลี่ยภาพรวมของสำนักงานเขตบางรักอยู่ที่ร้อยละ ๙๖.๒๐", "ITA", "96.20"),
        ("สำนักงานเขตบางรักมีผลการประเมินในภาพรวมร้อยละ ๘๕.๕๗ แบ่งเป็นสามส่วน", "ITA", "85.57"),
        ("มีคะแนนจากการรับรู้ของผู้มีส่วนได้ส่วนเสียภายในร้อยละ ๙๕.๘๐", "IIT", "95.80"),
        ("มีคะแนนของผู้มีส่วนได้ส่วนเสียภายนอก ได้คะแนน 81.95 คะแนน", "EIT", "81.95"),
        ("รวมคะแนน OIT ทั้งสิ้น 81.25 คะแนน จากคะแนนเต็ม 100 คะแนน", "OIT", "81.25"),
        ("IIT ............ 87.55", "IIT", "87.55"),
        ("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT) คะแนนที่ได้ ๙๕.๙๐", "IIT", "95.90"),
        ("ตัวชี้วัดที่ 2 การใช้งบประมาณ ร้อยละ 88.40", "2", "88.40"),
        ("ข้อคำถาม I๓ ได้คะแนนเต็ม ๑๐๐.๐๐ คะแนน", "I3", "100.00"),
        ("ข้อคำถาม E๔ ได้เพียง ๙๒.๑๘ คะแนน", "E4", "92.18"),
        ("สำนักงานเขตบางรักได้คะแนน ITA ปี 2567 เท่ากับ 87.18 อยู่ในเกณฑ์ผ่าน", "ITA", "87.18"),
        ("ผลการประเมิน ITA สำนักงานเขตบางรักมีผลคะแนนเฉลี่ย 88.81 คะแนน", "ITA", "88.81"),
        ("คะแนนที่ต่ำที่สุด ได้แก่ I5 (84.90) และ O9 (50.00)", "O9", "50.00"),
    ],
)
def test_score_said(sentence: str, code: str, value: str) -> None:
    assert scores(said(sentence)).get(code) == Decimal(value)


def test_what_a_score_is_compared_with_is_none() -> None:
    for sentence in (
        "สำนักงานเขตตั้งเป้าหมายคะแนน ITA ไว้เท่ากับ 90.00",
        "คะแนนภาพรวมเพิ่มขึ้นเท่ากับ 10.25",
        "โครงการตามผลคะแนน ITA ใช้งบประมาณเท่ากับ 12.50 ล้านบาท",
    ):
        assert scores(said(sentence)) == {}


def test_scores_listed_as_percentages() -> None:
    found = said(
        "คะแนนเฉลี่ยภาพรวมอยู่ที่ร้อยละ 96.20 โดยมีคะแนนจากการรับรู้ของ"
        "ผู้มีส่วนได้ส่วนเสียภายในร้อยละ 95.80 ของผู้มีส่วนได้ส่วนเสียภายนอกร้อยละ 95.10 "
        "และจากการเปิดเผยข้อมูลสาธารณะร้อยละ 97.33"
    )
    assert not kinds(found) & {"score-disagrees"}
    assert {c: str(s) for c, s in scores(found).items()} == {
        "ITA": "96.20",
        "IIT": "95.80",
        "EIT": "95.10",
        "OIT": "97.33",
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "ผู้มีส่วนได้ส่วนเสียภายในร้อยละ 95.80 ตอบแบบวัด",
        "ผู้มีส่วนได้ส่วนเสียภายนอกร้อยละ 95.80 ของกลุ่มตัวอย่าง",
        "ได้คะแนนจากผู้ตอบที่เป็นผู้มีส่วนได้ส่วนเสียภายในร้อยละ 94.55",
        "สำนักงานเขตมีการใช้งบประมาณ ร้อยละ 95.20",
        "คะแนนของผู้มีส่วนได้ส่วนเสียภายในเพิ่มขึ้นร้อยละ 2.25",
        "คะแนนลดลง ได้แก่ I5 (4.90)",
        "ปีที่แล้ว IIT ได้ 88.00 คะแนน",
        "สำนักงานเขตปทุมวันมีคะแนน IIT 88.00 คะแนน",
        "IIT ............ 12",
    ],
)
def test_number_that_is_no_score(sentence: str) -> None:
    assert scores(said(sentence)) == {}


def test_score_of_the_year_that_is_named() -> None:
    found = said("ปี พ.ศ. 2566 แบบวัด IIT ได้ 88.00 คะแนน และปี พ.ศ. 2567 แบบวัด IIT ได้ 89.00 คะแนน")
    assert scores(found, 2566) == {"IIT": Decimal("88.00")}
    assert scores(found, 2567) == {"IIT": Decimal("89.00")}


def test_sentence_that_runs_on_in_the_next_paragraph() -> None:
    found = said("ขณะที่ข้อคำถาม E4 ได้เพียง", "92.18 คะแนน ลดลงจากปีก่อน 0.75 คะแนน")
    assert scores(found) == {"E4": Decimal("92.18")}
    assert scores(said("ข้อ E4 ควรปรับปรุง", "92.18 คะแนน")) == {}


def test_a_title_that_runs_on_in_the_next_paragraph() -> None:
    title = items(2567)["I7"].title_th
    head, rest = title[:35], title[35:]
    assert scores(said(f"ข้อ I7 {head}", f"{rest} ได้ 84.75 คะแนน")) == {"I7": Decimal("84.75")}
    assert scores(said(f"ข้อ I7 {head}", "การประชุมครั้งที่ผ่านมา ได้ 84.75 คะแนน")) == {}
    assert "I7" not in scores(said(f"ข้อ I7 {title}", "ด้านที่สอง ได้ 84.75 คะแนน"))


@pytest.mark.parametrize(
    ("sentence", "rating"),
    [
        ("ได้ร้อยละ 96.20 ถือว่าผ่านเกณฑ์ในระดับผ่านดีเยี่ยม โดยมีคะแนนจากการรับรู้ของผู้มีส่วนได้ส่วนเสีย", "ผ่านดีเยี่ยม"),
        ("ปี 2567 ได้ 86.02 คะแนน อยู่ในระดับ ผ่าน เทียบกับปี 2566 ซึ่งได้ 83.77 คะแนน", "ผ่าน"),
        ("ปี 2566 อยู่ในระดับ ต้องปรับปรุง", None),
        ("ปีที่ผ่านมาอยู่ในระดับ ต้องปรับปรุง", None),
        ("สำนักงานเขตปทุมวันอยู่ในระดับ ผ่านดี", None),
        ("ระดับผ่านดี หมายถึง คะแนน 85 ขึ้นไป", None),
    ],
)
def test_rating_of_the_report(sentence: str, rating: str | None) -> None:
    assert said(sentence).meta.rating == rating


def test_rating_of_the_own_row_among_districts() -> None:
    rows = [
        ["สำนักงานเขต", "คะแนนรวม", "ระดับ"],
        ["ปทุมวัน", "93.06", "ผ่านดี"],
        ["บางรัก", "84.27", "ต้องปรับปรุง"],
    ]
    assert report(ANALYSIS_67, table(rows)).meta.rating == "ต้องปรับปรุง"
    others = [*rows[:2], ["สาทร", "84.27", "ต้องปรับปรุง"]]
    assert report(ANALYSIS_67, table(others)).meta.rating is None


def test_numbers_in_boxes_above_their_names() -> None:
    boxes = table([["89.60", "91.12", "86.44", "12/50"], ["คะแนนรวม", "IIT", "EIT", "อันดับ"]])
    assert {c: str(s) for c, s in scores(report(ANALYSIS_67, boxes)).items()} == {
        "ITA": "89.60",
        "IIT": "91.12",
        "EIT": "86.44",
    }


@pytest.mark.parametrize(
    "rows",
    [
        [["12", "15"], ["IIT", "EIT"]],
        [["89.60", "91.12"], ["คะแนนรวมปี 2566", "งบประมาณ"]],
        [["89.60", "91.12"], ["IIT", "IIT"]],
        [["89.60", "91.12"], ["IIT", "จำนวนผู้ตอบ"]],
    ],
)
def test_boxes_that_name_no_scores(rows: list[list[str]]) -> None:
    assert scores(report(ANALYSIS_67, table(rows))) == {}


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("ข้อที่ได้คะแนนสูงสุด ได้แก่ O1, O2 และ O3 ได้คะแนน 900 คะแนน", ["O1", "O2", "O3"]),
        ("I2 (95.10 คะแนน) และ I3 (๑๙๑.๒๐ คะแนน)", ["I3"]),
        ("ตัวชี้วัดที่ 2 การใช้งบประมาณ ได้ 188.40 คะแนน", ["2"]),
    ],
)
def test_a_number_above_100_said_of_a_code_is_a_finding(sentence: str, codes: list[str]) -> None:
    messages = [finding.message for finding in findings(said(sentence), "score-unread")]
    assert len(messages) == len(codes)
    for code, message in zip(codes, messages, strict=True):
        assert f"the score of {code};" in message


@pytest.mark.parametrize(
    "sentence",
    ["คะแนนเต็ม 300 คะแนน", "O1 และ O2 ได้คะแนนเต็ม 100 คะแนน", "ผู้ตอบ I3 จำนวน 250 คน"],
)
def test_a_number_above_100_said_of_nothing_is_none(sentence: str) -> None:
    assert "score-unread" not in kinds(said(sentence))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # A line of a list says it all by its number and name.
        (("1. การปฏิบัติหน้าที่ 88.89",), {"1": "88.89"}),
        (("ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร ........ 79.30",), {"7": "79.30"}),
        (("I4 โปร่งใส ตรวจสอบได้ 81.75",), {"I4": "81.75"}),
        (("คะแนนภาพรวม........ 85.21 (ผ่าน)",), {"ITA": "85.21"}),
        # A name of another number, other words, or a page number are none.
        (("2. การปฏิบัติหน้าที่ 88.89",), {}),
        (("1. จัดอบรมเจ้าหน้าที่ 88.89",), {}),
        (("1. การปฏิบัติหน้าที่ 12",), {}),
        (("ค่าน้ำหนักของตัวชี้วัด", "1. การปฏิบัติหน้าที่ 20.00"), {}),
        # Two instruments have an item of this title: the code printed before it tells.
        (("ข้อ I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ ได้ 84.83 คะแนน",), {"I1": "84.83"}),
        (("แบบตรวจ OIT", "ข้อ I6 มีการเบิกจ่ายเท็จ ได้ 85.74 คะแนน"), {"I6": "85.74"}),
        # Bounds are no results.
        (("ผลการประเมินข้อคำถามที่ได้คะแนนน้อยกว่า 90 คะแนน",), {}),
        (("ผลคะแนนการประเมินภาพรวมได้ไม่ต่ำกว่าร้อยละ 85.00 ทุกด้าน",), {}),
    ],
)
def test_scores_of_lines(lines: tuple[str, ...], expected: dict[str, str]) -> None:
    assert scores(said(*lines)) == {code: Decimal(value) for code, value in expected.items()}


@pytest.mark.parametrize(
    "sentence",
    [
        "ผลการประเมินภาพรวมได้คะแนนเพิ่มขึ้นจากปีก่อน อยู่ 3.29 คะแนน",
        "ผลการประเมินภาพรวมได้คะแนนลดลงถึง 3.29 คะแนน",
        "ผลการประเมินภาพรวมได้คะแนนลดลง จำนวน 3.29 คะแนน",
    ],
)
def test_how_far_a_score_moved_is_none(sentence: str) -> None:
    assert scores(said(sentence)) == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ผลคะแนนปี 2567: 90.48", [(2567, "90.48")]),
        ("ปี 2566 = 85.10 ปี 2567 = 90.48", [(2566, "85.10"), (2567, "90.48")]),
        ("90.48", [(2568, "90.48")]),
        ("ได้ 90.48 คะแนน", [(2568, "90.48")]),
        ("คะแนนที่ได้: 90.48", [(2568, "90.48")]),
        ("คะแนน : 90.48", [(2568, "90.48")]),
        ("เป้าหมายปี 2568: 95.00", []),
        ("เป้าหมาย 95.00 คะแนน", []),
        ("ปี 2567: 90.48 เป้าหมาย 95.00", []),
        ("12", []),
        ("ทุก 3 เดือน", []),
    ],
)
def test_score_beside_a_name(text: str, found: list[tuple[int, str]]) -> None:
    assert [(year, str(value)) for year, value in beside_name(text, 2568)] == found


def test_band_of_an_indicator_and_its_score() -> None:
    rows: list[list[str | None]] = [
        ["ข้อ", "มาตรการ", "ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ"],
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", None, "ผลคะแนนปี 2567: 90.48", None],
        ["I1, I2", "จัดอบรม", "ฝ่ายโยธา", "28 เม.ย. 2568"],
        ["ตัวชี้วัดที่ 2 การใช้งบประมาณ", None, "ผลคะแนนปี 2567: 88.10", None],
        ["I4-I6", "เผยแพร่ประกาศ", "ฝ่ายการคลัง", "30 เม.ย. 2568"],
    ]
    spans = {(r, c): (1, 2) for r in (1, 3) for c in (0, 2)}
    found = report(ANALYSIS_67, table(rows, spans))
    assert {c: str(s) for c, s in scores(found, 2567).items()} == {"1": "90.48", "2": "88.10"}
    assert [(m.indicator, m.codes) for m in found.measures] == [
        ("1", ("I1", "I2")),
        ("2", ("I4", "I5", "I6")),
    ]


def test_scores_right_behind_codes_in_a_sentence_of_scores() -> None:
    found = said("ผลคะแนนรายข้อของแบบวัด IIT ได้แก่ I1 = 91.08, I2 = 93.58 และ I3: 94.70")
    assert {c: str(s) for c, s in scores(found).items()} == {
        "I1": "91.08",
        "I2": "93.58",
        "I3": "94.70",
    }
    assert scores(said("ลำดับการดำเนินงาน I1 = 91.08")) == {}


def test_the_next_items_name_is_no_unit_of_the_number_before_it() -> None:
    found = said("ข้อ I4 โปร่งใส ตรวจสอบได้ ได้คะแนน 97.81 ข้อ I6 มีการเบิกจ่ายเท็จ ได้คะแนน 91.63")
    assert {c: str(s) for c, s in scores(found).items()} == {"I4": "97.81", "I6": "91.63"}
    assert {c: str(s) for c, s in scores(said("I6 มีการเบิกจ่ายเท็จ ได้ร้อยละ 97.37")).items()} == {
        "I6": "97.37"
    }


def test_summary_of_labels_with_years_and_weights() -> None:
    rows = [
        ["ชื่อหน่วยงาน", "สำนักงานเขตบางรัก"],
        ["คะแนนรวม ITA ปี 2567", "93.12 คะแนน"],
        ["คะแนน IIT (น้ำหนักร้อยละ 30)", "91.75"],
        ["คะแนน EIT (น้ำหนักร้อยละ 30)", "91.97"],
        ["จำนวนผู้ตอบแบบวัด IIT / EIT", "112 คน / 405 คน"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert {c: str(s) for c, s in scores(found, 2567).items()} == {
        "ITA": "93.12",
        "IIT": "91.75",
        "EIT": "91.97",
    }


def test_score_of_its_year_in_brackets_behind_an_indicator_in_a_form() -> None:
    rows: list[list[str | None]] = [
        ["ตัวชี้วัด", "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (คะแนนปี 2567 :\n91.07)"],
        ["มาตรการ", "จัดอบรม"],
        ["ผู้รับผิดชอบ", "ฝ่ายปกครอง"],
        ["กำหนดแล้วเสร็จ", "30 มิถุนายน 2568"],
    ]
    assert {c: str(s) for c, s in scores(report(ANALYSIS_67, table(rows)), 2567).items()} == {
        "1": "91.07"
    }


def test_a_score_shared_by_the_items_of_a_list() -> None:
    found = said(
        "คะแนนรายข้อของ OIT ข้อที่ได้ 100 คะแนน ได้แก่ O1 O2 และ O4 ข้อที่ได้คะแนน 50.00 คะแนน จำนวน 1 ข้อ "
        "ได้แก่ O13 และข้อที่ได้ 0 คะแนน ได้แก่ O7, O9"
    )
    assert {c: str(s) for c, s in scores(found).items()} == {
        "O1": "100", "O2": "100", "O4": "100", "O7": "0", "O9": "0", "O13": "50.00",
    }  # fmt: skip


def test_the_score_of_an_indicator_is_none_of_its_first_items() -> None:
    found = said(
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้ 87.78 คะแนน ประกอบด้วย ข้อ I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ"
        " (80.54 คะแนน) และข้อ I2 อำนวยความสะดวกในการให้บริการประชาชน (95.02 คะแนน)"
    )
    assert {c: str(s) for c, s in scores(found).items()} == {
        "1": "87.78",
        "I1": "80.54",
        "I2": "95.02",
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "ข้อที่ได้ต่ำกว่า 85 คะแนน ได้แก่ I1 I2",
        "ข้อที่ได้คะแนน 80.00 - 85.00 คะแนน ได้แก่ I1 I2",
        "ข้อที่ได้ 85 คะแนนขึ้นไป ได้แก่ I1 I2",
        "สิ่งที่ได้ 3 อย่าง ได้แก่ I1 I2",
    ],
)
def test_a_bound_of_a_list_is_nobodys_score(sentence: str) -> None:
    assert scores(said(sentence)) == {}


def test_boxes_of_codes_and_of_indicators() -> None:
    found = report(ANALYSIS_67, table([["I1\n88.10", "I2\n87.20", "ตัวชี้วัดที่ 3\n90.10"]]))
    assert {c: str(s) for c, s in scores(found).items()} == {
        "I1": "88.10",
        "I2": "87.20",
        "3": "90.10",
    }


def test_the_whole_behind_a_list_of_its_parts() -> None:
    parts = "คะแนน IIT = 90.10, EIT = 91.20, OIT = 86.40 และ"
    found = scores(said(f"{parts}คะแนนรวม ITA = 89.00 คะแนน"))
    assert {c: str(s) for c, s in found.items()} == {
        "IIT": "90.10", "EIT": "91.20", "OIT": "86.40", "ITA": "89.00",
    }  # fmt: skip
    assert "ITA" not in scores(said(f"{parts}คะแนนรวมแบบวัด EIT = 89.00 คะแนน"))
    assert "ITA" not in scores(said("ผล ITA ของแบบวัด IIT ปี 2566 ได้ 80.10 ปี 2567 ได้ 89.00 คะแนน"))


@pytest.mark.parametrize(
    "lines",
    [
        ("I9 I10 I11 I12", "คะแนน 74.85 90.82 80.10 77.20"),
        ("I9 I10 I11 I12 คะแนน 74.85 90.82 80.10 77.20",),
        ("คะแนน IIT EIT OIT 85.10 86.20 90.00",),
    ],
)
def test_rows_of_numbers_read_as_text_are_nobodys(lines: tuple[str, ...]) -> None:
    assert not said(*lines).scores


@pytest.mark.parametrize(
    "sentence",
    [
        "คาดว่าคะแนนภาพรวมจะเพิ่มเป็น 93.00 คะแนน",
        "หากข้อ O1 ได้ 100.00 คะแนน คะแนนภาพรวมจะเป็น 91.20 คะแนน",
        "มุ่งให้ตัวชี้วัดที่ 2 การใช้งบประมาณ ได้คะแนน 95.00 คะแนน",
        "ตัวชี้วัดที่ 2 การใช้งบประมาณ ต้องได้คะแนน 95.00 คะแนน",
        "คะแนนเฉลี่ยสามปีของข้อ I1 เท่ากับ 84.10 คะแนน",
        "ผลสำรวจความพึงพอใจได้คะแนนรวม 91.25 คะแนน",
        "ผลการประเมินส่วนราชการได้คะแนน 95.20 คะแนน",
        "ผู้เข้าอบรมทำแบบทดสอบได้คะแนนรวม 87.50 คะแนน",
        "คะแนนประเมินตนเองภาพรวมเท่ากับ 98.00 คะแนน",
        "ใช้งบประมาณไปร้อยละ 88.20",
        "สำนักงานเขตที่ได้คะแนนสูงสุดได้คะแนนรวม 97.50 คะแนน",
        "คะแนน ITA ของกรุงเทพมหานคร เท่ากับ 92.31 คะแนน",
    ],
)
def test_what_is_hoped_for_and_the_results_of_other_tests_are_no_scores(sentence: str) -> None:
    assert scores(report(ANALYSIS_67, paragraph(sentence))) == {}


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("หากพิจารณารายตัวชี้วัด พบว่า ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้ 88.81 คะแนน", "1"),
        ("ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต ได้คะแนน 88.81 คะแนน", "5"),
        ("ข้อที่ควรได้รับการพัฒนา ได้แก่ ข้อ I1 ได้ 88.81 คะแนน", "I1"),
        ("สำนักงานเขตบางรัก กรุงเทพมหานคร ได้คะแนนภาพรวม 88.81 คะแนน", "ITA"),
    ],
)
def test_what_was_reached_in_like_words(sentence: str, code: str) -> None:
    found = scores(report(ANALYSIS_67, paragraph(sentence)))
    assert {c: str(s) for c, s in found.items()} == {code: "88.81"}


def test_a_share_of_another_assessment_as_a_whole_is_no_score() -> None:
    lines = ("ผลการประเมินความพึงพอใจในภาพรวมร้อยละ 85.57", "ผลการประเมินโครงการในภาพรวมร้อยละ 80.10")
    assert said(*lines).scores == ()


def test_the_end_of_an_items_words_is_no_indicator() -> None:
    lines = (
        "• I7 การเรียกรับเงินหรือทรัพย์สินจากการปฏิบัติหน้าที่ ได้ 97.84 คะแนน",
        "I9 ความโปร่งใสในการใช้งบประมาณ ได้ 91.84 คะแนน",
        "ข้อ I12 ได้ 90.10 คะแนน ส่วนการใช้ทรัพย์สินของราชการ ได้ 81.84 คะแนน",
    )
    told = {s.code: str(s.score) for s in said(*lines).scores}
    assert told == {"I7": "97.84", "I9": "91.84", "I12": "90.10", "4": "81.84"}
    unsure = said("ทั้งนี้ ข้อ I7 ควรพัฒนาการปฏิบัติหน้าที่ ได้ 91.84 คะแนน")
    assert unsure.scores == () and "line-unread" in kinds(unsure)


def test_an_item_with_its_title_and_a_number_where_scores_are_spoken_of() -> None:
    title = items(2567)["I6"].title_th
    said = report(ANALYSIS_67, paragraph(f"ข้อที่ได้คะแนนน้อยที่สุด คือ I6 {title} (70.11)"))
    assert {s.code: str(s.score) for s in said.scores} == {"I6": "70.11"}
    for other in (f"ข้อที่พบปัญหา คือ I6 {title} (70.11)", "ข้อที่ได้คะแนนน้อยที่สุด คือ I6 เรื่องอื่น (70.11)"):
        assert not report(ANALYSIS_67, paragraph(other)).scores


def test_a_sentence_goes_on_behind_the_number_of_a_page() -> None:
    number = replace(paragraph("- 1 -"), furniture=True)
    begun = paragraph("ตัวชี้วัดที่ 9 ได้ 76.67 คะแนน และตัวชี้วัดที่ 10 การป้องกันการทุจริต ได้")
    rest = paragraph("88.75 คะแนน แบ่งเป็นสองส่วน", page=2)
    found = report(ANALYSIS_67, begun, number, rest)
    assert scores(found)["10"] == Decimal("88.75")
    (score,) = (s for s in found.scores if s.code == "10")
    assert score.mentions[0].source.place.page == 2
    other = report(ANALYSIS_67, paragraph("ตัวชี้วัดที่ 10 การป้องกันการทุจริต"), rest)
    assert "10" not in scores(other)
