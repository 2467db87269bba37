"""The tables of a page: those that rules show, then those that only shades or words do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, pairwise
from math import inf

from extract.content import Content, Segment
from extract.model import Box
from extract.rules.coderules import coded_rules
from extract.rules.formrules import form_rules
from extract.rules.groupbands import group_rules
from extract.rules.hanging import with_hanging
from extract.rules.headrules import named_rules
from extract.rules.ladders import inner_columns
from extract.rules.namesabove import with_names
from extract.rules.piecesabove import columns_above
from extract.rules.shading import shade_edges
from extract.rules.stripecells import striped_columns
from extract.rules.unruled import columns_below
from extract.rules.zebra import banded_rules
from extract.tables.alignment import aligned_grids
from extract.tables.answers import with_answers
from extract.tables.bandcells import with_columns
from extract.tables.belownames import with_rows_below
from extract.tables.cards import card_grids, stacked_cards, without_panels
from extract.tables.cardwords import is_title
from extract.tables.cellmap import CellMap, Spot
from extract.tables.cutrows import first_rows, last_rows
from extract.tables.drawn import has_uprights, is_drawn
from extract.tables.grid import Grid, find_grids
from extract.tables.headagain import rest_under_head
from extract.tables.linewise import with_lines_apart
from extract.tables.lonebands import lone_bands
from extract.tables.nextpage import OpenColumns, begins_within, open_columns, rows_gone_on, unparted
from extract.tables.openrows import with_open_rows, with_spans_apart
from extract.tables.partrules import with_partial_rules
from extract.tables.rowkeys import headed_grids
from extract.tables.textcolumns import text_columns
from extract.tables.wholenumbers import with_whole_numbers
from extract.text.cardtext import holds_pairs
from extract.text.clusters import Cluster, Letters, held_by, middles_of, outside_of, visible
from extract.text.flow import lists_beside
from extract.text.panels import apart
from extract.text.pieces import printed_lines

# The edges of one column.
_LONE = 2
# What is narrower than this, in points, is a bar and no cell.
_BAR = 6.0
# A box beside other words is no wider than this share of the page.
_PART = 0.5
# So many lines of a frame are text.
_TEXT = 3


@dataclass(frozen=True, slots=True)
class PageTables:
    """The tables of a page, the cell of each cluster, and the page with its columns of text.

    ``columns``: those of a table that may go on on the next page.
    """

    grids: list[Grid]
    spots: list[Spot | None]
    content: Content
    columns: OpenColumns | None


def drawn_tables_of(
    content: Content,
    clusters: Letters,
    words: Letters,
    above: OpenColumns | None,
) -> PageTables:
    """Find the tables of a page.

    Args:
        content: what is painted on the page.
        clusters: its letters.
        words: those of them that are not spaces.
        above: the columns of the table that the page before ends in.
    """
    before = above.xs if above is not None else ()
    grids, frames, content = _drawn(content, clusters, words, before)
    head = above.head if above is not None else ()
    above = None if above is None or above.parted else above
    edges = above.xs if above is not None else ()
    below = with_rows_below(grids, words, content.segments, edges)
    grids, drawn = below.grids, below.made
    if above is not None and above.drawn and (rest := rows_gone_on(above.xs, grids, words)):
        grids.append(rest)
        drawn.append(rest)
    spots = spots_of(grids, clusters)
    loose = [c for c, spot in zip(clusters, spots, strict=True) if spot is None]
    found, headed = _undrawn(grids, frames, clusters, loose, content)
    if above is not None and not above.drawn:
        torn = [g for g in found if len(g.xs) < len(above.xs) and not _is_of(g, grids, headed)]
        torn += [g for g in headed if begins_within(g, above, words)]
        whole = [g for g in found if not _is_of(g, torn)]
        if rest := rows_gone_on(above.xs, whole, words):
            found = [*whole, *(g for g in torn if g.ys[0] > rest.ys[-1]), rest]
            headed.append(rest)
    if head and (rest := rest_under_head(before, head, found, words, content.segments)):
        found = [*found, rest]
    if found != grids:
        grids = sorted(found, key=lambda g: (g.ys[0], g.xs[0]))
        spots = spots_of(grids, clusters)
    headed += unparted(grids, words, content.segments)
    columns = open_columns(grids, drawn, headed, words, content.height)
    return PageTables(grids, spots, content, columns)


def _is_frame(grid: Grid) -> bool:
    """Whether a grid is a single cell, beside coloured bars perhaps."""
    return len(grid.cells) == 1 or (
        len(grid.ys) == _LONE and sum(c.box.width > _BAR for c in grid.cells) == 1
    )


def _is_of(grid: Grid, *some: Sequence[Grid]) -> bool:
    return any(grid is one for grids in some for one in grids)


def _drawn(
    content: Content,
    clusters: Letters,
    words: Letters,
    before: Sequence[float],
) -> tuple[list[Grid], list[Box], Content]:
    """The tables that rules and shades show, the frames around text, and the page with these."""
    named = replace(content, segments=[*content.segments, *named_rules(content, words)])
    named.segments.extend(form_rules(named, words))
    groups = group_rules(named, words)
    named.segments.extend(groups)
    below = columns_below(named, words)
    told = replace(named, segments=[*named.segments, *below])
    told.segments.extend(columns_above(told, words))
    below = [*told.segments[len(named.segments) :], *coded_rules(told, words)]
    rules = [*named.segments, *shade_edges(content), *below]
    # Columns that the rules between rows show are not looked for between words.
    known = replace(named, segments=[*named.segments, *below])
    rules += [*banded_rules(known, words), *inner_columns(content, words)]
    rules += striped_columns(replace(content, segments=rules), words, before)
    grids = find_grids(rules, content.width, content.height)
    sides = {id(g): text_columns(g, words, content.width) for g in grids}
    grids = [g for g in grids if not sides[id(g)]]
    content = replace(content, frames=[*content.frames, *chain.from_iterable(sides.values())])
    # A frame around text is no table: what stands in it is read as paragraphs.
    framed = [g for g in grids if _is_frame(g)]
    stacked = stacked_cards(grids, clusters)
    grids = [g for g in grids if not (_is_frame(g) or _is_of(g, stacked))]
    grids = [with_answers(without_panels(g, clusters), words, grids) for g in grids]
    grids = [with_columns(g, clusters) for g in grids]
    grids = [with_hanging(with_names(g, clusters, content), clusters) for g in grids]
    grids = [with_lines_apart(g, clusters, content.segments) for g in grids]
    upright = [*content.segments, *groups]
    grids = [with_spans_apart(g, words, upright) for g in grids]
    grids = [g if has_uprights(g, upright) else with_open_rows(g, words) for g in grids]
    bands = lone_bands(framed, grids, clusters)
    frames = [g.box for g in framed if not any(b.ys == g.ys for b in bands)]
    grids += bands
    grids += card_grids(content, clusters, frames, grids, [g.box for g in stacked])
    grids += [*last_rows(grids, clusters, content.segments), *first_rows(grids, words, content)]
    return grids, frames, _with_boxes(content, frames, words)


def _with_boxes(content: Content, frames: Sequence[Box], words: Letters) -> Content:
    """The page with the boxes that have other words beside them: each is read by itself.

    Boxes beside each other are cards, or the coloured columns of a table (`extract.text.panels`).
    """
    boxes = [b for b in _alone(frames) if _stands_beside(b, words, content.width)]
    return replace(content, frames=[*content.frames, *boxes])


def _alone(frames: Sequence[Box]) -> list[Box]:
    """The frames that stand level with no other one."""
    down = sorted(frames, key=lambda b: b.top)
    above = [-inf, *accumulate((b.bottom for b in down), max)]
    below = [*(b.top for b in down[1:]), inf]
    return [b for n, b in enumerate(down) if above[n] <= b.top and b.bottom <= below[n]]


def _stands_beside(box: Box, words: Letters, width: float) -> bool:
    """Whether a frame takes up a part of the width of its page, with words beside it."""
    if box.width > _PART * width:
        return False
    level = words.inside(box.top, box.bottom, -float("inf"), float("inf"))
    return len(level) > len(words.held_by(box)) > 0


def _undrawn(
    grids: Sequence[Grid],
    frames: Sequence[Box],
    clusters: Sequence[Cluster],
    loose: Sequence[Cluster],
    content: Content,
) -> tuple[list[Grid], list[Grid]]:
    """All tables, those that only their words show too; those of them under names."""
    found = _unframed(grids, clusters, content)
    outside, *panels = apart(loose, content)
    headed = [with_partial_rules(g, content.segments) for g in headed_grids(outside, content)]
    found += headed
    outside = outside_of([g.box for g in headed], outside)
    outside, boxed = _boxed(outside, frames)
    for run in (run for part in (outside, *boxed) for run in lists_beside(part)):
        aligned = aligned_grids(run, _beside(content.segments, run), grids)
        aligned = [g for g in aligned if not _runs_over_cards(g, frames, run)]
        found += (with_partial_rules(g, content.segments) for g in aligned)
    for run in (run for panel in panels for run in lists_beside(panel)):
        aligned = aligned_grids(run, _beside(content.segments, run), _over(grids, run))
        found += (g for g in aligned if not is_title(g, run))
    made = [g for g in found if not _is_of(g, grids)]
    return [g for g in found if not _is_band_of(g, made, content.segments)], headed


def _runs_over_cards(grid: Grid, frames: Sequence[Box], words: Sequence[Cluster]) -> bool:
    """Whether a row that only words show begins in one framed box and ends in the next."""
    wide = [b for b in frames if b.x0 < grid.xs[0] + _BAR and b.x1 > grid.xs[-1] - _BAR]
    edges = sorted({y for b in wide for y in (b.top, b.bottom)})
    for top, bottom in pairwise(grid.ys):
        levels = [c.y for c in words if top < c.middle[1] < bottom]
        if any(min(levels) < y < max(levels) - _BAR for y in edges if levels):
            return True
    return False


def _is_band_of(grid: Grid, made: Sequence[Grid], segments: Sequence[Segment]) -> bool:
    """Whether a row that only shades show stands within a table that only its words show."""
    if len(grid.ys) > _LONE or is_drawn(grid, segments):
        return False
    return any(
        len(g.ys) > len(grid.ys)
        and g.ys[0] - _BAR < grid.ys[0]
        and grid.ys[-1] < g.ys[-1] + _BAR
        and g.xs[0] - _BAR < grid.xs[0]
        and grid.xs[-1] < g.xs[-1] + 2 * _BAR
        for g in made
        if g is not grid
    )


def _boxed(
    clusters: Sequence[Cluster], frames: Sequence[Box]
) -> tuple[list[Cluster], list[list[Cluster]]]:
    """What stands outside of boxes that hold nothing but names with their numbers, and in each."""
    inside = [(box, held_by(box, clusters)) for box in frames]
    pairs = [(box, own) for box, own in inside if own and holds_pairs(own)]
    outside = outside_of([box for box, _ in pairs], clusters)
    return outside, [own for _, own in pairs]


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


def _over(grids: Sequence[Grid], clusters: Sequence[Cluster]) -> list[Grid]:
    """The grids that reach over or below the text of a panel, and not those beside it."""
    left = min((c.x0 for c in clusters), default=0.0)
    right = max((c.x1 for c in clusters), default=0.0)
    return [g for g in grids if g.xs[0] < right and g.xs[-1] > left]


def spots_of(grids: Sequence[Grid], clusters: Sequence[Cluster]) -> list[Spot | None]:
    """The cell of each cluster."""
    return with_whole_numbers(clusters, CellMap(grids).along(middles_of(clusters)))


__all__ = ["PageTables", "drawn_tables_of", "spots_of"]
