"""What a report says of itself: district, kind, years, period.

All of it comes from the title (the paragraphs before the first big table on the first pages), not
from mentions in the body: reports copy each other and name other districts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

import regex
from rapidfuzz import fuzz

from extract.model import Document, Paragraph, Table
from normalize.codebook import Agency, agencies, words
from normalize.names.periods import fiscal_year_of, period_of
from normalize.names.titlerows import dated_over
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze
from normalize.words.titleyears import assessment_first, names_year, title_years

_TITLE_PARAGRAPHS = 14
_TITLE_LINE = 260
# The am of สำนักงาน is the first thing a PDF loses; สนข. is its abbreviation.
_OFFICE = compiled(r"(?:ส[ำา]?นักงานเขต|สนง\.?เขต|สนข\.?|(?<![\u0e01-\u0e2e])เขต)")
# Letters of one sound: names are spelt with either (สาธร for สาทร).
_SOUNDS = str.maketrans("ธฑฒศษณฎฏญภฬฌฆ", "ทททสสนดตยพลชค")


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a report and what it names; years in the order they are printed."""

    text: str
    agency: Agency | None
    doc_type: str | None
    years: tuple[int, ...]
    plan_year: int | None
    period: tuple[str, str] | None


def read_title(document: Document) -> Title:
    """Title facts of a document; empty fields where its first pages do not state them."""
    lines = _title_lines(document)
    whole = _set_off(document) or _until_body(lines)
    head = _about(lines) or whole
    doc_type = _doc_type(head)
    years = title_years(head)
    period = period_of(head, lines, years) if doc_type == "progress" else None
    if period is not None and not names_year(head):
        years = (fiscal_year_of(period[1]),)
    if doc_type == "plan":
        years = assessment_first(head, years)
    plan = None
    if doc_type in ("analysis", "plan"):
        plan = next((y for y in years[1:] if y > years[0]), None)
    agency = _agency(head if head is whole else f"{head}\n{whole}", lines) or _labelled_agency(
        document
    )
    return Title(_printed(lines), agency, doc_type, years, plan, period)


# In a letter's head the title stands behind "เรื่อง".
_ABOUT = compiled(r"^\s*เรื่อง\s*[:：]?\s+")


def _about(lines: Sequence[str]) -> str | None:
    """What a letter is about, where that names a year and a kind of report: its title."""
    told = (line for line in lines if _ABOUT.match(line))
    return next((t for t in told if names_year(t) and _doc_type(t) is not None), None)


def _printed(lines: Sequence[str]) -> str:
    """The lines of the title from the one that says what the report is."""
    named = (i for i, line in enumerate(lines) if len(line) <= _TITLE_LINE and _doc_type(line))
    start = next(named, 0)
    return _ABOUT.sub("", "\n".join(lines[start:]))


def _title_lines(document: Document) -> list[str]:
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            # A running head or a mark above a table that holds the title is no title yet.
            if len(block.rows) > 2 and any(
                _doc_type(t) or _OFFICE.search(squeeze(t)) for t in found
            ):
                # The rest of the title may have been taken for the first rows of the table.
                return [*found, *(dated_over(block) if not any(map(names_year, found)) else ())]
            found += [clean(c.text) for c in block.cells if c.text]
        elif isinstance(block, Paragraph) and not block.furniture:
            found.append(clean(block.text))
        if len(found) >= _TITLE_PARAGRAPHS:
            break
    return found[:_TITLE_PARAGRAPHS]


def _set_off(document: Document) -> str | None:
    """The title as print sets it off: the bold or larger lines at the top of the first page.

    ``None`` where they name neither an agency nor a year and so cannot be the whole title.
    """
    first = [b for b in document.blocks if isinstance(b, Paragraph) and b.place.page == 1]
    usual = _usual_size(first)
    head: list[str] = []
    least = inf
    for block in document.blocks:
        if isinstance(block, Table):
            break
        if block.furniture or (not head and not (block.bold or block.size > usual + 1)):
            continue
        smaller = not block.bold and block.size < least - 1 and _is_whole("\n".join(head))
        # Set smaller than a title that is whole, it is text, if a larger one than most.
        if head and (smaller or not (block.bold or block.size > usual + 1)):
            # "พร้อมมาตรการ ประจำปี 2568" below it is more of the title in smaller letters.
            below = clean(block.text)
            head += [below] if _AND_PLAN.match(below) or _DRAWN_LINE.match(below) else []
            break
        least = min(least, block.size)
        head.append(clean(block.text))
    text = _until_body(head)
    return text if _is_whole(text) else None


