"""Codes decided in context: order, questions, sections and the year of the code book."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.codebook import Item, book_years, items
from normalize.names.decode import Mention, decode, is_doubtful, likeness

Q66, Q67 = items(2566), items(2567)
BOOKS = {year: tuple(items(year).values()) for year in book_years()}


def codes(mentions: list[Mention], year: int | None = None) -> list[str]:
    decoded = decode(mentions, None if year is None else [year])
    assert decoded is not None
    return [d.code for d in decoded.decided]


def confused(code: str, way: int) -> str:
    """A code as print and OCR damage it (the ways seen in the reports), or as it is."""
    letter, number = code[0], code[1:]
    looks = {"I": ("I", "1", "l", "|", ""), "E": ("E", "e", "F", ""), "O": ("O", "0", "○", "")}
    return looks[letter][way % len(looks[letter])] + number


@st.composite
def tables(draw: st.DrawFn, lost: bool = True) -> tuple[int, list[Item], list[str]]:
    """A year, some of its items in order, and the tokens printed for them.

    ``lost``: some tokens lack their letter.
    """
    year = draw(st.sampled_from(sorted(BOOKS)))
    book = BOOKS[year]
    chosen = sorted(draw(st.sets(st.integers(0, len(book) - 1), min_size=1, max_size=14)))
    ways = draw(st.lists(st.integers(0, 4), min_size=len(chosen), max_size=len(chosen)))
    rows = [book[i] for i in chosen]
    tokens = [confused(i.code, w) for i, w in zip(rows, ways, strict=True)]
    if not lost:
        tokens = [t if t != i.code[1:] else i.code for t, i in zip(tokens, rows, strict=True)]
    return year, rows, tokens


@given(tables())
def test_confused_tokens_with_their_questions(table: tuple[int, list[Item], list[str]]) -> None:
    """The question tells what the token alone cannot, even cut short where its section is known."""
    year, rows, tokens = table
    pairs = list(zip(tokens, rows, strict=True))
    plain = [Mention(token, row.title_th) for token, row in pairs]
    cut = [Mention(token, row.title_th[:40], row.instrument, row.indicator) for token, row in pairs]
    # Two surveys may ask the same question; then any item with that title is as good.
    found = [items(year)[code].title_th for code in codes(plain, year)]
    assert found == [row.title_th for row in rows]
    assert codes(cut, year) == [row.code for row in rows]


@given(tables())
def test_confused_tokens_in_their_sections(table: tuple[int, list[Item], list[str]]) -> None:
    """Without questions section and order tell, or the decision says it is a doubtful one."""
    year, rows, tokens = table
    mentions = [
        Mention(token, "", row.instrument, row.indicator)
        for token, row in zip(tokens, rows, strict=True)
    ]
    decoded = decode(mentions, [year])
    assert decoded is not None
    for row, decided in zip(rows, decoded.decided, strict=True):
        assert decided.code == row.code or is_doubtful(decided.confidence)


@given(tables(lost=False))
def test_tokens_alone_are_right_or_doubtful(table: tuple[int, list[Item], list[str]]) -> None:
    year, rows, tokens = table
    decoded = decode([Mention(token, "") for token in tokens], [year])
    assert decoded is not None
    for row, decided in zip(rows, decoded.decided, strict=True):
        assert decided.code == row.code or is_doubtful(decided.confidence)


@given(tables())
def test_printed_codes_in_order_are_taken_as_printed(
    table: tuple[int, list[Item], list[str]],
) -> None:
    year, rows, _ = table
    decoded = decode([Mention(row.code, "") for row in rows], [year])
    assert decoded is not None
    assert [d.code for d in decoded.decided] == [row.code for row in rows]
    assert not any(d.inferred for d in decoded.decided)


@given(tables())
def test_questions_choose_the_year(table: tuple[int, list[Item], list[str]]) -> None:
    year, rows, tokens = table
    mentions = [Mention(t, r.title_th) for t, r in zip(tokens, rows, strict=True)]
    decoded = decode(mentions)
    assert decoded is not None
    shared = [y for y in BOOKS if all(r.title_th in {i.title_th for i in BOOKS[y]} for r in rows)]
    assert decoded.year in (year, *shared)


def test_the_same_token_is_two_items_in_one_report() -> None:
    """In minburi both I2 and I12 are printed ๑๒; question and order tell them apart."""
    by_question = [
        Mention("11", Q66["I1"].title_th),
        Mention("12", Q66["I2"].title_th),
        Mention("12", Q66["I12"].title_th),
    ]
    assert codes(by_question, 2566) == ["I1", "I2", "I12"]
    by_order = [Mention(t, "") for t in ("11", "12", "13", "I10", "I11", "12", "I13")]
    assert codes(by_order, 2566) == ["I1", "I2", "I3", "I10", "I11", "I12", "I13"]


def test_codes_1_to_112_are_the_items_of_the_staff_survey() -> None:
    tokens = [f"1{n}" for n in range(1, 13)]
    mentions = [Mention(token, "", "IIT") for token in tokens]
    assert codes(mentions, 2567) == [f"I{n}" for n in range(1, 13)]


@pytest.mark.parametrize(
    ("token", "code"), [("01", "O1"), ("02", "O2"), ("17", "O17"), ("○11", "O11")]
)
def test_misspelt_codes_under_a_disclosure_section(token: str, code: str) -> None:
    assert codes([Mention(token, "", "OIT")], 2566) == [code]


def test_section_decides_what_the_token_leaves_open() -> None:
    assert codes([Mention("5", "", "IIT")], 2566) == ["I5"]
    assert codes([Mention("5", "", "EIT")], 2566) == ["E5"]
    assert codes([Mention("5", "", "OIT")], 2566) == ["O5"]


def test_what_was_not_printed_is_inferred() -> None:
    decoded = decode([Mention("I1", ""), Mention("12", ""), Mention("l3", "")], [2566])
    assert decoded is not None
    assert [d.inferred for d in decoded.decided] == [False, True, True]


def test_first_year_listed_wins_a_tie() -> None:
    assert decode([Mention("I1", "")], [2567, 2566]).year == 2567  # type: ignore[union-attr]
    assert decode([Mention("I1", "")], [2566, 2567]).year == 2566  # type: ignore[union-attr]


def test_nothing_to_decode() -> None:
    assert decode([]) is None
    assert decode([Mention("I1", "")], [2400]) is None


@pytest.mark.parametrize("code", ["I1", "I12", "E3", "O30"])
def test_likeness(code: str) -> None:
    title = Q66[code].title_th
    assert likeness(title, title) == 1
    assert likeness(title[:30], title) == 1
    assert likeness(title + " (ต่อท้าย)", title) == 1
    assert likeness("", title) == 0
    assert likeness(title.replace("ที่", "ท"), title) > 0.8
