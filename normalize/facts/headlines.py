"""Lines under headings: small tables of labels and answers, and numbers with their words below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.model import Paragraph, Table
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

# Rows of a table that only says how one indicator did.
_FEW = 4


def lines_of(table: Table) -> list[Paragraph]:
    """A small table of labels and answers as the lines it stands for."""
    if table.columns != 2 or len(table.rows) > _FEW:
        return []
    found = []
    for row in range(len(table.rows)):
        label, answer = table.at(row, 0), table.at(row, 1)
        if label is not None and answer is not None and label.text and answer is not label:
            text, place = f"{label.text} {answer.text}", answer.places[0]
            found.append(Paragraph(text, place, (), 0, False))
    return found


_NUMBER_ALONE = compiled(r"\s*(?:100|[0-9]{1,2})\.[0-9]{2}\s*")
_LABEL_BELOW = compiled(r"(?:ผล)?คะแนน(?:ของ)?(?:ตัวชี้วัด|เฉลี่ย|ที่ได้(?:รับ)?|รวมของตัวชี้วัด)?(?:นี้)?")


def with_labels_below(blocks: Iterable[Paragraph | Table]) -> Iterator[Paragraph | Table]:
    """The blocks; a number alone with the word for it in the line below as one line."""
    held: Paragraph | None = None
    for block in blocks:
        text = clean(block.text) if isinstance(block, Paragraph) else ""
        if held is not None and _LABEL_BELOW.fullmatch(squeeze(text)):
            yield replace(held, text=f"{text} {held.text}")
            held = None
            continue
        if held is not None:
            yield held
        held = block if isinstance(block, Paragraph) and _NUMBER_ALONE.fullmatch(text) else None
        if held is None:
            yield block
    if held is not None:
        yield held


__all__ = ["lines_of", "with_labels_below"]
