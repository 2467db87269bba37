"""Scores beside a label that says whose they are: ``I4 ได้ปี 2567 | 82.40``.

Such pairs stand among the labels of a form, which names its columns otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable

from extract.model import Table
from normalize.codebook import nearest_items
from normalize.facts.scores import Stated
from normalize.model import Source
from normalize.words.patterns import compiled
from normalize.words.text import clean
from normalize.words.values import bare_score

_LABEL = compiled(
    r"\s*(?:ข้อ\s*)?(?P<code>[IEO]\s?[0-9]{1,2})\s*(?:(?:ที่)?ได้(?:รับ)?|คะแนน|ผล|เมื่อ)+\s*"
    r"(?:(?:ใน|ประจำ)?ปี\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*(?P<year>25[4-9][0-9])\s*)?[:=]?\s*"
)


def labelled_scores_in(tables: Iterable[Table], year: int | None) -> list[Stated]:
    """Scores of items that the cell before them names and calls what was reached.

    ``year``: of the assessment, whose items count.
    """
    book = nearest_items(year)
    found: list[Stated] = []
    for table in tables if book else ():
        for cell in table.cells:
            match = _LABEL.fullmatch(clean(cell.text))
            code = match["code"].replace(" ", "") if match is not None else None
            if match is None or code not in book:
                continue
            beside = table.at(cell.row, cell.column + cell.column_span)
            said = clean(beside.text) if beside is not None else ""
            value = bare_score(said) if "." in said else None
            if beside is not None and value is not None:
                when = int(match["year"]) if match["year"] else year
                source = Source(beside.places[0], beside.text)
                found.append(Stated(when, "item", code, value, source, "table"))
    return found


__all__ = ["labelled_scores_in"]
