"""What is printed where a code should be: tokens, ranges, and the items a cell names.

Reading a token is only half of it: ``๑๒`` is I2 in one row and I12 in another of the same report.
Deciding which, from the surroundings, is :mod:`normalize.names.decode`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from normalize.names.entryscores import at_end, in_order, led_score, of_years, paired_score, without
from normalize.words.othernumbers import without_other_numbers
from normalize.words.patterns import compiled
from normalize.words.text import remembered, squeeze
from normalize.words.values import FoundScore, as_score, find_scores

# What OCR and typists put for the letters: I as 1, l, |, !; O as zero or a drawn circle.
LETTER_LOOKS: dict[str, str] = {
    "I": "I", "i": "I", "l": "I", "|": "I", "!": "I", "1": "I", "Ι": "I", "І": "I", "ไ": "I",
    "E": "E", "e": "E", "Е": "E", "Ε": "E", "F": "E", "€": "E",
    "O": "O", "o": "O", "0": "O", "○": "O", "◯": "O", "〇": "O", "О": "O", "Ο": "O", "Q": "O",
    "ο": "O", "•": "O", "D": "O",
}  # fmt: skip
# Letters typed for digits inside a number: "I1o" is I10.
_TYPED_DIGITS = str.maketrans("oO○l|", "00011")
_LOOK = "[" + "".join(regex.escape(c) for c in LETTER_LOOKS if not c.isdigit()) + "]"
_DIGITS = r"[0-9](?:[0-9]|[oO○l|](?![A-Za-z]))?"
_TOKEN = rf"(?:{_LOOK}\s?[.\-]?\s?{_DIGITS}|[0-9]{{1,3}})"
_LETTERED = rf"{_LOOK}\s?[.\-]?\s?{_DIGITS}"
_START = compiled(
    rf"^[\s\-\u2013(]*(?P<token>{_TOKEN})(?![0-9]|\.[0-9]|\s*/)\s*[.):\]]*(?:\s+|(?=[\u2013\u2014-]?[\u0e01-\u0e2e\u0e40-\u0e44A-Z(=:]))"
)
#: A range of items, and one in brackets, as behind the indicator that they are of: ``(O1 - O22)``.
ITEM_RANGE = r"[IEO]\s?[0-9]{1,2}\s*(?:[-\u2013\u2014]|ถึง)\s*(?:ข้อ\s*)?[IEO]?\s?[0-9]{1,2}(?![0-9])"
ITS_ITEMS = rf"\(\s*(?:ข้อ(?:ที่)?\s*)?{ITEM_RANGE}\s*\)"
# Words of a sentence before the item that it gives the score of: "ประชาชนให้คะแนนข้อ E2 ...".
_SAYING = (
    r"(?:(?:และ|ส่วน|สำหรับ|โดย|ใน|บุคลากร|ประชาชน|ผู้รับบริการ|ผู้ตอบ|(?:ให้|ได้|มี)?(?:ผล)?คะแนน|ของ|ตาม"
    r"|การเปิดเผยข้อมูล(?:สาธารณะ)?|\s)+"
    r"(?=ข้อ\s?[IEO]\s?[0-9]))?"
)
# What may stand before a lettered code: a bullet, a running number, a bracket, "ข้อ".
_LEAD = compiled(
    rf"^\s*(?:[\-\u2013\u2022*]\s*)?(?:(?!\(?[0-9]{{2}}\.[0-9]{{2}}[)\s])\(?[0-9]{{1,2}}(?:[.)]\s*|(?:\.[0-9]{{1,2}}){{1,2}}[.)]?\s+))?{_SAYING}(?:ข้อ(?:คำถาม)?(?:ที่)?|หัวข้อ(?:ที่)?|ประเด็น|รหัส(?:ข้อ)?(?:คำถาม)?)?\s*\[?\s*"
    rf"(?={_LETTERED}(?![0-9]))"
)
_RANGE = compiled(
    rf"^[\s\-\u2013(]*(?:ข้อ(?:ที่)?|หัวข้อ|ตัวชี้วัด)?\s*(?P<first>{_TOKEN})\s*[.)]?\s*"
    rf"(?:-|\u2013|\u2014|ถึง|~|จนถึง|to)\s*(?:ข้อ(?:ที่)?)?\s*(?P<last>{_TOKEN})(?![0-9])"
)
# "การเปิดเผยข้อมูลบนเว็บไซต์ ข้อ O1 ถึงข้อ O22 (คิดคะแนนรวม)": one range behind what it is about.
_RANGE_BEHIND = compiled(
    r"\s*(?P<words>[\u0e00-\u0e7f\s]{8,}?)\s*[(\[]?\s*(?:ข้อ(?:ที่)?|หัวข้อ|รายการ)\s*(?P<first>[IEO]\s?[0-9]{1,2})\s*"
    r"(?:-|\u2013|\u2014|ถึง)\s*(?:ข้อ(?:ที่)?)?\s*(?P<last>[IEO]?\s?[0-9]{1,2})(?![0-9])[^0-9]*"
)
# A range goes on in the next line.
_RANGE_TORN = compiled(r"((?:ถึง|(?<=[0-9]\s?)[-\u2013])\s*(?:ข้อ(?:ที่)?)?)\s*\n\s*(?=[IEO]\s?[0-9])")
_LONE = compiled(rf"^[\s\-\u2013(]*(?:ข้อ(?:ที่)?)?\s*(?P<token>{_TOKEN})\s*[.):]*\s*$")
_TO = r"\s*(?:-|\u2013|\u2014|ถึง|~|จนถึง|to)\s*"
_MEMBER = (
    rf"(?:ข้อ(?:ที่)?\s*)?\(?(?P<first>{_LETTERED})\)?(?:{_TO}\(?(?P<last>{_TOKEN})\)?)?(?![0-9])"
)
_PART = regex.sub(r"\?P<\w+>", "?:", _MEMBER)
_LIST = compiled(rf"^\s*(?:ข้อ(?:ที่)?|หัวข้อ)?\s*{_PART}(?:(?:\s*(?:,|และ|/|,\s*และ)\s*|\s+){_PART})+")
# "I1, 2, 3": the letter is said once.
_NUMBERS = compiled(
    rf"^\s*(?P<first>{_LETTERED})(?P<more>(?:\s*,\s*[0-9]{{1,2}})+)(?![0-9.])(?!\s*(?:ครั้ง|คน|ปี))"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One item (or range of items) that a cell names.

    ``token`` is what is printed for its code without spaces, ``last`` the token of a range's end,
    ``question`` the words after it, ``scores`` the scores stated in its stretch of text.
    """

    token: str
    last: str | None
    question: str
    scores: tuple[FoundScore, ...]
    text: str


