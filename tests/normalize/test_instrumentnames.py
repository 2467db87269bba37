"""Names of instruments and of the whole, in the words offices put beside them."""

from __future__ import annotations

import pytest

from extract.model import Paragraph, Table
from normalize.names.instrumentnames import instrument_alone
from normalize.names.whole import names_whole
from tests.normalize.tables import ANALYSIS_67, findings, paragraph, report, scores, table


def read(*blocks: Paragraph | Table) -> dict[str, str]:
    return {code: str(score) for code, score in scores(report(ANALYSIS_67, *blocks)).items()}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("IIT", "IIT"),
        ("IIT ภายใน", "IIT"),
        ("คะแนน EIT (ภายนอก)", "EIT"),
        ("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)", "EIT"),
        ("OIT : เปิดเผยข้อมูล", "OIT"),
        ("การเปิดเผยข้อมูลสาธารณะ OIT", "OIT"),
        ("ผู้ตอบแบบวัด IIT", None),
        ("IIT และ EIT", None),
        ("เป้าหมาย OIT", None),
    ],
)
def test_an_instrument_and_nothing_else(text: str, code: str | None) -> None:
    assert instrument_alone(text) == code


def test_the_whole_of_the_district() -> None:
    assert names_whole("คะแนนรวมทั้งเขต") and names_whole("คะแนนรวมทั้งสำนักงานเขต")
    assert not names_whole("คะแนนรวมทั้ง 50 เขต")


def test_instruments_in_short_over_their_scores() -> None:
    rows = [["IIT ภายใน", "EIT ภายนอก", "OIT เปิดเผยข้อมูล"], ["94.81", "90.89", "86.25"]]
    assert read(table(rows)) == {"IIT": "94.81", "EIT": "90.89", "OIT": "86.25"}


@pytest.mark.parametrize(("more", "said"), [([], 0), (["12.50", "", ""], 1)])
def test_a_table_all_of_whose_numbers_are_scores_was_understood(more: list[str], said: int) -> None:
    rows = [["IIT ภายใน", "EIT ภายนอก", "OIT เปิดเผยข้อมูล"], ["94.81", "90.89", "86.25"]]
    found = report(ANALYSIS_67, table([*rows, *([more] if more else [])]))
    assert len(findings(found, "unknown-table")) == said


def test_instruments_in_a_sentence_make_up_their_scores() -> None:
    told = "ความเห็นของคนใน (IIT) คิดเป็น 85.73 คะแนน และของคนนอก (EIT) อยู่ที่ 82.45 คะแนน"
    assert read(paragraph(told)) == {"IIT": "85.73", "EIT": "82.45"}
    weighed = paragraph("แบบวัด IIT คิดเป็น 30 คะแนน แบบวัด EIT คิดเป็น 30 คะแนน")
    assert read(weighed) == {}


def test_a_line_with_an_instrument_and_a_number_that_was_not_read_is_said() -> None:
    (found,) = findings(report(ANALYSIS_67, paragraph("IIT สรุปยอด ก 85.73")), "line-unread")
    assert "names IIT and prints 85.73" in found.message


@pytest.mark.parametrize(
    ("number", "found"), [("89.36", {"IIT": "89.36"}), ("30.00", {}), ("40.00", {})]
)
def test_a_line_of_an_instrument_and_its_score_or_its_share(
    number: str, found: dict[str, str]
) -> None:
    line = paragraph(f"IIT แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน {number}")
    assert read(line) == found


def test_what_an_instrument_should_reach_is_no_score() -> None:
    aimed = paragraph("ค่าเป้าหมายรายเครื่องมือ", bold=True)
    line = paragraph("OIT แบบตรวจการเปิดเผยข้อมูลสาธารณะ 95.50")
    assert read(aimed, line) == {}
