"""A table's columns and what each is for; :mod:`normalize.rows.roles` finds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

_YEAR = compiled(r"(?<![0-9])(25[5-9][0-9])(?![0-9])")

_YEAR_ALONE = compiled(
    r"(?:คะแนน)?(?:ปี)?(?:งบประมาณ|งบฯ)?(?:พ\.?ศ\.?)?((?:25)?[5-7][0-9])(?:\(?(?:คะแนน|ร้อยละ)\)?)?"
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column's role (a ``meaning`` of headers.csv, or ``None``), header text and stated year.

    ``code``: the column holds scores of this one code (a column headed ``IIT``).
    """

    role: str | None
    header: str
    year: int | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """The roles of a table's columns and how many first rows are its header."""

    columns: tuple[Column, ...]
    header_rows: int

    def where(self, *roles: str) -> tuple[int, ...]:
        """Positions of the columns with one of these roles, left to right."""
        return tuple(i for i, c in enumerate(self.columns) if c.role in roles)

    def role_at(self, position: int) -> str | None:
        """The role of the column at a position, where there is one."""
        return self.columns[position].role if 0 <= position < len(self.columns) else None

    @property
    def known(self) -> int:
        return sum(c.role is not None for c in self.columns)


def lists_beside(roles: Sequence[str | None]) -> list[range]:
    """The columns of each list that a grid holds beside each other; one range where it is one.

    Each list begins with a column of codes (or items), or with a running number before it.
    """
    lead = next((r for r in ("code", "item", "indicator") if roles.count(r) >= 2), None)
    # A number and its name are two columns of one list.
    starts = [
        i
        for i, r in enumerate(roles)
        if lead is not None and r == lead and r not in roles[i - 1 : i]
    ]
    starts = [max(0, s - 1) if s and roles[s - 1] == "number" else s for s in starts]
    bounds = [0, *starts[1:], len(roles)]
    return [range(a, b) for a, b in pairwise(bounds)]


_SHORT_YEAR = compiled(r"ปี\s*(?:งบประมาณ)?\s*(?:พ\.?ศ\.?)?\s*([5-7][0-9])(?![0-9])")


def year_in(text: str) -> int | None:
    """The year a header names, in four digits or two (``ปี 67``)."""
    match = _YEAR.search(text)
    if match:
        return int(match.group(1))
    short = _SHORT_YEAR.search(text)
    return 2500 + int(short.group(1)) if short else None


def year_alone(text: str) -> int | None:
    """The year that a text is, in four digits or in two, and says nothing besides."""
    match = _YEAR_ALONE.fullmatch(squeeze(clean(text)))
    return None if match is None else 2500 + int(match[1][-2:])


_LEVEL = compiled(
    "(?:คะแนน|^ผล|^(?:ค่า)?เฉลี่ย)(?:ราย|ของ|เฉลี่ย|รวม)*(?:(?P<sub>ตัวชี้วัดย่อย)|(?P<indicator>ตัวชี้วัด)|เครื่องมือ|แบบวัด)"
    "|^(?:ราย|แยกตาม|ตาม|แต่ละ)(?:(?P<sub>ตัวชี้วัดย่อย)|(?P<indicator>ตัวชี้วัด)|เครื่องมือ|แบบวัด)$"
)


def level_said(header: str) -> str | None:
    """The level whose scores a column's header says it holds, where it names one."""
    plain = squeeze(header)
    match = _LEVEL.search(plain)
    if match is None:
        return None
    return "subindicator" if match["sub"] else "indicator" if match["indicator"] else "instrument"
