"""One page taken apart: ruled tables with the text of their cells, and the paragraphs around them.

Characters go to the cell that holds their visual middle; what no cell holds becomes paragraphs.
Joining tables over pages happens in :mod:`extract.joining`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import count, pairwise

from extract.content import Content
from extract.model import Line, Paragraph
from extract.pagecharts import tables_of
from extract.pagecolumns import columns_apart
from extract.pagetables import spots_of
from extract.rules.badges import without_badges
from extract.rules.cellsapart import with_cells_closed
from extract.rules.dotted import with_dotted_rules
from extract.rules.shading import shaded_rows
from extract.tables.begunagain import may_begin_again, with_rows_begun_again
from extract.tables.cellmap import CellMap, Spot
from extract.tables.drawn import has_uprights
from extract.tables.grid import Grid, GridCell
from extract.tables.nextpage import OpenColumns
from extract.tables.restabove import with_rest_above
from extract.tables.rowless import may_hold_rows, with_rows
from extract.text.bullets import drawn_bullets, without_sides
from extract.text.clusters import Cluster, Letters, clusters_of, visible
from extract.text.lineends import text_of
from extract.text.lines import lines_of
from extract.text.paragraphs import paragraph_of, paragraphs_on
from extract.text.sideways import Sideways, parted, read_sideways

# The edges of two columns.
_FORM = 3


@dataclass(frozen=True, slots=True)
class PartCell:
    """A cell as printed on one page: its grid place, its lines and their text.

    ``free``: room below the last line, in line heights; text that would have gone on had room.
    ``left``/``right``: where a full line would begin and end.
    """

    cell: GridCell
    lines: tuple[Line, ...]
    text: str
    free: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Part:
    """A ruled table as printed on one page."""

    page: int
    index: int
    grid: Grid
    cells: tuple[PartCell, ...]
    shaded_rows: frozenset[int]


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A page's parts and paragraphs in reading order.

    ``columns``: the edges of those of a table that may go on on the next page.
    """

    page: int
    height: float
    blocks: tuple[Part | Paragraph, ...]
    characters: int
    columns: OpenColumns | None = None


def lay_out(page: int, content: Content, above: OpenColumns | None = None) -> PageLayout:
    """Take one page apart; the text of its glyphs must be settled before.

    ``above``: the columns of the table that the page before ends in.
    """
    content = replace(content, segments=with_dotted_rules(content))
    sides = columns_apart(content)
    if len(sides) == 1:
        return _laid_out(page, sides[0], above)
    laid = [_laid_out(page, part) for part in sides]
    numbers = count()
    blocks = [
        replace(b, index=next(numbers)) if isinstance(b, Part) else b
        for one in laid
        for b in one.blocks
    ]
    return PageLayout(page, content.height, tuple(blocks), sum(one.characters for one in laid))


def _laid_out(page: int, content: Content, above: OpenColumns | None = None) -> PageLayout:
    """A page, or a part of one that nothing reaches into, taken apart."""
    right, bottom = content.width + 2, content.height + 2
    content = with_cells_closed(content)
    seen = [g for g in content.glyphs if 0 <= g.y <= bottom and -2 <= g.x <= right]
    upright, sideways = parted(content, seen)
    found = clusters_of(upright)
    marks = drawn_bullets(content, found)
    clusters, content = Letters((*found, *marks)), without_sides(content, marks)
    words = clusters.seen()
    content = without_badges(content, words)
    tables = tables_of(content, clusters, words, above)
    grids, content = tables.grids, tables.content
    inside: dict[Spot, list[Cluster]] = defaultdict(list)
    outside: list[Cluster] = []
    for cluster, spot in zip(clusters, tables.spots, strict=True):
        if spot is None:
            outside.append(cluster)
        else:
            inside[spot].append(cluster)
    parts = [
        _part(page, g, grid, [inside[(g, i)] for i in range(len(grid.cells))], content)
        for g, grid in enumerate(grids)
    ]
    parts, aside = _with_sideways(page, parts, sideways)
    said = (p for p in parts if any(c.text for c in p.cells))
    parts = sorted((replace(p, index=n) for n, p in enumerate(said)), key=lambda p: p.grid.ys[0])
    paragraphs = paragraphs_on(page, outside, [p.grid.ys[0] for p in parts], content)
    blocks: list[Part | Paragraph] = [*aside]
    for at in range(len(parts) + 1):
        blocks += [p for n, p in paragraphs if n == at]
        blocks += parts[at : at + 1]
    characters = len(words) + sum(len(visible(text.clusters)) for text in sideways)
    return PageLayout(page, content.height, tuple(blocks), characters, tables.columns)


