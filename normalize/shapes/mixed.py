"""Columns whose header says two things at once, as the columns they stand for.

``ขั้นตอน/ผู้รับผิดชอบ`` over ``1. จัดอบรม / 2. ติดป้าย / ฝ่ายทะเบียน`` holds what two columns would: what is
nothing but sections, dates or intervals at the end of a statement is told by its words, the rest
are the steps. What a cell holds besides stays where it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from extract.model import Cell, Table
from extract.text.lineends import LIST_MARK
from normalize.names.phrases import header_role
from normalize.shapes.duties import REVIEW, item_ahead
from normalize.words.dates import only_time
from normalize.words.intervals import only_interval, says_review
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze
from normalize.words.unitnames import only_units

_JOINT = compiled(r"\s*(?:[/,\n()]|และ|พร้อม(?:ทั้ง)?)\s*")
_TELLS: dict[str, Callable[[str], bool]] = {
    "responsible": only_units,
    "deadline": only_time,
    "monitoring": only_interval,
}
# What the first statement of a cell may be, before the measures.
_LED = frozenset({"item", "code"})
_HEADER = 3
# What follows these goes on with the sentence, whatever its words look like.
_BOUND = compiled(
    r"(?:กับ|ของ|ให้|ต่อ|และ|หรือ|แก่|จาก|ที่|ถึง|ใน|ไปยัง|แจ้ง|เสนอ|ส่ง|ไว้|ประสาน|การ|เพื่อ|พร้อม|ทั้ง|เมื่อ|ณ|[,/])\s*$"
)
_BEHIND_SPACE = compiled(r"(?<=\s)\S")
_OPENS = compiled(r"(?<=\s)\(|(?<=\s)(?:ให้)?(?:ดำเนินการ)?(?:แล้วเสร็จ)?(?:ภายใน|ก่อน|ไม่เกิน)")
_LABEL = compiled(r"\s*(?:การ)?(?:กำกับ)?ติดตาม(?:ผล)?\s*[-\u2013]")


@dataclass(frozen=True, slots=True)
class _Mixed:
    """A column for several things: its header, and the words of the header for each role."""

    head: Cell
    named: dict[str, str]

    @property
    def told(self) -> list[str]:
        """The roles that cells tell by their words, in the order of the header."""
        return [role for role in self.named if role in _TELLS]


def with_mixed_apart(table: Table) -> Table:
    """The table with a column for each thing that one header names; others as they are."""
    for column in reversed(range(table.columns)):
        mixed = _mixed(table, column)
        if mixed is not None:
            table = _apart(table, mixed)
    return table


def _mixed(table: Table, column: int) -> _Mixed | None:
    for cell in table.cells:
        if cell.column != column or cell.column_span > 1 or cell.row >= _HEADER:
            continue
        words = _JOINT.split(clean(cell.text)) if len(squeeze(cell.text)) < 60 else []
        words = [word for word in words if word]
        named = {role: word for word in words if (role := header_role(word)) is not None}
        if len(named) >= 2 and len(named) == len(words) and _known(named):
            return _Mixed(cell, named)
    return None


def _known(named: dict[str, str]) -> bool:
    led = _LED & named.keys()
    return all(role in _TELLS or role == "measure" for role in named.keys() - led) and (
        not led or "measure" in named
    )


def _apart(table: Table, mixed: _Mixed) -> Table:
    column, head = mixed.head.column, mixed.head
    body = [c for c in table.cells if c.column == column and c.row > head.row and c.text.strip()]
    body = [c for c in body if c.column_span == 1 and squeeze(c.text) != squeeze(head.text)]
    steps = "measure" in mixed.named
    led = next((role for role in mixed.named if role in _LED), None)
    parts = {id(c): _parts(c, mixed.told, steps, led) for c in body}
    rests = [rest for rest, _ in parts.values()]
    split = any(any(said.values()) for _, said in parts.values())
    if not split or (not steps and any(rests)) or (steps and not all(rests)):
        return table
    roles = list(mixed.named)
    cells: list[Cell] = []
    for cell in table.cells:
        if cell.column <= column < cell.column + cell.column_span and cell.column_span > 1:
            cells.append(replace(cell, column_span=cell.column_span + len(roles) - 1))
        elif cell.column > column:
            cells.append(replace(cell, column=cell.column + len(roles) - 1))
        elif cell.column == column:
            cells += _placed(cell, mixed, parts.get(id(cell)))
        else:
            cells.append(cell)
    return replace(table, columns=table.columns + len(roles) - 1, cells=tuple(cells))


def _placed(cell: Cell, mixed: _Mixed, parts: tuple[str, dict[str, str]] | None) -> Iterator[Cell]:
    """What one cell becomes, a cell for each role."""
    is_head = squeeze(cell.text) == squeeze(mixed.head.text)
    for at, role in enumerate(mixed.named):
        if is_head:
            text = mixed.named[role]
        elif parts is None:
            text = "" if at else cell.text
        else:
            text = (
                parts[0] if role == "measure" or not _told(mixed, role) else parts[1].get(role, "")
            )
        yield replace(cell, column=cell.column + at, text=text)


def _told(mixed: _Mixed, role: str) -> bool:
    return role in _TELLS or (role in _LED and "measure" in mixed.named)


def _parts(
    cell: Cell, roles: Sequence[str], steps: bool, led: str | None
) -> tuple[str, dict[str, str]]:
    """The rest of a cell and what it says for each role; ``led``: that of its first words."""
    said: dict[str, list[str]] = {}
    rest: list[str] = []
    statements = _statements(cell) if steps else [_by_lines(cell)]
    if led is not None:
        first = _plain(statements[0])
        item, statements[0] = item_ahead(first)
        if len(statements) > 1 and len(item.split()) == 1:
            # Its title is none that is known: all before the list is the item.
            item, statements[0] = first, ""
        said[led] = [item] if item else []
    for statement in statements:
        kept, found = _endings(statement, roles, steps)
        rest += [kept] if kept.strip() else []
        for role, text in found:
            said.setdefault(role, []).append(text)
    return _joined(rest), {role: "\n".join(texts) for role, texts in said.items()}


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(line.replace(_BREAK, "") for line in lines)


# Where a printed line began within a text that goes on over it.
_BREAK = "\u2063"


def _by_lines(cell: Cell) -> str:
    """A cell's text with a sign where its printed lines begin within a paragraph."""
    text, at = cell.text, 0
    for line in cell.lines[1:]:
        found = text.find(line.text, at)
        if found > 0 and text[found - 1] != "\n":
            text = f"{text[:found]}{_BREAK}{text[found:]}"
        at = max(at, found + 1)
    return text


