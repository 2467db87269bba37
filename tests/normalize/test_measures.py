"""Measures and weaknesses as a reader counts them: merged, blank and cut cells."""

from __future__ import annotations

import pytest

from normalize.codebook import items
from normalize.model import Measure
from tests.normalize.tables import (
    ANALYSIS_66,
    ANALYSIS_67,
    PLAN_66,
    Grid,
    Spans,
    kinds,
    paragraph,
    report,
    scores,
    table,
)

HEADER = ["ข้อคำถาม", "ประเด็นที่ต้องปรับปรุง", "มาตรการ", "ผู้รับผิดชอบ"]
BOOK = items(2566)


def item(code: str, score: str | None = None) -> str:
    stated = f" ({score} คะแนน)" if score else ""
    return f"{code} {BOOK[code].title_th}{stated}"


def measures(rows: Grid, spans: Spans | None = None, **print_: list[int]) -> tuple[Measure, ...]:
    return report(ANALYSIS_66, table([HEADER, *rows], spans, **print_)).measures


def test_a_row_is_a_measure() -> None:
    (first, second) = measures(
        [
            [item("I1", "91.20"), "รอคิวนาน", "๑. จัดอบรม\n๒. ติดตาม", "ฝ่ายคลัง"],
            [item("I2"), "บริการไม่เท่าเทียม", "จัดทำคู่มือ", "ฝ่ายโยธา\nฝ่ายปกครอง"],
        ]
    )
    assert (first.codes, first.indicator, first.weakness) == (("I1",), "1", "รอคิวนาน")
    assert [(s.kind, s.seq, s.text) for s in first.steps] == [
        ("measure", 1, "จัดอบรม"),
        ("measure", 2, "ติดตาม"),
    ]
    assert first.units == ("ฝ่ายการคลัง",)
    assert first.responsible == "ฝ่ายคลัง"
    assert second.codes == ("I2",)
    assert second.units == ("ฝ่ายปกครอง", "ฝ่ายโยธา")


def test_cell_merged_over_items_is_one_measure_for_all() -> None:
    found = measures(
        [
            [item("I1"), "ช้า", "จัดอบรม", "ฝ่ายปกครอง"],
            [item("I2"), "ไม่เท่าเทียม", None, None],
            [item("I3"), "ไม่ชัด", "จัดทำคู่มือ", "ฝ่ายโยธา"],
        ],
        {(1, 2): (2, 1), (1, 3): (2, 1)},
    )
    assert [(m.codes, m.measure) for m in found] == [
        (("I1", "I2"), "จัดอบรม"),
        (("I3",), "จัดทำคู่มือ"),
    ]


def test_cells_left_blank_below_belong_to_the_measure_above() -> None:
    found = measures(
        [
            [item("I1"), "ช้า", "จัดอบรม", "ฝ่ายปกครอง"],
            [item("I2"), "ไม่เท่าเทียม", "", ""],
            [item("I3"), "ไม่ชัด", "", ""],
        ]
    )
    assert [m.codes for m in found] == [("I1", "I2", "I3")]


def test_blank_cells_say_nothing_where_an_indicator_begins_with_them() -> None:
    filled = ["จัดอบรม", "ฝ่ายปกครอง"]
    found = measures(
        [
            [item("I1"), "", "", ""],
            [item("I2"), "ช้า", *filled],
            [item("I3"), "", "", ""],
            [item("I4"), "ไม่ทราบแผน", *filled],
            [item("I5"), "", "", ""],
        ]
    )
    assert [m.codes for m in found] == [("I2",), ("I4",)]


def test_an_indicator_without_any_measure_says_nothing_of_blank_cells() -> None:
    found = measures(
        [
            [item("I1"), "ช้า", "จัดอบรม", "ฝ่ายปกครอง"],
            [item("I2"), "", "", ""],
            [item("I8"), "", "", ""],
            [item("I9"), "", "", ""],
        ]
    )
    assert [m.codes for m in found] == [("I1", "I2")]


def test_blank_measure_does_not_cross_a_section_row() -> None:
    found = measures(
        [
            ["ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", None, None, None],
            [item("I1"), "ช้า", "จัดอบรม", "ฝ่ายปกครอง"],
            ["ตัวชี้วัดที่ ๒ การใช้งบประมาณ", None, None, None],
            [item("I7"), "ไม่ทราบแผน", "", ""],
        ],
        {(1, 0): (1, 4), (3, 0): (1, 4)},
    )
    assert [m.codes for m in found] == [("I1",)]


