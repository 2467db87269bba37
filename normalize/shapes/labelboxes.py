"""Boxes of a slide that are a label over its answer each, as the lines of text that they stand for.

``จุดอ่อน`` on a dark ground over what is weak, an arrow, ``มาตรการแก้ไข`` over the measures, and
beside each other ``ผู้รับผิดชอบ``, ``แล้วเสร็จภายใน``: extraction makes a small table of each. What they
say is of the item that heads the slide, as labelled lines are (:mod:`normalize.shapes.labelled`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from extract.model import Cell, Paragraph, Table
from extract.text.lineends import LIST_MARK
from normalize.names.phrases import header_role
from normalize.shapes.barelabels import TELLS
from normalize.words.text import clean

# A measure and one thing said of it at the least.
_LEAST = 2
# A longer text is no label.
_SHORT = 40


def with_label_boxes_open(blocks: Iterable[Paragraph | Table]) -> list[Paragraph | Table]:
    """The blocks, boxes of labels on one page as lines of text below each other.

    They stand where the first of them stood, below the lines that follow it; a table between
    them comes after them.
    """
    pages = groupby(blocks, key=_page)
    return [block for _, own in pages for block in _opened([*own])]


def _page(block: Paragraph | Table) -> int:
    return block.place.page if isinstance(block, Paragraph) else block.places[0].page


def _opened(blocks: Sequence[Paragraph | Table]) -> list[Paragraph | Table]:
    boxes = {id(b): lines for b in blocks if isinstance(b, Table) and (lines := _lines(b))}
    roles = {header_role(line.text) for lines in boxes.values() for line in lines[:1]}
    roles |= {header_role(line.text) for lines in boxes.values() for line in lines if line.bold}
    if len(boxes) < _LEAST or "measure" not in roles or len(roles & TELLS) < _LEAST:
        return list(blocks)
    told = [line for b in blocks for line in boxes.get(id(b), ())]
    first = next(i for i, b in enumerate(blocks) if id(b) in boxes)
    rest = [b for b in blocks[first:] if id(b) not in boxes]
    stop = next((i for i, b in enumerate(rest) if isinstance(b, Table)), len(rest))
    return [*blocks[:first], *rest[:stop], *told, *rest[stop:]]


def _lines(table: Table) -> list[Paragraph]:
    """The labels and answers of a box as lines; empty where it is anything else."""
    said = [
        [c for c in table.cells if c.row == row and c.text.strip()]
        for row in range(len(table.rows))
    ]
    cells = [own[0] for own in said if len(own) == 1]
    if any(len(own) > 1 for own in said) or len(cells) % _LEAST or not cells:
        return []
    labels = cells[::2]
    if not all(len(clean(c.text)) < _SHORT and header_role(c.text) in TELLS for c in labels):
        return []
    return [line for cell in cells for line in _paragraphs(cell, bold=cell in labels)]


def _paragraphs(cell: Cell, *, bold: bool) -> list[Paragraph]:
    """What a cell says, a paragraph for each statement of a list in it."""
    size = cell.lines[0].size if cell.lines else 0.0
    texts: list[str] = []
    for text in (line for line in cell.text.split("\n") if line.strip()):
        if texts and not LIST_MARK.match(text):
            texts[-1] = f"{texts[-1]} {text}"
        else:
            texts.append(text)
    return [Paragraph(text, cell.places[0], cell.lines, size, bold) for text in texts]


__all__ = ["with_label_boxes_open"]
