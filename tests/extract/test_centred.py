"""Columns of words set in the middle: the longest of them begin where the column does."""

from __future__ import annotations

from extract.rules.centred import centred_starts
from extract.text.clusters import Cluster
from tests.extract.pages import LETTER, SIZE

MIDDLE = 520.0


def word(text: str, x: float, y: float) -> list[Cluster]:
    return [
        Cluster(letter, x + n * LETTER, x + (n + 1) * LETTER, y, SIZE, n, False)
        for n, letter in enumerate(text)
    ]


def row(y: float, score: str, level: str) -> tuple[float, float, list[Cluster]]:
    words = word("I1", 50, y) + word(score, 450, y)
    return y - 10, y + 4, words + word(level, MIDDLE - len(level) * LETTER / 2, y)


def test_the_longest_of_centred_words_begins_its_column() -> None:
    rows = [row(100, "92.06", "ดด"), row(114, "81.51", "พอใช"), row(128, "97.07", "ดด")]
    start = MIDDLE - LETTER
    assert centred_starts(rows, [50, 450, start]) == [50, 450, MIDDLE - 2 * LETTER]


def test_words_that_run_on_from_the_column_before_move_nothing() -> None:
    rows = [row(100, "92.06", "ดด"), row(114, "81.51", "ดด")]
    rows.append((118, 132, word("ก" * 20, 440, 128)))
    start = MIDDLE - LETTER
    assert centred_starts(rows, [50, 450, start]) == [50, 450, start]


def test_a_band_over_the_columns_moves_nothing() -> None:
    rows = [row(100, "92.06", "ดด"), (104.0, 118.0, word("ตวชวด" * 20, 50, 114))]
    start = MIDDLE - LETTER
    assert centred_starts(rows, [50, 450, start]) == [50, 450, start]
