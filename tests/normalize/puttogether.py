"""Score tables put together at random from the parts that real ones have, with their truth.

Reports made by hand show a layout each; the parts of layouts meet in more ways than anybody draws.
A table is made of columns in some order, of groups of rows told in one of several ways, of totals
and of other numbers, under words that clerks write. What each of its numbers is of is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from extract.model import Paragraph, Table
from normalize.codebook import indicators, items
from tests.normalize.tables import ANALYSIS_66, ANALYSIS_67, paragraph, table

WORDS: dict[str, tuple[str, ...]] = {
    "number": ("ที่", "ลำดับ", "ลำดับที่", "#", "No.", "ลำดับข้อ"),
    "code": ("ข้อ", "รหัส", "รหัสข้อ", "ข้อที่", "Code", "ข้อคำถามที่", "รหัสคำถาม", "ตัวชี้วัดย่อย"),
    "title": ("ประเด็น", "รายการ", "คำถาม", "รายละเอียดข้อคำถาม", "หัวข้อ", "เรื่อง", "ข้อความคำถาม"),
    "item": ("ข้อคำถาม", "ประเด็นการประเมิน", "รายการประเมิน", "ข้อ/คำถาม", "ตัวชี้วัดย่อย", "ตัวชี้วัด"),
    "score": (
        *("คะแนน", "คะแนนที่ได้", "ผลคะแนน", "ผลการประเมิน", "คะแนนเฉลี่ย", "คะแนน (ร้อยละ)", "ร้อยละ"),
        *("ได้คะแนน", "คะแนนที่เขตได้รับ", "คะแนนประเมิน", "ผลคะแนนของหน่วยงาน", "คะแนน ITA", "ค่าคะแนน"),
    ),
    "weight": ("น้ำหนัก", "คะแนนเต็ม", "เต็ม", "ค่าน้ำหนัก (ร้อยละ)"),
    "target": ("เป้าหมาย", "ค่าเป้าหมาย", "เกณฑ์", "เป้าหมายปี 2568", "คะแนนเป้าหมาย"),
    "change": ("+/-", "ผลต่าง", "เพิ่ม/ลด", "เปลี่ยนแปลง", "ส่วนต่าง", "(+/-)"),
    "mean": ("ค่าเฉลี่ย 50 เขต", "เฉลี่ย กทม.", "ค่าเฉลี่ยกลุ่มเขต", "ค่าเฉลี่ยทุกเขต"),
    "rank": ("อันดับ", "อันดับที่", "ลำดับจาก 50 เขต"),
    "level": ("ระดับ", "ผลระดับ", "เกรด", "ผ่าน/ไม่ผ่าน", "ระดับผลการประเมิน"),
    "weakness": ("จุดอ่อน", "ประเด็นที่ต้องพัฒนา", "ข้อบกพร่อง", "ปัญหาที่พบ", "จุดที่ควรปรับปรุง"),
    "measure": ("มาตรการ", "แนวทางแก้ไข", "แนวทางการพัฒนา", "มาตรการ/แนวทาง", "วิธีดำเนินการ"),
    "unit": ("ผู้รับผิดชอบ", "ฝ่ายที่รับผิดชอบ", "หน่วยงานรับผิดชอบ", "ผู้ดำเนินการ"),
    "deadline": ("กำหนดเสร็จ", "ระยะเวลา", "ระยะเวลาดำเนินการ", "กำหนดแล้วเสร็จ"),
    "part": ("ตัวชี้วัด", "ตัวชี้วัดที่", "ด้าน", "ตัวชี้วัดการประเมิน"),
    "of part": ("คะแนนตัวชี้วัด", "คะแนนรวมตัวชี้วัด", "คะแนนเฉลี่ยตัวชี้วัด", "คะแนนรายตัวชี้วัด"),
}
YEARS = ("คะแนนปี {}", "ปี {}", "ปีงบประมาณ พ.ศ. {}", "{}", "คะแนน พ.ศ. {}", "ผลคะแนนปี {}")
OVER = ("คะแนน", "ผลการประเมิน", "คะแนนที่ได้", "ผลคะแนน")
PARTS = ("ตัวชี้วัดที่ {} {}", "ตัวชี้วัด {} {}", "{}. {}", "ตัวชี้วัดที่ {} : {}", "ด้านที่ {} {}")
TAILS = (
    *(" ({} คะแนน)", " {} คะแนน", " ได้ {} คะแนน", " (คะแนน {})", " คะแนนเฉลี่ย {}"),
    *(" = {}", " : {}", " [{}]"),
)
SUMS = (
    *("เฉลี่ยตัวชี้วัดที่ {}", "คะแนนเฉลี่ยตัวชี้วัดที่ {}", "รวมตัวชี้วัดที่ {}", "รวม", "เฉลี่ย"),
    *("คะแนนเฉลี่ย", "คะแนนรวมตัวชี้วัด"),
)
CODES = ("{0}{1}", "{0}{1}", "{0}{1}", "ข้อ {0}{1}", "{0} {1}", "{0}{1:02d}", "({0}{1})")
NAMES = (
    *(("code", "title"), ("item",), ("title", "code"), ("code",), ("number", "item")),
    *(("number", "code", "title"), ("number", "title", "code")),
)
SAID = {
    "weakness": ("ตอบไม่ตรงกัน", "ประชาชนยังไม่ทราบช่องทาง", "ขั้นตอนยังล่าช้าในบางงาน", "ผู้รับบริการรอนาน"),
    "measure": (
        *("จัดอบรมเจ้าหน้าที่ผู้ให้บริการทุกไตรมาส", "ติดป้ายประชาสัมพันธ์ขั้นตอนและระยะเวลา"),
        *("ปรับปรุงข้อมูลบนเว็บไซต์ให้เป็นปัจจุบัน", "จัดทำคู่มือการยืมทรัพย์สินของราชการ"),
    ),
    "unit": ("ฝ่ายปกครอง", "ฝ่ายทะเบียน", "ฝ่ายโยธา", "ฝ่ายการคลัง"),
    "deadline": ("31 มีนาคม 2568", "30 มิ.ย. 2568", "ภายในเดือนกันยายน 2568"),
    "level": ("A", "B", "AA", "ผ่าน", "ดี"),
    "weight": ("100",),
    "target": ("85", "90", "85.00", "95.00"),
}
_NUMBERS = ("before", "score", "weight", "target", "mean", "rank", "level", "change")
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_INSTRUMENTS = {"I": range(1, 6), "E": range(6, 9), "O": range(9, 11)}
_LETTERS = "กขคงจฉชซนบปผพฟภมรลวสหอ"

Row = list[str | None]


@dataclass(frozen=True, slots=True)
class Part:
    """An indicator and those of its items that a table has."""

    number: str
    name: str
    codes: tuple[str, ...]


@dataclass(slots=True)
class Made:
    """A report's blocks, its scores by year and code, and its measures by their text."""

    blocks: list[Paragraph | Table]
    scores: dict[tuple[int | None, str], str] = field(default_factory=dict)
    measures: dict[str, str] = field(default_factory=dict)


