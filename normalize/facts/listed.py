"""Scores in lists of lines: a number, a name and a score, with no word that says so.

``1. การปฏิบัติหน้าที่ 88.89`` states a score because the name is the indicator's of that number, and
``I4 โปร่งใส ตรวจสอบได้ ... 81.75`` because the words are the item's; any other line states nothing.
A name that runs on in the next lines has its score at their end; a line of several names and scores
is as many lines. Lists within tables are read in :mod:`normalize.facts.listrows`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import regex

from extract.model import Paragraph
from extract.text.lines import join_text
from normalize.codebook import nearest_items
from normalize.facts.listlines import (
    ALL_OR_NONE,
    EQUAL_SCORE,
    EQUAL_WHOLE,
    LEADER,
    LED_CODE,
    LINE,
    MEAN_OF_PART,
    NAME_FIRST,
    RANGED,
    SCORE,
    SCORE_FIRST,
    WHOLE_AND_PARTS,
)
from normalize.facts.listnames import OTHER, named_in_list, weighs
from normalize.facts.scores import Stated, level_of
from normalize.model import Source
from normalize.names.decode import likeness
from normalize.names.ranges import range_of
from normalize.names.said import year_said
from normalize.names.sections import only_names
from normalize.rows.items import range_indicator
from normalize.words.othernumbers import says_other_number
from normalize.words.text import clean, squeeze

_MOST_WITH = 3
_END = regex.compile(r"([IEO])?\s?([0-9]{1,2})")
_AMID = regex.compile(
    rf"\s*(?P<before>[IEO]\s?[0-9]{{1,2}}\s*[.):]?\s+\D*[^\s0-9])\s+{SCORE}\s+(?P<after>[^\s0-9]\D*)",
    regex.DOTALL,
)
# What a line of a list begins with: a code, an indicator with its number or an instrument.
_BEGINS = (
    r"(?:[-\u2013\u2022]\s*)?"
    r"(?:(?:ข้อ(?:ที่)?\s*)?[IEO]\s?[0-9]{1,2}(?![0-9])|ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?\s*[0-9]|แบบวัด)"
)
#: The beginning of such a line.
BEGINNING = regex.compile(rf"\s*{_BEGINS}")
_NEXT = regex.compile(
    rf"(?<={LEADER}[0-9]{{1,3}}\.[0-9]{{2}})\s+(?={_BEGINS})"
    rf"|(?<={LEADER}[0-9]{{1,3}}\.[0-9]{{2}}\s?คะแนน)\s*(?={_BEGINS})"
)
_NEXT_PLAIN = regex.compile(rf"(?<=\s[0-9]{{1,3}}\.[0-9]{{2}})\s+(?={_BEGINS})")
_TWO_DECIMALS = regex.compile(r"(?<![0-9.])[0-9]{1,3}\.[0-9]{2}(?![0-9])")
# Names (t) each with its number below (n), some with it in the same line (s).
_NAMES_FIRST = regex.compile("(?:s*tn){2,}s*|s+tns*|s*tns+")
_LED = regex.compile(r"[.\u2026_\u00b7]\s*$")
_LED_UP = regex.compile(r"[.\u2026_\u00b7]{2}\s*$|\u2026\s*$")
_ENDED = regex.compile(rf"{LEADER}[0-9][0-9.,]*\s*$")
_POINTS = "คะแนน"
_SAME = 0.95
# A name runs over this many further lines at most.
_FURTHER = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a list; ``text`` is cleaned, ``source`` where it begins."""

    text: str
    source: Source
    bold: bool = False


def listed_in(paragraphs: Iterable[Paragraph], year: int | None) -> list[Stated]:
    """Scores of lines that hold nothing but number, name and score; ``year``: the assessment's."""
    found: list[Stated] = []
    head = ""
    owing = False
    lines = [*_whole_lines(paragraphs)]
    equal = sum(EQUAL_SCORE.fullmatch(line.text) is not None for line in lines) >= _MOST_WITH
    # Of many items in a list that says that its numbers are scores titles may be told in short.
    coded = {m["number"] for line in lines if (m := LINE.fullmatch(line.text)) and m["number"]}
    listed = sum(number[0] in "IEO" for number in coded) >= _MOST_WITH
    for line in lines:
        match = RANGED.fullmatch(line.text) or LED_CODE.fullmatch(line.text)
        match = match or MEAN_OF_PART.fullmatch(line.text) or NAME_FIRST.fullmatch(line.text)
        match = match or WHOLE_AND_PARTS.fullmatch(line.text) or LINE.fullmatch(line.text)
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
        if code is not None and not (OTHER.search(squeeze(head)) or weighs(code, value, year)):
            said = year_said(head, year)
            found.append(Stated(said, level_of(code), code, value, line.source, "prose"))
    return found


