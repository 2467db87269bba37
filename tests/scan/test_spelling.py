"""What a line says once its doubtful characters are held against each other."""

from __future__ import annotations

import pytest

from extract.scan.recogniser import Said
from extract.scan.spelling import spelled


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ("o14 50.00 คะแนน", "O14 50.00 คะแนน"),
        ("ข้อ o๒ และ (o3)", "ข้อ O๒ และ (O3)"),
        ("o ten no2 10o5", "o ten no2 10o5"),
    ],
)
def test_an_o_before_a_number_is_a_capital(read: str, said: str) -> None:
    line = [Said(c, float(n), n + 1.0, 0.99, "", 0.0) for n, c in enumerate(read)]
    assert "".join(s.text for s in spelled(line)) == said
