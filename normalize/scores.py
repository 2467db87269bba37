"""Scores out of score tables, item cells and section rows, gathered to one row per code and year.

A number is a score only where a code or an indicator's name says what it scores; numbers of weight
and level tables, running numbers and years never are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import regex

from normalize.body import Body, BodyCell, Record
from normalize.codebook import indicators, items
from normalize.codes import Entry
from normalize.items import CodedBody, CodedEntry, range_indicator
from normalize.meta import district_named
from normalize.model import Finding, Mention, Score, Source
from normalize.sections import by_name, read_heading
from normalize.text import squeeze
from normalize.values import as_score, bare_score, find_scores

_TOTAL = r"(?:คะแนน|ค่า)?(?:เฉลี่ย|รวม)?\s*(?:ของ)?\s*"
_SUB = regex.compile(rf"^\s*{_TOTAL}(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?)?\s*((?:9|10)\.[1-9])(?![0-9])")
_MAIN = regex.compile(rf"^\s*{_TOTAL}ตัวชี้วัด(?:ที่)?\s*(10|[1-9])(?![0-9.])")
_INSTRUMENT = regex.compile(
    r"^(?:คะแนน|ค่า|ผล)*(?:เฉลี่ย|รวม)?(?:แบบวัด|แบบตรวจ|ด้าน|เครื่องมือ)?\(?(IIT|EIT|OIT)\)?"
    r"(?:\((?:ร้อยละ|น้ำหนัก)?[0-9]+%?\))?$"
)
_NAMED_INSTRUMENT = regex.compile(
    r"^[\u0e00-\u0e7f]{2,30}\((IIT|EIT|OIT)\)$|^[0-9.)]{0,3}(IIT|EIT|OIT)(?=[\u0e00-\u0e7f]{2,30}$)"
)
_OVERALL = regex.compile(
    r"^(?:ผล)?(?:การประเมิน)?(?:คะแนน)?(?:เฉลี่ย)?(?:รวม|ภาพรวม|สุทธิ|ITA|\(ITA\)|เฉลี่ย)+"
    r"(?:ทั้งสิ้น|ทั้งหมด|ทุกตัวชี้วัด|ทุกแบบวัด|ของหน่วยงาน|ของเขต|เขต|การประเมิน|ITA|\(ITA\))*$",
    regex.I,
)
_NUMBER = regex.compile(
    r"^\s*(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?)?\s*((?:10|[1-9])(?:\.[1-9])?)\s*[.)]?(?![0-9])"
)
_PLAIN_SCORE = regex.compile(
    r"^(?:ผล|ค่า)?คะแนน(?:ที่ได้|ที่ได้รับ|เฉลี่ย|รายข้อ|การประเมิน|ผลการประเมิน)?(?:\(.*\))?$|^(?:คิดเป็น)?ร้อยละ$"
)
_LAST_YEAR = regex.compile("ปี(?:ที่)?(?:ผ่านมา|ก่อน|แล้ว)")
_WHERE_ORDER = {"table": 0, "measures": 1, "prose": 2}


@dataclass(frozen=True, slots=True)
class Stated:
    """One printing of a score, not yet gathered."""

    year: int | None
    level: str
    code: str
    value: Decimal
    source: Source
    where: str
    inferred: bool = False
    title: str | None = None


def level_of(code: str) -> str:
    """The level a code belongs to."""
    if code == "ITA":
        return "overall"
    if code in ("IIT", "EIT", "OIT"):
        return "instrument"
    if code[0] in "IEO":
        return "item"
    return "subindicator" if "." in code else "indicator"


def stated_in_items(coded: CodedBody, year: int | None) -> list[Stated]:
    """Scores printed in item cells (``(91.20 คะแนน)``) and in section rows.

    The score of a range is the score of its indicator, not of each item.
    """
    found: list[Stated] = []
    seen: set[int] = set()
    for record in coded.body.records:
        if record.heading is not None:
            found += _in_heading(record, year)
        if record.section_cell is not None and record.section is not None:
            found += _in_section_cell(record, year)
        for entry in coded.entries.get(record.index, ()):
            if id(entry.entry) in seen or not entry.entry.scores or record.item_cell is None:
                continue
            seen.add(id(entry.entry))
            code = entry.codes[0] if len(entry.codes) == 1 else range_indicator(entry.codes, year)
            if code is None:
                continue
            source = _part_source(record.item_cell, entry.entry.text)
            title = entry.entry.question or None
            found += [
                Stated(when, level_of(code), code, value, source, "measures", entry.inferred, title)
                for when, value in _by_year(entry.entry, year)
            ]
    return found


def _in_heading(record: Record, year: int | None) -> list[Stated]:
    heading = record.heading
    cell = next((c for c in record.cells.values() if c.text), None)
    if heading is None or cell is None:
        return []
    scores = find_scores(cell.text)
    code = heading.subindicator or heading.indicator or heading.instrument
    if not scores or code is None:
        return []
    return [Stated(year, level_of(code), code, scores[0].value, cell.source, "measures")]


def _by_year(entry: Entry, year: int | None) -> list[tuple[int | None, Decimal]]:
    """The scores of an item cell with their years; one score without a year is this year's.

    Several scores that no year tells apart are none: which is meant is not said.
    """
    found: list[tuple[int | None, Decimal]] = []
    start = 0
    for score in entry.scores:
        said = regex.findall(r"25[4-9][0-9]", entry.text[start : score.end])
        found.append((int(said[-1]) if said else year, score.value))
        start = score.end
    different = {value for _, value in found}
    years = {when for when, _ in found}
    return found[:1] if len(different) == 1 else found if len(years) == len(found) else []


_BRACKETED = regex.compile(r"\(\s*((?:100|[0-9]{1,2})\.[0-9]{2})\s*\)\s*$")


def _in_section_cell(record: Record, year: int | None) -> list[Stated]:
    """The score in brackets behind an indicator's name in its own cell."""
    cell, section = record.section_cell, record.section
    assert cell is not None and section is not None
    code = section.subindicator or section.indicator
    found = find_scores(cell.text)
    bracketed = _BRACKETED.search(cell.text)
    value = found[0].value if found else as_score(bracketed.group(1)) if bracketed else None
    if value is None or code is None:
        return []
    return [Stated(year, level_of(code), code, value, cell.source, "measures")]


