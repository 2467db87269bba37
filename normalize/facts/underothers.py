"""Numbers under words that call all numbers below them something else than scores.

``เครื่องมือ | เป้าประสงค์`` over ``IIT | 95.00``, a row ``ค่าเฉลี่ย 50 เขต | 90.12 | 88.10`` below the
names of the instruments, and a heading ``ค่าเป้าหมาย`` over a table or a list: whoever read the
numbers there, they are no scores of the office. Readers of tables know such columns by their
roles; here everything that became a score is held against what heads it once more, in whatever
shape it stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, product

from extract.model import Cell, Paragraph, Place, Table
from normalize.facts.scores import Stated
from normalize.model import Finding
from normalize.names.phrases import header_role
from normalize.words.othernumbers import calls_numbers_else, says_other_number
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze

# Names of columns: what is called something else beside them is a column, and no answer.
_NAMES = frozenset(("item", "code", "number", "indicator", "subindicator", "instrument"))
_MEASURES = frozenset(("weakness", "measure", "output", "awareness", "result", "responsible"))
# The name of a column is no longer, in letters, and that of a row: longer ones are sentences.
_SHORT, _BRIEF = 60, 24
_DECIMAL = compiled(r"[0-9]\.[0-9]")
# Words that say that a number was reached, and the year of scores.
_REACHED = compiled("ได้|ผลการประเมิน|ผลคะแนน|คะแนนจริง|25[4-9][0-9]")
# Of last year are the scores of the assessment in a plan.
_COMPARED = compiled(
    "(?<!คู่)เทียบ|เปรียบ|^(?:ผล)?(?:การประเมิน)?(?:คะแนน)?(?:ของ|ใน|ITA)*ปี(?:ก่อน|ที่ผ่านมา|ที่แล้ว)"
)
_BRACKETED = compiled(r"\([^()]*\)|\[[^\[\]]*\]")


def without_called_else(
    blocks: Sequence[Paragraph | Table], stated: Iterable[Stated]
) -> tuple[list[Stated], list[Finding]]:
    """The scores whose numbers nothing over or beside them calls otherwise, and what was left out.

    Args:
        blocks: of the document, in reading order.
        stated: what was read in them.
    """
    heads = _Heads(blocks)
    kept: list[Stated] = []
    left: list[tuple[str, Stated]] = []
    for one in stated:
        name = heads.of(one.source.place)
        if name is None:
            kept.append(one)
        else:
            left.append((name, one))
    return kept, [_finding(name, [one for _, one in some]) for name, some in _by_name(left)]


def _by_name(
    left: Iterable[tuple[str, Stated]],
) -> Iterator[tuple[str, list[tuple[str, Stated]]]]:
    for name, some in groupby(left, lambda pair: pair[0]):
        yield name, list(some)


def _finding(name: str, some: Sequence[Stated]) -> Finding:
    numbers = ", ".join(f"{one.value} ({one.code})" for one in some)
    message = f"Under '{name}' stand {numbers}: what is called so is no score"
    return Finding.at("warning", "score-unread", message, some[0].source)


class _Heads:
    """What stands over the numbers of a document, by their places."""

    def __init__(self, blocks: Sequence[Paragraph | Table]) -> None:
        self._blocks = [b for b in blocks if not (isinstance(b, Paragraph) and b.furniture)]
        self._cells: dict[Place, tuple[int, Cell]] = {}
        self._lines: dict[Place, int] = {}
        self._grids: dict[int, _Grid] = {}
        for number, block in enumerate(self._blocks):
            if isinstance(block, Paragraph):
                self._lines[block.place] = number
                continue
            for cell in block.cells:
                self._cells.update(dict.fromkeys(cell.places, (number, cell)))

    def of(self, place: Place) -> str | None:
        """What calls the number at a place something else; ``None`` where nothing does."""
        if (found := self._cells.get(place)) is not None:
            number, cell = found
            table = self._blocks[number]
            assert isinstance(table, Table)
            grid = self._grids.setdefault(number, _Grid(table))
            return _named(cell, grid) or self._above(number, table)
        number = self._lines.get(place, 0)
        return self._over_list(number)

    def _above(self, number: int, table: Table) -> str | None:
        """The line right above a table that says nothing of what was reached, nor has measures."""
        above = self._blocks[number - 1] if number else None
        if not isinstance(above, Paragraph) or not calls_numbers_else(clean(above.text)):
            return None
        told = [clean(c.text) for c in table.cells if c.row == 0]
        if any(map(_DECIMAL.search, told)):
            return clean(above.text)
        own = any(
            _REACHED.search(t) or says_other_number(t) or header_role(t) in _MEASURES for t in told
        )
        return None if own else clean(above.text)

    def _over_list(self, number: int) -> str | None:
        """The heading of a list of lines with numbers, one of which a place is."""
        for block in reversed(self._blocks[: max(number, 0)]):
            if not isinstance(block, Paragraph):
                return None
            text = clean(block.text)
            if calls_numbers_else(text):
                return text
            if _DECIMAL.search(text) is None or len(text) > 2 * _SHORT:
                return None
        return None


class _Grid:
    """The cells of a table by their rows and places: each of its numbers asks for those above."""

    def __init__(self, table: Table) -> None:
        self.columns = table.columns
        self._covers: dict[tuple[int, int], Cell] = {}
        self._begins: dict[int, list[Cell]] = defaultdict(list)
        for cell in table.cells:
            self._begins[cell.row].append(cell)
            for at in product(cell.rows, cell.columns):
                self._covers.setdefault(at, cell)

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place of the grid."""
        return self._covers.get((row, column))

    def begun_in(self, row: int) -> Sequence[Cell]:
        """The cells of which a row is the first."""
        return self._begins[row]


