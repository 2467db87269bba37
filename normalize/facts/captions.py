"""What the line above a table of scores says of all of them: of which year they are, and of whom.

``ตารางที่ 3 ผลคะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. 2566`` in a report on the assessment of 2567 stands over
scores of 2566; ``ผลคะแนนของสำนักงานเขตดุสิต`` over those of another office than the report's own.
"""

from __future__ import annotations

from collections.abc import Sequence

from normalize.names.meta import named_districts
from normalize.rows.columns import Columns
from normalize.words.patterns import compiled
from normalize.words.text import squeeze

# A longer line is a sentence, which may speak of anything.
_LONGEST = 120
_CAPTION = compiled(
    r"(?:(?:ตาราง|แผนภูมิ|แผนภาพ|กราฟ|ภาพ|รูป)(?:ที่)?[0-9.]*[.):\u2013-]?|[0-9.]+[.):]?)?"
    r"(?:สรุป|แสดง|รายละเอียด|ข้อมูล|ระดับ)*(?:ผล)?(?:คะแนน|การประเมิน)"
)
_FIGURE = compiled(r"(?:แผนภูมิ|แผนภาพ|กราฟ|ภาพ|รูป)(?:ที่)?[0-9]")
_YEAR = compiled(r"(?<![0-9])25[4-9][0-9](?![0-9])")
# Beside other years, or for what is planned, a year says nothing of the numbers.
_ELSE = compiled("เทียบ|เป้า|มาตรการ|แนวทาง|แผน(?!ภูมิ|ภาพ)|ย้อนหลัง|แนวโน้ม|เพื่อใช้")


def year_above(heads: Sequence[str], columns: Columns, year: int | None) -> int | None:
    """The year of a table's scores: an earlier one than the report's where its caption names it.

    Args:
        heads: the lines above the table, cleaned.
        columns: those of the table; one that names a year speaks for itself.
        year: of the report's assessment.
    """
    said = _caption(heads)
    named = {int(y) for y in _YEAR.findall(said)}
    if year is None or len(named) != 1 or any(c.year is not None for c in columns.columns):
        return year
    return min(year, *named)


def of_other_office(heads: Sequence[str], own: str | None) -> bool:
    """Whether the caption of a table names another office, and not the report's ``own``."""
    named = named_districts(_caption(heads)) if own is not None else frozenset()
    return bool(named) and own not in named


def captions_of(heads: Sequence[str], below: str, columns: Columns) -> tuple[str, ...]:
    """The lines that may caption a table: those above it, or the one below a chart.

    A chart has no names of columns, and its caption below it as often as above (``แผนภูมิที่ 1 ...``).
    """
    chart = not columns.header_rows and not _caption(heads)
    return (below,) if chart and _FIGURE.match(squeeze(below)) else tuple(heads)


def _caption(heads: Sequence[str]) -> str:
    """The line right above a table where it is the caption of scores, else nothing."""
    said = squeeze(heads[-1]) if heads else ""
    caption = len(said) <= _LONGEST and _CAPTION.match(said) and not _ELSE.search(said)
    return heads[-1] if caption else ""


__all__ = ["captions_of", "of_other_office", "year_above"]
