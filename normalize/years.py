"""Which years a report is of, where its title alone does not tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from extract.model import Document
from normalize.codebook import book_years, words
from normalize.model import Measure
from normalize.names.meta import Title
from normalize.names.sections import indicator_titles
from normalize.rows.columns import year_in
from normalize.rows.items import choose_year, tells_no_year
from normalize.rows.record import Body
from normalize.tables import ReadTable
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze
from normalize.words.titleyears import names_year, title_years

_SPOKEN = compiled(
    r"(?:ผล(?:คะแนน)?|คะแนน(?:ผล)?|จาก|ตาม|(?:ได้|เข้า)รับ|เข้าร่วม)\s*(?:(?:การ)?ประเมิน|\(?ITA).{0,90}?(?:ปีงบประมาณ|ปี)\s*(?:พ\.?\s?ศ\.?)?\s*(25[5-9][0-9])"
)


def spoken_year(document: Document, bodies: Sequence[Body], report_year: int | None) -> int | None:
    """The assessment a plan or progress report says it works on.

    Said by a column (``คะแนนปี 2567``) or a sentence (``นำผลการประเมินประจำปีงบประมาณ พ.ศ. 2567 มา``);
    only a year before the report's own counts. Of two that are compared the earlier is not the
    assessment's, nor is any beside scores of the report's own year.
    """
    if report_year is None:
        return None
    columns = [c for b in bodies for c in b.columns.columns]
    earlier = {c.year for c in columns if c.year is not None and c.year < report_year}
    scored = {c.year for c in columns if c.role == "score" and c.year is not None}
    if earlier and report_year not in scored:
        compared = scored & earlier
        if len(earlier) == 1 or len(compared) > 1:
            return max(compared or earlier)
    for text in (*(clean(p.text) for p in document.paragraphs[:12]), *(c.header for c in columns)):
        match = _SPOKEN.search(text)
        if match and int(match.group(1)) < report_year:
            return int(match.group(1))
    return None


def assessment_year(
    title: Title, bodies: Sequence[Body], spoken: int | None = None
) -> tuple[int | None, str | None]:
    """The year the scores come from: the title's, unless the items printed say otherwise."""
    if title.doc_type in ("plan", "progress") and spoken is not None:
        return spoken, "stated"
    stated = list(title.years[:1])
    if title.doc_type == "analysis" and stated and tells_no_year(bodies, stated[0]):
        return stated[0], "stated"
    if title.doc_type == "progress":
        # A progress report works on the assessment before its own year.
        stated = [y - 1 for y in stated] + stated
    chosen = choose_year(bodies, stated)
    if chosen is None:
        return (title.years[0], "stated") if title.years else (None, None)
    if title.years and chosen == title.years[0]:
        return chosen, "stated"
    if title.years and title.years[0] not in book_years() and title.doc_type == "analysis":
        return title.years[0], "stated"
    return chosen, "inferred"


def plan_year_above(reads: Iterable[ReadTable], report_year: int | None) -> int | None:
    """The year that the headings above the tables of measures name for them, or else a label.

    ``มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2568`` over a table of an analysis of 2567;
    a heading may run over two lines. Two tables that disagree settle nothing.
    """
    said: set[int] = set()
    labelled: set[int] = set()
    if report_year is None:
        return None
    for read in reads:
        lines = [*read.heads, *_title_rows(read)] if read.kind == "measures" else []
        # A sentence with scores in it speaks of what was reached, or is aimed at.
        heading = " ".join(line for line in lines if not _SCORED.search(line))
        named = any(w in _without_names(heading) for w in _measure_words())
        # The line right above the measures is about them, whatever it calls them.
        right_above = [line for line in lines[-1:] if not _ASSESSED.search(line)]
        for text in [heading] if named else right_above:
            later = [y for y in title_years(text) if y > report_year] if names_year(text) else []
            said.update(later[-1:])
        labelled.update(_labelled_years(read, report_year))
    said = said or labelled
    return said.pop() if len(said) == 1 else None


def _without_names(heading: str) -> str:
    """A heading without the names of indicators: ``การแก้ไขปัญหาการทุจริต`` is no measure."""
    plain = squeeze(heading)
    for _, title in indicator_titles():
        plain = plain.replace(title, "")
    return plain


_ASSESSED = compiled("ประเมิน|คะแนน")
_SCORED = compiled(r"[0-9]\.[0-9]{2}(?![0-9])")
_DONE_IN = compiled(
    r"มาตรการ(?:ที่)?(?:จะ)?(?:ใช้|ดำเนินการ)ใน(?:ปี(?:งบประมาณ)?|พ\.ศ\.)+(25[4-9][0-9])"
)


def plan_year_said(document: Document, report_year: int | None) -> int | None:
    """The year in which a sentence says that the measures are carried out, not before the report's.

    ``... ใช้กำหนดมาตรการที่ดำเนินการในปีงบประมาณ พ.ศ. 2568``; two years settle nothing.
    """
    texts = (squeeze(clean(p.text)) for p in document.paragraphs)
    said = {int(y) for text in texts for y in _DONE_IN.findall(text)}
    later = {y for y in said if report_year is not None and y >= report_year}
    return later.pop() if len(later) == 1 else None


_OF_MEASURES = compiled(
    "ปี(?:งบประมาณ)?(?:ที่|ของ)(?:จะ)?(?:ใช้|ดำเนิน|นำ)?(?:การ)?(?:ตาม)?(?:มาตรการ|แผน)(?:ไปใช้)?[:：]?"
)


def _labelled_years(read: ReadTable, report_year: int) -> list[int]:
    """The years beside a label that says they are those of the measures."""
    labels = (c for c in read.table.cells if _OF_MEASURES.fullmatch(squeeze(clean(c.text))))
    at = read.table.at
    told = [
        c for x in labels for c in (at(x.row, x.column + x.column_span), at(x.row + 1, x.column))
    ]
    years = (year_in(clean(c.text)) for c in told if c is not None)
    return [y for y in years if y is not None and y > report_year]


def _title_rows(read: ReadTable) -> list[str]:
    """What a table prints across itself above its header."""
    table, rows = read.table, read.columns.header_rows
    cells = (c for c in table.cells if c.row < rows and c.column_span == table.columns > 1)
    return [clean(c.text) for c in cells]


@cache
def _measure_words() -> tuple[str, ...]:
    named = (squeeze(w.phrase) for w in words("headers") if w.meaning == "measure")
    return (*named, "แผน")


def year_of_deadlines(measures: Sequence[Measure]) -> int | None:
    """The fiscal year (October to September) most deadlines fall in."""
    fiscal = Counter(
        int(m.deadline[:4]) + 543 + (1 if int(m.deadline[5:7]) >= 10 else 0)
        for m in measures
        if m.deadline
    )
    return fiscal.most_common(1)[0][0] if fiscal else None
