"""Names of the whole assessment: ``คะแนนรวม``, ``ผลการประเมินภาพรวม``, ``คะแนน ITA รวม`` and so on.

Offices put the same few words together in any order; one vocabulary serves every place that may
state the score or the rating of the whole (rows, columns, boxes, lines, cards).
"""

from __future__ import annotations

import regex

from normalize.words.patterns import compiled
from normalize.words.text import remembered, squeeze

# What is said of any score, what says it is that of the whole, and whose it is.
_SAID = "สรุป|ผล|ค่า|คะแนน|การประเมิน|เฉลี่ย|สุทธิ|ใน|โดย|ที่ได้(?:รับ)?"
_NAMED = r"\(?(?:ภาพ)?รวม\)?|\(?ITA(?:SCORE)?\)?"
_WHOSE = (
    r"(?:ของ)?(?:ทั้ง)?หน่วยงาน|(?:ของ)?(?:ทั้ง)?(?:สำนักงาน)?เขต|ทั้งหมด|ทั้งสิ้น"
    r"|(?:ของ)?(?:ทุก|ทั้ง(?:3|สาม|10|สิบ)?)(?:เครื่องมือ|แบบวัด|แบบ|ตัวชี้วัด|ส่วน)"
    r"|\((?:เต็ม|จาก)?100(?:คะแนน)?\)"
)
_NAME = compiled(rf"(?:{_SAID})*+(?:{_NAMED})(?:{_SAID}|{_NAMED}|{_WHOSE})*[:：]?", regex.I)


@remembered
def names_whole(text: str) -> bool:
    """Whether a text names the whole assessment and nothing else."""
    return _NAME.fullmatch(squeeze(text)) is not None


__all__ = ["names_whole"]
