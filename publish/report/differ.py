"""Where two texts differ, in pieces a template can mark; no Thai mark is parted from its letter."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

import regex

_CLUSTER = regex.compile(r"\X")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text, and whether the other text has it too."""

    text: str
    same: bool


def differences(one: str, other: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces; differences of white space alone are none."""
    first, second = _clusters(one), _clusters(other)
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    left: list[Piece] = []
    right: list[Piece] = []
    for kind, i, j, k, n in matcher.get_opcodes():
        here, there = "".join(first[i:j]), "".join(second[k:n])
        same = kind == "equal" or not (here.strip() or there.strip())
        if here:
            left.append(Piece(here, same))
        if there:
            right.append(Piece(there, same))
    return left, right


def _clusters(text: str) -> list[str]:
    return _CLUSTER.findall(text)