def _code_of(match: regex.Match[str], year: int | None, *, listed: bool) -> str | None:
    """What a line scores; ``listed``: it is one of many that name items."""
    if match.re is not RANGED:
        return named_in_list(match["number"], match["name"], year, listed and _says_score(match))
    (letter, first), (other, last) = _END.findall(match["range"])
    if year is None or other not in ("", letter):
        return None
    code = range_indicator(range_of(f"{letter}{first}", f"{letter}{last}", year), year)
    return code if code is not None and only_names(match["name"], code) else None


def _says_score(match: regex.Match[str]) -> bool:
    """Whether dots lead to the number of a line, or its unit is points."""
    led = _LED.search(match.string[: match.start("score")]) is not None
    return led or _POINTS in match.string[match.end("score") :]


def _is_section(match: regex.Match[str]) -> bool:
    """Whether what stands first is the number of a section: ``3.10 ตัวชี้วัดที่ 10 ...``."""
    part = match["score"].partition(".")[2]
    return match["number"] is not None and part.lstrip("0") == match["number"].lstrip("IEO 0")


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


def _whole_lines(paragraphs: Iterable[Paragraph]) -> Iterator[_Line]:
    """The lines of lists, each with all of its name and its score."""
    held: list[_Line] = []
    owing = False
    for line in _with_numbers_below(list(_lines(paragraphs))):
        ended = held and _ENDED.search(held[-1].text) and line.text.strip() != _POINTS
        if _complete(line) or ended:
            yield from held
            held, owing = [], False
        joined = _joined([*held, line], owing) if held else None
        if joined is not None and LINE.fullmatch(joined.text):
            held, owing = [], False
            yield joined
            continue
        if BEGINNING.match(line.text):
            owing = bool(held) and not LINE.fullmatch(line.text)
        if not held or BEGINNING.match(line.text) or len(held) > _FURTHER:
            yield from held
            held = []
        if held or (BEGINNING.match(line.text) and not LINE.fullmatch(line.text)):
            held.append(line)
        else:
            yield line
    yield from held


def _with_numbers_below(lines: Sequence[_Line]) -> Iterator[_Line]:
    """The lines; in lists that print each number below its name, name and number as one.

    Such a list begins with a name, and no name in it goes without its number.
    """
    at = 0
    while at < len(lines):
        stop = at
        while stop < len(lines) and _kind(lines[stop]):
            stop += 1
        run = lines[at:stop]
        kinds = "".join(map(_kind, run))
        if _NAMES_FIRST.fullmatch(kinds) and not (at and _kind(lines[at - 1])):
            for line, below in zip(run, [*run[1:], None], strict=True):
                if below is not None and _kind(below) == "n":
                    yield _Line(f"{line.text} {below.text}", line.source)
                elif _kind(line) != "n":
                    yield line
        else:
            yield from run
        if stop < len(lines):
            yield lines[stop]
        at = stop + 1


def _kind(line: _Line) -> str:
    """What a line of a list is: a name (t), a number (n) or both (s); nothing for other lines."""
    if _TWO_DECIMALS.fullmatch(line.text.strip()):
        return "n"
    if not BEGINNING.match(line.text):
        return ""
    return "s" if LINE.fullmatch(line.text) else "t"


def _lines(paragraphs: Iterable[Paragraph]) -> Iterator[_Line]:
    for paragraph in paragraphs:
        if paragraph.furniture:
            continue
        source = Source(paragraph.place, paragraph.text)
        lines = [_Line(clean(n.text), source, paragraph.bold) for n in paragraph.lines]
        if len(lines) > 1 and all(map(_complete, lines)):
            # Each says all that a line of a list says: they go on from none.
            yield from lines
            continue
        whole = clean(paragraph.text)
        # Where names come first throughout, no dots are needed to tell whose a number is.
        named_first = BEGINNING.match(whole) and LINE.fullmatch(whole)
        for text in (_NEXT_PLAIN if named_first else _NEXT).split(whole):
            yield _Line(text, source, paragraph.bold)


def _joined(held: list[_Line], owing: bool) -> _Line | None:
    """Lines as one, where the last goes on from those above.

    A number alone does so only where dots lead up to it and no line before still owes its own
    (``owing``): it might be another line's.
    """
    *before, last = held
    text = before[0].text
    for line in before[1:]:
        text = join_text(text, line.text)
    alone = _TWO_DECIMALS.fullmatch(last.text.strip())
    if BEGINNING.match(last.text) or not _below(before[0].source, last.source):
        return None
    if alone and (owing or not _LED_UP.search(text)):
        return None
    return _Line(join_text(text, last.text), before[0].source)


def _below(first: Source, second: Source) -> bool:
    """Whether a line stands in the same column of text as the one it may go on from."""
    a, b = first.place, second.place
    return a.page != b.page or (a.box.x0 < b.box.x1 and b.box.x0 < a.box.x1)


def _complete(line: _Line) -> bool:
    """Whether a line says by itself what it scores: the whole, an indicator or a code alone."""
    if LED_CODE.fullmatch(line.text) or NAME_FIRST.fullmatch(line.text):
        return True
    match = LINE.fullmatch(line.text)
    return match is not None and named_in_list(match["number"], match["name"], None) is not None