def _part_source(cell: BodyCell, text: str) -> Source:
    """The cell's place, on the page its part stands on where the cell runs over a page end."""
    share = cell.text.find(text[:20]) / max(len(cell.text), 1)
    place = cell.places[min(int(share * len(cell.places)), len(cell.places) - 1)]
    return Source(place, cell.raw)


def stated_in_table(
    coded: CodedBody, year: int | None, own: str | None = None
) -> tuple[list[Stated], list[Finding]]:
    """Scores of a score table: every score column of every row that names what it scores.

    ``own``: code of the report's agency; rows of other districts beside it are not its scores.
    Cells that should hold a score and cannot be read as one are findings.
    """
    body = coded.body
    columns, findings = _score_columns(body)
    found: list[Stated] = []
    for record in body.records:
        if record.heading is not None or _of_another(record, own):
            continue
        label = _label(record, coded, body)
        row_year = _row_year(record, body) or year
        for column in columns:
            cell = record.cells.get(column)
            head = body.columns.columns[column]
            named = (head.code, False, head.header) if head.code else label
            if cell is None or not cell.text or named is None:
                continue
            value = bare_score(cell.text)
            if value is None:
                findings += _unreadable(cell, record, named[0])
                continue
            code, inferred, title = named
            when = head.year or row_year
            found.append(
                Stated(when, level_of(code), code, value, cell.source, "table", inferred, title)
            )
    return found, findings


