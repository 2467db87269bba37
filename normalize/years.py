"""Which years a report is of, where its title alone does not tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from normalize.body import Body
from normalize.codebook import book_years
from normalize.items import choose_year
from normalize.meta import Title
from normalize.model import Measure


def assessment_year(title: Title, bodies: Sequence[Body]) -> tuple[int | None, str | None]:
    """The year the scores come from: the title's, unless the items printed say otherwise."""
    stated = list(title.years[:1])
    if title.doc_type == "progress":
        # A progress report works on the assessment before its own year.
        stated = [y - 1 for y in stated] + stated
    chosen = choose_year(bodies, stated)
    if chosen is None:
        return (title.years[0], "stated") if title.years else (None, None)
    if title.years and chosen == title.years[0]:
        return chosen, "stated"
    if title.years and title.years[0] not in book_years() and title.doc_type != "progress":
        return title.years[0], "stated"
    return chosen, "inferred"


def year_of_deadlines(measures: Sequence[Measure]) -> int | None:
    """The fiscal year (October to September) most deadlines fall in."""
    fiscal = Counter(
        int(m.deadline[:4]) + 543 + (1 if int(m.deadline[5:7]) >= 10 else 0)
        for m in measures
        if m.deadline
    )
    return fiscal.most_common(1)[0][0] if fiscal else None
