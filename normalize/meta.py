"""What a report says of itself: district, kind, years, period, rating.

All of it comes from the title (the paragraphs before the first big table on the first pages), not
from mentions in the body: reports copy each other and name other districts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import regex
from rapidfuzz import fuzz

from extract.model import Document, Paragraph, Table
from normalize.codebook import Agency, agencies, words
from normalize.text import clean, squeeze
from normalize.values import find_period, fiscal_period

_YEAR = regex.compile(
    r"(?:ปี\s*(?:งบประมาณ)?\s*(?:พ\s?\.?\s?ศ\s?\.?)?|พ\s?\.\s?ศ\s?\.?)\s*(25[4-9][0-9])"
)
_ANY_YEAR = regex.compile(r"(?<![0-9])(25[4-9][0-9])(?![0-9])")
_HALF = regex.compile(r"รอบ\s*(?:ที่\s*)?(?:6\s*เดือน|[12])?\s*(แรก|หลัง|ที่\s*1|ที่\s*2|1|2)?")
_TITLE_PARAGRAPHS = 14
_OFFICE = regex.compile(r"(?:สำนักงานเขต|สนง\.?เขต|(?<![\u0e01-\u0e2e])เขต)")


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a report and what it names; years in the order they are printed."""

    text: str
    agency: Agency | None
    doc_type: str | None
    years: tuple[int, ...]
    plan_year: int | None
    period: tuple[str, str] | None


def read_title(document: Document) -> Title:
    """Title facts of a document; empty fields where its first pages do not state them."""
    lines = _title_lines(document)
    text = "\n".join(lines)
    head = _set_off(document) or _until_body(lines)
    years = tuple(dict.fromkeys(int(y) for y in _YEAR.findall(head)))
    if not years:
        years = tuple(dict.fromkeys(int(y) for y in _ANY_YEAR.findall(head)))
    doc_type = _doc_type(head)
    period = _period(head, years) if doc_type == "progress" else None
    report = _own_years(head, years, period)
    plan = next((y for y in report[1:] if y > report[0]), None) if doc_type == "analysis" else None
    return Title(text, _agency(head, lines), doc_type, report, plan, period)


def _title_lines(document: Document) -> list[str]:
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            if len(block.rows) > 2 and found:
                break
            found += [clean(c.text) for c in block.cells if c.text]
        elif isinstance(block, Paragraph) and not block.furniture:
            found.append(clean(block.text))
        if len(found) >= _TITLE_PARAGRAPHS:
            break
    return found[:_TITLE_PARAGRAPHS]


def _set_off(document: Document) -> str | None:
    """The title as print sets it off: the bold or larger lines at the top of the first page.

    ``None`` where they name neither an agency nor a year and so cannot be the whole title.
    """
    first = [b for b in document.blocks if isinstance(b, Paragraph) and b.place.page == 1]
    sizes = sorted(b.size for b in first for _ in b.lines)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    head: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            break
        if block.furniture or (not head and not (block.bold or block.size > usual + 1)):
            continue
        if head and not (block.bold or block.size > usual + 1):
            break
        head.append(clean(block.text))
    text = _until_body(head)
    names = _OFFICE.search(squeeze(text)) or "กรุงเทพมหานคร" in squeeze(text)
    return text if names and _YEAR.search(text) and _doc_type(text) else None


def _until_body(lines: Sequence[str]) -> str:
    """The title proper: up to the first long paragraph or numbered section after it began."""
    kept: list[str] = []
    for line in lines:
        if kept and (regex.match(r"^(?:สารบัญ|คำนำ|[0-9]\.\s|ตามที่)", line) or len(line) > 260):
            break
        kept.append(line)
    return "\n".join(kept)


def _doc_type(title: str) -> str | None:
    """The kind whose words stand first in the title (a title may name several kinds)."""
    plain = squeeze(title)
    hits = [
        (at, -len(w.phrase), w.meaning)
        for w in words("doc_types")
        if (at := plain.find(squeeze(w.phrase))) >= 0
    ]
    return min(hits)[2] if hits else None


