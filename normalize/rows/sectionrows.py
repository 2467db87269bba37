"""Rows and cells of a table that name the section of those below them, an indicator mostly."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from normalize.names.itemheads import section_headed
from normalize.names.namedcodes import name_and_codes
from normalize.names.said import beside_name
from normalize.names.sections import Heading, instrument_of, only_names, read_heading
from normalize.rows.record import Body, BodyCell, Record
from normalize.words.patterns import compiled
from normalize.words.text import squeeze

# "คะแนนตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ = 88.81": the band is the indicator's all the same.
_SCORE_OF = compiled(
    r"^\s*(?:สรุป|รวม|เฉลี่ย)*(?:ผล|ค่า)?(?:คะแนน)?(?:เฉลี่ย|รวม)?(?:ของ)?\s*(?=ตัวชี้วัด\s*(?:ย่อย)?\s*(?:ที่)?\s*[0-9])"
)


_NUMBERED = compiled(r"\s*(?:ตัวชี้วัด|[0-9]{1,2}\s*\))")
_NUMBER = compiled(r"\s*(?:10|[1-9])\s*\.?\s*")
_BEGINS = compiled(r"\s*(?:10|[1-9])[.)]?\s+\S")
_NEXT_BUT_ONE = 2
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
    _settle_between(body)


def _settle_between(body: Body) -> None:
    """Name the indicators whose own names say nothing, by their numbers between two others.

    ``6 คกws ดำเนินงาน`` (a scan misread) between ``5 การแก้ไขปัญหาการทุจริต`` and ``7 ประสิทธิภาพ...``.
    """
    columns = body.columns.where("indicator")
    rows = [r for r in body.records if r.heading is None]
    for before, record, after in zip(rows, rows[1:], rows[2:], strict=False):
        first, last = _told(before), _told(after)
        if record.section_cell is not None or first is None or last != first + _NEXT_BUT_ONE:
            continue
        cells = [c for i in columns if (c := record.own(i)) is not None]
        named = [c for c in cells if _BEGINS.match(c.text)]
        if len(named) == 1 and int(named[0].text.split()[0].rstrip(".)")) == first + 1:
            code = str(first + 1)
            record.section = Heading(instrument_of(code), code)
            record.section_cell = named[0]


def _told(record: Record) -> int | None:
    """The number of the indicator that a row's own cell names."""
    heading = record.section if record.section_cell is not None else None
    return int(heading.indicator) if heading is not None and heading.indicator else None


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
