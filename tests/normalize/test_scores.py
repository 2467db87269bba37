"""Scores of score tables, item cells and sentences, gathered to one per year and code."""

from __future__ import annotations

from decimal import Decimal

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Box, Place
from normalize.codebook import items
from normalize.facts.scores import Stated, gather, level_of
from normalize.model import Source
from normalize.names.contradicted import is_of_another
from tests.normalize.tables import (
    ANALYSIS_66,
    ANALYSIS_67,
    Grid,
    findings,
    kinds,
    paragraph,
    report,
    scores,
    table,
)

BOOK = items(2567)


def read(rows: Grid) -> dict[str, str]:
    found = scores(report(ANALYSIS_67, table(rows)), 2567)
    return {code: str(score) for code, score in found.items()}


def test_code_and_score_in_columns() -> None:
    rows = [
        ["ข้อ", "ข้อคำถาม", "คะแนน"],
        *[[c, BOOK[c].title_th, f"9{n}.2{n}"] for n, c in enumerate(["I1", "I2", "E3", "O22"])],
    ]
    assert read(rows) == {"I1": "90.20", "I2": "91.21", "E3": "92.22", "O22": "93.23"}


def test_codes_misread_in_a_whole_table() -> None:
    """samphanthawong prints 11 to 112 for I1 to I12 and ○11 for O11."""
    rows = [["ที่", "ประเด็นการประเมิน", "คะแนน"]]
    rows += [[f"1{n}", BOOK[f"I{n}"].title_th, f"{80 + n}.00"] for n in range(1, 13)]
    rows += [[f"○{n}", BOOK[f"O{n}"].title_th, f"{60 + n}.00"] for n in range(1, 23)]
    wanted = {f"I{n}": f"{80 + n}.00" for n in range(1, 13)}
    wanted |= {f"O{n}": f"{60 + n}.00" for n in range(1, 23)}
    assert read(rows) == wanted


ALL_IN_ONE = ["ข้อ", "แบบวัด / ตัวชี้วัด / รายการ", "คะแนนเฉลี่ย"]


def test_titles_stand_under_all_that_is_assessed() -> None:
    """A code that lost its first characters is told by its title; 2 alone could be E2."""
    rows = [
        ALL_IN_ONE,
        ["4", "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ", "86.34"],
        ["I10", BOOK["I10"].title_th, "86.34"],
        ["5", "ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต", "80.09"],
        ["", BOOK["I11"].title_th, "80.58"],
        ["2", BOOK["I12"].title_th, "79.59"],
        ["6", "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน", "88.90"],
        ["", BOOK["E1"].title_th, "87.55"],
        ["E2", BOOK["E2"].title_th, "88.73"],
    ]
    found = read(rows)
    assert found["I12"] == "79.59"
    assert found["E2"] == "88.73"


def test_a_number_beside_the_title_of_another_item_names_neither() -> None:
    """What was read as 2 is a speck: the end of E6's title is the title of E2."""
    assert is_of_another(BOOK["E6"].title_th, "E2", 2567)
    # Staff and citizens are asked the same.
    assert not is_of_another(BOOK["E2"].title_th, "I2", 2567)
    assert not is_of_another("คำอธิบายที่ไม่ใช่ชื่อของข้อใด", "E2", 2567)


def test_the_row_of_an_indicator_is_none_of_the_item_across_the_table_above_it() -> None:
    made = table(
        [
            ["ตัวชี้วัด", "", "คะแนน"],
            ["E3 มีการเรียกรับสินบน เงิน หรือผลประโยชน์", None, None],
            ["7. ประสิทธิภาพการสื่อสาร", "", "78.44"],
        ],
        {(1, 0): (1, 3)},
    )
    assert dict(scores(report(ANALYSIS_67, made), 2567)) == {"7": Decimal("78.44")}


def test_an_item_below_the_name_of_its_instrument_is_not_the_instrument() -> None:
    """Tables abreast, one of them torn: its head and its first row stand in one cell."""
    rows = [
        ["ข้อคนใน (IIT)\nI4 โปร่งใส ตรวจสอบได้", "คะแนน 79.86"],
        ["ข้อมูลสาธารณะ (OIT) 010 สถิติการจัดเก็บรายได้", "คะแนน 50.00"],
        ["O22 มาตรการยกระดับคุณธรรม", "60.00"],
        ["O8 E-Service", "75.00"],
    ]
    assert not {"IIT", "OIT"} & set(read(rows))


