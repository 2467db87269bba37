"""Gives the item entries of a table their codes, whole tables at a time.

Works out which code book the report uses, decodes each table along it, writes ranges out and says
what had to be inferred.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from normalize.codebook import book_years, code_order, items, nearest_book
from normalize.model import Finding
from normalize.names.codes import Entry, readings
from normalize.names.contradicted import is_of_another, is_unknown
from normalize.names.decode import Decoded, Mention, decode, is_doubtful, likeness, path_cost
from normalize.names.ranges import last_token, plain_range, range_of
from normalize.names.sections import instrument_of
from normalize.names.titles import known_title
from normalize.rows.record import Body, Record
from normalize.words.text import squeeze

# A question this like a title of another year's book asks the same.
_SAME_WORDS = 0.9


@dataclass(frozen=True, slots=True)
class CodedEntry:
    """An entry with the codes it stands for (several for a range) and how they were found.

    ``confidence``: that of the least certain of them, 0 to 1; ``None`` where there was nothing to
    decide (no code book, or a person said it).
    """

    entry: Entry
    codes: tuple[str, ...]
    inferred: bool
    confidence: float | None

    @property
    def doubtful(self) -> bool:
        return self.confidence is not None and is_doubtful(self.confidence)


@dataclass(slots=True)
class CodedBody:
    """A table's records with the coded entries of each, by record index."""

    body: Body
    entries: dict[int, list[CodedEntry]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def codes(self, records: Sequence[Record]) -> tuple[str, ...]:
        """All item codes of some records, in code-book order, without repeats."""
        found = {c for r in records for e in self.entries.get(r.index, ()) for c in e.codes}
        return tuple(sorted(found, key=code_order))

    def has_item(self, record: Record) -> bool:
        """Whether a row itself (not the one above, whose item it inherited) names an item."""
        cell = record.item_cell
        own = cell is not None and any(c is cell for c in record.cells.values())
        return bool(self.entries.get(record.index)) and own


def mentions_of(body: Body) -> list[Mention]:
    """The mentions of a table in order: two for a range, one for any other entry."""
    return [m for record, entry in _distinct(body) for m in _mentions(record, entry)]


def _distinct(body: Body) -> list[tuple[Record, Entry]]:
    """(record, entry) once each: a merged item cell repeats its entries in every record."""
    seen: set[int] = set()
    found = []
    for record in body.records:
        for entry in record.entries:
            if id(entry) not in seen:
                seen.add(id(entry))
                found.append((record, entry))
    return found


def _mentions(record: Record, entry: Entry) -> list[Mention]:
    section = record.section
    instrument = section.instrument if section else None
    indicator = (section.subindicator or section.indicator) if section else None
    if entry.last is None:
        return [Mention(entry.token, entry.question, instrument, indicator, bool(entry.token))]
    # A range may leave the section's indicator behind, and has no question of its own.
    last = last_token(entry)
    return [Mention(entry.token, "", instrument), Mention(last, "", instrument)]


def choose_year(bodies: Sequence[Body], stated: Sequence[int]) -> int | None:
    """The assessment year whose code book explains all tables best.

    ``stated``: years the report names, the likeliest first; they win ties, and a small advantage
    keeps a report with few items from wandering to another book.
    """
    runs = [m for body in bodies if (m := [x for x in mentions_of(body) if _tells(x)])]
    if not runs:
        return None
    best: tuple[float, int] | None = None
    for year in book_years():
        cost = sum(path_cost(run, year) or 0.0 for run in runs)
        rank = stated.index(year) if year in stated else len(stated) + 1
        total = cost + 0.5 * rank
        if best is None or total < best[0]:
            best = (total, year)
    return best[1] if best else None


def tells_no_year(bodies: Sequence[Body], year: int) -> bool:
    """Whether items are named by codes alone, all of which a year's book has.

    Under which indicators they stand may be misread; only their words would tell another year.
    """
    book = items(year) if year in book_years() else {}
    told = [m for body in bodies for m in mentions_of(body)]
    codes = [min(found, key=lambda c: found[c]) for m in told if (found := readings(m.token))]
    return bool(codes) and all(c in book for c in codes) and not any(m.question for m in told)


def _tells(mention: Mention) -> bool:
    """Whether a mention says which item it is: a code printed as one, or an item's own words.

    Any book has an item for a bare number beside words it does not know.
    """
    printed = min(readings(mention.token).values(), default=9.0) <= 0.3
    return printed or known_title(mention.question)


def code_body(body: Body, year: int | None) -> CodedBody:
    """Decode a table's entries with one year's book (printed codes only where there is no book)."""
    coded = CodedBody(body)
    pairs = _distinct(body)
    run = [m for record, entry in pairs for m in _mentions(record, entry)]
    decoded = decode(run, [year]) if year is not None and run else None
    borrowed = _borrowed(run, year) if decoded is None else None
    done: dict[int, CodedEntry] = {}
    at = 0
    for record, entry in pairs:
        count = 1 if entry.last is None else 2
        result = _coded(entry, decoded, at, count, year) or _by_words(entry, borrowed, at)
        at += count
        if result is None:
            coded.findings += _unread(entry, record)
        else:
            done[id(entry)] = result
            coded.findings += _findings(result, record)
    for record in body.records:
        found = [done[id(e)] for e in record.entries if id(e) in done]
        if found:
            coded.entries[record.index] = found
    return coded


def _coded(
    entry: Entry, decoded: Decoded | None, at: int, count: int, year: int | None
) -> CodedEntry | None:
    if decoded is None:
        # No book for the year: only what is plainly printed as a code counts.
        plain = plain_range(entry)
        return CodedEntry(entry, plain, False, None) if plain else None
    decisions = decoded.decided[at : at + count]
    tokens = (entry.token, entry.last or entry.token)
    if any(
        is_unknown(t, d.code, entry.question, year) for t, d in zip(tokens, decisions, strict=False)
    ):
        return None
    if (
        count == 1
        and decisions[0].inferred
        and is_of_another(entry.question, decisions[0].code, year)
    ):
        return None
    codes = tuple(d.code for d in decisions)
    if count == 2:
        codes = range_of(codes[0], codes[1], year)
    inferred = any(d.inferred for d in decisions)
    return CodedEntry(entry, codes, inferred, min(d.confidence for d in decisions))


def _borrowed(run: Sequence[Mention], year: int | None) -> Decoded | None:
    """What the nearest code book makes of a table of a year without one."""
    return decode(run, [nearest_book(year)]) if year is not None and run else None


def _by_words(entry: Entry, borrowed: Decoded | None, at: int) -> CodedEntry | None:
    """An item without a letter, known by the words of another year's book.

    Its number, where one is printed, must be that of the book.
    """
    if borrowed is None or entry.last is not None:
        return None
    decided = borrowed.decided[at]
    title = items(borrowed.year)[decided.code].title_th
    if entry.token and decided.code[1:] != entry.token.lstrip("0"):
        return None
    alike = likeness(entry.question, title)
    if alike < _SAME_WORDS or (is_doubtful(decided.confidence) and not _only(entry, borrowed.year)):
        return None
    return CodedEntry(entry, (decided.code,), True, decided.confidence)


def _only(entry: Entry, year: int) -> bool:
    """Whether a question is the very title of one item of a book and of no other."""
    question = squeeze(entry.question)
    return sum(squeeze(item.title_th) == question for item in items(year).values()) == 1


def _unread(entry: Entry, record: Record) -> list[Finding]:
    message = (
        f"No item of the code book answers to '{_printed(entry)}'; its score and measures have no "
        "code"
    )
    return [_about(entry, record, "warning", "code-unknown", message)]


def _findings(coded: CodedEntry, record: Record) -> list[Finding]:
    decided = " - ".join(dict.fromkeys((coded.codes[0], coded.codes[-1])))
    read = f"The code printed as '{_printed(coded.entry)}' was read as {decided}"
    if coded.doubtful:
        message = f"{read}, but another code fits nearly as well; compare with the page"
        return [_about(coded.entry, record, "warning", "code-doubtful", message)]
    if coded.inferred:
        message = f"{read} from its section, order and question"
        return [_about(coded.entry, record, "info", "code-inferred", message)]
    return []


def _printed(entry: Entry) -> str:
    return entry.token + (f" - {entry.last}" if entry.last else "")


def _about(entry: Entry, record: Record, severity: str, kind: str, message: str) -> Finding:
    """A finding about an entry, at the cell that names it where there is one."""
    place = record.item_cell.places[0] if record.item_cell else None
    page = place.page if place else None
    return Finding(severity, kind, message, place, page, entry.text[:200])


def indicator_of(codes: Sequence[str], record: Record | None, year: int | None) -> str | None:
    """The indicator items belong to: the book's where there is one, else the section's."""
    book = items(year) if year is not None else {}
    found = {book[c].indicator for c in codes if c in book}
    section = record.section.indicator if record is not None and record.section else None
    if section is not None and (not found or section in found):
        return section
    if len(found) == 1:
        return found.pop()
    return section


def indicators_shown(bodies: Iterable[CodedBody]) -> dict[str, str]:
    """The indicators that the report's tables show items under, for years without a book."""
    shown: dict[str, set[str]] = {}
    for coded in bodies:
        for record in coded.body.records:
            section = record.section.indicator if record.section else None
            for code in coded.codes([record]) if section and not record.heading else ():
                shown.setdefault(code, set()).add(section or "")
    return {code: found.pop() for code, found in shown.items() if len(found) == 1}


def range_indicator(codes: Sequence[str], year: int | None) -> str | None:
    """The indicator (or sub-indicator) whose items a range covers all of, for its score.

    The score of a part of an indicator is nobody's.
    """
    book = items(year) if year is not None else {}
    named = {book[c].indicator for c in codes if c in book}
    named |= {sub for c in codes if c in book and (sub := book[c].subindicator) is not None}
    for code in sorted(named, key=len):
        whole = [i.code for i in book.values() if code in (i.indicator, i.subindicator)]
        if set(whole) == set(codes):
            return code
    return None


__all__ = [
    "CodedBody",
    "CodedEntry",
    "choose_year",
    "code_body",
    "indicator_of",
    "instrument_of",
    "mentions_of",
    "range_indicator",
]
