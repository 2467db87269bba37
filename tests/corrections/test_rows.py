"""What may stand in a file of corrections, and what is said of what may not."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from normalize.corrections import (
    COLUMNS,
    CorrectionsError,
    bundled,
    fingerprints,
    parse_corrections,
    read_corrections,
)

SHA = "ab" * 32
GOOD = {
    "file_sha256": SHA,
    "page": "3",
    "field": "score:I7",
    "raw": "๙๑.๒๐",
    "corrected": "97.20",
    "reason": "the 7 is broken in print",
    "who": "สมศรี",
}


def text(*rows: dict[str, str]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def test_a_row_says_all_it_says() -> None:
    (row,) = parse_corrections(text(GOOD), "data/corrections.csv")
    assert (row.file_sha256, row.page, row.field) == (SHA, 3, "score:I7")
    assert row.score == (None, "I7")
    assert row.code is None
    assert (row.raw, row.corrected, row.who) == ("๙๑.๒๐", "97.20", "สมศรี")
    assert row.where == "data/corrections.csv:2"


def test_year_and_codes_of_a_field() -> None:
    year, code = parse_corrections(
        text(
            GOOD | {"field": "score:2566:10.2"},
            GOOD | {"field": "code:I2", "corrected": "I12, I13"},
        ),
        "x",
    )
    assert year.score == (2566, "10.2")
    assert (code.code, code.codes, code.score) == ("I2", ("I12", "I13"), None)


def test_a_file_as_spreadsheets_save_it(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    body = text(GOOD | {"file_sha256": SHA.upper()}) + ",,,,,,\n\n"
    path.write_text(body, encoding="utf-8-sig")
    (row,) = read_corrections(path)
    assert row.file_sha256 == SHA


def test_a_raw_text_of_two_lines_is_one_row() -> None:
    first, second = parse_corrections(text(GOOD | {"raw": "a\nb"}, GOOD), "x")
    assert first.raw == "a\nb"
    assert second.where == "x:4"


def test_the_rows_of_the_program_fit() -> None:
    assert isinstance(bundled(), tuple)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"file_sha256": "abc"}, "file_sha256 is not 64 hexadecimal digits"),
        ({"page": "0"}, "'0' is not a page number"),
        ({"page": "two"}, "'two' is not a page number"),
        ({"reason": ""}, "reason is empty"),
        ({"who": " "}, "who is empty"),
        ({"field": "points"}, "no field is called 'points'"),
        ({"field": "score:I0"}, "no field is called"),
        ({"field": "score:"}, "no field is called"),
        ({"raw": ""}, "raw is empty"),
        ({"corrected": "101"}, "'101' is no score"),
        ({"corrected": "97,2"}, "'97,2' is no score"),
        ({"field": "code:I2", "corrected": "12"}, "'12' is no item code"),
        ({"field": "code:I2", "corrected": ""}, "'' is no item code"),
        ({"field": "deadline", "corrected": "soon"}, "'soon' is no date"),
        ({"field": "deadline", "corrected": "2023-02-30"}, "'2023-02-30' is no date"),
        ({"field": "monitoring", "corrected": "often"}, "'often' is no interval"),
        ({"field": "agency", "corrected": "9999"}, "agency cannot be '9999'"),
        ({"field": "doc_type", "corrected": "book"}, "doc_type cannot be 'book'"),
        ({"field": "rating", "corrected": "ดี"}, "rating cannot be 'ดี'"),
        ({"field": "report_year", "corrected": "2023"}, "'2023' is no Buddhist Era year"),
    ],
)
def test_a_row_that_does_not_fit_is_named(change: dict[str, str], said: str) -> None:
    with pytest.raises(CorrectionsError, match=r"^data/corrections\.csv:2: ") as error:
        parse_corrections(text(GOOD | change), "data/corrections.csv")
    assert said in str(error.value)


def test_two_rows_for_one_thing_are_named() -> None:
    with pytest.raises(CorrectionsError, match="x:3: corrects the same as x:2"):
        parse_corrections(text(GOOD, GOOD | {"corrected": "1"}), "x")


def test_a_missing_column_is_named() -> None:
    with pytest.raises(CorrectionsError, match="no column who"):
        parse_corrections("file_sha256,page,field,raw,corrected,reason\n", "x")


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_bytes(text(GOOD).encode("tis-620"))
    with pytest.raises(CorrectionsError, match="not UTF-8"):
        read_corrections(path)


def test_fingerprints_change_with_the_rows_of_their_file_only() -> None:
    other = GOOD | {"file_sha256": "cd" * 32}
    before = fingerprints(parse_corrections(text(GOOD, other), "x"))
    after = fingerprints(parse_corrections(text(GOOD, other | {"who": "Malee"}), "y"))
    assert before[SHA] == after[SHA]
    assert before["cd" * 32] != after["cd" * 32]
