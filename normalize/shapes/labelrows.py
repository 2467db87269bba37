"""Rows that say, behind a label, what is told of others: ``ผู้รับผิดชอบ: ฝ่ายปกครอง``.

Such a row is one cell across the table. What it tells is of the rows above it, up to the heading,
the names of columns or the row of labels before them, as a column of that name would say. A
weakness may stand above the names of columns: it is of the rows below those.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.model import Cell, Table
from normalize.names.phrases import header_role, label_role, leading_role, phrase_of
from normalize.names.sections import read_heading
from normalize.rows.headerrows import is_data
from normalize.shapes.barelabels import DESCRIBES, without_colon
from normalize.shapes.labels import LABELLED, labelled_parts
from normalize.shapes.saidrows import said_rows
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

# A longer row is a sentence.
_LONG = 200
# A label and what it says.
_PAIR = 2
# So many labels, and most rows, are a form.
_ROWS = 3
_BAR = compiled(r"\s[|\u2502]\s")


@dataclass(frozen=True, slots=True)
class _Told:
    """A row of a label: the rows that it is about, the label and the answer."""

    row: int
    about: range
    label: str
    answer: Cell


def with_label_rows_aside(table: Table) -> Table:
    """The table with a column for each label that such rows have; others as they are."""
    if table.columns < 2:
        return table
    rows = said_rows(table)
    # Most tables have none: only then it is asked what their rows name.
    if not any(_labels(said, table) or _weakness(said, table) for said in rows):
        return table
    if table.columns == _PAIR and _is_form(rows):
        return table
    named = [r for r, said in enumerate(rows) if _heads(said) and not _labels(said, table)]
    heads = _repeated(named, rows)
    told = _told(rows, heads, table)
    labels = list(dict.fromkeys(t.label for t in told))
    roles = {leading_role(c.text) for r in heads for c in rows[r]}
    if not told or not heads or "measure" not in roles:
        return table
    if roles & {header_role(label) for label in labels}:
        # A column tells it already.
        return table
    return _with_columns(table, told, labels, heads)


def _is_form(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether rows are labels with their answers beside them, among which none names columns."""
    pairs = [said for said in rows if len(said) == _PAIR]
    labelled = [leading_role(said[0].text) is not None and not _heads(said) for said in pairs]
    return 2 * sum(labelled) > len(pairs) and sum(labelled) >= _ROWS


def _heads(said: Sequence[Cell]) -> bool:
    """Whether a row names columns and nothing else."""
    roles = [leading_role(c.text) for c in said]
    return len(said) > 1 and None not in roles and not any(is_data(c.text) for c in said)


def _repeated(heads: list[int], rows: Sequence[Sequence[Cell]]) -> list[int]:
    """The rows of names; where some say the same, the others only begin like names."""
    words = {r: tuple(squeeze(c.text) for c in rows[r]) for r in heads}
    often = Counter(words.values())
    return [r for r in heads if often[words[r]] > 1] or heads


def _is_wide(said: Sequence[Cell], table: Table) -> bool:
    return len(said) == 1 and said[0].column_span == table.columns


def _labels(said: Sequence[Cell], table: Table) -> list[tuple[str, str]]:
    """The labels of a row across the table that describe measures, and what each says.

    Between bars (``ผู้รับผิดชอบ ฝ่ายโยธา | แล้วเสร็จ 31 มี.ค. 2568``) they need no colon, nor in cells
    of their own that all begin so.
    """
    if (beside := _label_beside(said, table)) is not None:
        return [beside]
    if _is_wide(said, table):
        parts = _apart(said[0].text)
    elif len(said) > 1 and sum(c.column_span for c in said) == table.columns:
        parts = [c.text for c in said]
    else:
        return []
    if max(map(len, parts)) >= _LONG:
        return []
    found: list[tuple[str, str]] = []
    for part in parts:
        label = _label(part, barred=len(parts) > 1)
        # How far a measure has come is told beside who does it.
        if len(parts) > 1 and label_role(part) == "status":
            continue
        if label is None:
            return []
        found.append(label)
    return found


def _apart(text: str) -> list[str]:
    """What a row says between its bars, or behind each of several labels."""
    told = _BAR.split(text)
    named = labelled_parts(text) if len(told) == 1 else []
    if len(named) < _PAIR or not all(label for label, _ in named):
        return told
    return [f"{label}: {said}" for label, said in named]


