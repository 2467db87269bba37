"""Tables of the code book: agencies, indicators and items per assessment year, district sections.

They hold what the CSV files of ``normalize/codebook`` hold. No score or measure refers to an item
or an indicator by a foreign key: a report of a year without a book is loaded all the same.
"""

from __future__ import annotations

from sqlalchemy import Index

from load.tables.columns import (
    INDICATOR_CODE,
    INSTRUMENTS,
    ITEM_CODE,
    SUBINDICATOR_CODE,
    foreign_key,
    integer,
    number,
    one_of,
    table,
    text,
    year,
)

agency = table(
    "agency",
    text("agency_code", "{0} GLOB '[0-9][0-9][0-9][0-9]'", part_of_key=True),
    one_of("kind", ("city", "district"), required=True),
    text("name_th", required=True),
    text("name_en", required=True),
    rowid=False,
)

indicator = table(
    "indicator",
    year("assessment_year", part_of_key=True),
    text("code", f"{INDICATOR_CODE} OR {SUBINDICATOR_CODE}", part_of_key=True),
    one_of("instrument", INSTRUMENTS, required=True),
    text("parent"),
    text("title_th", required=True),
    number("points", 0, 100),
    integer("position", 1, required=True),
    foreign_key(
        ["assessment_year", "parent"], "indicator", ["assessment_year", "code"], cascade=False
    ),
    rowid=False,
)
Index(None, indicator.c.assessment_year, indicator.c.parent)

item = table(
    "item",
    year("assessment_year", part_of_key=True),
    text("code", ITEM_CODE, part_of_key=True),
    one_of("instrument", INSTRUMENTS, required=True),
    text("indicator", required=True),
    text("subindicator"),
    text("title_th", required=True),
    number("points", 0, 100),
    integer("position", 1, required=True),
    foreign_key(
        ["assessment_year", "indicator"], "indicator", ["assessment_year", "code"], cascade=False
    ),
    foreign_key(
        ["assessment_year", "subindicator"], "indicator", ["assessment_year", "code"], cascade=False
    ),
    rowid=False,
)
Index(None, item.c.assessment_year, item.c.indicator)
Index(None, item.c.assessment_year, item.c.subindicator)

unit = table(
    "unit",
    text("unit", part_of_key=True),
    text("name_en", required=True),
    integer("position", 1, required=True),
    rowid=False,
)

unit_alias = table(
    "unit_alias",
    text("alias", part_of_key=True),
    text("unit", required=True),
    foreign_key("unit", "unit", cascade=False),
    rowid=False,
)
Index(None, unit_alias.c.unit)
