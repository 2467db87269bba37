"""Years that headings, and words said in passing, give to scores in lines of text."""

from __future__ import annotations

from decimal import Decimal

from normalize.model import Report
from tests.normalize.tables import ANALYSIS_67, kinds, paragraph, report


def told(found: Report) -> dict[tuple[int | None, str], Decimal]:
    return {(s.fiscal_year, s.code): s.score for s in found.scores}


LINE = paragraph("IIT 81.31 คะแนน EIT 80.84 คะแนน")


def test_a_heading_of_scores_of_an_earlier_year_dates_the_lines_below_it() -> None:
    heading = paragraph("คะแนนรายเครื่องมือ ปี 2566", bold=True)
    after = paragraph("ผลการวิเคราะห์", bold=True)
    last = paragraph("แบบวัด OIT ได้ 90.10 คะแนน")
    found = told(report(ANALYSIS_67, heading, LINE, after, last))
    assert found == {
        (2566, "IIT"): Decimal("81.31"),
        (2566, "EIT"): Decimal("80.84"),
        (2567, "OIT"): Decimal("90.10"),
    }


def test_other_headings_date_nothing() -> None:
    for text in ("มาตรการที่ทำแล้วในปี 2566", "ผลการประเมินปี 2566 และ 2567", "ปี 2566 กับคะแนนที่ได้"):
        found = told(report(ANALYSIS_67, paragraph(text, bold=True), LINE))
        assert {year for year, _ in found} == {2567}, text


def test_a_year_said_in_passing_is_that_of_its_own_number_only() -> None:
    text = (
        "สำนักงานเขตบางรักได้คะแนนภาพรวม 86.53 คะแนน สูงกว่าปีงบประมาณ พ.ศ. 2566 ซึ่งได้ 84.35 คะแนน "
        "ผลการประเมินอยู่ในระดับ ผ่าน เมื่อพิจารณาตามเครื่องมือ พบว่า IIT ได้ 86.75 คะแนน"
    )
    found = report(ANALYSIS_67, paragraph(text))
    assert told(found) == {
        (2567, "ITA"): Decimal("86.53"),
        (2566, "ITA"): Decimal("84.35"),
        (2567, "IIT"): Decimal("86.75"),
    }
    assert found.meta.rating == "ผ่าน"


def test_the_total_of_a_part_is_none_of_the_whole() -> None:
    whole = paragraph("ผลการประเมินในภาพรวมได้ 86.53 คะแนน")
    part = paragraph("ตอบแบบวัดครบตามเกณฑ์ ผลรวมของหมวดนี้เท่ากับ 88.02 คะแนน")
    found = report(ANALYSIS_67, whole, part)
    assert told(found) == {(2567, "ITA"): Decimal("86.53")}
    assert "score-disagrees" not in kinds(found)


def test_an_item_told_in_other_words_before_its_number_in_brackets() -> None:
    text = (
        "ข้อที่ควรรักษาไว้ ได้แก่ ข้อ I7 เรื่องสั่งงานที่ไม่ชอบ (96.85 คะแนน) "
        "และข้อ E5 เรื่องการให้บริการที่รวดเร็ว (98.10 คะแนน)"
    )
    assert told(report(ANALYSIS_67, paragraph(text))) == {
        (2567, "I7"): Decimal("96.85"),
        (2567, "E5"): Decimal("98.10"),
    }
    aimed = "ข้อ I7 เรื่องสั่งงานที่ไม่ชอบ (เป้าหมาย 96.85 คะแนน)"
    assert told(report(ANALYSIS_67, paragraph(aimed))) == {}
