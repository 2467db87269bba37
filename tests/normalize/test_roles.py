"""Columns known by the words of their header, and by their cells where the header is silent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalize.codebook import items, words
from normalize.names.phrases import header_role, label_role, role_of
from normalize.rows.roles import read_columns
from tests.normalize.tables import ANALYSIS_67, Grid, report, scores, table

VOCABULARY = [(w.phrase, w.meaning) for w in words("headers")]


@pytest.mark.parametrize(("phrase", "meaning"), VOCABULARY)
def test_every_header_word_names_its_own_role(phrase: str, meaning: str) -> None:
    assert role_of(phrase) == meaning


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("มาตรการ/แนวทางการพัฒนา", "measure"),
        ("๓. มาตรการ", "measure"),
        ("(๑) มาตรการ", "measure"),
        ("ขั้นตอนหรือวิธีการ\nปฏิบัติ", "measure"),
        ("ระยะเวลา\nแล้วเสร็จ", "deadline"),
        ("การกำกับ\nติดตาม", "monitoring"),
        ("ผลการดำเนินการตามมาตรการ รอบ ๖ เดือนแรก", "result"),
        ("คะแนน ปี ๒๕๖๖", "score"),
        ("คะแนนที่ได้ (เต็ม ๑๐๐)", "score"),
        # Damaged in print, in OCR or by the typist.
        ("ผู้รับผดชอบ", "responsible"),
        ("ผู้รับผิดชอป", "responsible"),
        ("มาตราการ", "measure"),
        ("ระยะวลาดำเนินการ", "deadline"),
        ("กำกับตดตาม", "monitoring"),
        ("ผลการดำเนนการ", "result"),
        ("ประเดน็ ที่ต้องพัฒนา", "weakness"),
        ("ว\u0e34ธ\u0e35การสร\u0e49างการร\u0e31บร\u0e39\u0e49", "awareness"),
    ],
)
def test_header_in_print(header: str, role: str) -> None:
    assert role_of(header) == role


@pytest.mark.parametrize(
    "header", ["", "-", "กขค", "๑", "สำนักงานเขตบางรัก", "เจ้าหน้าที่ให้บริการด้วยความเต็มใจ"]
)
def test_no_header(header: str) -> None:
    assert role_of(header) is None


def roles(rows: list[list[str | None]], spans: dict | None = None) -> list[str | None]:  # type: ignore[type-arg]
    return [column.role for column in read_columns(table(rows, spans)).columns]


def test_header_row_is_found_and_not_counted_as_body() -> None:
    columns = read_columns(
        table(
            [
                ["ข้อ", "ข้อคำถาม", "คะแนน", "มาตรการ"],
                ["I1", "เจ้าหน้าที่ให้บริการ", "91.20", "จัดอบรม"],
                ["I2", "เจ้าหน้าที่เท่าเทียม", "92.20", "จัดอบรม"],
            ]
        )
    )
    assert columns.header_rows == 1
    assert [c.role for c in columns.columns] == ["code", "item", "score", "measure"]
    assert columns.where("score", "code") == (0, 2)


def test_lowest_header_cell_names_the_column() -> None:
    found = read_columns(
        table(
            [
                ["ข้อ", "คะแนน", None, "ผู้รับผิดชอบ"],
                [None, "ปี ๒๕๖๖", "ปี ๒๕๖๗", None],
                ["I1", "91.20", "92.20", "ฝ่ายปกครอง"],
                ["I2", "81.20", "82.20", "ฝ่ายโยธา"],
            ],
            {(0, 0): (2, 1), (0, 1): (1, 2), (0, 3): (2, 1)},
        )
    )
    assert found.header_rows == 2
    assert [c.role for c in found.columns] == ["code", "score", "score", "responsible"]
    assert [c.year for c in found.columns] == [None, 2566, 2567, None]


@pytest.mark.parametrize(
    ("cells", "role"),
    [
        (["๓๐ ก.ย. ๖๖", "๓๑ มี.ค. ๖๖"], "deadline"),
        (["ทุกเดือน", "ทุก ๖ เดือน"], "monitoring"),
        (["ฝ่ายปกครอง", "ฝ่ายโยธา"], "responsible"),
        (["๙๑.๒๐", "๘๘.๑๐"], "score"),
    ],
)
def test_cells_tell_what_a_new_header_word_does_not(cells: list[str], role: str) -> None:
    rows: list[list[str | None]] = [
        ["ข้อคำถาม", "มาตรการ", "กขค"],
        ["I1 เจ้าหน้าที่", "จัดอบรมเจ้าหน้าที่", cells[0]],
        ["I2 เจ้าหน้าที่", "จัดทำคู่มือ", cells[1]],
    ]
    assert roles(rows) == ["item", "measure", role]


def test_column_of_codes_is_one_whatever_its_header() -> None:
    rows: list[list[str | None]] = [
        ["ที่", "ข้อคำถาม", "คะแนน"],
        ["I1", "เจ้าหน้าที่ให้บริการ", "91.20"],
        ["I2", "เจ้าหน้าที่เท่าเทียม", "92.20"],
    ]
    assert roles(rows)[0] == "code"


def test_column_of_lists_of_codes_is_one_too() -> None:
    rows: list[list[str | None]] = [
        ["มาตรการ", "กขค", "ผู้รับผิดชอบ"],
        ["จัดทำปฏิทินการเผยแพร่", "O1, O2,\nO3", "ฝ่ายโยธา"],
        ["ตรวจสอบลิงก์และไฟล์", "O8, O9, O10", "ฝ่ายการคลัง"],
    ]
    assert roles(rows) == ["measure", "code", "responsible"]


def test_table_without_header_continues_the_one_before() -> None:
    first = read_columns(
        table([["ข้อคำถาม", "มาตรการ"], ["I1 เจ้าหน้าที่ให้บริการ", "จัดอบรมเจ้าหน้าที่ทุกคน"]])
    )
    rest = table([["I2 เจ้าหน้าที่เท่าเทียมกันทุกคน", "จัดทำคู่มือปฏิบัติงาน"]])
    continued = read_columns(rest, inherited=first)
    assert [c.role for c in continued.columns] == ["item", "measure"]
    assert continued.header_rows == 0


def test_rows_on_the_next_page_tell_what_the_first_left_open() -> None:
    names: list[str | None] = ["ตัวชี้วัด", "ตัวชี้วัดย่อย", "คะแนน"]
    first = read_columns(table([names, ["การปฏิบัติหน้าที่", "", "71.81"]]))
    rest = table([["", "E3 มีการเรียกรับสินบน", "78.38"], ["", "E4 มีการเผยแพร่ข้อมูล", "96.81"]])
    assert first.where("subindicator") == (1,)
    continued = read_columns(rest, inherited=first)
    assert continued.where("item") == (1,) and continued.where("score") == (2,)


def test_numbers_where_names_were_are_no_more_of_the_table_before() -> None:
    first = read_columns(
        table([["ที่", "ตัวชี้วัด", "เครื่องมือ", "คะแนน"], ["1", "การปฏิบัติหน้าที่", "IIT", "83.41"]])
    )
    beside = table(
        [["I1 เต็มใจ", "81.24", "E1 เต็มใจ", "94.16"], ["I2 เท่าเทียม", "82.53", "", "94.17"]]
    )
    assert first.where("indicator") == (1,)
    assert read_columns(beside, inherited=first).where("indicator") == ()


def test_header_of_new_words_that_print_marks_out_is_a_header() -> None:
    rows = [
        ["แบบสอบ", "เสียงบ่น", "จะลงมือทำอะไร", "แม่งาน"],
        ["I1 เต็มใจให้บริการ", "ประชาชนรอคิวนานในช่วงเช้าวันจันทร์", "เพิ่มช่องบริการด่วนอีกหนึ่งช่อง", "ฝ่ายทะเบียน"],
        ["I4 โปร่งใส ตรวจสอบได้", "บุคลากรไม่ทราบแผนการใช้จ่าย", "ติดแผนการใช้จ่ายที่บอร์ดทุกฝ่าย", "ฝ่ายการคลัง"],
    ]
    plain = table(rows)
    assert read_columns(plain).header_rows == 0
    marked = read_columns(replace(plain, header_rows=1))
    assert marked.header_rows == 1
    assert [c.role for c in marked.columns] == ["item", "weakness", "measure", "responsible"]
    data = [["I1 เต็มใจให้บริการ", "รอนาน", "จัดอบรม", "ฝ่ายทะเบียน"], *rows[1:]]
    assert read_columns(replace(table(data), header_rows=1)).header_rows == 0


def test_an_output_in_numbers_alone_is_what_is_aimed_at() -> None:
    head = ["ตัวชี้วัด", "เป้าหมาย 2568", "มาตรการ", "ผู้รับผิดชอบ"]
    numbers = [
        ["ตัวชี้วัดที่ 2 การใช้งบประมาณ", "90.00", "เปิดรับฟังข้อเสนอ", "ฝ่ายการคลัง"],
        ["ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร", "88.00", "ปรับปรุงเว็บไซต์", "ฝ่ายปกครอง"],
    ]
    assert "target" in [c.role for c in read_columns(table([head, *numbers])).columns]
    words_ = [[a, "รายงาน 12 ฉบับ", c, d] for a, _, c, d in numbers]
    assert "output" in [c.role for c in read_columns(table([head, *words_])).columns]


def test_what_looks_like_nothing_else_overrules_new_words() -> None:
    rows = [
        ["ข้อ", "มาตรการ", "เรื่องของ", "รายงานผล"],
        ["I1", "จัดอบรมบุคลากร", "ฝ่ายโยธา", "ทุก 3 เดือน"],
        ["I2", "ติดป้ายแสดงขั้นตอน", "ฝ่ายปกครอง", "ทุก 6 เดือน"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert [(m.units, m.monitoring_months, m.result) for m in found.measures] == [
        (("ฝ่ายโยธา",), 3.0, None),
        (("ฝ่ายปกครอง",), 6.0, None),
    ]


def test_shares_of_the_work_done_are_no_results() -> None:
    rows = [
        ["ข้อ", "มาตรการ", "ผลการดำเนินการ", "ความก้าวหน้า"],
        ["I1", "จัดอบรมบุคลากร", "อบรมแล้ว 1 ครั้ง", "100%"],
        ["I2", "ติดป้ายแสดงขั้นตอน", "ติดป้ายแล้ว", "80%"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert [m.result for m in found.measures] == ["อบรมแล้ว 1 ครั้ง", "ติดป้ายแล้ว"]


def test_numbers_under_a_header_of_measures_count_them() -> None:
    rows = [
        ["มาตรการที่", "รายละเอียด", "ข้อ", "ผู้รับผิดชอบ"],
        ["1", "จัดอบรมบุคลากรด่านหน้าทุกคน", "I1", "ฝ่ายโยธา"],
        ["2", "ติดป้ายแสดงขั้นตอนการให้บริการ", "I2", "ฝ่ายปกครอง"],
    ]
    found = report(ANALYSIS_67, table(rows))
    assert [(m.codes, m.measure) for m in found.measures] == [
        (("I1",), "จัดอบรมบุคลากรด่านหน้าทุกคน"),
        (("I2",), "ติดป้ายแสดงขั้นตอนการให้บริการ"),
    ]


def test_a_column_of_nothing_but_codes_tells_no_measures_whatever_its_name() -> None:
    made = table(
        [
            ["ที่", "สาเหตุ/ข้อบกพร่อง", "วิธีการแก้ไข", "ฝ่าย", "แก้ไขข้อ"],
            ["1", "ผู้รับบริการเห็นว่าช้า", "จัดทำป้ายแสดงขั้นตอน", "ฝ่ายปกครอง", "I4\nI5"],
            ["2", "บุคลากรไม่ทราบแผน", "ประชุมชี้แจงผลการเบิกจ่าย", "ฝ่ายทะเบียน", "I9"],
        ]
    )
    found = report(ANALYSIS_67, made)
    assert [(m.codes, len(m.steps)) for m in found.measures] == [(("I4", "I5"), 1), (("I9",), 1)]


@pytest.mark.parametrize("header", ["ร้อยละ", "คิดเป็นร้อยละ"])
def test_a_share_beside_measures_and_their_results_is_how_much_is_done(header: str) -> None:
    rows: list[list[str | None]] = [
        ["ข้อ", "มาตรการ", "ผลการดำเนินการ", header],
        ["I1", "จัดอบรมเจ้าหน้าที่", "อบรมแล้ว", "90"],
        ["I2", "จัดทำคู่มือ", "จัดทำแล้ว", "100"],
    ]
    assert roles(rows) == ["code", "measure", "result", "status"]
    assert roles([[*row[:2], row[3]] for row in rows])[2] == "score"


def test_a_table_of_what_to_do_at_each_level_tells_no_measures() -> None:
    levels = table(
        [
            ["ช่วงคะแนน", "ความหมาย", "สิ่งที่ต้องทำ"],
            ["95 - 100", "ผ่านดีเยี่ยม", "รักษาระดับ"],
            ["ต่ำกว่า 85", "ต้องปรับปรุง", "กำหนดมาตรการเร่งด่วน"],
        ]
    )
    assert report(ANALYSIS_67, levels).measures == ()


def test_what_tells_success_in_words_is_what_comes_out() -> None:
    def rows(*told: str) -> list[list[str | None]]:
        found: list[list[str | None]] = [["ข้อ", "มาตรการ", "ตัวชี้วัดความสำเร็จ"]]
        found += [[f"I{n}", "จัดอบรมเจ้าหน้าที่", t] for n, t in enumerate(told, 1)]
        return found

    assert roles(rows("บันทึกการประชุมทุกเดือน", "คู่มือครบทุกฝ่าย"))[2] == "output"
    assert roles(rows("ไม่น้อยกว่าร้อยละ 90", "ร้อยละ 85"))[2] == "target"
    assert roles(rows("90.00", "2"))[2] == "target"


@pytest.mark.parametrize(
    "title", ["การแก้ไขปัญหาการทุจริต", "การใช้งบประมาณ", "แนวทางการปฏิบัติในการใช้ดุลยพินิจของเจ้าหน้าที่"]
)
def test_what_is_asked_is_no_name_of_a_column(title: str) -> None:
    assert role_of(title) is header_role(title) is label_role(title) is None


def test_numbers_with_their_signs_are_differences_whatever_heads_them() -> None:
    rows: list[list[str | None]] = [
        ["ข้อ", "คะแนนเขต", "คะแนนที่เขตได้มากกว่า"],
        ["I1", "87.36", "+2.70"],
        ["I2", "89.65", "-4.00"],
        ["I3", "90.09", "+1.01"],
    ]
    assert roles(rows)[1:] == ["score", "change"]
    # A score that is below nothing has no sign.
    assert roles([[c.lstrip("+-") if c else c for c in row] for row in rows])[2] != "change"


LACKING: list[str | None] = ["ข้อ", "คะแนน", "ช่องว่าง"]


def test_numbers_under_words_for_what_is_lacking_are_no_weakness() -> None:
    rows: list[list[str | None]] = [
        ["ข้อ", "คะแนน", "ช่องว่าง"],
        ["I1", "86.94", "3.06"],
        ["I2", "83.80", "6.20"],
    ]
    assert roles(rows) == ["code", "score", "change"]
    told: list[list[str | None]] = [
        ["ข้อ", "คะแนน", "ช่องว่าง"],
        ["I1", "86.94", "ยังไม่มีป้าย"],
        ["I2", "83.80", "-"],
    ]
    assert roles(told) == ["code", "score", "weakness"]


def test_a_share_of_its_target_makes_no_score_a_product() -> None:
    rows: list[list[str | None]] = [
        ["ตัวชี้วัด", "คะแนนที่ได้", "ค่าเป้าหมาย", "ร้อยละของเป้าหมาย"],
        ["1. การปฏิบัติหน้าที่", "88.73", "92.00", "96.45"],
        ["2. การใช้งบประมาณ", "83.73", "90.00", "93.03"],
        ["3. การใช้อำนาจ", "83.01", "90.00", "92.23"],
    ]
    assert roles(rows)[1] == "score"


def test_what_was_done_every_day_is_no_interval() -> None:
    rows: list[list[str | None]] = [
        ["ข้อ", "มาตรการ", "ผลการดำเนินงาน"],
        ["I2", "เพิ่มป้ายบอกทาง", "ติดตั้งป้ายครบทุกจุดและมีอาสาสมัครประจำวันละ 2 คน"],
    ]
    assert roles(rows)[2] == "result"
    assert roles([rows[0], ["I2", "เพิ่มป้ายบอกทาง", "รายงานผลทุก 6 เดือน"]])[2] == "monitoring"


def test_scores_beside_what_is_done_are_no_progress() -> None:
    rows: list[list[str | None]] = [
        ["คำถาม", "ผลร้อยละ", "มาตรการ", "ผลการดำเนินงาน"],
        ["I1", "79.78", "สลับเวรพักเที่ยง", "จัดเวรแล้ว"],
        ["I2", "94.96", "-", "-"],
        ["I3", "92.26", "-", "-"],
    ]
    assert roles(rows)[1] == "score"
    done = [
        rows[0],
        *([r[0], n, r[2], r[3]] for r, n in zip(rows[1:], ("50", "75", "100"), strict=True)),
    ]
    assert roles(done)[1] == "status"


def test_sections_under_words_for_scores_are_sections() -> None:
    rows: list[list[str | None]] = [
        ["ข้อ", "มาตรการ", "หน่วยที่ได้รับ"],
        ["I1", "สลับเวร", "ฝ่ายทะเบียน"],
        ["I2", "-", "-"],
        ["I3", "ตัดคู่มือ", "ฝ่ายปกครอง"],
    ]
    assert roles(rows)[2] == "responsible"


def test_what_is_done_under_a_word_for_numbers_is_the_measure() -> None:
    rows: list[list[str | None]] = [
        ["ผู้รับผิดชอบ", "ข้อ", "ลำดับงาน", "การติดตาม"],
        ["ฝ่ายโยธา", "I1", "1) จัดทำบทพูดมาตรฐานของแต่ละงานบริการ\n2) ซ้อมบทบาทสมมติเดือนละครั้ง", "ทุกเดือน"],
        ["ฝ่ายคลัง", "I2", "ย่อแผนการใช้จ่ายเป็นแผนภาพหน้าเดียวส่งให้ทุกคน", "ทุก 3 เดือน"],
    ]
    assert roles(rows)[2] == "measure"


def test_words_before_the_measure_behind_named_items_are_weaknesses() -> None:
    rows: list[list[str | None]] = [
        ["ข้อ (คะแนน)", "ประเด็นที่เป็นข้อจำกัด", "แนวทางการพัฒนา", "ผู้รับผิดชอบ"],
        ["I1 (80.10)", "บุคลากรบางส่วนยังเห็นว่าการดูแลผู้มาติดต่อไม่เหมือนกัน", "จัดเจ้าหน้าที่ต้อนรับ", "ฝ่ายปกครอง"],
        ["I4 (82.20)", "การเปิดเผยแผนและผลการใช้จ่ายเงินยังไม่ทั่วถึงทุกฝ่าย", "แจ้งเวียนแผน", "ฝ่ายการคลัง"],
    ]
    assert roles(rows)[1] == "weakness"
    # Titles of items behind their codes are no weaknesses.
    titled: list[list[str | None]] = [
        ["ข้อ", "ประเด็นการประเมิน", "แนวทางการพัฒนา", "ผู้รับผิดชอบ"],
        [
            "I1",
            "ให้คำแนะนำช่วยเหลือประชาชนด้วยความเต็มใจ เป็นไปตามกรอบระยะเวลาที่กำหนด",
            "อบรม",
            "ฝ่ายปกครอง",
        ],
        ["I3", "มีการสื่อสารที่ชัดเจน เข้าใจง่าย", "อบรม", "ฝ่ายปกครอง"],
    ]
    assert roles(titled)[1] == "item"


def test_a_title_in_one_cell_of_the_row_above_the_names_is_no_name() -> None:
    # No upright rule shows that it stands across the table.
    rows: list[list[str | None]] = [
        ["", "ผลคะแนนรายข้อ", "", "", ""],
        ["ตัวชี้วัดที่", "ข้อความคำถาม", "Code", "คะแนน (ร้อยละ)", "ลำดับจาก 50 เขต"],
        ["4. การใช้ทรัพย์สินของราชการ", "มีการนำทรัพย์สินไปใช้", "I10", "86.18 คะแนน", "1"],
        ["7. ประสิทธิภาพการสื่อสาร", "มีการเผยแพร่ข้อมูล", "E4", "73.85 คะแนน", "20"],
    ]
    assert roles(rows)[:4] == ["indicator", "item", "code", "score"]


def test_names_of_groups_above_known_names_may_be_new_where_print_marks_both() -> None:
    rows: list[list[str | None]] = [
        ["ฐานที่ใช้", None, "สิ่งที่วางไว้", None, "ไตรมาสที่ทำ", None],
        ["ข้อ", "คะแนน ปี 67", "กิจกรรมตามแผน", "ผู้รับผิดชอบ", "1", "2"],
        ["I1", "84.10", "กำหนดมาตรฐานการทักทายและอธิบายขั้นตอน", "ฝ่ายทะเบียน", "✓", ""],
        ["I4", "80.24", "เผยแพร่แผนการใช้จ่ายทุกไตรมาส", "ฝ่ายการคลัง", "", "✓"],
    ]
    grid = replace(table(rows, {(0, 0): (1, 2), (0, 2): (1, 2), (0, 4): (1, 2)}), header_rows=2)
    found = [c.role for c in read_columns(grid).columns]
    assert found[:4] == ["code", "score", "measure", "responsible"]


@pytest.mark.parametrize(
    "told", [("แล้วเสร็จ (100%)", "อยู่ระหว่างดำเนินการ\n(60%)"), ("แล้วเสร็จ", "อยู่ระหว่างดำเนินการ")]
)
def test_how_far_measures_have_come_is_no_result_beside_what_was_done(
    told: tuple[str, str],
) -> None:
    head = ["ข้อ", "มาตรการ", "ผลการดำเนินการ", "ความก้าวหน้า"]
    rows = [
        [f"I{n}", f"จัดอบรมรุ่นที่ {n} ให้ครบทุกฝ่าย", f"อบรมแล้ว {n} รุ่น ผู้เข้าอบรมครบ", told[n % 2]]
        for n in range(1, 8)
    ]
    columns = read_columns(table([head, *rows]))
    assert [c.role for c in columns.columns] == ["code", "measure", "result", "status"]
    alone = read_columns(table([[head[0], head[1], head[3]], *([a, b, d] for a, b, _, d in rows)]))
    assert alone.columns[2].role == "result"


def test_the_name_of_an_instrument_over_its_items() -> None:
    titles = {code: items(2567)[code].title_th for code in ("I1", "I2", "I3")}
    told = [[f"{code} {title}", f"8{n}.10"] for n, (code, title) in enumerate(titles.items())]
    rows: Grid = [["แบบวัด IIT", "คะแนน"], *told]
    found = scores(report(ANALYSIS_67, table(rows)))
    assert {c: str(v) for c, v in found.items()} == {"I1": "80.10", "I2": "81.10", "I3": "82.10"}


@pytest.mark.parametrize("head", ["ปัญหาและอุปสรรค", "ปัญหา/อุปสรรค"])
def test_what_stood_in_the_way_of_measures_is_no_weakness(head: str) -> None:
    rows = [["I1", "ช้า", "อบรม", "อบรมแล้ว", "ไม่มี"], ["I2", "รอนาน", "จัดรถ", "จัดแล้ว", "งบน้อย"]]
    full = table([["ข้อ", "จุดอ่อน", "มาตรการ", "ผลการดำเนินการ", head], *rows])
    assert [w.text for w in report(ANALYSIS_67, full).weaknesses] == ["ช้า", "รอนาน"]
    without = [[row[0], *row[2:]] for row in rows]
    done = table([["ข้อ", "มาตรการ", "ผลการดำเนินการ", head], *without])
    assert report(ANALYSIS_67, done).weaknesses == ()
    plan = table([["ข้อ", head, "มาตรการ"], *(row[:3] for row in rows)])
    assert [w.text for w in report(ANALYSIS_67, plan).weaknesses] == ["ช้า", "รอนาน"]
