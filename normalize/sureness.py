"""Scores read from a picture: how surely each was read, and a finding for every doubt.

The value is never changed: the finding says what else the number may read, and a person, or the
arithmetic of the report, decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from extract.model import Document, Place, ReadNumber
from extract.sureness import DOUBTFUL
from normalize.model import Finding, Score, Source
from normalize.words.text import arabic

# A box may be off by a hair after the page was turned back.
_SLACK = 2.0


def with_sureness(scores: Sequence[Score], document: Document) -> tuple[list[Score], list[Finding]]:
    """The scores with the sureness of their digits, and findings for those in doubt."""
    if not document.numbers:
        return list(scores), []
    done: list[Score] = []
    findings: list[Finding] = []
    for score in scores:
        source = score.mentions[0].source
        number = _number(score.score, source.place, document.numbers)
        if number is None:
            done.append(score)
            continue
        done.append(replace(score, read_confidence=round(number.sure, 4)))
        if number.sure < DOUBTFUL:
            findings.append(_doubt(score, number, source))
    return done, findings


def _number(value: Decimal, place: Place, numbers: Sequence[ReadNumber]) -> ReadNumber | None:
    """The number in the score's place that reads as its value; the surest where several do."""
    box = place.box
    found = [
        n
        for n in numbers
        if n.page == place.page
        and box.x0 - _SLACK <= n.box.centre[0] <= box.x1 + _SLACK
        and box.top - _SLACK <= n.box.centre[1] <= box.bottom + _SLACK
        and _value(n.text) == value
    ]
    return max(found, key=lambda n: n.sure, default=None)


def _value(text: str) -> Decimal | None:
    try:
        return Decimal(arabic(text).strip(".,").replace(",", "."))
    except InvalidOperation:
        return None


def _doubt(score: Score, number: ReadNumber, source: Source) -> Finding:
    others = " or ".join(
        str(v) for other in number.others if (v := _value(other)) is not None and 0 <= v <= 100
    )
    else_ = f"; it may read {others}" if others else ""
    message = (
        f"The score of {score.code}, {score.score}, was read from a picture with doubt "
        f"({number.sure:.0%}){else_}; compare with the page"
    )
    return Finding.at("warning", "doubtful-score", message, source)