def test_a_blank_code_under_an_indicator_is_not_that_above_it() -> None:
    rows = [
        ALL_IN_ONE,
        ["I10", BOOK["I10"].title_th, "86.34"],
        ["5", "ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต", "80.09"],
        ["", BOOK["I11"].title_th, "80.58"],
        ["I12", BOOK["I12"].title_th, "79.59"],
    ]
    made = report(ANALYSIS_67, table(rows))
    assert "score-disagrees" not in kinds(made)
    assert scores(made, 2567)["I10"] == Decimal("86.34")


def test_a_printed_code_comes_before_one_decided_on() -> None:
    stated = [
        Stated(2567, "item", "E2", Decimal(value), Source(PLACE, value), "table", inferred)
        for value, inferred in (("79.59", True), ("88.73", False))
    ]
    (score,), found = gather(stated)
    assert score.score == Decimal("88.73")
    assert [f.kind for f in found] == ["score-disagrees"]


def test_indicators_and_sub_indicators_by_name() -> None:
    rows = [
        ["ตัวชี้วัด", "คะแนน"],
        ["๑. การปฏิบัติหน้าที่", "๙๑.๐๐"],
        ["ตัวชี้วัดที่ ๒ การใช้งบประมาณ", "๙๒.๐๐"],
        ["การใช้อำนาจ", "๙๓.๐๐"],
        ["ตัวชี้วัดย่อยที่ ๙.๑ ข้อมูลพื้นฐาน", "๙๔.๐๐"],
        ["๑๐.๒ มาตรการภายในเพื่อป้องกันการทุจริต", "๙๕.๐๐"],
    ]
    assert read(rows) == {"1": "91.00", "2": "92.00", "3": "93.00", "9.1": "94.00", "10.2": "95.00"}


def test_instruments_and_the_whole() -> None:
    rows = [
        ["แบบวัด", "คะแนน"],
        ["IIT", "91.19"],
        ["แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)", "85.02"],
        ["แบบวัดการเปิดเผยข้อมูลสาธารณะ", "87.00"],
        ["คะแนนรวม", "87.67"],
    ]
    assert read(rows) == {"IIT": "91.19", "EIT": "85.02", "OIT": "87.00", "ITA": "87.67"}


def test_two_years_in_one_table() -> None:
    found = report(
        ANALYSIS_67,
        table(
            [
                ["ข้อ", "ปี ๒๕๖๖", "ปี ๒๕๖๗", "เพิ่ม/ลด"],
                ["I1", "81.00", "91.00", "+10.00"],
                ["I2", "92.00", "82.00", "-10.00"],
            ]
        ),
    )
    assert scores(found, 2566) == {"I1": Decimal("81.00"), "I2": Decimal("92.00")}
    assert scores(found, 2567) == {"I1": Decimal("91.00"), "I2": Decimal("82.00")}


def test_score_of_a_range_is_that_of_its_indicator() -> None:
    rows = [
        ["ข้อคำถาม", "มาตรการ"],
        ["O๑ – O๒๒ (๘๔.๒๑ คะแนน)", "เผยแพร่ข้อมูล"],
        ["O๒๓ – O๓๐ (๙๐.๐๐ คะแนน)", "เผยแพร่มาตรการ"],
    ]
    found = report(ANALYSIS_66, table(rows))
    assert scores(found) == {"9": Decimal("84.21"), "10": Decimal("90.00")}


def test_level_and_weight_tables_hold_no_scores() -> None:
    levels = table([["คะแนน", "ระดับผลการประเมิน"], ["95.00 - 100", "ผ่านดีเยี่ยม"], ["85.00", "ผ่าน"]])
    weights = table([["แบบวัด", "น้ำหนัก (ร้อยละ)"], ["IIT", "30"], ["EIT", "30"], ["OIT", "40"]])
    points = table([["ข้อ", "คะแนนเต็ม"], ["O1", "100"], ["O2", "100"]])
    assert report(ANALYSIS_67, levels, weights, points).scores == ()


