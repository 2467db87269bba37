"""Rows below others that say behind a label what is told of those."""

from __future__ import annotations

from tests.normalize.tables import ANALYSIS_67, Grid, Spans, report, table

HEAD = ["มาตรการตามแผน", "ผลการดำเนินงาน"]


def told(rows: Grid, spans: Spans) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    found = report(ANALYSIS_67, table(rows, spans))
    return [(m.codes, m.units) for m in found.measures]


def test_a_row_of_a_label_is_told_of_the_rows_above_it() -> None:
    rows: Grid = [
        ["ข้อ I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", None],
        HEAD,
        ["ปรับป้ายบอกทางให้อ่านง่าย", "ทำแล้ว"],
        ["ผู้รับผิดชอบ: ฝ่ายปกครอง, ฝ่ายการคลัง", None],
        ["ข้อ I6 มีการเบิกจ่ายเท็จ", None],
        HEAD,
        ["สุ่มตรวจฎีกา", "ทำแล้ว"],
        ["ผู้รับผิดชอบ: ฝ่ายการศึกษา", None],
    ]
    wide = {(r, 0): (1, 2) for r in (0, 3, 4, 7)}
    assert told(rows, wide) == [
        (("I1",), ("ฝ่ายการคลัง", "ฝ่ายปกครอง")),
        (("I6",), ("ฝ่ายการศึกษา",)),
    ]


def test_where_a_column_tells_it_a_row_below_is_none_of_it() -> None:
    rows: Grid = [
        ["ข้อ", "มาตรการ", "ผู้รับผิดชอบ"],
        ["I1", "ปรับป้ายบอกทางให้อ่านง่าย", "ฝ่ายโยธา"],
        ["ผู้รับผิดชอบ: ฝ่ายปกครอง", None, None],
    ]
    assert told(rows, {(2, 0): (1, 3)})[0] == (("I1",), ("ฝ่ายโยธา",))


def test_a_band_of_a_long_question_stands_above_its_header() -> None:
    question = (
        "ข้อ I17 สำนักงานเขตที่ท่านปฏิบัติงาน มีการดำเนินการตั้งแต่ แต่งตั้งโยกย้าย เลื่อนตำแหน่ง "
        "เลื่อนขั้นเงินเดือน/ค่าตอบแทน ด้วยความชอบธรรม ไม่เอื้อประโยชน์ให้กลุ่มหรือพวกพ้อง"
        "ในการซื้อขายตำแหน่งหรือได้รับความดีความชอบเป็นพิเศษ"
    )
    rows: Grid = [[question, None], HEAD, ["เผยแพร่ประกาศรายชื่อผู้มีผลการปฏิบัติงาน", "ทำแล้ว"]]
    assert told(rows, {(0, 0): (1, 2)}) == [(("I17",), ())]


def test_several_labels_between_bars_need_no_colon() -> None:
    who, what = "ผู้รับผิดชอบ ฝ่ายโยธา , ฝ่ายทะเบียน", "ผลผลิต คำสั่งแบ่งงาน 1 ฉบับ"
    foot = f"{who} | {what} | แล้วเสร็จ 31 มีนาคม 2568 | ติดตาม ทุกเดือน"
    rows: list[list[str | None]] = []
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for code, told in (("I1", "ระยะเวลายังเกินกว่าที่ประกาศ"), ("I4", "ผลการสื่อสารยังไม่ทั่วถึง")):
        at = len(rows)
        rows += [[f"{code} ข้อคำถาม", None], ["จุดอ่อน", "มาตรการ"]]
        rows += [[told, "มาตรการสื่อสารให้ทั่วถึงทุกฝ่าย"], [foot, None]]
        spans |= {(at, 0): (1, 2), (at + 3, 0): (1, 2)}
    found = report(ANALYSIS_67, table(rows, spans)).measures
    assert [(m.codes, m.units, m.deadline, m.monitoring_months) for m in found] == [
        (("I1",), ("ฝ่ายทะเบียน", "ฝ่ายโยธา"), "2025-03-31", 1),
        (("I4",), ("ฝ่ายทะเบียน", "ฝ่ายโยธา"), "2025-03-31", 1),
    ]
    assert {m.output for m in found} == {"คำสั่งแบ่งงาน 1 ฉบับ"}


def test_a_label_and_its_answer_below_the_measure_beside_a_number_merged_over_both() -> None:
    rows: Grid = [
        ["ลำดับ", "ข้อคำถาม", "มาตรการที่กำหนดไว้", "ผู้ดำเนินการ"],
        ["1", "I2 อำนวยความสะดวกในการให้บริการประชาชน", "จัดช่องบริการเฉพาะ", "ฝ่ายทะเบียน"],
        [None, "ผลการดำเนินการ", "เปิดช่องบริการเฉพาะแล้ว 2 ช่อง", None],
        ["2", "I6 มีการเบิกจ่ายเท็จ", "เวียนประกาศนโยบาย", "ฝ่ายปกครอง"],
        [None, "ผลการดำเนินการ", "เวียนประกาศแล้วทุกฝ่าย", None],
    ]
    spans = {(1, 0): (2, 1), (3, 0): (2, 1), (2, 2): (1, 2), (4, 2): (1, 2)}
    found = report(ANALYSIS_67, table(rows, spans))
    assert [(m.codes, m.measure, m.result) for m in found.measures] == [
        (("I2",), "จัดช่องบริการเฉพาะ", "เปิดช่องบริการเฉพาะแล้ว 2 ช่อง"),
        (("I6",), "เวียนประกาศนโยบาย", "เวียนประกาศแล้วทุกฝ่าย"),
    ]
