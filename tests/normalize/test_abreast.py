"""Lists printed side by side in one grid, under bands that hold for all of them."""

from __future__ import annotations

from tests.normalize.tables import ANALYSIS_66, Grid, Spans, report, table

ROWS: Grid = [
    ["ข้อ", "คะแนน", "ข้อ", "คะแนน"],
    ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ คะแนนเฉลี่ย 92.92", None, None, None],
    ["I1", "94.36", "I2", "96.65"],
    ["I3", "97.09", "I4", "88.38"],
    ["ตัวชี้วัดที่ 2 การใช้งบประมาณ คะแนนเฉลี่ย 85.88", None, None, None],
    ["I8", "77.93", "I9", "86.59"],
]
SPANS: Spans = {(1, 0): (1, 4), (4, 0): (1, 4)}


def test_a_band_over_all_lists_tells_its_score_once() -> None:
    found = report(ANALYSIS_66, table(ROWS, SPANS)).scores
    printed = {s.code: (str(s.score), len(s.mentions)) for s in found}
    assert printed["1"] == ("92.92", 1) and printed["2"] == ("85.88", 1)
    assert {code for code in printed if code[0] == "I"} == {"I1", "I2", "I3", "I4", "I8", "I9"}
