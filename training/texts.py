"""Texts to draw: what Thai government print is made of, and every cluster the script allows.

Words come from PyThaiNLP's word list, names and titles from the code books; numbers, dates, codes
and list marks in both digit scripts are made up, so that no digit can be guessed from its context.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from pythainlp.corpus import thai_words

_BOOKS = Path(__file__).parents[1] / "normalize" / "codebook"
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_CONSONANTS = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮฤ"
_UPPER, _LOWER, _TONES = "ัิีึื็", "ุู", "่้๊๋์"
_MONTHS = (
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน "
    "ธันวาคม ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค."
).split()
_LATIN = (
    "ITA IIT EIT OIT ITAS ITAP No Gift Policy e-Service E-Service service check list checklist QR "
    "Code Line LINE Facebook Website Google Form Info graphic infographic One Stop Service online "
    "Online Application Social Media Network Q&A FAQ PDF Excel Word SMS Email Call Center Chatbot "
    "Traffy Fondue Big Data Integrity and Transparency Assessment Open Data Smart KPI BMA Bangkok "
    "Internal External Evidence Based Conflict of Interest PDPA Do's Don'ts Dos Checklist Clip VDO "
    "Workshop Kick off Page Poster Banner Template Feedback Dashboard ISO PDCA SWOT MOU TOR e-GP"
).split()
_HEADS = (
    "ITA;IIT;EIT;OIT;I;E;O;i;ITA (100);IIT/EIT;IIT + EIT;คะแนน IIT;คะแนน EIT;คะแนน OIT;แบบวัด IIT;"
    "แบบวัด EIT;แบบตรวจ OIT;Internal;External;Open Data;A;AA;B;C;D;F;No.;ลำดับ;ข้อ;ที่;รหัส;คะแนน;"
    "ร้อยละ;ปี;ผล;เป้า;จริง;-;ผ่าน;ไม่ผ่าน;รวม;เฉลี่ย;ระดับ;หน่วย;หมายเหตุ;เพิ่ม;ลด"
).split(";")
_MARKS = [*"-•●–○▪✓√□☐☑", "- ", "• "]
_BETWEEN = [" ๆ ", "ๆ ", "/", "ฯ ", ", ", " - ", "ๆ", ": ", " (", ") ", "ฯลฯ"]
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SIGNS = ".-_/@:&#'\"?!=+;*[]"
_DIGITS = "0123456789๐๑๒๓๔๕๖๗๘๙.,()/-"
_CODES = ["{}{}", "{}{}", "{}{}", "({}{})", "{}{}.", "{} {}", "{}{})", "{}-{}"]
_SCORES = (
    "{};{};({});({} คะแนน);{} คะแนน;ร้อยละ {};{}%;+{};-{};= {};{} %;(ร้อยละ {});≥ {};คะแนน {};{}/{}"
).split(";")
_TWINS = ["100.00", "100", "0.00", "{0}0.00", "{0}{0}.{1}{1}", "{0}{1}.{1}{1}", "{0}{1}.00"]
_DATES = (
    "{day} {month} {year};{day} {month}{year};{month} {year};{month}{year};{day}/{few}/{year};"
    "ปี {year};พ.ศ. {year};{year};ปีงบประมาณ พ.ศ. {year};ไตรมาส {few};ทุก {few} เดือน;{hour} น."
).split(";")
_AMOUNTS = (
    "{few} ครั้ง;{few} ครั้ง/เดือน;{some} คน;{many} บาท;{many}.00;{some},000;"
    "{some},000.00;จำนวน {few};{few} จุด;0 {four} {four};"
    "{few}.{few};ข้อ {few};หน้า {some};ตัวชี้วัดที่ {few}"
).split(";")


class Texts:
    """An endless source of lines; the same seed gives the same lines."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._kinds: list[tuple[float, Callable[[], str]]] = [
            (0.34, self._words), (0.14, self._titled), (0.12, self._number), (0.12, self._phrase),
            (0.10, self._latin), (0.07, self._clusters), (0.05, self._digits), (0.06, self._head),
        ]  # fmt: skip

    def line(self) -> str:
        """A printed line of 1 to about 60 characters, single spaces, nothing at its ends."""
        weights = [weight for weight, _ in self._kinds]
        (make,) = self._random.choices([kind for _, kind in self._kinds], weights)
        return " ".join(make().split())[:64].strip() or "-"

    def _pick(self, choices: list[str] | str) -> str:
        return self._random.choice(choices)

    def _words(self) -> str:
        r = self._random
        said = ""
        for _ in range(r.randint(1, 12)):
            said += self._pick(_words())
            odds = r.random()
            if odds < 0.16:
                said += " "
            elif odds < 0.20:
                said += self._pick(
                    [" ๆ ", "ๆ ", "/", "ฯ ", ", ", " - ", "ๆ", ": ", " (", ") ", "ฯลฯ"]
                )
            elif odds < 0.24:
                said += " " + self._number() + " "
            elif odds < 0.26:
                said += " " + self._latin() + " "
        if r.random() < 0.15:
            said = self._list_mark() + said
        # A printed line ends anywhere, inside a word too.
        return said[r.randint(0, 4) :] if r.random() < 0.2 else said

    def _titled(self) -> str:
        r = self._random
        title = self._pick(_titles())
        start = r.randint(0, max(len(title) - 8, 0)) if r.random() < 0.7 else 0
        said = title[start : start + r.randint(4, 48)].lstrip("".join((*_UPPER, *_LOWER, *_TONES)))
        if r.random() < 0.25:
            said = self._code() + " " + said
        if r.random() < 0.25:
            said += " " + self._score()
        return said

    def _number(self) -> str:
        kinds = (self._score, self._code, self._date, self._amount, self._plain, self._list_mark)
        return self._random.choices(kinds, (2, 2, 2, 2, 2, 1))[0]()

    def _phrase(self) -> str:
        r = self._random
        return " ".join(
            self._pick([self._number(), self._pick(_words()), self._number()])
            for _ in range(r.randint(1, 4))
        )

    def _thai(self, text: str) -> str:
        return text.translate(_THAI_DIGITS) if self._random.random() < 0.62 else text

    def _score(self) -> str:
        r = self._random
        value = r.choice([r.uniform(0, 100), r.uniform(70, 100)])
        said = f"{value:.{r.choice([2, 2, 2, 1, 0])}f}"
        if r.random() < 0.25:  # equal digits side by side are what a reader of lines loses first
            said = self._pick(_TWINS).format(r.randint(1, 9), r.randint(0, 9))
        return self._thai(self._pick(_SCORES).replace("{}", said))

    def _code(self) -> str:
        digits = self._thai(str(self._random.randint(1, 30)))
        return self._pick(_CODES).format(self._pick("IEOIEOIEOieo"), digits)

    def _date(self) -> str:
        r = self._random
        year = r.choice([r.randint(2560, 2572), r.randint(60, 72)])
        form = self._pick(_DATES).format(
            day=r.randint(1, 31), month=self._pick(_MONTHS), year=year, few=r.randint(1, 12),
            hour=f"{r.randint(0, 23):02d}.{r.randint(0, 59):02d}",
        )  # fmt: skip
        return self._thai(form)

    def _amount(self) -> str:
        r = self._random
        form = self._pick(_AMOUNTS).format(
            few=r.randint(1, 30), some=r.randint(1, 999), many=f"{r.randint(1000, 9999999):,}",
            four=r.randint(2000, 9999),
        )  # fmt: skip
        return self._thai(form)

    def _plain(self) -> str:
        return self._thai(str(self._random.randint(0, 10 ** self._random.randint(1, 5))))

    def _digits(self) -> str:
        r = self._random
        mixed = "".join(self._pick(_DIGITS) for _ in range(r.randint(1, 14)))
        if r.random() < 0.3:
            return mixed
        return self._thai("".join(c for c in mixed if c.isascii()) or "7")

    def _list_mark(self) -> str:
        form = self._pick(["{}. ", "{}) ", "({}) ", "{}.{} ", f"{self._pick(_MARKS)} "])
        return self._thai(form.format(self._random.randint(1, 20), self._random.randint(1, 9)))

    def _latin(self) -> str:
        r = self._random
        kind = r.random()
        if kind < 0.35:
            return " ".join(self._pick(_LATIN) for _ in range(r.randint(1, 3)))
        if kind < 0.75:
            words = [self._pick(_english()) for _ in range(r.randint(1, 4))]
            return " ".join(self._pick([w, w, w.capitalize(), w.upper()]) for w in words)
        if kind < 0.85:
            words = [self._pick(_english()).lower() for _ in range(r.randint(2, 4))]
            start = self._pick(["https://", "www.", "http://", "", "e-"])
            return start + self._pick(".-/@_").join(words)
        letters = self._pick([_LETTERS, _LETTERS.lower(), _LETTERS.upper()])
        return "".join(
            self._pick(letters if r.random() < 0.88 else _SIGNS) for _ in range(r.randint(1, 14))
        )

    def _head(self) -> str:
        """What stands alone in a cell: heads of columns, short numbers, a code and its score."""
        r = self._random
        said = self._pick([self._pick(_HEADS), self._code(), self._thai(str(r.randint(0, 99)))])
        return said + " " + self._score() if r.random() < 0.15 else said

    def _clusters(self) -> str:
        r = self._random
        said = ""
        for _ in range(r.randint(1, 12)):
            said += self._pick(["", "", "เ", "แ", "โ", "ไ", "ใ"]) + self._pick(_CONSONANTS)
            said += self._pick(["", "", self._pick(_UPPER), self._pick(_UPPER), self._pick(_LOWER)])
            said += self._pick(["", "", self._pick(_TONES)])
            said += self._pick(["", "", "", "า", "ะ", "ำ", " "])
        return said


@cache
def _words() -> list[str]:
    # Rare words matter less than that every cluster is seen; the list is used as it is.
    return sorted(w for w in thai_words() if 1 < len(w) < 16)


@cache
def _english() -> list[str]:
    """English words, of the manual that comes with Python."""
    from pydoc_data.topics import topics

    return sorted(set(re.findall("[A-Za-z]{2,12}", " ".join(topics.values()))))


@cache
def _titles() -> list[str]:
    found: set[str] = set()
    for name in ("items.csv", "indicators.csv", "agencies.csv", "units.csv"):
        path = _BOOKS / name
        if not path.exists():
            continue
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                found |= {v for k, v in row.items() if v and k and "th" in k and len(v) > 4}
    return sorted(found)
