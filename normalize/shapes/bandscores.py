"""Bands whose score stands in cells of its own: the indicator's name, a word for it, the number.

``ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ | คะแนนเฉลี่ย | 88.81`` across a table of measures is a band as much as one
cell ``ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่`` beside ``คะแนนเฉลี่ย 88.81`` is.
"""

from __future__ import annotations

from dataclasses import replace

from extract.model import Cell, Table
from normalize.names.sections import only_names, read_heading
from normalize.shapes.saidrows import said_rows
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

_WORD = compiled(
    r"(?:ผล|ค่า)?(?:คะแนน(?:เฉลี่ย|รวม|ที่ได้(?:รับ)?)?|เฉลี่ย)(?:ของ)?(?:ตัวชี้วัด(?:ย่อย)?(?:นี้)?)?[:=]?"
)
_NUMBER = compiled(r"\(?(?:100|[0-9]{1,2})\.[0-9]{2}\)?(?:คะแนน)?")
# The band itself says of which indicator.
_OWN = compiled(r"\s*(?:ของ)?ตัวชี้วัด(?:ย่อย)?(?:นี้)?\s*[:=]?\s*(?=\(?[0-9])")
_UNIT = "คะแนน"
_CODE = compiled(r"(10|[1-9])[.)]?")
_PARTS = 3


def with_scores_beside(table: Table) -> Table:
    """The table with the words and numbers of such bands in one cell; others as they are."""
    made: dict[int, Cell | None] = {}
    for said in said_rows(table):
        made |= _joined(said)
    if not made:
        return table
    cells = (made.get(id(c), c) for c in table.cells)
    return replace(table, cells=tuple(c for c in cells if c is not None))


def _joined(said: list[Cell]) -> dict[int, Cell | None]:
    """What the cells of a row become, by identity; nothing where it is no such band."""
    if not 3 <= len(said) <= 4 or said[0].column:
        return {}
    if numbered := _numbered(said):
        return numbered
    name, word, number, *unit = said
    texts = [squeeze(clean(c.text)) for c in said]
    if not _WORD.fullmatch(texts[1]) or not _NUMBER.fullmatch(texts[2]):
        return {}
    if texts[3:] not in ([], [_UNIT]):
        return {}
    heading = read_heading(clean(name.text))
    end = name.column + name.column_span
    if heading is None or heading.indicator is None or heading.conflict or word.column != end:
        return {}
    text = _OWN.sub(" ", " ".join(clean(c.text) for c in (word, number, *unit)))
    places = (*number.places, *word.places)
    wide = replace(name, column_span=number.column - name.column)
    last = unit[0] if unit else number
    span = last.column + last.column_span - number.column
    score = replace(number, text=text, column_span=span, places=places)
    return {id(name): wide, id(word): None, id(number): score, **{id(c): None for c in unit}}


def _numbered(said: list[Cell]) -> dict[int, Cell | None]:
    """What becomes of ``1 | 86.54 | การปฏิบัติหน้าที่``, an indicator's number, score and name."""
    number, name = said[0], said[-1]
    texts = [squeeze(clean(c.text)) for c in said]
    code = _CODE.fullmatch(texts[0])
    if code is None or len(said) > _PARTS or not _NUMBER.fullmatch(texts[1]):
        return {}
    if not only_names(texts[2], code[1]):
        return {}
    whole = f"ตัวชี้วัดที่ {code[1]} {clean(name.text)}"
    called = replace(number, text=whole, places=(*number.places, *name.places))
    return {id(number): called, id(name): replace(name, text="")}


__all__ = ["with_scores_beside"]
