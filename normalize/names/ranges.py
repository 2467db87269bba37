"""The codes that a range of items stands for."""

from __future__ import annotations

from normalize.codebook import code_order, items
from normalize.names.codes import Entry, readings


def last_token(entry: Entry) -> str:
    """The end of a range with the letter that it leaves out: ``E1 - 3``."""
    last = entry.last or ""
    lettered = not entry.token[:1].isdigit()
    return entry.token[:1] + last if last.isdigit() and lettered else last


def plain_range(entry: Entry) -> tuple[str, ...]:
    """What is plainly printed as a code, a range written out; nothing where nothing is.

    So an item is read in a year without a code book. A range of two letters is its two ends.
    """
    first, last = _plain(entry.token), _plain(last_token(entry))
    if first is None or last is None:
        return () if first is None else (first,)
    numbers = range(int(first[1:]), int(last[1:]) + 1)
    if first[0] != last[0] or not numbers:
        return tuple(dict.fromkeys((first, last)))
    return tuple(f"{first[0]}{n}" for n in numbers)


def _plain(token: str) -> str | None:
    """The code that a token plainly is, or ``None``."""
    return next((c for c, cost in readings(token).items() if cost <= 0.3), None)


def range_of(first: str, last: str, year: int | None) -> tuple[str, ...]:
    """The codes of a range written out, in code-book order."""
    low, high = code_order(first), code_order(last)
    book = items(year) if year is not None else {}
    return tuple(c for c in book if low <= code_order(c) <= high) or (first, last)


__all__ = ["last_token", "plain_range", "range_of"]
