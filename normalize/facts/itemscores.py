"""Scores printed in item cells and section rows: ``I7 ... (91.20 คะแนน)``."""

from __future__ import annotations

from decimal import Decimal

from normalize.facts.behind import NEXT, of_else, scores_behind, told_apart
from normalize.facts.scores import Stated, level_of
from normalize.model import Finding, Source
from normalize.names.codes import Entry
from normalize.names.headings import headings_in
from normalize.names.said import beside_name, said_scores
from normalize.names.sections import Heading, instruments_named, read_heading
from normalize.rows.columns import Columns
from normalize.rows.items import CodedBody, CodedEntry, range_indicator
from normalize.rows.record import Body, BodyCell, Record
from normalize.words.patterns import compiled
from normalize.words.text import squeeze
from normalize.words.values import FoundScore, bare_score

# "(91,20 คะแนน)", "ร้อยละ 91.20": a number of points or per cent in a form that is no score.
_LOOKS_SCORED = compiled(
    r"(?<!เต็ม\s?)(?<![0-9])[0-9]{1,3}[.,·:]\s?[0-9]{1,2}\s*(?:คะแนน|\)|\]|%|$)"
    r"|ร้อยละ\s*[0-9]{1,3}[.,][0-9]{2}(?![0-9])"
    r"|คะแนน\s*(?!100)[0-9]{3}(?![0-9])|(?<![0-9.,])(?!100)[0-9]{3}\s*คะแนน"
)


# "ตัวชี้วัดย่อย 9.1 – 9.5" numbers the parts that stand below.
_PARTS = compiled(r"(?:9|10)\.[1-9]\s*(?:[-\u2013]|ถึง)\s*(?:9|10)\.[1-9](?![0-9])")


def stated_in_items(coded: CodedBody, year: int | None) -> tuple[list[Stated], list[Finding]]:
    """Scores printed in item cells (``(91.20 คะแนน)``) and in section rows.

    The score of a range is the score of its indicator, not of each item.  Numbers that look like a
    score and could not be taken for one are findings.
    """
    found: list[Stated] = []
    findings: list[Finding] = []
    seen: set[int] = set()
    for record in coded.body.records:
        if record.heading is not None:
            here, doubts = _in_heading(record, coded.body.columns, year)
            found += here
            findings += doubts
        if record.section_cell is not None and record.section is not None:
            found += _in_section_cell(record, coded.body.columns, year)
            found += _over_section_cell(record, coded.body.columns, year)
        found += _rest_of_section(record, coded.body, year)
        found += _of_instruments(record, coded.body, year)
        found += _beside_items(record, coded.body, year)
        for entry in coded.entries.get(record.index, ()):
            if id(entry.entry) not in seen and record.item_cell is not None:
                seen.add(id(entry.entry))
                if _swallowed(entry.entry, record, coded.body):
                    findings.append(_unread(entry.codes[0], record.item_cell.source))
                    continue
                here, doubts = _in_entry(entry, record.item_cell, year)
                found += here
                findings += doubts
    return found, findings


_PLAINLY = compiled(r"(?<![=:])\s[0-9]{1,3}\.[0-9]{2}\s*%?\s*$")
_NUMBER = compiled(r"[0-9]{1,3}\.[0-9]{2}\s*%?")


def _swallowed(entry: Entry, record: Record, body: Body) -> bool:
    """Whether the number behind an item is that of a column whose edge was not seen.

    It stands there plainly, as the numbers beside it do in columns that could be scores.
    """
    if len(entry.scores) != 1 or not _PLAINLY.search(entry.text):
        return False
    columns = [i for i, c in enumerate(body.columns.columns) if c.role in (None, "score")]
    cells = {
        i: c for i in columns if (c := record.own(i)) is not None and c is not record.item_cell
    }
    numbers = [i for i, c in cells.items() if _NUMBER.fullmatch(c.text)]
    # Of a column without a name nothing says that it holds something else.
    nameless = any(not body.columns.columns[i].header.strip() for i in numbers)
    return len(numbers) >= 2 or nameless


