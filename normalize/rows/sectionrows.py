"""Rows and cells of a table that name the section of those below them, an indicator mostly."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from normalize.names.itemheads import section_headed
from normalize.names.namedcodes import name_and_codes
from normalize.names.said import beside_name
from normalize.names.sections import Heading, only_names, read_heading
from normalize.rows.record import Body, BodyCell, Record
from normalize.words.patterns import compiled
from normalize.words.text import squeeze

# "คะแนนตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ = 88.81": the band is the indicator's all the same.
_SCORE_OF = compiled(
    r"^\s*(?:สรุป|รวม|เฉลี่ย)*(?:ผล|ค่า)?(?:คะแนน)?(?:เฉลี่ย|รวม)?(?:ของ)?\s*(?=ตัวชี้วัด\s*(?:ย่อย)?\s*(?:ที่)?\s*[0-9])"
)


_NUMBERED = compiled(r"\s*(?:ตัวชี้วัด|[0-9]{1,2}\s*\))")
_NUMBER = compiled(r"\s*(?:10|[1-9])\s*\.?\s*")
_POINTED = compiled(r"\s*(10|[1-9])\.?\s+(\D+)")


def _is_indicator(text: str) -> bool:
    """Whether a cell is an indicator's number and its whole name (``1. การปฏิบัติหน้าที่``)."""
    match = _POINTED.fullmatch(text)
    return match is not None and only_names(match[2], match[1])


# What may stand behind an indicator's name: its score.
_BEHIND = compiled(r"\s*(?:[(\[=:]|(?:ได้|คะแนน|เฉลี่ย|[0-9])[^\u0e01-\u0e2e]*[0-9]).*$", regex.S)


def _names_indicator(text: str) -> bool:
    """Whether a cell is an indicator's number and whole name, with a score behind it or without."""
    return _is_indicator(_BEHIND.sub("", text))


def _with_number(said: list[BodyCell]) -> list[BodyCell]:
    """A row's cells, where nothing but an indicator's name stands beside its number, as one cell.

    In a table without upright rules a band looks like the cells of two columns.
    """
    if len(said) != 2 or said[1].column != said[0].column + said[0].columns:
        return said
    joined = f"{said[0].text.strip()} {said[1].text}"
    if not _NUMBER.fullmatch(said[0].text) or not _names_indicator(joined):
        return said
    said[0].text, said[1].text = "", joined
    return said[1:]


def settle_sections(body: Body, context: Heading | None) -> None:
    """Find section rows and give every record its section."""
    width = len(body.columns.columns)
    section = context
    for record in body.records:
        said = [c for c in record.cells.values() if c.text and c.first == record.index]
        last = section.indicator if section else None
        said = _with_number(_without_scores(said, body))
        banded = _band(record, said, section, width) if len(said) == 1 else None
        if banded is not None:
            record.heading = record.section = section = banded
            _note_conflict(body, banded, said[0])
            continue
        for cell in said:
            named = _indicator_in(cell, body)
            if named is not None and len(squeeze(cell.text)) < 90:
                heading = read_heading(
                    named, last, section.instrument if section else None, numbered=True
                )
                if heading is not None and heading.indicator is not None:
                    section = heading
                    _note_conflict(body, heading, cell)
                    record.section_cell = cell
        record.section = section


def _band(
    record: Record, said: Sequence[BodyCell], section: Heading | None, width: int
) -> Heading | None:
    """The section that a row of one cell names, alone in its row but for its scores."""
    name = said[0]
    wide = name.columns > width / 2
    if not (wide or not name.column or _names_indicator(name.text)):
        return None
    others = (c for c in record.cells.values() if c is not name)
    if not wide and any(c.text and not beside_name(c.text, None) for c in others):
        return None
    title = section_headed(_SCORE_OF.sub("", name.text))
    last = section.indicator if section else None
    return read_heading(title, last, section.instrument if section else None)


def _indicator_in(cell: BodyCell, body: Body) -> str | None:
    """What a cell says where it may name an indicator, without the codes of its items.

    An item's question may begin like an indicator's name: only numbers and codes count there.
    Beside scores, whether they are the indicator's or the item's is told elsewhere.
    """
    columns = body.columns
    role = columns.role_at(cell.column)
    scored = columns.where("score") and not columns.where("measure")
    if not scored and role in ("indicator", "item", "code"):
        coded = name_and_codes(cell.text)
        if coded is not None:
            return coded[0]
    numbered = role == "item" and (_NUMBERED.match(cell.text) or _is_indicator(cell.text))
    return cell.text if numbered or role in ("indicator", "subindicator") else None


def _without_scores(said: list[BodyCell], body: Body) -> list[BodyCell]:
    """A row's cells without scores beside a merged name, but in a column that is for scores."""
    if len(said) < 2 or said[0].columns == 1:
        return said
    scores = body.columns.where("score")
    if any(c.column in scores or not beside_name(c.text, None) for c in said[1:]):
        return said
    return said[:1]


def _note_conflict(body: Body, heading: Heading, cell: BodyCell) -> None:
    if heading.conflict:
        body.conflicts.append((heading.conflict, cell.source))


__all__ = ["settle_sections"]
