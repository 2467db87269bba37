"""SQL functions the named questions use beyond those of SQLite, for our reader and Datasette alike.

``squeeze(text)`` is the text without white space. ``alike_pairs(id, owner, text, least)`` is an
aggregate: a JSON list of ``[id, other id, likeness]`` for texts of different owners.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from typing import Any, Protocol, cast

CHUNK = 256
"""How many texts are held against all others at a time; it bounds the memory, not the result."""


class _CanAggregate(Protocol):
    def create_aggregate(self, name: str, n_arg: int, aggregate_class: type, /) -> None: ...


def register(connection: sqlite3.Connection) -> None:
    """Give a connection the functions."""
    connection.create_function("squeeze", 1, squeeze, deterministic=True)
    cast(_CanAggregate, connection).create_aggregate("alike_pairs", 4, AlikePairs)


def squeeze(text: object) -> str | None:
    """The text without any white space; ``None`` for what is no text."""
    return "".join(text.split()) if isinstance(text, str) else None


class AlikePairs:
    """Pairs of texts of different owners that are alike but not the same.

    Likeness is that of ``rapidfuzz.fuzz.ratio`` over the texts without white space: 100 would be
    the same text. Of equal texts of one owner only the first is held against others.
    """

    def __init__(self) -> None:
        self._first: dict[tuple[Any, str], Any] = {}
        self._least = 100.0

    def step(self, ident: object, owner: object, text: object, least: object) -> None:
        """Take in one text."""
        squeezed = squeeze(text)
        if squeezed and ident is not None:
            self._first.setdefault((owner, squeezed), ident)
        self._least = float(str(least))

    def finalize(self) -> str:
        """The pairs, most alike first, as JSON."""
        holders: dict[str, list[tuple[Any, Any]]] = defaultdict(list)
        for (owner, text), ident in self._first.items():
            holders[text].append((owner, ident))
        pairs = [
            (round(likeness, 1), ident, other)
            for text, near, likeness in _near(sorted(holders, key=len), self._least)
            for owner, ident in holders[text]
            for other_owner, other in holders[near]
            if owner != other_owner
        ]
        pairs.sort(key=lambda pair: (-pair[0], str(pair[1]), str(pair[2])))
        return json.dumps([[ident, other, likeness] for likeness, ident, other in pairs])


def _near(texts: list[str], least: float) -> list[tuple[str, str, float]]:
    """Each two different texts at least so alike; ``texts`` are sorted by length, none twice."""
    import numpy
    from rapidfuzz import fuzz, process

    lengths = numpy.array([len(text) for text in texts])
    # A ratio of r needs the shorter text to be at least r / (200 - r) of the longer one.
    longest = lengths * ((200 - least) / max(least, 1)) + 1
    found: list[tuple[str, str, float]] = []
    for start in range(0, len(texts), CHUNK):
        rows = texts[start : start + CHUNK]
        end = int(numpy.searchsorted(lengths, longest[start + len(rows) - 1], side="right"))
        columns = texts[start:end]
        likeness = process.cdist(rows, columns, scorer=fuzz.ratio, score_cutoff=least)
        for row, column in zip(*numpy.nonzero(likeness), strict=True):
            if column > row:
                found.append((rows[row], columns[column], float(likeness[row, column])))
    return found
