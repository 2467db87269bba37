"""Whether words end with an indicator, number and title: what comes next is said of it."""

from __future__ import annotations

from functools import cache

from normalize.codebook import book_years, indicators
from normalize.words.patterns import compiled
from normalize.words.text import squeeze

_ITS_NUMBER = compiled(r"(?<![0-9.])(?:10|[1-9])(?:\.[1-9])?[.):]?$")


@cache
def _titles() -> tuple[str, ...]:
    """The titles of all indicators of all books without white space, no repeats."""
    return tuple({squeeze(i.title_th): None for y in book_years() for i in indicators(y).values()})


def ends_with_indicator(text: str) -> bool:
    """Whether a text ends with the number and the title of an indicator."""
    plain = squeeze(text)
    return any(
        plain.endswith(title) and _ITS_NUMBER.search(_before(text, len(title))) is not None
        for title in _titles()
    )


def _before(text: str, letters: int) -> str:
    """A text without so many letters of its end, white space not counted."""
    at = len(text)
    while letters and at:
        at -= 1
        letters -= not text[at].isspace()
    return text[:at].rstrip()
