"""A folder of two samples and the database they were loaded into, made once."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import cli
from tests.pipeline.stored import rows

SAMPLES = Path(__file__).parents[2] / "data" / "raw"
FULL = "sample-full-2567.pdf"
PLAN = "sample-plan-2566.pdf"


@dataclass(frozen=True, slots=True)
class Desk:
    """The folder of the reports and their database."""

    raw: Path
    db: Path

    def ita(self, *arguments: str) -> Result:
        return CliRunner().invoke(cli, list(arguments))

    def explain(self, *arguments: str, raw: Path | None = None) -> Result:
        folder = str(raw or self.raw)
        return self.ita("explain", *arguments, "--db", str(self.db), "--raw", folder)

    def id_of(self, sql: str) -> str:
        ((found,), *_) = rows(self.db, sql)
        return str(found)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("desk")
    raw = folder / "raw"
    (raw / "2567").mkdir(parents=True)
    shutil.copy(SAMPLES / FULL, raw / "2567" / FULL)
    shutil.copy(SAMPLES / PLAN, raw / PLAN)
    made = Desk(raw, folder / "ita.db")
    result = made.ita("load", str(raw), "--db", str(made.db), "--workers", "1")
    assert result.exit_code == 0, result.output
    return made
