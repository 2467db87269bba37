"""Scores that two documents print differently are findings, whatever was loaded first."""

from __future__ import annotations

import itertools
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from load import agreement
from load.build import Incoming, refresh
from normalize.model import Finding, Meta, Report
from tests.load.reports import incoming, pages, score

OWN = Meta(agency_code="1003", doc_type="analysis", report_year=2567, assessment_year=2567)
NEXT = replace(OWN, report_year=2568, assessment_year=2568)


def report(value: str, meta: Meta = OWN, year: int | None = 2567) -> Report:
    facts = (score("I1", value, year=year), score("I2", "90.00"))
    return Report("x.pdf", "d" * 64, "ok", "text", meta, pages(1), facts)


def found(db: Path) -> list[tuple[str, str]]:
    query = (
        "SELECT document_file, message FROM v_finding"
        f" WHERE kind = '{agreement.KIND}' ORDER BY document_file"
    )
    with sqlite3.connect(db) as connection:
        return connection.execute(query).fetchall()


def files(**reports: Report) -> list[Incoming]:
    return [incoming(f"{name}.pdf", one) for name, one in reports.items()]


def test_the_finding_stands_with_the_document_that_was_not_taken(tmp_path: Path) -> None:
    """Next year's report quotes this year's score: the analysis of this year is taken."""
    db = tmp_path / "a.db"
    refresh(db, files(this=report("80.10"), next=report("81.10", NEXT)))
    ((file, message),) = found(db)
    assert file == "next.pdf"
    assert message == (
        "I1 of 2567 is printed as 81.10 here and as 80.10 on page 1 of this.pdf;"
        " v_score_current has that one (analysis of that assessment)"
    )
    place = "SELECT severity, page, table_no, row_no, x0, raw FROM v_finding WHERE kind = ?"
    with sqlite3.connect(db) as connection:
        rows = connection.execute(place, (agreement.KIND,)).fetchall()
    assert rows == [("error", 1, 0, 2, 70.12, "81.10 คะแนน")]


@pytest.mark.parametrize(
    "other",
    [
        report("80.1"),
        report("81.10", replace(OWN, agency_code="1004")),
        report("81.10", replace(OWN, agency_code=None)),
        report("81.10", year=2566),
        report("81.10", year=None),
    ],
)
def test_what_agrees_or_cannot_be_compared_is_no_finding(tmp_path: Path, other: Report) -> None:
    refresh(tmp_path / "a.db", files(one=report("80.10"), two=other))
    assert found(tmp_path / "a.db") == []


def test_the_order_of_loading_changes_nothing(tmp_path: Path) -> None:
    three = files(
        one=report("80.10"),
        two=replace(report("81.10"), findings=(Finding("info", "other", "Something else"),)),
        three=report("82.10", NEXT),
    )
    dumps = set()
    for number, order in enumerate(itertools.permutations(three)):
        db = tmp_path / f"{number}.db"
        for one in order:
            refresh(db, [one])
        with sqlite3.connect(db) as connection:
            dumps.add(tuple(connection.execute("SELECT * FROM finding ORDER BY finding_id")))
    assert len(dumps) == 1
    assert len(dumps.pop()) == 3


def test_the_rule_is_named_where_it_speaks_of_the_two(tmp_path: Path) -> None:
    """Of three documents it tells the first from the second; the third lost by another one."""
    db = tmp_path / "a.db"
    refresh(db, files(a=report("80.10"), b=report("80.10"), c=report("81.10", NEXT)))
    ((file, message),) = found(db)
    assert file == "c.pdf" and message.endswith("v_score_current has that one")


def test_a_conflict_goes_with_the_document_that_made_it(tmp_path: Path) -> None:
    db = tmp_path / "a.db"
    refresh(db, files(one=report("80.10"), two=report("81.10")))
    assert [file for file, _ in found(db)] == ["one.pdf"]
    refresh(db, files(two=report("80.10")))
    assert found(db) == []
    refresh(db, files(two=report("79.10")))
    assert [file for file, _ in found(db)] == ["one.pdf"]
    refresh(db, [], remove=["two.pdf"])
    assert found(db) == []
