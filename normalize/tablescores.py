"""Scores out of score tables.

A number is a score only where a code or an indicator's name says what it scores; numbers of weight
and level tables, running numbers and years never are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import regex

from normalize.body import Body, BodyCell, Record
from normalize.codebook import indicators, items
from normalize.columns import Column
from normalize.items import CodedBody
from normalize.meta import district_named
from normalize.model import Finding
from normalize.rowlabels import Label
from normalize.scores import Stated, level_of
from normalize.sections import read_heading
from normalize.text import squeeze
from normalize.values import bare_score

_PLAIN_SCORE = regex.compile(
    r"^(?:ผล|ค่า)?คะแนน(?:ที่ได้|ที่ได้รับ|เฉลี่ย|รายข้อ|การประเมิน|ผลการประเมิน)?(?:\(.*\))?$|^(?:คิดเป็น)?ร้อยละ$"
)
_YEAR = regex.compile(r"(?<![0-9])25[4-9][0-9](?![0-9])")
_COMPARED = regex.compile("เป้าหมาย|คาดการณ์|เพิ่มขึ้น|ลดลง|ผลต่าง|เปลี่ยนแปลง")
_MEAN_OF = regex.compile("เฉลี่ย(?:ของ)?(?:กลุ่ม|ทุก|ทั้ง(?!สิ้น|หมด$)|50|กทม|กรุงเทพมหานคร|ระดับประเทศ)")
_LAST_YEAR = regex.compile("ปี(?:ที่)?(?:ผ่านมา|ก่อน|แล้ว)")


def stated_in_table(
    coded: CodedBody, labels: Mapping[int, Label], year: int | None, own: str | None = None
) -> tuple[list[Stated], list[Finding]]:
    """Scores of a score table: every score column of every row that names what it scores.

    ``labels``: what the rows score; ``own``: code of the report's agency, for rows of other
    districts beside it are not its scores.
    Cells that should hold a score and cannot be read as one are findings.
    """
    body = coded.body
    columns, findings = _score_columns(body)
    found: list[Stated] = []
    for record in body.records:
        if record.heading is not None or _of_another(record, own) or _compares(record, body):
            continue
        label = labels.get(record.index)
        row_year = _row_year(record, body) or year
        for column in columns:
            cell = record.cells.get(column)
            head = body.columns.columns[column]
            named = _of_column(head, label)
            level = _level_said(head.header)
            if level is not None and (label is None or _below(label.code, level)):
                named = _merged_beside(cell, record, level)
            if cell is None or not cell.text or named is None:
                continue
            value = bare_score(cell.text)
            if value is None:
                findings += _unreadable(cell, record, named.code)
                continue
            found.append(_stated(named, value, cell, head.year or row_year))
    return found, findings


def _of_column(head: Column, label: Label | None) -> Label | None:
    """What a cell scores: its row, or what its column is headed by.

    Where rows name items or indicators, columns of instruments only tell them apart.
    """
    if head.code is None:
        return label
    if label is not None and _below(label.code, "instrument"):
        return label
    return Label(head.code, head.header)


def _stated(label: Label, value: Decimal, cell: BodyCell, year: int | None) -> Stated:
    return Stated(
        year,
        level_of(label.code),
        label.code,
        value,
        cell.source,
        "table",
        label.inferred,
        label.title,
        label.confidence,
    )


def _level_said(header: str) -> str | None:
    """The level whose scores a column's header says it holds, where it names one."""
    plain = squeeze(header)
    match = regex.search("คะแนน(?:ราย|ของ|เฉลี่ย|รวม)*(?:(ตัวชี้วัด)|(เครื่องมือ|แบบวัด))", plain)
    return None if match is None else "indicator" if match[1] else "instrument"


def _below(code: str, level: str) -> bool:
    order = ("item", "subindicator", "indicator", "instrument", "overall")
    return order.index(level_of(code)) < order.index(level)


def _merged_beside(cell: BodyCell | None, record: Record, level: str) -> Label | None:
    """The indicator or instrument merged over the same rows as its score.

    Where none is, the section's; told once, in the first of the rows.
    """
    if cell is None or cell.first != record.index:
        return None
    for other in record.cells.values():
        if other is cell or not other.text or (other.first, other.last) != (cell.first, cell.last):
            continue
        heading = read_heading(other.text)
        code = getattr(heading, level, None)
        if code and (level == "indicator" or not (heading and heading.indicator)):
            return Label(code, other.text)
    section = getattr(record.section, level, None) if cell.first != cell.last else None
    return Label(section, None) if section else None


