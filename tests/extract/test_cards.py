"""Framed or shaded boxes beside each other, each with one number, are the cells of a grid."""

from __future__ import annotations

from collections.abc import Sequence

from extract.content import Shade
from extract.joining import join_layouts
from extract.model import Box, Paragraph
from extract.tables.cards import card_grids, without_panels
from extract.tables.grid import Grid, GridCell, plain_grid
from extract.text.clusters import clusters_of
from tests.extract.pages import Sheet, ruled, tables_on

CARDS = ("ภาพรวม\n88.10\nระดับ ดี", "ภายใน\n85.20", "ภายนอก\n90.05")


def boxes(count: int, top: float = 60.0, height: float = 60.0) -> list[Box]:
    return [Box(40 + 130 * i, top, 160 + 130 * i, top + height) for i in range(count)]


def written(sheet: Sheet, cards: Sequence[str], top: float = 60.0) -> None:
    for box, text in zip(boxes(len(cards), top), cards, strict=True):
        sheet.write(text, box.x0 + 20, top + 16)


def test_cards_with_bent_corners() -> None:
    sheet = Sheet()
    written(sheet, CARDS)
    sheet.content.frames += boxes(3)
    assert tables_on(sheet) == [[list(CARDS)]]


def test_cards_that_are_shaded_or_framed_by_rules() -> None:
    shaded, framed = Sheet(), Sheet()
    for sheet in (shaded, framed):
        written(sheet, CARDS)
    for box in boxes(3):
        shaded.shade(box)
        framed.rule(*ruled((box.x0, box.x1), (box.top, box.bottom)))
    assert tables_on(shaded) == tables_on(framed) == [[list(CARDS)]]


def test_a_card_whose_last_side_the_page_cuts_off_is_one() -> None:
    sheet = Sheet()
    written(sheet, CARDS)
    for box in boxes(3):
        sheet.rule(*ruled((box.x0, box.x1), (box.top, box.bottom)))
    last = boxes(3)[-1].x1
    sheet.content.segments[:] = [s for s in sheet.content.segments if s.horizontal or s.at < last]
    assert tables_on(sheet) == [[list(CARDS)]]


def test_a_card_may_say_what_it_was_the_year_before() -> None:
    sheet = Sheet()
    cards = ("ภายใน\n85.20\nปี2566:80.10", "ภายนอก\n90.05\nปี2566:88.20")
    written(sheet, cards)
    sheet.content.frames += boxes(2)
    assert tables_on(sheet) == [[list(cards)]]


def test_rows_of_cards_below_each_other_are_one_grid() -> None:
    sheet = Sheet()
    more = ("I1\n81.10", "I2\n82.20")
    written(sheet, CARDS)
    written(sheet, more, 130)
    sheet.content.frames += [*boxes(3), *boxes(2, 130)]
    assert tables_on(sheet) == [[list(CARDS), [*more, ""]]]


def test_a_bar_or_a_chip_within_a_card_is_part_of_it() -> None:
    sheet = Sheet()
    written(sheet, CARDS)
    sheet.content.frames += [*boxes(3), *(Box(b.x0 + 4, 100, b.x1 - 4, 118) for b in boxes(3))]
    assert tables_on(sheet) == [[list(CARDS)]]


def test_boxes_without_one_number_each_are_text() -> None:
    for cards in (("รอนาน", "ที่จอดรถน้อย"), ("85.10 ... 90.20", "81.10 ... 95.20")):
        sheet = Sheet()
        written(sheet, cards)
        sheet.content.frames += boxes(2)
        assert tables_on(sheet) == []
        assert any(isinstance(b, Paragraph) for b in join_layouts([sheet.layout()]))


def test_a_drawing_of_many_shades_makes_no_cards() -> None:
    sheet = Sheet()
    written(sheet, CARDS)
    area = (Box(x, y, x + 20, y + 20) for x in range(0, 800, 25) for y in range(0, 590, 25))
    sheet.content.shades += [Shade(box, white=False) for box in area]
    assert card_grids(sheet.content, clusters_of(sheet.content.glyphs), [], []) == []


def frames_with_heads(sheet: Sheet) -> list[Box]:
    """Two cards of text abreast, each with a coloured head of three lines."""
    frames = [Box(40, 60, 300, 240), Box(320, 60, 580, 240)]
    for frame, name in zip(frames, ("ก", "ข"), strict=True):
        head = Box(frame.x0, frame.top, frame.x1, frame.top + 54)
        sheet.shade(head)
        sheet.content.frames += [frame, head]
        sheet.write(f"หัวเรื่อง {name}\nรองหัวเรื่อง\n80.10 คะแนน", frame.x0 + 8, 74)
        sheet.write(
            f"จุดอ่อน: เนื้อความของบัตร {name} ยาวพอสมควร\nมาตรการ: จัดทำคู่มือให้ครบ", frame.x0 + 8, 134
        )
    return frames