def _score_columns(body: Body) -> tuple[list[int], list[Finding]]:
    """The columns that hold scores, one for each year and code.

    Where several would score the same, the one headed plainly (``คะแนน``, ``คะแนน (เต็ม 100)``) is
    taken; where none is, none is taken and a finding says so.
    """
    columns = body.columns.columns
    groups: dict[tuple[int | None, str | None], list[int]] = defaultdict(list)
    for i in body.columns.where("score"):
        groups[(columns[i].year, columns[i].code)].append(i)
    chosen: list[int] = []
    findings: list[Finding] = []
    for members in groups.values():
        now = [i for i in members if not _LAST_YEAR.search(squeeze(columns[i].header))]
        plain = [i for i in now if _PLAIN_SCORE.match(squeeze(columns[i].header))]
        best = next((some for some in (members, plain, now) if len(some) == 1), None)
        if best is not None:
            chosen += best
            continue
        first = next((c for r in body.records if (c := r.own(members[0])) is not None), None)
        heads = ", ".join(f"'{columns[i].header or '?'}'" for i in members)
        message = f"Several columns could hold the score ({heads}); none was taken"
        place = first.places[0] if first else None
        page = place.page if place else None
        findings.append(Finding("error", "several-score-columns", message, place, page, heads))
    return sorted(chosen), findings


def _unreadable(cell: BodyCell, record: Record, code: str) -> list[Finding]:
    """A finding for a cell of digits in a score column that is no score from 0 to 100."""
    if cell.first != record.index or not regex.search("[0-9]", cell.text):
        return []
    place = cell.places[0]
    message = (
        f"'{cell.text[:60]}' stands where the score of {code} should and cannot be read as one"
    )
    return [Finding("warning", "score-unread", message, place, place.page, cell.raw)]


def _of_another(record: Record, own: str | None) -> bool:
    """Whether a row is named by a district that is not the report's own."""
    named = {d for c in record.cells.values() if c.text and (d := district_named(c.text))}
    return bool(named) and own not in named


def _row_year(record: Record, body: Body) -> int | None:
    """The year a row is of, where a column holds years."""
    for column in body.columns.where("year"):
        cell = record.cells.get(column)
        match = regex.search(r"25[4-9][0-9]", cell.text) if cell is not None else None
        if match:
            return int(match.group())
    return None


def _label(record: Record, coded: CodedBody, body: Body) -> tuple[str, bool, str | None] | None:
    """What a row scores: code, whether it was inferred, and the title as printed."""
    roles = ("code", "indicator", "subindicator", "instrument", "number", "item")
    texts = [
        cell.text
        for role in roles
        for c in body.columns.where(role)
        if (cell := record.cells.get(c)) is not None and cell.text
    ]
    title = max(texts, key=len, default=None)
    for text in texts:
        plain = squeeze(text)
        if match := _NAMED_INSTRUMENT.match(plain):
            return match.group(1) or match.group(2), False, title
        summed = regex.search("รวม|เฉลี่ย", plain) or not coded.entries.get(record.index)
        if (match := _INSTRUMENT.match(plain)) and summed:
            return match.group(1), False, title
        if _OVERALL.match(plain) and _is_whole(plain, coded):
            return "ITA", False, title
    entries = coded.entries.get(record.index, [])
    if numbered := _numbered_indicator(record, body, entries):
        return numbered, False, title
    coded_here = len(entries) == 1 and not entries[0].entry.token[:1].isdigit()
    for text in texts:
        if not coded_here and (match := _SUB.match(text) or _MAIN.match(text)):
            return match.group(1), False, title
    named = next((n for t in texts if (n := by_name(_bare_title(t)))), None)
    if entries and len(entries) == 1:
        entry = entries[0]
        lettered = not entry.entry.token[:1].isdigit()
        if lettered or named is None:
            code = entry.codes[0] if len(entry.codes) == 1 else None
            return (code, entry.inferred, title) if code else None
    if named is not None:
        return named, False, title
    for text in texts:
        if (heading := read_heading(text)) is not None and not heading.indicator:
            return heading.instrument or "", False, title
    return None


def _is_whole(plain: str, coded: CodedBody) -> bool:
    """Whether a total row is that of the whole assessment, not of the section it stands in."""
    if "ITA" in plain.upper() or regex.search("ทั้งสิ้น|ทั้งหมด|ภาพรวม", plain):
        return True
    letters = {c[0] for es in coded.entries.values() for e in es for c in e.codes}
    texts = (cell.text for r in coded.body.records for cell in r.cells.values())
    mains = {m.group(1) for text in texts if (m := regex.match(r"\s*([1-9]|10)\.[1-9]\s", text))}
    return len(letters) != 1 and len(mains) != 1


