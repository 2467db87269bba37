"""What a sentence says a number is: a score, of which year and of whom."""

from __future__ import annotations

from decimal import Decimal

import regex

from normalize.names.meta import named_districts
from normalize.words.patterns import compiled
from normalize.words.text import squeeze
from normalize.words.values import FoundScore, as_score, bare_score, find_scores

_YEAR = compiled(r"(?<![0-9])(25[5-9][0-9])(?![0-9])")
_PER_CENT = compiled(
    r"ร้อยละ\s*(100(?:\.00?)?|[0-9]{1,2}\.[0-9]{2})(?![0-9]|[.,/][0-9])"
    r"(?!\s*(?:ของ(?:ผู้(?!มีส่วน)|กลุ่ม|งบ|จำนวน|แผน)|ตอบ|เห็น|ระบุ|คน|ไม่|เคย|เข้า))"
)
# A share of the scores, not of people or money, is what speaks of points or of an indicator.
_OF_SCORES = compiled(
    r"คะแนน|ตัวชี้วัดที่|(?<![A-Za-z])[IEO]\s?[0-9]{1,2}(?![0-9])"
    # Nothing but this assessment: that of how satisfied people are has a whole, too.
    r"|ผลการประเมิน(?:คุณธรรมและความโปร่งใส|ในการดำเนินงาน|ของหน่วยงาน(?:ภาครัฐ)?|\(?ITA\)?|ใน|โดย|\s)*ภาพรวม"
)
_OF_ELSE = compiled(
    r"ผู้ตอบ|ตอบแบบ|กลุ่มตัวอย่าง|เพิ่มขึ้น|ลดลง|สูงขึ้น|ต่ำลง|เป้าหมาย|(?<!ถ่วง)น้ำหนัก|เบิกจ่าย(?!เท็จ)|ไม่น้อยกว่า|เกินกว่า|ต่างกัน|ผลต่าง|กว่า\s*$"
)
_LISTED_ON = compiled(r"^[\s,]*(?:และ|ส่วน|จาก|ของ|ด้าน|การรับรู้|แบบวัด)")
_BEHIND_CODE = compiled(
    r"(?<=(?<![A-Za-z])[IEO]\s?[0-9]{1,2}\s?)"
    r"(?:\(\s*(100\.00|[0-9]{1,2}\.[0-9]{2})\s*\)|[=:]\s*(100\.00|[0-9]{1,2}\.[0-9]{2})(?![0-9]|\.[0-9]))"
)
# A number that words call a score and say it is, two decimals and no unit of something else.
_EQUALS = compiled(
    r"คะแนน(?:(?!คะแนน)[^0-9]|25[0-9]{2}(?![0-9])){0,60}?เท่ากับ\s*(100\.00|[0-9]{1,2}\.[0-9]{2})"
    r"(?![0-9]|[.,/][0-9]|\s*(?:%|คน|บาท|ล้าน|พัน|ครั้ง|ราย|ข้อ|เรื่อง|วัน|จุด))"
)
_LAST_YEAR = compiled(
    # What the result was is another clause: "ใช้ชุดเดียวกับปีที่ผ่านมา ผลปรากฏว่าได้คะแนน ...".
    r"(?<!เดียวกับ|เดียวกันกับ)ปี(?:งบประมาณ)?(?:ก่อน|ที่ผ่านมา|ที่แล้ว)(?:(?!ปราก[ฎฏ]ว่า|พบว่า|ปีนี้|ครั้งนี้)[^0-9]){0,40}$"
)


_SCORE_END = compiled(r"[0-9]\.[0-9]{2}(?![0-9])|คะแนน\s*\)")


def said_scores(text: str) -> list[FoundScore]:
    """Every score of a text, those given as ``ร้อยละ`` or behind codes in brackets too, in order.

    A percentage counts where its own clause speaks of scores and of nothing else, or carries on a
    list of such; a number right behind a code (``I5 (84.90)``, ``I5 = 84.90``) where the text says
    before it that these are scores; one that a score is said to equal (``คะแนน ITA เท่ากับ 87.18``).
    """
    found = find_scores(text)
    ends = [0, *(m.end() for m in _SCORE_END.finditer(text))]
    listing = -1
    for match in _PER_CENT.finditer(text):
        start = max(e for e in ends if e <= match.start())
        clause = text[start : match.start()]
        carried = start == listing and _LISTED_ON.match(clause) and len(squeeze(clause)) < 60
        if _OF_ELSE.search(clause) or not (carried or _OF_SCORES.search(clause)):
            continue
        listing = match.end(1)
        found = _with(found, match)
    for match in _BEHIND_CODE.finditer(text):
        before = text[: match.start()]
        if "คะแนน" in before and not _OF_ELSE.search(before):
            found = _with(found, match)
    for match in _EQUALS.finditer(text):
        if not _OF_ELSE.search(match.group()):
            found = _with(found, match, 1)
    return sorted(found, key=lambda f: f.start)


