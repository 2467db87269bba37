from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.screen import Column, shown, shown_json, table, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("มีนบุรี", 4),  # three marks
        ("ที่อยู่", 3),  # two marks on one letter, twice
        ("กำ", 2),
        ("漢字", 4),
    ],
)
def test_width_counts_columns_not_characters(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("รายงาน มีนบุรี.pdf", "รายงาน มีนบุรี.pdf"),
        ('it\'s "so".pdf', 'it\'s "so".pdf'),
        ("a\nb", "a\\nb"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("abc\u202efdp.exe", "abc\\u202efdp.exe"),
        ("a\u200bb", "a\\u200bb"),
        ("a\x9bb", "a\\x9bb"),
        ("\udcff", "\\udcff"),
        ("a\\nb", "a\\\\nb"),
    ],
)
def test_what_does_not_print_is_escaped(text: str, escaped: str) -> None:
    assert shown(text) == escaped


@given(st.text())
def test_shown_text_prints_and_can_be_told_apart(text: str) -> None:
    assert shown(text).isprintable()
    assert shown(text).encode().decode() == shown(text)
    if text.isascii():
        assert shown(text).encode().decode("unicode_escape") == text


@given(st.text(st.characters()))
def test_shown_json_says_the_same(text: str) -> None:
    written = shown_json(json.dumps({"name": text}, ensure_ascii=False, indent=1))
    assert json.loads(written) == {"name": text}
    assert written.replace("\n", "").isprintable()


def test_table_aligns_thai() -> None:
    rows = [("เขตมีนบุรี", "5"), ("เขตบางเขน", "100")]
    lines = table([Column("district"), Column("scores", number=True)], rows).splitlines()
    assert lines == [
        "district   scores",
        "---------  ------",
        "เขตมีนบุรี         5",
        "เขตบางเขน     100",
    ]
    assert len({width(line) for line in lines}) == 1


def test_table_without_rows_is_its_heading() -> None:
    assert table([Column("file"), Column("year")], []).splitlines() == ["file  year", "----  ----"]
