"""The worked example of docs/teach-a-layout.md does what the page says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from extract.read import read_document
from normalize.codebook import rows
from normalize.codebook.roles import renewed
from normalize.model import Report
from normalize.report import read_report
from normalize.tables import read_tables
from tests.codebook.conftest import books, in_place

__all__ = ["books", "in_place"]

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "teach-a-layout.md").read_text(encoding="utf-8")
EXAMPLE = DOCS / "examples" / "new-words.pdf"
WORDS = PAGE.split("```csv\n")[1].split("```")[0]


def read() -> tuple[Report, list[str | None]]:
    document = read_document(EXAMPLE)
    (table,) = read_tables(document)
    return read_report(document), [column.role for column in table.columns.columns]


@pytest.mark.usefixtures("in_place")
def test_without_the_words_the_sentences_are_guessed() -> None:
    report, _ = read()
    said = [f.message for f in report.findings if f.kind == "column-guessed"]
    assert len(said) == 2
    assert "'ที่ชาวเขตติง' were taken for the weakness" in said[0]
    assert "'จะลงมือทำอะไร' were taken for the measure" in said[1]


def test_with_the_words_everything_is_read(books: Path, in_place: object) -> None:
    path = books / "headers.csv"
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + WORDS, encoding="utf-8")
    assert callable(in_place)
    in_place()
    report, roles = read()
    assert "column-guessed" not in {f.kind for f in report.findings}
    assert roles == [line.split(",")[0] for line in WORDS.split()]
    assert [f"{s.code} {s.score}" for s in report.scores] == ["I1 84.20", "I4 81.75", "E4 79.60"]
    assert [(m.codes, m.units, m.deadline, m.monitoring_months) for m in report.measures] == [
        (("I1",), ("ฝ่ายทะเบียน",), "2025-03-30", 3.0),
        (("I4",), ("ฝ่ายการคลัง",), "2025-01-31", 1.0),
        (("E4",), ("ฝ่ายปกครอง",), "2025-04-30", 6.0),
    ]
    assert [w.codes for w in report.weaknesses] == [("I1",), ("I4",), ("E4",)]
    for column, role in enumerate(roles):
        assert f"      column {column}  {role:<16} " in PAGE


def test_the_page_lists_every_role(tmp_path: Path) -> None:
    assert renewed(PAGE) == PAGE, "docs/teach-a-layout.md: python -m normalize.codebook.roles"
    for line in rows("roles.csv"):
        assert f"| `{line['role']}` | {line['description_en']} |" in PAGE
    copy = tmp_path / "page.md"
    copy.write_text(PAGE.replace("| `score` |", "| `mark` |"), encoding="utf-8")
    command = [sys.executable, "-m", "normalize.codebook.roles", str(copy)]
    subprocess.run(command, check=True, cwd=DOCS.parent)
    assert copy.read_text(encoding="utf-8") == PAGE
