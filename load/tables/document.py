"""Tables of what was read: runs, documents, their pages; and the dictionary of the database itself.

When a run took place stands in ``run`` and nowhere else, and when a file was last written in
``file_state`` and nowhere else: all other tables depend on what the files say alone.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, UniqueConstraint

from load.tables.columns import (
    TEXT_SOURCES,
    date,
    foreign_key,
    integer,
    key,
    number,
    one_of,
    table,
    text,
    year,
)

CHARACTER_USES = (
    "fact", "heading", "header", "furniture", "prose", "ignored", "finding", "unaccounted",
)  # fmt: skip
RATINGS = ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน")

run = table(
    "run",
    key("run_id"),
    text("started", required=True),
    text("finished", required=True),
    text("program_version"),
    integer("files_read", 0, required=True),
    integer("files_removed", 0, required=True),
)

document = table(
    "document",
    key("document_id"),
    text("path", required=True),
    text("document_file", "instr({0}, '/') = 0", required=True),
    text("sha256", "length({0}) = 64 AND {0} NOT GLOB '*[^0-9a-f]*'"),
    integer("size", 0, required=True),
    text("reader_version", required=True),
    one_of("status", ("ok", "partial", "failed"), required=True),
    one_of("text_source", TEXT_SOURCES),
    text("title"),
    text("agency_code"),
    one_of("doc_type", ("analysis", "plan", "progress")),
    year("report_year"),
    year("assessment_year"),
    one_of("assessment_year_basis", ("stated", "inferred")),
    year("plan_year"),
    date("period_start"),
    date("period_end"),
    one_of("rating", RATINGS),
    UniqueConstraint("path"),
    CheckConstraint("period_start <= period_end", name="period"),
    foreign_key("agency_code", "agency", cascade=False),
)
Index(None, document.c.document_file)
Index(None, document.c.sha256)
Index(None, document.c.agency_code, document.c.report_year)
Index(None, document.c.assessment_year)

file_state = table(
    "file_state",
    key("document_id"),
    integer("modified_ns", 0, required=True),
    foreign_key("document_id", "document"),
)

page = table(
    "page",
    integer("document_id", 1, part_of_key=True),
    integer("page", 1, part_of_key=True),
    number("width", 0),
    number("height", 0),
    one_of("text_source", ("text", "ocr", "ocr_text", "none"), required=True),
    integer("characters", 0, required=True),
    integer("thai_characters", 0),
    integer("rejected_pairs", 0),
    integer("unreadable", 0),
    integer("sara_aa", 0),
    integer("sara_am", 0),
    number("dictionary_share", 0, 1),
    number("read_confidence", 0, 1),
    foreign_key("document_id", "document"),
    rowid=False,
)

page_repair = table(
    "page_repair",
    integer("document_id", 1, part_of_key=True),
    integer("page", 1, part_of_key=True),
    text("rule", part_of_key=True),
    integer("glyphs", 0, required=True),
    foreign_key(["document_id", "page"], "page"),
    rowid=False,
)

page_use = table(
    "page_use",
    integer("document_id", 1, part_of_key=True),
    integer("page", 1, part_of_key=True),
    one_of("use", CHARACTER_USES, part_of_key=True),
    integer("characters", 1, required=True),
    foreign_key(["document_id", "page"], "page"),
    rowid=False,
)

doubtful_character = table(
    "doubtful_character",
    integer("document_id", 1, part_of_key=True),
    integer("page", 1, part_of_key=True),
    integer("seq", 1, part_of_key=True),
    text("character", required=True),
    text("second"),
    number("read_confidence", 0, 1, required=True),
    number("x0", required=True),
    number("top", required=True),
    number("x1", required=True),
    number("bottom", required=True),
    foreign_key(["document_id", "page"], "page"),
    rowid=False,
)

dictionary = table(
    "dictionary",
    key("position"),
    text("table_name", required=True),
    text("column_name"),
    text("heading_th", required=True),
    text("description_en", required=True),
    text("description_th", required=True),
    text("unit_or_values"),
    UniqueConstraint("table_name", "column_name"),
)