def _in_entry(
    entry: CodedEntry, cell: BodyCell, year: int | None
) -> tuple[list[Stated], list[Finding]]:
    source = _part_source(cell, entry.entry.text)
    title = entry.entry.question or None
    codes = " - ".join(dict.fromkeys((entry.codes[0], entry.codes[-1])))
    code = entry.codes[0] if len(entry.codes) == 1 else range_indicator(entry.codes, year)
    dated = told_apart(_before_heading(entry.entry), entry.entry.text, year)
    if code is not None and dated:
        return [
            Stated(
                when,
                level_of(code),
                code,
                value,
                source,
                "measures",
                entry.inferred,
                title,
                entry.confidence,
            )
            for when, value in dated
        ], []
    if code is None and dated:
        message = f"The number {dated[0][1]} stands with {codes}, which no indicator covers"
        return [], [Finding.at("warning", "score-without-code", message, source)]
    if entry.entry.scores or _LOOKS_SCORED.search(entry.entry.text):
        return [], [_unread(codes, source)]
    return [], []


def _before_heading(entry: Entry) -> list[FoundScore]:
    """The scores of an item, but for those behind the name of an indicator."""
    heading = NEXT.search(entry.text)
    return [s for s in entry.scores if heading is None or s.end <= heading.start()]


def _unread(codes: str, source: Source) -> Finding:
    message = f"What is printed with {codes} looks like a score and cannot be read as one"
    return Finding.at("warning", "score-unread", message, source)


def _in_heading(
    record: Record, columns: Columns, year: int | None
) -> tuple[list[Stated], list[Finding]]:
    heading = record.heading
    cell = next((c for c in record.cells.values() if c.text), None)
    if heading is None or cell is None:
        return [], []
    code = heading.subindicator or heading.indicator or heading.instrument
    if code is None:
        return [], []
    others = [c for c in record.cells.values() if c is not cell and c.first == record.index]
    # Beside a score may stand what was aimed at.
    scored = [c for c in others if c.column in columns.where("score") and c.text]
    beside = [
        Stated(said, level_of(code), code, value, other.source, "measures")
        for other in scored or others
        for said, value in beside_name(other.text, year)
    ]
    if beside:
        return beside, []
    if behind := _of_heading(code, heading, cell, year):
        return behind, []
    looks = _LOOKS_SCORED.search(_PARTS.sub("", cell.text))
    return [], [_unread(code, cell.source)] if looks else []


def _in_section_cell(record: Record, columns: Columns, year: int | None) -> list[Stated]:
    """The scores in brackets behind an indicator's name in its own cell."""
    cell, section = record.section_cell, record.section
    assert cell is not None and section is not None
    code = section.subindicator or section.indicator
    header = columns.columns[cell.column].header
    return [] if code is None else _of_heading(code, section, cell, year, header)


def _over_section_cell(record: Record, columns: Columns, year: int | None) -> list[Stated]:
    """The score behind the name of the indicator whose part a row begins too, in its own cell."""
    found: list[Stated] = []
    for column in columns.where("indicator"):
        cell = record.own(column)
        if cell is None or cell is record.section_cell or cell.first != record.index:
            continue
        heading = read_heading(cell.text)
        if heading is not None and heading.indicator and not heading.subindicator:
            header = columns.columns[column].header
            found += _of_heading(heading.indicator, heading, cell, year, header)
    return found


# "(เฉลี่ย 92.01 คะแนน)": what a page end cut off the name above it.
_REST = compiled(
    r"[(\[]\s*(?:ผล|ค่า)?(?:คะแนน)?(?:เฉลี่ย|รวม|ที่ได้)*\s*((?:100|[0-9]{1,2})\.[0-9]{2})\s*(?:คะแนน|%)?\s*[)\]]"
)


