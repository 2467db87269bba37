"""Which columns name items where the header's words say something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Cell
from normalize.names.codepairs import ONE_PAIR, SEVERAL_PAIRS
from normalize.names.codes import entries_of
from normalize.names.sections import read_heading
from normalize.names.titles import known_title
from normalize.rows.celllooks import in_words, names_item
from normalize.rows.columns import Column
from normalize.rows.naming import TOTAL
from normalize.rows.numbercolumns import share
from normalize.words.patterns import compiled
from normalize.words.text import clean, none_if_empty

_BARE = compiled(r"\s*\(?[0-9]{1,3}[.)]{0,2}\s*")


def _is_bare(text: str) -> bool:
    return _BARE.fullmatch(clean(text)) is not None


def strong_points(columns: Sequence[Column], bodies: Sequence[Sequence[Cell]]) -> list[Column]:
    """The columns; strong points that no weak ones stand beside are what the rows are about."""
    if any(c.role == "weakness" for c in columns):
        return list(columns)
    return [
        replace(c, role="item" if share(cells, _asks) >= 0.5 else "note")
        if c.role == "strength"
        else c
        for c, cells in zip(columns, bodies, strict=True)
    ]


def items_of_indicators(columns: list[Column], bodies: Sequence[Sequence[Cell]]) -> list[Column]:
    """The columns; one called indicators that names items, as no other one does, is of those.

    ``ตัวชี้วัดย่อย`` heads the questions of an indicator as well as its parts. Beside a column of
    codes, which may be running numbers, only codes of its own say so.
    """
    roles = {c.role for c in columns}
    asked = _asks_with_code if "code" in roles else _asks
    if "item" in roles:
        return columns
    own = ([c for c in cells if not _names_rows(c.text)] for cells in bodies)
    return [
        replace(c, role="item")
        if c.role in ("indicator", "subindicator") and share(cells, asked) >= 0.6
        else c
        for c, cells in zip(columns, own, strict=True)
    ]


def _names_rows(text: str) -> bool:
    """Whether a cell is the heading of rows below it or names their total."""
    return TOTAL.match(text) is not None or read_heading(clean(text)) is not None


def _asks_with_code(text: str) -> bool:
    plain = clean(text)
    return read_heading(plain) is None and _begins_with_code(plain)


def _asks(text: str) -> bool:
    plain = clean(text)
    return read_heading(plain) is None and (known_title(text) or _begins_with_code(plain))


def _begins_with_code(plain: str) -> bool:
    entries = entries_of(plain)
    return bool(entries) and not entries[0].token.isdigit()


def without_running_numbers(
    columns: list[Column], bodies: Sequence[Sequence[Cell]]
) -> list[Column]:
    """The columns; one of bare numbers counts the rows where another one has their codes.

    ``ลำดับข้อ`` heads both.
    """
    own = [[c for c in cells if c.column_span == 1] for cells in bodies]
    roles = [c.role for c in columns]
    bare = [i for i, role in enumerate(roles) if role == "code" and share(own[i], _is_bare) >= 0.9]
    named = [i for i, role in enumerate(roles) if bare and role in ("code", "item")]
    coded = [i for i in named if share(own[i], _asks_with_code) >= 0.6]
    found = list(columns)
    for i in bare:
        # Of lists beside each other each has its own codes, and scores end the one before.
        if any("score" not in roles[min(i, j) : max(i, j)] for j in coded if j != i):
            found[i] = replace(columns[i], role="number")
    return found


def of_pairs(columns: list[Column], bodies: Sequence[Sequence[Cell]]) -> list[Column]:
    """The columns; one of codes with their scores, beside a score for each row, is of pairs.

    ``คะแนน | คะแนนรายข้อ`` over ``88.37 | I10 = 88.37``: the first is of what the row names.
    """
    scored = [i for i, c in enumerate(columns) if c.role == "score"]
    found = list(columns)
    for i, cells in enumerate(bodies):
        texts = [" ".join(clean(c.text).split()) for c in cells]
        several = any(SEVERAL_PAIRS.fullmatch(t) for t in texts)
        if (
            several
            and set(scored) - {i}
            and all(SEVERAL_PAIRS.fullmatch(t) or ONE_PAIR.fullmatch(t) for t in texts if t)
        ):
            found[i] = replace(columns[i], role="pairs")
    return found


def second_of_items(columns: list[Column], bodies: Sequence[Sequence[Cell]]) -> list[Column]:
    """The columns; words right before the measure, behind those that name items, are weaknesses.

    ``ประเด็น`` begins the names of both: ``ประเด็นการประเมิน | ประเด็นที่เป็นข้อจำกัด | มาตรการ``.
    """
    roles = [c.role for c in columns]
    measure = roles.index("measure") if roles.count("measure") == 1 else 0
    named = "item" in roles[: max(measure - 1, 0)]
    if "weakness" in roles or not named or roles[measure - 1] != "item":
        return columns
    own = [c for c in bodies[measure - 1] if none_if_empty(clean(c.text)) is not None]
    if share(own, in_words) < 0.6 or share(own, names_item) > 0.2 or share(own, known_title) > 0.2:
        return columns
    found = list(columns)
    found[measure - 1] = replace(columns[measure - 1], role="weakness")
    return found


__all__ = ["items_of_indicators", "of_pairs", "second_of_items", "without_running_numbers"]
