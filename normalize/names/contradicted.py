"""Codes decided on that what is printed beside them speaks against."""

from __future__ import annotations

from collections.abc import Iterable

from normalize.codebook import items
from normalize.names.codes import readings
from normalize.names.decode import likeness
from normalize.names.sections import indicator_titles
from normalize.words.text import squeeze

# A question this like a title of the book asks the same; one this long and so like it is it.
_SAME_WORDS, _LONG, _VERY = 0.9, 16, 0.97


def is_unknown(token: str, code: str, question: str, year: int | None) -> bool:
    """Whether a plainly printed code is none of the year's, and the question does not tell which.

    ``I26`` in a year of twelve is no item that could be named.
    """
    printed = [c for c, cost in readings(token).items() if cost == 0.0]
    if not printed or printed[0] == code or year is None:
        return False
    item = items(year).get(code)
    return item is None or likeness(question, item.title_th) < 0.8


def is_of_another(question: str, code: str, year: int | None) -> bool:
    """Whether a question is the very title of another item than the one decided on.

    What was printed as its code says otherwise, then, and neither can be believed.
    """
    book = items(year) if year is not None else {}
    if len(squeeze(question)) < _LONG or likeness(question, book[code].title_th) >= _SAME_WORDS:
        return False
    return any(likeness(question, item.title_th) >= _VERY for item in book.values())


def is_called_another(texts: Iterable[str], code: str) -> bool:
    """Whether the number of a part stands with the very name of another one only.

    Two lists abreast, ``การปฏิบัติหน้าที่ | 93.97 | ตัวชี้วัดที่ 6``: neither can be believed.
    """
    said = {squeeze(text) for text in texts}
    named = {own.partition(".")[0] for own, title in indicator_titles() if title in said}
    return bool(named) and code.partition(".")[0] not in named


__all__ = ["is_called_another", "is_of_another", "is_unknown"]
