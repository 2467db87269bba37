"""Which of a table's columns of numbers are its scores."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import regex

from normalize.model import Finding
from normalize.names.meta import district_named, named_districts
from normalize.names.said import name_and_year
from normalize.names.sections import by_name, name_and_score
from normalize.names.whole import names_whole
from normalize.rows.columns import level_said
from normalize.rows.means import column_of_means
from normalize.rows.record import Body, Record
from normalize.words.patterns import compiled
from normalize.words.text import squeeze
from normalize.words.values import bare_score

_PLAIN_SCORE = compiled(
    r"^(?:ผล|ค่า)?คะแนน(?:ที่ได้|ที่ได้รับ|เฉลี่ย|รายข้อ|การประเมิน|ผลการประเมิน)?(?:\(.*\))?$|^(?:คิดเป็น)?ร้อยละ$"
)
# What was replaced: by the year after it or by what an appeal came to.
_LAST_YEAR = compiled("(?:ปี|ครั้ง)(?:ที่)?(?:ผ่านมา|ก่อน|แล้ว)|ก่อน(?:การ)?(?:อุทธรณ์|ทักท้วง|ชี้แจง)|เบื้องต้น")

_SEVERAL_YEARS = compiled("(?:(?:คะแนน|ผล)?(?:ปี)?(?:งบประมาณ)?(?:พ\\.?ศ\\.?)?25[4-9][0-9]){2,}")
# Numbers beside two kinds of names.
_PAIRED = 2


def score_columns(
    body: Body, own: str | None, codes: Mapping[int, str], assessed: int | None
) -> tuple[list[int], list[Finding]]:
    """The columns that hold scores, one for each year and code.

    Where several would score the same, the one headed plainly (``คะแนน``, ``คะแนน (เต็ม 100)``) is
    taken, or the first of several that print the same numbers (``คะแนนที่ได้ | ร้อยละ``), or the one
    whose totals are those of its parts; where none is, none is taken and a finding says so.

    Args:
        body: the rows of the table.
        own: code of the report's agency.
        codes: what the rows score, by their index.
        assessed: the year of the assessment.
    """
    columns = body.columns.columns
    groups: dict[tuple[int | None, str | None, str | None], list[int]] = defaultdict(list)
    for i in _own_columns(body, own):
        groups[(columns[i].year, columns[i].code, level_of_column(body, i))].append(i)
    chosen: list[int] = []
    findings: list[Finding] = []
    for members in groups.values():
        now = [i for i in members if not _LAST_YEAR.search(squeeze(columns[i].header))]
        plain = [i for i in now if _PLAIN_SCORE.match(squeeze(columns[i].header))]
        best = next((some for some in (members, plain, now) if len(some) == 1), None)
        if best is None:
            best = _mean_of_others(body, now)
        if best is None and _alike(body, members):
            best = members[:1]
        if best is not None and any(_unsure(body, i) for i in best):
            best = None
        elif best is None:
            best = column_of_means(body, codes, now, columns[members[0]].year or assessed)
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


_TWO_DECIMALS = compiled(r"(?<![0-9.])(?:100|[0-9]{1,2})\.[0-9]{2}(?![0-9])")

_CODED = compiled(r"\s*\(?[IEO]\s?[0-9]{1,2}(?![0-9])")
_RUN_TOGETHER = compiled(
    r"\s*\(?[IEO]\s?[0-9]{1,2}\)?\s+[0-9]{1,2}\.[0-9]{2}\s*%?\s+(?:100|[0-9]{1,2}\.[0-9]{2})(?![0-9])"
)
_CODE_WITH_SCORE = compiled(
    r"\s*\(?[IEO]\s?[0-9]{1,2}\)?\s*[:=\u2013-]?\s+(?:100|[0-9]{1,2})(?:\.[0-9]{1,2})?\s*(?:คะแนน|%)?\s*"
)
# "ตัวชี้วัดที่ 2 การใช้งบประมาณ : 1 โปร่งใส ตรวจสอบได้ I4 69.41", "1 ... 82.41 6 ...": several columns.
_GROUP_AND_ITEM = compiled(
    r"\s*(?:ตัวชี้วัด|ด้าน)(?:ที่)?\s*[0-9]{1,2}[^0-9]*[^(\[]*(?<=\s)[IEO][0-9]{1,2}\s[^(\[]*[0-9]\.[0-9]{2}"
    r"|[^\n]*[\u0e01-\u0e4e]\s+(?:100|[0-9]{1,2})\.[0-9]{2}\s+[0-9]{1,2}\s+[\u0e01-\u0e2e\u0e40-\u0e44]",
    regex.S,
)
# A whole number, but for one that counts years, people or things.
_WHOLE = compiled(
    r"(?<=\s)(?:100|[0-9]{1,2})(?=\s|$)(?!\s*(?:ปี|เดือน|วัน|คน|ราย|เขต|แห่ง|ครั้ง|ข้อ|เรื่อง|จุด|ช่อง))"
)


def _unsure(body: Body, column: int) -> bool:
    """Whether a column that nothing heads stands beside other numbers that could be the scores.

    Where rules are missing, two columns of numbers may have run into the words of their rows, or
    stand in rows of their own above and below these.
    """
    if body.columns.columns[column].header.strip():
        return False
    rows = [r for r in body.records if (c := r.own(column)) and bare_score(c.text) is not None]
    beside = 0
    for record in rows:
        own = record.cells[column].text.strip()
        # What a number of another year stands for is said beside it.
        others = (name_and_year(c.text)[0] for i, c in record.cells.items() if i != column)
        beside += any(n != own for text in others for n in _numbers(text))
    for record in body.records:
        loose = [c for i, c in record.cells.items() if i != column and c.first == record.index]
        bare = record.own(column) is None and not record.entries
        beside += bare and any(bare_score(c.text) is not None for c in loose)
    return bool(rows) and 3 * beside >= len(rows)


def _numbers(text: str) -> list[str]:
    """Numbers in a text that may be scores: of two decimals, or whole ones behind an item."""
    code = _CODED.match(text)
    return [*_TWO_DECIMALS.findall(text), *(_WHOLE.findall(text[code.end() :]) if code else ())]


_TOTAL = compiled("(?:คะแนน|ผลคะแนน|ค่า)?(?:รวม|เฉลี่ย|เฉลี่ยรวม|ภาพรวม|รวมเฉลี่ย)(?:\\(.*\\))?")


def _mean_of_others(body: Body, columns: Sequence[int]) -> list[int] | None:
    """The column that is called a total and lies between the others (those of groups asked)."""
    totals = [i for i in columns if _TOTAL.fullmatch(squeeze(body.columns.columns[i].header))]
    if len(totals) != 1 or len(columns) < 3:
        return None
    checked = 0
    for record in body.records:
        cells = {i: c for i in columns if (c := record.cells.get(i)) is not None}
        values = {i: v for i, c in cells.items() if (v := bare_score(c.text)) is not None}
        mean = values.pop(totals[0], None)
        if mean is None or len(values) < 2:
            continue
        if not min(values.values()) <= mean <= max(values.values()):
            return None
        checked += 1
    return totals if checked >= 2 else None


def _own_columns(body: Body, own: str | None) -> list[int]:
    """The score columns but those of other districts and, beside others, what was replaced."""
    columns = body.columns.columns
    heads = {i: squeeze(columns[i].header) for i in body.columns.where("score")}
    # Two columns that were read as one: whose year a number is nothing says.
    heads = {i: head for i, head in heads.items() if not _SEVERAL_YEARS.fullmatch(head)}
    bare = {i: regex.sub("^(?:ผล|ค่า)?คะแนน(?:ของ)?", "", head) for i, head in heads.items()}
    named = {i: found for i, head in bare.items() if (found := _districts(head))}
    own_named = [i for i, found in named.items() if own in found]
    others = [i for i, found in named.items() if own not in found]
    if others:
        # Beside a column for each district, one without a name is of them all.
        return own_named or [i for i in heads if i not in named]
    if own_named:
        # Beside the own column, one of the same year is of somebody else.
        years = {columns[i].year for i in own_named}
        heads = {i: h for i, h in heads.items() if i in own_named or columns[i].year not in years}
    last = [i for i in heads if columns[i].year is None and _LAST_YEAR.search(heads[i])]
    return [i for i in heads if i not in last] or last


_CITY, _CALLED_CITY = "1000", ("กรุงเทพมหานคร", "กทม.", "กทม")
_OF_YEAR = compiled(r"\(?(?:ปี)?(?:งบประมาณ)?(?:พ\.?ศ\.?)?25[4-9][0-9]\)?")


def _districts(head: str) -> frozenset[str]:
    """The districts, or the city, that a column is headed by, with ``เขต`` before or without."""
    plain = _OF_YEAR.sub("", head)
    alone = _CITY if plain in _CALLED_CITY else district_named(plain)
    return named_districts(head) or frozenset([alone] if alone is not None else [])


def _alike(body: Body, columns: Sequence[int]) -> bool:
    """Whether columns hold the same numbers in every row."""
    rows = [
        [bare_score(c.text) if (c := r.cells.get(i)) is not None else None for i in columns]
        for r in body.records
    ]
    return any(any(row) for row in rows) and all(len(set(row)) == 1 for row in rows)


_NAMES = ("instrument", "indicator", "subindicator")


def level_of_column(body: Body, column: int) -> str | None:
    """The level whose scores a column holds: its header says it, or the names right before it do.

    ``ตัวชี้วัด | คะแนน | ข้อคำถาม | คะแนน``: each name has its score beside it. What stands behind a
    name that is merged over several rows (or told once in them) is merged with it.
    """
    columns = body.columns.columns
    said = level_said(columns[column].header)
    scores = body.columns.where("score")
    if said == "instrument" and columns[column].code is not None:
        # "คะแนนรายเครื่องมือ" over "IIT": the column says whose its scores are.
        return None
    if said is not None or len(scores) < _PAIRED or columns[column].code is not None:
        return said
    names = {i: _named_before(body, i) for i in scores}
    names = {i: _named_over(body, i, name) for i, name in names.items()}
    own = names[column]
    if own is None or columns[own].role not in _NAMES or len({*names.values()}) < _PAIRED:
        return None
    roles = {columns[n].role for n in names.values() if n is not None}
    # "เครื่องมือ | คะแนนรวม | ตัวชี้วัด | คะแนน": the first are those of the instruments.
    grouped = columns[own].role == "instrument" and roles & {"indicator", "subindicator"}
    if not (roles & {"item", "code"} or grouped):
        return None
    level = "instrument" if columns[own].role == "instrument" else "indicator"
    return level if _go_together(body, own, column) else None


def _named_before(body: Body, column: int) -> int | None:
    """The column of names that stands nearest before a column of scores."""
    named = body.columns.where(*_NAMES, "item", "code")
    return max((i for i in named if i < column), default=None)


def _named_over(body: Body, column: int, before: int | None) -> int | None:
    """The names merged over the same rows as a column's numbers, where the items stand between.

    ``ตัวชี้วัด | ข้อ | คะแนนรายข้อ | คะแนน``: the last are those of the indicators.
    """
    columns = body.columns.columns
    if before is None or columns[before].role in _NAMES:
        return before
    cells = (r.own(column) for r in body.records if r.heading is None)
    if not any(c.last > c.first for c in cells if c is not None):
        return before
    over = (i for i in body.columns.where(*_NAMES) if i < before and _go_together(body, i, column))
    return next(over, before)


def _go_together(body: Body, name: int, column: int) -> bool:
    """Whether a column's numbers stand in the rows of the names, one for each, not in all rows."""
    told = [(r.own(name), r.own(column)) for r in body.records if r.heading is None]
    # A total across both has its own number, elsewhere.
    pairs = [(a, b) for a, b in told if a is None or a.column + a.columns <= column]
    both = [(a, b) for a, b in pairs if a is not None and b is not None]
    alike = all(a.first == b.first and a.last == b.last for a, b in both)
    lone = sum((a is None) != (b is None) for a, b in pairs)
    several = any(a.last > a.first for a, _ in both) or len(both) < len(pairs)
    return bool(both) and alike and several and 4 * lone <= len(both)


