"""The lines of lists, each with all of its name and its score, however they are printed.

A name may run on in the next lines, its code or its number may have had no room beside it, and a
printed line may hold several names and scores.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.model import Paragraph
from extract.text.lines import join_text
from normalize.facts.listlines import (
    CODE_AND_SCORE,
    CODE_BEHIND,
    CODE_LAST,
    LEADER,
    LED_CODE,
    LINE,
    LISTED,
    NAME_FIRST,
    SCORE_ALONE,
)
from normalize.facts.listnames import named_in_list
from normalize.model import Source
from normalize.words.patterns import compiled
from normalize.words.text import clean

# What a line of a list begins with: a code, an indicator with its number or an instrument.
_BEGINS = (
    r"(?:[-\u2013\u2022]\s*)?"
    r"(?:(?:ข้อ(?:ที่)?\s*)?[IEO]\s?[0-9]{1,2}(?![0-9])|ตัวชี้วัด(?:ย่อย)?\s*(?:ที่)?\s*[0-9]|แบบวัด)"
)
#: The beginning of such a line.
BEGINNING = compiled(rf"\s*{_BEGINS}")
_NEXT = compiled(
    rf"(?<={LEADER}[0-9]{{1,3}}\.[0-9]{{2}})\s+(?={_BEGINS})"
    rf"|(?<={LEADER}[0-9]{{1,3}}\.[0-9]{{2}}\s?คะแนน)\s*(?={_BEGINS})"
)
_NEXT_PLAIN = compiled(rf"(?<=\s[0-9]{{1,3}}\.[0-9]{{2}})\s+(?={_BEGINS})")
# "... (E5) ได้ 85.84 คะแนนมีการนำ ... (E6) ...": the next title of a list whose codes end titles.
_NEXT_TITLE = compiled(r"(?<=\.[0-9]{2}\s?คะแนน)\s*(?:และ\s?)?(?=[\u0e01-\u0e2e\u0e40-\u0e44])")
_TWO_DECIMALS = compiled(r"(?<![0-9.])[0-9]{1,3}\.[0-9]{2}(?![0-9])")
# Names (t) each with its number below (n), some with it in the same line (s).
_NAMES_FIRST = compiled("(?:s*tn){2,}s*|s+tns*|s*tns+")
_LED_UP = compiled(r"[.\u2026_\u00b7]{2}\s*$|\u2026\s*$")
_ENDED = compiled(rf"{LEADER}[0-9][0-9.,]*\s*$")
#: What scores are counted in.
POINTS = "คะแนน"
# A name runs over this many further lines at most.
_FURTHER = 2


@dataclass(frozen=True, slots=True)
class ListLine:
    """A line of a list; ``text`` is cleaned, ``source`` where it begins."""

    text: str
    source: Source
    bold: bool = False


def whole_lines(paragraphs: Iterable[Paragraph]) -> Iterator[ListLine]:
    """The lines of lists, each with all of its name and its score."""
    held: list[ListLine] = []
    owing = False
    for line in _with_numbers_below([*_with_codes_behind([*_lines(paragraphs)])]):
        ended = held and _ENDED.search(held[-1].text) and line.text.strip() != POINTS
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


def _with_codes_behind(lines: Sequence[ListLine]) -> Iterator[ListLine]:
    """The lines, those of a list whose code, or the number behind it, had no room as one."""
    held: ListLine | None = None
    for line in lines:
        if held is not None:
            torn = CODE_AND_SCORE.fullmatch(line.text) if LISTED.fullmatch(held.text) else None
            if CODE_LAST.fullmatch(held.text):
                torn = SCORE_ALONE.fullmatch(line.text)
            if torn is not None and _below(held.source, line.source):
                yield ListLine(f"{held.text} {line.text}", held.source)
                held = None
                continue
            yield held
        held = line
    if held is not None:
        yield held


def _with_numbers_below(lines: Sequence[ListLine]) -> Iterator[ListLine]:
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
                if below is not None and _kind(below) == "n" and not _stray(line, below):
                    yield ListLine(f"{line.text} {below.text}", line.source)
                elif _kind(line) != "n":
                    yield line
        else:
            yield from run
        if stop < len(lines):
            yield lines[stop]
        at = stop + 1


def _kind(line: ListLine) -> str:
    """What a line of a list is: a name (t), a number (n) or both (s); nothing for other lines."""
    if _TWO_DECIMALS.fullmatch(line.text.strip()):
        return "n"
    if not BEGINNING.match(line.text):
        return ""
    return "s" if LINE.fullmatch(line.text) else "t"


def _lines(paragraphs: Iterable[Paragraph]) -> Iterator[ListLine]:
    for paragraph in paragraphs:
        if paragraph.furniture:
            continue
        source = Source(paragraph.place, paragraph.text)
        lines = [ListLine(clean(n.text), source, paragraph.bold) for n in paragraph.lines]
        if len(lines) > 1 and all(map(_complete, lines)):
            # Each says all that a line of a list says: they go on from none.
            yield from lines
            continue
        # So do the first of them, above a sentence that follows the list.
        first = next((i for i, line in enumerate(lines) if not _complete(line)), 0)
        if first and not lines[first].text.lstrip().startswith(POINTS):
            yield from lines[:first]
            yield ListLine(" ".join(line.text for line in lines[first:]), source, paragraph.bold)
            continue
        whole = clean(paragraph.text)
        parts = _NEXT_TITLE.split(whole)
        if len(parts) > 1 and all(map(CODE_BEHIND.fullmatch, parts)):
            yield from (ListLine(text, source, paragraph.bold) for text in parts)
            continue
        # Where names come first throughout, no dots are needed to tell whose a number is.
        named_first = BEGINNING.match(whole) and LINE.fullmatch(whole)
        for text in (_NEXT_PLAIN if named_first else _NEXT).split(whole):
            yield ListLine(text, source, paragraph.bold)


def _joined(held: list[ListLine], owing: bool) -> ListLine | None:
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
    return ListLine(join_text(text, last.text), before[0].source)


def _below(first: Source, second: Source) -> bool:
    """Whether a line stands in the column of the one it may go on from, and not above it."""
    a, b = first.place, second.place
    beside = a.box.x0 < b.box.x1 and b.box.x0 < a.box.x1
    return a.page != b.page or (beside and not b.is_above(a))


def _stray(line: ListLine, number: ListLine) -> bool:
    """Whether a number that comes after a name stands above it on the page."""
    return number.source.place.is_above(line.source.place)


def _complete(line: ListLine) -> bool:
    """Whether a line says by itself what it scores: the whole, an indicator or a code alone."""
    if any(one.fullmatch(line.text) for one in (LED_CODE, NAME_FIRST, CODE_BEHIND)):
        return True
    match = LINE.fullmatch(line.text)
    return match is not None and named_in_list(match["number"], match["name"], None) is not None


__all__ = ["BEGINNING", "POINTS", "ListLine", "whole_lines"]
