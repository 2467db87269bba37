"""The tables of a page and its charts, which are tables too."""

from __future__ import annotations

from extract.content import Content
from extract.pagetables import PageTables, drawn_tables_of, spots_of
from extract.tables.charts import charts_of, without_charts
from extract.tables.nextpage import OpenColumns
from extract.tables.yearcards import year_cards
from extract.text.clusters import Letters, outside_of


def tables_of(
    content: Content,
    clusters: Letters,
    words: Letters,
    above: OpenColumns | None,
) -> PageTables:
    """Find the tables of a page; the arguments are those of :func:`drawn_tables_of`.

    What stands in a chart is of no other table, and its bars and lines draw none.
    """
    charts = charts_of(content, words)
    own = [*(chart.grid for chart in charts), *year_cards(content, words)]
    if not own:
        return drawn_tables_of(content, clusters, words, above)
    others = Letters(outside_of([grid.box for grid in own], clusters))
    rest = without_charts(content, charts) if charts else content
    read = drawn_tables_of(rest, others, others.seen(), above)
    grids = [*read.grids, *own]
    grids.sort(key=lambda g: (g.ys[0], g.xs[0]))
    return PageTables(grids, spots_of(grids, clusters), read.content, read.columns)


__all__ = ["tables_of"]
