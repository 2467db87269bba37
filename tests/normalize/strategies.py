"""Material for tests of Thai text: digits, words, clean sentences, damage that can be undone."""

from __future__ import annotations

from functools import cache
from itertools import product

import regex
from hypothesis import strategies as st
from pythainlp.corpus import thai_words

_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
MARKS = "ัิีึืฺุู" + "".join(map(chr, range(0x0E47, 0x0E4F)))
_BEFORE_MARK = regex.compile(rf"(?=[{MARKS}])")

_WHO = (
    "สำนักงานเขต", "ฝ่ายปกครอง", "เจ้าหน้าที่ฝ่ายทะเบียน", "ผู้อำนวยการเขต", "บุคลากรทุกฝ่าย",
    "ผู้บริหารของหน่วยงาน", "ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม", "คณะทำงานด้านความโปร่งใส",
    "เจ้าหน้าที่ซึ่งให้บริการ ณ จุดเดียว", "ฝ่ายรักษาความสะอาดและสวนสาธารณะ",
)  # fmt: skip
_DOES = (
    "จัดทำ", "เผยแพร่", "ทบทวน", "ประชาสัมพันธ์", "ปรับปรุงแก้ไข", "ชี้แจง", "กำกับติดตาม",
    "รายงานผลการดำเนินการตาม", "เปิดโอกาสให้ผู้มีส่วนได้ส่วนเสียเข้าถึง", "ทำความเข้าใจเกี่ยวกับ",
)  # fmt: skip
_WHAT = (
    "คู่มือการปฏิบัติงาน", "แผนการใช้จ่ายงบประมาณประจำปี ๒๕๖๖", "มาตรการป้องกันการทุจริต",
    "ขั้นตอนและระยะเวลาให้บริการ", "ช่องทางร้องเรียน เช่น เว็บไซต์ สายด่วน ฯลฯ",
    "การใช้ทรัพย์สินของราชการอย่างถูกต้อง", "นโยบาย No Gift Policy ต่าง ๆ",
    "ข้อมูลที่เป็นปัจจุบัน (E๓) ให้ครบถ้วน ๑๐๐ %", "ญัตติและระเบียบฎีกาของกรุงเทพฯ",
    "น้ำหนักและค่าน้ำมันของรถส่วนกลาง",
)  # fmt: skip
_WHEN = (
    "ทุกเดือน", "ภายในวันที่ ๓๐ กันยายน ๒๕๖๖", "อย่างน้อยปีละ ๒ ครั้ง", "ให้แล้วเสร็จก่อนสิ้นปี",
    "ตั้งแต่บัดนี้เป็นต้นไป", "เป็นประจำทุกสัปดาห์", "ระหว่างปีงบประมาณ",
    "เวลา ๐๘.๓๐ - ๑๖.๓๐ น.", "ทั้งในและนอกสถานที่", "โดยไม่เลือกปฏิบัติ",
)  # fmt: skip


def thai(text: str) -> str:
    """The text with Thai digits."""
    return text.translate(_TO_THAI)


@cache
def words() -> tuple[str, ...]:
    """Every word of the dictionary that comes with pythainlp (about 62,000)."""
    return tuple(sorted(thai_words()))


def sentences() -> list[str]:
    """A thousand sentences as reports write them, free of damage."""
    return [
        " ".join((*first, _WHEN[(at + at // 10 + at // 100) % 10]))
        for at, first in enumerate(product(_WHO, _DOES, _WHAT))
    ]


def dictionary_words() -> st.SearchStrategy[str]:
    """Words of the dictionary that bear at least one mark."""
    return st.sampled_from([w for w in words() if _BEFORE_MARK.search(w)])