def not_told_apart(record: Record, columns: Sequence[int], body: Body) -> Finding | None:
    """A finding for a row whose numbers in columns of scores cannot be told apart."""
    return _run_together(record) or _beside_group(record, columns, body) or _aside(record, columns)


def _run_together(record: Record) -> Finding | None:
    """A finding where numbers of several columns stand right behind an item's code.

    So do the name of a group with its number, and an item's, in one cell beside another number.
    """
    cells = [c for c in record.cells.values() if c.first == c.last]
    told = [c for c in cells if _CODE_WITH_SCORE.fullmatch(c.text)]
    group = next((c for c in cells if _GROUP_AND_ITEM.match(c.text)), None)
    # Several codes with numbers of their own: no number beside them is of all.
    group = told[0] if len(told) > 1 else group
    item = group or record.item_cell
    if item is None or not (group or _RUN_TOGETHER.match(item.text)):
        return None
    message = f"Numbers of several columns stand in '{item.text[:60]}'; its row was not read"
    return Finding.at("warning", "score-unread", message, item.source)


def _beside_group(record: Record, columns: Sequence[int], body: Body) -> Finding | None:
    """A finding where a group's number stands beside its item's, both in columns without names."""
    if record.section_cell is None:
        return None
    bare = [i for i, column in enumerate(body.columns.columns) if not column.header.strip()]
    told = {i: cell for i in bare if (cell := record.own(i)) is not None}
    numbers = {c.text for c in told.values() if _TWO_DECIMALS.fullmatch(c.text.strip())}
    first = next((told[i] for i in columns if i in told), None)
    if first is None or len(numbers) < 2:
        return None
    message = f"{' and '.join(sorted(numbers))} stand in columns without a name; none was taken"
    return Finding.at("warning", "score-unread", message, first.source)


def _aside(record: Record, columns: Sequence[int]) -> Finding | None:
    """A finding where a name stands in a column of scores, and a number in another."""
    for column in columns:
        cell = record.own(column)
        if cell is None or not (names_whole(cell.text) or by_name(cell.text)):
            continue
        if name_and_score(cell.text) is not None:
            continue
        if any(i != column and (c := record.own(i)) and bare_score(c.text) for i in columns):
            message = f"'{cell.text[:60]}' stands where a score should; its row was not read"
            return Finding.at("warning", "score-unread", message, cell.source)
    return None