def test_running_numbers_and_ranks_are_no_scores() -> None:
    rows = [
        ["ลำดับที่", "ข้อ", "คะแนน", "อันดับ"],
        ["1", "I1", "91.00", "2"],
        ["2", "I2", "92.00", "1"],
        ["3", "I3", "90.50", "3"],
    ]
    assert read(rows) == {"I1": "91.00", "I2": "92.00", "I3": "90.50"}


def test_number_beside_no_name_is_a_finding() -> None:
    found = report(
        ANALYSIS_67,
        table([["ข้อ", "คะแนน"], ["I1", "91.00"], ["I2", "92.00"], ["ความพึงพอใจอื่น", "50.00"]]),
    )
    assert Decimal("50.00") not in scores(found).values()
    assert "score-without-code" in kinds(found)


def test_the_whole_in_a_sentence_that_calls_it_the_score_of_the_assessment() -> None:
    found = report(
        ANALYSIS_67, paragraph("สำนักงานเขตบางรัก ได้คะแนนประเมินรวม 90.34 คะแนน อยู่ในระดับผ่านดี")
    )
    assert [(s.code, str(s.score)) for s in found.scores] == [("ITA", "90.34")]


def test_score_printed_three_times_is_one_score_with_three_mentions() -> None:
    found = report(
        ANALYSIS_67,
        paragraph("ผลการประเมินในภาพรวมได้คะแนน ๘๗.๖๗ คะแนน อยู่ในระดับผ่าน"),
        table([["แบบวัด", "คะแนน"], ["IIT", "91.19"], ["คะแนนรวม", "87.67"]]),
        table([["แบบวัด", "คะแนน"], ["IIT", "91.19"], ["คะแนนรวม", "87.67"]], pages=(2, 2, 2)),
    )
    whole = next(s for s in found.scores if s.code == "ITA")
    assert (str(whole.score), len(whole.mentions)) == ("87.67", 3)
    assert [m.where for m in whole.mentions] == ["table", "table", "prose"]
    assert "score-disagrees" not in kinds(found)
    assert found.meta.rating == "ผ่าน"


def test_prints_that_disagree_are_a_finding_and_the_table_counts() -> None:
    rows = [["ข้อคำถาม", "มาตรการ"], [f"I1 {BOOK['I1'].title_th} (91.02 คะแนน)", "จัดอบรม"]]
    found = report(
        ANALYSIS_67, table(rows), table([["ข้อ", "คะแนน"], ["I1", "91.20"], ["I2", "90"]])
    )
    assert scores(found)["I1"] == Decimal("91.20")
    (finding,) = findings(found, "score-disagrees")
    assert finding.severity == "error"
    assert "91.20" in finding.message and "91.02" in finding.message


@pytest.mark.parametrize("parts", ["ทุกเครื่องมือ", "ทั้ง 3 แบบวัด", "ของทุกตัวชี้วัด"])
def test_the_total_of_all_parts_is_that_of_the_whole(parts: str) -> None:
    rows = table([["ข้อ", "คะแนน"], ["I1", "91.00"]])
    found = report(ANALYSIS_67, paragraph(f"คะแนนรวม{parts}เท่ากับ 89.53 คะแนน"), rows)
    assert str(scores(found)["ITA"]) == "89.53"
    # Of each of them alone it is not.
    found = report(ANALYSIS_67, paragraph(f"ผลการประเมิน{parts}ได้ 89.53 คะแนน"), rows)
    assert "ITA" not in scores(found)


def test_thresholds_in_prose_are_no_scores() -> None:
    found = report(
        ANALYSIS_67,
        paragraph("หน่วยงานที่ผ่านเกณฑ์ต้องได้คะแนน ITA ไม่น้อยกว่า ๘๕ คะแนน"),
        table([["ข้อ", "คะแนน"], ["I1", "91.00"]]),
    )
    assert "ITA" not in scores(found)


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("ITA", "overall"),
        ("EIT", "instrument"),
        ("10", "indicator"),
        ("9.2", "subindicator"),
        ("O22", "item"),
    ],
)
def test_level(code: str, level: str) -> None:
    assert level_of(code) == level


# Gathering, by itself.

