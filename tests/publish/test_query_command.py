"""`ita query` as a person types it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.answers import cut
from pipeline.cli import cli
from pipeline.exit_codes import ExitCode
from pipeline.screen import width
from publish.questions import questions
from tests.publish.city import FORMULA


def query(db: Path, *arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["query", "--db", str(db), *arguments], input=stdin)


def test_a_named_question_is_a_table(city: Path) -> None:
    result = query(city, "lowest-items", "--param", "year=2566", "--param", "count=1")
    assert result.exit_code == ExitCode.DONE
    heading, rule, row = result.stdout.splitlines()
    assert heading.split()[:3] == ["agency_code", "agency_th", "fiscal_year"]
    assert set(rule) == {"-", " "}
    assert row.split()[:5] == ["1001", "พระนคร", "2566", "1", "O1"]
    assert result.stderr == ""


def test_sql_of_ones_own(city: Path) -> None:
    sql = (
        "SELECT code, score FROM v_score WHERE document_file = :file AND score < :limit ORDER BY 2"
    )
    result = query(city, sql, "--param", "file=b67.pdf", "--param", "limit=83", "--json")
    assert json.loads(result.stdout) == [{"code": "O1", "score": 0}, {"code": "I1", "score": 81}]
    typed = query(city, "-", "--json", stdin="SELECT count(*) AS n FROM v_document")
    assert json.loads(typed.stdout) == [{"n": 7}]


def test_numbers_are_numbers_and_codes_are_not(city: Path) -> None:
    sql = "SELECT typeof(:a) a, typeof(:b) b, typeof(:c) c, typeof(:d) d, :e e"
    given = ["a=2567", "b=-1.5", "c=007", "d=๒๕๖๗", "e=x=y"]
    arguments = [part for value in given for part in ("--param", value)]
    assert json.loads(query(city, sql, *arguments, "--json").stdout) == [
        {"a": "integer", "b": "real", "c": "text", "d": "text", "e": "x=y"}
    ]


def test_csv_holds_everything_and_no_formula(city: Path) -> None:
    result = query(city, "section-duties", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert f"'{FORMULA}" in [row["measure"] for row in rows]
    assert any("\n" in row["measure"] for row in rows)


@pytest.mark.parametrize(("name", "start"), [("a.csv", b"\xef\xbb\xbfrank,"), ("a.JSON", b"[\n")])
def test_an_answer_becomes_a_file(city: Path, tmp_path: Path, name: str, start: bytes) -> None:
    result = query(city, "ranking", "-o", str(tmp_path / name))
    assert result.exit_code == ExitCode.DONE
    assert result.stdout == ""
    assert result.stderr.endswith(f"{name}: 2 rows.\n")
    assert (tmp_path / name).read_bytes().startswith(start)


def test_a_table_cuts_long_texts_and_no_terminal_takes_orders(city: Path) -> None:
    sql = "SELECT measure AS m, char(27) || '[2J' AS evil FROM v_measure WHERE codes = 'I1'"
    lines = query(city, sql, "--width", "12").stdout.splitlines()
    assert all("…" in line and "\\x1b[2J" in line for line in lines[2:])
    assert "…" not in query(city, sql, "--width", "0").stdout


@pytest.mark.parametrize("longest", range(1, 12))
def test_cutting_parts_no_mark_from_its_letter(longest: int) -> None:
    text = "ที่นี้ผู้ใหญ่"
    short = cut(text, longest)
    assert width(short) <= longest
    rest = text[len(short) - 1 :] if short.endswith("…") else ""
    assert not rest or width(rest[0]) == 1
    assert cut(text, 0) == cut(text, 99) == text


def test_no_row_is_said_aside(city: Path) -> None:
    result = query(city, "ranking", "--param", "year=2500", "--json")
    assert (result.stdout, result.exit_code) == ("[]\n", ExitCode.DONE)
    assert result.stderr == "No row answers this.\n"


def test_the_questions_are_listed_and_shown(city: Path) -> None:
    listed = query(city, "--list").stdout
    assert all(name in listed for name in questions())
    assert "ข้อที่ได้คะแนนต่ำที่สุดของแต่ละเขต" in listed
    names = [row["name"] for row in json.loads(query(city, "--list", "--json").stdout)]
    assert names == list(questions())
    shown = query(city, "ranking", "--show").stdout
    assert "--param year=…" in shown
    assert "  year_before\n    คะแนนรวมของปีก่อนหน้า\n    Overall score of the year before\n" in shown
    assert shown.rstrip().endswith("ORDER BY overall IS NULL, overall DESC, agency_code")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Name a question"),
        (["rankin"], "no question called rankin"),
        (["ranking", "--param", "year"], "write NAME=VALUE"),
        (["ranking", "--param", "size=1"], "no parameter size"),
        (["ranking", "-o", "answer.pdf"], ".csv or .json"),
        (["SELECT nobody"], "no such column: nobody"),
        (["DELETE FROM score"], "Only questions that read"),
    ],
)
def test_what_is_not_understood_is_a_usage_error(
    city: Path, arguments: list[str], said: str
) -> None:
    result = query(city, *arguments)
    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr
    assert result.stdout == ""


def test_no_database_has_its_own_code(tmp_path: Path) -> None:
    result = query(tmp_path / "none.db", "ranking")
    assert result.exit_code == ExitCode.DATABASE
    assert "ita load" in result.stderr


def test_a_place_that_cannot_be_written_is_said(city: Path, tmp_path: Path) -> None:
    result = query(city, "ranking", "-o", str(tmp_path / "none" / "a.csv"))
    assert result.exit_code == ExitCode.DATABASE
    assert "No such file or directory" in result.stderr


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ita que", ["query"]),
        ("ita query low", ["lowest-items"]),
        ("ita load --wor", ["--workers"]),
    ],
)
def test_the_tab_key_finishes_commands_options_and_questions(words: str, found: list[str]) -> None:
    environment = {
        "_ITA_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    result = CliRunner().invoke(cli, [], env=environment, prog_name="ita")
    assert [line.partition(",")[2] for line in result.stdout.splitlines()] == found
