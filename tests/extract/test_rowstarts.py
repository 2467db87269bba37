"""Where rows without rules begin: from the space between them, or from their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from extract.tables.rowstarts import row_starts
from extract.text.pieces import Piece, Printed

SIZE = 10.0
PITCH = 14.0


def printed(
    heights: Sequence[int], *, padding: float, centred: bool
) -> tuple[list[Printed], list[int], list[int], list[int]]:
    """Rows of so many lines each: the lines, those with a number, those with words, the starts."""
    places: list[tuple[float, bool]] = []
    firsts: list[float] = []
    y = 100.0
    for height in heights:
        words = [y + n * PITCH for n in range(height)]
        number = (words[0] + words[-1]) / 2 if centred else words[0]
        firsts.append(words[0])
        places += [(at, False) for at in words] + [(number, True)]
        y = words[-1] + PITCH + padding
    ys = sorted({at for at, _ in places})
    lines = [Printed(at, SIZE, [Piece(0, 9, "x")]) for at in ys]
    numbers = [ys.index(at) for at, numbered in places if numbered]
    words_at = sorted({ys.index(at) for at, numbered in places if not numbered})
    return lines, numbers, words_at, [ys.index(at) for at in firsts]


@given(st.lists(st.integers(1, 5), min_size=2, max_size=12), st.booleans())
def test_rows_set_apart(heights: list[int], centred: bool) -> None:
    lines, numbers, words, starts = printed(heights, padding=6, centred=centred)
    assert row_starts(lines, numbers, words, -1) == starts


@given(st.lists(st.integers(1, 5), min_size=2, max_size=12), st.booleans())
def test_rows_that_touch_are_right_or_not_told(heights: list[int], centred: bool) -> None:
    lines, numbers, words, starts = printed(heights, padding=0, centred=centred)
    assert row_starts(lines, numbers, words, -1) in (starts, [])


def test_centred_numbers_share_out_the_lines_of_rows_that_touch() -> None:
    lines, numbers, words, starts = printed([2, 4, 2, 2], padding=0, centred=True)
    assert row_starts(lines, numbers, words, -1) == starts


def test_rows_without_a_number_stand_for_themselves() -> None:
    lines, numbers, words, starts = printed([2, 1, 3, 2], padding=6, centred=True)
    assert row_starts(lines, [numbers[0], *numbers[2:]], words, -1) == starts


def test_the_header_is_a_row() -> None:
    lines, numbers, words, starts = printed([3, 2, 1, 2], padding=6, centred=True)
    assert row_starts(lines, numbers[1:], words, starts[1] - 1) == [0, *starts[1:]]


def test_two_numbers_in_a_row_are_none_of_it() -> None:
    lines, numbers, words, _ = printed([4, 3], padding=6, centred=False)
    assert row_starts(lines, sorted([*numbers, 2]), words, -1) == []


def test_lines_of_uneven_pitch_are_shared_out_among_centred_numbers() -> None:
    # Some lines of a row are an eighth nearer to each other than others, and rows little farther.
    lines, numbers, words, starts = printed([2, 3, 2, 2], padding=1.5, centred=True)
    for line, shift in ((0, 0.6), (2, -0.6), (3, -0.6)):
        lines[line].y += shift
    assert row_starts(lines, numbers, words, -1) == starts
