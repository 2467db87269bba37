"""Tables whose first row is a band and whose header stands below it.

``ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ | 90.19 คะแนน`` over ``รหัส | ประเด็นการประเมิน | ผลคะแนน``: the band is
of the rows below the header, which it would hide. The header comes first, as in other tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import dropwhile, takewhile

from extract.model import Cell, Paragraph, Table
from normalize.names.codes import entries_of
from normalize.names.itemheads import ITEM_HEAD, section_headed
from normalize.names.phrases import labels_answered, leading_role
from normalize.names.sections import by_name, read_heading
from normalize.names.titles import known_title
from normalize.rows.bands import unit_above
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze
from normalize.words.values import bare_score

# So many bands stand above a header at most: an instrument, an indicator and an item.
_BANDS = 3
# Items that a band names together.
_ITEMS = 3
# The name of a column, that of a section, and the question of an item are no longer.
_SHORT, _NAME, _QUESTION = 40, 160, 400
# A score beside the name of a band, its year, what was aimed at and what can be had.
_SAID = compiled(
    r"(?:ผล|(?:การ)?ประเมิน|ค่า|คะแนน|เฉลี่ย|รวม|ที่ได้รับ|ที่ได้|ได้|ร้อยละ|เป้าหมาย|น้ำหนัก|เต็ม|ปี(?:งบประมาณ)?|พ\.ศ\.|ระดับ"
    r"|[0-9.:=%()/-]|[A-F])+"
)


def header_first(table: Table) -> Table:
    """The table with its header above the bands that stand before it; others as they are."""
    rows = [[c for c in table.cells if c.row == r and c.text] for r in range(_BANDS + 2)]
    bands = 0
    while bands < min(_BANDS, len(table.rows) - 2) and _is_band(rows[bands], table):
        bands += 1
    if not bands or not _is_header(rows[bands], table):
        return table
    if _are_pairs(rows[bands]) and _are_pairs(rows[bands + 1]):
        return table
    if any(c.row < bands < c.row + c.row_span for c in table.cells):
        return table
    height = max(c.row_span for c in rows[bands])
    order = [*range(bands, bands + height), *range(bands)]
    if any(c.row_span > height - (c.row - bands) for c in table.cells if c.row in order[:height]):
        return table
    to = {old: new for new, old in enumerate(order)}
    cells = tuple(replace(c, row=to.get(c.row, c.row)) for c in table.cells)
    moved = [table.rows[r] for r in order]
    # What stands first begins the part of the page, whatever it is.
    first = replace(moved[0], starts_part=table.rows[0].starts_part)
    made = (first, *moved[1:], *table.rows[len(order) :])
    return replace(table, rows=made, cells=cells, header_rows=height)


def without_titles(blocks: Iterable[Paragraph | Table]) -> list[Paragraph | Table]:
    """The blocks; a title or a sentence over a whole table, above its header, as a paragraph.

    Coloured like the names of groups and as wide, it looks like one of them.
    """
    found: list[Paragraph | Table] = []
    for block in blocks:
        titles = _titles(block) if isinstance(block, Table) else []
        for cell in titles:
            size = max((line.size for line in cell.lines), default=0.0)
            found.append(Paragraph(cell.text, cell.places[0], cell.lines, size, False))
        found.append(_without_rows(block, len(titles)) if isinstance(block, Table) else block)
    return found


def _titles(table: Table) -> list[Cell]:
    """The first rows that are nothing but text over all columns, where a header stands below."""
    rows = [[c for c in table.cells if c.row == r and c.text] for r in range(2 * _BANDS)]
    over = [*takewhile(lambda said: _is_title(said, table), rows)]
    below = [*dropwhile(lambda said: _is_band(said, table), rows[len(over) :])]
    headed = bool(over and below) and _is_header(below[0], table) and len(below[0]) > 2
    return [said[0] for said in over] if headed else []


def _is_title(said: Sequence[Cell], table: Table) -> bool:
    """Whether a row is one cell over all columns that names no section, item or unit."""
    if len(said) != 1 or said[0].column_span < max(table.columns, 2) or said[0].row_span > 1:
        return False
    text = clean(said[0].text)
    named = read_heading(section_headed(text)) is not None or unit_above(text)
    return not named and not entries_of(text)


def _without_rows(table: Table, count: int) -> Table:
    """A table without its first rows."""
    if not count:
        return table
    cells = tuple(replace(c, row=c.row - count) for c in table.cells if c.row >= count)
    return replace(table, rows=table.rows[count:], cells=cells, header_rows=0)


def _is_band(said: list[Cell], table: Table) -> bool:
    """Whether a row names a section or an item, with its score perhaps, and nothing else.

    Or the section of the office (ฝ่าย) that does what stands below.
    """
    if not said or len(said) > 3 or table.columns < 2:
        return False
    name, *beside = sorted(said, key=lambda c: c.column)
    text = clean(name.text)
    if name.column or leading_role(text) in ("code", "number"):
        return False
    if len(squeeze(text)) > (_QUESTION if ITEM_HEAD.match(text) else _NAME):
        return False
    if name.column_span == 1 and beside:
        return False
    if not all(_is_beside(clean(c.text)) for c in beside):
        return False
    # "ใบที่ 1 ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่" counts forms.
    heading = read_heading(section_headed(text))
    if heading is not None:
        return heading.instrument is not None or heading.indicator is not None
    entries = entries_of(text)
    several = 1 < len(entries) <= _ITEMS and all(e.token[:1].isalpha() for e in entries)
    return len(entries) == 1 or several or (not beside and unit_above(text))


def _is_beside(text: str) -> bool:
    """Whether a cell beside a band's name says how it scored, or what its title is."""
    title = known_title(text) or by_name(text) is not None
    return title or bool(_SAID.fullmatch(squeeze(text)))


def _is_header(said: list[Cell], table: Table) -> bool:
    """Whether a row holds names of columns and nothing else."""
    texts = [clean(c.text) for c in said]
    if len(texts) < 2 or 2 * sum(c.column_span for c in said) < table.columns:
        return False
    if any(bare_score(t) is not None or len(squeeze(t)) > _SHORT for t in texts):
        return False
    roles = [leading_role(t) for t in texts]
    named = sum(role is not None for role in roles)
    return named >= 2 and 2 * named >= len(roles)


def _are_pairs(said: list[Cell]) -> bool:
    return labels_answered([c.text for c in sorted(said, key=lambda c: c.column)])


__all__ = ["header_first", "without_titles"]
