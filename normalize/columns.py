"""A table's columns and what each is for; how that is found stands in :mod:`normalize.roles`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column's role (a ``meaning`` of headers.csv, or ``None``), header text and stated year.

    ``code``: the column holds scores of this one code (a column headed ``IIT``).
    """

    role: str | None
    header: str
    year: int | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """The roles of a table's columns and how many first rows are its header."""

    columns: tuple[Column, ...]
    header_rows: int

    def where(self, *roles: str) -> tuple[int, ...]:
        """Positions of the columns with one of these roles, left to right."""
        return tuple(i for i, c in enumerate(self.columns) if c.role in roles)

    @property
    def known(self) -> int:
        return sum(c.role is not None for c in self.columns)
