"""Scores in lists of lines: a number, a name and a score, with no word that says so.

``1. การปฏิบัติหน้าที่ 88.89`` states a score because the name is the indicator's of that number, and
``I4 โปร่งใส ตรวจสอบได้ ... 81.75`` because the words are the item's; any other line states nothing.
What is one line, however it is printed, :mod:`normalize.facts.wholelines` tells; lists within
tables are read in :mod:`normalize.facts.listrows`.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import regex

from extract.model import Paragraph
from normalize.codebook import nearest_items
from normalize.facts.listlines import (
    ALL_OR_NONE,
    CODE_BEHIND,
    EQUAL_SCORE,
    EQUAL_WHOLE,
    LED_CODE,
    LINE,
    MEAN_BEHIND,
    MEAN_OF_PART,
    NAME_FIRST,
    RANGED,
    REACHED_CODE,
    SCORE,
    SCORE_FIRST,
    WHOLE_AND_PARTS,
)
from normalize.facts.listnames import COUNTED, OTHER, named_in_list, weighs
from normalize.facts.scores import Stated, level_of
from normalize.facts.wholelines import BEGINNING, POINTS, ListLine, whole_lines
from normalize.names.decode import likeness
from normalize.names.ranges import range_of
from normalize.names.said import year_said
from normalize.names.sections import only_names
from normalize.rows.items import range_indicator
from normalize.words.othernumbers import says_other_number
from normalize.words.patterns import compiled
from normalize.words.text import squeeze

# What a line of any list may look like; the first that fits tells what it is.
_LINES = (
    RANGED, LED_CODE, REACHED_CODE, CODE_BEHIND, MEAN_OF_PART, MEAN_BEHIND, NAME_FIRST,
    WHOLE_AND_PARTS, LINE,
)  # fmt: skip
# What leads from a name to its number.
_TO_NUMBER = compiled(r"\s*เท่ากับ\s*$")
_OF_YEAR = compiled(r"\s*(?:(?:ใน|ประจำ)?ปี(?:งบประมาณ)?\s*)?(?:พ\.?ศ\.?\s*)?(25[4-9][0-9])\s*$")
_MOST_WITH = 3
_END = compiled(r"([IEO])?\s?([0-9]{1,2})")
_AMID = compiled(
    rf"\s*(?P<before>[IEO]\s?[0-9]{{1,2}}\s*[.):]?\s+\D*[^\s0-9])\s+{SCORE}\s+(?P<after>[^\s0-9]\D*)",
    regex.DOTALL,
)
_LED = compiled(r"[.\u2026_\u00b7]\s*$")
_SAME = 0.95
# No report has more sections.
_SECTIONS = 20


def listed_in(paragraphs: Iterable[Paragraph], year: int | None) -> list[Stated]:
    """Scores of lines that hold nothing but number, name and score; ``year``: the assessment's."""
    found: list[Stated] = []
    head = ""
    owing = False
    lines = [*whole_lines(paragraphs)]
    equal = sum(EQUAL_SCORE.fullmatch(line.text) is not None for line in lines) >= _MOST_WITH
    # Of many items in a list that says that its numbers are scores titles may be told in short.
    coded = {m["number"] for line in lines if (m := LINE.fullmatch(line.text)) and m["number"]}
    listed = sum(number[0] in "IEO" for number in coded) >= _MOST_WITH
    for line in lines:
        match = next((m for one in _LINES if (m := one.fullmatch(line.text))), None)
        match = match or _within(line.text, year)
        match = match or (EQUAL_WHOLE.fullmatch(line.text) if equal else None)
        match = match or (ALL_OR_NONE.fullmatch(line.text) if listed else None)
        if match is None and not owing:
            match = SCORE_FIRST.fullmatch(line.text)
            match = None if match is not None and _is_section(match) else match
        # A score before a code is that of the line above where that one still owes its own.
        owing = match is None and BEGINNING.match(line.text) is not None
        if match is None:
            head = line.text if line.bold or len(line.text) < 160 else head
            continue
        code = _code_of(match, year, listed=listed)
        if says_other_number(match.string[: match.start("score")]):
            continue
        value = Decimal(match["score"])
        if code is not None and not (_of_other(head, line) or weighs(code, value, year)):
            said = year_said(head, year)
            found.append(Stated(said, level_of(code), code, value, line.source, "prose"))
    return found


def _of_other(head: str, line: ListLine) -> bool:
    """Whether the heading of a list says that its numbers are no scores.

    Who answered is told before scores that call themselves so, too.
    """
    head = squeeze(head)
    return OTHER.search(COUNTED.sub("", head) if POINTS in line.text else head) is not None


def _code_of(match: regex.Match[str], year: int | None, *, listed: bool) -> str | None:
    """What a line scores; ``listed``: it is one of many that name items."""
    if match.re is not RANGED:
        name = _TO_NUMBER.sub("", match["name"]) if match["number"] else match["name"]
        said = _OF_YEAR.search(name) if not match["number"] else None
        if said is not None and int(said[1]) == year:
            # "ผลคะแนน ITA ปี 2567 : 96.06 คะแนน"
            name = name[: said.start()]
        return named_in_list(match["number"], name, year, listed and _says_score(match))
    (letter, first), (other, last) = _END.findall(match["range"])
    if year is None or other not in ("", letter):
        return None
    code = range_indicator(range_of(f"{letter}{first}", f"{letter}{last}", year), year)
    return code if code is not None and only_names(match["name"], code) else None


def _says_score(match: regex.Match[str]) -> bool:
    """Whether dots lead to the number of a line, or its unit is points."""
    led = _LED.search(match.string[: match.start("score")]) is not None
    return led or POINTS in match.string[match.end("score") :]


def _is_section(match: regex.Match[str]) -> bool:
    """Whether what stands first is the number of a section: ``3.10 ตัวชี้วัดที่ 10 ...``."""
    whole, _, part = match["score"].partition(".")
    if match["number"] is None or int(whole) > _SECTIONS:
        return False
    return part.lstrip("0") == match["number"].lstrip("IEO 0")


def _within(text: str, year: int | None) -> regex.Match[str] | None:
    """A line whose score stands at the end of the first of its printed lines, its title around it.

    The words before and behind the number are the item's title and nothing else.
    """
    parts = _AMID.fullmatch(text)
    if parts is None:
        return None
    match = LINE.fullmatch(f"{parts['before']}{parts['after']} {parts['score']}")
    code = named_in_list(match["number"], match["name"], year) if match is not None else None
    item = nearest_items(year).get(code) if code is not None else None
    if match is None or item is None or len(squeeze(match["name"])) > len(squeeze(item.title_th)):
        return None
    return match if likeness(match["name"], item.title_th) >= _SAME else None
