"""What pictures teach of the glyphs of a font, and when the file is believed all the same."""

from __future__ import annotations

from typing import Any, cast

import pytest
from pdfminer.pdffont import PDFFont

from extract.content import Glyph
from extract.fonts.fontfacts import FontFacts
from extract.fonts.fontshelf import FontShelf
from extract.fonts.glyphnames import REPLACEMENT
from extract.fonts.lessons import TOLD, Lessons
from extract.fonts.outlines import Drawing
from extract.fonts.votes import Lesson, Votes


class Font:
    """A font of which only how wide its glyphs are is ever asked."""

    def char_width(self, code: int) -> float:
        return 0.0 if code >= 90 else 0.5


FONT = cast("PDFFont", Font())


class Shelf(FontShelf):
    """A shelf with one font; ``highs``: how high its glyphs are drawn, ``keys`` their outlines."""

    def __init__(
        self, highs: dict[int, float] | None = None, keys: dict[int, bytes] | None = None
    ) -> None:
        super().__init__()
        self.highs, self.keys = highs or {}, keys or {}

    def facts(self, font: PDFFont) -> FontFacts:
        def drawing(code: int, high: float) -> Drawing:
            key = self.keys.get(code, bytes([code]))
            return Drawing(0.0, high, code, lambda: (key, False))

        drawings = {code: drawing(code, high) for code, high in self.highs.items()}
        return FontFacts({}, {}, cast("Any", object()), None, drawings)


def told(read: dict[tuple[int, str], str], shelf: FontShelf, times: int = 3) -> dict[int, Lesson]:
    """What is told where glyphs (code, what the file says) were read ``times`` as something."""
    lessons = Lessons()
    plain, _ = shelf.settled.setdefault(FONT, ({}, {}))
    for (code, claimed), text in read.items():
        plain[code] = claimed
        glyph = Glyph(FONT, code, claimed, 0, 0, 5, 10, 0, 0, None, False, claimed)
        lessons.vote([(glyph, text, 0.99)] * times)
    return {code: lesson for (_, code), lesson in lessons.tell(shelf).items()}


def test_a_garbled_map_is_told_by_what_is_read() -> None:
    shelf = Shelf()
    found = told({(1, "!"): "ต", (2, "?"): "ั", (3, "/"): "ว", (4, "5"): "5"}, shelf)
    assert {code: lesson.text for code, lesson in found.items()} == {
        1: "ต", 2: "ั", 3: "ว", 4: "5",
    }  # fmt: skip
    assert FONT in shelf.disbelieved
    assert shelf.settled[FONT][1][1, False] == ("ต", TOLD)


def test_a_map_that_tells_the_truth_is_left_alone() -> None:
    shelf = Shelf()
    assert not told({(1, "ต"): "ต", (2, "ั"): "ั", (3, "O"): "0", (4, "ว"): "ว", (5, "S"): "s",
                     (6, "ก"): "ก"}, shelf)  # fmt: skip
    assert not shelf.disbelieved


def test_a_single_wrong_letter_of_an_honest_font_is_told_where_it_is_clear() -> None:
    honest = {(n, letter): letter for n, letter in enumerate("กขคงจชดตถ", 10)}
    assert {c: x.text for c, x in told({**honest, (1, "/"): "ร"}, Shelf()).items()} == {1: "ร"}
    assert not told({**honest, (1, "/"): "ร"}, Shelf(), times=2), "seen twice is not clear"
    assert not told({**honest, (1, "0"): "๐"}, Shelf()), "digits have their doubles"


def test_glyphs_that_nothing_tells_have_no_text_in_a_font_that_lies() -> None:
    shelf = Shelf()
    shelf.settled[FONT] = ({7: "&"}, {})
    told({(1, "!"): "ต", (2, "?"): "ั"}, shelf)
    assert shelf.settled[FONT][1][7, False] == (REPLACEMENT, None)


def test_arrows_that_nobody_can_read_are_what_the_file_says() -> None:
    assert not told({(1, "↑"): "1", (2, "ก"): "ก"}, Shelf())


def test_an_arrow_of_a_font_that_lies_is_none() -> None:
    found = told({(1, "✔"): "ก", (2, "!"): "ต", (3, "?"): "ั"}, Shelf())
    assert found[1].text == "ก"


@pytest.mark.parametrize(("high", "text"), [(0.7, "O"), (0.5, "o")])
def test_whether_a_letter_is_a_capital_is_told_by_how_high_it_is(high: float, text: str) -> None:
    shelf = Shelf({1: 0.72, 2: 0.72, 3: high})
    found = told({(1, "!"): "1", (2, '"'): "T", (3, "#"): "o"}, shelf)
    assert found[3].text == text


def test_a_point_is_no_digit_whatever_is_read_there() -> None:
    shelf = Shelf({1: 0.72, 2: 0.13, 3: 0.13, 4: 0.72})
    found = told({(1, "!"): "1", (2, '"'): "๑", (3, "#"): ".", (4, "$"): ","}, shelf)
    assert {code: lesson.text for code, lesson in found.items()} == {1: "1", 3: "."}


def test_readings_that_do_not_fit_the_drawing_have_no_vote() -> None:
    shelf = Shelf({1: 0.72, 2: 0.13})
    glyph = Glyph(FONT, 2, "!", 0, 0, 5, 10, 0, 0, None, False, "!")
    lessons = Lessons()
    lessons.vote([(glyph, ".", 0.99)] * 3 + [(glyph, "๑", 0.99)])
    assert [lesson.text for lesson in lessons.tell(shelf).values()] == ["."]


def test_a_mark_that_a_font_raised_is_the_mark_it_is_drawn_as() -> None:
    shelf = Shelf({1: 0.6, 91: 0.9, 92: 0.95}, {91: b"tho", 92: b"tho"})
    shelf.settled[FONT] = ({92: "$"}, {})
    found = told({(1, "!"): "ต", (91, "?"): "้"}, shelf)
    assert found[92].text == "้"


def votes(read: dict[str, float], blank: int = 0, claimed: str = REPLACEMENT) -> Votes:
    found = Votes()
    for text, times in read.items():
        for _ in range(int(times)):
            found.add(text, 0.97, claimed)
    found.blank = blank
    return found


@pytest.mark.parametrize(
    ("given", "drawn", "text"),
    [
        pytest.param(votes({"3": 8, "8": 1}), True, None, id="too few for a digit"),
        pytest.param(votes({"ก": 8, "ภ": 1}), True, "ก", id="but not for a letter"),
        pytest.param(votes({"3": 8, "ฐ": 1}, claimed="3"), True, "3", id="two witnesses"),
        pytest.param(votes({"3": 1}), True, None, id="a digit seen once"),
        pytest.param(votes({"ก": 1}), True, "ก", id="a letter seen once"),
        pytest.param(votes({}, blank=3), None, " ", id="nothing is ever read there"),
        pytest.param(votes({}, blank=3), True, None, id="something is drawn there"),
        pytest.param(votes({",": 1}, blank=9), False, " ", id="nothing is drawn there"),
        pytest.param(votes({".": 5}, blank=90), None, ".", id="points of a dotted line"),
        pytest.param(votes({"-": 3}, claimed="–"), True, "–", id="which dash says the file"),
    ],
)
def test_what_most_votes_say(given: Votes, drawn: bool | None, text: str | None) -> None:
    lesson = given.lesson(drawn)
    assert (lesson.text if lesson else None) == text