def test_item_merged_over_two_measures() -> None:
    found = measures(
        [
            [item("I1"), "ช้า", "จัดอบรม", "ฝ่ายปกครอง"],
            [None, None, "จัดทำคู่มือ", "ฝ่ายโยธา"],
        ],
        {(1, 0): (2, 1), (1, 1): (2, 1)},
    )
    assert [(m.codes, m.measure, m.units) for m in found] == [
        (("I1",), "จัดอบรม", ("ฝ่ายปกครอง",)),
        (("I1",), "จัดทำคู่มือ", ("ฝ่ายโยธา",)),
    ]


def test_two_items_in_one_cell() -> None:
    found = report(
        ANALYSIS_66,
        table([HEADER, [f"{item('I1', '91.20')}\n{item('I2', '92.20')}", "ช้า", "จัดอบรม", ""]]),
    )
    assert [m.codes for m in found.measures] == [("I1", "I2")]
    assert {c: str(s) for c, s in scores(found).items()} == {"I1": "91.20", "I2": "92.20"}
    assert [w.codes for w in found.weaknesses] == [("I1", "I2")]


def test_range_is_written_out() -> None:
    (found,) = measures([["O๑ – O๒๒ (๘๔.๒๑ คะแนน)", "ไม่ครบ", "เผยแพร่", "ฝ่ายปกครอง"]])
    assert found.codes == tuple(f"O{n}" for n in range(1, 23))
    assert found.indicator == "9"


def test_row_cut_by_the_page_end_goes_on() -> None:
    (found,) = measures(
        [
            [item("I1"), "ช้า", "๑. จัดอบรม", "ฝ่ายปกครอง"],
            ["", "", "๒. ติดตามผล", ""],
        ],
        starts=[2],
        pages=[1, 1, 2],
    )
    assert found.measure == "1. จัดอบรม\n2. ติดตามผล"
    assert [s.text for s in found.steps] == ["จัดอบรม", "ติดตามผล"]
    assert (found.page_first, found.page_last) == (1, 2)


@pytest.mark.parametrize(
    ("rest", "units", "count"),
    [
        ("๒. ซ่อมทางลาด", "", 1),  # the rest of a cell merged over both rows
        ("๑. ซ่อมทางลาด", "", 2),  # a list of its own
        ("๓. ซ่อมทางลาด", "", 2),  # one number is missing
        ("๒. ซ่อมทางลาด", "ฝ่ายโยธา", 2),  # a duty of its own
        ("ซ่อมทางลาด", "", 2),
    ],
)
def test_a_merged_measure_cut_by_the_page_end(rest: str, units: str, count: int) -> None:
    rows: Grid = [
        [item("I1"), "รอนาน", "๑. เพิ่มเก้าอี้", "ฝ่ายปกครอง"],
        [item("I2"), "ทางขรุขระ", rest, units],
    ]
    found = measures(rows, starts=[2], pages=[1, 1, 2])
    assert len(found) == count
    assert found[0].codes == (("I1", "I2") if count == 1 else ("I1",))


def test_header_repeated_on_the_next_page_is_no_measure() -> None:
    found = measures(
        [
            [item("I1"), "ช้า", "จัดอบรม", "ฝ่ายปกครอง"],
            HEADER,
            [item("I2"), "ไม่เท่าเทียม", "จัดทำคู่มือ", "ฝ่ายโยธา"],
        ],
        starts=[2],
        pages=[1, 1, 2, 2],
    )
    assert [m.codes for m in found] == [("I1",), ("I2",)]


@pytest.mark.parametrize("nothing", ["", "-", "–"])
def test_row_without_any_measure_is_none(nothing: str) -> None:
    found = measures(
        [
            ["ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", None, None, None],
            [item("I1"), "ช้า", nothing, nothing],
        ],
        {(1, 0): (1, 4)},
    )
    assert found == ()


def test_plan_by_indicator() -> None:
    found = report(
        PLAN_66,
        table(
            [
                ["ประเด็นการประเมิน", "มาตรการ", "ระยะเวลา", "ผู้รับผิดชอบ", "การกำกับติดตาม"],
                ["๑) การปฏิบัติหน้าที่", "- จัดอบรม", "๓๐ มี.ค.๖๖", "ฝ่ายคลัง", "ทุก ๖ เดือน"],
                ["", "- ติดตาม", "๓๐ ก.ย.๖๖", "ฝ่ายโยธา", "ทุกเดือน"],
                ["๒) การใช้งบประมาณ", "- เผยแพร่", "๒๐ เม.ย ๖๖", "ทุกฝ่าย", "ทุกปี"],
            ]
        ),
    )
    assert [(m.indicator, m.codes, m.deadline, m.monitoring_months) for m in found.measures] == [
        ("1", (), "2023-03-30", 6),
        ("1", (), "2023-09-30", 1),
        ("2", (), "2023-04-20", 12),
    ]
    assert found.measures[0].deadline_raw == "๓๐ มี.ค.๖๖"
    assert found.measures[0].monitoring_raw is not None
    assert found.meta.plan_year == 2566


