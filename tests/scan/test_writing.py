"""What was read of a line as glyphs: a wide gap parts columns, whose print may differ."""

from __future__ import annotations

import numpy as np

from extract.content import Content
from extract.scan.cutting import column_of
from extract.scan.recogniser import Said
from extract.scan.textlines import TextLine
from extract.scan.writing import add_glyphs

LINE = TextLine(1, 60.0, 20.0, 20, 380)


def read_at(places: list[tuple[str, float]]) -> list[Said]:
    """Characters with the places of their middles, in dots."""
    return [
        Said(c, column_of(LINE, x) - 1, column_of(LINE, x) + 1, 0.99, "", 0.0) for c, x in places
    ]


def glyphs(gap: float) -> Content:
    """Two words with a gap between the middles of the letters around it."""
    first = [(c, 30.0 + 16 * n) for n, c in enumerate("ผลผลต")]
    after = first[-1][1] + gap
    places = [*first, (" ", (first[-1][1] + after) / 2)]
    places += [(c, after + 16 * n) for n, c in enumerate("ทกฝาย")]
    gray = np.full((100, 400), 250, np.uint8)
    for n, (character, x) in enumerate(places):
        if character != " ":
            wide = 5 if n < len(first) else 3
            gray[40:60, round(x) : round(x) + wide] = 20
    content = Content(400, 100)
    assert add_glyphs(content, [LINE], [read_at(places)], gray, 1.0) == []
    return content


def test_a_space_between_words_is_one() -> None:
    assert "".join(g.text for g in glyphs(34.0).glyphs) == "ผลผลต ทกฝาย"


def test_a_wide_gap_leaves_no_space() -> None:
    found = glyphs(60.0).glyphs
    assert "".join(g.text for g in found) == "ผลผลตทกฝาย"
    ends = [g.x + g.advance for g in found]
    assert found[5].x - ends[4] > 20
