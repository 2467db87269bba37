"""Names of one instrument, or of the whole, alone: ``แบบวัด EIT ภายนอก``, ``การเปิดเผยข้อมูล (OIT)``.

The letters tell which; the words beside them, whose answers it is made of. One vocabulary serves
every place that states scores under such names (boxes, summaries, lines of lists).
"""

from __future__ import annotations

from normalize.names.codes import entries_of
from normalize.names.sections import TOOLS
from normalize.names.titles import known_title
from normalize.names.whole import names_whole
from normalize.words.patterns import compiled
from normalize.words.text import remembered, squeeze

#: The letters of an instrument, wherever they stand.
LETTERS = compiled(r"(?<![A-Za-z])[IEO]IT(?![A-Za-z])")
_ASKS = (
    r"(?:แบบ(?:วัด|ตรวจ)|การ(?:วัด|ตรวจ|สำรวจ))?(?:การรับรู้(?:ของ)?)?"
    r"(?:(?:ผู้มีส่วนได้(?:ส่วน)?เสีย|บุคลากร|ผู้รับบริการ)?ภาย(?:ใน|นอก)|(?:การ)?เปิดเผยข้อมูล(?:สาธารณะ)?)"
)
_NAME = compiled(
    rf"(?:ผล)?(?:คะแนน)?(?:เฉลี่ย)?(?:ของ)?(?:{TOOLS})?(?:{_ASKS})?"
    rf"\(?(?P<code>[IEO]IT)\)?[:\u2013-]?(?:\({_ASKS}\)|{_ASKS})?"
)


@remembered
def instrument_alone(text: str) -> str | None:
    """The instrument that a text names and says nothing else of; ``None`` for other texts."""
    match = _NAME.fullmatch(squeeze(text))
    return match["code"] if match is not None else None


def assessed_alone(text: str) -> str | None:
    """The instrument that a text names and nothing else, or ``ITA`` for the whole."""
    return instrument_alone(text) or ("ITA" if names_whole(text) else None)


def item_behind(text: str) -> bool:
    """Whether an item with its title stands behind its instrument's name.

    The head of a table and its first row may be in one cell, where tables stand abreast.
    """
    match = LETTERS.search(text)
    entries = entries_of(text[match.end() :].lstrip(" )\n")) if match else []
    return any(known_title(entry.question) for entry in entries)


__all__ = ["LETTERS", "assessed_alone", "instrument_alone", "item_behind"]
