"""Rows farther apart than the lines of their cells, whichever column is the tallest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from extract.tables.rowgaps import rows_apart
from extract.text.pieces import Piece, Printed

SIZE, PITCH = 10.0, 14.0


def placed(
    heights: Sequence[Sequence[int]], *, padding: float, at: float
) -> tuple[list[Printed], list[set[int]], list[int], list[int]]:
    """Rows of cells of so many lines: the lines, their columns, those with a key, the starts.

    Column 0 holds the keys. ``at`` is where cells stand: 0 at the top of their row, 1 at its foot.
    """
    spots: dict[float, set[int]] = {}
    keys, firsts, y = [], [], 100.0
    for row in heights:
        most = max(row)
        for column, lines in enumerate((1, *row)):
            top = y + at * (most - lines) * PITCH
            keys += [top] if not column else []
            for n in range(lines):
                spots.setdefault(round(top + n * PITCH, 3), set()).add(column)
        firsts.append(y)
        y += most * PITCH + padding
    ys = sorted(spots)
    lines_of = [Printed(y, SIZE, [Piece(0, 9, "x")]) for y in ys]
    number = [ys.index(round(k, 3)) for k in keys]
    return lines_of, [spots[y] for y in ys], number, [ys.index(round(f, 3)) for f in firsts]


cells = st.lists(st.integers(1, 4), min_size=2, max_size=2)


@given(st.lists(cells, min_size=2, max_size=9), st.sampled_from([0.0, 0.5, 1.0]))
def test_rows_are_told_by_the_tallest_cell(heights: list[list[int]], at: float) -> None:
    lines, held, keys, starts = placed(heights, padding=3, at=at)
    found = rows_apart(lines, held, {0: keys}, ())
    assert found == starts


@given(st.lists(cells, min_size=2, max_size=9))
def test_rows_no_farther_apart_than_lines_are_not_told(heights: list[list[int]]) -> None:
    lines, held, keys, _ = placed([*heights, [2, 2]], padding=0, at=0.5)
    assert rows_apart(lines, held, {0: keys}, ()) == []


def test_two_codes_of_a_column_are_two_rows() -> None:
    lines, held, keys, _ = placed([[2, 1], [1, 2]], padding=6, at=0)
    assert rows_apart(lines, held, {0: [*keys, keys[0] + 1]}, ()) == []


def test_words_apart_without_a_number_are_a_band_or_tell_nothing() -> None:
    lines, held, keys, starts = placed([[2, 1], [1, 1], [1, 2]], padding=6, at=0)
    assert rows_apart(lines, held, {0: [keys[0], keys[2]]}, ()) == []
    assert rows_apart(lines, held, {0: [keys[0], keys[2]]}, [starts[1]]) == starts


def test_a_first_line_that_stands_off_at_the_page_end() -> None:
    lines, held, keys, starts = placed([[3, 1], [2, 2], [1, 3]], padding=6, at=0)
    off = [replace(lines[0], y=lines[0].y - 3), *lines[1:]]
    assert rows_apart(off, held, {0: keys}, ()) == starts


def test_the_number_of_a_name_of_two_lines_may_stand_beside_the_last() -> None:
    lines, _, _, starts = placed([[2, 1], [3, 1], [2, 1]], padding=4, at=1)
    # The name of a group in the first column, its number at the foot; then rows of more columns.
    held = [{0}, {0, 1}, {0}, {0}, {0, 1, 2}, {0}, {0, 1, 2}]
    assert rows_apart(lines, held, {1: [1, 4, 6]}, [0]) == starts
    assert rows_apart(lines, [{0}, {0, 1, 2}, *held[2:]], {1: [1, 4, 6]}, [0]) == []
