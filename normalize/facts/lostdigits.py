"""Numbers read from pictures that lost a digit: ``88.8`` in a report that prints two decimals.

A picture may lose ``1`` between two other digits. Where the numbers of a report have two decimals,
one with a single decimal is not what was printed; no reading may be a wrong number.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.model import Document
from normalize.facts.scores import Stated
from normalize.model import Finding

# So many numbers of all have two decimals, and no fewer tell how the report prints them.
_MOST, _LEAST = 0.8, 5


def without_lost_digits(
    document: Document, stated: Sequence[Stated]
) -> tuple[list[Stated], list[Finding]]:
    """The scores without those read from a picture with a decimal missing, and a finding for each.

    Args:
        document: the report, for which of its pages were read from pictures.
        stated: every printing of a score.
    """
    pictures = {page.number for page in document.pages if page.text_source == "ocr"}
    own = [s for s in stated if s.source.place.page in pictures]
    whole = sum(_decimals(s) > 1 for s in own)
    if len(own) < _LEAST or whole < _MOST * len(own):
        return list(stated), []
    torn = [s for s in own if _decimals(s) == 1]
    lost = {id(s) for s in torn}
    return [s for s in stated if id(s) not in lost], [_finding(s) for s in torn]


def _decimals(stated: Stated) -> int:
    exponent = stated.value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _finding(stated: Stated) -> Finding:
    message = (
        f"{stated.value} was read for {stated.code} from a picture; the report prints two "
        "decimals, so a digit is missing and the number was not taken"
    )
    return Finding.at("warning", "score-unread", message, stated.source)


__all__ = ["without_lost_digits"]
