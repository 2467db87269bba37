"""Every kind of finding the sources can emit is described, and nothing else is."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from normalize.codebook import finding_kinds as catalogue
from normalize.codebook.finding_kinds import finding_kinds
from tests.conftest import Read
from tests.reports import LAYOUTS, SAMPLES

ROOT = Path(__file__).parents[2]
FOLDERS = ("extract", "normalize", "quality", "load", "pipeline")
SOURCES = [
    path
    for folder in FOLDERS
    for path in sorted((ROOT / folder).rglob("*.py"))
    if path.name != "model.py"
]
CLASSES = ("Finding", "Finding.at", "Problem")
# Errors of commands, which never stand in a report.
NOT_FINDINGS = {"no-picture"}


@cache
def trees() -> list[tuple[str, ast.Module]]:
    return [
        (path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in SOURCES
    ]


def called(node: ast.AST, *names: str) -> ast.Call | None:
    if isinstance(node, ast.Call):
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        return node if {name, ast.unparse(node.func)} & {*names} else None
    return None


def literal(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


@cache
def makers() -> dict[str, list[str]]:
    """What makes a finding of the kind it is given: the classes, and functions that hand it on."""
    found = {name: ["severity", "kind"] for name in CLASSES}
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.returns is not None:
                names = [argument.arg for argument in node.args.args]
                if "kind" in names and ast.unparse(node.returns) in ("Finding", "Report"):
                    found[node.name] = names
    return found


def given(call: ast.Call, names: list[str], name: str) -> ast.expr | None:
    """What a call gives for a parameter."""
    if name in names and names.index(name) < len(call.args):
        return call.args[names.index(name)]
    return next((word.value for word in call.keywords if word.arg == name), None)


def made(tree: ast.Module) -> Iterator[tuple[str | None, str]]:
    """Severity (where it is written out) and kind of the findings a module makes."""
    for node in ast.walk(tree):
        for name, names in makers().items():
            call = called(node, name)
            if call is not None and (kind := literal(given(call, names, "kind"))):
                severity = literal(given(call, names, "severity"))
                yield severity if "severity" in names else "error", kind
        if isinstance(node, ast.ClassDef):
            yield from _class_kinds(node)


def _class_kinds(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for line in node.body:
        if isinstance(line, ast.Assign) and [ast.unparse(t) for t in line.targets] == ["kind"]:
            kind = literal(line.value)
            if kind is not None and kind not in NOT_FINDINGS:
                yield "error", kind


def test_there_is_something_to_check() -> None:
    assert len({kind for _, tree in trees() for _, kind in made(tree)}) > 25


def test_kinds_are_written_out_or_handed_on() -> None:
    """None is put together at run time, where nobody could find it to describe it."""
    for where, tree in trees():
        for node in ast.walk(tree):
            if call := called(node, *CLASSES):
                kind = given(call, ["severity", "kind"], "kind")
                handed_on = getattr(kind, "id", getattr(kind, "attr", "")) == "kind"
                assert literal(kind) or handed_on, f"{where}:{call.lineno}"


def test_every_kind_that_is_emitted_is_described_with_its_severity() -> None:
    known = finding_kinds()
    wrong = [
        (name, severity, kind)
        for name, tree in trees()
        for severity, kind in made(tree)
        if kind not in known or severity not in (None, known[kind].severity)
    ]
    assert not wrong, "add or correct lines of normalize/codebook/finding_kinds.csv"


def test_every_kind_found_in_a_report_is_described(read: Read) -> None:
    for pdf in (*SAMPLES, *sorted(LAYOUTS.glob("*.pdf"))):
        for finding in read(pdf).findings:
            assert finding_kinds()[finding.kind].severity == finding.severity, pdf.name


def test_every_kind_that_is_described_is_emitted() -> None:
    written = {
        node.value
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [kind for kind in finding_kinds() if kind not in written] == []


@pytest.mark.parametrize("kind", finding_kinds().values(), ids=lambda kind: kind.kind)
def test_descriptions_are_sentences_in_both_languages(kind: catalogue.FindingKind) -> None:
    assert kind.severity in catalogue.SEVERITIES
    assert re.fullmatch(r"[A-Z].*\.", kind.description_en)
    assert re.search("[ก-ฮ]", kind.description_th)
    assert not re.search("[ก-ฮ]", kind.description_en)


def test_the_page_of_the_docs_is_fresh(tmp_path: Path) -> None:
    target = tmp_path / "findings.md"
    module = "normalize.codebook.finding_kinds"
    subprocess.run([sys.executable, "-m", module, str(target)], check=True, cwd=ROOT)
    assert target.read_text(encoding="utf-8") == catalogue.page()
    page = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    assert page == catalogue.page(), f"docs/findings.md is stale: python -m {module}"
    for kind in finding_kinds():
        assert f"| `{kind}` |" in page
