"""What a row of a score table scores: an item, an indicator, an instrument or the whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from normalize.codebook import words
from normalize.names.contradicted import is_called_another
from normalize.names.instrumentnames import item_behind
from normalize.names.said import name_and_year
from normalize.names.sections import by_name, find_instrument, number_first, read_heading
from normalize.names.titles import known_title
from normalize.rows.celllooks import CODE_ALONE
from normalize.rows.items import CodedBody, CodedEntry, range_indicator
from normalize.rows.record import Body, BodyCell, Record
from normalize.rows.rownumbers import ALONE, bare_number, numbered_indicator
from normalize.rows.scorecolumns import level_of_column
from normalize.rows.totals import SUM, part_summed, whole_named
from normalize.words.patterns import compiled
from normalize.words.text import squeeze

_TOTAL = r"(?:สรุป)?(?:ผล)?(?:คะแนน|ค่า)?(?:เฉลี่ย|รวม)?\s*(?:ของ)?\s*"
_ITEM_TOO = compiled(
    r"(?<=[\u0e01-\u0e4e])\s+[IEO]\s?[0-9]{1,2}\s+(?=[\u0e01-\u0e2e\u0e40-\u0e44]{2})"
)
_SUB = compiled(
    rf"^\s*{_TOTAL}(?:(?:ตัวชี้วัด(?:ย่อย)?|ย่อย)(?:ที่)?)?\s*((?:9|10)\.[1-9])(?![0-9])(?!\s*[.)]?\s*[(\[]?[IEOieo]\s?[0-9])"
)
# The instrument may stand before its indicator: "IIT ตัวชี้วัดที่ 1".
_MAIN = compiled(
    rf"^\s*(?:[IEO]IT\s*[:\-\u2013]?\s*)?{_TOTAL}ตัวชี้วัด\s*(?:ที่)?\s*(10|[1-9])(?![0-9.])"
)
# An item's code with its instrument's whole name, no name of the instrument.
_LONG_CODE = compiled(r"\s*\(?[IEO]IT\s?(?:[-\u2013.]\s?|ข้อ(?:ที่)?\s*)[0-9]{1,2}(?![0-9.%])")
_MEAN = compiled(
    r"(?:ผล|ค่า)?(?:คะแนน)?(?:รวม)?(?:เฉลี่ย(?:รวม)?(?:ของ)?(?P<part>ตัวชี้วัด(?:นี้)?)?|(?:ของ)?(?P<part>ตัวชี้วัด(?:นี้)?))"
)
_WORDS = compiled("[\u0e01-\u0e2e]{3}")
_LISTED = 2
_ROLES = ("code", "indicator", "subindicator", "instrument", "number", "item")


def _labels(record: Record, body: Body) -> list[str]:
    """What the row's label columns say, names of whole groups of rows left out."""
    cells = (record.cells.get(c) for role in _ROLES for c in body.columns.where(role))
    texts = [c.text for c in cells if c is not None and c.text and not _of_group(c, record, body)]
    return [_TITLE_OVER.sub("", text) for text in texts]


