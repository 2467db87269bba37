"""What a cell prints for codes: tokens, ranges, lists, several items in one cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.names.codes import Entry, entries_of, readings
from normalize.words.text import clean

QUESTION = "เจ้าหน้าที่ปฏิบัติงานโดยไม่เลือกปฏิบัติ"


def entries(text: str) -> list[Entry]:
    return entries_of(clean(text))


def one(text: str) -> Entry:
    (entry,) = entries(text)
    return entry


@pytest.mark.parametrize(
    ("printed", "token"),
    [
        ("I1", "I1"),
        ("I๑", "I1"),
        ("I ๑", "I1"),
        ("I1.", "I1"),
        ("I1)", "I1"),
        ("I1:", "I1"),
        ("- I1", "I1"),
        ("(I1)", "I1"),
        ("E๑๕", "E15"),
        ("O 11.", "O11"),
        ("i1", "i1"),
        ("l1", "l1"),
        ("|3", "|3"),
        ("ไ๓", "ไ3"),
        ("○11", "○11"),
        ("๐๑", "01"),
        ("0๒", "02"),
        ("๑๗.", "17"),
        ("๑๑", "11"),
        ("1๓", "13"),
        ("112", "112"),
        ("๒๗.", "27"),
    ],
)
def test_token_before_a_question(printed: str, token: str) -> None:
    entry = one(f"{printed} {QUESTION}")
    assert (entry.token, entry.last, entry.question) == (token, None, QUESTION)


@pytest.mark.parametrize("printed", ["I1", "E๑๕", "○11", "๑๗."])
def test_token_alone(printed: str) -> None:
    entry = one(printed)
    assert entry.question == ""


def test_token_without_a_space_behind() -> None:
    assert one(f"I๑{QUESTION}").token == "I1"


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("O1 – O22", "O1", "O22"),
        ("O๑ - O๒๒", "O1", "O22"),
        ("O1—O22", "O1", "O22"),
        ("O1 ถึง O22", "O1", "O22"),
        ("O1ถึงO22", "O1", "O22"),
        ("O 1 – O 22", "O1", "O22"),
        ("O1-22", "O1", "22"),
        ("ข้อ O1 - O22", "O1", "O22"),
        ("(O1 - O22)", "O1", "O22"),
        ("๐๑ – ๐๒๒", "01", "022"),
        ("I1-I3", "I1", "I3"),
    ],
)
def test_range(printed: str, first: str, last: str) -> None:
    entry = one(printed)
    assert (entry.token, entry.last) == (first, last)


def test_range_with_its_score() -> None:
    entry = one("O๑ – O๒๒ (๘๔.๒๑ คะแนน)")
    assert (entry.token, entry.last) == ("O1", "O22")
    assert [str(s.value) for s in entry.scores] == ["84.21"]


@pytest.mark.parametrize(
    ("printed", "tokens"),
    [
        ("I1, I2, I3", ["I1", "I2", "I3"]),
        ("I1,I2", ["I1", "I2"]),
        ("I1/I2", ["I1", "I2"]),
        ("I1 และ I2", ["I1", "I2"]),
        ("I๑, I๒ และ I๓", ["I1", "I2", "I3"]),
        ("I1\nI2\nI3", ["I1", "I2", "I3"]),
    ],
)
def test_list(printed: str, tokens: list[str]) -> None:
    assert [e.token for e in entries(printed)] == tokens


def test_questions_of_two_items_on_lines_of_their_own() -> None:
    found = entries(f"I1 {QUESTION}\nI2 ใช้งบประมาณคุ้มค่า")
    assert [(e.token, e.question) for e in found] == [
        ("I1", QUESTION),
        ("I2", "ใช้งบประมาณคุ้มค่า"),
    ]


@pytest.mark.parametrize("joint", [" ", "\n", "  "])
def test_two_items_in_one_cell_keep_their_own_scores(joint: str) -> None:
    found = entries(f"๑๑ {QUESTION} (๙๑.๒๐ คะแนน){joint}๑๒ {QUESTION} (๙๓.๐๒) คะแนน)")
    assert [e.token for e in found] == ["11", "12"]
    assert [[str(s.value) for s in e.scores] for e in found] == [["91.20"], ["93.02"]]
    assert all(e.question == QUESTION for e in found)


def test_line_end_inside_a_question_starts_no_item() -> None:
    entry = one("I7 ใช้จ่ายงบประมาณ\n๓ ครั้งต่อปี (๙๑.๒๐ คะแนน)")
    assert entry.token == "I7"


@pytest.mark.parametrize(
    ("printed", "score"),
    [("I1 = 91.20", "91.20"), ("E3: 100", "100"), ("I1 (91.20)", "91.20"), ("I10\n91.20", "91.20")],
)
def test_code_with_nothing_but_its_score(printed: str, score: str) -> None:
    assert [str(s.value) for s in one(printed).scores] == [score]


@pytest.mark.parametrize(
    "text",
    [
        "",
        QUESTION,
        "2566 เป็นปีที่",
        "91.20",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่",
        "1.1 การปฏิบัติหน้าที่",
        "30/9/66",
        "ฝ่ายปกครอง",
    ],
)
def test_no_item(text: str) -> None:
    assert entries(text) == []


CODES = st.tuples(st.sampled_from("IEO"), st.integers(1, 43))


@given(CODES)
def test_a_printed_code_reads_as_itself(code: tuple[str, int]) -> None:
    letter, number = code
    found = readings(f"{letter}{number}")
    assert found == {f"{letter}{number}": 0.0}


@given(CODES)
def test_documented_confusions_can_be_read_back(code: tuple[str, int]) -> None:
    letter, number = code
    looks = {"I": "1l|!iไ", "E": "eF€", "O": "0○oQ"}[letter]
    for look in looks:
        assert f"{letter}{number}" in readings(f"{look}{number}"), look
    assert f"{letter}{number}" in readings(str(number))


@given(st.text(alphabet="IEOl|0123456789. -○ไก", max_size=6))
def test_readings_are_codes_with_a_cost(token: str) -> None:
    for code, cost in readings(token).items():
        assert code[0] in "IEO"
        assert 0 < int(code[1:]) < 100
        assert 0 <= cost < 2


def test_misread_letter_costs_less_than_a_lost_one_and_that_less_than_any_sign() -> None:
    assert readings("l2")["I2"] < readings("2")["I2"] < readings("32")["I2"]
    assert readings("I12")["I12"] < readings("12")["I2"] < readings("12")["I12"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- I1\n- I2\n- I3", ["I1", "I2", "I3"]),
        ("I1\n- I3", ["I1-I3"]),
        ("ข้อ I1, ข้อ I2 และข้อ I3", ["I1", "I2", "I3"]),
    ],
)
def test_lists_of_codes_with_bullets_and_words(text: str, found: list[str]) -> None:
    assert [e.token + (f"-{e.last}" if e.last else "") for e in entries_of(text)] == found


def test_a_code_behind_the_longest_question() -> None:
    question = "ท่านเคยถูกเจ้าหน้าที่ของสำนักงานเขตร้องขอสิ่งของหรือไม่ " * 7 + "เป็นต้น"
    assert len(question) > 380
    [entry] = entries_of(f"{question} (E6)")
    assert (entry.token, entry.question) == ("E6", question)


def test_a_code_in_brackets_behind_its_title() -> None:
    [entry] = entries_of("โปร่งใส ตรวจสอบได้ (I4)\nได้ 92.04 คะแนน")
    assert (entry.token, entry.question) == ("I4", "โปร่งใส ตรวจสอบได้")
    assert [str(s.value) for s in entry.scores] == ["92.04"]
    assert entries_of("ผู้บริหารกำชับ (I4) ให้ทุกฝ่ายเปิดเผยแผนการใช้จ่ายเงิน") == []


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("ข้อ O1 4", ["O14"]),
        ("(I2\n1)", ["I21"]),
        ("O1, 4", ["O1", "O4"]),
        ("O1 4 คน", ["O1"]),
    ],
)
def test_a_code_torn_by_a_narrow_column(text: str, tokens: list[str]) -> None:
    assert [e.token for e in entries_of(text)] == tokens


def test_codes_with_nothing_but_numbers_behind_each_other() -> None:
    for text in ("I2 = 87.24 I3 = 80.60", "I2 = 87.24\nI3 = 80.60", "ข้อ I2: 87.24, ข้อ I3: 80.60"):
        assert [(e.token, e.question, e.scores) for e in entries_of(text)] == [
            ("I2", "", ()),
            ("I3", "", ()),
        ]


def test_a_range_behind_what_it_is_about_even_over_a_line_end() -> None:
    entry = one("การเปิดเผยข้อมูลบนเว็บไซต์ของสำนักงานเขต ข้อ O๑ ถึงข้อ\nO๒๒ (คิดคะแนนรวมทั้งตัวชี้วัด)")
    assert (entry.token, entry.last) == ("O1", "O22")
    assert entry.question == "การเปิดเผยข้อมูลบนเว็บไซต์ของสำนักงานเขต"


def test_a_score_between_the_code_and_the_title() -> None:
    entry = one("I2 86.20\nอำนวยความสะดวกในการให้บริการประชาชน")
    assert [str(s.value) for s in entry.scores] == ["86.20"]
    assert entry.question == "อำนวยความสะดวกในการให้บริการประชาชน"
    assert one("I2 86.20 ของผู้ตอบทั้งหมดเห็นว่าดี").scores == ()


@pytest.mark.parametrize("printed", ["I8*", "I8 **", "ข้อ I8†", "I8* ท่านรับรู้เกี่ยวกับงบประมาณ"])
def test_marks_of_footnotes_behind_codes(printed: str) -> None:
    assert [e.token for e in entries_of(printed)] == ["I8"]


def test_codes_behind_their_titles_with_their_scores() -> None:
    text = "โปร่งใส ตรวจสอบได้ (I4) ได้ 79.64 คะแนนการจัดซื้อจัดจ้างเอื้อประโยชน์ (I5) ได้ 81.15 คะแนน"
    found = [(e.token, str(e.scores[0].value), e.question) for e in entries_of(text)]
    assert found == [
        ("I4", "79.64", "โปร่งใส ตรวจสอบได้"),
        ("I5", "81.15", "การจัดซื้อจัดจ้างเอื้อประโยชน์"),
    ]


def test_a_score_in_brackets_between_a_code_and_its_title() -> None:
    (one,) = entries_of("I2 (86.20) อำนวยความสะดวกในการให้บริการประชาชน")
    assert [str(s.value) for s in one.scores] == ["86.20"]
    assert one.question == "อำนวยความสะดวกในการให้บริการประชาชน"
    (other,) = entries_of("I2 (86.20) ของปีที่ผ่านมา")
    assert other.scores == ()