def _label_beside(said: Sequence[Cell], table: Table) -> tuple[str, str] | None:
    """The label and its answer in a cell each, beside one merged with the row above.

    ``1 | I2 ... | มาตรการ ... | ฝ่ายทะเบียน`` and below it, the number merged over both,
    ``ผลการดำเนินการ | ...``.
    """
    if len(said) != _PAIR or not said[0].column:
        return None
    label, answer = said
    above = table.at(label.row, 0)
    ends = answer.column + answer.column_span == table.columns
    merged = above is not None and above.row < label.row
    if not (merged and ends and answer.column == label.column + label.column_span):
        return None
    role = phrase_of(label.text)
    told = role in DESCRIBES and phrase_of(answer.text) is None and not is_data(label.text)
    return (squeeze(clean(label.text)), answer.text.strip()) if told else None


def _label(text: str, *, barred: bool) -> tuple[str, str] | None:
    match = LABELLED.match(text)
    said = (match[1], match[2]) if match is not None else without_colon(text) if barred else None
    if said is None or not said[1].strip() or header_role(said[0]) not in DESCRIBES:
        return None
    heading = read_heading(clean(text))
    if heading is not None and heading.indicator is not None:
        # "ด้านที่ 7 ประสิทธิภาพการสื่อสาร : 84.10" tells no one how awareness is raised.
        return None
    return squeeze(clean(said[0])), said[1].strip()


def _weakness(said: Sequence[Cell], table: Table) -> tuple[str, str] | None:
    """The label of a row across the table that tells a weakness, and the weakness."""
    match = LABELLED.match(said[0].text) if _is_wide(said, table) else None
    if match is None or header_role(match[1]) != "weakness" or not match[2].strip():
        return None
    return squeeze(clean(match[1])), match[2].strip()


def _end(rows: Sequence[Sequence[Cell]], heads: Sequence[int], start: int, table: Table) -> int:
    """The first row from one on that is no row of the columns named above it."""
    rest = range(start, len(rows))
    return next((r for r in rest if r in heads or _is_wide(rows[r], table)), len(rows))


def _told(rows: Sequence[Sequence[Cell]], heads: Sequence[int], table: Table) -> list[_Told]:
    """The rows of labels with the rows they are about; none where one is about nothing."""
    found: list[_Told] = []
    begin = 0
    for row, said in enumerate(rows):
        if labels := _labels(said, table):
            above = found[-1].about if found and found[-1].row == row - 1 else range(begin, row)
            if not above:
                return []
            answer = said[-1] if len(labels) < len(said) else said[0]
            found += [_Told(row, above, x, replace(answer, text=text)) for x, text in labels]
            begin = row + 1
        elif row + 1 in heads and (weak := _weakness(said, table)) is not None:
            about = range(row + 2, _end(rows, heads, row + 2, table))
            if not about:
                return []
            found.append(_Told(row, about, weak[0], replace(said[0], text=weak[1])))
            begin = row + 1
        elif _is_wide(said, table) or row in heads:
            begin = row + 1
    return found


def _with_columns(
    table: Table, told: Sequence[_Told], labels: Sequence[str], heads: Sequence[int]
) -> Table:
    """The table without the rows of labels, a column behind the others for each of those."""
    gone = {t.row for t in told}
    to = {row: n for n, row in enumerate(r for r in range(len(table.rows)) if r not in gone)}
    width = table.columns + len(labels)
    cells: list[Cell] = []
    for c in table.cells:
        if c.row in gone:
            continue
        span = width if c.column_span == table.columns else c.column_span
        kept = sum(r in to for r in c.rows)
        cells.append(replace(c, row=to[c.row], row_span=kept, column_span=span))
    for n, label in enumerate(labels, table.columns):
        first = next(t for t in told if t.label == label)
        named = replace(first.answer, text=label, row_span=1, column=n, column_span=1)
        cells += [replace(named, row=to[r]) for r in heads]
        cells += [
            replace(t.answer, row=to[t.about.start], row_span=len(t.about), column=n, column_span=1)
            for t in told
            if t.label == label
        ]
    kept_rows = tuple(table.rows[r] for r in to)
    return replace(table, columns=width, rows=kept_rows, cells=tuple(cells))


__all__ = ["with_label_rows_aside"]
