"""Cards whose boxes print the names of their columns once more, over strips of labels."""

from __future__ import annotations

from extract.model import Table
from tests.normalize.tables import ANALYSIS_67, Grid, Spans, report, table

FOOT = "ผู้รับผิดชอบ: ฝ่ายทะเบียน, ฝ่ายรายได้ แล้วเสร็จ: 15 มกราคม 2568 ติดตาม: ทุกเดือน"


def cards(weak: str = "จุดอ่อนที่พบ", done: str = "มาตรการแก้ไข") -> Table:
    rows: Grid = [
        ["I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ 84.12 คะแนน", None],
        [f"{weak}\nตอบคำถามไม่เหมือนกัน", f"{done}\n• ใช้บัตรคิว\n• ซ้อมบทสนทนา"],
        [FOOT, None],
        ["E4 การเผยแพร่ข้อมูล 78.18 คะแนน", None],
        ["จุดอ่อนที่พบ\nข่าวกระจายหลายเพจ", "มาตรการแก้ไข\nรวมเพจเหลือเพจเดียว"],
        ["ผู้รับผิดชอบ: ฝ่ายปกครอง แล้วเสร็จ: 31 มกราคม 2568 ติดตาม: ทุก 3 เดือน", None],
    ]
    spans: Spans = {(r, 0): (1, 2) for r in (0, 2, 3, 5)}
    return table(rows, spans)


def test_every_card_is_a_measure_with_what_its_strip_says() -> None:
    found = report(ANALYSIS_67, cards())
    assert [(m.codes, [s.text for s in m.steps]) for m in found.measures] == [
        (("I1",), ["ใช้บัตรคิว", "ซ้อมบทสนทนา"]),
        (("E4",), ["รวมเพจเหลือเพจเดียว"]),
    ]
    assert [(m.units, str(m.deadline), m.monitoring_months) for m in found.measures] == [
        (("ฝ่ายทะเบียน", "ฝ่ายรายได้"), "2025-01-15", 1.0),
        (("ฝ่ายปกครอง",), "2025-01-31", 3.0),
    ]
    weak = [(w.codes, w.text) for w in found.weaknesses]
    assert weak == [(("I1",), "ตอบคำถามไม่เหมือนกัน"), (("E4",), "ข่าวกระจายหลายเพจ")]


def test_cells_that_begin_with_other_words_are_no_such_cards() -> None:
    found = report(ANALYSIS_67, cards(weak="ข้อสังเกตของที่ประชุม"))
    assert "ข้อสังเกต" not in " ".join(w.text for w in found.weaknesses)
