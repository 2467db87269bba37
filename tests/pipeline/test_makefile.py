"""The targets of the Makefile that can be tried without installing anything."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
# These tests may themselves run under make, which tells its children so.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}


def test_help_lists_every_target() -> None:
    run = subprocess.run(
        ["make", "help"], cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    targets = re.findall(r"^\.PHONY: (\w+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert {"load", "setup", "test", "lint", "clean", "help"} <= set(targets)
    for target in targets:
        assert re.search(rf"^  make {target} +[A-Z]", run.stdout, re.MULTILINE), target


def test_names_reach_the_command_as_they_are(tmp_path: Path) -> None:
    """Quotes, spaces and shell signs in RAW and DB are part of the name."""
    ita = tmp_path / ".venv" / "bin" / "ita"
    ita.parent.mkdir(parents=True)
    ita.write_text('#!/bin/sh\nprintf "<%s>" "$@"\n')
    ita.chmod(0o755)
    (tmp_path / ".venv" / "bin" / "python").symlink_to("/bin/true")
    for name in ("setup.cfg", "pyproject.toml"):
        (tmp_path / name).touch()
    raw, db = 'it\'s "mine" $(touch x)', "-out; touch x.db"
    run = subprocess.run(
        ["make", "-f", ROOT / "Makefile", "load", f"RAW={raw.replace('$', '$$')}", f"DB={db}"],
        cwd=tmp_path,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.endswith(f"<load><--db><{db}><--><{raw}>")
    assert not (tmp_path / "x").exists()
