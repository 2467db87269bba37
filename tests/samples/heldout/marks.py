"""Marked HTML -> the truth of the report: what a reader has to find in it."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from typing import Any

from tests.samples.codebook import unit_names
from tests.samples.heldout.template import Source
from tests.samples.truth import level

# An element of lxml, which has no types of its own and is needed by nobody but these makers.
HtmlElement = Any
fromstring = importlib.import_module("lxml.html").fromstring

_META = (
    *("agency_code", "doc_type", "assessment_year", "report_year", "plan_year"),
    *("rating", "period"),
)
_MARK = re.compile(
    r"^\s*(?:\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*[.)](?![0-9๐-๙])|\(?[0-9๐-๙](?:\.[0-9๐-๙])+|"
    r"[-–•●▪◦○➢✓*])\s*"
)


def truth(source: Source) -> dict[str, Any]:
    """The truth of one report in the format of the scoring tool."""
    root = fromstring(source.html)
    return {
        **{key: source.meta[key] for key in _META if source.meta.get(key)},
        "scores": list(_scores(root, source.meta.get("assessment_year"))),
        "measures": [_measure(element, root) for element in root.xpath("//*[@data-measure]")],
        "weaknesses": [
            {"codes": element.get("data-weakness").split(), "text": " ".join(lines(element))}
            for element in root.xpath("//*[@data-weakness]")
        ],
        "file": f"{source.name}.pdf",
        "family": source.name,
        "engine": source.meta["engine"],
        "damage": "none",
    }


def lines(element: HtmlElement) -> list[str]:
    """The printed paragraphs of an element."""
    return [line for line in ("".join(_text(element))).split("\n") if line.strip()]


def plain(text: str) -> str:
    """A text with its white space as a browser shows it; line ends are kept."""
    parts = (re.sub(r"[ \t]+", " ", part).strip() for part in text.split("\n"))
    return "\n".join(part for part in parts if part)


def _text(element: HtmlElement) -> Iterator[str]:
    block = element.tag in ("p", "li", "div")
    if block:
        yield "\n"
    if element.tag != "sup":
        yield re.sub(r"\s+", " ", element.text or "")
    for child in element:
        if child.tag == "br":
            yield "\n"
        else:
            yield from _text(child)
        yield re.sub(r"\s+", " ", child.tail or "")
    if block:
        yield "\n"


def _scores(root: HtmlElement, assessment: int | None) -> Iterator[dict[str, Any]]:
    seen: dict[tuple[int | None, str], str] = {}
    for element in root.xpath("//*[@data-score]"):
        code, value = element.get("data-score"), element.get("data-value")
        year = int(element.get("data-year") or assessment or 0) or None
        if seen.setdefault((year, code), value) != value:
            raise ValueError(f"{code} of {year} printed as {seen[year, code]} and as {value}")
    for (year, code), value in seen.items():
        yield {"level": level(code), "code": code, "score": float(value), "year": year}


def _measure(element: HtmlElement, root: HtmlElement) -> dict[str, Any]:
    steps = _steps(lines(element))
    fact: dict[str, Any] = {
        "indicator": element.get("data-indicator"),
        "codes": element.get("data-measure").split(),
        "text": " ".join(steps),
        "steps": steps,
    }
    if element.get("data-units") is not None:
        fact["units"] = sorted(part for part in element.get("data-units").split("|") if part)
        unknown = set(fact["units"]) - unit_names()
        if unknown:
            raise ValueError(f"not official section names: {', '.join(sorted(unknown))}")
    if element.get("data-deadline"):
        fact["deadline"] = element.get("data-deadline")
    if element.get("data-monitoring"):
        fact["monitoring_months"] = float(element.get("data-monitoring"))
    for part in _parts(element, root):
        fact[part.get("data-of")] = " ".join(_steps(lines(part)))
    return fact


def _parts(element: HtmlElement, root: HtmlElement) -> list[HtmlElement]:
    """The marked cells that belong to a measure."""
    if element.get("data-key"):
        found = root.xpath("//*[@data-of and @data-key=$key]", key=element.get("data-key"))
    else:
        found = element.getparent().xpath("./*[@data-of and not(@data-key)]")
    return list(found)


def _steps(texts: list[str]) -> list[str]:
    """Statements without their marks; a line without one goes on with the statement above."""
    marked = any(_MARK.match(text) for text in texts)
    steps: list[str] = []
    for text in texts:
        clean = re.sub(r"\s+", " ", _MARK.sub("", text)).strip()
        if marked and steps and not _MARK.match(text):
            steps[-1] += f" {clean}"
        else:
            steps.append(clean)
    return steps
