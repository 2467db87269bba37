"""One page taken apart: ruled tables with the text of their cells, and the paragraphs around them.

Characters go to the cell that holds their visual middle; what no cell holds becomes paragraphs.
Joining tables over pages happens in :mod:`extract.joining`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, count, pairwise

from extract.content import Content, Segment
from extract.model import Box, Line, Paragraph
from extract.pagecolumns import columns_apart
from extract.rules.cellsapart import with_cells_closed
from extract.rules.dotted import with_dotted_rules
from extract.rules.formrules import form_rules
from extract.rules.hanging import with_hanging
from extract.rules.headrules import named_rules
from extract.rules.ladders import inner_columns
from extract.rules.namesabove import with_names
from extract.rules.shading import shade_edges, shaded_rows
from extract.rules.unruled import columns_below
from extract.rules.zebra import banded_rules
from extract.tables.alignment import aligned_grids
from extract.tables.bandcells import with_columns
from extract.tables.belownames import with_rows_below
from extract.tables.cards import card_grids, is_title
from extract.tables.cellmap import CellMap, Spot
from extract.tables.grid import Grid, GridCell, find_grids
from extract.tables.lastrow import last_rows
from extract.tables.linewise import with_lines_apart
from extract.tables.lonebands import lone_bands
from extract.tables.partrules import with_partial_rules
from extract.tables.rowkeys import headed_grids
from extract.tables.rowless import may_hold_rows, with_rows
from extract.tables.textcolumns import text_columns
from extract.text.bullets import drawn_bullets, without_sides
from extract.text.cardtext import holds_pairs
from extract.text.clusters import Cluster, clusters_of, held_by, middles_of, visible
from extract.text.flow import lists_beside
from extract.text.lineends import text_of
from extract.text.lines import lines_of
from extract.text.panels import apart
from extract.text.paragraphs import paragraph_of, paragraphs_on
from extract.text.pieces import printed_lines
from extract.text.sideways import Sideways, parted, read_sideways

# The edges of one column and of two.
_LONE, _FORM = 2, 3
# So many lines of a frame are text.
_TEXT = 3


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
    """A page's parts and paragraphs in reading order."""

    page: int
    height: float
    blocks: tuple[Part | Paragraph, ...]
    characters: int


def lay_out(page: int, content: Content) -> PageLayout:
    """Take one page apart; the text of its glyphs must be settled before."""
    content = replace(content, segments=with_dotted_rules(content))
    laid = [_laid_out(page, part) for part in columns_apart(content)]
    if len(laid) == 1:
        return laid[0]
    numbers = count()
    blocks = [
        replace(b, index=next(numbers)) if isinstance(b, Part) else b
        for one in laid
        for b in one.blocks
    ]
    return PageLayout(page, content.height, tuple(blocks), sum(one.characters for one in laid))


def _laid_out(page: int, content: Content) -> PageLayout:
    """A page, or a part of one that nothing reaches into, taken apart."""
    right, bottom = content.width + 2, content.height + 2
    content = with_cells_closed(content)
    seen = [g for g in content.glyphs if 0 <= g.y <= bottom and -2 <= g.x <= right]
    upright, sideways = parted(content, seen)
    clusters = clusters_of(upright)
    marks = drawn_bullets(content, clusters)
    clusters, content = [*clusters, *marks], without_sides(content, marks)
    grids, spots, content = _grids(content, clusters)
    inside: dict[Spot, list[Cluster]] = defaultdict(list)
    outside: list[Cluster] = []
    for cluster, spot in zip(clusters, spots, strict=True):
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
    for above in range(len(parts) + 1):
        blocks += [p for n, p in paragraphs if n == above]
        blocks += parts[above : above + 1]
    characters = sum(len(visible(own)) for own in (clusters, *(text.clusters for text in sideways)))
    return PageLayout(page, content.height, tuple(blocks), characters)