def entries_of(text: str) -> list[Entry]:
    """The items a cell of cleaned text names, in order; empty where it starts with no code.

    Two items may stand in one cell: a new one starts at a line, or after a score. Scores that are
    told in the order of the items before them (``ตามลำดับ``) go to one item each.
    """
    return [*_named_in(text)]


@remembered
def _named_in(text: str) -> Sequence[Entry]:
    if _HOW_MANY.fullmatch(text) or _BEGUN.fullmatch(text):
        return []
    text = _RANGE_TORN.sub(r"\1 ", _COUNTED.sub("", _MARKED.sub("", text)))
    if _EQUATED.fullmatch(text):
        # What the numbers are (scores, weights) the header says, not the cell.
        return [Entry(squeeze(m[1]), None, "", (), m[0]) for m in _EQUATION.finditer(text)]
    if (told := in_order(text)) is not None:
        begun, values = told
        named = [replace(e, text=text, scores=()) for e in entries_of(text[:begun])]
        if len(named) != len(values) or any(e.last for e in named):
            return named
        return [replace(e, scores=(v,)) for e, v in zip(named, values, strict=True)]
    found: list[Entry] = []
    text = _BAND.split(text, maxsplit=1)[0]
    for piece in _pieces(_TORN.sub(r"\1\2\3", text)):
        found += _entries(piece)
    return found


# The heading of the next indicator in the lines below, where rules between rows are missing.
_BAND = compiled(
    r"(?<=\S)\n\s*(?=(?:ตัวชี้วัด(?:ที่)?\s*)?(?:10|[1-9])[.)]?\s*\D[^\n]*\(?คะแนน(?:เฉลี่ย|ตัวชี้วัด)?\s*[0-9]{1,3}\.[0-9]{2})"
)
# The mark of a footnote behind a code: "I8*".
_MARKED = compiled(r"(?<![A-Za-z])(?<=[IEO]\s?[0-9]{1,2})\s?[*\u2020\u2021]{1,3}(?=[\s:.,)\]]|$)")
# "O1 –": a range whose end stands elsewhere is not its first item.
_BEGUN = compiled(rf"\s*(?:ข้อ(?:ที่)?\s*)?{_LETTERED}\s*(?:[\-\u2013\u2014]|ถึง)\s*")
# "8 ประเด็น": how many there are of something, no item.
_HOW_MANY = compiled(
    r"\s*(?:(?:จำนวน|รวม|ทั้งหมด|ทั้งสิ้น)\s*)*[0-9]{1,3}\s*"
    r"(?:ประเด็น|ข้อ(?:คำถาม|มูล)?|ตัวชี้วัด|รายการ|เรื่อง|มาตรการ|กิจกรรม|โครงการ|ด้าน|หัวข้อ|คน|ราย|ครั้ง|หน้า|ฝ่าย)"
    r"(?:\s*(?:ย่อย|เท่านั้น|ทั้งหมด|ทั้งสิ้น))?\s*"
)
# A running number whose column's edge was not seen, right before a code: "12 I10", "1I2".
_COUNTED = compiled(r"^\s*[0-9]{1,2}\s*[.)]?\s*(?=[IEO]\s?[0-9]{1,2}(?![0-9])(?:\s|(?<=0[0-9])$))")
# A code that a narrow column tore, alone in its cell: "ข้อ O1 4"; lists have commas or letters.
_TORN = compiled(r"^(\s*(?:ข้อ\s*(?:ที่\s*)?)?\(?[IEO]\s?[1-3])\s([0-9])(\)?\s*)$")
_LINE = compiled(r"(?<=\n)")
# "(87.5)" in a line of its own is a score, no number of an item.
_LONE_NUMBER = compiled(r"\s*\(\s*[0-9]{1,3}(?:\.[0-9]{1,2})?\s*\)\s*(?:\n|$)")
_DASHED = compiled(r"\s*[-\u2013]")


