"""Rows across a table that say something for the rows below them: an item, or a section (ฝ่าย).

Bands that name an indicator or an instrument are headings, which the body itself settles.
"""

from __future__ import annotations

from normalize.names.codes import Entry, entries_of
from normalize.names.phrases import header_role
from normalize.names.said import beside_name
from normalize.names.titles import known_title
from normalize.rows.record import Body, BodyCell, Record
from normalize.words.patterns import compiled
from normalize.words.text import squeeze
from normalize.words.unitnames import find_units

# A score in brackets behind a title.
_TAIL = compiled(r"\s*\([^()]*[0-9][^()]*\)\s*$")


def spread_bands(body: Body) -> None:
    """Give the item of a band across the table to the rows below it, up to the next band.

    So a table with no column for items still says what each row is about.
    """
    if body.columns.where("code") or _names_own(body):
        return
    # Where scores are listed, the row of an indicator is not one of the item above it.
    scored = body.columns.where("score") and not body.columns.where("measure", "weakness")
    kept: list[Record] = []
    band: tuple[list[Entry], BodyCell] | None = None
    for record in body.records:
        said = [c for c in record.cells.values() if c.text and c.first == record.index]
        entries = _band_of(said, body) if record.heading is None else []
        if entries and all(not e.token[:1].isdigit() for e in entries):
            band = entries, said[0]
            said[0].first = record.index + 1
            continue
        if record.heading is not None or (scored and record.section_cell is not None):
            band = None
        elif band is not None and not record.entries:
            record.entries, record.item_cell = band
            band[1].last = record.index
        kept.append(record)
    body.records = kept


def _names_own(body: Body) -> bool:
    """Whether rows that are no bands name their items in a column for them."""
    wide = len(body.columns.columns)
    cells = ((r, c) for r in body.records for i in body.columns.where("item") if (c := r.own(i)))
    own = [r for r, c in cells if c.columns < wide]
    return any(r.entries for r in own) if own else bool(body.columns.where("item"))


def _band_of(said: list[BodyCell], body: Body) -> list[Entry]:
    """The items of a row that is a band: one cell across, or an item with its title or score."""
    if not said:
        return []
    wide = len(body.columns.columns)
    across = sum(c.columns for c in said) == wide
    # Where edges of other rows cut a band, what is left over of it is blank.
    across = across or (len(said) == 1 and not said[0].column and 2 * said[0].columns > wide)
    if not across or (body.columns.where("score") and len(said) > 1):
        return []
    if not all(beside_name(c.text, None) or known_title(_TAIL.sub("", c.text)) for c in said[1:]):
        return []
    entries = entries_of(" ".join(c.text for c in said))
    if entries and not entries[0].token[:1].isdigit():
        said[0].text = " ".join(c.text for c in said)
    return entries


_SECTION = r"(?:ทุกฝ่าย|ฝ่าย\S+)"
_UNIT = compiled(
    r"\s*(?:(?:[0-9]{1,2}|[ก-ฮ])[.)]\s*|(?:ส่วน|หมวด|ตอน|กลุ่ม)\s*(?:ที่)?\s*(?:[0-9]{1,2}|[ก-ฮ])[.):]?\s+)?"
    r"(?:(?:ผู้|หน่วยงานที่|หน่วยงาน)รับผิดชอบ\s*[:：]?\s*)?"
    # "ส่วนที่ 1 งานที่ ฝ่ายปกครอง รับผิดชอบ", "ก. ฝ่ายปกครอง (หน่วยงานผู้รับผิดชอบ)"
    r"(?:(?:แผน(?:งาน)?|มาตรการ|กิจกรรม|โครงการ|งาน)\s*(?:ที่|ซึ่ง|ของ|ใน)?\s*"
    r"(?:ความรับผิดชอบของ|(?:รับผิดชอบ|ดำเนินการ)โดย|มอบ(?:หมาย)?(?:ให้)?)?\s*)?"
    rf"{_SECTION}(?:\s*(?:,|และ)?\s*{_SECTION})*"
    r"(?:\s*\([^()]*รับผิดชอบ\)|\s*(?:เป็น)?(?:ผู้|หน่วยงาน)?(?:ที่)?รับผิดชอบ(?:หลัก|ร่วม(?:กัน)?)?)?\s*"
)


# Who writes a report is called responsible for it too, but not for what its tables tell.
_DOES = compiled("รับผิดชอบ|เจ้าภาพ|เจ้าของ|ดำเนินการ")


def unit_above(text: str) -> bool:
    """Whether a line above a table is the name of a section, with or without its label."""
    label, colon, rest = text.partition(":")
    named = _DOES.search(squeeze(label)) and header_role(label) == "responsible"
    said = rest if colon and named else text
    return len(squeeze(text)) < 60 and bool(_UNIT.fullmatch(said) and find_units(said))


def answer_unit(body: Body, cell: BodyCell) -> None:
    """Give the section named right above a table to its rows, where no column is for them."""
    if body.columns.where("responsible"):
        return
    for record in body.records:
        record.unit_band = record.unit_band or cell


def spread_units(body: Body) -> None:
    """Give the section (ฝ่าย) of a band across the table to the rows below it, up to the next one.

    So a table by section, with no column for them, still says who does what.
    """
    if body.columns.where("responsible") or not body.columns.where("measure"):
        return
    kept: list[Record] = []
    band: BodyCell | None = None
    for record in body.records:
        said = [c for c in record.cells.values() if c.text and c.first == record.index]
        wide = len(said) == 1 and said[0].columns == len(body.columns.columns) > 1
        short = wide and record.heading is None and len(squeeze(said[0].text)) < 60
        if short and find_units(said[0].text):
            band = said[0]
            continue
        record.unit_band = band
        kept.append(record)
    body.records = kept
