"""A table brought step by step into the one shape the readers know: a row per thing told."""

from __future__ import annotations

from extract.model import Table
from normalize.shapes.bandlines import with_bands_apart
from normalize.shapes.bandscores import with_scores_beside
from normalize.shapes.boxedforms import with_boxes_unfolded
from normalize.shapes.boxrows import with_box_rows_apart
from normalize.shapes.cardbodies import with_card_bodies_apart, with_sheets_apart
from normalize.shapes.cellforms import with_labels_apart
from normalize.shapes.cellgrids import in_two_columns
from normalize.shapes.cellheads import with_heads_of_cells
from normalize.shapes.footrows import with_feet_apart
from normalize.shapes.forms import unfolded
from normalize.shapes.headfirst import header_first
from normalize.shapes.headsagain import with_heads_once
from normalize.shapes.labelrows import with_label_rows_aside
from normalize.shapes.leaders import with_leaders_apart
from normalize.shapes.margins import without_margins
from normalize.shapes.mixed import with_mixed_apart, with_reviews_apart
from normalize.shapes.namedcards import with_heads_joined
from normalize.shapes.namedstrips import with_strips_below
from normalize.shapes.namedtiles import with_tiles_named
from normalize.shapes.numbered import lettered
from normalize.shapes.realign import realigned
from normalize.shapes.scoresfirst import with_scores_below
from normalize.shapes.shape import upright
from normalize.shapes.sharedcolumns import without_shared_columns
from normalize.shapes.slashes import with_slashes_apart
from normalize.shapes.tallrows import with_tall_rows_flat
from normalize.shapes.ticks import with_ticks_named
from normalize.shapes.yearcells import (
    with_codes_apart,
    with_names_over_years,
    with_years_apart,
)


def rowwise(table: Table, instrument: str | None) -> Table:
    """The table with a header of columns' names and a row below it for each thing it tells.

    ``instrument``: what the line above says that the numbers of items are of.
    """
    table = with_sheets_apart(table)
    # Bands over the names of columns say whose numbers stand below those.
    table = with_heads_once(table)
    table = without_shared_columns(with_strips_below(without_margins(with_heads_joined(table))))
    table = with_box_rows_apart(with_heads_of_cells(with_tall_rows_flat(table)))
    table = with_scores_below(realigned(table))
    table = header_first(lettered(with_label_rows_aside(table)))
    table = with_boxes_unfolded(with_tiles_named(table))
    table = with_codes_apart(with_leaders_apart(with_ticks_named(table)))
    table = with_names_over_years(with_years_apart(table))
    table = in_two_columns(lettered(table))
    table = with_reviews_apart(with_mixed_apart(with_labels_apart(table)))
    table = with_scores_beside(with_bands_apart(with_slashes_apart(table)))
    table = with_card_bodies_apart(with_feet_apart(table))
    return upright(unfolded(table), instrument)


__all__ = ["rowwise"]