def _part(
    page: int, index: int, grid: Grid, held: Sequence[list[Cluster]], content: Content
) -> Part:
    """A grid with what its cells hold."""
    cells = tuple(_part_cell(page, c, own) for c, own in zip(grid.cells, held, strict=True))
    form = len(grid.xs) == _FORM
    clusters = [c for own in held for c in own]
    drawn = has_uprights(grid, content.segments)
    if not drawn:
        cut = partial(with_rest_above, height=content.height)
        grid, cells = _with_rows(page, grid, cells, clusters, cut)
    counts = [(g.row, g.column, len(c.lines)) for g, c in zip(grid.cells, cells, strict=True)]
    if any(may_hold_rows(c.lines, form=form) for c in cells):
        grid, cells = _with_rows(page, grid, cells, clusters, with_rows)
    elif may_begin_again(counts, len(grid.xs) - 1) and not drawn:
        grid, cells = _with_rows(page, grid, cells, clusters, with_rows_begun_again)
    return Part(page, index, grid, cells, shaded_rows(grid, content))


def _with_rows(
    page: int,
    grid: Grid,
    cells: tuple[PartCell, ...],
    clusters: list[Cluster],
    parting: Callable[[Grid, Sequence[Cluster]], Grid],
) -> tuple[Grid, tuple[PartCell, ...]]:
    """The grid and its cells, with the rows that its tall rows hold."""
    parted = parting(grid, clusters)
    if parted is grid:
        return grid, cells
    inside: dict[Spot | None, list[Cluster]] = defaultdict(list)
    for cluster, spot in zip(clusters, spots_of([parted], clusters), strict=True):
        inside[spot].append(cluster)
    found = (_part_cell(page, c, inside[(0, i)]) for i, c in enumerate(parted.cells))
    return parted, tuple(found)


def _with_sideways(
    page: int, parts: Sequence[Part], sideways: Sequence[Sideways]
) -> tuple[list[Part], list[Paragraph]]:
    """The parts with what stands sideways in their cells, and what does outside of them."""
    cells = [list(part.cells) for part in parts]
    aside: list[Paragraph] = []
    for text in sideways:
        held: dict[Spot | None, list[Cluster]] = defaultdict(list)
        spots = CellMap([part.grid for part in parts]).along(text.middles())
        for cluster, spot in zip(text.clusters, spots, strict=True):
            held[spot].append(cluster)
        for spot, clusters in held.items():
            if spot is None:
                lines = lines_of(clusters, page)
                lines = [replace(line, box=text.turn.back(line.box)) for line in lines]
                # Beside the text of an upright page: a chart's axis, a note in the margin.
                aside += [replace(paragraph_of(page, [line]), furniture=True) for line in lines]
                continue
            cell = cells[spot[0]][spot[1]]
            lines, said = read_sideways(text.turn, clusters, cell.cell.box, page)
            both = "\n".join(t for t in (cell.text, said) if t)
            cells[spot[0]][spot[1]] = replace(cell, lines=(*cell.lines, *lines), text=both)
    return [replace(p, cells=tuple(own)) for p, own in zip(parts, cells, strict=True)], aside


def _part_cell(page: int, cell: GridCell, clusters: list[Cluster]) -> PartCell:
    lines = tuple(lines_of(clusters, page))
    if not lines:
        return PartCell(cell, (), "", 0.0, cell.box.x0, cell.box.x1)
    margin = min(8.0, max(0.0, min(line.box.x0 for line in lines) - cell.box.x0))
    left, right = cell.box.x0 + margin, cell.box.x1 - margin
    last = lines[-1]
    pitch = _pitch(lines)
    free = (cell.box.bottom - last.box.bottom) / pitch
    return PartCell(cell, lines, text_of(lines, left, right), free, left, right)


def _pitch(lines: Sequence[Line]) -> float:
    """Distance from line to line; a single line counts as high as its letters."""
    steps = sorted(b.box.bottom - a.box.bottom for a, b in pairwise(lines))
    return max(steps[len(steps) // 2] if steps else 1.15 * lines[0].size, 1.0)
