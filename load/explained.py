"""A fact of the database with everything that led to it: printings, checks, findings, file.

Only the records are here; ``load.provenance`` fills them.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.model import Box

KINDS = ("score", "measure", "weakness", "finding")
"""The kinds of facts that can be explained; one number may be the id of one of each."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is printed; what is not known is ``None``."""

    page: int | None
    table: int | None
    row: int | None
    column: int | None
    box: Box | None


@dataclass(frozen=True, slots=True)
class Printing:
    """One printing of a fact: what it is of, its text before any conversion, and where it stands.

    ``label`` is where a score is printed (``table``, ``measures``, ``prose``) or the field of a
    measure a cell was read for; ``value`` the score read there.
    """

    label: str
    raw: str | None
    spot: Spot
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """An arithmetic check: what is printed, what its parts give, and the scores that took part."""

    name: str
    printed: float
    computed: float
    holds: bool
    scores: tuple[tuple[str, float | None], ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """A finding."""

    finding_id: int
    severity: str
    kind: str
    message: str
    raw: str | None
    spot: Spot


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another fact that belongs beside the explained one: what it is, its id, and in words."""

    kind: str
    id: int
    text: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The file a fact is from."""

    document_id: int
    path: str
    sha256: str | None
    agency_th: str | None
    report_year: int | None
    doc_type: str | None
    text_source: str | None
    reader_version: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A fact with everything that led to it.

    Attributes:
        kind: one of ``KINDS``.
        id: its id.
        facts: name and value of what the database says, in the order to print.
        origin: the file.
        printings: the first is the one the value was taken from.
        checks: arithmetic it takes part in.
        findings: what was found at the same place.
        repairs: on its pages, the glyphs whose text came from elsewhere than the file's own table.
        elsewhere: other facts at the place, or the same score in other reports.
    """

    kind: str
    id: int
    facts: tuple[tuple[str, object], ...]
    origin: Origin
    printings: tuple[Printing, ...]
    checks: tuple[Checked, ...] = ()
    findings: tuple[Noted, ...] = ()
    repairs: tuple[tuple[int, str, int], ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
