"""Scores among the words of an item: at their end, with their years, or right behind the code."""

from __future__ import annotations

import regex

from normalize.names.titles import known_title
from normalize.words.othernumbers import AIMED, MEAN_OF_MANY, WEIGHT
from normalize.words.patterns import compiled
from normalize.words.values import FoundScore, as_score

_PAIRED = compiled(
    r"^\s*[=:\u2013-]?\s*\(?((?:100|[0-9]{1,2})(?:\.[0-9]{1,2})?)\)?\s*(?:คะแนน)?\s*"
    r"(?:[\u2190-\u21ff\u25b2\u25bc]|\((?:ลดลง|เพิ่มขึ้น)\s*[0-9.]+\))?\s*$"
)


_TWO_DECIMALS = r"(?<![0-9.,/])((?:100|[0-9]{1,2})\.[0-9]{2})"
_ENDING = compiled(
    rf"[(\[]\s*(?:คิดเป็น)?(?:ร้อยละ)?\s*{_TWO_DECIMALS}\s*%?\s*[)\]]\s*$"
    rf"|(?:=|(?<!ลดลง|ลด|เพิ่มขึ้น|เพิ่ม|ขึ้น|ต่ำลง|ลง|ต่าง|กัน|เต็ม|จาก|ร้อยละ|ละ)\s)\s*{_TWO_DECIMALS}\s*%?\s*$"
    rf"|(?:คิดเป็น|อยู่ที่|เท่ากับ|ได้รับ|ได้)\s*ร้อยละ\s*{_TWO_DECIMALS}\s*$"
    # The title itself may end so ("รวดเร็ว มากขึ้น"); no score moves by as much as this.
    rf"|(?<=\sมากขึ้น\s){_TWO_DECIMALS}(?<=(?:100|[3-9][0-9])\.[0-9]{{2}})\s*%?\s*$"
)


# Before a number, or its year, that was aimed at or is of many offices.
_AIMED = compiled(
    rf"(?:{AIMED}|{WEIGHT}|{MEAN_OF_MANY}\D{{0,20}}|ผลต่าง"
    r"|(?<!หลัก)เกณฑ์(?:ขั้นต่ำ|ผ่าน|ที่กำหนด|มาตรฐาน)?|(?<!ได้(?:รับ)?)คะแนนเต็ม)"
    r"(?:คะแนน)?\s*(?:ของ|ประจำ)?\s*$"
)


def at_end(piece: str) -> tuple[FoundScore, ...]:
    """A number of two decimals that ends a lettered item's text: ``... อย่างเท่าเทียม (91.20)``."""
    match = _ENDING.search(piece)
    if match is not None and len(regex.findall(rf"{_TWO_DECIMALS}(?![0-9])", piece)) > 1:
        # Of several numbers any may be the score.
        return ()
    if match is not None and _AIMED.search(piece[: match.start()]):
        return ()
    value = as_score(next(filter(None, match.groups()))) if match else None
    return (FoundScore(value, match.start(), match.end()),) if match and value is not None else ()


_ONE = r"(?:100|[0-9]{1,2})\.[0-9]{1,2}(?![0-9])\s*(?:คะแนน)?"
_IN_ORDER = compiled(
    r"[(\[]?\s*(?:โดย|ซึ่ง)?\s*(?:ได้รับ|ได้|มี|อยู่ที่|เท่ากับ)?\s*(?:ค่า|ผล)?(?:คะแนน)?(?:เฉลี่ย)?\s*"
    rf"(?:เท่ากับ|อยู่ที่|คือ|ร้อยละ)?\s*(?<![0-9.])(?P<all>{_ONE}(?:\s*(?:,|/|,?\s*และ)\s*{_ONE})+)\s*ตามลำดับ"
)


def in_order(text: str) -> tuple[int, tuple[FoundScore, ...]] | None:
    """Where numbers begin that are told in the order of the items before them, and the numbers.

    ``ข้อ E1 และ E3 ... ได้ 79.45 คะแนน และ 80.12 คะแนน ตามลำดับ``; ``None`` for other texts.
    """
    match = _IN_ORDER.search(text) if "ตามลำดับ" in text else None
    if match is None:
        return None
    offset = match.start("all")
    found = regex.finditer(r"[0-9]+\.[0-9]+", match["all"])
    values = [(as_score(m[0]), offset + m.start(), offset + m.end()) for m in found]
    return match.start(), tuple(FoundScore(v, a, b) for v, a, b in values if v is not None)


_OF_YEAR = compiled(
    r"(?:ปี\s*(?:งบประมาณ)?\s*)?(?:พ\.?\s?ศ\.?)?\s*25[4-9][0-9]\s*(?:=|:|เท่ากับ|ได้(?:รับ)?|คือ)\s*(?:คะแนน\s*)?"
    # A whole number is one where a bracket calls it points: "(คะแนนปี 2567 : 50)".
    r"((?:100|[0-9]{1,2})\.[0-9]{2}|100|0|(?<=[(\[]\s*คะแนน[^()\[\]0-9]{0,20}25[0-9]{2}\s*[:=]\s*)[0-9]{1,2}(?=\s*[)\]]))"
    r"(?![0-9]|\.[0-9])"
)


def of_years(piece: str) -> tuple[FoundScore, ...]:
    """Scores told with their years behind an item: ``(ปี 2566 = 80.10, ปี 2567 = 82.20)``."""
    told = (m for m in _OF_YEAR.finditer(piece) if not _AIMED.search(piece[: m.start()]))
    found = [(as_score(m[1]), m) for m in told]
    return tuple(FoundScore(v, m.start(), m.end()) for v, m in found if v is not None)


def paired_score(piece: str, start: int) -> tuple[FoundScore, ...]:
    """A code with nothing but its score behind it: ``I1 = 91.20``, ``E3: 100``."""
    rest = piece[start:]
    match = _PAIRED.match(rest)
    if match is None or not ("." in match[1] or regex.match(r"\s*[=:]", rest)):
        return ()
    value = as_score(match[1])
    return (FoundScore(value, start, len(piece)),) if value is not None else ()


_LED = compiled(
    r"\s*(?:(?P<n>(?:100|[0-9]{1,2})\.[0-9]{2})\s*(?:คะแนน|%)?\s"
    r"|\(\s*(?P<n>(?:100|[0-9]{1,2})\.[0-9]{2})\s*(?:คะแนน|%)?\s*\))\s*(?=[\u0e01-\u0e4eA-Z])"
)


def led_score(piece: str, start: int) -> tuple[FoundScore, ...]:
    """A number between a code and its title: ``I2 86.20`` over it, ``I2 (86.20) อำนวย...``."""
    match = _LED.match(piece, start)
    value = as_score(match["n"]) if match is not None else None
    if match is None or value is None or not known_title(piece[match.end() :]):
        return ()
    return (FoundScore(value, match.start("n") - match[0].count("("), match.end()),)


# What is left of a bracket that held a score: "(คะแนน )".
_EMPTIED = compiled(r"[(\[]\s*(?:คะแนน|ได้(?:รับ)?|ผล|[:=,\s])*[)\]]")


def without(rest: str, scores: tuple[FoundScore, ...], offset: int) -> str:
    """The words of a question without the scores printed among them."""
    for score in reversed(scores):
        if score.start >= offset:
            rest = rest[: score.start - offset] + " " + rest[score.end - offset :]
    return " ".join(_EMPTIED.sub(" ", rest).split() if scores else rest.split())


__all__ = ["at_end", "in_order", "led_score", "of_years", "paired_score", "without"]
