"""Random code books, tables that name some of their items with damaged codes, and an oracle.

The oracle knows nothing of costs: it lists every way to read the tokens of a table as items of the
book in ascending order, inside the sections they stand in. Where all ways agree on a row, the
evidence determines it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from hypothesis import strategies as st

from normalize.codebook import Item
from normalize.names.codes import readings
from normalize.names.decode import Mention
from tests.normalize.strategies import words

YEAR = 2590
_LETTERS = {"IIT": "I", "EIT": "E", "OIT": "O"}
_LOOKS = {"I": "I1l|!", "E": "EeF€", "O": "O0o○Q"}
_DIGITS = str.maketrans("01", "ol")


@dataclass(frozen=True, slots=True)
class Printed:
    """A book, the items that a table names in their order, and what is printed for each."""

    book: tuple[Item, ...]
    rows: tuple[Item, ...]
    tokens: tuple[str, ...]

    def mentions(self, sections: bool, questions: Sequence[str] = ()) -> list[Mention]:
        """The table as the decoder sees it, with or without sections and questions."""
        return [
            Mention(
                token,
                questions[n] if questions else "",
                row.instrument if sections else None,
                row.indicator if sections else None,
            )
            for n, (row, token) in enumerate(zip(self.rows, self.tokens, strict=True))
        ]


def titles(count: int, random: Random) -> list[str]:
    """Titles that differ, many of them only in their last words."""
    stems = ["", *("".join(random.choices(words(), k=4)) for _ in range(3))]
    found: list[str] = []
    while len(found) < count:
        title = random.choice(stems) + "".join(random.choices(words(), k=random.randint(3, 6)))
        if title not in found:
            found.append(title)
    return found


@st.composite
def books(draw: st.DrawFn) -> tuple[Item, ...]:
    """A book of up to three instruments with up to thirty items each, in up to ten indicators."""
    found: list[Item] = []
    random = Random(draw(st.integers(0, 10_000)))
    indicator = 0
    for instrument, letter in _LETTERS.items():
        count = draw(st.integers(0 if found else 1, 30))
        cuts = draw(st.sets(st.integers(2, 30), max_size=4))
        names = titles(count, random)
        for number in range(1, count + 1):
            indicator += number == 1 or number in cuts
            code = f"{letter}{number}"
            found.append(
                Item(YEAR, instrument, code, str(indicator), None, names[number - 1], None)
            )
    return tuple(found)


@st.composite
def damaged(draw: st.DrawFn, code: str) -> str:
    """A code as print, typists and OCR leave it: another letter, none, other digits, a dot."""
    letter, number = code[0], code[1:]
    first = draw(st.sampled_from([letter, *_LOOKS[letter], ""]))
    if first and not first.isdigit() and draw(st.integers(0, 5)) == 0:
        number = number[0] + number[1:].translate(_DIGITS)
    elif first in ("O", "0", "○") and len(number) == 1 and draw(st.booleans()):
        number = f"0{number}" if first != "0" else number
    end = draw(st.sampled_from(["", "", ".", ")"]))
    return f"{first}{number}{end}"


@st.composite
def tables(draw: st.DrawFn) -> Printed:
    """Some items of a random book, in order, with damaged codes."""
    book = draw(books())
    chosen = sorted(draw(st.sets(st.integers(0, len(book) - 1), min_size=1, max_size=15)))
    rows = tuple(book[n] for n in chosen)
    return Printed(book, rows, tuple(draw(damaged(row.code)) for row in rows))


def misread(text: str, random: Random) -> str:
    """A question as OCR and narrow cells leave it: letters lost or wrong, the end cut off."""
    kept = text[: random.randint(max(20, len(text) * 2 // 3), max(20, len(text)))]
    letters = [random.choice((*kept, "")) if random.random() < 0.1 else c for c in kept]
    return "".join(letters)


def possible(book: Sequence[Item], mentions: Sequence[Mention]) -> list[set[str]]:
    """For each mention the codes it has in some ascending reading of the whole table."""
    fits = [[n for n, item in enumerate(book) if _may_be(m, item)] for m in mentions]
    least: list[int] = []
    for ways in fits:
        least.append(min((n for n in ways if not least or n > least[-1]), default=len(book)))
    most: list[int] = []
    for ways in reversed(fits):
        most.insert(0, max((n for n in ways if not most or n < most[0]), default=-1))
    return [
        {book[n].code for n in ways if low <= n <= high}
        for ways, low, high in zip(fits, least, most, strict=True)
    ]


def _may_be(mention: Mention, item: Item) -> bool:
    if mention.instrument is not None and mention.instrument != item.instrument:
        return False
    if mention.indicator is not None and mention.indicator != item.indicator:
        return False
    printed = readings(mention.token)
    plain = [code for code, cost in printed.items() if cost == 0]
    return item.code in (plain or printed)
