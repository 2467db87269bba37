"""What numbers beside scores are called: means of many offices, what was aimed at, differences.

The words are data (``codebook/other_numbers.csv``); here they become patterns, white space and the
words between them aside.
"""

from __future__ import annotations

import regex

from normalize.codebook import words


def _any_of(*meanings: str) -> str:
    phrases = (w.phrase for w in words("other_numbers") if w.meaning in meanings)
    return "|".join(regex.escape(p) for p in sorted(phrases, key=len, reverse=True))


_ALL = r"(?:ทุก|ทั้ง(?:หมด)?|รวม)?\s*(?:50)?"
#: The mean of many offices: ``ค่าเฉลี่ยของ 50 เขต``, ``เฉลี่ย กทม.``; of those asked it is none.
MEAN_OF_MANY = (
    r"เฉลี่ย\s*(?:ของ|ใน|ระดับ)?\s*"
    rf"(?:{_ALL}\s*(?:{_any_of('many')})(?!ตัวอย่าง)|(?:ทุก|ทั้ง\s*(?:50)?|50)\s*(?:{_any_of('all')}))"
)
#: What was aimed at, a weight, a difference.
AIMED, WEIGHT, MOVED = _any_of("aimed"), rf"(?<!ถ่วง)(?:{_any_of('weight')})", _any_of("moved")
#: Any of those.
OTHER_NUMBER = f"{AIMED}|{WEIGHT}|{MOVED}|{MEAN_OF_MANY}"

__all__ = ["AIMED", "MEAN_OF_MANY", "MOVED", "OTHER_NUMBER", "WEIGHT"]