def _usual_size(paragraphs: Sequence[Paragraph]) -> float:
    """The size that half of the letters are no larger than."""
    half, seen = sum(len(p.text) for p in paragraphs) / 2, 0
    for paragraph in sorted(paragraphs, key=lambda p: p.size):
        seen += len(paragraph.text)
        if seen >= half:
            return paragraph.size
    return 0.0


_AND_PLAN = compiled(
    r"(?:พร้อม(?:กับ|ทั้ง|ด้วย)?|และ)(?:การ)?(?:จัดทำ|กำหนด)?[^\s\p{N}]{0,12}?(?:มาตรการ|แผน|แนวทาง)\P{N}{0,60}\s*25[0-9]{2}\s*$"
)
# So is what it was drawn from, in brackets: "(จัดทำจากผลการประเมินประจำปีงบประมาณ พ.ศ. 2567)".
_DRAWN_LINE = compiled(
    r"\((?:(?:จัดทำ|กำหนด|วิเคราะห์)(?:ขึ้น)?)?(?:จาก|ตาม)[^()\p{N}]{0,60}ประเมิน[^()\p{N}]{0,60}25[0-9]{2}\s*\)\s*$"
)
# What heads the first table of a report and may name another year.
_CAPTION = compiled(
    r"\s*(?:ตาราง|แผนภูมิ|ภาพที่|(?:สรุป)?(?:ผล)?คะแนน|(?:สรุป)?ผลการประเมิน|ข้อมูล|ส่วนที่|หมวดที่|บทที่)"
)
# A longer line that says what the office did (``สำนักงานเขต...นำผลการประเมิน``) is a sentence.
_SENTENCE = 80
_TELLS = compiled(r"(?:สำนักงาน)?เขต\P{N}{2,20}?(?:ได้|นำ|ขอ|จึง|เข้ารับ|จัดทำ|กำหนด|ดำเนิน)")


# A letter's first words, which may stand right behind its title: "... รอบ 12 เดือน ตามที่สำนักงานเขต".
_OPENING = compiled(
    r"(?<=[0-9)\u0e01-\u0e2e])\s+(?=(?:ตามที่|ด้วย)\s?(?:สำนักงานเขต|กรุงเทพมหานคร|สำนักงาน))"
)


def _is_whole(title: str) -> bool:
    """Whether a title names an agency, a year and a kind of report."""
    names = _OFFICE.search(squeeze(title)) or "กรุงเทพมหานคร" in squeeze(title)
    return bool(names) and names_year(title) and _doc_type(title) is not None


def _until_body(lines: Sequence[str]) -> str:
    """The title proper: up to the first long paragraph or numbered section after it began.

    Once it has said what the report is, of whom and when, a caption begins the body, too, and so
    does a sentence of what the office has done.
    """
    kept: list[str] = []
    for whole in lines:
        line = _OPENING.split(whole)[0]
        if kept and (regex.match(r"^(?:สารบัญ|คำนำ|[0-9]\.\s|ตามที่)", line) or len(line) > 260):
            break
        begins = _CAPTION.match(line) or (len(line) > _SENTENCE and _TELLS.match(squeeze(line)))
        if begins and _is_whole("\n".join(kept)):
            break
        kept.append(line)
        if line != whole:
            break
    return "\n".join(kept)


# What a plan was drawn from (``จากการวิเคราะห์ผลการประเมิน``) is not what the report is.
_DRAWN_FROM = compiled(r"(?:จาก|ตาม|โดย|นำ|ใช้|อาศัย)(?:ผล)?(?:การ)?$")
_ANALYSIS = compiled(r"วิเคราะห์|สรุปผลการประเมิน")


def _doc_type(title: str) -> str | None:
    """The kind whose words stand first in the title (a title may name several kinds).

    A plan that calls itself an analysis too is an analysis, whatever else it holds.
    """
    plain = squeeze(title)
    hits = [
        (at, -len(w.phrase), w.meaning)
        for w in words("doc_types")
        if (at := plain.find(squeeze(w.phrase))) >= 0
    ]
    kind = min(hits)[2] if hits else None
    if kind == "plan" and any(
        not _DRAWN_FROM.search(plain[: m.start()]) for m in _ANALYSIS.finditer(plain)
    ):
        return "analysis"
    return kind


