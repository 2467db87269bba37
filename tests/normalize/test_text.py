"""Repair of Thai strings: each rule, and above all that sound text stays as it is."""

from __future__ import annotations

import unicodedata
from random import Random
from unittest.mock import patch

import pytest
import regex
from hypothesis import assume, given
from hypothesis import strategies as st

from extract.thai import PRESENTATION_FORMS
from normalize.words import text as rules
from normalize.words.text import arabic, clean, none_if_empty, repair, squeeze
from tests.normalize.strategies import MARKS, dictionary_words, sentences, thai, words

AM = "\u0e33"
NIKHAHIT_AA = "\u0e4d\u0e32"
TONES = "\u0e48\u0e49\u0e4a\u0e4b"


def halves(text: str) -> str:
    """Sara am as its two halves, so that marks can be counted."""
    return text.replace(AM, NIKHAHIT_AA)


@pytest.mark.parametrize(
    ("damaged", "sound"),
    [
        # Sara am in two halves, the tone between them, before them or after them.
        ("ส\u0e4d\u0e32นักงาน", "สำนักงาน"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("น\u0e33\u0e49", "น้ำ"),
        ("ส\u0e33\u0e32นักงาน", "สำนักงาน"),
        # Marks in the order they were typed.
        ("ท\u0e48\u0e35", "ที่"),
        ("ป\u0e48\u0e39", "ปู่"),
        ("ธ\u0e4c\u0e34", "ธิ์"),
        ("ช\u0e48\u0e31วโมง", "ชั่วโมง"),
        # The same mark twice.
        ("ท\u0e35\u0e48\u0e48", "ที่"),
        ("ท\u0e35\u0e35\u0e48", "ที่"),
        # A space where none can be: before a mark.
        ("ท \u0e35\u0e48", "ที่"),
        ("ท\u0e35 \u0e48", "ที่"),
        ("เจ้าหน้าท \u0e35\u0e48", "เจ้าหน้าที่"),
        ("ท \u0e35 \u0e48", "ที่"),
        ("กระช \u0e38 \u0e48มกระชวย", "กระชุ่มกระชวย"),
        ("ส \u0e33นักงาน", "สำนักงาน"),
        # A space behind a vowel that is written before its consonant.
        ("เ ขต", "เขต"),
        ("โ ครงการ", "โครงการ"),
        ("เ เก้ไข", "แก้ไข"),
        # A nikhahit drawn late, with the space it left behind.
        ("กา\u0e4d", "กำ"),
        ("สา\u0e4dนักงาน", "สำนักงาน"),
        ("สา\u0e4d นักงาน", "สำนักงาน"),
        ("นา\u0e4d\u0e49", "น้ำ"),
        # A nikhahit that became a space; a space that is only a space.
        ("ส านักงาน", "สำนักงาน"),
        ("ประจ าปี", "ประจำปี"),
        ("น\u0e49 าใจ", "น้ำใจ"),
        ("ก ารศึกษา", "การศึกษา"),
        ("ส านักงานก ารศึกษาจ านวนมาก", "สำนักงานการศึกษาจำนวนมาก"),
        # No longer word either way: nothing is guessed.
        ("ให้ท า", "ให้ท า"),
        # Lao vowels and marks, rings of other scripts.
        ("ก\u0ecd\u0eb2หนด", "กำหนด"),
        ("ท\u0eb5\u0ec8", "ที่"),
        ("ก\u00b0าหนด", "กำหนด"),
        ("ก\u030aาหนด", "กำหนด"),
        # Two sara e typed for sara ae.
        ("เเก้ไข", "แก้ไข"),
        # Presentation forms of Windows and Mac fonts.
        ("ป\uf70aา", "ป่า"),
        ("ฝ\uf701ก", "ฝิก"),
        ("สัตย\uf70e", "สัตย์"),
        ("\uf700าน", "ฐาน"),
        ("\uf70fาติ", "ญาติ"),
        ("ท\uf886\uf88a", "ที่"),
        # What prints nothing.
        ("สำ\u200bนัก\u200dงาน", "สำนักงาน"),
        ("\ufeffสำนัก\u00adงาน\u2060", "สำนักงาน"),
        # White space of other kinds.
        ("ทุก\u00a0๖\u2009เดือน", "ทุก ๖ เดือน"),
        ("ทุก  ๖\t เดือน", "ทุก ๖ เดือน"),
        ("  ทุก\n ๖ เดือน \n", "ทุก\n๖ เดือน"),
    ],
)
def test_repair(damaged: str, sound: str) -> None:
    assert repair(damaged) == sound


@pytest.mark.parametrize("form", sorted(PRESENTATION_FORMS), ids=lambda c: f"{ord(c):04X}")
def test_no_presentation_form_is_left(form: str) -> None:
    assert repair(f"ก{form}") == f"ก{PRESENTATION_FORMS[form]}"


def test_letters_of_symbol_fonts_are_not_thai() -> None:
    """U+F0xx are Wingdings bullets: turning them into Thai would invent text."""
    assert repair("\uf0b7 ก") == "\u2022 ก"
    assert repair("ก\uf0b7 ก") == "ก\uf0b7 ก"


@pytest.mark.parametrize("text", ["ນ້ຳ", "ພາສາລາວ", "37°C", "30° า", "เดือน\nาน"])
def test_other_scripts_and_signs_stay_as_they_are(text: str) -> None:
    assert repair(text) == text


def test_dictionary_words_stay_as_they_are() -> None:
    changed = [word for word in words() if repair(word) != word]
    assert len(words()) > 60_000
    assert len(changed) <= 2, changed


def test_clean_sentences_stay_as_they_are() -> None:
    texts = sentences()
    assert len(set(texts)) == 1000
    assert [text for text in texts if repair(text) != text] == []


def test_clean_text_of_many_lines_stays_as_it_is() -> None:
    text = "\n".join(sentences()[:40])
    assert repair(text) == text
    assert clean(text) == arabic(text)


@given(dictionary_words())
def test_decomposed_sara_am_comes_back(word: str) -> None:
    assert repair(halves(word)) == word
    assert repair(regex.sub(f"([{TONES}]){AM}", "\u0e4d\\1\u0e32", word)) == word
    assert repair(regex.sub(f"([{TONES}]){AM}", f"{AM}\\1", word)) == word


@given(dictionary_words())
def test_swapped_and_doubled_marks_come_back(word: str) -> None:
    assert repair(regex.sub(r"([ัิ-ู็])([่-์])", r"\2\1", word)) == word
    # A word may really have two marks alike only by mistake of the dictionary; none has.
    assert repair(regex.sub(f"([{MARKS}])", r"\1\1", word)) == word


@given(dictionary_words(), st.randoms(use_true_random=False))
def test_one_space_before_a_mark_goes(word: str, random: Random) -> None:
    """Where Thai can have a mark at all: above or below a consonant, and its first mark."""
    spots = [m.start() for m in regex.finditer(rf"(?<=[ก-ฮ])(?=[{MARKS}])", word)]
    assume(spots)
    at = random.choice(spots)
    assert repair(f"{word[:at]} {word[at:]}") == word


@given(
    st.lists(dictionary_words(), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 200), st.sampled_from([" ", "swap", "\u200b"])), max_size=12),
)
def test_no_mark_is_ever_deleted(parts: list[str], damages: list[tuple[int, str]]) -> None:
    """Spaces put in anywhere and neighbouring marks swapped: the same letters come out."""
    text = list(" ".join(parts))
    for at, damage in damages:
        at %= len(text)
        if damage != "swap":
            text.insert(at, damage)
        elif at + 1 < len(text) and text[at] in MARKS and text[at + 1] in MARKS:
            text[at], text[at + 1] = text[at + 1], text[at]
    before, after = halves("".join(text)), halves(repair("".join(text)))
    # The same mark twice in a row is one; sara e twice is sara ae.
    assume(
        not regex.search(rf"([{MARKS}])\s*\1|เ[\s\u200b]*เ|{AM}[\s\u200b]*\u0e32", "".join(text))
    )
    # Of a space before sara aa a ring may have been lost: it is put back, nothing else.
    assume(not regex.search(rf"[ก-ฮ][{TONES}]?[\s\u200b]+\u0e32", "".join(text)))
    assert letters(after) == letters(before)


