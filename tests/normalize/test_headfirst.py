"""Tables that begin with a band, their header below it."""

from __future__ import annotations

import pytest

from extract.model import Paragraph, Table
from normalize.model import Report
from normalize.shapes.headfirst import without_titles
from tests.normalize.tables import ANALYSIS_67, PLAN_66, Grid, report, table

HEADER = ["รหัส", "ประเด็นการประเมิน", "ผลคะแนน", "ค่าเป้าหมาย"]
I1 = ["I1", "เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", "90.20", "85.00"]
I2 = ["I2", "อำนวยความสะดวกในการให้บริการประชาชน", "82.09", "85.00"]
I4 = ["I4", "โปร่งใส ตรวจสอบได้", "97.40", "85.00"]


def scores(found: Report) -> dict[str, str]:
    return {s.code: str(s.score) for s in found.scores}


def test_a_band_with_its_score_above_the_header() -> None:
    rows: Grid = [
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (IIT)", None, "90.19 คะแนน", None],
        HEADER,
        I1,
        I2,
        ["ตัวชี้วัดที่ 2 การใช้งบประมาณ (IIT)", None, "92.38 คะแนน", None],
        HEADER,
        I4,
    ]
    found = report(
        ANALYSIS_67, table(rows, {(0, 0): (1, 2), (0, 2): (1, 2), (4, 0): (1, 2), (4, 2): (1, 2)})
    )
    assert scores(found) == {
        "1": "90.19", "I1": "90.20", "I2": "82.09", "2": "92.38", "I4": "97.40",
    }  # fmt: skip


@pytest.mark.parametrize(
    "band",
    [
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่",
        "1. การปฏิบัติหน้าที่",
        "แบบวัดการรับรู้ของผู้มีส่วนได้เสียภายใน (IIT)",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (คะแนนเฉลี่ย 90.19 คะแนน)",
    ],
)
def test_a_band_of_one_cell_above_the_header(band: str) -> None:
    rows: Grid = [[band, None, None, None], HEADER, I1, I2]
    found = scores(report(ANALYSIS_67, table(rows, {(0, 0): (1, 4)})))
    assert (found["I1"], found["I2"]) == ("90.20", "82.09")


def test_two_bands_above_a_header_of_two_rows() -> None:
    rows: Grid = [
        ["แบบวัดการรับรู้ของผู้มีส่วนได้เสียภายใน (IIT)", None, None, None],
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", None, None, None],
        ["ข้อ", "ประเด็นการประเมิน", "คะแนน", None],
        [None, None, "เป้าหมาย", "ผลคะแนน"],
        ["I1", I1[1], "85.00", "90.20"],
    ]
    spans = {
        (0, 0): (1, 4), (1, 0): (1, 4), (2, 0): (2, 1), (2, 1): (2, 1), (2, 2): (1, 2),
    }  # fmt: skip
    assert scores(report(ANALYSIS_67, table(rows, spans)))["I1"] == "90.20"


def test_measures_below_a_band_and_a_header() -> None:
    rows: Grid = [
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", None, None],
        ["มาตรการ", "ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ"],
        ["จัดอบรมเจ้าหน้าที่", "ฝ่ายทะเบียน", "31 มีนาคม 2568"],
        ["ตัวชี้วัดที่ 2 การใช้งบประมาณ", None, None],
        ["มาตรการ", "ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ"],
        ["เผยแพร่แผนการใช้จ่าย", "ฝ่ายการคลัง", "30 เมษายน 2568"],
    ]
    found = report(ANALYSIS_67, table(rows, {(0, 0): (1, 3), (3, 0): (1, 3)}))
    assert [(m.indicator, m.measure, m.deadline) for m in found.measures] == [
        ("1", "จัดอบรมเจ้าหน้าที่", "2025-03-31"),
        ("2", "เผยแพร่แผนการใช้จ่าย", "2025-04-30"),
    ]


def test_a_target_is_no_score_where_a_word_stands_before_the_number_of_the_band() -> None:
    rows: Grid = [
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", None, "คะแนนเฉลี่ย", "90.19"], HEADER, I1, I2,
    ]  # fmt: skip
    found = scores(report(ANALYSIS_67, table(rows, {(0, 0): (1, 2)})))
    assert (found["I1"], found["I2"]) == ("90.20", "82.09")


def test_the_same_header_at_other_places_of_one_grid() -> None:
    head = ("ค่าเป้าหมาย", "รหัส", "ประเด็นการประเมิน", "ผลคะแนน")
    rows: Grid = [
        ["1. การปฏิบัติหน้าที่ (คะแนนเฉลี่ย 90.19)", None, None, None, None, None],
        [head[0], None, head[1], head[2], None, head[3]],
        ["85.00", None, I1[0], I1[1], None, "90.20"],
        ["85.00", None, I2[0], I2[1], None, "82.09"],
        ["2. การใช้งบประมาณ (คะแนนเฉลี่ย 92.38)", None, None, None, None, None],
        [head[0], head[1], None, head[2], head[3], None],
        ["85.00", I4[0], None, I4[1], "97.40", None],
    ]
    spans = {(r, 0): (1, 6) for r in (0, 4)}
    spans |= {(r, c): (1, 2) for r in (1, 2, 3) for c in (0, 3)}
    spans |= {(r, c): (1, 2) for r in (5, 6) for c in (1, 4)}
    assert scores(report(ANALYSIS_67, table(rows, spans))) == {
        "1": "90.19", "I1": "90.20", "I2": "82.09", "2": "92.38", "I4": "97.40",
    }  # fmt: skip
    # A row that is cut otherwise than its header leaves the table as it is.
    other: Grid = [*rows[:6], ["85.00", I4[0], I4[1], None, None, "97.40"]]
    assert "I4" not in scores(report(ANALYSIS_67, table(other, {**spans, (6, 2): (1, 3)})))


def test_a_title_over_a_table_as_wide_as_it_is_none_of_its_rows() -> None:
    wide = {(r, 0): (1, 4) for r in range(3)} | {(4, 0): (1, 4)}
    rows: Grid = [
        ["รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส", None, None, None],
        ["มาตรการชุดนี้กำหนดขึ้นจากผลการประเมิน", None, None, None],
        ["ผู้มีส่วนได้ส่วนเสียภายใน (IIT)", None, None, None],
        ["ข้อคำถาม", "มาตรการ", "ผลการดำเนินการ", "ฝ่ายที่รับผิดชอบ"],
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", None, None, None],
        ["I2 มีการปฏิบัติต่อผู้รับบริการ", "จัดรถเข็นให้ผู้พิการ", "จัดหาแล้ว 4 คัน", "ฝ่ายโยธา"],
    ]
    *titles, below = without_titles([table(rows, wide)])
    assert [b.text for b in titles if isinstance(b, Paragraph)] == [rows[0][0], rows[1][0]]
    assert isinstance(below, Table) and len(below.rows) == 4
    (measure,) = report(PLAN_66, table(rows, wide)).measures
    assert (measure.codes, measure.result, measure.units) == (("I2",), "จัดหาแล้ว 4 คัน", ("ฝ่ายโยธา",))


def test_names_of_sections_stay_over_their_tables() -> None:
    for name in ("ฝ่ายปกครอง", "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่"):
        names = ["ข้อ", "มาตรการ", "ผู้รับผิดชอบ"]
        made = table([[name, None, None], names, ["I2", "จัดรถเข็น", ""]], {(0, 0): (1, 3)})
        assert without_titles([made]) == [made]
