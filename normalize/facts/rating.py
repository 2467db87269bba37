"""The rating a report states for itself, in a sentence or in a summary table."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from extract.model import Cell, Paragraph, Table
from normalize.names.meta import district_named
from normalize.names.phrases import phrase_of
from normalize.names.ratingsaid import rating_alone, rating_said, ratings
from normalize.names.said import of_last_year, of_others, year_said
from normalize.names.whole import names_whole
from normalize.rows.columns import year_in
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze, without_leaders
from normalize.words.values import find_scores

_OWN_RATING = compiled(
    "อยู่ในระดับ|เกณฑ์ในระดับ|(?:มี|ได้(?:รับ)?)ผล(?:(?:คะแนน|การ)?ประเมิน)?(?:อยู่)?(?:ใน)?ระดับ|ได้(?:ใน)?ระดับ|ระดับผลการประเมิน(?=ของ|คือ|:|ผ่าน|ต้อง)"
)
# What stands beside a rating and calls it one.
_RATING_LABEL = compiled(
    r"(?:สรุป)?(?:ผล(?:การประเมิน|คะแนน)?|การประเมิน|คะแนน|เกณฑ์)?"
    r"(?:ITA|\(ITA\)|(?:ใน)?ภาพรวม|ของ(?:สำนักงานเขต[\u0e00-\u0e7f]{2,30}?|หน่วยงาน)|(?:ประจำ)?ปี(?:งบประมาณ)?(?:พ\.ศ\.)?25[0-9]{2})*"
    r"(?:มีผล|จัด)?(?:อยู่)?(?:ใน)?(?:(?:เกณฑ์)?ระดับ(?:คะแนน|ผลการประเมิน|ที่ได้รับ|ที่ได้)?|(?<=ประเมิน|ภาพรวม|[0-9]|หน่วยงาน|\)|ITA|เกณฑ์))"
    r"[:：]?",
    regex.I,
)
_YEAR_ALONE = compiled(r"^(?:ปี(?:งบประมาณ)?)?(?:พ\.?ศ\.?)?(?=25)")
_ITEM = compiled(r"\s*(?:ข้อ(?:ที่)?\s*)?\(?[IEO]\s?[0-9]{1,2}(?![0-9])")
_BOUND = compiled(r"ขึ้นไป|ต่ำกว่า|น้อยกว่า|[0-9](?:\.[0-9]+)?\s*(?:-|\u2013|ถึง)\s*[0-9]")
_AIMED = compiled("เป้า|คาดหวัง|คาดการณ์|มุ่ง")
# "ก. เปรียบเทียบผลการประเมินกับปีที่ผ่านมา": a heading in the line of what follows, of this year.
_COMPARED = compiled(r"^.{0,6}(?:เปรียบ)?เทียบ[^0-9]{0,60}กับปี(?:ที่ผ่านมา|ที่แล้ว|ก่อน)\s*(?=ผล)")
# "ยังห่างจากเกณฑ์ระดับผ่านดีเยี่ยม": a level that was not reached.
_NOT_REACHED = compiled("(?:ห่างจาก|ไม่ถึง|ต่ำกว่า|ขาดอีก|จึงจะ|เพื่อให้)[^0-9]{0,30}$")


def rating_in(
    paragraphs: Iterable[Paragraph], year: int | None = None, own: str | None = None
) -> str | None:
    """The rating the report states for itself, the first one that stands beside a score.

    A sentence about another district (``own`` is the report's) or an earlier year says nothing.
    """
    first: str | None = None
    label: Paragraph | None = None
    for paragraph in paragraphs:
        text = without_leaders(clean(paragraph.text))
        if label is not None and _below(label, paragraph):
            first = first or rating_alone(text)
        label = _label(paragraph, text, year, label)
        said = rating_said(text)
        if said is None and (labelled := _on_card(text, year)) is not None:
            first = first or labelled
        if said is None or _is_key(text):
            continue
        rating, before = said
        if dated := _DATED.search(squeeze(text)):
            # The label names the year itself, whatever is said before it.
            before = f"ปี {dated[1]}"
        before = _COMPARED.sub("", before)
        if year_said(before, year) != year or of_last_year(before) or of_others(before, own):
            continue
        if _NOT_REACHED.search(squeeze(before)):
            continue
        if find_scores(text):
            return rating
        if first is None and (
            dated or _OWN_RATING.search(squeeze(text)) or len(squeeze(text)) < 70
        ):
            first = rating
    return first


def _label(
    paragraph: Paragraph, text: str, year: int | None, above: Paragraph | None
) -> Paragraph | None:
    """A line that calls what stands below it the rating, or the score of the whole.

    Of the score of the whole the number itself may stand between: ``คะแนนรวม`` / ``89.60`` /
    ``ผ่านดี``.
    """
    plain = _OF_YEAR.sub("", squeeze(text))
    if above is not None and _SCORE.fullmatch(plain) and _below(above, paragraph):
        return None if _SCORE.fullmatch(squeeze(clean(above.text))) else paragraph
    whole = "คะแนน" in plain and names_whole(plain)
    # The rating may have had no room behind the words that it is one.
    begun = plain.endswith("อยู่ในระดับ") and not _AIMED.search(plain)
    named = whole or begun or _LEVEL.fullmatch(plain)
    return paragraph if named and year_said(text, year) == year else None


_DATED = compiled(
    r"ระดับ(?:ของ)?(?:ผล)?(?:การประเมิน|คะแนน)(?:ประจำ)?ปี(?:งบประมาณ)?(?:พ\.?ศ\.?)?(25[4-9][0-9])[:：]?(?=ผ่าน|ต้อง)"
)


def _is_key(text: str) -> bool:
    """Whether a line says from which score to which each level is."""
    plain, named = squeeze(text), 0
    for phrase, _ in ratings():
        named += plain.count(phrase)
        plain = plain.replace(phrase, " ")
    return named > 1 and len(_BOUND.findall(plain)) > 1


def _below(label: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a line stands below another, in the same box or column."""
    a, b = label.place, paragraph.place
    return a.page == b.page and a.box.x0 < b.box.x1 and b.box.x0 < a.box.x1


def rating_in_tables(
    tables: Iterable[Table], own: str | None = None, year: int | None = None
) -> str | None:
    """The rating of a summary table: a cell that calls itself ระดับ, and the rating beside it.

    A level table names every rating; one with several states the report's own only where a row is
    named by its district or by the assessment's ``year``, and the column by ระดับ.
    """
    for table in tables:
        cards = [r for c in table.cells if (r := _on_card_or_below(c.text, year)) is not None]
        if len(cards) == 1:
            return cards[0]
        stated = [
            (c, r)
            for c in table.cells
            if (r := rating_alone(clean(c.text))) is not None and not _of_item(table, c)
        ]
        if len({c.row for c, _ in stated}) != 1:
            stated = [(c, r) for c, r in stated if _row_of(table, c, own, year)]
            if len(stated) == 1 and _under_level(table, stated[0][0]):
                return stated[0][1]
            continue
        at = [c for c, _ in stated]
        labels = [c for c in table.cells if at[0].row in c.rows and c.text and c not in at]
        if any(_names_rating(clean(c.text), year) for c in labels):
            return _of_year(table, stated, year)
        # It stands alone below the header, merged over all rows where there are several, or in
        # the row of the scores.
        alone = at[0].row == max(1, table.header_rows) and at[0].rows.stop == len(table.rows)
        scored = any(phrase_of(c.text) == "score" for c in labels)
        if len(stated) == 1 and (alone or scored) and _under_level(table, at[0]):
            return stated[0][1]
    return None


def _of_item(table: Table, cell: Cell) -> bool:
    """Whether a rating stands in the row of an item or below one: the item's, not the report's."""
    beside = (
        c for c in table.cells if c.row in cell.rows or (c.row == 0 and cell.column in c.columns)
    )
    return any(_ITEM.match(clean(c.text)) for c in beside)


def _names_rating(label: str, year: int | None) -> bool:
    """Whether a label says that a rating beside it is what the report's assessment came to."""
    plain = squeeze(label)
    if _AIMED.search(plain) or year_said(label, year) != year or of_last_year(label):
        return False
    return plain.startswith("ระดับ") or _RATING_LABEL.fullmatch(plain) is not None


def _of_year(table: Table, stated: list[tuple[Cell, str]], year: int | None) -> str:
    """The rating below the assessment's year, where several stand side by side; else the last."""
    for cell, rating in stated:
        heads = (
            clean(c.text) for c in table.cells if c.row < cell.row and cell.column in c.columns
        )
        if year is not None and any(year_in(head) == year for head in heads):
            return rating
    return stated[-1][1]


def _row_of(table: Table, cell: Cell, own: str | None, year: int | None) -> bool:
    labels = [clean(c.text) for c in table.cells if cell.row in c.rows and c.column < cell.column]
    if any(_YEAR_ALONE.sub("", squeeze(x)) == str(year) or names_whole(x) for x in labels):
        return True
    return own is not None and any(district_named(label) == own for label in labels)


def _under_level(table: Table, cell: Cell) -> bool:
    above = (c for c in table.cells if c.row < cell.row and c.column == cell.column)
    return any(regex.match("ระดับ|ผลการประเมิน", squeeze(clean(c.text))) for c in above)


_OF_YEAR = compiled(r"(?:ประจำ)?ปี(?:งบประมาณ)?(?:พ\.?ศ\.?)?25[4-9][0-9]")
_SCORE = compiled(r"[0-9]{1,3}\.[0-9]{2}(?:คะแนน)?")
_LEVEL = compiled("ระดับ(?:ของ)?(?:ผล)?(?:การประเมิน|คะแนน)?[:：]?")


def _on_card_or_below(text: str, year: int | None) -> str | None:
    """The rating of a cell, or of its last line, which may be one below a table without rules."""
    return _on_card(clean(text), year) or _on_card(clean(text.rpartition("\n")[2]), year)


def _on_card(text: str, year: int | None) -> str | None:
    """The rating of a cell that holds it and its label: ``ผ่านดี`` over ``ระดับผลการประเมิน``.

    Or the card of the whole assessment: ``คะแนนรวม``, its score and ``ระดับ ผ่านดี`` line by line.
    """
    lines = [squeeze(line) for line in text.split("\n")]
    if any(names_whole(_SCORE.sub("", _OF_YEAR.sub("", line))) for line in lines):
        named = [r for line in lines if (r := _line_rating(line)) is not None]
        if len(named) == 1:
            return named[0]
    # Below it may stand from which score on it is given.
    plain = "".join(n for n in lines if not (n.startswith("เกณฑ์") and _BOUND.search(n)))
    if year_said(plain, year) != year:
        return None
    plain = _OF_YEAR.sub("", plain)
    for phrase, rating in ratings():
        rest = plain.removeprefix(phrase)
        if rest == plain:
            rest = plain.removesuffix(phrase)
        if rest != plain and (_LEVEL.fullmatch(rest) or _RATING_LABEL.fullmatch(rest)):
            return rating
    return None


def _line_rating(line: str) -> str | None:
    """The rating that a line is, behind its label or the score: ``89.95 ระดับ “ผ่านดี”``."""
    line = _SCORE.sub("", line)
    label = _LEVEL.match(line)
    return rating_alone((line[label.end() :] if label else line).strip("“”\"'()"))