PLACE = Place(1, Box(0, 0, 1, 1), 0, 0, 0)
STATED = st.builds(
    Stated,
    year=st.sampled_from([2566, 2567]),
    level=st.just("item"),
    code=st.sampled_from(["I1", "I2", "E1"]),
    value=st.sampled_from([Decimal("90.00"), Decimal("91.50")]),
    source=st.just(Source(PLACE, "raw")),
    where=st.sampled_from(["table", "measures", "prose"]),
    inferred=st.booleans(),
)


@given(st.lists(STATED, max_size=12))
def test_gathering_loses_no_printing(stated: list[Stated]) -> None:
    found, said = gather(stated)
    keys = [(s.fiscal_year, s.code) for s in found]
    assert len(keys) == len(set(keys))
    assert set(keys) == {(s.year, s.code) for s in stated}
    assert sum(len(s.mentions) for s in found) == len(stated)
    for score in found:
        members = [s for s in stated if (s.year, s.code) == (score.fiscal_year, score.code)]
        best = min("table measures prose".split().index(s.where) for s in members)
        assert score.mentions[0].where == "table measures prose".split()[best]
        assert score.score == score.mentions[0].score
        assert score.inferred == all(s.inferred for s in members)
    disagreeing = sum(m.score != s.score for s in found for m in s.mentions[1:])
    assert len(said) == disagreeing


def test_scores_come_in_the_order_of_a_report() -> None:
    codes = ["E1", "I10", "9.1", "I2", "10", "OIT", "ITA", "9", "IIT"]
    stated = [Stated(2567, level_of(c), c, Decimal(90), Source(PLACE, c), "table") for c in codes]
    found, _ = gather(stated)
    assert found[0].code == "ITA"
    assert [s.code for s in found][-3:] == ["I2", "I10", "E1"]
    assert [s.code for s in found if s.level == "indicator"] == ["9", "10"]


def test_number_beside_an_indicators_name_is_no_doubtful_code() -> None:
    found = report(
        ANALYSIS_67,
        table(
            [
                ["ตัวชี้วัดที่", "ชื่อตัวชี้วัด", "คะแนนที่ได้"],
                ["1", "การปฏิบัติหน้าที่", "91.20"],
                ["2", "การใช้งบประมาณ", "88.40"],
                ["6", "คุณภาพการดำเนินงาน", "79.10"],
            ]
        ),
    )
    assert scores(found) == {"1": Decimal("91.20"), "2": Decimal("88.40"), "6": Decimal("79.10")}
    assert not kinds(found) & {"code-doubtful", "code-inferred"}
    assert found.meta.assessment_year_basis == "stated"


@pytest.mark.parametrize(
    ("printed", "score"),
    [
        ("I1 เต็มใจให้บริการ คิดเป็นร้อยละ 91.20", "91.20"),
        ("I1 เต็มใจให้บริการ (อยู่ที่ร้อยละ 91.20)", None),
        ("I1 เต็มใจให้บริการ ข้อละ 2.50 คะแนน", None),
    ],
)
def test_percentage_that_ends_an_item(printed: str, score: str | None) -> None:
    rows = [["ข้อคำถาม", "มาตรการ", "ผู้รับผิดชอบ"], [printed, "จัดอบรม", "ฝ่ายคลัง"]]
    found = scores(report(ANALYSIS_67, table(rows)))
    assert found.get("I1") == (Decimal(score) if score else None)


def test_percentage_in_a_section_row_is_the_indicators() -> None:
    rows: Grid = [
        ["ข้อคำถาม", "มาตรการ", "ผู้รับผิดชอบ"],
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้ร้อยละ 85.20", None, None],
        ["I1 เต็มใจให้บริการ", "จัดอบรม", "ฝ่ายคลัง"],
    ]
    found = report(ANALYSIS_67, table(rows, {(1, 0): (1, 3)}))
    assert scores(found) == {"1": Decimal("85.20")}


def test_titles_have_arabic_digits() -> None:
    """E5 of 2566 asks about the last year (``ในรอบ ๑ ปี``); digits of texts are Arabic."""
    rows = [["ข้อ", "คะแนน"], *([code, "91.00"] for code in ("E4", "E5", "O2"))]
    titles = [s.title_th or "" for s in report(ANALYSIS_66, table(rows)).scores]
    assert any(title.startswith("ในรอบ 1 ปีที่ผ่านมา") for title in titles)
    assert not any(regex.search("[๐-๙]", title) for title in titles)