# The title of the rows from here on, over the name of the first, which no rule parts from it.
_TITLE_OVER = compiled(
    r"^\s*(?:[0-9]{1,2}[.)]\s*)?(?:สรุป)?(?:ผล)?(?:การประเมิน)?(?:คะแนน)?(?:ราย|แยกตาม|จำแนกตาม|ตาม)(?:ตัวชี้วัด(?:ย่อย)?|แบบวัด|เครื่องมือ|ข้อ)\s*\n\s*"
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a row scores, with the title printed for it and how its code was decided."""

    code: str
    title: str | None
    inferred: bool = False
    confidence: float | None = None


def labels_of(coded: CodedBody, year: int | None = None) -> dict[int, Label]:
    """What the rows of a table score, by record index; rows that name nothing are left out.

    ``year``: of the code book that says which indicator a range of items is.
    """
    columns = coded.body.columns.where("score")
    parts = any(level_of_column(coded.body, i) for i in columns)
    found = {r.index: _label_of(r, coded, year, parts) for r in coded.body.records}
    labels = _named_apart({i: label for i, label in found.items() if label is not None})
    sums = [
        i for i, x in labels.items() if x.code == "ITA" and SUM.fullmatch(squeeze(x.title or ""))
    ]
    parts_of = {squeeze(x.title or "") for x in labels.values() if x.code != "ITA"}
    of_parts = any(squeeze(labels[i].title or "") in parts_of for i in sums)
    if (len(sums) > 1 or of_parts) and not coded.body.columns.where("year"):
        # Several plain totals are of parts, and none says of which.
        labels = {i: label for i, label in labels.items() if i not in sums}
    assessed = any(label.code != "ITA" for label in labels.values())
    if assessed or any(c.code for c in coded.body.columns.columns):
        return labels
    # A plain total of rows that name nothing assessed (of money, of projects) is none of scores.
    return {
        i: label for i, label in labels.items() if not SUM.fullmatch(squeeze(label.title or ""))
    }


def _named_apart(labels: dict[int, Label]) -> dict[int, Label]:
    """The labels without those of rows that share an instrument and are called differently.

    Each is about something of that instrument which was not understood.
    """
    titles: dict[str, set[str]] = defaultdict(set)
    for label in labels.values():
        if label.code.endswith("IT"):
            titles[label.code].add(squeeze(label.title or ""))
    unread = {
        code: {t for t in said if find_instrument(t) is None}
        for code, said in titles.items()
        if len(said) > 1
    }
    return {i: x for i, x in labels.items() if squeeze(x.title or "") not in unread.get(x.code, ())}


def _label_of(record: Record, coded: CodedBody, year: int | None, parts: bool) -> Label | None:
    """What a row scores; ``parts``: the scores of parts have a column of their own."""
    texts = _labels(record, coded.body)
    title = max(texts, key=len, default=None)
    # A total is told in the first column, whatever that is for.
    at_first = None if (first := record.own(0)) is None or first.first != first.last else first.text
    said = texts or [at_first or ""]
    whole = part_summed(said, record, coded, year) or whole_named(said, record, coded)
    if whole and not (whole.endswith("IT") and any(map(_names_indicator, texts))):
        return Label(whole, title or at_first)
    entries = [] if _names_itself(record, coded) else coded.entries.get(record.index, [])
    if numbered := numbered_indicator(record, coded.body, entries):
        return Label(numbered, title)
    lettered = len(entries) == 1 and _stands_for_itself(entries[0], record, coded.body, parts)
    coded_here = lettered and len(entries[0].codes) == 1 and _has_item(record, coded)
    coded_here = coded_here and not _is_part_of_one(texts)
    if _asks_else(record, coded) or (not entries and _is_of_item(record, coded.body)):
        return None
    if not coded_here and (part := _numbered_part(texts)) is not None:
        alone = part[1] and not is_called_another(texts, part[0])
        return Label(part[0], title) if alone else None
    named = next((n for t in texts if (n := by_name(_bare_title(t)))), None)
    if entries and len(entries) == 1:
        entry = entries[0]
        if lettered or named is None:
            code = entry.codes[0] if len(entry.codes) == 1 else range_indicator(entry.codes, year)
            return Label(code, title, entry.inferred, entry.confidence) if code else None
    if named is not None:
        return Label(named, title)
    if listed := _whole_list(record, coded, year):
        return Label(listed, title)
    if not entries and (number := bare_number(record, coded.body)) is not None:
        return Label(number, title)
    if mean := _mean_of_section(said, record, coded, year):
        return Label(mean, title or at_first)
    for text in texts:
        if _LONG_CODE.match(text) or item_behind(text):
            continue
        if (heading := read_heading(text)) is not None and not heading.indicator:
            return Label(heading.instrument or "", title)
    return _of_form(record, coded.body)


def _numbered_part(texts: Sequence[str]) -> tuple[str, bool] | None:
    """The number of the part that a row is about, and whether none of its items stands behind."""
    told = ((t, _SUB.match(t) or _MAIN.match(t)) for t in map(number_first, texts))
    return next(((str(m[1]), len(_ITEM_TOO.findall(t)) != 1) for t, m in told if m), None)


def _has_item(record: Record, coded: CodedBody) -> bool:
    """Whether a row is its item's: it names it, or it is the row of a form that the item heads."""
    return coded.has_item(record) or bool(coded.body.columns.where("measure"))


def _of_form(record: Record, body: Body) -> Label | None:
    """The indicator that heads a form of measures which says nothing else of whose its score is.

    ``ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่`` over ``คะแนนที่ได้ | 81.53``, ``จุดอ่อน | ...``, ``มาตรการ | ...``.
    """
    section = record.section
    if section is None or not section.certain or body.columns.where(*_ROLES):
        return None
    alone = sum(r.heading is None and r.section == section for r in body.records) == 1
    code = section.subindicator or section.indicator
    if not (code and alone and body.columns.where("measure")) or record.entries:
        return None
    return Label(code, None)


def _is_of_item(record: Record, body: Body) -> bool:
    """Whether a row has an item's code where none was looked for: its score is not its part's."""
    own = (c for i, c in record.cells.items() if body.columns.role_at(i) not in ("code", "item"))
    return any(c.first == record.index and CODE_ALONE.fullmatch(c.text) for c in own)


# The items of a part, behind its name.
_ITEMS_BEHIND = compiled(r"\s*\([^()]*[IEO]\s?[0-9]{1,2}\)\s*$")


def _is_part_of_one(texts: Sequence[str]) -> bool:
    """Whether a row has the number of a part and its name, and the only item behind that.

    ``9.4 | การบริหารและพัฒนาทรัพยากรบุคคล (O21)``: other parts have several.
    """
    numbers = {m[1] + m[2] for t in texts if (m := ALONE.fullmatch(t)) and m[2]}
    names = (_ITEMS_BEHIND.sub("", t) for t in texts if _ITEMS_BEHIND.search(t))
    return bool(numbers) and any(by_name(name) in numbers for name in names)


def _stands_for_itself(entry: CodedEntry, record: Record, body: Body, parts: bool) -> bool:
    """Whether a row is its item's whatever indicator it names: the code says so by its letter.

    A bare number does in a column of codes beside a title of the code book, or where the part's
    score has a column of its own: the other score is the item's then, of a part with one item too.
    """
    if not entry.entry.token[:1].isdigit():
        return True
    columns = body.columns
    own = any(columns.columns[i].role == "code" and record.own(i) for i in record.cells)
    question = entry.entry.question
    if own and known_title(question) and by_name(question) is None:
        return True
    return own and parts


def _names_indicator(text: str) -> bool:
    """Whether a text names an indicator: beside it an instrument only says which one it is of."""
    # "การเปิดเผยข้อมูลสาธารณะ" is what the OIT asks, not the indicator named almost so.
    instrument = any(squeeze(text) == word.phrase for word in words("instruments"))
    if instrument or regex.search("[IEO]IT", text):
        return False
    text = number_first(text)
    return bool(_MAIN.match(text) or _SUB.match(text)) or by_name(_bare_title(text)) is not None


def _whole_list(record: Record, coded: CodedBody, year: int | None) -> str | None:
    """The indicator all of whose items, and no others, a row lists beside one number."""
    entries = coded.entries.get(record.index, [])
    lettered = all(not e.entry.token[:1].isdigit() and not e.entry.scores for e in entries)
    if len(entries) < _LISTED or not lettered or not coded.has_item(record):
        return None
    return range_indicator(coded.codes([record]), year)


def _mean_of_section(
    texts: list[str], record: Record, coded: CodedBody, year: int | None
) -> str | None:
    """The indicator whose mean a row is: it calls itself so below the rows of one section.

    A mean that does not say of what is the indicator's where every section has one, right below
    all of the indicator's items.
    """
    section = record.section.subindicator or record.section.indicator if record.section else None
    said = [m for t in texts if (m := _MEAN.fullmatch(squeeze(t)))]
    if section is None or not said or coded.entries.get(record.index):
        return None
    if said[0]["part"]:
        return section
    rows = [r for r in coded.body.records if r.heading is None]
    above = [r for r in rows if r.section == record.section and r.index < record.index]
    means = [r for r in rows if (c := r.own(0)) is not None and _MEAN.fullmatch(squeeze(c.text))]
    sections = {r.section for r in rows if r.index in coded.entries}
    whole = range_indicator(coded.codes(above), year)
    return section if whole == section and len(means) == len(sections) else None


def _asks_else(record: Record, coded: CodedBody) -> bool:
    """Whether a row has a question of its own that was not read, among rows of items."""
    if coded.entries.get(record.index) or not coded.body.columns.where("indicator"):
        return False
    asked = [c for i in coded.body.columns.where("item") if (c := record.own(i)) is not None]
    named = [c for c in asked if by_name(_bare_title(c.text)) or read_heading(c.text)]
    return bool(asked) and not named and len(coded.entries) >= 0.5 * len(coded.body.records)


def _of_group(cell: BodyCell, record: Record, body: Body) -> bool:
    """Whether a section's name stands beside several scores: it names their group, not them.

    Rows that tell years apart are of one thing, and so is a score merged over the same rows.
    """
    if cell.first == cell.last or body.columns.where("year"):
        return False
    heading = read_heading(cell.text)
    if heading is None or heading.instrument is None:
        return False
    scores = [c for i in body.columns.where("score") if (c := record.cells.get(i)) is not None]
    return not scores or any(cell.first < c.first or c.last < cell.last for c in scores)


def _names_itself(record: Record, coded: CodedBody) -> bool:
    """Whether a row below an item's has a name of its own, over the columns of the items.

    What it scores is then something else than the item above, such as the part that ends here.
    """
    columns = coded.body.columns
    items = {*columns.where("item", "code")}
    wide = (c for i in range(len(columns.columns)) if (c := record.own(i)) and c.columns > 1)
    covering = (c for c in wide if items & {*range(c.column, c.column + c.columns)})
    return not coded.has_item(record) and any(_WORDS.search(c.text) for c in covering)


_COUNTED = compiled(r"^[\s0-9.)\-]*(?:ตัวชี้วัด(?:ย่อย)?\s+(?=[^\s0-9]))?")


def _bare_title(text: str) -> str:
    return _COUNTED.sub("", name_and_year(text)[0])
