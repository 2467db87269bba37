"""Files of text, Markdown and HTML that are made to break their reader."""

from __future__ import annotations

from functools import partial

from tests.hostile.case import ENDLESS, Hostile

NOTHING = frozenset({"nothing-found"})


def cell(attributes: str, rows: int = 1) -> bytes:
    """An HTML table of cells with these attributes."""
    return f"<table>{f'<tr><td {attributes}>a</td></tr>' * rows}</table>".encode()


def nested_tables(depth: int) -> bytes:
    """Tables in cells of tables."""
    return b"<table><tr><td>" * depth + b"a" + b"</td></tr></table>" * depth


def wide_lines(separator: str, columns: int, rows: int = 3) -> bytes:
    """A table of very many columns."""
    return ("\n".join([separator.join("a" * columns)] * rows)).encode()


FILES: tuple[Hostile, ...] = (
    Hostile("span-square.html", partial(cell, 'rowspan="²"'), NOTHING),
    Hostile("span-digits.html", partial(cell, f'colspan="{"9" * 5000}"'), NOTHING),
    Hostile("spans.html", partial(cell, 'rowspan="200" colspan="200"', 40), NOTHING),
    Hostile("nested-tables.html", partial(nested_tables, 5000), NOTHING),
    Hostile("unclosed.html", lambda: b"<table>" + b"<script " * 1000, NOTHING),
    Hostile("comments.html", lambda: b"<table>" + b"<!-- " * 5000, NOTHING),
    Hostile("entities.md", lambda: b"&amp;" * 100_000 + b"&#x110000; &#xD800; &lol;", NOTHING),
    Hostile("columns.tsv", partial(wide_lines, "\t", 2_000), NOTHING),
    Hostile("columns.md", partial(wide_lines, "|", 2_000), NOTHING),
    Hostile("long-line.txt", lambda: "คำ".encode() * 50_000, NOTHING),
    Hostile("bullets.txt", lambda: b"- a " * 50_000, NOTHING),
    Hostile("stars.md", lambda: b"*" * 200_000 + b"_" * 200_000, NOTHING),
    Hostile("page-ends.txt", lambda: b"a\f" * 100_000, frozenset({"page-limit"})),
    Hostile("nul.txt", lambda: b"a\x00b" * 1000, frozenset({"not-text"})),
    Hostile("late-nul.txt", lambda: b"a" * 2000 + b"\x00b", NOTHING | {"not-text"}),
    Hostile("half-utf16.txt", lambda: b"\xff\xfea", frozenset({"not-text"})),
    Hostile("no-encoding.txt", lambda: bytes(range(128, 256)) * 10, frozenset({"not-text"})),
    Hostile("numbers.txt", lambda: b"9" * 100_000 + "๙".encode() * 100_000, NOTHING),
    Hostile(
        "endless.html",
        partial(cell, 'rowspan="200" colspan="200"', 20_000),
        frozenset(ENDLESS.split()),
    ),
)
