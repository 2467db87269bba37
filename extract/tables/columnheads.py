"""The columns of a table without rules where its heads do not stand above what they head.

A head is centred in its column, the numbers below it stand at the left or at the right of theirs:
in a wide column an empty gutter lies between the two, as if they were columns of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.text.pieces import Printed, column_of, edge_cut, gutters_of, is_number


def edges_of(lines: Sequence[Printed]) -> list[float]:
    """The edges of the columns: the outer ones, and the middles of the gutters that lines leave."""
    pieces = [p for line in lines for p in line.pieces]
    left, right = min(p.x0 for p in pieces) - 2, max(p.x1 for p in pieces) + 2
    return [left, *((a + b) / 2 for a, b in gutters_of(lines)), right]


def joined_heads(lines: Sequence[Printed], xs: Sequence[float]) -> list[float]:
    """The edges without those that part a head from its column.

    A column with nothing but a head is one with the column beside it that has everything but a
    head, the left one or the right one for all of them; where that is not plain they stay.
    """
    columns = len(xs) - 1
    first = next((n for n, line in enumerate(lines) if _has_number(line, xs)), 0)
    heads = {column_of(p, xs) for line in lines[:first] for p in line.pieces}
    below = {column_of(p, xs) for line in lines[first:] for p in line.pieces}
    alone = [c for c in range(columns) if c in heads and c not in below]
    bare = {c for c in range(columns) if c in below and c not in heads}
    for step in (-1, 1):
        if alone and all(c + step in bare for c in alone):
            gone = {max(c, c + step) for c in alone}
            return [x for n, x in enumerate(xs) if n not in gone]
    if len(alone) == len(bare) == 1 and 0 < alone[0] < min(bare):
        return _begun_by_heads(lines, first, xs, alone[0], min(bare))
    return list(xs)


def _begun_by_heads(
    lines: Sequence[Printed], first: int, xs: Sequence[float], alone: int, bare: int
) -> list[float]:
    """The edges where heads stand at the left and numbers at the right of each column.

    From the column of nothing but a head (``alone``) up to the one of nothing but numbers
    (``bare``) every number then stands below the next column's head. Columns begin where their
    heads do; without edges, for no columns, where that cuts what is printed.
    """
    heads = sorted(
        p.x0 for line in lines[:first] for p in line.pieces if alone <= column_of(p, xs) < bare
    )
    edges = [*xs[:alone], *(x - 1 for x in heads), *xs[bare + 1 :]]
    cut = any(edge_cut(p, edges) for line in lines for p in line.pieces)
    return [] if cut or len(heads) != bare - alone else edges


def _has_number(line: Printed, xs: Sequence[float]) -> bool:
    """Whether a number stands behind the first column."""
    return any(is_number(p.text) and column_of(p, xs) for p in line.pieces)


__all__ = ["edges_of", "joined_heads"]