def _score_columns(body: Body) -> tuple[list[int], list[Finding]]:
    """The columns that hold scores, one for each year and code.

    Where several would score the same, the one headed plainly (``คะแนน``, ``คะแนน (เต็ม 100)``) is
    taken, or the first of several that print the same numbers (``คะแนนที่ได้ | ร้อยละ``); where none
    is, none is taken and a finding says so.
    """
    columns = body.columns.columns
    groups: dict[tuple[int | None, str | None, str | None], list[int]] = defaultdict(list)
    for i in body.columns.where("score"):
        level = _level_said(columns[i].header)
        groups[(columns[i].year, columns[i].code, level)].append(i)
    chosen: list[int] = []
    findings: list[Finding] = []
    for members in groups.values():
        now = [i for i in members if not _LAST_YEAR.search(squeeze(columns[i].header))]
        plain = [i for i in now if _PLAIN_SCORE.match(squeeze(columns[i].header))]
        best = next((some for some in (members, plain, now) if len(some) == 1), None)
        if best is None and _alike(body, members):
            best = members[:1]
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


def _alike(body: Body, columns: Sequence[int]) -> bool:
    """Whether columns hold the same numbers in every row."""
    rows = [
        [bare_score(c.text) if (c := r.cells.get(i)) is not None else None for i in columns]
        for r in body.records
    ]
    return any(any(row) for row in rows) and all(len(set(row)) == 1 for row in rows)


def _unreadable(cell: BodyCell, record: Record, code: str) -> list[Finding]:
    """A finding for a cell of digits in a score column that is no score from 0 to 100."""
    if cell.first != record.index or not regex.search("[0-9]", cell.text):
        return []
    message = (
        f"'{cell.text[:60]}' stands where the score of {code} should and cannot be read as one"
    )
    return [Finding.at("warning", "score-unread", message, cell.source)]


def _of_another(record: Record, own: str | None) -> bool:
    """Whether a row is named by a district other than the report's own, or is a mean of several."""
    texts = [c.text for c in record.cells.values() if c.text]
    if any(len(squeeze(t)) < 40 and _MEAN_OF.search(squeeze(t)) for t in texts):
        return True
    named = {d for t in texts if (d := district_named(t))}
    return bool(named) and own not in named


def _compares(record: Record, body: Body) -> bool:
    """Whether a row of a table of years is no year's: its target or the change between two."""
    cells = [c for i in body.columns.where("year") if (c := record.cells.get(i)) is not None]
    return any(
        c.text and (not _YEAR.search(c.text) or _COMPARED.search(c.text) is not None) for c in cells
    )


def _row_year(record: Record, body: Body) -> int | None:
    """The year a row is of, where a column holds years."""
    for column in body.columns.where("year"):
        cell = record.cells.get(column)
        match = _YEAR.search(cell.text) if cell is not None else None
        if match:
            return int(match.group())
    return None


def unlabelled(coded: CodedBody, labels: Mapping[int, Label]) -> list[Finding]:
    """Findings for rows with a score that nothing says what it scores."""
    body = coded.body
    found = []
    for record in body.records:
        if record.heading is not None or record.index in labels:
            continue
        if _compares(record, body):
            continue
        for column in body.columns.where("score"):
            cell = record.own(column)
            if body.columns.columns[column].code is not None:
                continue
            if cell is not None and bare_score(cell.text) is not None:
                message = (
                    f"The number {cell.text} stands in a score column, but nothing in its row "
                    "names an item or indicator"
                )
                found.append(Finding.at("warning", "score-without-code", message, cell.source))
    return found


def is_weights(coded: CodedBody, labels: Mapping[int, Label], years: Iterable[int]) -> bool:
    """Whether the 'scores' of a table are the points of the code book: a table of weights."""
    rows = [
        (label.code, bare_score(c.text))
        for r in coded.body.records
        if (label := labels.get(r.index)) is not None
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
