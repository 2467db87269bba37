"""Forms whose boxes hold their headings, and forms that stand beside each other."""

from __future__ import annotations

from normalize.shapes.boxedforms import with_boxes_unfolded
from tests.normalize.tables import ANALYSIS_67, Grid, report, table

BOXES: Grid = [
    ["ตัวชี้วัด\nตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", None, "คะแนนปี 2567\n88.24"],
    ["กิจกรรมหรือมาตรการที่จะดำเนินการ\n(1) ทบทวนมาตรฐาน\n(2) ติดตั้งนาฬิกา", None, None],
    ["ผลผลิตที่คาดว่าจะได้รับ\nมาตรฐาน 1 ฉบับ", "วิธีสร้างการรับรู้\nประกาศบนเพจ", None],
    ["กำหนดแล้วเสร็จ\n31 มีนาคม 2568", "ฝ่ายที่รับผิดชอบ\nฝ่ายปกครอง", "การกำกับติดตาม\nทุก 1 เดือน"],
]
STEPS = ["ทบทวนมาตรฐาน", "ติดตั้งนาฬิกา"]
SPANS = {(0, 0): (1, 2), (1, 0): (1, 3), (2, 1): (1, 2)}


def test_boxes_with_their_headings_are_a_form() -> None:
    read = report(ANALYSIS_67, table(BOXES, SPANS))
    (measure,) = read.measures
    assert measure.indicator == "1" and [s.text for s in measure.steps][:2] == STEPS
    assert measure.output == "มาตรฐาน 1 ฉบับ" and measure.awareness == "ประกาศบนเพจ"
    assert measure.units == ("ฝ่ายปกครอง",) and measure.monitoring_months == 1
    assert str(measure.deadline) == "2025-03-31"
    assert [(s.code, str(s.score)) for s in read.scores] == [("1", "88.24")]


def test_boxes_of_several_forms_keep_to_their_own() -> None:
    second = [[c and c.replace("1 การปฏิบัติหน้าที่", "2 การใช้งบประมาณ") for c in row] for row in BOXES]
    second[3][1] = "ฝ่ายที่รับผิดชอบ\nฝ่ายโยธา"
    spans = SPANS | {(r + 4, c): span for (r, c), span in SPANS.items()}
    read = report(ANALYSIS_67, table([*BOXES, *second], spans))
    assert [(m.indicator, m.units) for m in read.measures] == [
        ("1", ("ฝ่ายปกครอง",)),
        ("2", ("ฝ่ายโยธา",)),
    ]


def test_cells_with_headings_that_are_columns_as_well_stay_a_table() -> None:
    labels = ("ตัวชี้วัด", "มาตรการ", "ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ")
    told = ("การใช้อำนาจ", "อบรม", "ฝ่ายโยธา", "31 มีนาคม 2568")
    row = [f"{label}\n{answer}" for label, answer in zip(labels, told, strict=True)]
    columns = table([row, row])
    assert with_boxes_unfolded(columns) is columns
    assert with_boxes_unfolded(table([row])).header_rows == 1


def test_forms_beside_each_other_under_the_names_of_indicators() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "ตัวชี้วัดที่ 2 การใช้งบประมาณ", "ตัวชี้วัดที่ 3 การใช้อำนาจ"],
        ["ข้อที่ได้คะแนนน้อย", "ข้อ I4 โปร่งใส ตรวจสอบได้", "ข้อ I8 ใช้อำนาจแสวงหาผลประโยชน์"],
        ["ประเด็นที่ต้องปรับปรุง", "เข้าถึงเอกสารไม่ได้", "ยังไม่มีแบบเปิดเผย"],
        ["มาตรการ", "เปิดแฟ้มกลาง", "จัดทำแบบเปิดเผย"],
        ["ผู้รับผิดชอบ", "ฝ่ายการคลัง", "ฝ่ายปกครอง"],
        ["การกำกับติดตาม", "ทุก 3 เดือน", "ทุก 6 เดือน"],
    ]
    read = report(ANALYSIS_67, table(rows))
    assert [(m.codes, m.measure, m.units) for m in read.measures] == [
        (("I4",), "เปิดแฟ้มกลาง", ("ฝ่ายการคลัง",)),
        (("I8",), "จัดทำแบบเปิดเผย", ("ฝ่ายปกครอง",)),
    ]


def test_an_item_in_a_sentence_that_gives_its_score() -> None:
    rows: Grid = [
        ["ผลการประเมินรายข้อ", "จุดอ่อนที่พบ", "แนวทางยกระดับ"],
        ["บุคลากรให้คะแนนข้อ I1 เรื่องความเต็มใจ ไว้ 84.37 คะแนน", "สั่งงานด้วยวาจา", "ใช้กระดานงาน"],
        ["ส่วนข้อ I2 เรื่องความสะดวก ได้ 90.55 คะแนน", "ยังสับสน", "จัดทำบัตรคำถาม"],
        ["การเปิดเผยข้อมูลตามข้อ O1 - O17 ได้ 92.15 คะแนน", "ลิงก์เสีย", "ตั้งคณะทำงาน"],
    ]
    read = report(ANALYSIS_67, table(rows))
    assert {s.code: str(s.score) for s in read.scores} == {
        "I1": "84.37",
        "I2": "90.55",
        "9": "92.15",
    }
    assert [m.codes[:1] for m in read.measures] == [("I1",), ("I2",), ("O1",)]