def _rest_of_section(record: Record, body: Body, year: int | None) -> list[Stated]:
    """The score of an indicator whose merged cell begins on the page before, without its name."""
    section = record.section
    code = (section.subindicator or section.indicator) if section is not None else None
    if code is None or not record.starts_part:
        return []
    cells = (record.own(i) for i in body.columns.where("indicator", "subindicator"))
    found = [(c, m) for c in cells if c is not None and (m := _REST.fullmatch(c.text.strip()))]
    return [
        Stated(year, level_of(code), code, Decimal(m[1]), c.source, "measures") for c, m in found
    ]


# The longest name of an instrument with its score.
_NAME = 140
# "IIT" over "93.30", "EIT (86.20)": an instrument with its score in its own cell.
_INSTRUMENT = compiled(
    r"(?:แบบ(?:วัด|ตรวจ)\s*)?\(?([IEO]IT)\)?\s*[:=(]?\s*(?:คะแนน)?(?:เฉลี่ย)?\s*((?:100|[0-9]{1,2})\.[0-9]{2})\s*(?:คะแนน|%)?\)?"
)


def _of_instruments(record: Record, body: Body, year: int | None) -> list[Stated]:
    """The scores that instruments have in their own cells, merged over their rows."""
    found: list[Stated] = []
    for column in body.columns.where("instrument"):
        cell = record.own(column)
        if cell is None or cell.first != record.index:
            continue
        match = _INSTRUMENT.fullmatch(cell.text.strip())
        if match is not None:
            value = Decimal(match[2])
            found.append(Stated(year, "instrument", match[1], value, cell.source, "measures"))
        elif len(cell.text) < _NAME and len(named := instruments_named(cell.text)) == 1:
            own = [f for f in said_scores(cell.text) if not of_else(cell.text, f)]
            found += [
                Stated(said, "instrument", next(iter(named)), value, cell.source, "measures")
                for said, value in told_apart(own, cell.text, year)
            ]
    return found


_OF_INDICATOR = compiled(r"(?:ผล)?คะแนน(?:ของ|ราย)?ตัวชี้วัด(?!ย่อย|ที่)")


def _beside_items(record: Record, body: Body, year: int | None) -> list[Stated]:
    """The score of the indicator in a column of its own (``คะแนนตัวชี้วัด``), beside its items."""
    code = record.section.indicator if record.section is not None else None
    if code is None or not body.columns.where("item", "code"):
        return []
    found: list[Stated] = []
    for column in body.columns.where("score"):
        head, cell = body.columns.columns[column], record.own(column)
        own = cell is not None and cell.first == record.index
        if cell is None or not own or not _OF_INDICATOR.match(squeeze(head.header)):
            continue
        value = bare_score(_BRACKET.sub("", cell.text).strip().removesuffix("คะแนน").strip())
        if value is not None:
            when = head.year or year
            found.append(Stated(when, level_of(code), code, value, cell.source, "measures"))
    return found


# What is said of the number in brackets behind it.
_BRACKET = compiled(r"\s*\([^()]*\)\s*$")


def _of_heading(
    code: str, heading: Heading, cell: BodyCell, year: int | None, header: str = ""
) -> list[Stated]:
    named = headings_in(cell.text)
    several = [(h.indicator or "", h, text) for h, text in named] if len(named) > 1 else []
    return [
        Stated(said, level_of(one), one, value, cell.source, "measures")
        for one, told, text in several or [(code, heading, cell.text)]
        for said, value in scores_behind(text, told, year, header)
    ]


def _part_source(cell: BodyCell, text: str) -> Source:
    """The cell's place, on the page its part stands on where the cell runs over a page end."""
    share = cell.text.find(text[:20]) / max(len(cell.text), 1)
    place = cell.places[min(int(share * len(cell.places)), len(cell.places) - 1)]
    return Source(place, cell.raw)
