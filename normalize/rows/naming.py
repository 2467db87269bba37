"""Which items the rows of a table name, by their code, their item or (failing both) their title."""

from __future__ import annotations

from dataclasses import replace

import regex

from normalize.names.codes import Entry, entries_of, readings
from normalize.names.entryscores import without
from normalize.names.namedcodes import name_and_codes
from normalize.names.said import name_and_year
from normalize.names.sections import by_name, numbers_indicator, read_heading
from normalize.names.titles import is_title, known_title
from normalize.rows.celllooks import CODE_ALONE, only_codes
from normalize.rows.record import Body, BodyCell, Record
from normalize.words.othernumbers import without_other_numbers
from normalize.words.patterns import compiled
from normalize.words.values import find_scores


def name_items(body: Body) -> None:
    """Give records the items their code, item or (failing both) weakness cells name.

    A running number names nothing; only where no row has a code at all does it mark the rows whose
    titles tell which item they are.
    """
    leads = [c for role in ("code", "item", "indicator") for c in body.columns.where(role)]
    spare = body.columns.where("weakness")
    for record in body.records:
        _name_from(record, body, leads, spare)
    if not any(r.entries for r in body.records):
        titled = _mostly_titles(body)
        for record in body.records:
            _name_by_title(record, body, titled)
        _leave_parts(body)


#: How rows of totals begin.
TOTAL = compiled(r"\s*(?:คะแนน|ผลคะแนน|ค่า)*(?:รวม|เฉลี่ย|ภาพรวม)")
_SEVERAL = 2
# Numbers in these columns are never that of what the row is about.
_NEVER_NAMES = (
    "score", "rank", "weight", "count", "level", "target", "points", "change", "benchmark",
    "maximum",
)  # fmt: skip


def _leave_parts(body: Body) -> None:
    """Where the words of several rows are no titles, only a whole title names its row.

    In a table without rules the lines of a title may stand in the rows above and below its own.
    """
    leads, scores = body.columns.where("item", "indicator"), body.columns.where("score")
    rows = [r for r in body.records if r.heading is None and any(r.own(i) for i in scores)]
    cells = (c for r in rows if not r.entries for i in leads if (c := r.own(i)) is not None)
    parts = [
        c for c in cells if not (TOTAL.match(c.text) or by_name(c.text) or read_heading(c.text))
    ]
    if len(parts) < _SEVERAL:
        return
    for record in rows:
        if any(not is_title(e.question) for e in record.entries):
            record.entries, record.item_cell = [], None


def _name_from(record: Record, body: Body, leads: list[int], spare: tuple[int, ...]) -> None:
    counts = (
        *(body.columns.where("number") if body.columns.where("code") else ()),
        *body.columns.where(*_NEVER_NAMES),
    )
    own = [
        c.text
        for i, c in record.cells.items()
        if c.text and c.first == record.index and i not in counts
    ]
    # The running number may be that of the indicator whose items stand behind it.
    named = numbers_indicator(own) and not any(map(name_and_codes, own))
    named = named and not _codes_alone(record, body)
    if record.heading is not None or named:
        return
    for column in (*leads, *spare):
        cell = record.own(column)
        if cell is None or _is_indicators(cell, record, body):
            continue
        entries = (
            entries_of(cell.text) if cell is not record.section_cell else _beside_name(cell, body)
        )
        if column in spare and not only_codes(cell.text):
            entries = [e for e in entries if _lettered(e, record)]
        entries = with_question(entries, record, body) if entries else []
        if entries and entries[0].token.isdigit() and _called_indicator(entries[0], cell):
            # A numbered row with an indicator's name is that indicator, not an item.
            continue
        if entries:
            record.entries = entries
            record.item_cell = cell
            _score_beside(record, body)
            return


def _codes_alone(record: Record, body: Body) -> bool:
    """Whether the row has an item's code in a column that has one in each row.

    Its indicator stands beside it, and the number before both may count the rows. Where some rows
    have ranges, the codes say what the indicators are made of.
    """
    for column in body.columns.where("code"):
        cells = [c for r in body.records if r.heading is None and (c := r.own(column)) is not None]
        alone = all(CODE_ALONE.fullmatch(c.text) for c in cells)
        if alone and len(cells) > 1 and record.own(column) is not None:
            return True
    return False


def _called_indicator(entry: Entry, cell: BodyCell) -> bool:
    """Whether a number stands before an indicator's name, its score of another year below it."""
    name, said = name_and_year(cell.text)
    numbered = entries_of(name) if said else []
    return by_name((numbered or [entry])[0].question) is not None