def test_score_in_brackets_behind_an_indicators_name() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "มาตรการ", "ผู้รับผิดชอบ"],
        ["1. การปฏิบัติหน้าที่\n(ปี 2565 = 86.47)", "จัดอบรม", "ฝ่ายคลัง"],
        ["2. การใช้งบประมาณ (88.10)", "จัดทำคู่มือ", "ฝ่ายคลัง"],
    ]
    found = report(ANALYSIS_66, table(rows))
    assert scores(found, 2565) == {"1": Decimal("86.47")}
    assert scores(found, 2566) == {"2": Decimal("88.10")}


def test_indicators_across_by_number_alone() -> None:
    rows: Grid = [
        ["ปีงบประมาณ", *(f"ตัวชี้วัด ที่ {n}" for n in range(1, 6))],
        ["ปี 2565", "85.99", "85.30", "91.00", "89.22", "85.76"],
        ["ปี 2566", "90.27", "84.09", "88.82", "87.91", "85.29"],
        ["เพิ่ม/ลด", "4.28", "1.21", "2.18", "1.31", "0.47"],
    ]
    found = report(ANALYSIS_66, table(rows))
    assert scores(found, 2565)["3"] == Decimal("91.00")
    assert scores(found, 2566)["5"] == Decimal("85.29")
    assert len(found.scores) == 10


def test_cards_with_number_and_name_in_one_cell() -> None:
    cards: Grid = [["93.25\nคะแนนรวม", "89.80\nIIT", "EIT\n91.02", "ผ่านดี\nระดับผลการประเมิน"]]
    found = report(ANALYSIS_67, table(cards))
    expected = {"ITA": "93.25", "IIT": "89.80", "EIT": "91.02"}
    assert scores(found) == {code: Decimal(value) for code, value in expected.items()}
    assert found.meta.rating == "ผ่านดี"


def test_year_without_a_book_takes_indicators_from_its_own_tables() -> None:
    title = paragraph("การวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2580 สำนักงานเขตบางรัก")
    shown: Grid = [
        ["ข้อ", "ประเด็นการประเมิน", "คะแนน"],
        ["", "ตัวชี้วัดที่ 3 การใช้อำนาจ", "87.95"],
        ["I7", "สั่งการให้ทำในสิ่งที่ไม่ถูกต้อง", "88.69"],
    ]
    measures: Grid = [
        ["ข้อ", "ข้อค้นพบ", "มาตรการ", "ผู้รับผิดชอบ"],
        ["I7", "ไม่กล้าทักท้วง", "จัดเวทีรับฟัง", "ฝ่ายปกครอง"],
    ]
    found = report(title, table(shown), table(measures))
    assert [m.indicator for m in found.measures] == ["3"]
    assert [w.indicator for w in found.weaknesses] == ["3"]


def test_names_and_scores_side_by_side() -> None:
    rows: Grid = [
        ["หน่วยงาน", "สำนักงานเขตบางรัก"],
        ["คะแนนภาพรวม", "90.12 คะแนน"],
        ["คะแนน IIT", "91.20"],
        ["จำนวนผู้ตอบ", "402"],
        ["คะแนนปีที่ผ่านมา", "86.10"],
    ]
    found = scores(report(ANALYSIS_67, table(rows)))
    assert {code: str(value) for code, value in found.items()} == {"ITA": "90.12", "IIT": "91.20"}


def test_scores_of_two_years_behind_an_item() -> None:
    printed = f"I4 {items(2567)['I4'].title_th} (ปี 2566 = 80.10, ปี 2567 = 82.20)"
    rows: Grid = [["ประเด็น", "กิจกรรม", "ผู้รับผิดชอบ"], [printed, "แจ้งแผน", "ฝ่ายการคลัง"]]
    found = report(ANALYSIS_67, table(rows))
    assert [(s.fiscal_year, s.code, str(s.score)) for s in found.scores] == [
        (2566, "I4", "80.10"),
        (2567, "I4", "82.20"),
    ]


