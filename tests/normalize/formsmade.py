"""Forms put together at random, one for each item or indicator, with what they state.

Offices draw a form in as many ways as there are offices: what it is about stands in its head, in a
label's answer or where labels stand, its score beside that or in a row of its own. The rows of a
form are labels with their answers, one or two in a row.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from extract.model import Paragraph, Table
from normalize.codebook import indicators, items
from tests.normalize.tables import ANALYSIS_66, ANALYSIS_67, table

LABELS = {
    "item": ("ข้อคำถาม", "ประเด็นการประเมิน", "ข้อที่ประเมิน", "คำถาม", "ประเด็นคำถาม"),
    "code": ("ข้อ", "รหัสข้อ", "รหัส", "ข้อที่"),
    "part": ("ตัวชี้วัด", "ตัวชี้วัดที่", "อยู่ในตัวชี้วัด"),
    "score": ("คะแนน", "คะแนนที่ได้", "คะแนนข้อนี้", "ผลคะแนน", "คะแนนปี {}", "คะแนนที่ได้รับ ปี {}"),
    "before": ("คะแนนปี {}", "ปี {}", "คะแนนที่ได้ ปี {}"),
    "target": ("เป้าหมาย", "ค่าเป้าหมาย", "คะแนนเป้าหมาย"),
    "weakness": ("จุดอ่อน", "จุดที่ต้องพัฒนา", "ประเด็นที่ต้องพัฒนา", "ปัญหาที่พบ", "จุดอ่อนที่พบ"),
    "measure": ("มาตรการ", "มาตรการ/กิจกรรม", "แนวทางแก้ไข", "สิ่งที่จะทำ", "แนวทางการพัฒนา"),
    "output": ("ผลผลิต", "ตัวชี้วัดความสำเร็จ", "ผลที่คาดว่าจะได้รับ"),
    "unit": ("ผู้รับผิดชอบ", "ฝ่ายที่รับผิดชอบ", "หน่วยงานรับผิดชอบ", "เจ้าของเรื่อง"),
    "deadline": ("กำหนดเสร็จ", "กำหนดแล้วเสร็จ", "แล้วเสร็จภายใน", "ระยะเวลาดำเนินการ"),
    "review": ("การติดตาม", "รอบติดตาม", "การกำกับติดตาม", "ความถี่ในการติดตาม"),
}
ANSWERS = {
    "weakness": ("เจ้าหน้าที่ตอบไม่ตรงกัน", "ประชาชนยังไม่ทราบช่องทาง", "ขั้นตอนยังล่าช้าในบางงาน"),
    "measure": (
        *("จัดอบรมเจ้าหน้าที่ผู้ให้บริการ", "ติดป้ายประชาสัมพันธ์ขั้นตอน", "ปรับปรุงข้อมูลบนเว็บไซต์"),
        *("จัดทำคู่มือการยืมทรัพย์สิน", "เปิดช่องทางรับฟังความคิดเห็น"),
    ),
    "output": ("คู่มือ 1 เล่ม", "ป้าย 12 จุด", "ผู้ผ่านการอบรม 60 คน"),
    "unit": ("ฝ่ายปกครอง", "ฝ่ายทะเบียน", "ฝ่ายโยธา", "ฝ่ายการคลัง"),
    "deadline": ("31 มีนาคม 2568", "30 มิ.ย. 2568", "30 กันยายน 2568"),
    "review": ("ทุกเดือน", "ทุก 3 เดือน", "ทุก 6 เดือน"),
    "target": ("85.00", "90.00", "95.00"),
}
HEADS = (
    *("แบบที่ {n}", "แบบวิเคราะห์ที่ {n}", "แผ่นที่ {n}", "เรื่องที่ {n}", "แบบฟอร์มที่ {n} {code}"),
    *("{code} {title}", "ข้อ {code} {title}", "ข้อ {code}", "แบบวิเคราะห์ข้อ {code}", "{n}. ข้อ {code}"),
    *("ตัวชี้วัดที่ {part} {name}", "แบบที่ {n} ตัวชี้วัดที่ {part} {name}"),
    *("ข้อ {code} {title} ({score} คะแนน)", "ข้อ {code} | ตัวชี้วัดที่ {part} {name} | คะแนน {score}"),
)
PARTS = ("ตัวชี้วัดที่ {part} {name}", "{part}. {name}", "{part} {name}")
SCORES = ("{score}", "{score}", "{score} คะแนน", "{score} %")
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

Pair = tuple[str, str]


@dataclass(slots=True)
class Made:
    """A report's blocks, its scores by year and code, and its measures and weaknesses by code."""

    blocks: list[Paragraph | Table]
    scores: dict[tuple[int | None, str], str] = field(default_factory=dict)
    measures: dict[str, str] = field(default_factory=dict)


