"""A report as JSON that a person can read and a diff can show.

One line per value; places in whole points; long raw texts cut, because the text they became stands
beside them in full.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extract.model import Place
from normalize.model import Check, Finding, Measure, Report, Score, Source, Weakness

GOLDENS = Path(__file__).parent
_RAW = 70


def golden_path(pdf: Path) -> Path:
    """The golden of a sample."""
    return GOLDENS / f"{pdf.stem}.json"


def golden_text(report: Report) -> str:
    """The whole report as indented JSON."""
    return json.dumps(_report(report), ensure_ascii=False, indent=1) + "\n"


def _report(report: Report) -> dict[str, Any]:
    meta = {name: getattr(report.meta, name) for name in type(report.meta).__dataclass_fields__}
    return {
        "file": report.file,
        "status": report.status,
        "text_source": report.text_source,
        "meta": {name: value for name, value in meta.items() if value is not None},
        "pages": [
            f"{p.page}: {p.width:.0f} x {p.height:.0f}, {p.text_source}, {p.characters} characters"
            + "".join(f", {count} {rule}" for rule, count in p.repairs)
            for p in report.pages
        ],
        "scores": [_score(s) for s in report.scores],
        "measures": [_measure(m) for m in report.measures],
        "weaknesses": [_weakness(w) for w in report.weaknesses],
        "checks": [_check(c) for c in report.checks],
        "findings": [_finding(f) for f in report.findings],
        "ignored": [f"{why}: {_source(source)}" for why, source in report.ignored],
    }


def _check(check: Check) -> str:
    held = f"printed {check.printed}, computed {check.computed}"
    ends = "holds" if check.holds else "FAILS"
    if not check.codes:
        return f"{check.name} {check.fiscal_year}: {held}: {ends}"
    parts = len(check.codes) - 1
    return f"{check.name} {check.fiscal_year} {check.codes[0]}: {held} from {parts}: {ends}"


def _point(length: float) -> int:
    """Whole points; producers place at quarters, so nothing falls on the edge of this rounding."""
    return math.floor(length + 0.4)


def _place(place: Place) -> str:
    box = place.box
    points = " ".join(str(_point(x)) for x in (box.x0, box.top, box.x1, box.bottom))
    spot = [("t", place.table), ("r", place.row), ("c", place.column)]
    return " ".join(
        [f"p{place.page}", *(f"{k}{n}" for k, n in spot if n is not None), f"[{points}]"]
    )


def _source(source: Source) -> str:
    raw = " ".join(source.raw.split())
    return f"{_place(source.place)} {raw if len(raw) <= _RAW else raw[:_RAW] + '…'}"


def _score(score: Score) -> dict[str, Any]:
    sign = " (inferred)" if score.inferred else ""
    return {
        "score": f"{score.fiscal_year} {score.level} {score.code} = {score.score}{sign}",
        "title_th": score.title_th,
        "mentions": [f"{m.score} in {m.where}, {_source(m.source)}" for m in score.mentions],
    }


def _measure(measure: Measure) -> dict[str, Any]:
    texts = ("weakness", "measure", "output", "awareness", "result", "responsible")
    values = ("deadline", "deadline_raw", "monitoring_months", "monitoring_raw")
    stated = {
        "indicator": measure.indicator,
        "codes": ",".join(measure.codes) or None,
        **{name: _lines(getattr(measure, name)) for name in texts},
        "units": ",".join(measure.units) or None,
        **{name: getattr(measure, name) for name in values},
        "steps": [f"{s.kind} {s.seq}: {s.text}" for s in measure.steps],
        "pages": f"{measure.page_first}-{measure.page_last}",
        "sources": [f"{role}: {_source(source)}" for role, source in measure.sources],
    }
    return {name: value for name, value in stated.items() if value is not None}


def _lines(text: str | None) -> str | list[str] | None:
    lines = text.split("\n") if text else []
    return lines if len(lines) > 1 else text


def _weakness(weakness: Weakness) -> dict[str, Any]:
    return {
        "indicator": weakness.indicator,
        "codes": ",".join(weakness.codes),
        "text": _lines(weakness.text),
        "source": _source(weakness.source),
    }


def _finding(finding: Finding) -> str:
    where = _place(finding.place) if finding.place else f"p{finding.page}"
    return f"{finding.severity} {finding.kind}, {where}: {finding.message}"


def write_goldens(reports: Iterable[tuple[Path, Report]]) -> list[Path]:
    """Write the golden of every report; returns the files whose content changed."""
    changed = []
    for pdf, report in reports:
        path, text = golden_path(pdf), golden_text(report)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(path)
    return changed
