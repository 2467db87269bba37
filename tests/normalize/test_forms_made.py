"""Forms put together from what real ones have: a number is of the item that its form is about."""

from __future__ import annotations

from normalize.words.text import clean, squeeze
from tests.normalize.formsmade import forms_made
from tests.normalize.tables import report

# So many reports; of all that they tell so many in a thousand may be missing, none wrong.
REPORTS, MISSING = 400, 15


def test_no_score_of_a_form_is_anothers_and_hardly_any_is_missing() -> None:
    wanted = missing = 0
    for seed in range(REPORTS):
        made = forms_made(seed)
        read = report(*made.blocks)
        scores = {(s.fiscal_year, s.code): f"{s.score:.2f}" for s in read.scores}
        assert {k: v for k, v in scores.items() if made.scores.get(k) != v} == {}, seed
        measures = {squeeze(m.measure or ""): m.codes for m in read.measures}
        said = {squeeze(clean(text)): (code,) for text, code in made.measures.items()}
        assert {k: v for k, v in measures.items() if v and said.get(k) != v} == {}, seed
        wanted += len(made.scores) + len(said)
        missing += len(made.scores.keys() - scores.keys()) + len(said.keys() - measures.keys())
    assert 1000 * missing <= MISSING * wanted
