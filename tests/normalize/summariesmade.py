"""Key-value summaries put together at random: a few scores among many other things.

The first page of a report often lists the district, the year, how many answered, what was aimed at
and the scores of the whole and of the instruments, each beside its label, in any order.
"""

from __future__ import annotations

from random import Random

from extract.model import Paragraph, Table
from tests.normalize.tables import ANALYSIS_67, paragraph, table

YEAR, BEFORE = 2567, 2566
SCORES = {
    "ITA": (
        *("คะแนนรวม", "คะแนนรวม ITA", "คะแนนภาพรวม", "ผลคะแนน ITA", "คะแนนรวมปี 2567"),
        "คะแนน ITA ภาพรวม",
    ),
    "IIT": ("คะแนน IIT", "IIT", "แบบวัด IIT", "ผู้มีส่วนได้ส่วนเสียภายใน (IIT)", "คะแนนแบบวัด IIT"),
    "EIT": ("คะแนน EIT", "EIT", "แบบวัด EIT", "ผู้มีส่วนได้ส่วนเสียภายนอก (EIT)", "คะแนนแบบวัด EIT"),
    "OIT": ("คะแนน OIT", "OIT", "แบบตรวจ OIT", "การเปิดเผยข้อมูลสาธารณะ (OIT)", "คะแนนแบบตรวจ OIT"),
}
EARLIER = ("คะแนนรวมปี 2566", "คะแนนรวม ITA ปี 2566", "คะแนนภาพรวม ปี 2566")
# What stands among them and scores nothing; ``{n}`` is a number of two decimals.
OTHERS = (
    *(("หน่วยงาน", "สำนักงานเขตบางรัก"), ("ปีที่ประเมิน", "ปีงบประมาณ พ.ศ. 2567")),
    *(("ปีที่จะใช้มาตรการ", "ปีงบประมาณ พ.ศ. 2568"), ("ระดับผลการประเมิน", "ผ่านดี")),
    *(("จำนวนประเด็นที่รายงาน", "8 ประเด็น"), ("จำนวนข้อที่นำมาวิเคราะห์", "10 ข้อ")),
    *(("ผู้ตอบแบบวัด IIT", "148 คน"), ("ผู้ตอบแบบ EIT", "ประชาชน 412 คน"), ("ข้อมูลที่ตรวจ", "22 รายการ")),
    *(("เป้าหมายปี 2568", "{n} คะแนน"), ("ค่าเป้าหมาย", "{n}"), ("ค่าเฉลี่ย 50 เขต", "{n}")),
    *(("คะแนนเฉลี่ยกรุงเทพมหานคร", "{n}"), ("ผลต่างจากปีก่อน", "+1.24"), ("เปลี่ยนแปลง", "-0.58")),
    *(("อันดับใน 50 เขต", "12"), ("ตัวชี้วัดที่ได้คะแนนสูงสุด", "การใช้อำนาจ"), ("ตัวชี้วัดที่ต่ำกว่าปีก่อน", "2 ตัวชี้วัด")),
    *(("ข้อที่ได้คะแนนน้อยที่สุด", "I5"), ("ข้อที่ได้คะแนนสูงสุด", "O1 ข้อมูลพื้นฐาน"), ("เกณฑ์ผ่าน", "85.00")),
    *(("จุดเด่น", "การเปิดเผยข้อมูล"), ("จุดที่ควรพัฒนา", "ตัวชี้วัดที่ 2 การใช้งบประมาณ")),
    *(("ตัวชี้วัดที่ได้คะแนนสูงสุด", "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล"), ("คะแนนเต็ม", "100.00")),
    *(("น้ำหนัก IIT", "ร้อยละ 30"), ("ช่วงเก็บข้อมูล", "มกราคม ถึง มิถุนายน 2567"), ("ผู้จัดทำ", "ฝ่ายปกครอง")),
    *(("ความพึงพอใจของผู้รับบริการ", "{n}"), ("ร้อยละของผู้ตอบ", "{n}"), ("งบประมาณที่ใช้", "125,000 บาท")),
)
FORMS = ("{}", "{} คะแนน", "{} คะแนน", "{} %", "ได้ {} คะแนน", "{} จาก 100")
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def summary_made(seed: int) -> tuple[list[Paragraph | Table], dict[tuple[int, str], str]]:
    """A report of one summary, as a table or lines, and its scores by year and code."""
    random = Random(seed)
    pick = random.choice
    form, thai = pick(FORMS), random.random() < 0.3
    scores: dict[tuple[int, str], str] = {}
    pairs: list[tuple[str, str]] = []
    for code in random.sample(sorted(SCORES), random.randint(2, 4)):
        scores[YEAR, code] = _number(random)
        pairs.append((pick(SCORES[code]), form.format(scores[YEAR, code])))
    if (YEAR, "ITA") in scores and random.random() < 0.3:
        scores[BEFORE, "ITA"] = _number(random)
        pairs.append((pick(EARLIER), form.format(scores[BEFORE, "ITA"])))
    for label, answer in random.sample(OTHERS, random.randint(2, 6)):
        pairs.append((label, answer.format(n=_number(random))))
    if random.random() < 0.6:
        random.shuffle(pairs)
    if thai:
        pairs = [(a.translate(_THAI), b.translate(_THAI)) for a, b in pairs]
    shape = pick(("table", "table", "two", "colon", "wide"))
    return [ANALYSIS_67, *_drawn(pairs, shape)], scores


def _number(random: Random) -> str:
    return f"{random.randint(70, 98)}.{random.randint(1, 99):02d}"


def _drawn(pairs: list[tuple[str, str]], shape: str) -> list[Paragraph | Table]:
    """The pairs below each other, two in a row, as lines with colons, or names over answers."""
    if shape == "colon":
        return [paragraph(f"{label}: {answer}") for label, answer in pairs]
    if shape == "wide":
        return [table([[a for a, _ in pairs], [b for _, b in pairs]])]
    if shape == "two":
        pairs = pairs[: len(pairs) // 2 * 2] if len(pairs) % 2 else pairs
        return [table([[*a, *b] for a, b in zip(pairs[::2], pairs[1::2], strict=True)])]
    return [table([[*pair] for pair in pairs])]