def test_the_coloured_heads_of_cards_of_text_are_no_cards() -> None:
    sheet = Sheet()
    frames_with_heads(sheet)
    assert tables_on(sheet) == []


def test_each_card_of_text_is_read_by_itself_from_its_head_on() -> None:
    sheet = Sheet()
    frames_with_heads(sheet)
    texts = [b.text for b in join_layouts([sheet.layout()]) if isinstance(b, Paragraph)]
    said = "".join(texts)
    order = ["หัวเรื่อง ก", "ของบัตร ก", "หัวเรื่อง ข", "ของบัตร ข"]
    assert sorted(order, key=said.index) == order


def test_a_lone_card_with_two_things_beside_each_other_is_two() -> None:
    sheet = Sheet()
    sheet.shade(Box(40, 60, 440, 120))
    sheet.write("คะแนนรวม\n89.53", 60, 80)
    sheet.write("ระดับ\nผ่านดี", 320, 85)
    assert tables_on(sheet) == [[["คะแนนรวม\n89.53", "ระดับ\nผ่านดี"]]]


def test_cards_are_no_names_of_what_stands_below_them() -> None:
    sheet = Sheet()
    written(sheet, ("ภาพรวม\n88.10", "ภายใน\n85.20", "ภายนอก\n90.05"))
    for box in boxes(3):
        sheet.shade(box)
    for n, (x, name) in enumerate([(40, "การใช้งบประมาณ"), (40, "การใช้อำนาจ")]):
        sheet.write(name, x, 150 + 20 * n)
        sheet.write(f"8{n}.15", 390, 150 + 20 * n)
    cards, rows = tables_on(sheet)
    assert len(cards) == 1
    assert rows == [["การใช้งบประมาณ", "80.15"], ["การใช้อำนาจ", "81.15"]]


def test_a_bar_beside_a_heading_is_no_cell() -> None:
    sheet = Sheet()
    sheet.shade(Box(40, 60, 44, 84))
    sheet.shade(Box(44, 60, 440, 84))
    sheet.write("คะแนนรายข้อ", 60, 76)
    assert tables_on(sheet) == []


def test_a_ring_around_the_number_of_a_card_is_no_card() -> None:
    sheet = Sheet()
    for box, name, number in zip(
        boxes(3), ("ภาพรวม", "ภายใน", "ภายนอก"), (88.1, 85.2, 90.05), strict=True
    ):
        sheet.content.frames += [box, Box(box.x0 + 30, 76, box.x1 - 30, 100)]
        sheet.write(name, box.x0 + 30, 72)
        sheet.write(f"{number:.2f}", box.x0 + 45, 92)
    assert tables_on(sheet) == [[["ภาพรวม\n88.10", "ภายใน\n85.20", "ภายนอก\n90.05"]]]


def test_a_panel_below_cards_is_no_row_of_theirs() -> None:
    sheet = Sheet()
    xs, ys = (40.0, 160.0, 280.0, 400.0), (60.0, 120.0, 200.0)
    for x, text in zip(xs, CARDS, strict=False):
        sheet.write(text, x + 20, 76)
    for n, name in enumerate(("การใช้งบประมาณ", "การใช้อำนาจ")):
        sheet.write(name, 60, 140 + 20 * n)
        sheet.write(f"8{n}.15", 360, 140 + 20 * n)
    cards = plain_grid(xs, ys[:2])
    panel = GridCell(1, 0, 1, 3, Box(xs[0], ys[1], xs[-1], ys[2]))
    clusters = clusters_of(sheet.content.glyphs)
    assert without_panels(Grid(xs, ys, (*cards.cells, panel)), clusters) == cards
    band = Sheet()
    for x, text in zip(xs, CARDS, strict=False):
        band.write(text, x + 20, 76)
    band.write("คะแนนปี 2567", 60, 140)
    whole = Grid(xs, ys, (*cards.cells, panel))
    assert without_panels(whole, clusters_of(band.content.glyphs)) is whole


def test_how_much_it_moved_is_no_number_of_a_card() -> None:
    sheet = Sheet()
    cards = ("ภาพรวม\n89.33\nปี 2566 ได้ 89.51\n▼ 0.18", "ภายใน\n90.78\nปี 2566 ได้ 82.82\n▲ 7.96")
    for box, text in zip(boxes(2, height=80), cards, strict=True):
        sheet.shade(box)
        sheet.write(text, box.x0 + 10, box.top + 16)
    assert tables_on(sheet) == [[list(cards)]]


