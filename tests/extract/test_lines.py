"""Glyphs to clusters, lines and paragraphs: marks, spaces, joins, broken numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.content import Glyph
from extract.model import Box, Line
from extract.text.clusters import clusters_of
from extract.text.lineends import LIST_MARK, paragraphs_of, stops_short, text_of
from extract.text.lines import join_text, lines_of
from tests.extract.pages import BOLD, LETTER, PITCH, glyph, glyphs
from tests.normalize.strategies import dictionary_words, sentences


def line_text(*runs: list[Glyph]) -> str:
    found = lines_of(clusters_of([g for run in runs for g in run]))
    assert len(found) == 1
    return found[0].text


@given(st.sampled_from(sentences()))
def test_a_line_comes_back_as_it_was_set(sentence: str) -> None:
    assert line_text(glyphs(sentence, 50, 100)) == sentence


@given(dictionary_words())
def test_marks_are_glued_to_their_base(word: str) -> None:
    clusters = clusters_of(glyphs(word, 50, 100))
    assert "".join(c.text for c in clusters) == word
    assert len(clusters) == sum(not _is_mark(letter) for letter in word)


def _is_mark(letter: str) -> bool:
    return glyph(letter, 0, 0).advance == 0


def test_mark_painted_a_little_to_the_left_stays_with_its_base() -> None:
    base, after = glyph("ท", 50, 100, 0), glyph("น", 55, 100, 3)
    marks = [glyph("ี", 53.5, 100, 1), glyph("่", 53.0, 97.5, 2)]
    assert line_text([base, *marks, after]) == "ที่น"


def test_halves_of_sara_am_become_one() -> None:
    set_apart = [
        glyph("น", 50, 100, 0),
        glyph("\u0e4d", 55, 100, 1),
        glyph("้", 55, 98, 2),
        glyph("า", 55, 100, 3),
    ]
    assert line_text(set_apart) == "น้ำ"


def test_tones_drawn_before_their_vowel_are_put_in_order() -> None:
    assert line_text([glyph("ท", 50, 100, 0), glyph("่", 55, 100, 1), glyph("ี", 55, 100, 2)]) == "ที่"


def test_letter_printed_twice_for_boldness_is_one() -> None:
    twice = glyphs("มาตรการ", 50, 100) + glyphs("มาตรการ", 50.2, 100, 7)
    assert line_text(twice) == "มาตรการ"


def test_double_letters_side_by_side_are_two() -> None:
    assert line_text(glyphs("พรรค กรรมการ 11 00", 50, 100)) == "พรรค กรรมการ 11 00"


def test_gap_too_wide_to_be_anything_else_is_a_space() -> None:
    assert line_text(glyphs("ข้อ", 50, 100), glyphs("I1", 80, 100, 9)) == "ข้อ I1"
    assert line_text(glyphs("ข้อ", 50, 100), glyphs("I1", 61, 100, 9)) == "ข้อI1"


def test_columns_painted_out_of_order_are_read_left_to_right() -> None:
    right, left = glyphs("91.20", 200, 100, 0), glyphs("I1", 50, 100, 10)
    assert line_text(right, left) == "I1 91.20"


def test_spaces_painted_on_top_of_words_do_not_turn_them_round() -> None:
    """LibreOffice paints some again below a word, from its beginning."""
    first = glyphs("มาตรการ", 50.1, 100)
    spaces = [glyph(" ", 50, 100, 10), glyph(" ", 80, 100, 11)]
    rest = glyphs("/กิจกรรม", 50 + 8 * LETTER, 100, 12)
    (line,) = lines_of(clusters_of([*first, *spaces, *rest]))
    assert line.text == "มาตรการ /กิจกรรม"


def test_lines_are_read_from_top_to_bottom() -> None:
    drawn = glyphs("สอง", 50, 114, 0) + glyphs("หนึ่ง", 50, 100, 10) + glyphs("สาม", 50, 128, 20)
    assert [line.text for line in lines_of(clusters_of(drawn))] == ["หนึ่ง", "สอง", "สาม"]


def test_line_that_prints_nothing_is_none() -> None:
    assert lines_of(clusters_of(glyphs("   ", 50, 100))) == []


def test_bold_by_the_name_of_the_font() -> None:
    (line,) = lines_of(clusters_of(glyphs("มาตรการ", 50, 100, font=BOLD)))
    assert line.bold
    assert line.size == 10


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        # Thai on Thai: 79 % of line ends in a Thai cell fall inside a word.
        ("เจ้าหน้า", "ที่", "เจ้าหน้าที่"),
        ("ประชาชน ", "ทราบ", "ประชาชน ทราบ"),
        ("ประชาชน", " ทราบ", "ประชาชน ทราบ"),
        # Beside Latin and digits a space is put back.
        ("ผ่าน", "website", "ผ่าน website"),
        ("Gift", "Policy", "Gift Policy"),
        ("Policy", "ของ", "Policy ของ"),
        ("จำนวน", "2 ครั้ง", "จำนวน 2 ครั้ง"),
        ("ร้อยละ", "๙๖.๕๐ ของ", "ร้อยละ ๙๖.๕๐ ของ"),
        ("พฤศจิกายน", "๒๕๖๖", "พฤศจิกายน ๒๕๖๖"),
        ("ปี ๒๕๖๖", "เป็นต้นไป", "ปี ๒๕๖๖ เป็นต้นไป"),
        ("ปี 2566", "เป็นต้นไป", "ปี 2566 เป็นต้นไป"),
        # Numbers broken after their point.
        ("(๙๑.", "๗๒ คะแนน)", "(๙๑.๗๒ คะแนน)"),
        ("(91.", "72 คะแนน)", "(91.72 คะแนน)"),
        ("(91.7", "2 คะแนน)", "(91.72 คะแนน)"),
        ("(91", ".72 คะแนน)", "(91.72 คะแนน)"),
        # Signs that hold on to what they stand beside.
        ("ร้องเรียน/", "ร้องทุกข์", "ร้องเรียน/ร้องทุกข์"),
        ("(", "IIT)", "(IIT)"),
        ("IIT", ") และ", "IIT) และ"),
        ("", "ก", "ก"),
        ("ก", "", "ก"),
    ],
)
def test_joining_two_printed_lines(first: str, second: str, joined: str) -> None:
    assert join_text(first, second) == joined


@given(st.text(max_size=12), st.text(max_size=12))
def test_joining_loses_nothing_but_white_space(first: str, second: str) -> None:
    joined = join_text(first, second)
    assert "".join(joined.split()) == "".join((first + second).split())


@pytest.mark.parametrize(
    "text",
    ["๑. ก", "1) ก", "(๒) ก", "๑.๒. ก", "- ก", "– ก", "• ก", "\uf0b7 ก", "๙.๓ ก", "10.2 ก"],
)
def test_list_mark(text: str) -> None:
    assert LIST_MARK.match(text)


@pytest.mark.parametrize(
    "text",
    ["ก", "2566 ก", "91.72 คะแนน", "12.00 น.", "-5", "(๙๑.๗๒ คะแนน)", "๑๐๐.๐๐", "15.2 ก"],
)
def test_no_list_mark(text: str) -> None:
    assert not LIST_MARK.match(text)


WIDTH = 200.0


def lines(*texts: str, tops: list[float] | None = None, indent: float = 0) -> list[Line]:
    """Lines of letters half as wide as they are high, from x = 0."""
    return [
        Line(
            text,
            Box(indent, top, indent + LETTER * sum(not _is_mark(c) for c in text), top + 10),
            10.0,
        )
        for text, top in zip(texts, tops or [PITCH * n for n in range(len(texts))], strict=True)
    ]


def paragraphs(*texts: str) -> list[str]:
    return text_of(lines(*texts), 0, WIDTH).split("\n")


FULL = "เจ้าหน้าที่ให้บริการประชาชนด้วยความเต็มใจและเท่าเทียมกัน"  # fills its line


def test_full_lines_run_on() -> None:
    assert paragraphs(FULL, FULL, "ทุกคน") == [FULL + FULL + "ทุกคน"]


def test_line_that_stops_short_ends_its_paragraph() -> None:
    assert paragraphs(FULL, "ทุกคน", FULL) == [FULL + "ทุกคน", FULL]


def test_list_marks_begin_paragraphs() -> None:
    assert paragraphs(f"๑. {FULL}", FULL, f"๒. {FULL}", "จบ") == [
        f"๑. {FULL}{FULL}",
        f"๒. {FULL}จบ",
    ]


def test_number_broken_at_the_line_end_is_no_list() -> None:
    assert paragraphs(f"{FULL} (๙๑.", "๗๒ คะแนน)") == [f"{FULL} (๙๑.๗๒ คะแนน)"]


def test_wide_gap_begins_a_paragraph() -> None:
    tops = [0.0, 14.0, 28.0, 60.0, 74.0]
    found = paragraphs_of(lines(*[FULL] * 5, tops=tops), 0, WIDTH)
    assert [len(p) for p in found] == [3, 2]


def test_how_far_lines_follow_each_other_is_not_told_by_headings() -> None:
    # Four headings of other sizes, far from each other, below the text.
    text = lines(*[FULL] * 4, tops=[0.0, 14.0, 28.0, 47.0])
    heads = lines(*["ผล"] * 4, tops=[77.0, 107.0, 137.0, 167.0])
    sized = [replace(head, size=14.0 + 2 * n) for n, head in enumerate(heads)]
    assert [len(p) for p in paragraphs_of([*text, *sized], 0, WIDTH)][:2] == [3, 1]


def test_centred_line_has_room_on_both_sides() -> None:
    (before,), (line,) = lines("มาตรการ", indent=(WIDTH - 7 * LETTER) / 2), lines(FULL)
    assert stops_short(before, line, 0, WIDTH)
    (wide,) = lines(FULL)
    assert not stops_short(wide, line, 0, WIDTH)


@given(
    st.lists(
        st.sampled_from([FULL, "ทุกคน", "๑. จัดอบรม", "- ติดตาม", "(๙๑.", "๗๒ คะแนน)"]),
        min_size=1,
        max_size=9,
    )
)
def test_no_letter_is_lost_in_paragraphs(texts: list[str]) -> None:
    found = text_of(lines(*texts), 0, WIDTH)
    assert "".join(found.split()) == "".join("".join(texts).split())


def test_indented_first_line_with_as_much_room_behind_is_full() -> None:
    first = Line("มีผลคะแนนเท่ากับ", Box(90, 100, 470, 115), 12, False)
    rest = Line("90.45 คะแนน จัดอยู่ในระดับผ่านดี สูงกว่าปีก่อน", Box(60, 118, 500, 133), 12, False)
    assert not stops_short(first, rest, 60, 500)


def test_a_line_indented_as_the_next_one_is_not_centred() -> None:
    first = Line("5.2 ทำป้ายบอกขั้นตอนการยื่นคำขอให้ประชาชนอ่านได้", Box(99, 100, 505, 115), 16, False)
    rest = Line("ง่าย", Box(99, 120, 133, 135), 16, False)
    assert not stops_short(first, rest, 71, 530)
    middle = Line("ง่าย", Box(285, 120, 319, 135), 16, False)
    assert stops_short(first, middle, 71, 530)


def test_a_line_that_begins_with_a_later_code_is_a_paragraph() -> None:
    """A cell that lists items, one of them as long as the cell is wide."""
    codes = ("I11 " + FULL[4:], "I12 มีมาตรการ")
    assert text_of(lines(*codes), 0, WIDTH).split("\n") == list(codes)
    thai = ("O\u0e51 " + FULL[3:], "O\u0e52 นโยบาย")
    assert text_of(lines(*thai), 0, WIDTH).split("\n") == list(thai)
    # Words that only speak of another item go on.
    for first, second in (
        ("I5 " + FULL[7:] + " และ", "I6 มีการเบิกจ่าย"),
        (FULL, "I6 มีการเบิกจ่าย"),
        ("I7 " + FULL[3:], "I6 มีการเบิกจ่าย"),
    ):
        assert "\n" not in text_of(lines(first, second), 0, WIDTH)


def test_a_label_printed_bold_begins_a_line_of_a_cell() -> None:
    first = glyphs("จัดทำป้ายที่จุดบริการทุกแห่ง", 50, 100)
    label = glyphs("ผู้รับผิดชอบ", 50, 100 + PITCH, 50, font=BOLD)
    answer = glyphs(" ฝ่ายโยธา", 50 + 9 * LETTER, 100 + PITCH, 70)
    lines = lines_of(clusters_of([*first, *label, *answer]))
    right = max(line.box.x1 for line in lines)
    assert text_of(lines, 50, right) == "จัดทำป้ายที่จุดบริการทุกแห่ง\nผู้รับผิดชอบ ฝ่ายโยธา"
    # In running text a bold word may stand anywhere.
    assert len(paragraphs_of(lines, 50, right)) == 1


def test_the_next_item_or_group_of_a_list_begins_a_paragraph() -> None:
    texts = [
        "ข้อที่ได้คะแนน",
        "I11 — ให้ความสำคัญ — 84.18",
        "I12 — มีมาตรการ — 90.10",
        "ตัวชี้วัดที่ 6 คุณภาพ 80.29",
    ]
    lines = [Line(t, Box(50, 100 + 14 * n, 190, 110 + 14 * n), 10) for n, t in enumerate(texts)]
    found = paragraphs_of(lines, 50, 200)
    assert [[line.text for line in p] for p in found] == [texts[:2], *([t] for t in texts[2:])]


def test_a_name_and_its_score_stand_in_a_line_of_their_own() -> None:
    stated = "ตัวชี้วัด 9 การเปิดเผยข้อมูล = 75.76"
    assert text_of(lines(FULL, stated), 0, WIDTH).split("\n") == [FULL, stated]
    for first, second in (
        (FULL, "ตัวชี้วัด 9 การเปิดเผยข้อมูล ได้ 75.76 คะแนน และ"),
        (FULL + " และ", stated),
    ):
        assert "\n" not in text_of(lines(first, second), 0, WIDTH)


def test_letters_of_another_size_are_never_the_same_one_painted_twice() -> None:
    # In letter sizes both stand at the same place; on paper one stands far from the other.
    small = glyph("น", 60, 120, 0, size=10)
    large = glyph("น", 72, 144, 1, size=12)
    assert [c.text for c in clusters_of([small, large])] == ["น", "น"]
    assert [c.text for c in clusters_of([small, glyph("น", 60.4, 120, 1, size=10)])] == ["น"]


def test_a_line_that_hangs_below_the_words_of_a_statement_goes_on() -> None:
    texts = ["• O 28 แผนปฏิบัติการและผลการดำเนินการตาม", "แผน (100.00 คะแนน)", "• O 29 การจัดการ"]

    def found(below: str, indent: float = 14) -> list[list[str]]:
        boxes = (
            Box(50, 100, 488, 110),
            Box(50 + indent, 114, 50 + indent + 5 * len(below), 124),
            Box(50, 128, 250, 138),
        )
        made = [Line(t, b, 10) for t, b in zip((texts[0], below, texts[2]), boxes, strict=True)]
        return [[line.text for line in p] for p in paragraphs_of(made, 50, 520)]

    assert found(texts[1]) == [texts[:2], texts[2:]]
    # One that begins at the mark, and a label.
    assert len(found(texts[1], 0)) == len(found("วิธี : จัดทำ")) == 3


def test_what_stands_beside_the_middle_of_two_lines_goes_with_them() -> None:
    painted = [
        *glyphs("การจัดซื้อจัดจ้างมีการเอื้อประโยชน์ให้แก่ผู้ประกอบ", 80, 100, 0),
        *glyphs("I5", 50, 107, 60),
        *glyphs("77.35", 420, 107, 62),
        *glyphs("การรายใดรายหนึ่ง", 80, 114, 67),
    ]
    said = [line.text for line in lines_of(clusters_of(painted))]
    assert said == ["I5 การจัดซื้อจัดจ้างมีการเอื้อประโยชน์ให้แก่ผู้ประกอบ", "การรายใดรายหนึ่ง 77.35"]


def test_a_line_between_two_others_that_stands_below_them_is_one_of_three() -> None:
    painted = [
        *glyphs("บรรทัดแรก", 80, 100, 0),
        *glyphs("บรรทัดที่สอง", 82, 107, 20),
        *glyphs("บรรทัดที่สาม", 80, 114, 40),
    ]
    said = [line.text for line in lines_of(clusters_of(painted))]
    assert said == ["บรรทัดแรก", "บรรทัดที่สอง", "บรรทัดที่สาม"]


def test_a_line_at_the_edge_is_no_more_of_lines_set_around_an_axis() -> None:
    centred = [("แผนการดำเนินการตามมาตรการส่งเสริมคุณธรรม", 300.0), ("สำนักงานเขตบางรัก", 300.0)]
    written: list[Glyph] = []
    for n, (text, axis) in enumerate(centred):
        width = LETTER * sum(not _is_mark(c) for c in text)
        written += glyphs(text, axis - width / 2, 100 + n * PITCH, len(written))
    label = "ฝ่ายที่รับผิดชอบ : ฝ่ายปกครอง"
    for x, count in ((37.0, 2), (250.0, 1)):
        made = glyphs(label, x, 100 + 2 * PITCH, len(written))
        lines = lines_of(clusters_of([*written, *made]))
        right = max(line.box.x1 for line in lines)
        assert len(paragraphs_of(lines, 37, right)) == count


def test_a_score_before_a_code_begins_a_paragraph() -> None:
    found = paragraphs("93.91 I13 " + FULL, "88.71 I14 ท่านถูกผู้บังคับบัญชา")
    assert [text[:5] for text in found] == ["93.91", "88.71"]
    assert len(paragraphs(FULL, "88.71 คะแนน")) == 1