# Codes and nothing but numbers behind them: "I2 = 87.24 I3 = 80.60", "I2 (87.24) I3 (80.60)".
_EQUATION = compiled(
    r"(?:ข้อ\s*)?([IEO]\s?[0-9]{1,2})\s*(?:[=:]\s*|\()(?:100|[0-9]{1,2})\.[0-9]{2}(?![0-9.])\)?"
)
_EQUATED = compiled(rf"\s*{_EQUATION.pattern}(?:[\s,;]*{_EQUATION.pattern})+\s*")


# "ข้อ I12 (72.57 คะแนน) และข้อ I13 (97.29 คะแนน)"
_AND = compiled(r"^(?:,\s*)?(?:และ\s*)?(?=ข้อ|[IEO]\s?[0-9])")
_AND_BEHIND = compiled(
    r"(?<=คะแนน\s?\)|\.[0-9]{2}\s?[)\]]|[\u0e00-\u0e7f]{6}\s)\s*(?:,\s*)?(?:และ\s*)?$"
)
# "ข้อ I3 มีการสื่อสาร และ ข้อ I4 มีความรับผิดชอบ": no title goes on so.
_AND_ITEM = compiled(r"(?<=[\u0e00-\u0e7f]{6}\s)(?:และ|,)\s*(?=ข้อ(?:ที่)?\s*[IEO]\s?[0-9]{1,2}\s)")
# "I1 เต็มใจให้บริการ (คะแนนปี 2567 : 89.47) และ I2 ...": nor behind a bracket with a score.
_AND_NEXT = compiled(
    r"(?<=\.[0-9]{2}\s?(?:คะแนน)?\s?[)\]]\s?)(?:และ|,)\s*(?=(?:ข้อ(?:ที่)?\s*)?[IEO]\s?[0-9]{1,2}[\s(])"
)


def _pieces(text: str) -> list[str]:
    """Stretches of text that each begin with a code (the first may not)."""
    cuts = [0]
    for line in _LINE.finditer(text):
        # A dash before every line marks a list, one between two codes a range.
        if _LONE_NUMBER.match(text, line.start()):
            continue
        dashed = _DASHED.match(text[line.start() :]) and not _DASHED.match(text)
        if (_LEAD.match(text[line.start() :]) and not dashed) or (
            _START.match(text[line.start() :]) and find_scores(text[cuts[-1] : line.start()])
        ):
            cuts.append(line.start())
    for score in find_scores(text):
        rest = text[score.end :]
        next_one = _AND.sub("", rest.lstrip(" )]\n"))
        begins = _START.match(rest) or _LEAD.match(next_one)
        if next_one and begins and score.end not in cuts:
            cuts.append(score.end + len(rest) - len(next_one))
    cuts += [m.end() for and_more in (_AND_ITEM, _AND_NEXT) for m in and_more.finditer(text)]
    cuts = sorted(set(cuts))
    ends = [*cuts[1:], len(text)]
    return [_AND_BEHIND.sub("", text[a:b]) for a, b in zip(cuts, ends, strict=True)]