def _with(found: list[FoundScore], match: regex.Match[str], group: int = 0) -> list[FoundScore]:
    """The scores with the one that a match states, which stands where its ``group`` does."""
    value = as_score(next(g for g in match.groups() if g is not None))
    start, end = match.span(group)
    taken = any(f.start < end and start < f.end for f in found)
    return found if value is None or taken else [*found, FoundScore(value, start, end)]


# What a score is held against, said in passing: the sentence goes on with its own year.
_IN_PASSING = compiled(
    r"(?:(?:สูง|ต่ำ|มาก|น้อย|ดี)(?:ขึ้น|ลง)?กว่า|(?:เพิ่ม|สูง|ดี)ขึ้นจาก|(?:ลด|ต่ำ)ลงจาก|(?:เมื่อ)?เทียบกับ)[^0-9]{0,40}"
    r"25[4-9][0-9](?![0-9])[^0-9]{0,40}(?:100|[0-9]{1,2})\.[0-9]{2}(?:\s*(?:คะแนน|%))?\s*\)?"
    # "เพิ่มขึ้น 9.74 จากปี 2566": how much it changed.
    r"|(?:เพิ่มขึ้น|สูงขึ้น|ดีขึ้น|ลดลง|ต่ำลง)\s*[0-9]{1,2}(?:\.[0-9]{1,2})?\s*(?:คะแนน)?\s*(?:จาก|เทียบกับ)[^0-9]{0,24}25[4-9][0-9](?![0-9])"
    # "(ปี 2567 ได้ 88.30 คะแนน)": what was reached then, in brackets.
    r"|[(\[][^()\[\]]{0,40}25[4-9][0-9](?![0-9])[^()\[\]0-9]{0,30}(?:100|[0-9]{1,2})\.[0-9]{2}[^()\[\]]{0,20}[)\]]"
)


def year_said(before: str, year: int | None) -> int | None:
    """The year a sentence speaks of: the last one named before the number, if it can be one.

    ``สูงกว่าปี 2566 ซึ่งได้ 84.35 คะแนน`` says nothing of the numbers behind it.
    """
    named = [int(y) for y in _YEAR.findall(_IN_PASSING.sub(" ", before))]
    past = [y for y in named if year is None or y <= year]
    return past[-1] if past and named[-1] == past[-1] else year


# "ผลคะแนนปี 2567: 90.48", "ปี 2566 = 85.10": a score beside a name, with its year.
_OF_YEAR = compiled(
    r"(?:ผล|ค่า|คะแนน|ที่ได้(?:รับ)?|เฉลี่ย|ของ|(?:การ)?ประเมิน|ITA|ประจำ(?=ปี)|\s)*(?:ปี\s*)?(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*"
    r"(?<![0-9.])(25[4-9][0-9])\s*(?:(?:=|:|ได้|เท่ากับ)?\s*(?:คะแนน)?\s*((?:100|[0-9]{1,2})\.[0-9]{2})"
    r"|(?:=|:|ได้|เท่ากับ|\s)\s*(?:คะแนน)?\s*(100|0))(?![0-9]|\.[0-9])\s*(?:คะแนน|%)?"
)
# "83.76 (ปี 2567)": the year stands behind the score.
_YEAR_BEHIND = compiled(
    r"\s*(?:ได้|คะแนน|[:=]|\s)*((?:100|[0-9]{1,2})\.[0-9]{2})\s*(?:คะแนน|%)?\s*[(\[]?\s*(?:ของ|ใน)?(?:ประจำ)?ปี\s*"
    r"(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*(25[4-9][0-9])\s*[)\]]?\s*"
)
_LEADING = compiled(
    r"^\s*ผล(?:การ)?ประเมิน(?:ได้|[:=]|\s)*(?=[0-9คเร])|^\s*(?:ผล)?(?=คะแนน)"
    r"|(?<=คะแนน)(?:ที่ได้|ที่ได้รับ)?\s*(?:[:=]|คือ)"
)
_SCORED = compiled(r"\.[0-9]|คะแนน")
_LEADING_TO = compiled(r"^\s*(?:ผล)?(?=คะแนน)|(?<=คะแนน)(?:ที่ได้|ที่ได้รับ)?\s*[:=]")
_APART = compiled(r"[\s,;/|()\-\u2013]+|และ")


def beside_name(text: str, year: int | None) -> list[tuple[int | None, Decimal]]:
    """Scores with their years, of a text beside a name that says nothing else.

    ``ผลคะแนนปี 2567: 90.48``, ``ได้ 90.48 คะแนน``; a target or a full mark is none.
    """
    dated = [
        (int(m[1]), v) for m in _OF_YEAR.finditer(text) if (v := as_score(m[2] or m[3])) is not None
    ]
    if dated and not _APART.sub("", _OF_YEAR.sub("", text)):
        return [(said, value) for said, value in dated]
    if (behind := _YEAR_BEHIND.fullmatch(text)) and (value := as_score(behind[1])) is not None:
        return [(int(behind[2]), value)]
    value = bare_score(_LEADING.sub(" ", text))
    return [(year, value)] if value is not None and _SCORED.search(text) else []


