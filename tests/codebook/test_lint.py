"""The linter is silent on the books as they are, and speaks where one line is spoilt."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

from normalize.codebook import lint, lint_words, rows
from normalize.codebook.lint import Fault

ROOT = Path(__file__).parents[2]
Lines = list[dict[str, str]]
Change = Callable[[Lines], object]


def spoilt(file: str, change: Change) -> Callable[[str], Lines]:
    """A reader of the real files in which one of them is changed."""

    def read(name: str) -> Lines:
        lines = [dict(line) for line in rows(name)]
        if name == file:
            change(lines)
        return lines

    return read


def at(lines: Lines, code: str, year: str = "2567") -> dict[str, str]:
    return next(x for x in lines if (x["code"], x["assessment_year_be"]) == (code, year))


def put(code: str, column: str, value: str) -> Change:
    return lambda lines: at(lines, code).update({column: value})


def drop(code: str) -> Change:
    return lambda lines: lines.remove(at(lines, code))


def double(code: str) -> Change:
    return lambda lines: lines.insert(0, dict(at(lines, code)))


def test_the_books_are_in_order() -> None:
    assert [str(fault) for fault in lint.faults()] == []


def test_the_vocabularies_are_in_order() -> None:
    assert [str(fault) for fault in lint_words.faults()] == []


ITEMS = [
    (double("I3"), "2567 I3: the code stands twice"),
    (drop("I3"), "2567 has no I3, but I12"),
    (drop("O22"), "2567 OIT: the points of its parts are 38, not 40"),
    (put("I3", "title_th", ""), "2567 I3: title_th is empty"),
    (put("I3", "title_th", "ในรอบ ๑ ปี"), "2567 I3: title_th is typed oddly; write: ในรอบ 1 ปี"),
    (put("I3", "title_th", "ท ี่ดี"), "2567 I3: title_th is typed oddly; write: ที่ดี"),
    (put("I3", "title_th", "โปร่งใส ตรวจสอบได้"), "2567 I4: the title is that of I3"),
    (put("I3", "source", ""), "2567 I3: source is empty"),
    (put("I3", "points", "two"), "2567 I3: 'two' is no number of points"),
    (put("I3", "points", ""), "2567 IIT: no points for I3, but for the others"),
    (put("O9", "points", "3"), "2567 9.2: the points of its parts are 17, not 16"),
    (put("I3", "indicator", "11"), "2567 I3: there is no indicator '11'"),
    (put("I3", "indicator", "9.1"), "2567 I3: there is no indicator '9.1'"),
    (put("I3", "indicator", "6"), "2567 I3: indicator 6 is of another instrument"),
    (put("O3", "subindicator", "10.1"), "2567 O3: '10.1' is no sub-indicator of 9"),
    (put("O3", "subindicator", ""), "2567 O3: subindicator is empty, but 9 has some"),
    (put("I3", "instrument", "EIT"), "2567 I3: its letter is not that of EIT"),
    (put("I3", "instrument", "XIT"), "2567 I3: instrument 'XIT' is none of IIT, EIT, OIT"),
    (put("I3", "code", "13"), "2567 13: the code is not written like I1"),
    (put("I3", "assessment_year_be", "2023"), "2023 I3: '2023' is no Buddhist Era year"),
    (lambda lines: lines.append(lines.pop(0)), "2566 I1: stands after O30"),
    (put("I3", "assessment_year_be", "2570"), "indicators.csv: no line of 2570, which items.csv"),
]
INDICATORS = [
    (double("9.1"), "2567 9.1: the code stands twice"),
    (drop("8"), "2567 has no indicator 8"),
    (drop("9.2"), "2567 has no indicator 9.2"),
    (drop("10"), "2567 10.1: there is no indicator 10"),
    (put("9.1", "parent", ""), "2567 9.1: parent is empty, not '9'"),
    (put("9.1", "parent", "10"), "2567 9.1: parent is '10', not '9'"),
    (put("9.1", "instrument", "EIT"), "2567 9.1: indicator 9 belongs to another instrument"),
    (put("9", "points", "31"), "2567 OIT: the points of its parts are 41, not 40"),
    (put("9.1", "points", "7"), "2567 9: the points of its parts are 31, not 30"),
    (put("9.1", "code", "9.x"), "2567 9.x: the code is not written like"),
    (put("8", "title_th", ""), "2567 8: title_th is empty"),
    (put("8", "source", " "), "2567 8: source is empty"),
    (lambda lines: lines.append(at(lines, "8") | {"code": "11"}), "2567 11: no item belongs to it"),
]


@pytest.mark.parametrize(("change", "said"), ITEMS)
def test_a_spoilt_item_is_named(change: Change, said: str) -> None:
    found = [str(fault) for fault in lint.faults(spoilt("items.csv", change))]
    assert any(said in fault for fault in found), found


@pytest.mark.parametrize(("change", "said"), INDICATORS)
def test_a_spoilt_indicator_is_named(change: Change, said: str) -> None:
    found = [str(fault) for fault in lint.faults(spoilt("indicators.csv", change))]
    assert any(said in fault for fault in found), found


def test_a_missing_column_is_named() -> None:
    def without(lines: Lines) -> None:
        for line in lines:
            del line["source"]

    found = lint.faults(spoilt("items.csv", without))
    assert Fault("items.csv", 1, "no column source") in found


def test_a_fault_says_file_and_line() -> None:
    (fault,) = lint.faults(spoilt("items.csv", put("I1", "title_th", "")))
    lines = (ROOT / "normalize/codebook/items.csv").read_text(encoding="utf-8").splitlines()
    assert fault.file == "items.csv"
    assert lines[fault.line - 1].startswith("2567,IIT,I1,")
    assert str(fault).startswith(f"items.csv:{fault.line}: ")


def first(column: str, value: str) -> Change:
    return lambda lines: lines[0].update({column: value})


def again(**changes: str) -> Change:
    return lambda lines: lines.append(lines[0] | changes)


WORDS = [
    ("headers.csv", first("meaning", "mesure"), "no role is called 'mesure'"),
    ("headers.csv", first("phrase", ""), "meaning and phrase must both be filled"),
    ("headers.csv", first("phrase", "ค ะ แนนท ี่"), "is typed oddly"),
    ("headers.csv", again(), "stands twice (line 2)"),
    ("headers.csv", again(meaning="score"), "already means item (line 2)"),
    ("ratings.csv", again(meaning="ผ่าน"), "already means"),
    ("units.csv", again(), "name_th 'ฝ่ายปกครอง' stands twice"),
    ("units.csv", lambda lines: lines[1].update(aliases="ฝ่ายปกครอง"), "is already a name of"),
    ("units.csv", first("name_en", ""), "name_en must be filled"),
    ("agencies.csv", again(name_th="ใหม่"), "agency_code '1000' stands twice"),
    ("roles.csv", first("description_th", ""), "description_th must be filled"),
    ("finding_kinds.csv", first("severity", "fatal"), "severity 'fatal' is none of"),
    ("finding_kinds.csv", first("kind", "Not Read"), "kind 'Not Read' is not words"),
    ("finding_kinds.csv", first("description_th", "English"), "description_th is not in Thai"),
]


@pytest.mark.parametrize(("file", "change", "said"), WORDS)
def test_a_spoilt_word_is_named(file: str, change: Change, said: str) -> None:
    found = [str(fault) for fault in lint_words.faults(spoilt(file, change))]
    assert any(said in fault and fault.startswith(f"{file}:") for fault in found), found


def test_every_role_the_code_asks_for_is_described() -> None:
    asked = {
        constant.value
        for path in sorted((ROOT / "normalize").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "where"
        for constant in node.args
        if isinstance(constant, ast.Constant)
    }
    assert len(asked) > 10
    assert asked <= {line["role"] for line in rows("roles.csv")}
