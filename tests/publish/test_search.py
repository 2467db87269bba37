"""Searching Thai, long words and short ones, in the made-up city."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cli import cli
from pipeline.commands.search import FIELDS as COMMAND_FIELDS
from pipeline.exit_codes import ExitCode
from publish.errors import QuestionError
from publish.reader import asking
from publish.search import FIELDS, Search, excerpt, hits, places, words_of


def found(db: Path, *words: str, **narrowed: object) -> list[tuple[str, str]]:
    """File and field of every hit."""
    search = Search(words_of(words), **narrowed)  # type: ignore[arg-type]
    with asking(db) as connection:
        return [(hit.document_file, hit.field) for hit in hits(connection, search)]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        (["คู่มือ"], [("a-progress.pdf", "measure"), ("b67.pdf", "measure"), ("a66.pdf", "measure")]),
        (["คู่มือ", "ติดประกาศที่"], [("a-progress.pdf", "measure"), ("a66.pdf", "measure")]),
        (["คู่มือ", "กล้อง"], []),
        (["ล่าช้า"], [("b67.pdf", "weakness"), ("a66.pdf", "weakness")]),
        (["เล่ม"], [("a-progress.pdf", "result")]),
        (["แผ่น", "พับ"], [("b-progress.pdf", "measure"), ("b-plan.pdf", "measure")]),
        (["=HYPER"], [("b67.pdf", "measure")]),
        (["HTTP://EXAMPLE"], [("b67.pdf", "measure")]),
    ],
)  # fmt: skip
def test_words_are_found(city: Path, words: list[str], places: list[tuple[str, str]]) -> None:
    assert found(city, *words) == places


@pytest.mark.parametrize("word", ["ก", "กล", "้อ", "ม่", "0", "(", "%", "_", "\\", "'", '"', "*"])
def test_short_words_are_found_where_they_are(city: Path, word: str) -> None:
    """Held against Python's own search in the whole texts."""
    with asking(city) as connection:
        expected = [
            field
            for field, (index, column) in FIELDS.items()
            for row in connection.execute(f"SELECT {column} FROM {index.removesuffix('_search')}")
            if row[0] and word in row[0]
        ]
    assert sorted(field for _, field in found(city, word)) == sorted(expected)


def test_long_and_short_words_together(city: Path) -> None:
    assert found(city, "เล่ม", "00") == [("a-progress.pdf", "result")]
    assert found(city, "เล่ม", "99") == []


def test_digits_and_marks_are_put_in_order(city: Path) -> None:
    assert found(city, "๕๐๐ เล่ม") == found(city, "500 เล่ม") == [("a-progress.pdf", "result")]
    disordered = "คู่มือ".replace("ู่", "ู่")
    assert disordered != "คู่มือ"
    assert found(city, disordered) == found(city, unicodedata.normalize("NFD", "คู่มือ")) != []


def test_narrowed(city: Path) -> None:
    assert found(city, "คู่มือ", district="พระนคร", year=2566) == [("a66.pdf", "measure")]
    assert found(city, "คู่มือ", district="1002") == [("b67.pdf", "measure")]
    assert found(city, "แผ่น", fields=("result",)) == [("b-progress.pdf", "result")]


@pytest.mark.parametrize("words", [[], [" "], ["\x00"], ["\u200b"]])
def test_nothing_is_no_search(words: list[str]) -> None:
    with pytest.raises(QuestionError, match="Nothing to search for"):
        words_of(words)


@given(st.text(max_size=20))
def test_no_word_makes_a_search_fall_over(city: Path, text: str) -> None:
    try:
        found(city, text)
    except QuestionError as error:
        assert "Nothing to search for" in str(error)


def test_hits_know_their_page(city: Path) -> None:
    with asking(city) as connection:
        (hit,) = hits(connection, Search(("เล่ม",)))
    assert (hit.agency_th, hit.year, hit.page, hit.codes) == ("พระนคร", 2567, 1, "I1")


def test_excerpts_show_the_word_and_part_no_mark() -> None:
    text = "ก" * 50 + "ที่นี้ผู้ใหญ่บ้าน\nสินบน" + "ข" * 90
    for around in range(1, 30):
        part, (span,) = excerpt(text, ["สินบน"], around)
        assert part[slice(*span)] == "สินบน"
        assert part.startswith("…") and part.endswith("…")
        assert unicodedata.category(part[1]) not in ("Mn", "Mc")
        assert "\n" not in part
    assert excerpt("สั้น", ["x"], 10) == ("สั้น", [])


def test_overlapping_words_are_marked_once() -> None:
    assert places("จัดซื้อจัดจ้าง", ["จัด", "จัดซื้อ"]) == [(0, 7), (7, 10)]


def search(db: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["search", "--db", str(db), *arguments])


def test_the_command_shows_district_year_file_and_page(city: Path) -> None:
    result = search(city, "เล่ม")
    assert result.exit_code == ExitCode.DONE
    assert result.stdout.splitlines() == [
        "พระนคร 2567 · ผลการดำเนินการ · I1 · a-progress.pdf หน้า 1",
        "    จัดทำแล้ว 500 เล่ม",
    ]


def test_the_command_says_how_many_more_there_are(city: Path) -> None:
    result = search(city, "คู่มือ", "--limit", "1")
    assert len(result.stdout.splitlines()) == 2
    assert result.stderr == "1 of 3 places; --limit 0 shows all.\n"
    assert search(city, "คู่มือ", "--limit", "0").stderr == ""


def test_the_command_as_json(city: Path) -> None:
    (row,) = json.loads(search(city, "คู่มือ", "--in", "measure", "--year", "2566", "--json").stdout)
    assert row["document_file"] == "a66.pdf"
    assert row["text"].endswith("ติดประกาศที่สำนักงานเขต")


def test_nothing_found_has_its_own_code(city: Path, tmp_path: Path) -> None:
    assert search(city, "ไม่มีคำนี้").exit_code == ExitCode.NO_REPORTS
    assert search(city, "").exit_code == ExitCode.USAGE
    assert search(tmp_path / "none.db", "ก").exit_code == ExitCode.DATABASE


def test_the_command_knows_all_fields() -> None:
    assert set(COMMAND_FIELDS) == set(FIELDS)