def _score_beside(record: Record, body: Body) -> None:
    """Give a code in a column of its own the score that stands behind its question.

    ``ข้อ | ประเด็น (คะแนน)``: where the table has a column for scores, they stand there.
    """
    entry = record.entries[0]
    if len(record.entries) > 1 or entry.scores or body.columns.where("score"):
        return
    for column in body.columns.where("item"):
        cell = record.own(column)
        scores = find_scores(cell.text) if cell is not None else []
        if cell is None or cell is record.item_cell or not scores:
            continue
        question = " ".join((cell.text[: scores[0].start] + cell.text[scores[-1].end :]).split())
        record.entries = [replace(entry, question=question, scores=(*scores,), text=cell.text)]
        record.item_cell = cell
        return


# Where lines are joined, the word before the code still tells that it is one.
_CODE_BELOW = compiled(r"(?:\n|ข้อ)\s*(?=(?:ข้อ(?:ที่|คำถาม)?\s*)?\(?[IEO]\s?[0-9]{1,2}(?![0-9]))")


def _beside_name(cell: BodyCell, body: Body) -> list[Entry]:
    """The items that an indicator's cell names beside the indicator or in a line below it.

    Beside scores one code in brackets may say no more than what the indicator is made of.
    """
    match = _CODE_BELOW.search(cell.text)
    told = None if match else name_and_codes(cell.text)
    entries = entries_of(cell.text[match.end() :] if match else told[1] if told else "")
    if told and body.columns.where("score") and len(entries) == 1 and not entries[0].last:
        return []
    lettered = [e for e in entries if min(readings(e.token).values(), default=9.0) == 0]
    return entries if lettered == entries else []


def _is_indicators(cell: BodyCell, record: Record, body: Body) -> bool:
    """Whether a bare number stands where indicators do, and no item beside it."""
    if cell.column not in body.columns.where("indicator"):
        return False
    beside = any(record.own(i) is not None for i in body.columns.where("item", "code"))
    return not beside and regex.fullmatch(r"\(?(?:10|[1-9])[.)]?", cell.text) is not None


def _mostly_titles(body: Body) -> bool:
    """Whether most cells of the items' column are titles of the code books."""
    own = [c for r in body.records for i in body.columns.where("item") if (c := r.own(i))]
    return bool(own) and sum(known_title(c.text) for c in own) >= 0.6 * len(own)


def _name_by_title(record: Record, body: Body, titled: bool) -> None:
    """An entry without a token for a row whose title is no indicator's.

    Rows are numbered or scored, or they are ``titled``: most of the table's items are.
    """
    numbers = [c for i in body.columns.where("number", "code") if (c := record.own(i)) is not None]
    leads = body.columns.where("item") or body.columns.where("indicator")
    titles = [c for i in leads if (c := record.own(i)) is not None]
    if record.heading is not None or not titles:
        return
    if not (titled or numbers or body.columns.where("score")):
        return
    title = max(titles, key=lambda c: len(c.text))
    if by_name(title.text) is None and known_title(title.text):
        record.entries = [_titled(title.text)]
        record.item_cell = title


def _titled(text: str) -> Entry:
    """The item of a text that is its title, with its score perhaps: ``... (76.53 คะแนน)``."""
    scores = tuple(find_scores(without_other_numbers(text)))
    return Entry("", None, without(text, scores, 0), scores, text)


def with_question(entries: list[Entry], record: Record, body: Body) -> list[Entry]:
    """A code in a column of its own takes its question from the item column.

    Where no column is headed so, items may stand under what they belong to: ``ตัวชี้วัด / รายการ``.
    """
    if len(entries) != 1 or entries[0].question:
        return entries
    items = body.columns.where("item")
    others = body.columns.where("indicator", "instrument") if body.columns.where("code") else ()
    texts = [c.text for i in items or others if (c := record.own(i)) is not None]
    if not items:
        texts = [text for text in texts if by_name(text) is None]
    question = max(texts, key=len, default="")
    return [replace(entries[0], question=" ".join(question.split()))]


def _lettered(entry: Entry, record: Record) -> bool:
    """Whether an entry in a column of prose names an item.

    Only a lettered code does, or a number under the disclosure items.
    """
    costs = readings(entry.token)
    if not entry.question:
        return False
    if entry.token[:1].isdigit():
        oit = record.section is not None and record.section.instrument == "OIT"
        return oit and any(code[0] == "O" for code in costs)
    return min(costs.values(), default=9.0) <= 0.3
