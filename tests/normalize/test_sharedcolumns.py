"""Two edges of which each row uses one are one edge."""

from __future__ import annotations

from normalize.shapes.sharedcolumns import without_shared_columns
from tests.normalize.tables import ANALYSIS_67, Grid, report, scores, table

ROWS: Grid = [
    ["2. การใช้งบประมาณ", None, "94.45", None],
    ["I4", "โปร่งใส ตรวจสอบได้", "93.30", None],
    ["I5", "การจัดซื้อจัดจ้าง", "91.75", None],
    ["4. การใช้ทรัพย์สินของราชการ", None, None, "97.19"],
    ["I10", "นำทรัพย์สินไปใช้", None, "97.19"],
]
SPANS = {
    (0, 0): (1, 2),
    (0, 2): (1, 2),
    (1, 2): (1, 2),
    (2, 2): (1, 2),
    (3, 0): (1, 3),
    (4, 1): (1, 2),
}


def test_a_column_that_no_cell_has_for_itself_is_none() -> None:
    made = without_shared_columns(table(ROWS, SPANS))
    assert made.columns == 3
    assert [c.text for c in made.cells if c.column == 2] == [
        "94.45",
        "93.30",
        "91.75",
        "97.19",
        "97.19",
    ]
    found = scores(report(ANALYSIS_67, table(ROWS, SPANS)))
    assert {code: str(value) for code, value in found.items()} == {
        "2": "94.45",
        "I4": "93.30",
        "I5": "91.75",
        "4": "97.19",
        "I10": "97.19",
    }


def test_a_column_with_a_cell_of_its_own_stays() -> None:
    rows = [*ROWS, ["I11", "ให้ความสำคัญ", "ก", "81.50"]]
    whole = table(rows, SPANS)
    assert without_shared_columns(whole) is whole