def test_cards_of_one_row_that_end_at_several_heights() -> None:
    sheet = Sheet()
    cards = ("I1 85.78", "ถามเรื่องหนึ่ง"), ("I2 89.78", "ถามเรื่องสอง", "อีกบรรทัด"), ("I3 70.10", "สาม")
    for n, lines in enumerate(cards):
        box = Box(40 + 180 * n, 100, 210 + 180 * n, 130 + 16 * len(lines))
        sheet.content.frames.append(box)
        for m, line in enumerate(lines):
            sheet.write(line, box.x0 + 10, box.top + 18 + 16 * m)
    assert [len(row) for row in tables_on(sheet)[0]] == [3]
    assert [cell.split("\n")[0] for cell in tables_on(sheet)[0][0]] == [c[0] for c in cards]


def test_a_heading_between_rows_of_cards_parts_them() -> None:
    sheet = Sheet()
    for r in range(2):
        for c in range(2):
            box = Box(40 + 200 * c, 100 + 100 * r, 230 + 200 * c, 160 + 100 * r)
            sheet.content.frames.append(box)
            sheet.write(f"I{2 * r + c + 1} 8{r}.1{c}", box.x0 + 10, box.top + 20)
            sheet.write("ถามเรื่องหนึ่ง", box.x0 + 10, box.top + 40)
    assert len(tables_on(sheet)) == 1
    sheet.write("การใช้งบประมาณ", 40, 184)
    assert len(tables_on(sheet)) == 2


def test_a_card_that_says_more_than_those_beside_it() -> None:
    sheet = Sheet()
    for n, lines in enumerate((2, 9, 2)):
        box = Box(40 + 260 * n, 100, 280 + 260 * n, 300)
        sheet.content.frames.append(box)
        sheet.write(f"I{n + 1} 8{n}.10", box.x0 + 10, box.top + 20)
        for m in range(lines):
            sheet.write("เจ้าหน้าที่ปฏิบัติงานตามขั้นตอน", box.x0 + 10, box.top + 36 + 16 * m)
    [[row]] = tables_on(sheet)
    assert [cell.split("\n")[0] for cell in row] == ["I1 80.10", "I2 81.10", "I3 82.10"]


def test_a_form_beside_a_card_is_none() -> None:
    sheet = Sheet()
    form = ["I2 อำนวยความสะดวก", "คะแนน", "75.34", "จุดอ่อน", *["ยังมีผู้มารอนานในวันหยุด"] * 9]
    for n, lines in enumerate((["I1 อย่างอื่น", "คะแนน", "81.10", "สั้น"], form)):
        box = Box(40 + 260 * n, 100, 280 + 260 * n, 300)
        sheet.content.frames.append(box)
        for m, line in enumerate(lines):
            sheet.write(line, box.x0 + 10, box.top + 20 + 16 * m)
    assert not card_grids(sheet.content, clusters_of(sheet.content.glyphs), [], [])


def test_what_stands_below_lower_cards_is_not_of_them() -> None:
    sheet = Sheet()
    high, *low = boxes(3)
    written(sheet, CARDS)
    sheet.content.frames += [Box(high.x0, high.top, high.x1, 260), *low]
    sheet.write("เกณฑ์แบ่งระดับผลการประเมินที่กำหนดไว้", low[0].x0 + 5, 180)
    (cards,) = tables_on(sheet)
    assert cards == [list(CARDS)]


def test_the_rating_has_a_card_of_its_own() -> None:
    sheet = Sheet()
    cards = ("ภาพรวม\n88.10", "ระดับ\nผ่านดี", "ภายใน\n85.20")
    written(sheet, cards)
    sheet.content.frames += boxes(3)
    assert tables_on(sheet) == [[list(cards)]]


def test_a_card_between_two_others_may_say_several_numbers() -> None:
    cards = ("ภาพรวม\n88.10", "ปี 2566\n84.26\nเพิ่มขึ้น 3.84\nร้อยละ 4.56", "เป้าหมาย\n95.00")
    sheet = Sheet()
    written(sheet, cards)
    sheet.content.frames += boxes(3)
    assert tables_on(sheet) == [[list(cards)]]


def test_a_card_painted_twice_not_quite_in_one_place_is_one() -> None:
    sheet = Sheet()
    written(sheet, CARDS)
    for b in boxes(3):
        sheet.content.frames += [b, Box(b.x0 + 0.6, b.top + 0.6, b.x1 - 0.6, b.bottom - 0.6)]
    assert tables_on(sheet) == [[list(CARDS)]]


def test_a_card_that_lists_what_is_done_is_a_form() -> None:
    cards = ("I3 86.27\nมาตรการ\n• ทำสมุดถามตอบ", "I8 78.94\nมาตรการ\n• ติดประกาศ")
    sheet = Sheet()
    written(sheet, cards)
    sheet.content.frames += boxes(2)
    assert tables_on(sheet) == []
