"""Strips of codes over their scores, each beside the name of what they are part of."""

from __future__ import annotations

from normalize.shapes.namedstrips import with_strips_below
from tests.normalize.tables import ANALYSIS_66, Grid, report, scores, table

ROWS: Grid = [
    ["แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)", None, None, None, "89.42"],
    ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "I1", "I2", "I3", "เฉลี่ย"],
    [None, "83.03", "91.19", "86.63", "90.60"],
    ["ตัวชี้วัดที่ 2 การใช้งบประมาณ", "I8", "I9", "", "เฉลี่ย"],
    [None, "95.06", "100", "", "90.58"],
]
SPANS = {(0, 0): (1, 4), (1, 0): (2, 1), (3, 0): (2, 1)}


def test_names_bands_and_codes_have_their_scores() -> None:
    found = scores(report(ANALYSIS_66, table(ROWS, SPANS)))
    assert {code: str(value) for code, value in found.items()} == {
        "IIT": "89.42",
        "1": "90.60",
        "I1": "83.03",
        "I2": "91.19",
        "I3": "86.63",
        "2": "90.58",
        "I8": "95.06",
        "I9": "100",
    }


def test_other_tables_stay_as_they_are() -> None:
    lone = table(ROWS[:3], {(0, 0): (1, 4), (1, 0): (2, 1)})
    words: Grid = [*ROWS[:4], [None, "95.06", "ฝ่ายคลัง", "", "90.58"]]
    short: Grid = [*ROWS[:4], [None, "95.06", "", "", "90.58"]]
    for made in (lone, table(words, SPANS), table(short, SPANS)):
        assert with_strips_below(made) is made
