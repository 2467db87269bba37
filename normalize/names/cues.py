"""What a column is for by single words of its header, where no phrase of ``headers.csv`` names it.

Officers call one thing by many names; the words they are made of are few. A cue is weaker than a
phrase: it speaks only for headers and labels known to be such, and the cells may overrule it.
"""

from __future__ import annotations

from functools import cache

from normalize.codebook import words
from normalize.words.patterns import compiled
from normalize.words.text import clean, remembered, squeeze

# Heads that may stand before anything; what stands right behind them says what the column is for.
_GENERAL = compiled("(?:ประเด็น|เรื่อง|หัวข้อ|รายการ|ข้อที่|สิ่งที่|จุดที่)(?!คำถาม|ประเมิน)")
_OFFICE = "(?:ที่)?(?:สำนักงานเขต|สำนักงาน|หน่วยงาน|เขต|ฝ่าย)?"
_DOING = compiled(_OFFICE + "(?:จะ|ต้อง|ควร|พึง|(?:ได้)?กำหนด(?:ให้)?|ให้)(?:ดำเนิน|ทำ|ปฏิบัติ)")
# ("ข้อที่ต้องยกระดับ" heads items.)
_NEEDED = compiled("(?:ประเด็น|เรื่อง|สิ่ง|จุด)" + _OFFICE + "(?:ยัง|จะ)*(?:ต้อง|ควร|พึง|น่า)")
# What has been done: "สิ่งที่ได้ทำไปแล้วและผลที่เกิดขึ้น".
_DONE = compiled("สิ่งที่" + _OFFICE + "(?:ได้(?:ดำเนินการ|ทำ|ปฏิบัติ)|(?:ดำเนินการ|ทำ|ปฏิบัติ)(?:ไป)?แล้ว)")
# ... and what is said to be done, not to be done: "การดำเนินการที่เกิดขึ้นจริง".
_REALLY = compiled(
    "(?:การ|สิ่งที่|งานที่|กิจกรรมที่|ที่)?(?:ได้)?(?:ดำเนินการ|ดำเนินงาน|ปฏิบัติงาน|ปฏิบัติ|ทำ)"
    "(?:ที่|ได้|เกิดขึ้น|ทำ)*(?:แล้ว(?:เสร็จ)?|เสร็จ(?:สิ้น|แล้ว)?|จริง)(?:[(\\[].*)?"
)
_MANNER = compiled("(?:วิธีการ|วิธี|แนวทาง|กลไก|กำหนดการ|กำหนด|แผน|ระบบ)")
# Words for a time say nothing of what is done in it; a review behind them does.
_TIME = compiled(
    "(?:(?:ห้วง|ช่วง|ระยะ|กรอบ|กำหนด|รอบ)+เวลา|ห้วง|ช่วง|เวลา|ปฏิทิน)(?:ที่|ใน|ของ|สำหรับ|เพื่อ|จะ|ต้อง|ให้|มี|การ)*"
    "(?:กำกับ|ติดตาม|รายงาน|ทบทวน|สอบทาน|ประเมินผล)"
)
_BY_MANNER = (None, "measure", "deadline", "awareness", "monitoring")
# Letters that may stand between such a head and its cue: "วิธีการ|สร้างความ|รับรู้".
_BETWEEN = 9


@cache
def _cues() -> tuple[tuple[str, str], ...]:
    return tuple((squeeze(w.phrase).lower(), w.meaning) for w in words("cues"))


@cache
def _longest() -> int:
    return max(len(cue) for cue, _ in _cues())


def cue_of(header: str, within: int | None = None) -> str | None:
    """The role of the first cue among a header's words, the longest where two begin together.

    ``within``: how many letters may stand before it.
    """
    plain = squeeze(clean(header)).lower()
    if within is not None:
        # What begins any later is not asked for: headers are short, but cells are not.
        plain = plain[: within + _longest()]
    first = _first(plain)
    return None if first is None or (within is not None and first[0] > within) else first[2]


@remembered
def _first(plain: str) -> tuple[int, int, str] | None:
    """Where the first cue stands, the longest one before the others there, and its role."""
    found = [(at, -len(cue), role) for cue, role in _cues() if (at := plain.find(cue)) >= 0]
    return min(found, default=None)


def cues_in(header: str) -> frozenset[str]:
    """The roles of all cues among a header's words."""
    plain = squeeze(clean(header)).lower()
    return frozenset(role for cue, role in _cues() if cue in plain)


def cue_behind(header: str, role: str | None) -> str | None:
    """The role that a cue gives a header whose own head says too little; ``role``: what that says.

    ``ประเด็นที่ท้าทาย`` is a weakness and no item, ``วิธีการสร้างความรับรู้`` no measure, and
    ``สิ่งที่ได้ทำไปแล้ว`` no score.
    """
    plain = squeeze(clean(header))
    if _DONE.match(plain) or (role in (None, "measure", "deadline") and _REALLY.fullmatch(plain)):
        return "result"
    if role in (None, "item", "code", "number") and (head := _GENERAL.match(plain)):
        if _DOING.match(plain[head.end() :]):
            return "measure"
        cue = cue_of(plain[head.end() :])
        # What must still be raised or mended is what is weak: "ประเด็นที่ต้องยกระดับ".
        needed = cue == "measure" and _NEEDED.match(plain)
        return "weakness" if needed or cue == "weakness" else None
    if role in (None, "deadline") and _TIME.match(plain):
        return "monitoring"
    if role in _BY_MANNER and (head := _MANNER.match(plain)):
        cue = cue_of(plain[head.end() :], _BETWEEN)
        return cue if cue in ("awareness", "monitoring") else None
    return None


__all__ = ["cue_behind", "cue_of", "cues_in"]