def _agency(title: str, lines: Sequence[str]) -> Agency | None:
    """The district the title names most often, the first on a tie; else the city.

    A name damaged in print is matched by likeness when it follows สำนักงานเขต.
    """
    plain = squeeze(title)
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for match in _OFFICE.finditer(plain):
        rest = plain[match.end() : match.end() + 30]
        agency = _district_at(rest)
        if agency is not None:
            counts[agency.code] += 1
            first.setdefault(agency.code, match.start())
    by_code = {a.code: a for a in agencies()}
    if counts:
        best = max(counts, key=lambda c: (counts[c], -first[c]))
        return by_code[best]
    everything = squeeze("\n".join(lines))
    if _OFFICE.search(plain) is None and "กรุงเทพมหานคร" in everything:
        return by_code["1000"]
    return None


def named_districts(text: str) -> frozenset[str]:
    """Codes of the districts a text names after เขต."""
    plain = squeeze(text)
    hits = (_district_at(plain[m.end() : m.end() + 30]) for m in _OFFICE.finditer(plain))
    return frozenset(a.code for a in hits if a is not None)


def district_named(text: str) -> str | None:
    """The code of the district a cell consists of (``ปทุมวัน``, ``สำนักงานเขตปทุมวัน``)."""
    plain = regex.sub(r"^(?:สำนักงาน)?เขต", "", squeeze(text))
    return next((a.code for a in agencies() if a.name_th == plain and a.kind == "district"), None)


def _district_at(text: str) -> Agency | None:
    """The district a text begins with: the longest exact name, else one very like it."""
    districts = [a for a in agencies() if a.kind == "district"]
    exact = [a for a in districts if text.startswith(squeeze(a.name_th))]
    if exact:
        return max(exact, key=lambda a: len(a.name_th))
    near = [(fuzz.ratio(text[: len(a.name_th)], a.name_th), a.code, a) for a in districts]
    best = max(near)
    second = sorted(near)[-2]
    return best[2] if best[0] >= 80 and best[0] - second[0] >= 8 else None


def _period(title: str, years: Sequence[int]) -> tuple[str, str] | None:
    found = find_period(title.replace("\n", " "))
    if found is not None:
        return found
    match = regex.search(
        r"รอบ\s*(?:การรายงาน)?\s*(?:ที่\s*)?(?:(1|2)(?!\s*เดือน|[0-9])|6\s*เดือน\s*(แรก|หลัง)?|12\s*เดือน)",
        title,
    )
    if match is None or not years:
        return None
    year = years[0]
    if match.group(1):
        return fiscal_period(year, int(match.group(1)))
    if match.group(2) is not None or regex.search(r"6\s*เดือน", match.group()):
        return fiscal_period(year, 2 if match.group(2) == "หลัง" else 1)
    return fiscal_period(year, 1)[0], fiscal_period(year, 2)[1]


def _own_years(title: str, years: Sequence[int], period: tuple[str, str] | None) -> tuple[int, ...]:
    """The title's years without those that only name months of the reporting period."""
    named = [int(y) for y in _YEAR.findall(title)]
    if not named and period is not None:
        end = date.fromisoformat(period[1])
        return (end.year + 543 + (1 if end.month >= 10 else 0),)
    return tuple(dict.fromkeys(named)) or tuple(years)


@cache
def _rating_pattern() -> regex.Pattern[str]:
    names = sorted({w.meaning for w in words("ratings")}, key=len, reverse=True)
    return regex.compile(
        r"ระดับ(?:ผลการประเมิน|คะแนน)?(?:ของ.{2,40}?)?(?:คือ|เป็น|อยู่ที่|ที่|:|=)?[“\"'(]*"
        rf"({'|'.join(names)})(?!เกณฑ์)"
    )


def find_rating(text: str) -> str | None:
    """The rating a sentence states (``อยู่ในระดับผลการประเมิน ผ่านดี``)."""
    match = _rating_pattern().search(squeeze(text))
    return match.group(1) if match else None
