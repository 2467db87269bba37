"""Numbers that are printed more than once, from files to findings: `ita load` compares them all."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from normalize.codebook import items
from pipeline.cli import cli
from pipeline.exit_codes import ExitCode
from tests.pipeline.stored import rows

BOOK = items(2567)
TITLE = "# การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. {} สำนักงานเขตบางรัก"
OWN = {"I1": "๙๑.๒๐", "I2": "92.30", "I3": "93.40"}


def analysis(scores: dict[str, str], sentence: str = "", year: str = "๒๕๖๗") -> str:
    """A report as OCR hands it on, with a score table."""
    table = ["| ข้อ | ข้อคำถาม | คะแนน |", "|---|---|---|"]
    table += [f"| {code} | {BOOK[code].title_th} | {score} |" for code, score in scores.items()]
    return "\n".join([TITLE.format(year), "", *table, "", sentence])


def two_years(last: dict[str, str]) -> str:
    """Next year's report, which prints last year's scores beside its own."""
    table = ["| ข้อ | ข้อคำถาม | คะแนน ปี 2567 | คะแนน ปี 2568 |", "|---|---|---|---|"]
    table += [f"| {c} | {BOOK[c].title_th} | {score} | 95.00 |" for c, score in last.items()]
    return "\n".join([TITLE.format("๒๕๖๘"), "", *table])


def load(folder: Path, **files: str) -> Path:
    raw = folder / "raw"
    raw.mkdir()
    for name, text in files.items():
        (raw / f"{name}.md").write_text(text, encoding="utf-8")
    db = folder / "ita.db"
    options = ["--db", str(db), "--workers", "1", "--timeout", "0", "--max-memory", "0"]
    result = CliRunner().invoke(cli, ["load", str(raw), *options])
    assert result.exit_code == ExitCode.DONE, result.output
    return db


def conflicts(db: Path) -> list[tuple[object, ...]]:
    return rows(
        db,
        "SELECT document_file, kind, message FROM v_finding"
        " WHERE kind IN ('score-disagrees', 'documents-disagree') ORDER BY finding_id",
    )


def current(db: Path) -> list[tuple[object, ...]]:
    query = (
        "SELECT code, score, document_file, rule, conflict FROM v_score_current"
        " WHERE fiscal_year = 2567 ORDER BY code"
    )
    return rows(db, query)


def test_one_number_printed_twice_in_a_report(tmp_path: Path) -> None:
    db = load(tmp_path, one=analysis(OWN, "ข้อที่ได้คะแนนต่ำที่สุด ได้แก่ I1 ได้เพียง 91.02 คะแนน"))
    ((file, kind, message),) = conflicts(db)
    assert (file, kind) == ("one.md", "score-disagrees")
    assert "I1 is printed as 91.20 on page 1 and as 91.02 on page 1; the first was" in str(message)
    assert rows(db, "SELECT score, mentions FROM v_score WHERE code = 'I1'") == [(91.2, 2)]


@pytest.mark.parametrize("again", ["91.20", "๙๑.๒"])
def test_one_number_printed_twice_alike(tmp_path: Path, again: str) -> None:
    sentence = f"ข้อที่ได้คะแนนต่ำที่สุด ได้แก่ I1 ได้เพียง {again} คะแนน"
    db = load(tmp_path, one=analysis(OWN, sentence), two=analysis(OWN))
    assert conflicts(db) == []
    assert [row[-1] for row in current(db)] == [0, 0, 0]
    query = "SELECT mentions FROM v_score WHERE code = 'I1' ORDER BY document_file"
    assert rows(db, query) == [(2,), (1,)]


def test_one_district_and_year_in_two_reports(tmp_path: Path) -> None:
    db = load(tmp_path, one=analysis(OWN), two=analysis(OWN | {"I2": "92.80"}))
    ((file, kind, message),) = conflicts(db)
    assert (file, kind) == ("one.md", "documents-disagree")
    assert message == (
        "I2 of 2567 is printed as 92.30 here and as 92.80 on page 1 of two.md;"
        " v_score_current has that one (file name)"
    )
    assert ("I2", 92.8, "two.md", "file name", 1) in current(db)


def test_next_years_report_quotes_this_years_score(tmp_path: Path) -> None:
    db = load(tmp_path, a_year=analysis(OWN), b_next=two_years(OWN | {"I3": "93.04"}))
    ((file, kind, message),) = conflicts(db)
    assert (file, kind) == ("b_next.md", "documents-disagree")
    assert "I3 of 2567 is printed as 93.04 here and as 93.40" in str(message)
    assert current(db) == [
        ("I1", 91.2, "a_year.md", "analysis of that assessment", 0),
        ("I2", 92.3, "a_year.md", "analysis of that assessment", 0),
        ("I3", 93.4, "a_year.md", "analysis of that assessment", 1),
    ]