class Maker:
    """Puts one report together; the same seed makes the same report."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        pick = self.random.choice
        self.year = pick((2566, 2567, 2567, 2567))
        self.made = Made([ANALYSIS_66 if self.year == 2566 else ANALYSIS_67])
        self.groups = pick(("none", "band", "band", "band score", "left", "left score", "headings"))
        self.tail = pick(("", *TAILS)) if self.groups in ("band", "left", "headings") else ""
        self.part_form, self.code_form = pick(PARTS), pick(CODES)
        self.between = pick((" ", "\n", " ", ": "))
        self.thai, self.behind = pick((False, False, True)), self.random.random() < 0.1
        self.unit = pick(("", "", "", "", " คะแนน", "%"))
        self.in_title = False
        self.used: set[str] = set()
        self.count = 0
        self.columns = self._columns()
        self.words = {c: pick(WORDS[c]) for c in self.columns if c in WORDS}
        self.over = "before" in self.columns and self.random.random() < 0.5
        if "before" in self.columns:
            form = pick(YEARS)
            self.words |= {"before": form.format(self.year - 1), "score": form.format(self.year)}
        elif "score" in self.columns and self.random.random() < 0.1:
            self.words["score"] = pick(("คะแนน ปี {}", "ปี {}", "คะแนนปีงบประมาณ {}")).format(
                self.year
            )
        self.parts = self._parts()
        # The items of disclosure are often told together, with the score of their indicator.
        plain = not (self.in_title or self.behind or "measure" in self.columns)
        self.ranged = plain and "score" in self.columns and self.random.random() < 0.3
        self.numbered, self.titled = (self.random.random() < 0.1 for _ in range(2))
        whole = all(self._is_whole(p) for p in self.parts)
        sums = self.groups in ("none", "band", "headings") and not self.tail and whole
        self.sum = pick(("", "", *SUMS)) if sums and "score" in self.columns else ""
        self.scores = {c: self._number() for p in self.parts for c in p.codes}
        self.before = {c: self._number() for p in self.parts for c in p.codes}

    def _columns(self) -> list[str]:
        """The columns in their order."""
        chance = self.random.random
        names = list(self.random.choice(NAMES))
        told = self.random.choice(((), ("weakness",), ("weakness", "measure"), ("measure",)))
        texts = [*told, *(c for c in ("unit", "deadline") if "measure" in told and chance() < 0.5)]
        beside = [c for c in ("weight", "target", "mean", "rank", "level") if chance() < 0.15]
        scores = ["score"]
        if chance() < 0.25:
            scores = self.random.choice((["before", "score"], ["score", "before"]))
            scores += ["change"] if chance() < 0.4 else []
        elif not beside and "code" not in names and chance() < 0.1:
            self.in_title, scores = True, []
        first = [c for c in beside if c in ("weight", "target") and chance() < 0.5]
        self.random.shuffle(beside)
        numbers = [*first, *scores, *(c for c in beside if c not in first)]
        if not beside and len(scores) == 1 and chance() < 0.1:
            return self._with_left([*scores, *names, *texts])
        if texts and chance() < 0.1:
            return self._with_left([*names, texts[0], *numbers, *texts[1:]])
        return self._with_left([*names, *numbers, *texts])

    def _with_left(self, columns: list[str]) -> list[str]:
        if self.groups == "left score" and self.in_title:
            self.groups = "left"
        left = {"left": ["part"], "left score": ["part", "of part"]}.get(self.groups, [])
        return [*left, *columns]

    def _parts(self) -> list[Part]:
        """Some indicators of some instruments, with all of their items or some."""
        kinds = self.random.choice(("I", "E", "O", "IE", "IEO"))
        numbers = [n for k in kinds for n in _INSTRUMENTS[k]]
        most = min(len(numbers), self.random.choice((1, 2, 3, 5, 10)))
        chosen = sorted(self.random.sample(numbers, most))
        some = self.random.random() < 0.5
        book = indicators(self.year)
        found: list[Part] = []
        for number in map(str, chosen):
            codes = [c for c, item in items(self.year).items() if item.indicator == number]
            if some and len(codes) > 2:
                kept = self.random.sample(codes, self.random.randint(2, min(4, len(codes))))
                codes = [c for c in codes if c in kept]
            found.append(Part(number, book[number].title_th, tuple(codes)))
        return found

    def _is_whole(self, part: Part) -> bool:
        book = items(self.year).values()
        return len(part.codes) == sum(i.indicator == part.number for i in book)

    def _number(self) -> str:
        while True:
            text = f"{self.random.randint(60, 99)}.{self.random.randint(1, 99):02d}"
            if text not in self.used:
                self.used.add(text)
                return text

    def digits(self, text: str) -> str:
        return text.translate(_THAI) if self.thai else text

    def make(self) -> Made:
        """The report."""
        tables = [[p] for p in self.parts] if self.groups == "headings" else [self.parts]
        for parts in tables:
            if self.groups == "headings":
                self.made.blocks.append(paragraph(self._named(parts[0]), bold=True))
            self.made.blocks.append(self._table(parts))
        return self.made

    def _table(self, parts: Sequence[Part]) -> Table:
        rows, spans = self._header()
        if self.titled:
            # A title over the names of the columns, merged from side to side.
            rows = [["ผลคะแนนรายข้อ", *[None] * (len(self.columns) - 1)], *rows]
            spans = {(r + 1, c): span for (r, c), span in spans.items()}
            spans[0, 0] = (1, len(self.columns))
        if self.numbered:
            rows.append([self.digits(f"({n})") for n in range(1, len(self.columns) + 1)])
        for part in parts:
            if self.groups == "band":
                spans[len(rows), 0] = (1, len(self.columns))
                rows.append([self._named(part), *[None] * (len(self.columns) - 1)])
            elif self.groups == "band score":
                self._sum_row(part, self._named(part), rows, spans)
            start = len(rows)
            if self.ranged and int(part.number) in _INSTRUMENTS["O"] and self._is_whole(part):
                rows.append(self._range_row(part))
                continue
            rows += [self._row(part, code) for code in part.codes]
            for column in (c for c in self.columns if c in ("part", "of part")):
                at = self.columns.index(column)
                spans[start, at] = (len(part.codes), 1)
                for row in rows[start + 1 :]:
                    row[at] = None
            if self.sum:
                self._sum_row(part, self.digits(self.sum.format(part.number)), rows, spans)
        return table(rows, spans)

    def _header(self) -> tuple[list[Row], dict[tuple[int, int], tuple[int, int]]]:
        words: Row = [self.digits(self.words[c]) for c in self.columns]
        if not self.over:
            return [words], {}
        years = [i for i, c in enumerate(self.columns) if c in ("before", "score", "change")]
        spans = {(0, i): (2, 1) for i in range(len(words)) if i not in years}
        spans[0, years[0]] = (1, len(years))
        above = [None if i in years else w for i, w in enumerate(words)]
        above[years[0]] = self.random.choice(OVER)
        return [above, [w if i in years else None for i, w in enumerate(words)]], spans

    def _mean(self, part: Part, of: dict[str, str]) -> str:
        total = sum((Decimal(of[c]) for c in part.codes), Decimal(0))
        return str((total / len(part.codes)).quantize(Decimal("0.01")))

    def _named(self, part: Part) -> str:
        """An indicator as it is called, with its score where that is told beside its name."""
        name = self.digits(self.part_form.format(part.number, part.name))
        if not self.tail:
            return name
        score = self._mean(part, self.scores)
        self.made.scores[self.year, part.number] = score
        return name + self.digits(self.tail.format(score))

    def _sum_row(
        self, part: Part, name: str, rows: list[Row], spans: dict[tuple[int, int], tuple[int, int]]
    ) -> None:
        """A row of an indicator's scores, its name before them."""
        first = min((i for i, c in enumerate(self.columns) if c in _NUMBERS), default=0)
        if "score" not in self.columns or first == 0:
            spans[len(rows), 0] = (1, len(self.columns))
            rows.append([name, *[None] * (len(self.columns) - 1)])
            return
        row: Row = [name, *[None] * (first - 1), *[""] * (len(self.columns) - first)]
        if first > 1:
            spans[len(rows), 0] = (1, first)
        for column, year, of in self._years():
            score = self._mean(part, of)
            row[self.columns.index(column)] = self.digits(score) + self.unit
            self.made.scores[year, part.number] = score
        rows.append(row)

    def _range_row(self, part: Part) -> Row:
        """All items of an indicator in one row, with its score."""
        self.count += 1
        for _, year, of in self._years():
            self.made.scores[year, part.number] = self._mean(part, of)
        found: Row = []
        for column in self.columns:
            text = self._cell(column, part, part.codes[0])
            if column in ("score", "before"):
                of = self.scores if column == "score" else self.before
                text = self.digits(self._mean(part, of)) + self.unit
            elif column in ("code", "item"):
                text = self.digits(f"{part.codes[0]} - {part.codes[-1]}")
                text += f" {part.name}" if column == "item" else ""
            found.append(part.name if column == "title" else text)
        return found

    def _years(self) -> Iterable[tuple[str, int, dict[str, str]]]:
        told = (("score", self.year, self.scores), ("before", self.year - 1, self.before))
        return [one for one in told if one[0] in self.columns]

    def _row(self, part: Part, code: str) -> Row:
        self.count += 1
        for _, year, of in self._years():
            self.made.scores[year, code] = of[code]
        if self.in_title:
            self.made.scores[self.year, code] = self.scores[code]
        if "of part" in self.columns:
            self.made.scores[self.year, part.number] = self._mean(part, self.scores)
        return [self._cell(c, part, code) for c in self.columns]

    def _cell(self, column: str, part: Part, code: str) -> str:
        if column in ("part", "of part"):
            own = self._named(part) if column == "part" else self._mean(part, self.scores)
            return own if column == "part" else self.digits(own)
        if column in ("score", "before"):
            return (
                self.digits((self.scores if column == "score" else self.before)[code]) + self.unit
            )
        if column == "change":
            return self.digits(f"{Decimal(self.scores[code]) - Decimal(self.before[code]):+.2f}")
        if column == "measure":
            a, b = divmod(self.count, len(_LETTERS))
            text = f"{self.random.choice(SAID[column])} งาน{_LETTERS[a]}{_LETTERS[b]}"
            self.made.measures[text] = code
            return text
        if column in ("number", "rank", "mean"):
            number = {"number": str(self.count), "rank": str(self.random.randint(1, 50))}
            return self.digits(number.get(column) or self._number())
        return self._name(column, code) or self.digits(self.random.choice(SAID[column]))

    def _name(self, column: str, code: str) -> str:
        """What names an item in a column; nothing in another column."""
        own = self.digits(self.code_form.format(code[0], int(code[1:])))
        title = items(self.year)[code].title_th
        if column not in ("code", "title", "item"):
            return ""
        if column == "item" and self.behind:
            title = f"{title} ({own.strip('()')})"
        elif column == "item":
            title = f"{own}{self.between}{title}"
        if self.in_title and column != "code":
            title += self.digits(f" ({self.scores[code]} คะแนน)")
        return own if column == "code" else title


def put_together(seed: int) -> Made:
    """The report of a seed."""
    return Maker(seed).make()
