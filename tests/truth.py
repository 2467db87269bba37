"""What a report was read as, held against what it says: every difference in one plain line.

The truth is a JSON file beside the PDF, written from the content the PDF was made of (format: the
files in ``tests/samples/truth``). Scores, codes, years and dates must be equal; texts must have the
same characters, white space, list marks and the script of the digits aside. An attribute that a
truth measure lacks must be absent in the report too. A truth without weaknesses says nothing about
them: plans print a column of issues that the truth does not tell.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import regex

from normalize.model import Measure, Report, Weakness

_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
# Only what stands at the start of a line is a mark, and no dash before a number is one ("09.00" |
# "- 12.00 น.").
_MARK = regex.compile(
    r"^\s*(?:\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)](?![0-9])|[-–•●▪*](?!\s*[0-9]))\s*", regex.MULTILINE
)
_META = ("agency_code", "doc_type", "report_year", "assessment_year", "plan_year", "rating")
_TEXTS = ("output", "awareness", "result")

Truth = Mapping[str, Any]


def load_truth(path: Path) -> Truth:
    """The truth of one report."""
    truth: Truth = json.loads(path.read_text(encoding="utf-8"))
    return truth


def essence(text: str | None) -> str:
    """What counts of a text: its characters with Arabic digits, no list marks, no white space."""
    arabic = (text or "").translate(_THAI_DIGITS)
    return regex.sub(r"\s+", "", _MARK.sub("", arabic))


def differences(report: Report, truth: Truth) -> list[str]:
    """Everything the report has other than the truth says; empty when it was read rightly."""
    return [
        *_meta(report, truth),
        *wrong_scores(report, truth),
        *_missing_scores(report, truth),
        *_measures(report.measures, truth["measures"]),
        *(_weaknesses(report.weaknesses, truth["weaknesses"]) if truth["weaknesses"] else ()),
    ]


def _meta(report: Report, truth: Truth) -> Iterator[str]:
    for key in _META:
        yield from _unequal(key, truth.get(key), getattr(report.meta, key))
    start, end = truth.get("period", (None, None))
    yield from _unequal("period_start", start, report.meta.period_start)
    yield from _unequal("period_end", end, report.meta.period_end)


def _unequal(what: str, expected: object, got: object) -> Iterator[str]:
    if expected != got:
        yield f"{what}: expected {expected!r}, got {got!r}"


Key = tuple[int | None, str, str]


def _true_scores(truth: Truth) -> dict[Key, Decimal]:
    return {
        (s.get("year", truth["assessment_year"]), s["level"], s["code"]): Decimal(str(s["score"]))
        for s in truth["scores"]
    }


def _read_scores(report: Report) -> dict[Key, Decimal]:
    return {(s.fiscal_year, s.level, s.code): s.score for s in report.scores}


def _name(key: Key) -> str:
    year, level, code = key
    return f"score of {level} {code} in {year}"


def wrong_scores(report: Report, truth: Truth) -> list[str]:
    """Scores that the report was read to state and does not: the worst that can happen."""
    true = _true_scores(truth)
    return [
        f"{_name(key)}: expected {true.get(key, 'none')}, got {score}"
        for key, score in _read_scores(report).items()
        if true.get(key) != score
    ]


def _missing_scores(report: Report, truth: Truth) -> Iterator[str]:
    read = _read_scores(report)
    for key, score in _true_scores(truth).items():
        if key not in read:
            yield f"{_name(key)}: expected {score}, got none"


def _statements(measure: Measure) -> list[str]:
    return [essence(step.text) for step in measure.steps if step.kind == "measure"]


def _measures(read: Sequence[Measure], true: Sequence[Truth]) -> Iterator[str]:
    """Both stand in the order of the report; what has no counterpart is missing or invented."""
    ours = ["|".join(_statements(m)) for m in read]
    theirs = ["|".join(essence(step) for step in m["steps"]) for m in true]
    for i, j in _pairs(theirs, ours):
        if j is None:
            yield f"measure missing: {theirs[i or 0][:60]}"
        elif i is None:
            yield f"measure invented: {ours[j][:60]}"
        else:
            what = f"measure {j + 1} ({theirs[i][:24]})"
            yield from _unequal(f"{what}: steps", theirs[i], ours[j])
            yield from _attributes(what, read[j], true[i])


def _pairs(theirs: Sequence[str], ours: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Positions that belong together; between equal ones, what is left pairs off in order."""
    matcher = SequenceMatcher(None, theirs, ours, autojunk=False)
    for _, i0, i1, j0, j1 in matcher.get_opcodes():
        for step in range(max(i1 - i0, j1 - j0)):
            i, j = i0 + step, j0 + step
            yield (i if i < i1 else None), (j if j < j1 else None)


def _attributes(what: str, measure: Measure, true: Truth) -> Iterator[str]:
    yield from _unequal(f"{what}: codes", tuple(true["codes"]), measure.codes)
    yield from _unequal(f"{what}: indicator", true["indicator"] or None, measure.indicator)
    yield from _unequal(f"{what}: units", tuple(true.get("units", ())), measure.units)
    yield from _unequal(f"{what}: deadline", true.get("deadline"), measure.deadline)
    months = true.get("monitoring_months")
    yield from _unequal(f"{what}: monitoring_months", months, measure.monitoring_months)
    for name in _TEXTS:
        expected, got = essence(true.get(name)), essence(getattr(measure, name))
        yield from _unequal(f"{what}: {name}", expected, got)


def _weaknesses(read: Sequence[Weakness], true: Sequence[Truth]) -> Iterator[str]:
    ours = [f"{','.join(w.codes)}: {essence(w.text)}" for w in read]
    theirs = [f"{','.join(w['codes'])}: {essence(w['text'])}" for w in true]
    for i, j in _pairs(theirs, ours):
        expected = None if i is None else theirs[i]
        yield from _unequal("weakness", expected, None if j is None else ours[j])
