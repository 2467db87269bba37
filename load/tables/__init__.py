"""The tables of the database, typed, keyed and constrained; the public views stand on them."""

from load.tables.codebook import agency, indicator, item, unit, unit_alias
from load.tables.columns import IDS_PER_DOCUMENT, metadata
from load.tables.document import (
    dictionary,
    document,
    doubtful_character,
    file_state,
    page,
    page_repair,
    page_use,
    run,
)
from load.tables.facts import (
    measure,
    measure_item,
    measure_source,
    measure_unit,
    mention,
    score,
    step,
    weakness,
    weakness_item,
)
from load.tables.quality import arithmetic_check, arithmetic_check_code, finding, ignored_text

__all__ = [
    "IDS_PER_DOCUMENT",
    "agency",
    "arithmetic_check",
    "arithmetic_check_code",
    "dictionary",
    "document",
    "doubtful_character",
    "file_state",
    "finding",
    "ignored_text",
    "indicator",
    "item",
    "measure",
    "measure_item",
    "measure_source",
    "measure_unit",
    "mention",
    "metadata",
    "page",
    "page_repair",
    "page_use",
    "run",
    "score",
    "step",
    "unit",
    "unit_alias",
    "weakness",
    "weakness_item",
]
