"""Checks the code books: what a person who adds a year can get wrong, said with file and line.

The rules are those every book so far keeps: codes are complete and in order, everything belongs to
something that is there, the points of an assessment add up to 30, 30 and 40, and each line says
where it is known from. The vocabularies (header words, sections, …) have rules in
:mod:`normalize.codebook.lint_words`. Nothing here reads reports.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import regex

from normalize.codebook import INSTRUMENT_LETTER, code_order, rows
from normalize.words.text import clean

Line = Mapping[str, str]
Reader = Callable[[str], Sequence[Line]]

ITEMS, INDICATORS = "items.csv", "indicators.csv"
_YEAR, _SOURCE = "assessment_year_be", "source"
_COLUMNS = {
    ITEMS: (_YEAR, "instrument", "code", "indicator", "subindicator", "title_th", "points"),
    INDICATORS: (_YEAR, "instrument", "code", "parent", "title_th", "points"),
}
#: Points of each instrument; an assessment has 100.
INSTRUMENT_POINTS = {"IIT": Decimal(30), "EIT": Decimal(30), "OIT": Decimal(40)}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a file of the code book; line 1 is the header, 0 the whole file."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of a book with its number in the file."""

    number: int
    line: Line

    def __getitem__(self, column: str) -> str:
        return (self.line.get(column) or "").strip()

    def fault(self, file: str, message: str) -> Fault:
        return Fault(file, self.number, f"{self[_YEAR]} {self['code']}: {message}")


def faults(read: Reader = rows) -> list[Fault]:
    """Everything wrong in the code books, in the order of the files; empty where nothing is.

    Args:
        read: gives the lines of one CSV file, by its name.
    """
    found: list[Fault] = []
    entries: dict[str, list[_Entry]] = {}
    for file, columns in _COLUMNS.items():
        lines = list(read(file))
        missing = [c for c in (*columns, _SOURCE) if not lines or c not in lines[0]]
        if missing:
            found.append(Fault(file, 1, f"no column {', '.join(missing)}"))
            continue
        entries[file] = [_Entry(number, line) for number, line in enumerate(lines, start=2)]
        found += [f for entry in entries[file] for f in _line_faults(file, entry)]
    if len(entries) < len(_COLUMNS):
        return found
    found += _unknown_years(entries)
    for year in sorted({e[_YEAR] for e in entries[ITEMS]}):
        items = [e for e in entries[ITEMS] if e[_YEAR] == year]
        tree = [e for e in entries[INDICATORS] if e[_YEAR] == year]
        found += [*_repeats(ITEMS, items), *_repeats(INDICATORS, tree)]
        found += [*_numbering(year, items), *_tree_faults(year, tree), *_order(items)]
        found += [*_belonging(items, tree), *_points(year, items, tree)]
    return sorted(found, key=lambda f: (f.file, f.line))


def _line_faults(file: str, entry: _Entry) -> Iterator[Fault]:
    """What one line has wrong by itself."""
    if not regex.fullmatch(r"25[0-9]{2}", entry[_YEAR]):
        yield entry.fault(file, f"'{entry[_YEAR]}' is no Buddhist Era year")
    if entry["instrument"] not in INSTRUMENT_POINTS:
        yield entry.fault(file, f"instrument '{entry['instrument']}' is none of IIT, EIT, OIT")
    if not _is_code(file, entry):
        yield entry.fault(file, "the code is not written like I1, E15, O30 or 9, 9.1")
    elif file == ITEMS and INSTRUMENT_LETTER[entry["code"][0]] != entry["instrument"]:
        yield entry.fault(file, f"its letter is not that of {entry['instrument']}")
    if not entry["title_th"]:
        yield entry.fault(file, "title_th is empty")
    elif clean(entry["title_th"]) != entry["title_th"]:
        yield entry.fault(file, f"title_th is typed oddly; write: {clean(entry['title_th'])}")
    if not entry[_SOURCE]:
        yield entry.fault(file, "source is empty; say which report or document states it")
    points = _number(entry["points"])
    if points is None or not 0 <= points <= 100:
        yield entry.fault(file, f"'{entry['points']}' is no number of points")


def _is_code(file: str, entry: _Entry) -> bool:
    pattern = r"[IEO][1-9][0-9]?" if file == ITEMS else r"[1-9][0-9]?(?:\.[1-9])?"
    return regex.fullmatch(pattern, entry["code"]) is not None


def _number(text: str) -> Decimal | None:
    """A number of points, 0 where none is given, ``None`` where the text is no number."""
    try:
        return Decimal(text or 0)
    except InvalidOperation:
        return None


def _unknown_years(entries: Mapping[str, Sequence[_Entry]]) -> Iterator[Fault]:
    """A year that only one of the two files has."""
    years = {file: {e[_YEAR] for e in lines} for file, lines in entries.items()}
    for file, other in ((ITEMS, INDICATORS), (INDICATORS, ITEMS)):
        for year in sorted(years[other] - years[file]):
            yield Fault(file, 0, f"no line of {year}, which {other} has")


def _repeats(file: str, entries: Sequence[_Entry]) -> Iterator[Fault]:
    """Codes, and titles inside one instrument, that stand twice."""
    codes: set[str] = set()
    titles: dict[tuple[str, str, str], str] = {}
    for entry in entries:
        if entry["code"] in codes:
            yield entry.fault(file, "the code stands twice")
        codes.add(entry["code"])
        key = (entry["instrument"], entry["parent"], entry["title_th"])
        if entry["title_th"] and titles.setdefault(key, entry["code"]) != entry["code"]:
            yield entry.fault(file, f"the title is that of {titles[key]}")


