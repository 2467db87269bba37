"""A code in a small coloured box, at the middle of the lines beside it, begins these lines."""

from __future__ import annotations

from extract.joining import join_layouts
from extract.model import Box, Paragraph
from tests.extract.pages import PITCH, Sheet

BADGE = Box(40, 66, 70, 96)
TITLE = "การมอบหมายงานและการแต่งตั้งโยกย้าย\nเอื้อประโยชน์ให้พวกพ้อง"


def texts() -> list[str]:
    sheet = Sheet()
    sheet.content.frames += [Box(30, 50, 400, 220), BADGE]
    sheet.write("I9", 46, 85)
    sheet.write(TITLE, 80, 78)
    sheet.write("คะแนนปี 2567 : 80.45", 80, 78 + PITCH * 2)
    sheet.write("ประเด็นที่ต้องปรับปรุง\nบุคลากรไม่เชื่อมั่น", 40, 150)
    return [b.text for b in join_layouts([sheet.layout()]) if isinstance(b, Paragraph)]


def test_the_code_comes_before_the_title_and_the_score_below_it() -> None:
    found = texts()
    assert found[0] == f"I9 {TITLE}".replace("\n", "")
    assert found[1].startswith("คะแนนปี 2567 : 80.45")
