"""Numbers that stand alone on a page and look like scores, but became none.

On slides and summary pages a score stands by itself, and only its place says whose it is. Where
that was not understood, a person is told where to look.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from extract.model import Paragraph
from normalize.facts.listlines import SCORE_ALONE
from normalize.model import Finding, Score, Source
from normalize.words.text import clean
from normalize.words.values import as_score

# So many round numbers alone on a page are the scale of a drawing.
_SCALE, _ROUND = 3, Decimal(5)


def lone_numbers(paragraphs: Iterable[Paragraph], scores: Sequence[Score]) -> list[Finding]:
    """A finding for each page with such numbers; what is the value of a score needs none.

    Args:
        paragraphs: the text outside tables.
        scores: all that was read.
    """
    known = {mention.score for score in scores for mention in score.mentions}
    pages: dict[int, list[tuple[Decimal, Paragraph]]] = defaultdict(list)
    for paragraph in paragraphs:
        match = SCORE_ALONE.fullmatch(clean(paragraph.text))
        if paragraph.furniture or match is None:
            continue
        value = as_score(match["score"])
        if value is not None and value not in known:
            pages[paragraph.place.page].append((value, paragraph))
    return [found for page in pages.values() for found in _told(page)]


def _told(page: Sequence[tuple[Decimal, Paragraph]]) -> list[Finding]:
    scale = sum(not value % _ROUND for value, _ in page) >= _SCALE
    left = [(value, p) for value, p in page if not (scale and not value % _ROUND)]
    if not left:
        return []
    first = left[0][1]
    some = ", ".join(str(value) for value, _ in left[:3])
    more = f" and {len(left) - 3} more" if len(left) > 3 else ""
    message = f"{some}{more}: nothing beside what stands alone says whose score it is"
    return [Finding.at("warning", "number-alone", message, Source(first.place, first.text))]


__all__ = ["lone_numbers"]