def test_number_and_name_of_an_indicator_that_disagree_are_a_finding() -> None:
    found = report(
        PLAN_66,
        table(
            [
                ["ประเด็นการประเมิน", "มาตรการ", "ผู้รับผิดชอบ"],
                ["๖) คุณภาพการดำเนินงาน", "จัดอบรม", "ฝ่ายคลัง"],
                ["๓) ประสิทธิภาพการสื่อสาร", "เผยแพร่", "ฝ่ายโยธา"],
            ]
        ),
    )
    assert [m.indicator for m in found.measures] == ["6", "7"]
    assert "indicator-conflict" in kinds(found)


def test_what_could_not_be_read_of_a_measure_is_a_finding() -> None:
    found = report(
        PLAN_66,
        table(
            [
                ["ประเด็นการประเมิน", "มาตรการ", "ระยะเวลา", "ผู้รับผิดชอบ", "การกำกับติดตาม"],
                ["๑) การปฏิบัติหน้าที่", "จัดอบรม", "ตลอดปี", "งานธุรการ", "ต่อเนื่อง"],
                ["๒) การใช้งบประมาณ", "เผยแพร่", "๓๑ มี.ค. ๖๖ และ ๓๐ ก.ย. ๖๖", "ทุกฝ่าย", "ทุกปี"],
            ]
        ),
    )
    unread, several = found.measures
    assert (unread.deadline, unread.units, unread.monitoring_months) == (None, (), None)
    assert (unread.responsible, unread.deadline_raw) == ("งานธุรการ", "ตลอดปี")
    assert several.deadline == "2023-09-30"
    wanted = {"deadline-unread", "monitoring-unread", "unit-unknown", "several-deadlines"}
    assert wanted <= kinds(found)


def test_progress_report_keeps_results_beside_measures() -> None:
    found = report(
        paragraph(
            "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม ปีงบประมาณ พ.ศ. ๒๕๖๗ "
            "รอบ ๖ เดือนแรก สำนักงานเขตบางรัก"
        ),
        table(
            [
                ["ข้อคำถาม", "มาตรการ", "ผลการดำเนินการ"],
                [item("I1", "91.20"), "จัดอบรม", "- อบรมแล้ว\n- รายงานแล้ว"],
            ]
        ),
    )
    (measure,) = found.measures
    assert measure.result == "- อบรมแล้ว\n- รายงานแล้ว"
    assert [s.text for s in measure.steps if s.kind == "result"] == ["อบรมแล้ว", "รายงานแล้ว"]
    assert (found.meta.report_year, found.meta.assessment_year) == (2567, 2566)
    assert found.meta.assessment_year_basis == "inferred"


def test_sources_lead_back_to_the_cells() -> None:
    (found,) = measures([[item("I1", "91.20"), "ช้า", "จัดอบรม ๒ ครั้ง", "ฝ่ายคลัง"]])
    sources = dict(found.sources)
    assert sources["measure"].raw == "จัดอบรม ๒ ครั้ง"
    assert (sources["measure"].place.row, sources["measure"].place.column) == (1, 2)
    assert sources["responsible"].raw == "ฝ่ายคลัง"
    assert sources["codes"].place.column == 0
    assert found.measure == "จัดอบรม 2 ครั้ง"


def test_items_alone_at_the_top_of_a_page_are_of_the_row_above() -> None:
    rows = [
        [item("O1"), "ไม่ครบ", "จัดทำคู่มือ", "ฝ่ายปกครอง"],
        [item("O2"), "", "", ""],
        [item("O3"), "ช้า", "จัดอบรม", "ฝ่ายปกครอง"],
        [item("O4"), "", "", ""],
    ]
    found = report(ANALYSIS_66, table([HEADER, *rows], starts=[2], pages=[1, 1, 2, 2, 2]))
    assert [w.codes for w in found.weaknesses] == [("O1", "O2"), ("O3",)]
    assert [m.codes for m in found.measures] == [("O1", "O2"), ("O3", "O4")]


def test_band_with_a_section_is_who_does_the_measures_below() -> None:
    rows: Grid = [
        ["ข้อคำถาม", "ปัญหา", "แนวทางการดำเนินงาน"],
        ["ฝ่ายการคลัง", None, None],
        [item("I1"), "ช้า", "จัดอบรม"],
        ["ฝ่ายทะเบียน", None, None],
        [item("I2"), "ไม่เท่าเทียม", "จัดทำคู่มือ"],
        [item("I3"), "ไม่ชัด", "ติดประกาศ"],
    ]
    found = report(ANALYSIS_66, table(rows, {(1, 0): (1, 3), (3, 0): (1, 3)})).measures
    assert [(m.codes, m.units) for m in found] == [
        (("I1",), ("ฝ่ายการคลัง",)),
        (("I2",), ("ฝ่ายทะเบียน",)),
        (("I3",), ("ฝ่ายทะเบียน",)),
    ]


