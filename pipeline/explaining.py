"""An explained fact in words, and as data: what `ita explain` prints.

Where the fact comes from is asked of ``load.provenance``; the picture is made by the command.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from load.explained import Checked, Explained, Printing, Spot
from normalize.codebook.finding_kinds import finding_kinds
from normalize.words.text import arabic, repair
from pipeline.outcome import KINDS as DOC_TYPES
from pipeline.screen import counted, shown

_VERIFIED = {
    1: "arithmetic confirms it",
    0: "takes part in no check",
    -1: "a check it takes part in fails",
}
_PRINTED_IN = {"table": "a score table", "measures": "the table of measures", "prose": "prose"}
_WIDTH = 18


def rules_of(raw: str) -> list[str]:
    """Which rules change a text between what was read and what is stored."""
    fired = []
    if unicodedata.normalize("NFC", raw) != raw:
        fired.append("composed (NFC)")
    repaired = repair(raw)
    if repaired != unicodedata.normalize("NFC", raw):
        fired.append("marks and spaces put right")
    if arabic(repaired) != repaired:
        fired.append("Thai digits made Arabic")
    return fired


def as_data(one: Explained) -> dict[str, Any]:
    """The fact for JSON: as it is, with the repaired text and the rules beside each raw one."""
    data = asdict(one)
    data["facts"] = dict(one.facts)
    for printing, made in zip(one.printings, data["printings"], strict=True):
        made["repaired"] = arabic(repair(printing.raw)) if printing.raw else None
        made["rules"] = rules_of(printing.raw) if printing.raw else []
    data["checks"] = [
        made | {"scores": [{"code": c, "score": s} for c, s in check.scores]}
        for check, made in zip(one.checks, data["checks"], strict=True)
    ]
    repairs = [{"page": p, "rule": rule, "glyphs": n} for p, rule, n in one.repairs]
    return data | {"repairs": repairs}


def in_words(one: Explained) -> str:
    """The fact as a person reads it."""
    lines = [f"{one.kind} {one.id}", *_facts(one), "", *_origin(one)]
    lines += ["", f"Printed {counted(len(one.printings), 'time')}"]
    if one.kind != "score":
        lines[-1] = "Read from"
    for number, printing in enumerate(one.printings, start=1):
        lines += _printing(number, printing, one.kind)
    for heading, part in (
        ("Checks it takes part in", [_check(c) for c in one.checks]),
        ("Glyphs that got their text elsewhere than from the file's own table", [*_repairs(one)]),
        (
            "Findings at the same place",
            [f"{f.severity} {f.kind} ({f.finding_id}): {shown(f.message)}" for f in one.findings],
        ),
        ("Beside it", [f"{e.kind} {e.id}: {shown(e.text)}" for e in one.elsewhere]),
    ):
        if part:
            lines += ["", heading, *(f"  {line}" for line in part)]
    return "\n".join(lines)


def _named(name: str, text: str) -> list[str]:
    """A name and a text, its further lines under the first one."""
    first, *more = [shown(line) for line in text.split("\n")]
    return [f"  {name:<{_WIDTH}}{first}", *(f"  {'':<{_WIDTH}}{line}" for line in more)]


def _facts(one: Explained) -> Iterator[str]:
    facts = dict(one.facts)
    if one.kind != "score":
        for name, value in one.facts:
            told = f"{value:g}" if isinstance(value, float) else str(value)
            yield from _named(name.replace("_", " "), told)
        known = finding_kinds().get(str(facts.get("kind")))
        if known is not None:
            yield from _named("which means", f"{known.description_en}\n{known.description_th}")
        return
    yield from _named("score", f"{facts['score']:.2f}")
    year = f" of {facts['fiscal_year']}" if "fiscal_year" in facts else " of an unknown year"
    title = f": {facts['title_th']}" if "title_th" in facts else ""
    yield from _named(str(facts["level"]), f"{facts['code']}{year}{title}")
    sure = f", confidence {facts['confidence']:.2f}" if "confidence" in facts else ""
    decided = f"decided from its surroundings{sure}" if facts["inferred"] else "as printed"
    yield from _named("code", decided)
    if "read_confidence" in facts:
        yield from _named("digits", f"read from a picture, {facts['read_confidence']:.0%} sure")
    yield from _named("arithmetic", _VERIFIED[int(str(facts["verified"]))])


def _origin(one: Explained) -> Iterator[str]:
    origin = one.origin
    kind = DOC_TYPES.get(origin.doc_type or "", "kind not known")
    yield from _named("file", origin.path)
    yield from _named("report", f"{origin.agency_th or 'agency not known'}, {kind}")
    yield from _named("year", str(origin.report_year or "not known"))
    source = origin.text_source or "nothing"
    yield from _named("read", f"from {source} by reader {origin.reader_version}")
    yield from _named("sha256", origin.sha256 or "not known")


def where(spot: Spot) -> str:
    """A place in words: page, table, row and column as the database counts them, and the box."""
    parts = [f"page {spot.page}" if spot.page is not None else "no page"]
    for name in ("table", "row", "column"):
        number = getattr(spot, name)
        if number is not None:
            parts.append(f"{name} {number}")
    if spot.box is not None:
        box = spot.box
        parts.append(f"box {box.x0:g} {box.top:g} {box.x1:g} {box.bottom:g}")
    return ", ".join(parts)


def _printing(number: int, printing: Printing, kind: str) -> Iterator[str]:
    label = printing.label
    if kind == "score":
        label = f"{printing.value:.2f} in {_PRINTED_IN.get(label, label)}"
    yield f"  {number}. {label}: {where(printing.spot)}"
    raw = printing.raw
    if raw is None:
        return
    yield from (f"   {line}" for line in _named("raw", raw))
    fired = rules_of(raw)
    if fired:
        yield from (f"   {line}" for line in _named("repaired", arabic(repair(raw))))
        yield from (f"   {line}" for line in _named("rules", "; ".join(fired)))


def _check(check: Checked) -> str:
    parts = ", ".join(
        f"{code} {score:.2f}" if score is not None else f"{code} (not printed)"
        for code, score in check.scores[1:]
    )
    result = "holds" if check.holds else "FAILS"
    whole = check.scores[0][0] if check.scores else "?"
    return (
        f"{check.name} {result}: {whole} printed {check.printed:.2f}, "
        f"computed {check.computed:.2f} from {parts}"
    )


def _repairs(one: Explained) -> Iterator[str]:
    for page in sorted({page for page, _, _ in one.repairs}):
        counts = ", ".join(f"{rule} {n}" for p, rule, n in one.repairs if p == page)
        yield f"page {page}: {counts}"
