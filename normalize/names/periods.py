"""The time a progress report is of, by its title or the lines right below that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import takewhile

import regex

from normalize.words.patterns import compiled
from normalize.words.values import find_period, fiscal_period

# A line that names a time and says nothing else is shorter than this, in letters.
_SHORT = 100
_TIME = compiled(
    r"\s*[(\[]?\s*(?:ประจำ|สำหรับ|ใน)?\s*(?:รอบ|ระหว่าง|ตั้งแต่|ช่วง|งวด|ห้วง|ไตรมาส|ระยะเวลา|ครั้งที่|ปีงบ)"
)
# The months of a round in brackets, before a text that begins in the same paragraph.
_ROUND = compiled(r"\s*(?:ประจำ|สำหรับ)?\s*รอบ[^()]{0,30}\([^()]*\)(?=\s)")


def period_of(head: str, lines: Sequence[str], years: Sequence[int]) -> tuple[str, str] | None:
    """The reporting period, first and last day.

    Args:
        head: the title.
        lines: those at the top of the report.
        years: the fiscal years that the title names.
    """
    return _period(head, years) or _period(_named_below(lines, head), years)


def _named_below(lines: Sequence[str], head: str) -> str:
    """The lines right below a title that name the time it is of; they may be set like the text."""
    last = head.split("\n")[-1]
    below = list(lines[lines.index(last) + 1 :]) if last in lines else []
    below = [m.group() if (m := _ROUND.match(line)) else line for line in below]
    return "\n".join(takewhile(lambda line: _names_time(line), below))


def _names_time(line: str) -> bool:
    return len(line) < _SHORT and bool(_TIME.match(line) or find_period(line))


def _period(title: str, years: Sequence[int]) -> tuple[str, str] | None:
    found = find_period(title.replace("\n", " "))
    if found is not None:
        return found
    match = regex.search(
        r"รอบ\s*(?:การรายงาน)?\s*(?:ที่\s*)?(?:(1|2)(?!\s*เดือน|[0-9])|6\s*เดือน\s*(แรก|หลัง)?|12\s*เดือน)",
        title,
    )
    if match is None or not years:
        return None
    year = years[0]
    if match.group(1):
        return fiscal_period(year, int(match.group(1)))
    if match.group(2) is not None or regex.search(r"6\s*เดือน", match.group()):
        return fiscal_period(year, 2 if match.group(2) == "หลัง" else 1)
    return fiscal_period(year, 1)[0], fiscal_period(year, 2)[1]


def fiscal_year_of(day: str) -> int:
    """The fiscal year (Buddhist Era) that a day is in."""
    end = date.fromisoformat(day)
    return end.year + 543 + (1 if end.month >= 10 else 0)


__all__ = ["fiscal_year_of", "period_of"]