def _agency(title: str, lines: Sequence[str]) -> Agency | None:
    """The district the title names most often, the first on a tie; else the city.

    A name damaged in print is matched by likeness when it follows สำนักงานเขต.
    """
    plain = squeeze(title)
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for match in _OFFICE.finditer(plain):
        rest = plain[match.end() : match.end() + 30]
        agency = _district_at(rest)
        if agency is not None:
            counts[agency.code] += 1
            first.setdefault(agency.code, match.start())
    by_code = {a.code: a for a in agencies()}
    if counts:
        best = max(counts, key=lambda c: (counts[c], -first[c]))
        return by_code[best]
    english = _english_district(title)
    if english is not None:
        return english
    everything = squeeze("\n".join(lines))
    if _OFFICE.search(plain) is None and "กรุงเทพมหานคร" in everything:
        return by_code["1000"]
    return None


_LABEL = compiled(r"(?:ชื่อ)?(?:หน่วยงาน|ส่วนราชการ|สำนักงานเขต)(?:ที่รายงาน|เจ้าของรายงาน)?[:：]?")


def _labelled_agency(document: Document) -> Agency | None:
    """The district beside the label of a form (``ชื่อหน่วยงาน | สำนักงานเขตหนองแขม``)."""
    by_code = {a.code: a for a in agencies()}
    for table in document.tables:
        at = {(c.row, c.column): c for c in table.cells}
        for cell in table.cells:
            answer = at.get((cell.row, cell.column + cell.column_span))
            if answer is None or not _LABEL.fullmatch(squeeze(clean(cell.text))):
                continue
            named = named_districts(clean(answer.text)) or {district_named(clean(answer.text))}
            if len(named) == 1 and (code := next(iter(named))) is not None:
                return by_code[code]
    return None


def named_districts(text: str) -> frozenset[str]:
    """Codes of the districts a text names after เขต."""
    plain = squeeze(text)
    hits = (_district_at(plain[m.end() : m.end() + 30]) for m in _OFFICE.finditer(plain))
    return frozenset(a.code for a in hits if a is not None)


_CALLED_DISTRICT = compiled(r"^(?:สำนักงาน)?เขต")


def district_named(text: str) -> str | None:
    """The code of the district a cell consists of (``ปทุมวัน``, ``สำนักงานเขตปทุมวัน``)."""
    plain = _CALLED_DISTRICT.sub("", squeeze(text))
    return next((a.code for a in agencies() if a.name_th == plain and a.kind == "district"), None)


def _english_district(text: str) -> Agency | None:
    """The one district whose English name the text gives (``Bang Rak District Office``)."""
    plain = squeeze(text).lower()
    named = [a for a in agencies() if f"{squeeze(a.name_en).lower()}district" in plain]
    longest = max((len(a.name_en) for a in named), default=0)
    best = [a for a in named if len(a.name_en) == longest and a.kind == "district"]
    return best[0] if len(best) == 1 else None


def _district_at(text: str) -> Agency | None:
    """The district a text begins with: the longest exact name, else one very like it."""
    districts = [a for a in agencies() if a.kind == "district"]
    exact = [a for a in districts if text.startswith(squeeze(a.name_th))]
    if not exact:
        sounds = text.translate(_SOUNDS)
        exact = [a for a in districts if sounds.startswith(a.name_th.translate(_SOUNDS))]
    if exact:
        return max(exact, key=lambda a: len(a.name_th))
    cut = regex.match(r"(\p{Thai}{3,}?)ฯ", text)
    if cut is not None:
        # ป้อมปราบฯ: the beginning of one name only.
        begun = [a for a in districts if a.name_th.startswith(cut.group(1))]
        return begun[0] if len(begun) == 1 else None
    near = [(fuzz.ratio(text[: len(a.name_th)], a.name_th), a.code, a) for a in districts]
    best = max(near)
    second = sorted(near)[-2]
    return best[2] if best[0] >= 80 and best[0] - second[0] >= 8 else None
