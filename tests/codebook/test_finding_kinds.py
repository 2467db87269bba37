"""Every kind of finding the sources can emit is described, and nothing else is."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from normalize.codebook import finding_kinds as catalogue
from normalize.codebook.finding_kinds import finding_kinds

ROOT = Path(__file__).parents[2]
FOLDERS = ("extract", "normalize", "quality", "load", "pipeline")
SOURCES = [
    path
    for folder in FOLDERS
    for path in sorted((ROOT / folder).rglob("*.py"))
    if path.name != "model.py"
]
# Errors of commands, which never stand in a report.
NOT_FINDINGS = {"no-picture"}


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in SOURCES:
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def called(node: ast.AST, *names: str) -> ast.Call | None:
    if isinstance(node, ast.Call):
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        return node if name in names else None
    return None


def literal(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def made(tree: ast.Module) -> Iterator[tuple[str | None, str]]:
    """Severity (where it is written out) and kind of the findings a module makes."""
    for node in ast.walk(tree):
        finding = called(node, "Finding", "Problem")
        if finding is not None and len(finding.args) > 1:
            kind = literal(finding.args[1])
            if kind is not None:
                yield literal(finding.args[0]), kind
        failed = called(node, "failed")
        if failed is not None and len(failed.args) > 2 and (kind := literal(failed.args[2])):
            yield "error", kind
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


def test_every_kind_that_is_emitted_is_described_with_its_severity() -> None:
    known = finding_kinds()
    wrong = [
        (name, severity, kind)
        for name, tree in trees()
        for severity, kind in made(tree)
        if kind not in known or severity not in (None, known[kind].severity)
    ]
    assert not wrong, "add or correct lines of normalize/codebook/finding_kinds.csv"


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