def _entries(piece: str) -> list[Entry]:
    lead = _LEAD.match(piece)
    piece = piece[lead.end() :] if lead else piece
    own = without_other_numbers(piece)
    scores = tuple(find_scores(own)) or of_years(own) or (at_end(own) if _CODED.match(own) else ())
    numbers = _NUMBERS.match(piece)
    if numbers:
        rest = without(piece[numbers.end() :], scores, numbers.end())
        letter = numbers["first"][0]
        more = regex.findall(r"[0-9]+", numbers["more"])
        tokens = [squeeze(numbers["first"]), *(letter + n for n in more)]
        return [Entry(token, None, rest, scores, piece) for token in tokens]
    listed = _LIST.match(piece)
    if listed:
        rest = without(piece[listed.end() :], scores, listed.end())
        return [
            Entry(
                squeeze(m["first"]), squeeze(m["last"]) if m["last"] else None, rest, scores, piece
            )
            for m in regex.finditer(_MEMBER, listed.group())
        ]
    span = _RANGE.match(piece)
    if span:
        rest = without(piece[span.end() :], scores, span.end())
        return [Entry(squeeze(span["first"]), squeeze(span["last"]), rest, scores, piece)]
    start = _START.match(piece) or _LONE.match(piece)
    if start is None and (behind := _RANGE_BEHIND.fullmatch(own)) is not None:
        first, last = squeeze(behind["first"]), squeeze(behind["last"])
        return [Entry(first, last, " ".join(behind["words"].split()), scores, piece)]
    if start is None:
        return _behind_title(piece, scores)
    scores = scores or paired_score(piece, start.end("token"))
    scores = scores or led_score(piece, start.end("token"))
    rest = without(piece[start.end() :], scores, start.end())
    return [Entry(squeeze(start["token"]), None, rest, scores, piece)]


_BEHIND = compiled(
    r"\s*(?P<title>\D.{5,600}?)\s*[(\[]\s*(?:ข้อ\s*)?(?P<token>[IEO]\s?[0-9]{1,2})\s*"
    r"(?:[=:,]?\s*(?:ได้\s*)?(?P<score>(?:100|[0-9]{1,2})\.[0-9]{2})\s*(?:คะแนน)?\s*)?[)\]]"
    # ... or the score right behind the bracket, where another title follows or nothing.
    r"(?:\s*(?:ได้(?:รับ)?\s*)?[:=]?\s*(?P<score>(?:100|[0-9]{1,2})\.[0-9]{2})\s*คะแนน(?=\s*\p{Thai}|\s*$))?",
    regex.S,
)


def _behind_title(piece: str, scores: tuple[FoundScore, ...]) -> list[Entry]:
    """Items whose codes stand in brackets behind their titles: ``โปร่งใส ตรวจสอบได้ (I4) 92.04``.

    Of several each is told with its score (``... (I8 = 94.92)``), or in lines of its own.
    """
    found: list[Entry] = []
    at = 0
    while match := _BEHIND.match(piece, at):
        if match["score"] and (value := as_score(match["score"])) is not None:
            scores = (FoundScore(value, match.start("score") - at, match.end("score") - at),)
        question = " ".join(match["title"].split()).removeprefix("และ" if found else "")
        token = squeeze(match["token"])
        found.append(Entry(token, None, question, scores, match.group().strip()))
        begun, at = at, match.end()
        if not (match["score"] or piece.startswith("\n", at)) or not _BEHIND.match(piece, at):
            break
        scores = ()
    if not found or len(squeeze(without(piece[at:], scores, at - begun))) > 12:
        return []
    return [*found[:-1], replace(found[-1], text=piece[begun:])]


_CODED = compiled(rf"[(\[]?{_LETTERED}")


_PUNCTUATION = compiled(r"[\s.\-)]")


@remembered
def readings(token: str) -> Mapping[str, float]:
    """Codes a printed token can stand for, each with a cost: 0 is what it says.

    The costs order the confusions seen in print and OCR: a letter in the number (0.1, ``I1o``),
    another letter for the right one (0.3 to 0.5), a lost letter (0.8), any one sign in the letter's
    place (1.2).
    """
    plain = _PUNCTUATION.sub("", token)
    found: dict[str, float] = {}

    def offer(letter: str, number: str, cost: float) -> None:
        if number and number.isdigit() and 0 < int(number) < 100 and not number.startswith("0"):
            code = f"{letter}{int(number)}"
            found[code] = min(cost, found.get(code, 9.0))

    first, rest = plain[:1], plain[1:].translate(_TYPED_DIGITS)
    if not plain:
        return found
    if first in "IEO" or (first in "ieo" and rest.isdigit()):
        first = first.upper()
        offer(first, rest.lstrip("0"), 0.0 if rest == plain[1:] else 0.1)
    elif first in LETTER_LOOKS and not first.isdigit():
        offer(LETTER_LOOKS[first], rest.lstrip("0"), 0.3)
    elif first.isdigit():
        look = LETTER_LOOKS.get(first)
        for letter in "IEO":
            offer(letter, plain, 0.8)
            offer(letter, rest, 0.5 if letter == look else 1.2)
        if first == "0" and rest:
            offer("O", rest.lstrip("0") or rest, 0.5)
    return found