def _statements(cell: Cell) -> list[str]:
    """A cell's text by the marks of its lists."""
    found: list[str] = []
    for line in _by_lines(cell).split("\n"):
        if found and not LIST_MARK.match(line):
            found[-1] = f"{found[-1]}\n{line}"
        else:
            found.append(line)
    return found


def _endings(text: str, roles: Sequence[str], steps: bool) -> tuple[str, list[tuple[str, str]]]:
    """A text without what stands at its end for some roles, and that."""
    found: list[tuple[str, str]] = []
    while text.strip():
        starts = [at for at in _starts(text, steps) if not _BOUND.search(_plain(text[:at]))]
        ending = next(
            ((at, role) for at in starts for role in roles if _TELLS[role](_plain(text[at:]))), None
        )
        if ending is None:
            break
        found.insert(0, (ending[1], _plain(text[ending[0] :]).strip(" /,;")))
        text = text[: ending[0]].rstrip(f" \n{_BREAK}")
    return text, found


def _plain(text: str) -> str:
    return text.replace(_BREAK, "")


def _starts(text: str, steps: bool) -> list[int]:
    """Where the ending of a text may begin: at a line, or a bracket or a word that opens it."""
    found = {0, *(m.end() for m in regex.finditer(rf"[\n{_BREAK}]", text))}
    found |= {m.start() for m in (_OPENS if steps else _BEHIND_SPACE).finditer(text)}
    return sorted(found)


def with_reviews_apart(table: Table) -> Table:
    """The table with a column for reviews that its cells say without a header for them.

    A step (``รายงานผลทุกเดือน``) stays one; a label (``ติดตาม - ทุกเดือน``) is none.
    """
    heads = [(c.column, header_role(c.text)) for c in table.cells if c.row < _HEADER and c.text]
    roles = dict(reversed([(column, role) for column, role in heads if role is not None]))
    if "measure" not in roles.values() or "monitoring" in roles.values():
        return table
    said: dict[int, tuple[Cell, str]] = {}
    cells: list[Cell] = []
    for cell in table.cells:
        role = roles.get(cell.column) if cell.row and cell.column_span == 1 else None
        steps = role == "measure"
        found = _review(cell, steps) if steps or role in ("deadline", "responsible") else None
        if found is not None and cell.row not in said:
            said[cell.row] = cell, found[1]
            cell = replace(cell, text=found[0])
        cells.append(cell)
    if not said:
        return table
    head = next(c for c in table.cells if roles.get(c.column) == "measure" and c.row < _HEADER)
    cells.append(replace(head, column=table.columns, column_span=1, text=REVIEW))
    cells += [replace(c, column=table.columns, text=text) for c, text in said.values()]
    return replace(table, columns=table.columns + 1, cells=tuple(cells))


# A step with its number is one of the measure's, but where it reviews just that.
_COUNTED = compiled(r"\s*\(?[0-9\u0e50-\u0e59]{1,2}[.)]")
_REVIEW_ALONE = compiled(
    r"(?:และ|กำกับ|ติดตาม|รายงาน|สรุป|ประเมิน|ทบทวน|การ|ผล|ดำเนินการ|ดำเนินงาน|ปฏิบัติงาน|ตาม|มาตรการ|เป็นประจำ)*"
    r"(?:ทุก|ราย(?=วัน|สัปดาห์|เดือน|ไตรมาส|ปี)|เดือนละ|ปีละ|ไตรมาสละ)"
)


def _review(cell: Cell, steps: bool) -> tuple[str, str] | None:
    """A cell's text and the end of a line of it that says how often its measure is reviewed.

    Within a step of ``steps`` only a label is none of its words.
    """
    lines = _by_lines(cell).split("\n")
    for i, line in enumerate(lines):
        for at in _starts(line, True):
            said = _plain(line[at:])
            counted = steps and _COUNTED.match(line) is not None
            alone = _REVIEW_ALONE.match(squeeze(_COUNTED.sub("", said)))
            counted = counted and not (_LABEL.match(said) or alone)
            within = steps and at > 0 and not (_LABEL.match(said) or said.startswith("("))
            within = within or counted
            if says_review(said) and not (within or _BOUND.search(_plain(line[:at]))):
                if _LABEL.match(said):
                    lines[i] = line[:at]
                kept = (_plain(one).strip() for one in lines)
                return "\n".join(one for one in kept if one) or cell.text, said.strip(" ()")
    return None


__all__ = ["with_mixed_apart", "with_reviews_apart"]
