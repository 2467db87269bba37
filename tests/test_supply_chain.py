"""What is installed with the project: known, locked, and under licences that ask nothing of it."""

from __future__ import annotations

import re
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from benchmarks.licences import PAGE, groups, licences, objections

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
LOCKED = dict(re.findall(r"^([a-z0-9.-]+)==(\S+) \\$", LOCK, re.MULTILINE))


def test_no_licence_of_the_core_reaches_over_to_this_project() -> None:
    core = licences(groups()[""])
    assert {"pdfplumber", "pdfminer-six", "sqlalchemy", "click"} <= {one.package for one in core}
    assert objections(core) == []


def test_a_licence_that_does_is_noticed() -> None:
    """PyMuPDF, which the design leaves out for it, states its licence like this."""
    (mine,) = licences(["click"])
    for stated in (
        "Dual Licensed - GNU AFFERO GPL 3.0 or Artifex Commercial License",
        "GNU Affero General Public License v3",
        "AGPL-3.0-or-later",
        "GPL-2.0",
        "not stated",
    ):
        assert objections([type(mine)("some", stated, ())]) == [f"some: {stated}"]
    assert objections([type(mine)("some", "LGPL-2.1-or-later", ())]) == []


def test_every_package_of_the_core_is_on_the_page_of_licences() -> None:
    core, _, _ = PAGE.read_text(encoding="utf-8").partition("## With")
    for one in licences(groups()[""]):
        assert f"| {one.package} | " in core, "python -m benchmarks.licences --write"


def test_the_lock_holds_what_setup_cfg_asks_for() -> None:
    for line in groups()[""]:
        wanted = Requirement(line)
        version = LOCKED[canonicalize_name(wanted.name)]
        assert wanted.specifier.contains(Version(version)), f"{line}: {version} is locked"


def test_the_lock_holds_all_that_comes_with_it_and_hashes_for_each() -> None:
    assert {one.package for one in licences(groups()[""])} <= set(LOCKED)
    entries = re.split(r"^(?=[a-z0-9.-]+==)", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) == len(LOCKED)
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "index-url" not in LOCK.partition("\n\n")[2]
