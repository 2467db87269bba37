"""One score for all items of a list."""

from __future__ import annotations

import pytest

from tests.normalize.tables import ANALYSIS_67, paragraph, report, scores

GIVEN = "ข้อที่ได้ 50 คะแนน จำนวน 2 ข้อ ได้แก่ "


def read(text: str) -> dict[str, str]:
    return {c: str(s) for c, s in scores(report(ANALYSIS_67, paragraph(text))).items()}


def test_items_with_their_titles() -> None:
    listed = "O9 ข้อมูลสถิติการจัดเก็บภาษี และ O11 รายการการตรวจ (Checklist) ในการพิจารณาการออกใบอนุญาต"
    assert read(GIVEN + listed) == {"O9": "50", "O11": "50"}


def test_items_by_their_codes() -> None:
    assert read(GIVEN + "O9, O10 และ O11") == {"O9": "50", "O10": "50", "O11": "50"}


@pytest.mark.parametrize(
    "listed",
    [
        "O10 ข้อมูลที่ฝ่ายปกครองยังไม่ส่งให้ และ O11 ซึ่งรอการอนุมัติ",
        "O10 คู่มือการปฏิบัติหน้าที่ และ O11 คู่มือการให้บริการประชาชน",
    ],
)
def test_codes_with_other_words_or_the_titles_of_others_are_none(listed: str) -> None:
    assert "O11" not in read(GIVEN + listed)


def test_a_total_beside_all_instruments_is_that_of_the_whole() -> None:
    said = "สำนักงานเขตบางรักได้รับการประเมินครบทั้งสามแบบวัด ได้คะแนนรวม 89.23 คะแนน"
    assert read(said) == {"ITA": "89.23"}


def test_from_which_score_on_is_no_score() -> None:
    assert read("ผ่าน ภาพรวม 85 คะแนนขึ้นไป") == {}