def _numbered_indicator(record: Record, body: Body, entries: list[CodedEntry]) -> str | None:
    """The indicator a row is of when its items stand beside it as a range (``9.1 | O1 - O4``)."""
    ranged = any(e.last for r in body.records for e in r.entries)
    for column in body.columns.where("indicator", "subindicator", "number") if ranged else ():
        cell = record.own(column)
        match = _NUMBER.match(cell.text) if cell is not None else None
        if match and entries:
            return match.group(1)
    return None


def _bare_title(text: str) -> str:
    return regex.sub(r"^[\s0-9.)\-]+", "", text)


def unlabelled(coded: CodedBody) -> list[Finding]:
    """Findings for rows with a score that nothing says what it scores."""
    body = coded.body
    found = []
    for record in body.records:
        if record.heading is not None or _label(record, coded, body) is not None:
            continue
        for column in body.columns.where("score"):
            cell = record.own(column)
            if cell is not None and bare_score(cell.text) is not None:
                found.append(
                    Finding(
                        "warning",
                        "score-without-code",
                        f"The number {cell.text} stands in a score column, but nothing in its row "
                        "names an item or indicator",
                        cell.places[0],
                        cell.places[0].page,
                        cell.raw,
                    )
                )
    return found


def is_weights(coded: CodedBody, years: Iterable[int]) -> bool:
    """Whether the 'scores' of a table are the points of the code book: a table of weights."""
    rows = [
        (label[0], bare_score(c.text))
        for r in coded.body.records
        if (label := _label(r, coded, coded.body)) is not None
        for col in coded.body.columns.where("score")
        if (c := r.cells.get(col)) is not None
    ]
    numbers = [(code, value) for code, value in rows if value is not None]
    for year in years:
        points = {c: i.points for c, i in indicators(year).items()}
        points |= {c: i.points for c, i in items(year).items()}
        same = sum(1 for code, value in numbers if value == points.get(code))
        if numbers and same >= 0.6 * len(numbers):
            return True
    return False


def gather(stated: Iterable[Stated]) -> tuple[list[Score], list[Finding]]:
    """One score per year and code, all its printings as mentions, disagreements as findings.

    The value is that of the first printing in a score table, else in the measures, else in prose.
    """
    groups: dict[tuple[int | None, str], list[Stated]] = defaultdict(list)
    for one in stated:
        groups[(one.year, one.code)].append(one)
    scores: list[Score] = []
    findings: list[Finding] = []
    for (year, code), members in groups.items():
        members.sort(key=lambda s: _WHERE_ORDER[s.where])
        chosen = members[0]
        mentions = tuple(Mention(s.value, s.source, s.where) for s in members)
        scores.append(
            Score(
                year,
                chosen.level,
                code,
                title_of(year, code) or chosen.title,
                chosen.value,
                mentions,
                all(s.inferred for s in members),
            )
        )
        findings += _disagreements(code, members)
    order = ["overall", "instrument", "indicator", "subindicator", "item"]
    scores.sort(key=lambda s: (s.fiscal_year or 0, order.index(s.level), _code_key(s.code)))
    return scores, findings


def _code_key(code: str) -> tuple[str, float]:
    if code[0] in "IEO" and code[1:].isdigit():
        return str("IEO".index(code[0])), float(code[1:])
    try:
        major, _, minor = code.partition(".")
        return "", int(major) + int(minor or 0) / 10
    except ValueError:
        return code, 0.0


def _disagreements(code: str, members: list[Stated]) -> list[Finding]:
    chosen = members[0]
    return [
        Finding(
            "error",
            "score-disagrees",
            f"{code} is printed as {chosen.value} on page {chosen.source.place.page} and as "
            f"{other.value} on page {other.source.place.page}; the first was taken",
            other.source.place,
            other.source.place.page,
            other.source.raw,
        )
        for other in members[1:]
        if other.value != chosen.value
    ]


def title_of(year: int | None, code: str) -> str | None:
    """The code book's title of an item or indicator."""
    if year is None:
        return None
    item = items(year).get(code)
    if item is not None:
        return item.title_th
    indicator = indicators(year).get(code)
    return indicator.title_th if indicator is not None else None