@given(
    st.text("\u00b0\u0e4d\u0e33 กาเแั้่ีู์๑x", max_size=14)
    | st.text("กน็์๎ฺุิ้ ่เำา\n\t\u00a0\u200b\u00e9\u0301\uf70a\u0ec9\u2013", max_size=14)
)
def test_no_step_is_waiting_where_there_is_no_sign_of_damage(text: str) -> None:
    everywhere = (regex.compile(""),)
    with patch.multiple(rules, _SIGNS=everywhere, _CAUSES=everywhere):
        always = repair(text)
    assert repair(text) == always


def letters(text: str) -> list[str]:
    return sorted(c for c in text if not c.isspace() and c != "\u200b")


ANY_TEXT = st.text(alphabet="กนทสเแโาำิีุู่้๊๋์ํฺ็ๆ ฯ1๑a\u200b\uf70a\n", max_size=25)


@given(ANY_TEXT)
def test_every_mark_of_any_text_is_still_there(text: str) -> None:
    """Even of nonsense: a kind of mark that was printed is in the repaired text, if only once."""
    before, after = halves(repair_forms(text)), halves(repair(text))
    # The ring of a sara am is all that is ever put back.
    put_back = {"\u0e4d"} if regex.search(rf"[ก-ฮ][{TONES}]? +\u0e32", joined(text)) else set()
    assert set(before) & set(MARKS) <= set(after) & set(MARKS)
    assert set(after) & set(MARKS) <= set(before) & set(MARKS) | put_back
    assert after.count("ก") == before.count("ก")