def _numbering(year: str, items: Sequence[_Entry]) -> Iterator[Fault]:
    """Numbers that are left out between the first and the last item of an instrument."""
    for letter, instrument in INSTRUMENT_LETTER.items():
        numbers = {
            int(e["code"][1:]) for e in items if e["code"][:1] == letter and e["code"][1:].isdigit()
        }
        if not numbers:
            yield Fault(ITEMS, 0, f"{year} has no item of {instrument}")
        missing = sorted(set(range(1, max(numbers, default=0) + 1)) - numbers)
        if missing:
            codes = ", ".join(f"{letter}{n}" for n in missing)
            yield Fault(ITEMS, 0, f"{year} has no {codes}, but {letter}{max(numbers)}")


def _tree_faults(year: str, tree: Sequence[_Entry]) -> Iterator[Fault]:
    """Indicators left out, parents that are not there or not what the code says."""
    by_code = {e["code"]: e for e in tree}
    children: dict[str, list[int]] = defaultdict(list)
    for entry in filter(lambda e: _is_code(INDICATORS, e), tree):
        main, _, minor = entry["code"].partition(".")
        if entry["parent"] != (main if minor else ""):
            said = f"'{entry['parent']}'" if entry["parent"] else "empty"
            yield entry.fault(INDICATORS, f"parent is {said}, not '{main if minor else ''}'")
        if minor and main not in by_code:
            yield entry.fault(INDICATORS, f"there is no indicator {main}")
        elif minor and by_code[main]["instrument"] != entry["instrument"]:
            yield entry.fault(INDICATORS, f"indicator {main} belongs to another instrument")
        children[main if minor else ""].append(int(minor or main))
    for parent, numbers in children.items():
        missing = sorted(set(range(1, max(numbers) + 1)) - set(numbers))
        if missing:
            codes = ", ".join(f"{parent}.{n}" if parent else str(n) for n in missing)
            yield Fault(INDICATORS, 0, f"{year} has no indicator {codes}")


def _order(items: Sequence[_Entry]) -> Iterator[Fault]:
    """Lines out of the order of the codes: tables are read along the order of the file."""
    last: _Entry | None = None
    for entry in items:
        if last is not None and code_order(entry["code"]) < code_order(last["code"]):
            yield entry.fault(ITEMS, f"stands after {last['code']}; put the lines in order")
        last = entry


def _belonging(items: Sequence[_Entry], tree: Sequence[_Entry]) -> Iterator[Fault]:
    """Items of indicators that are not there, and indicators without an item."""
    by_code = {e["code"]: e for e in tree}
    for item in items:
        indicator = by_code.get(item["indicator"])
        if indicator is None or indicator["parent"]:
            yield item.fault(ITEMS, f"there is no indicator '{item['indicator']}'")
        elif indicator["instrument"] != item["instrument"]:
            yield item.fault(ITEMS, f"indicator {item['indicator']} is of another instrument")
        sub = item["subindicator"]
        if sub and (sub not in by_code or by_code[sub]["parent"] != item["indicator"]):
            yield item.fault(ITEMS, f"'{sub}' is no sub-indicator of {item['indicator']}")
        elif not sub and any(e["parent"] == item["indicator"] for e in tree):
            yield item.fault(ITEMS, f"subindicator is empty, but {item['indicator']} has some")
    used = {e["indicator"] for e in items} | {e["subindicator"] for e in items}
    for entry in tree:
        if entry["code"] not in used:
            yield entry.fault(INDICATORS, "no item belongs to it")


def _points(year: str, items: Sequence[_Entry], tree: Sequence[_Entry]) -> Iterator[Fault]:
    """Points that do not add up, where they are given; some without the others are a fault."""
    groups = ((ITEMS, items), (INDICATORS, [e for e in tree if not e["parent"]]))
    for file, entries in groups:
        for instrument, total in INSTRUMENT_POINTS.items():
            parts = [e for e in entries if e["instrument"] == instrument]
            yield from _sum_fault(file, f"{year} {instrument}", parts, total)
    for whole in tree:
        points = _number(whole["points"]) if whole["points"] else None
        column = "subindicator" if whole["parent"] else "indicator"
        parts = [e for e in items if e[column] == whole["code"]]
        yield from _sum_fault(ITEMS, f"{year} {whole['code']}", parts, points)
        subs = [e for e in tree if e["parent"] == whole["code"]]
        yield from _sum_fault(INDICATORS, f"{year} {whole['code']}", subs, points)


def _sum_fault(
    file: str, what: str, parts: Sequence[_Entry], total: Decimal | None
) -> Iterator[Fault]:
    given = Counter(bool(e["points"]) for e in parts)
    if not given[True]:
        return
    if given[False]:
        lacking = ", ".join(e["code"] for e in parts if not e["points"])
        yield Fault(file, 0, f"{what}: no points for {lacking}, but for the others")
        return
    sum_ = sum((_number(e["points"]) or Decimal(0) for e in parts), Decimal(0))
    if total is not None and sum_ != total:
        said = f"{sum_.normalize():f}, not {total.normalize():f}"
        yield Fault(file, 0, f"{what}: the points of its parts are {said}")
