"""The benchmark measures what it says: words that are whole, white space aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import characters

PDFS = Path(__file__).parent / "pdf"
ROWS = [["กำ", "น้ำ"], ["ที่", "ที่"]]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("กำ น้ำ\nที่ ที่\n", [True, True, True, True]),
        ("กำน ้ำที่ ที ่", [True, True, True, True]),
        ("กำ น้า\nที่ ที่", [True, False, True, True]),
        ("กำ ที่ ที่", [True, False, True, True]),
        ("กำ น้ำ ทที่ี่", [True, True, False, False]),
        ("", [False, False, False, False]),
    ],
)
def test_a_word_is_right_when_the_alignment_leaves_it_whole(text: str, right: list[bool]) -> None:
    assert characters._aligned(text, ROWS) == right


def test_words_are_counted_without_header_and_numbers() -> None:
    right, printed = characters.words_right(PDFS / "chromium-loma.pdf", characters.ours)
    assert (right, printed) == (140, 140)


def test_every_fixture_is_in_one_row() -> None:
    paths = [path for _, _, fixtures in characters.groups() for path in fixtures]
    assert sorted(paths) == sorted(PDFS.glob("*.pdf"))
