"""What a card says: few words with a single number with decimals, or something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Box
from extract.tables.grid import Grid
from extract.text.clusters import Cluster, held_by, visible
from extract.text.pieces import is_number, printed_lines

# Fewer numbers than this are one.
_SEVERAL = 2
# A card says no more than so many letters, a number with decimals among them; beside cards as wide
# as it is one may say more below the number in its first lines.
WORDS, MANY, _FIRST = 160, 400, 2
_DECIMAL = re.compile(
    r"(?<![0-9.\u0e50-\u0e59])[0-9\u0e50-\u0e59]{1,3}\.[0-9\u0e50-\u0e59]{2}(?![0-9])"
)
_MOVED = re.compile(r"\s*[\u25b2\u25b3\u25bc\u25bd\u2191\u2193+\u2212\u2013-]\s*[0-9\u0e50-\u0e59]")
_LISTED = re.compile(r"\s*[\u2022\u25cf\u25aa\u2023\u2013-]\s*[\u0e01-\u0e4e]{3}")


def begins_with_number(box: Box, clusters: Sequence[Cluster]) -> bool:
    """Whether the number of a box stands in its first lines: a form has labels before it."""
    first = printed_lines(held_by(box, clusters))[:_FIRST]
    return any(_DECIMAL.search(p.text) for line in first for p in line.pieces)


def is_card(box: Box, clusters: Sequence[Cluster], most: int = WORDS) -> bool:
    """Whether a box holds little text with a single number with decimals."""
    inside = held_by(box, clusters)
    if not 4 <= len(inside) <= most:
        return False
    lines = [" ".join(p.text for p in line.pieces) for line in printed_lines(inside)]
    if any(_LISTED.match(text) for text in lines):
        # What is listed is done about the number: such a card is read as a form.
        return False
    # How much it moved says nothing but that.
    lines = [text for text in lines if not _MOVED.match(text)]
    numbers = [len(_DECIMAL.findall(text)) for text in lines]
    # Below the number of the year, alone in its line, there may be that of the year before.
    alone = [is_number(text) for text in lines]
    return sum(numbers) == 1 or (sum(numbers) == 2 and sum(alone) == 1 and max(numbers) == 1)


def has_number(clusters: Sequence[Cluster]) -> bool:
    """Whether letters print a number with decimals."""
    return any(_DECIMAL.search(p.text) for n in printed_lines(clusters) for p in n.pieces)


def is_number_alone(box: Box, clusters: Sequence[Cluster]) -> bool:
    """Whether a box holds a number with decimals and nothing else."""
    pieces = [p for n in printed_lines(visible(held_by(box, clusters))) for p in n.pieces]
    return len(pieces) == 1 and is_number(pieces[0].text, decimals=True)


def holds_several(box: Box, clusters: Sequence[Cluster]) -> bool:
    """Whether a box holds several numbers with decimals, each set off by itself."""
    lines = printed_lines(visible(held_by(box, clusters)))
    numbers = sum(is_number(p.text, decimals=True) for n in lines for p in n.pieces)
    return numbers >= _SEVERAL


def is_title(grid: Grid, clusters: Sequence[Cluster]) -> bool:
    """Whether what lines up in a card is its title with the one number beside it, no table."""
    lines = printed_lines(held_by(grid.box, clusters))
    return sum(any(is_number(p.text) for p in line.pieces) for line in lines) < 2


__all__ = [
    "MANY",
    "WORDS",
    "begins_with_number",
    "has_number",
    "holds_several",
    "is_card",
    "is_number_alone",
    "is_title",
]
