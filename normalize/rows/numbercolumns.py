"""What the numbers of a column are: scores, differences, shares of work done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extract.model import Cell
from normalize.rows.celllooks import is_decimal, is_signed, tells_thing
from normalize.rows.columns import Column
from normalize.words.othernumbers import says_other_number
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

# A share, and words that say that it is one of points.
_A_SHARE = compiled("ร้อยละ|เปอร์เซ็นต์|เปอร์เซนต์|%")
_OF_POINTS = compiled("คะแนน|ITA|ประเมิน")
_EXACT = compiled(r"[0-9]{1,2}\.(?!00)[0-9]{2}")


def share(cells: Sequence[Cell], test: Callable[[str], bool]) -> float:
    """The share of cells whose text passes a test."""
    return sum(1 for c in cells if test(clean(c.text))) / len(cells) if cells else 0.0


_LAST_YEAR = compiled(r"ปี\s*(?:ก่อน|ที่ผ่านมา|ที่แล้ว)")
_BEHIND = compiled(r"\s*[(\[][^()\[\]]*[)\]]\s*$")


def called_else(column: Column) -> bool:
    """Whether a header calls its scores something else than what was reached.

    In a plan those of "last year" are the ones of the assessment.
    """
    if column.role != "score" or _LAST_YEAR.search(column.header):
        return False
    return says_other_number(_BEHIND.sub("", clean(column.header)))


def is_difference(role: str, said: Sequence[Cell]) -> bool:
    """Whether numbers are differences: with their signs, or where words should tell what lacks.

    ``ช่องว่าง`` heads how far a score is from its target as well as what is weak.
    """
    if role == "score":
        return len(said) > 1 and share(said, is_signed) >= 0.7
    return bool(said) and all(is_signed(t) or is_decimal(t) for t in (clean(c.text) for c in said))


def is_success(column: Column, said: Sequence[Cell], others: Sequence[Column]) -> bool:
    """Whether what tells success (``ตัวชี้วัดความสำเร็จ``) is a thing to come out, and no number."""
    named = "ความสำเร็จ" in column.header and all(o.role != "output" for o in others)
    return named and share(said, tells_thing) >= 0.7


def is_progress(column: Column, others: Sequence[Column]) -> bool:
    """Whether a share that is not said to be of points tells how much of a measure is done."""
    beside, plain = {o.role for o in others}, squeeze(column.header)
    followed = "measure" in beside and not beside.isdisjoint(("result", "status"))
    return followed and bool(_A_SHARE.search(plain)) and not _OF_POINTS.search(plain)


def are_exact(said: Sequence[Cell]) -> bool:
    """Whether numbers are told to the second decimal, as scores are and shares of work done not."""
    return len(said) > 1 and share(said, lambda t: _EXACT.fullmatch(t) is not None) >= 0.7


__all__ = [
    "are_exact",
    "called_else",
    "is_difference",
    "is_progress",
    "is_success",
    "share",
]
