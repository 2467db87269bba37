"""What is weak about an item, told by a labelled line right below the item's heading.

Where several items have such lines and the measures of all of them follow, each weakness is of the
item above it, whatever items the measures are for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.model import Paragraph, Table
from extract.text.lineends import LIST_MARK
from normalize.codebook import nearest_items
from normalize.model import Source, Weakness
from normalize.names.codes import entries_of
from normalize.names.itemheads import heads_item
from normalize.names.phrases import phrase_of
from normalize.shapes.labelpieces import Piece, pieces_of
from normalize.shapes.labels import BULLET, labelled
from normalize.shapes.piecekinds import said_of_items
from normalize.words.text import clean, squeeze
from normalize.words.values import bare_score


def with_weak_lines(
    weaknesses: Sequence[Weakness], blocks: Sequence[Paragraph | Table], year: int | None
) -> list[Weakness]:
    """The weaknesses that tables and forms stated, and those of such lines among the blocks.

    One that a form gave to all its items is of the one that the line stands below.
    """
    found = list(weaknesses)
    for line in _told(blocks, year) if year is not None else ():
        said = squeeze(line.text)
        alike = [n for n, one in enumerate(found) if said in squeeze(one.text)]
        wider = [n for n in alike if set(found[n].codes) > set(line.codes)]
        whole = [n for n in wider if squeeze(found[n].text) == said]
        if whole:
            found[whole[0]] = replace(found[whole[0]], codes=line.codes, indicator=line.indicator)
        elif not alike:
            below = (n for n, one in enumerate(found) if _at(one) > _at(line))
            found.insert(next(below, len(found)), line)
    return found


def _at(weakness: Weakness) -> tuple[int, float]:
    """Where it is printed: page, and points from its top."""
    place = weakness.source.place
    return place.page, place.box.top


def _told(blocks: Sequence[Paragraph | Table], year: int) -> Iterator[Weakness]:
    """The labelled lines below the headings of items; several right below each other head one."""
    book = nearest_items(year)
    codes: list[str] = []
    heading: Paragraph | None = None
    owed = False
    for block in blocks:
        if isinstance(block, Table):
            codes, owed = [], False
            continue
        if block.furniture:
            continue
        for piece in pieces_of(block):
            said = said_of_items(piece.text) if owed else None
            if said is not None:
                named = [e.token for e in entries_of(said[0]) if e.token in book]
                if named:
                    source = Source(block.place, block.text)
                    yield Weakness(tuple(named), book[named[0]].indicator, said[1], source)
                continue
            owed = _owes(piece)
            text = labelled(piece.text, "weakness")
            if text and codes and bare_score(clean(text)) is None:
                source = Source(block.place, block.text)
                yield Weakness(tuple(codes), book[codes[0]].indicator, clean(text), source)
            elif heads_item(plain := LIST_MARK.sub("", clean(piece.text))):
                named = [e.token for e in entries_of(plain) if e.token in book and not e.last]
                codes = [*codes, *named] if heading is not None else named
                heading = block
                continue
            elif block is heading:
                # The end of a heading is no other line.
                continue
            codes, heading = [], None


def _owes(piece: Piece) -> bool:
    """Whether a line is nothing but a label of weaknesses, or the heading of their list."""
    label = piece.label
    alone = label is not None and not label[1] and piece.role == "weakness"
    return alone or phrase_of(BULLET.sub("", clean(piece.text)).strip(" :")) == "weakness"


__all__ = ["with_weak_lines"]
