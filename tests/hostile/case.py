"""A hostile file: what it is called, how it is made, and how its loading must end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "data" / "raw"
SAMPLE = SAMPLES / "sample-compare-2567.pdf"
"""A good report of five pages, for files that are a good report but for one thing."""

ENDLESS = "memory-limit time-limit"
"""How files end that ask for more and more: by whichever limit comes first on this machine."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file made to break a reader.

    Attributes:
        name: what it is called in the folder.
        make: gives its bytes.
        ends: the kinds of error findings of which it must end with one; empty where the file holds
            the good report, which must be read whole.
    """

    name: str
    make: Callable[[], bytes]
    ends: frozenset[str] = frozenset()


def cases(ends: str, makers: Mapping[str, Callable[[], bytes]]) -> tuple[Hostile, ...]:
    """Files that end alike; ``ends`` are kinds of findings with spaces between them."""
    kinds = frozenset(ends.split())
    return tuple(Hostile(f"{name}.pdf", make, kinds) for name, make in makers.items())


def sample() -> bytes:
    """The bytes of the good report."""
    return SAMPLE.read_bytes()
