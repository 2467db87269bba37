"""What forms of the offices' own taught: cards, sheets, sentences that lost scores or measures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.model import Box, Line, Paragraph, Place, Table
from normalize.names.itemheads import items_announced
from normalize.names.titles import known_title, whole_for_cut
from normalize.shapes.barelabels import without_colon
from normalize.shapes.labels import by_label
from normalize.words.values import find_scores
from tests.normalize.tables import ANALYSIS_66, ANALYSIS_67, Grid, paragraph, report, table


def _scores(*blocks: Paragraph | Table) -> dict[str, str]:
    return {s.code: str(s.score) for s in report(ANALYSIS_67, *blocks).scores}


# Lists of lines.


def test_dots_that_lead_from_a_code_alone_to_its_score() -> None:
    lines = ["ตัวชี้วัดที่ 1", "I1...........87.52", "I2…… 89.33", "ตัวชี้วัดที่ 9", "O12.........0.00"]
    assert _scores(*map(paragraph, lines)) == {"I1": "87.52", "I2": "89.33", "O12": "0.00"}


@pytest.mark.parametrize(
    "head",
    [
        "ค่าเป้าหมายรายข้อ ปี 2568",
        "ค่าน้ำหนักรายข้อ",
        "สัดส่วนผู้ตอบที่เห็นด้วยรายข้อ (ร้อยละ)",
        "คะแนนที่เพิ่มขึ้นจากปีก่อน",
        "ค่าเฉลี่ย 50 เขต",
    ],
)
def test_lists_of_other_numbers(head: str) -> None:
    led = ["I1...........87.52", "I2...........89.33"]
    told = [
        "• I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ (95.00)",
        "• I2 อำนวยความสะดวกในการให้บริการประชาชน (95.00)",
    ]
    for lines in (led, told):
        assert _scores(*map(paragraph, [head, *lines])) == {}


def test_titles_cut_short_with_their_scores_in_brackets() -> None:
    lines = [
        "จุดแข็งที่ควรรักษาไว้ (ข้อคำถามและคะแนนที่ได้)",
        "• I18 ผู้บริหารและเจ้าหน้าที่ฯ มีการนำทรัพย์สินของทางราชการไปใช้เพื่อประโยชน์ของตนเอง ฯ (98.02)",
        "• I7 เจ้าหน้าที่ฯ มีการเรียกรับเงิน ทรัพย์สิน ประโยชน์อื่น ๆ ฯ (97.63)",
        # Nobody's title.
        "• I10 การจัดงานวันเด็กประจำปีของเขต ฯ (97.24)",
    ]
    found = report(ANALYSIS_66, *map(paragraph, lines))
    assert {s.code: str(s.score) for s in found.scores} == {"I18": "98.02", "I7": "97.63"}


def test_parts_of_a_title_in_their_order() -> None:
    title = "เจ้าหน้าที่ในสำนักงานเขตมีการสื่อสารที่ชัดเจนเข้าใจง่าย"
    assert len(set(whole_for_cut("เจ้าหน้าที่ฯมีการสื่อสารฯ", title))) == 1
    assert whole_for_cut("มีการสื่อสารฯเจ้าหน้าที่ฯ", title)[1] == title
    assert not known_title("การจัดงานวันเด็กฯประจำปีของเขต")


def test_lines_of_one_paragraph_that_each_say_all() -> None:
    texts = ["1 การปฏิบัติหน้าที่ 87.22", "2 การใช้งบประมาณ 88.43", "3 การใช้อำนาจ 89.01"]
    lines = tuple(
        Line(t, Box(40, 100 + 20 * i, 500, 118 + 20 * i), 16) for i, t in enumerate(texts)
    )
    block = Paragraph(" ".join(texts), Place(1, Box(40, 100, 500, 160)), lines, 16, False)
    assert _scores(block) == {"1": "87.22", "2": "88.43", "3": "89.01"}


# Large numbers above their names.


def _tile(text: str, top: float, size: float) -> Paragraph:
    box = Box(200, top, 300, top + 1.05 * size)
    return Paragraph(text, Place(1, box), (Line(text, box, size),), size, False)


def test_the_whole_stands_large_above_its_name() -> None:
    assert _scores(_tile("91.10", 100, 40), _tile("คะแนนรวม ITA", 145, 14)) == {"ITA": "91.10"}
    # Between two numbers nothing says whose the name is.
    between = [_tile("91.10", 100, 40), _tile("คะแนนรวม ITA", 145, 14), _tile("88.20", 165, 40)]
    assert "91.10" not in _scores(*between).values()


# Labels and sentences above measures.


def test_a_sentence_that_announces_measures_for_an_item() -> None:
    lines = [
        "การปฏิบัติหน้าที่ (ตัวชี้วัดที่ 1)",
        "ข้อ 3 เพื่อยกระดับผลการประเมินรายการ I1 เต็มใจให้บริการ ซึ่งได้ 73.22 คะแนน"
        " ให้ดำเนินการตามมาตรการ ดังต่อไปนี้",
        "(1) ให้หัวหน้าฝ่ายกำชับเจ้าหน้าที่ผู้ให้บริการ",
        "(2) ให้ติดตั้งประกาศสิทธิของผู้รับบริการ",
        "ผู้รับผิดชอบ ทุกฝ่าย",
        "กำหนดแล้วเสร็จ ภายในวันที่ 31 ธันวาคม 2567",
    ]
    (measure,) = report(ANALYSIS_67, *map(paragraph, lines)).measures
    assert (measure.codes, measure.units, measure.deadline) == (("I1",), ("ทุกฝ่าย",), "2024-12-31")
    assert len(measure.steps) == 2


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("เพื่อยกระดับ I1 และ I2 ให้ดำเนินการตามแนวทางต่อไปนี้", "I1, I2"),
        ("ข้อ I1 ได้คะแนน 80.10 คะแนน", ""),
        ("ผลคะแนนรายข้อ I1 ถึง I12 ปรากฏดังนี้", ""),
    ],
)
def test_items_of_a_sentence_that_announces(text: str, items: str) -> None:
    assert items_announced(text) == items


@pytest.mark.parametrize(
    ("line", "pair"),
    [
        ("ปัญหา / จุดอ่อน ไฟล์เปิดดูไม่ได้", ("ปัญหา / จุดอ่อน", "ไฟล์เปิดดูไม่ได้")),
        (
            "รายการประเมิน I4 โปร่งใส ตรวจสอบได้ — คะแนนปี 2567 : 73.52",
            ("รายการประเมิน", "I4 โปร่งใส ตรวจสอบได้ — คะแนนปี 2567 : 73.52"),
        ),
        ("รายการประเมิน I4 ที่ต้องนำเข้าที่ประชุมในเดือนหน้า", None),
    ],
)
def test_labels_without_a_colon(line: str, pair: tuple[str, str] | None) -> None:
    assert without_colon(line) == pair


def test_a_score_in_a_line_of_its_own_below_its_item() -> None:
    lines = [
        "รายการประเมิน E6 มีการนำเทคโนโลยีต่าง ๆ มาใช้อำนวยความสะดวกในการให้บริการประชาชน — คะแนนปี 2567 :",
        "70.95",
        "ปัญหา / จุดอ่อน แอปพลิเคชันค้างในช่วงสิ้นเดือน",
        "มาตรการ เพิ่มทรัพยากรเครื่องแม่ข่าย",
        "ผู้รับผิดชอบ ฝ่ายรายได้",
    ]
    blocks = [replace(paragraph(t), bold=t == "70.95") for t in lines]
    found = report(ANALYSIS_67, *blocks)
    assert [(m.codes, m.units) for m in found.measures] == [(("E6",), ("ฝ่ายรายได้",))]
    assert [w.codes for w in found.weaknesses] == [("E6",)]


def _cards(label: str, *, bold: bool = True) -> list[Paragraph]:
    """Cards of three items whose measures stand under one label."""
    found = []
    for code, unit in (("I8", "ฝ่ายการคลัง"), ("I11", "ฝ่ายปกครอง"), ("I12", "ฝ่ายโยธา")):
        found += [
            paragraph(f"{code} การรับรู้เรื่องหนึ่ง"),
            paragraph("74.65 คะแนน"),
            paragraph(f"จุดอ่อน : เจ้าหน้าที่ไม่ทราบเรื่อง {code}"),
            paragraph(label, bold=bold),
            paragraph(f"1. ติดประกาศยอดงบประมาณคงเหลือรายฝ่ายที่บอร์ดหน้าลิฟต์ทุกชั้น {code}"),
            paragraph(f"2. แจ้งแผนในที่ประชุมฝ่าย {code}"),
            paragraph(f"ผู้รับผิดชอบ : {unit}"),
            paragraph("การกำกับติดตาม : ทุก 3 เดือน"),
        ]
    return found


@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize("label", ["มาตรการ", "สิ่งที่จะลงมือ", "ก้าวต่อไป"])
def test_a_label_nobody_knows_gives_no_measure_to_the_next_item(label: str, bold: bool) -> None:
    found = report(ANALYSIS_67, *_cards(label, bold=bold))
    assert [(m.codes, len(m.steps)) for m in found.measures] == [
        (("I8",), 2),
        (("I11",), 2),
        (("I12",), 2),
    ]
    guessed = [f for f in found.findings if f.kind == "column-guessed"]
    assert bool(guessed) == (label != "มาตรการ")


def test_a_measure_before_an_item_and_its_weakness_is_not_that_item_s() -> None:
    lines = [
        "มาตรการ : ติดประกาศยอดงบประมาณ",
        "ผู้รับผิดชอบ : ฝ่ายการคลัง",
        "การกำกับติดตาม : ทุก 3 เดือน",
        "I11 ผู้รับผิดชอบตรวจสอบการใช้จ่าย",
        "จุดอ่อน : คำสั่งแต่งตั้งไม่เป็นปัจจุบัน",
        "ข้อสังเกตของผู้ตรวจ : ให้ทบทวนในปีหน้า",
    ]
    assert ("I11",) not in [m.codes for m in report(ANALYSIS_67, *map(paragraph, lines)).measures]


# Rows over and under the names of columns.

PLAN: Grid = [
    ["รหัสงาน", "มาตรการ / วิธีดำเนินงาน", "ผลผลิต", "ผู้รับผิดชอบ"],
    ["ก-01", "บันทึกจำนวนผู้รับบริการ", "ตารางสถิติ 1 ชุด", "ฝ่ายทะเบียน"],
    ["ก-02", "กำหนดเจ้าหน้าที่สำรอง", "บัญชี 1 ฉบับ", "ฝ่ายรายได้"],
]


def test_a_weakness_over_the_names_of_columns_and_an_indicator_in_a_box_above() -> None:
    box = table([["กลุ่มงาน ก : ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "คะแนนปี 2567 = 89.99"]])
    over = ["สภาพที่พบ (จุดอ่อน)", "ระยะเวลาให้บริการจริงยาวกว่ามาตรฐานในช่วงวันจันทร์", None, None]
    found = report(ANALYSIS_67, box, table([over, *PLAN], {(0, 1): (1, 3)}))
    assert [m.indicator for m in found.measures] == ["1", "1"]
    assert [(w.indicator, w.text) for w in found.weaknesses] == [("1", over[1])]


def test_items_and_their_weakness_over_the_names_of_columns() -> None:
    rows: Grid = [
        ["I18 การนำทรัพย์สินไปใช้ (71.04 คะแนน)\nI20 การกำกับดูแล (68.91 คะแนน)", None],
        ["ข้อบกพร่องจากผลประเมิน: มีข้อกังวลเรื่องการนำรถไปใช้", None],
        ["มาตรการตามแผน", "ผลการดำเนินการจริง"],
        ["ตรวจเลขไมล์", "ตรวจแล้ว 12 ครั้ง"],
        ["ผู้รับผิดชอบ: ฝ่ายโยธา", None],
    ]
    found = report(ANALYSIS_66, table(rows, {(r, 0): (1, 2) for r in (0, 1, 4)}))
    (measure,) = found.measures
    assert (measure.codes, measure.result) == (("I18", "I20"), "ตรวจแล้ว 12 ครั้ง")
    assert measure.units == ("ฝ่ายโยธา",)
    assert [(w.codes, w.text) for w in found.weaknesses] == [
        (("I18", "I20"), "มีข้อกังวลเรื่องการนำรถไปใช้")
    ]


def test_the_indicator_beside_the_number_of_a_form() -> None:
    rows: Grid = []
    for n, part in ((1, "การปฏิบัติหน้าที่"), (2, "การใช้งบประมาณ")):
        rows = [
            *rows,
            [f"มาตรการที่ {n}", f"ตัวชี้วัดที่ {n} {part}"],
            ["ประเด็นที่ต้องปรับปรุง", f"ตอบคำถามเรื่องที่ {n} ได้ไม่ครบ"],
            ["มาตรการ/กิจกรรม", f"จัดทำแฟ้มถามตอบเล่มที่ {n}"],
            ["ผู้รับผิดชอบ", "ฝ่ายทะเบียน"],
        ]
    found = report(ANALYSIS_67, table(rows))
    assert [(m.indicator, m.measure) for m in found.measures] == [
        ("1", "จัดทำแฟ้มถามตอบเล่มที่ 1"),
        ("2", "จัดทำแฟ้มถามตอบเล่มที่ 2"),
    ]


# Cells.


def test_items_and_scores_that_share_the_cells_of_a_measure() -> None:
    rows: Grid = [
        ["ข้อ", "คะแนน ปี 2567", "เป้าหมาย ปี 2568", "กิจกรรมที่ต้องทำ"],
        ["E2", "68.11", "85.00", "☐ เปิดช่องด่วน\n☐ คัดกรองเอกสาร"],
        ["O5\nO7", "50.00\n0.00", "100\n100", "จัดทำรายงานประจำปี"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert {s.code: str(s.score) for s in found.scores} == {
        "E2": "68.11", "O5": "50.00", "O7": "0.00",
    }  # fmt: skip
    assert [m.codes for m in found.measures] == [("E2",), ("O5", "O7")]
    assert [s.text for s in found.measures[0].steps] == ["เปิดช่องด่วน", "คัดกรองเอกสาร"]


def test_a_grid_under_a_heading_of_targets_gives_no_scores() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "ข้อแรก", "ข้อที่สอง"],
        ["5. การแก้ไขปัญหาการทุจริต", "I11\n92.35", "I12\n94.78"],
        ["8. การปรับปรุงระบบการทำงาน", "E5\n92.09", "E6\n90.84"],
    ]
    made = table(rows)
    assert _scores(paragraph("เป้าหมายรายข้อ ปี 2568", bold=True), made) == {}
    assert len(_scores(paragraph("คะแนนรายข้อ", bold=True), made)) == 4


@pytest.mark.parametrize(
    "text",
    [
        "สื่อสารชัดเจน (เป้าหมาย 90.00 คะแนน)",
        "สื่อสารชัดเจน (เป้าหมายปี 2568: 90.00 คะแนน)",
        "สื่อสารชัดเจน (ค่าเฉลี่ยกรุงเทพมหานคร 90.00 คะแนน)",
        "สื่อสารชัดเจน (ค่าเฉลี่ย 50 เขต 90.00 คะแนน)",
    ],
)
def test_targets_and_means_of_many_offices_are_no_scores(text: str) -> None:
    assert find_scores(text) == []


def test_boxes_of_the_means_of_many_offices() -> None:
    cells = [
        f"{name} เฉลี่ย 50 เขต\n{n}.00"
        for name, n in (("คะแนนรวม ITA", 88), ("IIT", 87), ("EIT", 86))
    ]
    assert _scores(table([cells])) == {}


def test_words_that_part_no_labels() -> None:
    assert by_label("ผู้รับผิดชอบ ฝ่ายคลัง") == ["ผู้รับผิดชอบ ฝ่ายคลัง"]


def test_a_measure_merged_over_items_whose_lists_go_on_over_the_page_end() -> None:
    rows: Grid = [
        ["ข้อ", "มาตรการ", "ผลการดำเนินการ", "ผู้รับผิดชอบ"],
        ["E13 การนำเทคโนโลยีมาใช้", "1. ส่งเสริมการจองคิว", "1. มีผู้จอง 3,120 ราย", "ฝ่ายทะเบียน"],
        ["E14 เปิดโอกาสให้มีส่วนร่วม", "2. รับฟังความเห็น", "2. จัดประชุม 2 ครั้ง", "ฝ่ายโยธา"],
    ]
    (measure,) = report(ANALYSIS_66, table(rows, starts=[2], pages=[1, 1, 2])).measures
    assert (measure.codes, measure.units) == (("E13", "E14"), ("ฝ่ายทะเบียน", "ฝ่ายโยธา"))
    assert len([s for s in measure.steps if s.kind == "measure"]) == 2


def test_whole_numbers_in_brackets_where_other_items_have_decimals_there() -> None:
    rows: Grid = [
        ["ตัวชี้วัด", "ข้อ (คะแนน)", "จุดอ่อน", "มาตรการ"],
        ["1", "I1 เต็มใจให้บริการ (83.45)\nI2 อำนวยความสะดวก (81.20)", "ช้า", "จัดเวร"],
        ["9", "O5 แผนปฏิบัติราชการประจำปี (75)\nO7 คู่มือการให้บริการประชาชน\n(87.5)", "ขาด", "ลงเว็บ"],
    ]
    assert _scores(table(rows)) == {"I1": "83.45", "I2": "81.20", "O5": "75", "O7": "87.5"}
    # Alone they may count anything.
    assert _scores(table([rows[0], rows[2]])) == {}


def test_a_target_with_its_year_behind_the_score_of_another() -> None:
    rows: Grid = [
        ["ปัญหาที่พบ", "มาตรการ", "ผลการดำเนินการ"],
        ["I3 การสื่อสารที่ชัดเจน คะแนนปี 2566: 81.36 | เป้าหมายปี 2567: 90.00", None, None],
        ["อธิบายไม่ครบ", "จัดพี่เลี้ยง", "จัดแล้ว"],
    ]
    rows = [*rows, ["ผู้รับผิดชอบ: ฝ่ายทะเบียน | ความคืบหน้าร้อยละ 100", None, None]]
    found = report(ANALYSIS_67, table(rows, {(1, 0): (1, 3), (3, 0): (1, 3)}))
    told = [(s.fiscal_year, s.code, str(s.score)) for s in found.scores]
    assert told == [(2566, "I3", "81.36")]
    assert [m.units for m in found.measures] == [("ฝ่ายทะเบียน",)]


def test_the_number_of_a_list_behind_a_score_is_none() -> None:
    (found,) = find_scores("ผู้บังคับบัญชาสั่งการ 83.59 คะแนน 2) เปิดสายตรงถึงผู้อำนวยการเขต")
    assert str(found.value) == "83.59"


def test_the_year_of_a_date_is_not_that_of_the_score_behind_it() -> None:
    rows: Grid = [
        ["ข้อ", "มาตรการ"],
        ["I12 มาตรการป้องกัน กำหนดเดิม 30 เมษายน 2568\n84.43 คะแนน", "จัดทำคู่มือ"],
        ["I7 การสั่งการ\n83.59 คะแนน", "เปิดสายตรง"],
    ]
    found = report(ANALYSIS_67, table(rows)).scores
    assert {(s.fiscal_year, s.code) for s in found} == {(2567, "I12"), (2567, "I7")}


def test_the_heading_of_a_part_above_a_code_is_no_rest_of_the_item_above() -> None:
    rows: Grid = [
        ["ข้อ", "จุดอ่อน", "มาตรการ"],
        ["E6 มีการนำเทคโนโลยีมาใช้", "ใช้ยาก", "อบรม"],
        ["9.1 ข้อมูลพื้นฐาน = 87.50 คะแนน\nO1 ข้อมูลพื้นฐานของเขต", "ไม่ครบ", "ลงเว็บ"],
    ]
    assert "E6" not in _scores(table(rows))


def test_a_box_of_text_beside_a_table_between_its_rules() -> None:
    box = "คะแนนรวม ITA ปี 2567: 87.97 คะแนน\nIIT 88.58 คะแนน EIT 88.00 คะแนน OIT 87.50 คะแนน"
    rows: Grid = [
        ["ตัวชี้วัดที่", "ชื่อตัวชี้วัด", "คะแนนปี 2567", box],
        ["1", "การปฏิบัติหน้าที่", "89.47", None],
        ["2", "การใช้งบประมาณ", "89.30", None],
        ["3", "การใช้อำนาจ", "89.65", None],
    ]
    assert _scores(table(rows, {(0, 3): (4, 1)})) == {
        "1": "89.47", "2": "89.30", "3": "89.65", "ITA": "87.97", "IIT": "88.58", "EIT": "88.00",
        "OIT": "87.50",
    }  # fmt: skip


def test_two_labels_in_one_row_of_a_form_whose_answers_begin_like_names_of_columns() -> None:
    rows: Grid = [
        ["มาตรการที่ 2", None, None, None],
        ["ตัวชี้วัด", "ตัวชี้วัดที่ 2 การใช้งบประมาณ", None, None],
        ["ข้อที่ต้องยกระดับ", "I4 โปร่งใส ตรวจสอบได้", None, None],
        ["จุดอ่อนที่พบ", "ผู้ปฏิบัติงานยังไม่มั่นใจ", None, None],
        ["กิจกรรมที่จะดำเนินการ", "เผยแพร่ผลการจัดซื้อจัดจ้าง", None, None],
        ["ผลผลิต", "รายงานผลการสุ่มตรวจ 12 ฉบับ", "วิธีสร้างการรับรู้", "เวียนหนังสือ"],
        ["ผู้รับผิดชอบ", "ฝ่ายการคลัง", "กำหนดแล้วเสร็จ", "30 กันยายน 2568"],
    ]
    spans = {(0, 0): (1, 4), **{(r, 1): (1, 3) for r in range(1, 5)}}
    (measure,) = report(ANALYSIS_67, table(rows, spans)).measures
    assert (measure.output, measure.units) == ("รายงานผลการสุ่มตรวจ 12 ฉบับ", ("ฝ่ายการคลัง",))
    assert measure.deadline == "2025-09-30"


@pytest.mark.parametrize("word", ["เท่ากับ", "คือ", "ได้รับ", "="])
def test_a_score_with_its_year_in_brackets_behind_a_title(word: str) -> None:
    rows: Grid = [
        ["ข้อ", "มาตรการ"],
        [f"ข้อ E4 การเผยแพร่ข้อมูลข่าวสาร (คะแนนปี 2567 {word}\n83.01)", "ลงเว็บ"],
        [f"ข้อ E6 การนำเทคโนโลยีมาใช้ (คะแนนปี 2567 {word} 84.43)", "อบรม"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert {s.code: str(s.score) for s in found.scores} == {"E4": "83.01", "E6": "84.43"}
    assert "score-unread" not in [f.kind for f in found.findings]


@pytest.mark.parametrize("words", ["คะแนนเฉลี่ย", "คะแนนเฉลี่ย ปี 2567 :", "ได้คะแนน"])
def test_means_of_the_office_s_own_answers_are_scores(words: str) -> None:
    rows: Grid = [
        ["ข้อ", "มาตรการ"],
        [f"I1 เต็มใจให้บริการ {words} 83.01", "อบรม"],
        [f"I2 อำนวยความสะดวก {words} 84.43", "จัดรถ"],
    ]
    assert _scores(table(rows)) == {"I1": "83.01", "I2": "84.43"}


def test_lists_beside_each_other_below_a_table_of_two_years_are_no_more_of_it() -> None:
    years: Grid = [
        ["ตัวชี้วัด", "ปี 2566", "ปี 2567", "ผลต่าง"],
        ["1. การปฏิบัติหน้าที่", "88.00", "89.00", "+1.00"],
        ["2. การใช้งบประมาณ", "88.00", "89.00", "+1.00"],
    ]
    items: Grid = [
        [f"I{n} ถามเรื่องหนึ่ง", f"8{n}.10", f"O{n} ข้อมูลเรื่องหนึ่ง", f"9{n}.10"] for n in (1, 2, 3)
    ]
    found = report(ANALYSIS_67, table(years), paragraph("คะแนนรายข้อ", bold=True), table(items))
    told = {(s.fiscal_year, s.code): str(s.score) for s in found.scores}
    assert told[2567, "I2"] == "82.10"
    assert told[2567, "O2"] == "92.10"
    assert (2566, "I2") not in told


def test_a_part_told_short_behind_its_items_across() -> None:
    rows: Grid = [["ข้อ", "O21", "ย่อย 9.4"], ["คะแนน", "90.00", "90.00"]]
    assert _scores(table(rows)) == {"O21": "90.00", "9.4": "90.00"}
