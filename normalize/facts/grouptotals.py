"""Lines with a total that does not say of what, where a report has several of them.

One ``คะแนนรวม 85.20`` below all scores is that of the whole. Several with other numbers are of
groups, and which groups nothing says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.model import Paragraph
from normalize.facts.scores import Stated
from normalize.words.patterns import compiled
from normalize.words.text import clean

_SEVERAL = 2
_TOTAL = compiled(
    r"(?:ผล|ค่า)?คะแนน(?:รวม|เฉลี่ย)+\s*[:=]?\s*((?:100|[0-9]{1,2})\.[0-9]{2})(?:\s*(?:คะแนน|%))?"
)


def without_group_totals(stated: Sequence[Stated], paragraphs: Iterable[Paragraph]) -> list[Stated]:
    """What text states, without a whole from a bare total where others have other numbers."""
    totals = {n for p in paragraphs for n in _TOTAL.findall(clean(p.text))}
    if len(totals) < _SEVERAL:
        return list(stated)
    return [one for one in stated if not (one.level == "overall" and _is_bare(one))]


def _is_bare(one: Stated) -> bool:
    return _TOTAL.fullmatch(clean(one.source.raw).strip()) is not None


__all__ = ["without_group_totals"]
