"""Pages that paint no space at all."""

from __future__ import annotations

from extract.content import Content
from extract.wordgaps import with_word_gaps
from tests.extract.pages import LETTER, SIZE, glyphs


def page(*words: str, gap: float) -> Content:
    """Words side by side, ``gap`` (sizes of the type) apart."""
    content = Content(600, 800)
    x = 50.0
    for word in words:
        content.glyphs += glyphs(word, x, 100, len(content.glyphs))
        x += LETTER * len(word) + gap * SIZE
    return content


def text(content: Content) -> str:
    with_word_gaps(content)
    assert [g.order for g in content.glyphs] == list(range(len(content.glyphs)))
    return "".join(g.text for g in content.glyphs)


WORDS = ["กขคงจช"] * 12


def test_a_gap_between_words_is_a_space() -> None:
    assert text(page(*WORDS, gap=0.2)) == " ".join(WORDS)


def test_letters_that_are_kerned_are_one_word() -> None:
    assert text(page(*WORDS, gap=0.08)) == "".join(WORDS)


def test_columns_stay_columns() -> None:
    assert text(page(*WORDS, gap=1.5)) == "".join(WORDS)


def test_a_page_with_spaces_has_all_of_its_spaces() -> None:
    words = ["กข คงจช"] * 12
    assert text(page(*words, gap=0.2)) == "".join(words)


def test_a_page_with_few_letters_is_left_as_it_is() -> None:
    assert text(page("กขค", "งจช", gap=0.2)) == "กขคงจช"