@given(ANY_TEXT | st.text(alphabet="สนกเาํุ่้ี \u0ecd\u0eb2\u0ec9\u0eb8°", max_size=15))
def test_text_repaired_once_stays_as_it_is(text: str) -> None:
    fixed = repair(text)
    assert repair(fixed) == fixed
    assert unicodedata.normalize("NFC", fixed) == fixed


def joined(text: str) -> str:
    """The text without what prints nothing."""
    return text.replace("\u200b", "")


def repair_forms(text: str) -> str:
    return "".join(PRESENTATION_FORMS.get(c, c) for c in text)


@given(
    st.lists(dictionary_words(), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 99), st.sampled_from("  \t\n\u00a0\u200b")), max_size=9),
)
def test_repaired_text_is_nfc_and_evenly_spaced(
    parts: list[str], damages: list[tuple[int, str]]
) -> None:
    text = " ".join(parts)
    for at, character in damages:
        at %= len(text)
        text = text[:at] + character + text[at:]
    fixed = repair(text)
    assert unicodedata.normalize("NFC", fixed) == fixed
    assert not set(fixed) & set("\u200b\u00a0\t")
    assert "  " not in fixed
    assert all(line == line.strip() for line in fixed.split("\n"))


@given(st.integers(0, 10**9))
def test_digits(number: int) -> None:
    assert arabic(thai(str(number))) == str(number)
    assert clean(f"ข้อ {thai(str(number))}") == f"ข้อ {number}"


def test_prose_keeps_its_letters_that_look_like_digits() -> None:
    assert clean("ข้อ O๑ และ I๑ l ○") == "ข้อ O1 และ I1 l ○"


@pytest.mark.parametrize("text", [None, "", " ", "-", " – ", "—", ".", "-\n-", "..."])
def test_what_prints_nothing_is_none(text: str | None) -> None:
    assert none_if_empty(text) is None


@pytest.mark.parametrize("text", ["0", "- ก", "ไม่มี", "00.00"])
def test_what_prints_something_is_kept(text: str) -> None:
    assert none_if_empty(text) == text


def test_squeeze() -> None:
    assert squeeze(" ก ข\n\tค ") == "กขค"


def test_bullets_of_symbol_fonts_are_what_they_show() -> None:
    assert clean("\uf0b7 จัดอบรม\n \uf0d8\tติดป้าย") == "• จัดอบรม\n➢ ติดป้าย"
    # Within a line the same signs may be letters of an old font.
    assert clean("ฝ่าย\uf0b7ะเบียน") == "ฝ่าย\uf0b7ะเบียน"
