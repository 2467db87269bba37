"""Scores in key-value summaries: the whole and the instruments among many other things.

``คะแนนรวม ITA | 91.47 คะแนน``, ``ผู้ตอบ | 148 คน``, ``แบบวัด IIT | 87.45``: the labels stand beside
their answers, one or two in a row, or over them. No column is of one kind; each label says by
itself what its answer is, and one that says more than a name (a weight, a target) is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from extract.model import Cell, Paragraph, Table
from normalize.facts.scores import Stated, level_of
from normalize.model import Source
from normalize.names.instrumentnames import assessed_alone
from normalize.names.phrases import header_role
from normalize.names.said import beside_name
from normalize.rows.comparedrows import says_else
from normalize.shapes.saidrows import said_rows
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

# So many scores, among other things, make a summary.
_LEAST = 2
_PAIR, _FORM = 2, 4
# The longest label, in letters.
_LABEL = 60
# Of a longer paragraph above a table only the end speaks of it.
_ABOVE = 120
_DIGIT = compiled("[0-9]")
_YEAR = compiled(r"(?:ประจำ)?ปี(?:งบประมาณ)?(?:พ\.?ศ\.?)?(25[4-9][0-9])$")
_FULL_MARKS = compiled(r"\s*(?:จาก|/|เต็ม)\s*(?:คะแนนเต็ม)?\s*100(?:\.00)?\s*(?:คะแนน)?\s*$")
_COLON = compiled(r"\s*[:：]\s*$")
# Numbers of the instruments that make up no more than this are their weights.
_WHOLE = 100

# A label, where its answer stands, and the answer.
_Labelled = tuple[str, Cell | Paragraph, str]


def with_summaries(
    blocks: Iterable[Paragraph | Table], year: int | None, stated: Sequence[Stated]
) -> list[Stated]:
    """What is stated, and the scores of the whole and the instruments that summaries name.

    In a summary each label speaks for its own answer and for no other: what another reading made
    of such an answer is no score.

    Args:
        blocks: of the document, as they were extracted.
        year: of the assessment; no later one is stated.
        stated: what was read otherwise, of which nothing is stated again.
    """
    told = [one for pairs in _summaries(blocks) for one in _scores(pairs, year)]
    claimed = {_spot(one): one.code for one in told}
    kept = [one for one in stated if claimed.get(_spot(one), one.code) == one.code]
    known = {(one.year, one.code) for one in kept}
    return [*kept, *(one for one in told if (one.year, one.code) not in known)]


def _spot(one: Stated) -> tuple[object, ...]:
    """Where a number is printed: its cell, or its line and which number of it."""
    place = one.source.place
    if place.table is None:
        return place.page, place.box, one.value
    return place.page, place.table, place.row, place.column, one.value


def _scores(pairs: Sequence[_Labelled], year: int | None) -> list[Stated]:
    """The scores of a summary; nothing where it is none, or where the numbers are weights."""
    told = [one for pair in pairs if (one := _told(*pair, year)) is not None]
    codes = [(one.year, one.code) for one in told]
    weights = sum(one.value for one in told if one.code != "ITA" and one.year == year)
    tools = {code for _, code in codes if code != "ITA"}
    if len(told) < _LEAST or len(set(codes)) < len(codes):
        return []
    return [] if len(tools) > _PAIR and weights <= _WHOLE else told


def _summaries(blocks: Iterable[Paragraph | Table]) -> Iterator[list[_Labelled]]:
    """Labels with their answers: of each table of such, and of lines below each other."""
    lines: list[_Labelled] = []
    above = ""
    for block in blocks:
        if isinstance(block, Table):
            yield lines
            lines = []
            # What is aimed at or weighs so much is told above its table.
            for pairs in _pairs(block) if not says_else(above) else ():
                yield [(label.text, answer, answer.text) for label, answer in pairs]
            continue
        above = clean(block.text)[-_ABOVE:]
        label, colon, answer = block.text.partition(":")
        if colon and not block.furniture:
            lines.append((label, block, answer))
        else:
            yield lines
            lines = []
    yield lines


def _pairs(table: Table) -> Iterator[list[tuple[Cell, Cell]]]:
    """The labels of a table with their answers beside them, or below; nothing of other tables."""
    rows = [row for row in said_rows(table) if len(row) > 1]
    if rows and all(len(row) in (_PAIR, _FORM) for row in rows):
        pairs = [pair for row in rows for pair in zip(row[::2], row[1::2], strict=True)]
        if _are_labels(pairs):
            yield pairs
    if len(rows) == len(table.rows) == _PAIR and len(rows[0]) == len(rows[1]) > _PAIR:
        pairs = [*zip(*rows, strict=True)]
        # The name of a row stands first, and says what its numbers are.
        scored = [bool(beside_name(clean(answer.text), None)) for _, answer in pairs]
        if (scored[0] or scored.count(False) > 1) and _are_labels(pairs):
            yield pairs


def _are_labels(pairs: Sequence[tuple[Cell, Cell]]) -> bool:
    """Whether what should be labels are short, none of them a score, and no answer names a column.

    ``เครื่องมือ | เป้าหมาย`` over ``IIT | 95.00`` is the header of a table.
    """
    texts = [clean(label.text) for label, _ in pairs]
    told = [clean(answer.text) for _, answer in pairs]
    named = any(header_role(t) is not None for t in told if not _DIGIT.search(t))
    named = named or any(says_else(t) for t in told if not beside_name(t, None))
    return not named and all(len(t) <= _LABEL and not beside_name(t, None) for t in texts)


def _told(label: str, place: Cell | Paragraph, answer: str, year: int | None) -> Stated | None:
    """What a label and its answer state; ``None`` where the label names something else."""
    plain = squeeze(_COLON.sub("", clean(label)))
    dated = _YEAR.search(plain)
    when = int(dated[1]) if dated is not None else year
    name = plain[: dated.start()] if dated is not None else plain
    code = assessed_alone(name)
    value = _value(clean(answer))
    if code is None or value is None or (when is not None and year is not None and when > year):
        return None
    table = isinstance(place, Cell)
    source = Source(place.places[0] if isinstance(place, Cell) else place.place, place.text)
    return Stated(when, level_of(code), code, value, source, "table" if table else "prose")


def _value(answer: str) -> Decimal | None:
    """The score that an answer is, of full marks perhaps; nothing where it says more."""
    said = beside_name(_FULL_MARKS.sub("", answer).strip(), None)
    return said[0][1] if len(said) == 1 and said[0][0] is None and "." in answer else None


__all__ = ["with_summaries"]