def _named(cell: Cell, table: _Grid) -> str | None:
    """The name of the column or of the row of a number, or a row above over both, if so called."""
    for above in _over(cell, table):
        text = clean(above.text)
        beside = [c for c in table.begun_in(above.row) if c is not above and c.text.strip()]
        if not beside and above.column_span == table.columns:
            return text if calls_numbers_else(text) else None
        if not all(_words(c.text) for c in beside):
            return None
        if _is_name(beside, above) and _calls_else(text):
            return text
        break
    first = table.at(cell.row, 0)
    name = clean(first.text) if first is not None and first is not cell else ""
    brief = 0 < len(squeeze(name)) < _BRIEF and says_other_number(name)
    return name if brief or calls_numbers_else(name) else None


def _over(cell: Cell, table: _Grid) -> Iterator[Cell]:
    """The cells above a number that hold words, from the nearest up."""
    for row in range(cell.row - 1, -1, -1):
        above = table.at(row, cell.column)
        if above is not None and above.row == row and _words(above.text):
            yield above


def _tells_itself(head: str) -> bool:
    """Whether a head of a table says what its numbers are, or that it is one of measures."""
    known = _REACHED.search(head) is not None or header_role(head) in _MEASURES
    return known or says_other_number(head)


def _words(text: str) -> bool:
    """Whether a text is words and no number."""
    return bool(text.strip()) and _DECIMAL.search(text) is None


def _is_name(beside: Sequence[Cell], above: Cell) -> bool:
    """Whether a cell is the name of a column: the first beside it is one of what the rows are."""
    if not beside:
        return above.column > 0
    first = min(beside, key=lambda c: c.column)
    return first.column < above.column and header_role(clean(first.text)) in _NAMES


def _calls_else(name: str) -> bool:
    """Whether the name of a column does; what is compared with a target is told beside it."""
    plain = squeeze(name)
    if len(plain) > _SHORT or _COMPARED.search(plain) is not None:
        return False
    # "คะแนน / เป้าหมาย" heads two numbers.
    return all(says_other_number(part) for part in _BRACKETED.sub("", name).split("/"))


__all__ = ["without_called_else"]