def test_what_scores_are_held_against_is_no_maximum() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "เกณฑ์", "ผลที่ได้"],
        ["1 การปฏิบัติหน้าที่", "85.00", "94.20"],
        ["2 การใช้งบประมาณ", "85.00", "83.30"],
        ["8 การปรับปรุงระบบการทำงาน", "85.00", "80.15"],
    ]
    found = scores(report(ANALYSIS_67, table(rows)))
    assert {code: str(value) for code, value in found.items()} == {
        "1": "94.20",
        "2": "83.30",
        "8": "80.15",
    }


def test_mean_of_several_districts_is_nobodys_score() -> None:
    rows: Grid = [
        ["สำนักงานเขต", "IIT", "EIT", "OIT"],
        ["บางรัก", "89.90", "87.65", "92.50"],
        ["เฉลี่ยกลุ่มเขต", "90.69", "87.26", "89.69"],
    ]
    for title in (ANALYSIS_67, paragraph("รายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567")):
        found = report(title, table(rows))
        assert Decimal("90.69") not in scores(found).values()
        assert "score-disagrees" not in kinds(found)


def test_points_and_per_cent_that_agree_are_one_score() -> None:
    head: list[str | None] = ["ลำดับ", "ข้อคำถาม", "คะแนนเต็ม", "คะแนนที่ได้", "ร้อยละ"]
    rows: Grid = [
        head,
        ["1", f"I1 {items(2567)['I1'].title_th}", "100", "88.20", "88.20"],
        ["2", f"I2 {items(2567)['I2'].title_th}", "100", "86.10", "86.10"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert {code: str(value) for code, value in scores(found).items()} == {
        "I1": "88.20",
        "I2": "86.10",
    }
    other: Grid = [*rows[:2], ["2", f"I2 {items(2567)['I2'].title_th}", "100", "86.10", "85.00"]]
    assert "several-score-columns" in kinds(report(ANALYSIS_67, table(other)))


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("มาตรการมีสำหรับข้อที่ได้คะแนนน้อยที่สุดของแต่ละตัวชี้วัด", {"ITA": Decimal("82.92")}),
        ("ตัวชี้วัดที่ 2 การใช้งบประมาณ", {}),
        ("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน", {}),
    ],
)
def test_the_total_an_office_has_behind_words_on_parts(
    before: str, expected: dict[str, Decimal]
) -> None:
    said = paragraph(f"{before} สำนักงานเขตบางรักได้คะแนนรวม 82.92 คะแนน ผลการประเมินอยู่ในระดับผ่าน")
    found = scores(report(ANALYSIS_67, said))
    assert found.get("ITA") == expected.get("ITA")


def test_what_a_total_is_of_may_stand_beside_it() -> None:
    found = read(
        [
            ["รหัส", "รายการประเมิน", "คะแนน"],
            ["E1", BOOK["E1"].title_th, "91.10"],
            ["O1", BOOK["O1"].title_th, "100.00"],
            ["รวม", "คะแนนเครื่องมือ OIT", "82.50"],
        ]
    )
    assert found == {"E1": "91.10", "O1": "100.00", "OIT": "82.50"}


def test_a_number_merged_over_rows_of_several_things_is_of_none_of_them() -> None:
    rows: Grid = [
        ["เครื่องมือ", "คะแนนรวม", "ตัวชี้วัด", "คะแนนตัวชี้วัด"],
        ["IIT", "89.97", "1. การปฏิบัติหน้าที่", "91.80"],
        [None, None, "2. การใช้งบประมาณ", "88.39"],
        ["EIT", "85.83", "6. คุณภาพการดำเนินงาน", "88.72"],
        [None, None, "7. ประสิทธิภาพการสื่อสาร", "77.45"],
    ]
    spans = {(1, 0): (2, 1), (1, 1): (2, 1), (3, 0): (2, 1), (3, 1): (2, 1)}
    found = report(ANALYSIS_67, table(rows, spans))
    assert {s.code: str(s.score) for s in found.scores} == {
        "IIT": "89.97",
        "1": "91.80",
        "2": "88.39",
        "EIT": "85.83",
        "6": "88.72",
        "7": "77.45",
    }
    unnamed = [["ที่", *rows[0][1:]], *(["1" if r[0] else None, *r[1:]] for r in rows[1:])]
    found = report(ANALYSIS_67, table(unnamed, spans))
    assert {s.code: str(s.score) for s in found.scores}.get("1") in ("91.80", None)