def _grids(
    content: Content, clusters: Sequence[Cluster]
) -> tuple[list[Grid], list[Spot | None], Content]:
    """The tables of a page, the cell of each cluster, and the page with its columns of text."""
    words = visible(clusters)
    named = replace(content, segments=[*content.segments, *named_rules(content, words)])
    named.segments.extend(form_rules(named, words))
    rules = [*named.segments, *shade_edges(content), *columns_below(named, clusters)]
    rules += [*banded_rules(named, clusters), *inner_columns(content, clusters)]
    grids = find_grids(rules, content.width, content.height)
    columns = {id(g): text_columns(g, words, content.width) for g in grids}
    grids = [g for g in grids if not columns[id(g)]]
    content = replace(content, frames=[*content.frames, *chain.from_iterable(columns.values())])
    # A frame around text is no table: what stands in it is read as paragraphs.
    framed = [g for g in grids if len(g.cells) == 1]
    grids = [with_columns(g, clusters) for g in grids if len(g.cells) > 1]
    grids = [with_hanging(with_names(g, clusters, content), clusters) for g in grids]
    grids = [with_lines_apart(g, clusters, content.segments) for g in grids]
    bands = lone_bands(framed, grids, clusters)
    frames = [g.box for g in framed if not any(b.ys == g.ys for b in bands)]
    grids += bands
    grids += card_grids(content, clusters, frames, grids)
    grids += last_rows(grids, clusters, content.segments)
    grids = with_rows_below(grids, clusters)
    spots = _spots(grids, clusters)
    loose = [c for c, spot in zip(clusters, spots, strict=True) if spot is None]
    found = _unframed(grids, clusters, content)
    outside, *panels = apart(loose, content)
    headed = [with_partial_rules(g, content.segments) for g in headed_grids(outside, content)]
    found += headed
    outside = [c for c in outside if not any(g.box.holds(*c.middle) for g in headed)]
    outside, boxed = _boxed(outside, frames)
    for run in (run for part in (outside, *boxed) for run in lists_beside(part)):
        found += aligned_grids(run, _beside(content.segments, run), grids)
    for run in (run for panel in panels for run in lists_beside(panel)):
        aligned = aligned_grids(run, _beside(content.segments, run), grids)
        found += (g for g in aligned if not is_title(g, run))
    if found != grids:
        grids = sorted(found, key=lambda g: (g.ys[0], g.xs[0]))
        spots = _spots(grids, clusters)
    return grids, spots, content


def _boxed(
    clusters: Sequence[Cluster], frames: Sequence[Box]
) -> tuple[list[Cluster], list[list[Cluster]]]:
    """What stands outside of boxes that hold nothing but names with their numbers, and in each."""
    inside = [(box, held_by(box, clusters)) for box in frames]
    pairs = [(box, own) for box, own in inside if own and holds_pairs(own)]
    outside = [c for c in clusters if not any(box.holds(*c.middle) for box, _ in pairs)]
    return outside, [own for _, own in pairs]


def _part(
    page: int, index: int, grid: Grid, held: Sequence[list[Cluster]], content: Content
) -> Part:
    """A grid with what its cells hold."""
    cells = tuple(_part_cell(page, c, own) for c, own in zip(grid.cells, held, strict=True))
    form = len(grid.xs) == _FORM
    if any(may_hold_rows(c.lines, form=form) for c in cells):
        grid, cells = _with_rows(page, grid, cells, [c for own in held for c in own])
    return Part(page, index, grid, cells, shaded_rows(grid, content))


def _unframed(grids: Sequence[Grid], clusters: Sequence[Cluster], content: Content) -> list[Grid]:
    """The grids but those of one column that frame a table without rules, or text.

    Bands across a table that a page end parted from it are one column too, of few lines.
    """
    found: list[Grid] = []
    for grid in grids:
        if len(grid.xs) > _LONE:
            found.append(grid)
            continue
        own = held_by(grid.box, clusters)
        inner = headed_grids(own, content) or aligned_grids(own, content.segments, [])
        cells = (held_by(cell.box, own) for cell in grid.cells)
        text = any(len(printed_lines(visible(held))) >= _TEXT for held in cells)
        found += inner or ([] if text else [grid])
    return found


def _beside(segments: Sequence[Segment], clusters: Sequence[Cluster]) -> list[Segment]:
    """The cross rules that reach into a column of text, and no further than its half of a page."""
    left = min((c.x0 for c in clusters), default=0.0)
    right = max((c.x1 for c in clusters), default=0.0)
    return [s for s in segments if s.start < right and s.end > left]


def _spots(grids: Sequence[Grid], clusters: Sequence[Cluster]) -> list[Spot | None]:
    """The cell of each cluster."""
    return CellMap(grids).along(middles_of(clusters))


def _with_rows(
    page: int, grid: Grid, cells: tuple[PartCell, ...], clusters: list[Cluster]
) -> tuple[Grid, tuple[PartCell, ...]]:
    """The grid and its cells, with the rows that its tall rows hold."""
    parted = with_rows(grid, clusters)
    if parted is grid:
        return grid, cells
    inside: dict[Spot | None, list[Cluster]] = defaultdict(list)
    for cluster, spot in zip(clusters, _spots([parted], clusters), strict=True):
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
