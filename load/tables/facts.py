"""Tables of the facts: scores and each of their printings, measures, weaknesses.

Every fact keeps the raw text it was read from and its place on paper. Lists (codes, units, steps)
are rows; the views put them together again.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, UniqueConstraint

from load.tables.columns import (
    INDICATOR_CODE,
    INSTRUMENTS,
    ITEM_CODE,
    SUBINDICATOR_CODE,
    date,
    document_key,
    flag,
    foreign_key,
    integer,
    key,
    number,
    of_document,
    on_page,
    one_of,
    place,
    score_value,
    table,
    text,
    year,
)

LEVELS = ("overall", "instrument", "indicator", "subindicator", "item")

_CODE_OF_LEVEL = f"""CASE level
    WHEN 'overall' THEN code = 'ITA'
    WHEN 'instrument' THEN code IN ({", ".join(f"'{code}'" for code in INSTRUMENTS)})
    WHEN 'indicator' THEN {INDICATOR_CODE.format("code")}
    WHEN 'subindicator' THEN {SUBINDICATOR_CODE.format("code")}
    WHEN 'item' THEN {ITEM_CODE.format("code")}
END"""

score = table(
    "score",
    key("score_id"),
    document_key(),
    year("fiscal_year"),
    one_of("level", LEVELS, required=True),
    text("code", required=True),
    text("title_th"),
    score_value("score"),
    flag("inferred"),
    number("confidence", 0, 1),
    number("read_confidence", 0, 1),
    UniqueConstraint("document_id", "fiscal_year", "code"),
    CheckConstraint(_CODE_OF_LEVEL, name="code_of_level"),
    of_document("score_id"),
    foreign_key("document_id", "document"),
)
Index(
    "uq_score_document_id_code_without_year",
    score.c.document_id,
    score.c.code,
    unique=True,
    sqlite_where=score.c.fiscal_year.is_(None),
)
Index(None, score.c.fiscal_year, score.c.code)
Index(None, score.c.code, score.c.score)

mention = table(
    "mention",
    key("mention_id"),
    document_key(),
    integer("score_id", 1, required=True),
    integer("seq", 1, required=True),
    score_value("score"),
    one_of("printed_in", ("table", "measures", "prose"), required=True),
    text("raw"),
    *place(),
    UniqueConstraint("score_id", "seq"),
    of_document("mention_id"),
    of_document("score_id"),
    foreign_key("score_id", "score"),
    on_page(),
)
Index(None, mention.c.document_id, mention.c.page)

measure = table(
    "measure",
    key("measure_id"),
    document_key(),
    text("indicator", f"{INDICATOR_CODE} OR {SUBINDICATOR_CODE}"),
    text("weakness"),
    text("measure"),
    text("output"),
    text("awareness"),
    text("result"),
    text("responsible"),
    date("deadline"),
    text("deadline_raw"),
    number("monitoring_months", 0),
    text("monitoring_raw"),
    integer("page_first", 1, required=True),
    integer("page_last", 1, required=True),
    CheckConstraint("page_last >= page_first", name="pages"),
    CheckConstraint("monitoring_months > 0", name="monitoring_positive"),
    of_document("measure_id"),
    foreign_key("document_id", "document"),
    on_page("page_first"),
    on_page("page_last"),
)
Index(None, measure.c.document_id, measure.c.page_first)
Index(None, measure.c.document_id, measure.c.page_last)
Index(None, measure.c.indicator)
Index(None, measure.c.deadline)

measure_source = table(
    "measure_source",
    key("measure_source_id"),
    document_key(),
    integer("measure_id", 1, required=True),
    integer("seq", 1, required=True),
    text("field", required=True),
    text("raw"),
    *place(),
    UniqueConstraint("measure_id", "seq"),
    of_document("measure_source_id"),
    of_document("measure_id"),
    foreign_key("measure_id", "measure"),
    on_page(),
)
Index(None, measure_source.c.document_id, measure_source.c.page)

measure_item = table(
    "measure_item",
    integer("measure_id", 1, part_of_key=True),
    text("code", ITEM_CODE, part_of_key=True),
    foreign_key("measure_id", "measure"),
    rowid=False,
)
Index(None, measure_item.c.code)

measure_unit = table(
    "measure_unit",
    integer("measure_id", 1, part_of_key=True),
    text("unit", part_of_key=True),
    foreign_key("measure_id", "measure"),
    foreign_key("unit", "unit", cascade=False),
    rowid=False,
)
Index(None, measure_unit.c.unit)

step = table(
    "step",
    integer("measure_id", 1, part_of_key=True),
    one_of("kind", ("measure", "result", "output"), part_of_key=True),
    integer("seq", 0, part_of_key=True),
    text("text", required=True),
    foreign_key("measure_id", "measure"),
    rowid=False,
)

weakness = table(
    "weakness",
    key("weakness_id"),
    document_key(),
    text("indicator", f"{INDICATOR_CODE} OR {SUBINDICATOR_CODE}"),
    text("text", required=True),
    text("raw"),
    *place(),
    of_document("weakness_id"),
    foreign_key("document_id", "document"),
    on_page(),
)
Index(None, weakness.c.document_id, weakness.c.page)
Index(None, weakness.c.indicator)

weakness_item = table(
    "weakness_item",
    integer("weakness_id", 1, part_of_key=True),
    text("code", ITEM_CODE, part_of_key=True),
    foreign_key("weakness_id", "weakness"),
    rowid=False,
)
Index(None, weakness_item.c.code)