# "การใช้งบประมาณ" over "ปี 2566 ได้ 86.67 คะแนน".
_YEAR_BELOW = compiled(
    r"(?<=[\u0e01-\u0e4e])[\s(\[,\u2013-]+(?P<said>(?:โดย|ซึ่ง|คะแนน|ผล|ใน|ของ|\s)*ปี\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*"
    r"25[4-9][0-9]\s*(?:ได้(?:รับ)?|คะแนน|เท่ากับ|[\s=:])*[0-9]{1,3}\.[0-9]{2}\s*(?:คะแนน|%)?)\s*[)\]]?\s*$"
)


def name_and_year(text: str) -> tuple[str, str]:
    """A name, and what is said behind or below it of its score of one year; empty for nothing."""
    match = _YEAR_BELOW.search(text)
    return (text[: match.start()], match["said"]) if match is not None else (text, "")


def of_last_year(before: str) -> bool:
    """Whether the words before a number give it to a year they do not name (``ปีที่ผ่านมา``)."""
    return _LAST_YEAR.search(before) is not None


_OF_THE_CITY = compiled(
    r"(?:คะแนน|ITA|ผลการประเมิน|ภาพรวม|เฉลี่ย|รวม)\s*(?:ของ|ระดับ)\s*(?:กรุงเทพมหานคร|กทม)"
)


def of_others(clause: str, own: str | None) -> bool:
    """Whether a clause speaks of another district (or of all of them), not of the report's own."""
    # What is named last before the number is what it is said of.
    pieces = regex.split(r"(?=(?:สำนักงาน)?เขต)", squeeze(clause))
    last = next((n for p in reversed(pieces) if (n := named_districts(p))), frozenset())
    if last:
        return own not in last
    if own != "1000" and regex.search(
        "กรุงเทพมหานคร(?:มี|ได้|ในภาพรวม)|ทั่วประเทศ|ระดับประเทศ|ทั้งประเทศ", clause
    ):
        return True
    if own != "1000" and _OF_THE_CITY.search(clause):
        return True
    plain = squeeze(clause)
    if regex.search("(?:เขต|หน่วยงาน)ที่(?:ได้|มี)(?:รับ)?(?:ผล)?คะแนน(?:รวม)?(?:สูง|ต่ำ|มาก|น้อย)", plain):
        return True
    return bool(regex.search(r"(?:เฉลี่ย|ทุก|50)(?:ของ)?(?:ทุก|50)?(?:สำนักงาน)?เขต", plain))


# What is hoped for: "คาดว่าคะแนนจะเพิ่มเป็น 93.00", "มุ่งให้ ... ได้คะแนน 95.00", "หาก O1 ได้ 100.00".
_HOPED = compiled(
    r"คาด(?:ว่า|การณ์|หมาย|หวัง)|สมมติ|มุ่ง(?:ให้|หวัง|เป้า|สู่)|ตั้งเป้า|ตั้งใจให้"
    r"|(?<![\u0e00-\u0e7f])(?:หาก|ถ้า)(?!พิจารณา|เปรียบ|แยก|จำแนก|ดู|วิเคราะห์|นับ|เลย|ยัง)"
    r"|(?:จะ|ควร|ต้อง)(?:เพิ่มขึ้น|เพิ่ม|เป็น|อยู่|มี|ได้)\s*(?=เป็น|ที่|คะแนน|ค่าคะแนน|ไม่|อย่างน้อย|[0-9]|$)"
)
# Tests of something else than an agency's integrity, and means of several years.
_OTHER_TEST = compiled(
    r"ความพึงพอใจ|แบบทดสอบ|ทดสอบความรู้|(?:ก่อน|หลัง|ผ่าน)การ(?:ฝึก)?อบรม|ผู้เข้า(?:ร่วม|รับ)?(?:การ)?(?:ฝึก)?อบรม"
    r"|ประเมินตนเอง|คำรับรองการปฏิบัติ|ประเมินส่วนราชการ|ใช้(?:จ่าย)?งบประมาณไป|เบิกจ่าย(?:แล้ว|ได้|ไป)"
    r"|เฉลี่ย(?:ย้อนหลัง)?\s*(?:สาม|[2-5])\s*ปี|เขต(?:ข้างเคียง|ใกล้เคียง|อื่น)"
)


def of_else(clause: str) -> bool:
    """Whether the words before a number give it to what is hoped for, or to another test."""
    return bool(_HOPED.search(clause) or _OTHER_TEST.search(clause))


_NEXT_NUMBER = compiled(r"\s+(?:100|[0-9]{1,2})\.[0-9]{2}(?![0-9])")


def in_a_row(behind: str) -> bool:
    """Whether another number follows right behind one: which of several names it is of, none says.

    ``I9 I10 I11 คะแนน 74.85 90.82 80.10`` are rows of a table read as text.
    """
    return _NEXT_NUMBER.match(behind) is not None


def clause_of(before: str) -> str:
    """The words since the last score or sentence break: what a number is said of."""
    cut = max(before.rfind("คะแนน)"), before.rfind("  "), before.rfind("ดังนี้"))
    return before[cut + 1 :]
