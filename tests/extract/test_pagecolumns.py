"""Pages in two columns with tables of their own in each."""

from __future__ import annotations

from dataclasses import replace

from extract.content import Content
from extract.model import Box, Table
from extract.pagecolumns import columns_apart
from tests.extract.pages import Sheet

LEFT, RIGHT = (40.0, 70.0, 230.0, 270.0), (310.0, 340.0, 500.0, 540.0)
TITLE = "ผู้มีส่วนได้ส่วนเสียเห็นว่าได้รับบริการ"


def _rows(letter: str, first: int, count: int) -> list[list[str]]:
    return [[f"{letter}{n}", TITLE, f"8{n % 10}.10"] for n in range(first, first + count)]


def _page(shift: float = 9.0) -> Sheet:
    page = Sheet(1, width=595.0, height=842.0)
    page.write("รายงานผลการประเมินคุณธรรมและความโปร่งใสของสำนักงานเขตซึ่งยาวข้ามทั้งหน้า" * 2, 40, 50)
    left = [90.0 + 40 * n for n in range(13)]
    page.table(LEFT, left, _rows("I", 1, 12))
    page.table(RIGHT, [y + shift for y in left], _rows("E", 1, 12))
    return page


def test_each_column_is_read_by_itself() -> None:
    title, left, right = columns_apart(_page().content)
    assert [len(part.segments) for part in (title, left, right)] == [0, 17, 17]
    assert max(g.x for g in left.glyphs) < 290 < min(g.x for g in right.glyphs)
    tables = [b for b in _page().layout().blocks if not hasattr(b, "lines")]
    firsts = [part.cells[0].text for part in tables if hasattr(part, "grid")]
    assert firsts == ["I1", "E1"]
    assert not any(isinstance(b, Table) for b in tables)


def test_rules_that_stand_level_are_those_of_one_table() -> None:
    content = _page(shift=0.0).content
    assert columns_apart(content) == [content]


def test_cards_short_columns_and_lines_across_part_nothing() -> None:
    content = _page().content
    framed = replace(content, frames=[Box(40, 90, 270, 570)])
    assert columns_apart(framed) == [framed]
    crossed = _page()
    for y in (220, 380, 540):
        crossed.write(TITLE * 3, 60, y)
    assert columns_apart(crossed.content) == [crossed.content]
    bare: Content = replace(content, segments=content.segments[:17])
    assert columns_apart(bare) == [bare]