def test_deadline_in_the_column_of_sections() -> None:
    rows = [item("I1"), "จัดอบรม", "ฝ่ายการคลัง ภายใน 28 กุมภาพันธ์ 2567"]
    both = ["ข้อคำถาม", "มาตรการ", "ผู้รับผิดชอบและกำหนดเวลา"]
    (measure,) = report(ANALYSIS_66, table([both, rows])).measures
    assert (measure.units, measure.deadline) == (("ฝ่ายการคลัง",), "2024-02-28")
    (measure,) = report(ANALYSIS_66, table([["ข้อคำถาม", "มาตรการ", "ผู้รับผิดชอบ"], rows])).measures
    assert measure.deadline is None


def test_interval_in_the_column_of_sections() -> None:
    rows = [item("I1"), "จัดอบรม", "ฝ่ายโยธา ติดตามทุก 6 เดือน"]
    (measure,) = report(
        ANALYSIS_66, table([["ข้อคำถาม", "มาตรการ", "ผู้รับผิดชอบและการติดตาม"], rows])
    ).measures
    assert (measure.units, measure.monitoring_months) == (("ฝ่ายโยธา",), 6)
    assert "monitoring" in dict(measure.sources)
    (measure,) = report(ANALYSIS_66, table([["ข้อคำถาม", "มาตรการ", "ผู้รับผิดชอบ"], rows])).measures
    assert measure.monitoring_months is None
    rows[2] = "ฝ่ายโยธา หัวหน้าฝ่ายเป็นผู้ติดตาม"
    (measure,) = report(
        ANALYSIS_66, table([["ข้อคำถาม", "มาตรการ", "ผู้รับผิดชอบและการติดตาม"], rows])
    ).measures
    assert (measure.monitoring_raw, measure.monitoring_months) == (None, None)


@pytest.mark.parametrize("header", ["ความคืบหน้า (%)", "ทำได้แล้ว"])
def test_share_of_the_work_done_is_no_score(header: str) -> None:
    rows = [
        ["ข้อคำถาม", "มาตรการ", "ผลการดำเนินงาน", header, "ผู้รับผิดชอบ"],
        [f"(I1) {BOOK['I1'].title_th} ได้ 81.20", "จัดอบรม", "อบรมแล้ว", "50.00", "ฝ่ายคลัง"],
        [f"(I2) {BOOK['I2'].title_th} ได้ 83.33", "จัดทำคู่มือ", "จัดทำแล้ว", "75.50", "ฝ่ายคลัง"],
    ]
    found = scores(report(ANALYSIS_66, table(rows)))
    assert {code: str(value) for code, value in found.items()} == {"I1": "81.20", "I2": "83.33"}


def test_how_many_measures_there_are_is_none_of_them() -> None:
    summary = table(
        [
            ["หน่วยงาน", "สำนักงานเขตบางเขน"],
            ["มาตรการทั้งหมด", "11 มาตรการ"],
            ["ดำเนินการแล้ว", "7 มาตรการ"],
        ]
    )
    assert report(ANALYSIS_66, summary).measures == ()


def test_what_is_left_of_a_merged_cell_on_a_new_page_is_the_section_above() -> None:
    rows: list[list[str | None]] = [
        ["ผู้รับผิดชอบ", "มาตรการ/กิจกรรม", "ตัวชี้วัดที่เกี่ยวข้อง", "แล้วเสร็จภายใน"],
        ["ฝ่ายการคลัง", "แต่งตั้งผู้แทนร่วมสอบทาน", "ตัวชี้วัดที่ 2", "31 มีนาคม 2569"],
        ["ฝ่ายปกครอง", "ทำหนังสือแจ้งหลักเกณฑ์", "ตัวชี้วัดที่ 3", "15 กุมภาพันธ์ 2569"],
        ["", "จัดทำแนวปฏิบัติคุ้มครอง", "ตัวชี้วัดที่ 5", "30 ธันวาคม 2568"],
        [None, "กำหนดแบบรายงาน", "ตัวชี้วัดที่ 10", "30 เมษายน 2569"],
    ]
    pages = (1, 1, 1, 2, 2)
    read = report(ANALYSIS_67, table(rows, {(3, 0): (2, 1)}, starts=[3], pages=pages))
    assert [m.units for m in read.measures] == [("ฝ่ายการคลัง",), *3 * [("ฝ่ายปกครอง",)]]
    assert [m.indicator for m in read.measures] == ["2", "3", "5", "10"]
