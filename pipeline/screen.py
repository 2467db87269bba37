"""Text for a terminal: aligned tables of Thai, and names that cannot give it orders.

Nothing here knows what is printed. A file name may hold line ends, escape sequences or marks that
turn the line around; whatever comes from outside goes through ``shown`` before it is printed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


def shown(text: str) -> str:
    """The text with everything that does not print written as an escape."""
    if text.isprintable() and "\\" not in text:
        return text
    return "".join(map(_shown_character, text))


def _shown_character(character: str) -> str:
    if character == "\\":
        return "\\\\"
    if character.isprintable():
        return character
    return character.encode("unicode_escape").decode("ascii")


def shown_json(text: str) -> str:
    r"""JSON in which whatever does not print is a ``\u`` escape: the same data, safe to look at."""
    return "".join(map(_json_character, text))


def _json_character(character: str) -> str:
    if character.isprintable() or character == "\n":
        return character
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def width(text: str) -> int:
    """How many columns of a terminal the text takes: Thai marks above and below take none."""
    return sum(map(_character_width, text))


def _character_width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def counted(number: int, noun: str) -> str:
    """A number and what it counts, in the singular for one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@dataclass(frozen=True, slots=True)
class Column:
    """The heading of a column; numbers stand at its right edge."""

    heading: str
    number: bool = False


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> str:
    """Rows under their headings, columns aligned, without spaces at line ends."""
    grid = [[shown(cell) for cell in row] for row in rows]
    headings = [column.heading for column in columns]
    widths = [max(map(width, cells)) for cells in zip(headings, *grid, strict=True)]
    lines = [headings, ["-" * w for w in widths], *grid]
    return "\n".join("  ".join(map(_padded, line, widths, columns)).rstrip() for line in lines)


def _padded(cell: str, columns: int, column: Column) -> str:
    space = " " * (columns - width(cell))
    return space + cell if column.number else cell + space
