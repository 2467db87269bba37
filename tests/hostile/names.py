"""Good files with bad names: orders to a shell, a terminal, a spreadsheet, a page or a query."""

from __future__ import annotations

from functools import partial

from tests.hostile.case import Hostile
from tests.hostile.raw import one_page, text

NAMES = (
    "-rf.pdf",
    "--db=other.db.pdf",
    "two\nlines.pdf",
    "tab\tand\rreturn.pdf",
    "'; DROP TABLE document; --.pdf",
    'double " quote.pdf',
    "$(touch broken) `touch broken`.pdf",
    "a..\\..\\up.pdf",
    "%2e%2e%2fup.pdf",
    "x\u202efdp.exe.pdf",
    "\x1b]0;title\x07\x1b[2J.pdf",
    "<script>alert(1)</script>.pdf".replace("/", "\u2215"),
    "=cmd|' C'!A0.pdf",
    "ร\u0e4d\u0e49าน\u0e4dา.pdf",
    "{0} %s {name}.pdf",
    "a" * 251 + ".pdf",
    "   .pdf",
)

FILES: tuple[Hostile, ...] = tuple(
    Hostile(name, partial(one_page, text("Here")), frozenset({"nothing-found"})) for name in NAMES
)
