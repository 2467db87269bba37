"""Rows of score tables that hold no year's scores, and the year of those that do.

A table of years may have rows for what was aimed at or for how much it changed; a row below columns
of the instruments may hold their weights.
"""

from __future__ import annotations

from normalize.rows.record import Body, Record
from normalize.words.othernumbers import says_other_number
from normalize.words.patterns import compiled
from normalize.words.text import squeeze
from normalize.words.values import bare_score

_YEAR = compiled(r"(?<![0-9])25[4-9][0-9](?![0-9])")
_COMPARED = compiled("เป้าหมาย|คาดการณ์|เพิ่มขึ้น|ลดลง|ผลต่าง|เปลี่ยนแปลง")
# Rows beside those of scores, and full marks in brackets, which are said of scores too.
_ELSE = compiled(
    "น้ำหนัก|เต็ม|เป้า|คาด|เกณฑ์|สัดส่วน|ต่าง|เพิ่ม|ลดลง|เปลี่ยนแปลง|อันดับ|ลำดับ|จำนวน|ผู้ตอบ|สูงสุด|ต่ำสุด|มาตรฐาน|ขั้นต่ำ"
    "|ร้อยละ(?:ของ)?(?:ความ)?(?:สำเร็จ|ก้าวหน้า|คืบหน้า)"
)
_BRACKETED = compiled(r"\([^()]*\)|\[[^\[\]]*\]")
_NAME = 60
_WHOLE = 100


def _row_names(record: Record, body: Body) -> list[str]:
    """What says of a row below columns of the instruments (``IIT | EIT | OIT``) what it holds."""
    columns = body.columns.columns
    if record.entries or record.section_cell or not any(c.code for c in columns):
        return []
    cells = (c for i, c in record.cells.items() if columns[i].role != "score" and c.text)
    return [c.text for c in cells if len(squeeze(c.text)) < _NAME]


def says_else(name: str) -> bool:
    """Whether the name of a row says that its numbers are no scores that were reached."""
    return _ELSE.search(squeeze(_BRACKETED.sub("", name))) is not None or says_other_number(name)


def is_of_else(code: str, title: str | None) -> bool:
    """Whether a row of the whole or of an instrument is called its weight, target or rank."""
    return title is not None and code.isalpha() and says_else(title)


def _makes_up(record: Record, body: Body) -> bool:
    """Whether the numbers of the instruments in a row make up 100: their weights."""
    parts = [i for i, c in enumerate(body.columns.columns) if (c.code or "")[1:] == "IT"]
    values = [bare_score(c.text) for i in parts if (c := record.cells.get(i)) is not None]
    known = [v for v in values if v is not None]
    return len(known) == len(values) >= 2 and sum(known) == _WHOLE


def is_compared(record: Record, body: Body) -> bool:
    """Whether a row of a table of years is no year's: its target or the change between two."""
    cells = [c for i in body.columns.where("year") if (c := record.cells.get(i)) is not None]
    if any(says_else(name) for name in _row_names(record, body)) or _makes_up(record, body):
        return True
    return any(
        c.text and (not _YEAR.search(c.text) or _COMPARED.search(c.text) is not None) for c in cells
    )


def row_year(record: Record, body: Body) -> int | None:
    """The year a row is of, where a column holds years."""
    for column in body.columns.where("year"):
        cell = record.cells.get(column)
        match = _YEAR.search(cell.text) if cell is not None else None
        if match:
            return int(match.group())
    named = {int(y) for name in _row_names(record, body) for y in _YEAR.findall(name)}
    return named.pop() if len(named) == 1 else None
