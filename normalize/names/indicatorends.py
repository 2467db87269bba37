"""Whether words end with an indicator, number and title: what comes next is said of it."""

from __future__ import annotations

from normalize.names.sections import indicator_titles
from normalize.words.patterns import compiled
from normalize.words.text import squeeze

_ITS_NUMBER = compiled(r"(?<![0-9.])(?:10|[1-9])(?:\.[1-9])?[.):]?$")


def ends_with_indicator(text: str) -> bool:
    """Whether a text ends with the number and the title of an indicator."""
    plain = squeeze(text)
    return any(
        plain.endswith(title) and _ITS_NUMBER.search(_before(text, len(title))) is not None
        for _, title in indicator_titles()
    )


def _before(text: str, letters: int) -> str:
    """A text without so many letters of its end, white space not counted."""
    at = len(text)
    while letters and at:
        at -= 1
        letters -= not text[at].isspace()
    return text[:at].rstrip()
