"""The years a title names, in whatever way it writes them."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from normalize.words.patterns import compiled

# ``25 67`` is a year torn in two; a reader of Thai digits prints it often.
_FULL = r"(25\s?[4-9]\s?[0-9])(?![0-9])"
_WORD = r"(?:ปี\s*(?:งบประมาณ)?\s*(?:พ\s?\.?\s?ศ\s?\.?)?|พ\s?\.\s?ศ\s?\.?)"
_YEAR = compiled(rf"{_WORD}\s*{_FULL}")
_ANY_YEAR = compiled(r"(?<![0-9])(25[4-9][0-9])(?![0-9])")
_SHORT = compiled(rf"(?:{_WORD}|FY)\s*['’]?([5-7][0-9])(?![0-9]|[.,/:][0-9]|\s*%)")
_COMMON = compiled(r"(?:FY|ค\s?\.\s?ศ\s?\.?|ปี|[Yy]ear)\s*(20[0-4][0-9])(?![0-9])")

_COMPARED = compiled(
    r"(25[4-9][0-9])\s*(?:กับ|และ|เทียบกับ|-|–)\s*(?:ปี\s*)?(?:งบประมาณ)?\s*(?:พ\s?\.?\s?ศ\s?\.?)?\s*(25[4-9][0-9])"
)
# The year that measures are for is none of those compared.
_PLANNED = compiled(rf"(?:มาตรการ|แผน|แนวทาง)[^0-9\n]{{0,60}}?{_WORD}\s*(25[4-9][0-9])")
_OF_ASSESSMENT = compiled(
    rf"การประเมิน(?:(?!มาตรการ|แผน|25[4-9][0-9]).){{0,120}}?{_WORD}\s*(25[4-9][0-9])", regex.DOTALL
)


def names_year(title: str) -> bool:
    """Whether a title names a year as one (``ปีงบประมาณ พ.ศ. 2567``)."""
    return _YEAR.search(title) is not None


# "ก. เปรียบเทียบผลการประเมินสองปี" heads a section, whatever the report is.
_SECTION = compiled(r"^\s*(?:[\u0e01-\u0e2e]|[0-9\u0e50-\u0e59]{1,2})\s*[.)]\s.*$", regex.M)


def title_years(title: str) -> tuple[int, ...]:
    """The years of a title as it prints them; of two years compared, the later first.

    Short years (``ปี 67``) and those of the Common Era (``FY2024``) count where no other is named.
    """
    found = [int(regex.sub(r"\s", "", y)) for y in _YEAR.findall(title)]
    found = found or [int(y) for y in _ANY_YEAR.findall(title)]
    found = found or [2500 + int(y) for y in _SHORT.findall(title)]
    found = found or [int(y) + 543 for y in _COMMON.findall(title)]
    compared = _COMPARED.search(title)
    compares = "เปรียบเทียบ" in _SECTION.sub("", title)
    before = title.partition("เปรียบเทียบ")[0]
    own = [int(y) for y in _ANY_YEAR.findall(before)]
    if compared and compares and max(own, default=0) > max(map(int, compared.groups())):
        # "... ประจำปี 2567 พร้อมข้อมูลเปรียบเทียบ ปี 2565 และปี 2566": what it is beside.
        return tuple(dict.fromkeys(own))
    if compared and compares:
        found = [max(int(y) for y in compared.groups())]
    elif compares and found == sorted(found):
        planned = [int(y) for y in _PLANNED.findall(title)]
        own = [y for y in found if y not in planned]
        found = [*own[-1:], *(y for y in planned if own and y > own[-1])] or found[-1:]
    return tuple(dict.fromkeys(found))


def assessment_first(title: str, years: Sequence[int]) -> tuple[int, ...]:
    """A plan's years with that of the assessment it was drawn from before its own."""
    named = _OF_ASSESSMENT.search(title)
    if named is None:
        return tuple(years)
    year = int(named.group(1))
    return (year, *(y for y in years if y != year)) if max(years) > year else tuple(years)
