"""Grids of items, several beside each other, brought below each other as two columns.

A cell with a code stands above one with its score (``I1 | I2 | I3`` over ``92.75 | 96.27 | 84.69``,
and below it the next three), or one cell says both, as cards do. What stands beside the grid, as an
indicator and its own score do, goes with all items of the rows it reaches over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from extract.model import Cell, Row, Table
from normalize.names.phrases import leading_role, phrase_of
from normalize.names.sections import by_name, read_heading
from normalize.names.titles import known_title
from normalize.words.othernumbers import OTHER_NUMBER, says_other_number, without_other_numbers
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze
from normalize.words.values import bare_score

# Fewer items, or fewer beside each other, make no grid; of cards these are enough.
_LEAST, _BESIDE = 4, 2
_CODE = r"(?:ข้อ(?:ที่)?\s*)?\(?[IEO]\s?[.\-]?\s?[0-9]{1,2}\)?"
_LETTER = compiled("[IEO]")
_ALONE = compiled(rf"\s*{_CODE}\s*[.:]?\s*")
_SCORE = r"(?:100(?:\.0{1,2})?|[0-9]{1,2}\.[0-9]{2}|0)"
_UNIT = r"\s*(?:คะแนน|%)?"
# The score right behind the code, the title below; or the score on a line of its own at the end.
_CARD = (
    compiled(
        rf"\s*(?P<code>{_CODE})\s*[.:=]?(?:\s+|(?<=[.:=]))(?:คะแนน\s*)?(?P<score>{_SCORE}){_UNIT}(?:\s+(?P<title>\D.*))?",
        regex.S,
    ),
    compiled(
        rf"\s*(?P<code>{_CODE})\s*(?P<title>\D.*\S)\s+(?:คะแนน\s*[:=]?\s*)?(?P<score>{_SCORE}){_UNIT}\s*",
        regex.S,
    ),
    compiled(
        rf"\s*(?P<score>{_SCORE}){_UNIT}\s+(?P<code>{_CODE})(?![0-9.])(?P<title>\s*\D.*)?", regex.S
    ),
)
_DECIMAL = compiled(r"[0-9]\.[0-9]{2}(?![0-9])")
# What calls the number of a card something else than the item's score.
_ELSE = compiled(rf"{OTHER_NUMBER}|ปีก่อน|ปีที่(?:แล้ว|ผ่านมา)")


# A place of the grid that has no item.
_NOTHING = compiled(r"[\s\-\u2013\u2014.]*")


@dataclass(frozen=True, slots=True)
class _Pair:
    """An item and its score, in one cell or in two: the rows they fill together."""

    item: Cell
    score: Cell
    stop: int


def in_two_columns(table: Table) -> Table:
    """The table with its grid of items as two columns, item and score; other tables as they are."""
    pairs = list(_pairs(table))
    said = sum(bool(c.text.strip()) for c in table.cells)
    cards = len(pairs) == said and all(p.item.places == p.score.places for p in pairs)
    if len(pairs) < (_BESIDE if cards else _LEAST):
        return table
    first, last = min(p.item.column for p in pairs), max(p.item.column for p in pairs)
    top = min(p.item.row for p in pairs)
    strips = _strips(pairs)
    grid = [c for c in table.cells if first <= c.column <= last and c.row >= top]
    grid = [c for c in grid if not _NOTHING.fullmatch(c.text)]
    held = {id(c) for p in pairs for c in (p.item, p.score)} | {id(c) for c in _split_of(table)}
    outside = [c for c in table.cells if not first <= c.column <= last]
    whole = [c for c in grid if c.column_span == table.columns]
    alone = all(id(c) in held for c in grid if c not in whole)
    beside = max(sum(p.item.row == row for p in pairs) for row in strips) >= _BESIDE
    if not (alone and beside and _reach_over(outside, strips, top)) or _named_below(table, pairs):
        return table
    return _listed(table, pairs, strips, (first, last, top))


def _named_below(table: Table, pairs: Sequence[_Pair]) -> bool:
    """Whether labels down the side say what the rows are, as ``ข้อ`` and ``คะแนน`` do."""
    return any(
        c.row_span < p.stop - p.item.row and c.row in (p.item.row, p.score.row) and c.text.strip()
        for p in pairs
        for c in table.cells
        if c.column != p.item.column and not _is_code_or_score(c) and _card(c) is None
    )


def _is_code_or_score(cell: Cell) -> bool:
    text = clean(cell.text)
    return _ALONE.fullmatch(text) is not None or bare_score(text) is not None


def _split_of(table: Table) -> list[Cell]:
    """The cells that are cards."""
    return [c for c in table.cells if _card(c) is not None]


def _pairs(table: Table) -> Iterator[_Pair]:
    """The items of the grid with their scores."""
    for cell in table.cells:
        if not _LETTER.search(cell.text):
            continue
        if (card := _card(cell)) is not None:
            yield _Pair(*card, cell.row + cell.row_span)
        elif _ALONE.fullmatch(clean(cell.text)):
            below = table.at(cell.row + cell.row_span, cell.column)
            if (
                below is not None
                and (below.column, below.column_span) == (cell.column, cell.column_span)
                and bare_score(clean(below.text)) is not None
            ):
                yield _Pair(cell, below, below.row + below.row_span)


def _card(cell: Cell) -> tuple[Cell, Cell] | None:
    """The item and the score of a cell that says both, as a cell each."""
    text = without_other_numbers(clean(cell.text)).rstrip()
    if not text or len(_DECIMAL.findall(text)) > 1:
        return None
    match = next((m for card in _CARD if (m := card.fullmatch(text))), None)
    if match is None:
        return None
    title = match.groupdict().get("title") or ""
    # "ในรอบปีที่ผ่านมา" is asked, too.
    if _ELSE.search(squeeze(title)) and not known_title(title.strip()):
        return None
    if says_other_number(text[: match.start("score")]):
        return None
    item = " ".join(t.strip() for t in (match["code"], match["title"] or "") if t.strip())
    return replace(cell, text=item), replace(cell, text=match["score"])


def _strips(pairs: Sequence[_Pair]) -> dict[int, int]:
    """The rows in which items begin, and where their scores end."""
    found: dict[int, int] = {}
    for pair in pairs:
        found[pair.item.row] = max(found.get(pair.item.row, 0), pair.stop)
    return dict(sorted(found.items()))


def _reach_over(cells: Sequence[Cell], strips: dict[int, int], top: int) -> bool:
    """Whether what stands beside the grid begins and ends with its strips, or between two."""
    stops = set(strips.values())
    held = {row for start, stop in strips.items() for row in range(start, stop)}
    below = [c for c in cells if c.row >= top and c.text.strip() and not held.isdisjoint(c.rows)]
    return all(c.row in strips and c.row + c.row_span in stops for c in below)


def _listed(
    table: Table, pairs: Sequence[_Pair], strips: dict[int, int], grid: tuple[int, int, int]
) -> Table:
    """The table with a row for every pair."""
    first, last, top = grid
    width = last - first + 1
    named = [pair for pair in _named_above(table, top) if first <= pair.item.column <= last]
    if named:
        top = min(pair.item.row for pair in named)
        pairs, strips = [*named, *pairs], _strips([*named, *pairs])
    rows = list(table.rows[:top])
    begins: dict[int, int] = {}
    cells: list[Cell] = []
    for row in range(top, len(table.rows)):
        begins[row] = len(rows)
        band = [c for c in table.cells if c.row == row and c.column_span == table.columns > width]
        own = sorted((p for p in pairs if p.item.row == row), key=lambda p: p.item.column)
        if row not in strips and (band or not any(a < row < b for a, b in strips.items())):
            rows.append(table.rows[row])
        for pair in own:
            for column, cell in enumerate((pair.item, pair.score), first):
                place = len(rows), column, 1, 1
                cells.append(Cell(*place, cell.text, cell.places, cell.lines))
            rows.append(Row(table.rows[row].page))
    begins[len(table.rows)] = len(rows)
    heads: set[int] = set()
    for cell in _with_labels_whole(table, named):
        inside = first <= cell.column <= last
        if inside and cell.row < top and cell.column_span < table.columns:
            # Words above the grid are said of the scores; codes say themselves what they are.
            if cell.row not in heads:
                cells.append(_head_of_scores(replace(cell, column=first + 1, column_span=1)))
            heads.add(cell.row)
        elif not inside or cell.column_span == table.columns:
            cells.append(_moved(cell, begins, top, last, width))
    return replace(table, columns=table.columns - width + 2, rows=tuple(rows), cells=tuple(cells))


# Names of a grid's columns that say what its cells hold, or only which place of a row they are.
_OF_ITEMS = compiled(
    r"(?:ข้อ|รายการ|คำถาม|ช่อง|คอลัมน์|ลำดับ)(?:ที่)?(?:[0-9]{1,2}|แรก|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|สุดท้าย)"
)
#: The name of a grid's scores.
SCORES_OF_ITEMS = "คะแนนรายข้อ"


def _head_of_scores(cell: Cell) -> Cell:
    """What heads a grid as the name of the scores in it, where it only tells of the items."""
    text = clean(cell.text)
    named = phrase_of(text) or leading_role(text)
    of_items = named in ("code", "item") or _OF_ITEMS.fullmatch(squeeze(text))
    return replace(cell, text=SCORES_OF_ITEMS) if of_items else cell


def _with_labels_whole(table: Table, named: Sequence[_Pair]) -> list[Cell]:
    """The cells, of labels beside names and beside their scores (``ตัวชี้วัด``, ``คะแนน``) one each."""
    cells = list(table.cells)
    for row, below in {(p.item.row, p.score.row) for p in named}:
        columns = {c.column for c in cells if c.row == row} - {p.item.column for p in named}
        for column in columns:
            name, score = table.at(row, column), table.at(below, column)
            if name is None or score is None or name is score:
                continue
            text = " ".join(c.text for c in (name, score) if c.text)
            places, lines = (*name.places, *score.places), (*name.lines, *score.lines)
            span = score.row + score.row_span - name.row
            cells[cells.index(name)] = replace(
                name, row_span=span, text=text, places=places, lines=lines
            )
            cells.remove(score)
    return cells


# What a row of scores may be called: other words call it something else (targets, weights, a year).
_SCORES = compiled(
    r"(?:(?:ผล|ค่า|คะแนน|เฉลี่ย|รวม|ที่ได้(?:รับ)?|ของ|ราย|ตัวชี้วัด|ย่อย|การประเมิน|ITA)+(?:\(.*\))?)?"
)


def _named_above(table: Table, top: int) -> list[_Pair]:
    """The names of indicators that head the columns of a grid, each with the score below it."""
    above = {(c.row, c.column): c for c in table.cells if c.row < top and c.text.strip()}
    plain = [row for row in range(top) if _calls_scores(table, row)]
    found = []
    for cell in above.values():
        if not _names_indicator(cell.text):
            continue
        below = (above.get((row, cell.column)) for row in plain if row >= cell.row + cell.row_span)
        score = next((c for c in below if c is not None and c.columns == cell.columns), None)
        if score is not None and bare_score(clean(score.text)) is not None:
            found.append(_Pair(cell, score, score.row + score.row_span))
    return found


def _calls_scores(table: Table, row: int) -> bool:
    """Whether the label of a row, where it has one, says that its numbers are scores."""
    labels = (c for c in table.cells if c.row == row and bare_score(clean(c.text)) is None)
    return all(_SCORES.fullmatch(squeeze(clean(c.text))) for c in labels)


_NUMBER = compiled(r"\s*(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*)?(?:(?:10|[1-9])(?:\.[1-9])?[.)]?\s*)?")


def _names_indicator(text: str) -> bool:
    plain = clean(text)
    heading = read_heading(plain)
    named = heading is not None and heading.indicator is not None
    return named or by_name(_NUMBER.sub("", plain, count=1)) is not None


def _moved(cell: Cell, begins: dict[int, int], top: int, last: int, width: int) -> Cell:
    """A cell beside, above or across the grid in the table that has two columns for it."""
    row, stop = cell.row, cell.row + cell.row_span
    start = row if row < top else begins[row]
    span = max((stop if stop <= top else begins[stop]) - start, 1)
    column = cell.column - width + 2 if cell.column > last else cell.column
    across = cell.column_span - width + 2 if cell.column_span > width else cell.column_span
    return replace(cell, row=start, row_span=span, column=column, column_span=across)


__all__ = ["SCORES_OF_ITEMS", "in_two_columns"]
