"""Numbers in brackets behind items with their titles, in sentences that speak of scores.

No word between an item and its number says that it is a score; its title, whole, and what was said
before it do.
"""

from __future__ import annotations

from collections.abc import Iterable

from extract.model import Paragraph
from normalize.codebook import nearest_items
from normalize.facts.scores import Stated
from normalize.model import Source
from normalize.names.decode import likeness
from normalize.names.said import of_else, of_last_year, year_said
from normalize.words.patterns import compiled
from normalize.words.text import clean
from normalize.words.values import as_score

# Words this like a title are it.
_SAME = 0.9
# "ข้อที่ได้คะแนนน้อยที่สุด คือ I6 มีการเบิกจ่ายเท็จ (70.11)"
_TITLE_AND_NUMBER = compiled(
    r"(?<![A-Za-z])(?P<code>[IEO]\s?[0-9]{1,2})\s*[.:]?\s*(?P<words>[^0-9()]{4,200}?)\s*"
    r"\(\s*(?P<score>(?:100|[0-9]{1,2})\.[0-9]{2})\s*\)"
)


def titled_numbers_in(paragraphs: Iterable[Paragraph], year: int | None) -> list[Stated]:
    """Scores of items told so; ``year``: the assessment's."""
    found: list[Stated] = []
    texts = ((p, clean(p.text)) for p in paragraphs)
    for paragraph, text in texts:
        found += _told(paragraph, text, year)
    return found


def _told(paragraph: Paragraph, text: str, year: int | None) -> list[Stated]:
    found = []
    for match in _TITLE_AND_NUMBER.finditer(text) if "คะแนน" in text else ():
        before = text[: match.start()]
        item = nearest_items(year).get(match["code"].replace(" ", ""))
        if item is None or likeness(match["words"], item.title_th) < _SAME:
            continue
        if "คะแนน" not in before or of_last_year(before) or of_else(before):
            continue
        value = as_score(match["score"])
        if value is not None:
            source = Source(paragraph.place, paragraph.text)
            said = year_said(before, year)
            found.append(Stated(said, "item", item.code, value, source, "prose"))
    return found


__all__ = ["titled_numbers_in"]
