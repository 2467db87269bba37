"""Indicators of items in years without a code book, from the book of the year that asked the same.

A report that prints every item of an instrument by the codes of another year's book and no others,
and those that it prints in words in the same words, has its items under the same indicators.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from normalize.codebook import book_years, items, nearest_book
from normalize.names.decode import likeness
from normalize.rows.items import CodedBody, indicators_shown

# A question this like a title of another year's book asks the same.
_SAME_WORDS = 0.9
# A list of all codes may leave out the titles; so many that are printed are no accident.
_TITLES = 2


def indicators_borrowed(bodies: Iterable[CodedBody], year: int | None) -> dict[str, str]:
    """The indicator by item code, of instruments whose items are all those of the nearest book.

    Empty for years with a book of their own, and where the report shows an item elsewhere.
    """
    if year is None or year in book_years():
        return {}
    bodies = list(bodies)
    book = items(nearest_book(year))
    asked = _asked(bodies)
    found: dict[str, str] = {}
    for letter in sorted({code[:1] for code in asked}):
        own = {code for code in book if code.startswith(letter)}
        printed = {code for code in asked if code.startswith(letter)}
        titled = [code for code in printed if asked[code]]
        same = all(_same(asked[code], book[code].title_th) for code in titled if code in own)
        if own == printed and same and len(titled) >= min(_TITLES, len(own)):
            found |= {code: book[code].indicator for code in own}
    shown = indicators_shown(bodies)
    return {} if any(shown.get(code, own) != own for code, own in found.items()) else found


def _asked(bodies: Iterable[CodedBody]) -> dict[str, set[str]]:
    """The questions printed with each item's code."""
    asked: dict[str, set[str]] = defaultdict(set)
    for coded in bodies:
        for entries in coded.entries.values():
            for entry in entries:
                for code in entry.codes:
                    asked[code] |= {entry.entry.question} - {""} if len(entry.codes) == 1 else set()
    return dict(asked)


def _same(questions: Iterable[str], title: str) -> bool:
    """Whether an item's title is printed somewhere as the book has it."""
    return any(likeness(question, title) >= _SAME_WORDS for question in questions)


__all__ = ["indicators_borrowed"]
