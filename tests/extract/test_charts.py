"""Charts of bars: a number at the end of each and its name at its foot."""

from __future__ import annotations

import pytest

from extract.model import Box
from extract.tables.charts import Chart, charts_of
from extract.text.clusters import Letters, clusters_of
from tests.extract.pages import Sheet, across, down, tables_on

NAMES = ["การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การเปิดเผยข้อมูล", "การป้องกัน"]
VALUES = ["89.45", "๙๐.๖๒", "73.10", "96.61", "84.28"]
BASE, THICK, STEP = 220.0, 18.0, 30.0


def charts_on(sheet: Sheet) -> list[Chart]:
    return charts_of(sheet.content, Letters(clusters_of(sheet.content.glyphs)).seen())


def lying(values: list[str], *, drawn: list[float] | None = None) -> Sheet:
    """Bars below each other; as long as their numbers say, or as ``drawn``."""
    sheet = Sheet()
    sheet.rule(down(BASE, 90, 90 + STEP * len(values)))
    for n, (name, value) in enumerate(zip(NAMES, values, strict=True)):
        top = 100 + n * STEP
        end = BASE + 3 * (drawn[n] if drawn else float(value))
        sheet.shade(Box(BASE, top, end, top + THICK))
        sheet.write(name, BASE - 100, top + 13)
        sheet.write(value, end + 4, top + 13)
    return sheet


def standing(values: list[str]) -> Sheet:
    """Bars beside each other on a ground line, with lines for the scale behind them."""
    sheet = Sheet()
    for n, (name, value) in enumerate(zip(NAMES, values, strict=True)):
        left = 100 + n * 110.0
        end = 400 - 2 * float(value)
        sheet.shade(Box(left, end, left + 40, 400))
        sheet.write(value, left + 5, end - 3)
        sheet.write(name, left - 20, 415)
    sheet.rule(*(across(400 - 2 * at, 60, 650) for at in (0, 25, 50, 75, 100)))
    for at in (0, 25, 50, 75, 100):
        sheet.write(str(at), 40, 403 - 2 * at)
    sheet.write("แผนภูมิที่ 1 คะแนนของตัวชี้วัดทั้งหมดในปีงบประมาณ พ.ศ. 2567", 160, 440)
    return sheet


def test_a_chart_is_where_its_bars_numbers_and_names_are() -> None:
    (chart,) = charts_on(lying(VALUES))
    assert len(chart.bars) == len(VALUES)
    assert chart.grid.xs[1] == BASE
    assert chart.grid.box.x0 < BASE - 99


def test_bars_that_lie_are_rows_of_name_and_number() -> None:
    (table,) = tables_on(lying(VALUES))
    assert table == [[name, value] for name, value in zip(NAMES, VALUES, strict=True)]


def test_bars_that_stand_are_cells_of_number_and_name() -> None:
    (table,) = tables_on(standing(VALUES))
    said = [cell.split() for row in table for cell in row]
    assert said == [[value, name] for name, value in zip(NAMES, VALUES, strict=True)]


def test_other_words_behind_the_numbers_are_none_of_them() -> None:
    sheet = lying(VALUES)
    sheet.write("จุดแข็ง\nได้คะแนนสูงสุด 96.61 คะแนน", BASE + 400, 113)
    (table,) = tables_on(sheet)
    assert [row[1] for row in table] == VALUES


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param([89.45, 90.62, 96.61, 73.10, 84.28], id="two are as long as each other's"),
        pytest.param([10.0, 80.0, 30.0, 90.0, 50.0], id="no bar is as long as its number says"),
    ],
)
def test_areas_that_are_not_as_long_as_their_numbers_are_no_chart(drawn: list[float]) -> None:
    assert charts_on(lying(VALUES, drawn=drawn)) == []


def test_a_bar_without_a_name_tells_nothing() -> None:
    sheet = lying(VALUES)
    sheet.content.glyphs = [g for g in sheet.content.glyphs if not (g.x < BASE and g.y < 120)]
    assert charts_on(sheet) == []


def test_shaded_cells_of_one_length_are_no_chart() -> None:
    sheet = Sheet()
    for n, value in enumerate(VALUES):
        sheet.shade(Box(BASE, 100 + n * STEP, BASE + 200, 118 + n * STEP))
        sheet.write(NAMES[n], BASE - 100, 113 + n * STEP)
        sheet.write(value, BASE + 210, 113 + n * STEP)
    assert charts_on(sheet) == []
