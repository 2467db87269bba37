"""The decoder on random books: right where the evidence determines a code, else it says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from random import Random
from unittest.mock import patch

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from normalize.codebook import Item
from normalize.names import decode as decoder
from normalize.names.decode import Decided, Mention, decode, is_doubtful
from tests.normalize.books import YEAR, Printed, books, misread, possible, tables


@contextmanager
def books_of(years: Mapping[int, tuple[Item, ...]]) -> Iterator[None]:
    """The decoder with other books than the bundled ones."""
    known = (decoder._codes_and_titles, decoder._of_titles, decoder._of_sections)
    with patch.object(decoder, "_book", years.__getitem__):
        for answers in known:
            answers.cache_clear()
        yield
    for answers in known:
        answers.cache_clear()


def decided(book: Sequence[Item], mentions: Sequence[Mention]) -> tuple[Decided, ...]:
    with books_of({YEAR: tuple(book)}):
        found = decode(mentions, [YEAR])
    assert found is not None
    return found.decided


def check(table: Printed, mentions: Sequence[Mention]) -> None:
    """Right where all readings agree; elsewhere right, or doubtful."""
    ways = possible(table.book, mentions)
    for row, one, codes in zip(table.rows, decided(table.book, mentions), ways, strict=True):
        assert row.code in codes
        if len(codes) == 1:
            assert one.code == row.code
        assert one.code == row.code or is_doubtful(one.confidence)


@given(tables())
def test_tokens_in_their_sections(table: Printed) -> None:
    check(table, table.mentions(sections=True))


@given(tables())
def test_tokens_alone(table: Printed) -> None:
    check(table, table.mentions(sections=False))


@given(tables(), st.booleans())
def test_questions_determine_every_code(table: Printed, sections: bool) -> None:
    mentions = table.mentions(sections, [row.title_th for row in table.rows])
    assert [d.code for d in decided(table.book, mentions)] == [row.code for row in table.rows]


@given(tables(), st.booleans(), st.integers(0, 1000))
def test_misread_questions_are_right_or_doubtful(table: Printed, sections: bool, seed: int) -> None:
    random = Random(seed)
    questions = [misread(row.title_th, random) for row in table.rows]
    found = decided(table.book, table.mentions(sections, questions))
    for row, one in zip(table.rows, found, strict=True):
        assert one.code == row.code or is_doubtful(one.confidence)


@given(tables(), st.randoms(use_true_random=False))
def test_a_list_by_rank_follows_no_order(table: Printed, random: Random) -> None:
    mentions = table.mentions(True, [row.title_th for row in table.rows])
    rows = [(row, replace(m, ordered=False)) for row, m in zip(table.rows, mentions, strict=True)]
    random.shuffle(rows)
    found = decided(table.book, [mention for _, mention in rows])
    assert [one.code for one in found] == [row.code for row, _ in rows]


@given(tables())
def test_what_is_printed_plainly_is_taken_and_sure(table: Printed) -> None:
    plain = replace(table, tokens=tuple(row.code for row in table.rows))
    found = decided(table.book, plain.mentions(sections=False))
    assert [one.code for one in found] == [row.code for row in table.rows]
    assert not any(one.inferred for one in found)
    if len(table.book) > 1:
        assert not any(is_doubtful(one.confidence) for one in found)


@given(tables())
def test_what_is_not_printed_so_is_said_to_be_inferred(table: Printed) -> None:
    mentions = table.mentions(True, [row.title_th for row in table.rows])
    for token, one in zip(table.tokens, decided(table.book, mentions), strict=True):
        # A zero before the number is another way to write it.
        written = regex.sub("^([IEO])0", r"\1", token.rstrip(".)"))
        # A small letter is as plain as a capital.
        written = written.upper() if regex.fullmatch("[ieo][0-9]+", written) else written
        assert one.inferred is (written != one.code)


@given(tables(), books())
def test_questions_choose_the_book(table: Printed, other: tuple[Item, ...]) -> None:
    years = {YEAR: table.book, YEAR + 1: other}
    mentions = table.mentions(True, [row.title_th for row in table.rows])
    with books_of(years):
        found = decode(mentions, [YEAR + 1, YEAR])
    assert found is not None
    asked = {item.title_th for item in other}
    assert found.year == YEAR or {row.title_th for row in table.rows} <= asked


@given(st.lists(st.floats(0, 9), min_size=2, max_size=12), st.booleans())
def test_a_step_costs_the_same_as_trying_all(costs: list[float], ordered: bool) -> None:
    def step(before: int, after: int) -> float:
        if not ordered:
            return 0.1 if after == before else 0.0
        if after > before:
            return min(0.04 * (after - before - 1), 0.9)
        return 1.5 if after == before else 3.0

    places = range(len(costs))
    came = [min(costs[i] + step(i, j) for i in places) for j in places]
    went = [min(costs[j] + step(i, j) for j in places) for i in places]
    assert decoder._come(costs, ordered) == pytest.approx(came)
    assert decoder._go_on(costs, ordered) == pytest.approx(went)