class Maker:
    """Puts the forms of one report together; the same seed makes the same report."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        pick, chance = self.random.choice, self.random.random
        self.year = pick((2566, 2567, 2567))
        self.made = Made([ANALYSIS_66 if self.year == 2566 else ANALYSIS_67])
        self.words = {kind: pick(words) for kind, words in LABELS.items()}
        self.head = pick(("", *HEADS))
        in_head = "{code}" in self.head
        self.place = pick(("head",) * in_head + ("item", "item", "label", "apart", "coded"))
        self.parted = "{part}" not in self.head and chance() < 0.4
        in_head = "{score}" in self.head
        self.scored = "head" if in_head else pick(("beside", "row", "row", "cell", "none"))
        self.before, self.target = chance() < 0.2, chance() < 0.2
        self.wide, self.joined = chance() < 0.6, chance() < 0.5
        self.thai, self.colon = chance() < 0.3, chance() < 0.2
        self.score_form, self.part_form = pick(SCORES), pick(PARTS)
        self.fields = [f for f in ("output", "unit", "deadline", "review") if chance() < 0.6]

    def make(self) -> Made:
        """The report."""
        book = items(self.year)
        chosen = self.random.sample(sorted(book), self.random.randint(2, 5))
        forms = [self._form(n, code) for n, code in enumerate(sorted(chosen), 1)]
        for rows in [[r for form in forms for r in form]] if self.joined else forms:
            self.made.blocks.append(self._table(rows))
        return self.made

    def _form(self, n: int, code: str) -> list[list[str]]:
        """The rows of a form: one cell across, or labels with their answers."""
        item = items(self.year)[code]
        part = str(item.indicator)
        said = {
            "n": str(n),
            "code": code,
            "title": item.title_th,
            "part": part,
            "name": indicators(self.year)[part].title_th,
            "score": self._number(),
        }
        rows = [self.head.format(**said).split(" | ")] if self.head else []
        rows += self._named(said)
        measure = " ".join(self.random.sample(ANSWERS["measure"], 1)) + f" ชุดที่ {n}"
        self.made.measures[measure] = code
        told = [("weakness", self.random.choice(ANSWERS["weakness"])), ("measure", measure)]
        rows += [[self._label(kind), text] for kind, text in told]
        short = [(self._label(f), self.random.choice(ANSWERS[f])) for f in self.fields]
        return rows + self._in_rows(short)

    def _named(self, said: dict[str, str]) -> list[list[str]]:
        """What a form is about, and what it scored."""
        whole = "{code} {title}".format(**said)
        if self.scored == "cell" and self.place in ("item", "label", "apart", "coded"):
            said = {**said, "title": f"{said['title']} ({said['score']} คะแนน)"}
            whole = "{code} {title}".format(**said)
        named: dict[str, list[Pair]] = {
            "head": [],
            "item": [(self._label("item"), whole)],
            "label": [("ข้อ {code}".format(**said), said["title"])],
            "coded": [(said["code"], said["title"])],
            "apart": [(self._label("code"), said["code"]), (self._label("item"), said["title"])],
        }
        rows = [[*pair] for pair in named[self.place]]
        if self.parted:
            rows.insert(0, [self._label("part"), self.part_form.format(**said)])
        return self._scored(rows, said, bool(named[self.place]))

    def _scored(self, rows: list[list[str]], said: dict[str, str], worded: bool) -> list[list[str]]:
        """The rows with what was scored in both years and what was aimed at."""
        score = self.score_form.format(**said)
        told = self.scored in ("beside", "row", "head") or (self.scored == "cell" and worded)
        numbers: list[Pair] = []
        if self.scored in ("beside", "row"):
            numbers.append((self._label("score"), score))
        if told:
            self.made.scores[self.year, said["code"]] = said["score"]
        if self.before and told:
            other = self._number()
            numbers.append((self.words["before"].format(self.year - 1), other))
            self.made.scores[self.year - 1, said["code"]] = other
        if self.target:
            numbers.append((self._label("target"), self.random.choice(ANSWERS["target"])))
        if self.scored == "beside" and rows and self.wide:
            rows[-1] += [*numbers.pop(0)]
        return rows + self._in_rows(numbers)

    def _in_rows(self, pairs: list[Pair]) -> list[list[str]]:
        """Labels with their answers, two in a row where the form is wide."""
        step = 2 if self.wide else 1
        return [[t for p in pairs[i : i + step] for t in p] for i in range(0, len(pairs), step)]

    def _label(self, kind: str) -> str:
        return self.words[kind].format(self.year) + (" :" if self.colon else "")

    def _number(self) -> str:
        return f"{self.random.randint(60, 99)}.{self.random.randint(1, 99):02d}"

    def _table(self, rows: list[list[str]]) -> Table:
        """A table of two columns or four; what needs less room than a row has is merged over it."""
        width = max(2, max(map(len, rows)))
        grid: list[list[str | None]] = []
        spans: dict[tuple[int, int], tuple[int, int]] = {}
        for r, row in enumerate(rows):
            cells: list[str | None] = [t.translate(_THAI) if self.thai else t for t in row]
            if len(cells) < width:
                last = len(cells) - 1
                spans[r, last] = (1, width - last)
                cells += [None] * (width - len(cells))
            grid.append(cells)
        return table(grid, spans)


def forms_made(seed: int) -> Made:
    """The forms of one report, and what they state."""
    return Maker(seed).make()
