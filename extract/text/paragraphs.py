"""The text of a page outside its tables, as paragraphs in the order in which one reads them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from extract.content import Content
from extract.model import Line, Paragraph, Place, union_of
from extract.text.cardheads import CardHead, card_heads, with_heads_apart
from extract.text.cardtext import heads_beside, sides_of
from extract.text.clusters import ASCENT, Cluster
from extract.text.flow import runs_and_ends
from extract.text.lineends import paragraphs_of, within_brackets
from extract.text.lines import join_text, lines_of
from extract.text.margins import EDGE
from extract.text.panels import apart


def paragraphs_on(
    page: int, clusters: list[Cluster], tables: Sequence[float], content: Content
) -> list[tuple[int, Paragraph]]:
    """Text outside tables as paragraphs in reading order, each with how many tables begin above it.

    ``tables``: where they begin.

    A table or a panel between two lines ends a paragraph. How far a full line reaches is told by
    the body of the page: page numbers and running heads may stand farther out.
    """
    height = content.height
    heads = card_heads(content, clusters)
    outside, *panels = apart(clusters, content)
    cuts = sorted(tables)
    tops = [min(c.box.top for c in panel) for panel in panels]
    ends = sorted(tops)
    groups: dict[tuple[int, int], list[Cluster]] = defaultdict(list)
    for cluster in outside:
        top = cluster.y - ASCENT * cluster.size
        groups[bisect_left(cuts, top), bisect_left(ends, top)].append(cluster)
    edges = _edges([c for c in outside if EDGE * height < c.y < (1 - EDGE) * height] or outside)
    found = [
        ((*above, 0), (above[0], p))
        for above, own in groups.items()
        for p in _read(page, own, edges, heads)
    ]
    for number, (top, panel) in enumerate(zip(tops, panels, strict=True)):
        above = bisect_left(cuts, top), number
        found += [
            ((*above, 1), (above[0], p))
            for side in sides_of(panel)
            for part in heads_beside(side)
            for p in _read(page, part, _edges(part), heads)
        ]
    return [paragraph for _, paragraph in sorted(found, key=lambda one: one[0])]


def _edges(clusters: Sequence[Cluster]) -> tuple[float, float]:
    """From where to where text reaches."""
    visible = [c for c in clusters if not c.text.isspace()]
    left = min((c.x0 for c in visible), default=0.0)
    return left, max((c.x1 for c in visible), default=0.0)


def _read(
    page: int, clusters: list[Cluster], edges: tuple[float, float], heads: Sequence[CardHead]
) -> Iterator[Paragraph]:
    """The paragraphs of text, the head of each card in it one of them."""
    for part in with_heads_apart(clusters, heads) if heads else [clusters]:
        if isinstance(part, CardHead):
            lines = [line for own in part.parts for line in lines_of(list(own), page)]
            yield paragraph_of(page, lines)
        else:
            yield from _read_runs(page, part, edges)


def _read_runs(
    page: int, clusters: list[Cluster], edges: tuple[float, float]
) -> Iterator[Paragraph]:
    """The paragraphs of text in reading order; ``edges``: from where to where a full line runs."""
    runs = runs_and_ends(clusters)
    for run, end in runs:
        lines = lines_of(run, page)
        if len(runs) > 1 and lines:
            own = max(n.box.x1 for n in lines)
            edges = (min(n.box.x0 for n in lines), own if end is None else end)
        for members in paragraphs_of(lines, *edges):
            for same in _same_style(members):
                yield paragraph_of(page, same)


def _same_style(lines: list[Line]) -> list[list[Line]]:
    """Split where the type changes (a bold heading above its text), not where words within do."""
    runs: list[list[Line]] = []
    for line in lines:
        above = runs[-1][-1] if runs else None
        plainly = above is not None and not (above.ends_bold[1] or line.ends_bold[0])
        alike = above is not None and (above.bold == line.bold or plainly)
        alike = alike and above is not None and abs(above.size - line.size) < 0.7
        if above is not None and (alike or within_brackets(above, line)):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def paragraph_of(page: int, lines: list[Line]) -> Paragraph:
    text = ""
    for line in lines:
        text = join_text(text, line.text)
    box = union_of(line.box for line in lines)
    return Paragraph(text, Place(page, box), tuple(lines), lines[0].size, lines[0].bold)
