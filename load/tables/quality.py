"""Tables of what is known about the facts: findings, checks that were run, text left aside."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index

from load.tables.columns import (
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
    table,
    text,
    year,
)

finding = table(
    "finding",
    key("finding_id"),
    document_key(),
    one_of("severity", ("error", "warning", "info"), required=True),
    text("kind", "{0} NOT GLOB '*[^a-z0-9_-]*'", required=True),
    text("message", required=True),
    text("raw"),
    # No foreign key to page: a finding may name the very page that could not be read.
    *place(page_required=False),
    of_document("finding_id"),
    foreign_key("document_id", "document"),
)
Index(None, finding.c.document_id, finding.c.severity)
Index(None, finding.c.kind)

arithmetic_check = table(
    "arithmetic_check",
    key("check_id"),
    document_key(),
    text("name", required=True),
    year("fiscal_year", required=True),
    number("printed", required=True),
    number("computed", required=True),
    flag("holds"),
    of_document("check_id"),
    foreign_key("document_id", "document"),
)
Index(None, arithmetic_check.c.document_id, arithmetic_check.c.holds)

arithmetic_check_code = table(
    "arithmetic_check_code",
    integer("check_id", 1, part_of_key=True),
    integer("position", 1, part_of_key=True),
    text("code", required=True),
    integer("score_id", 1),
    CheckConstraint("score_id / 100000 = check_id / 100000", name="same_document"),
    foreign_key("check_id", "arithmetic_check"),
    foreign_key("score_id", "score"),
    rowid=False,
)
Index(None, arithmetic_check_code.c.score_id)

ignored_text = table(
    "ignored_text",
    key("ignored_id"),
    document_key(),
    text("reason", required=True),
    text("raw"),
    *place(),
    of_document("ignored_id"),
    foreign_key("document_id", "document"),
    on_page(),
)
Index(None, ignored_text.c.document_id, ignored_text.c.page)
Index(None, ignored_text.c.reason)
