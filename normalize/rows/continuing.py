"""Whether a table without a header goes on from the one above it."""

from __future__ import annotations

import regex

from extract.model import Table
from normalize.names.sections import TOOLS, read_heading
from normalize.rows.columns import Columns
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze
from normalize.words.values import bare_score

# What is told in words.
_TOLD = ("item", "responsible", "measure", "weakness", "result", "output", "awareness")
# What no number with decimals names.
_NAMES = ("indicator", "instrument")
_DECIMAL = compiled(r"[0-9]{1,3}\.[0-9]{2}")
_CODED = compiled(r"\s*\(?[IEO]\s?[0-9]{1,2}(?![0-9])")
_SEVERAL = 2
_ASSESSED = compiled(
    rf"(?:ผล|ค่า)?(?:คะแนน)?(?:รวม|เฉลี่ย|ภาพรวม|{TOOLS})*\(?(?:[IEO]IT|ITA)(?![A-Z])"
)
# Columns of other numbers than scores, and the words of a title.
_NUMBERS = ("change", "target", "weight", "maximum", "benchmark", "points", "rank", "count")
_WORDS = compiled("[\u0e01-\u0e2e]{2}")


def continues(table: Table, above: Columns) -> bool:
    """Whether a table without a header may be more of the one above it.

    Numbers stand where its numbers did; rows named by what is assessed are no more levels.
    """
    if len(above.columns) != table.columns or not any(c.header for c in above.columns):
        # Without a header above, its own cells tell as much of a table as those did.
        return False
    if above.where("level", "condition") and _names_assessed(table):
        return False
    scores = [clean(c.text) for c in table.cells if c.column in above.where("score") and c.text]
    told = [clean(c.text) for c in table.cells if c.column in above.where(*_TOLD) and c.text]
    numbers = sum(bare_score(t) is not None for t in told)
    first = [c.text for c in table.cells if c.row == 0 and c.column in above.where("score")]
    if any(t.strip() and not regex.search("[0-9]", clean(t)) for t in first):
        return False
    if any((named := read_heading(t)) and named.indicator for t in scores):
        return False
    if any(_holds_scores(table, column) for column in above.where(*_NAMES)):
        return False
    if any(_holds_items(table, column) for column in above.where("score", *_NAMES, *_NUMBERS)):
        return False
    fits = sum(bool(regex.search("[0-9]", t)) for t in scores) >= 0.5 * len(scores)
    return fits and (not told or numbers < 0.5 * len(told))


def _names_assessed(table: Table) -> bool:
    """Whether the rows are named by what is assessed: instruments, an indicator, codes of items."""
    names = [clean(c.text) for c in table.cells if c.column == 0]
    coded = any(_CODED.match(name) for name in names)
    return coded or sum(_ASSESSED.match(squeeze(name)) is not None for name in names) >= _SEVERAL


def _holds_items(table: Table, column: int) -> bool:
    """Whether most cells of a column begin with an item's code and have words behind it."""
    texts = [clean(c.text) for c in table.cells if c.column == column and c.text.strip()]
    named = sum(_CODED.match(t) is not None and bool(_WORDS.search(t)) for t in texts)
    return 2 * named > len(texts)


def _holds_scores(table: Table, column: int) -> bool:
    """Whether most cells of a column are numbers with decimals."""
    texts = [clean(c.text) for c in table.cells if c.column == column and c.text.strip()]
    return 2 * sum(_DECIMAL.fullmatch(t) is not None for t in texts) > len(texts)
