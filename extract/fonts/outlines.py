"""What a glyph's drawing says where its font is silent: the same outline in a sibling font.

One file often embeds a font many times: as subsets with other glyph maps, as a simple TrueType with
a full ``cmap`` beside a composite one with none. A glyph drawn by the very same outline is the same
character. Characters that a font program names outrank those that only ToUnicode maps name; among
the latter the majority decides, and only when it is clear.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from extract.thai import BELOW_MARKS, is_thai

# How many times more often a character must be named than its rival to be believed.
_CLEAR = 3
# How far a glyph's mapped neighbours may stand in the order of its font.
_NEAR = 10


@dataclass(slots=True)
class Drawing:
    """A glyph as its font draws it: how far it reaches below and above the baseline, in em.

    ``sign``: what glyphs of the same outline have in common, told without reading the outlines
    (``None``: it draws nothing). ``read``: the outline's key, and whether it is a ring, as nikhahit
    is; most glyphs are never asked for theirs.
    """

    low: float = 0.0
    high: float = 0.0
    sign: object = None
    read: Callable[[], tuple[bytes | None, bool]] = lambda: (None, False)
    _outline: tuple[bytes | None, bool] | None = None

    @property
    def key(self) -> bytes | None:
        """Equal for equal outlines, wherever they stand; ``None`` where nothing is drawn."""
        if self._outline is None:
            self._outline = self.read()
        return self._outline[0]

    @property
    def ring(self) -> bool:
        return self.key is not None and self._outline is not None and self._outline[1]


Named = dict[object, list[tuple[Drawing, str]]]
"""Drawings by their sign, each with the character that its font or a map gives it."""


@dataclass(slots=True)
class OutlineBook:
    """Outline -> characters that the fonts of one file give it."""

    named: Named = field(default_factory=lambda: defaultdict(list))
    mapped: Named = field(default_factory=lambda: defaultdict(list))

    def learn(
        self,
        drawings: dict[int, Drawing],
        program: dict[int, str],
        unicodes: dict[int, str],
    ) -> None:
        """Add one font: its drawings, the characters its program and its ToUnicode name."""
        for gid, drawing in drawings.items():
            if drawing.sign is None:
                continue
            if gid in program:
                self.named[drawing.sign].append((drawing, program[gid]))
            if gid in unicodes and unicodes[gid].strip(" \u00a0\x00\ufffd"):
                self.mapped[drawing.sign].append((drawing, unicodes[gid]))

    def named_by_program(self, drawing: Drawing | None) -> str | None:
        """The character that font programs give an outline, if they agree."""
        return _clearly(self.named, drawing)

    def named_by_maps(self, drawing: Drawing | None) -> str | None:
        """The character that most ToUnicode maps give an outline, if most clearly do."""
        return _clearly(self.mapped, drawing)


def _clearly(named: Named, drawing: Drawing | None) -> str | None:
    if drawing is None or drawing.sign not in named or drawing.key is None:
        return None
    alike = named[drawing.sign]
    votes = Counter(text for other, text in alike if other.key == drawing.key)
    if not votes:
        return None
    (first, count), *rest = votes.most_common(2)
    return first if not rest or count >= _CLEAR * rest[0][1] else None


def outline_key(data: bytes) -> bytes:
    """A short key of a glyph's outline, wherever on the line it stands."""
    return hashlib.blake2b(data, digest_size=12).digest()


def between_neighbours(gid: int, unicodes: dict[int, str]) -> str | None:
    """The character of an unmapped glyph between two mapped ones, where the order tells.

    Fonts keep their marks in the order of Unicode: when the glyphs around have characters exactly
    as far apart as their numbers, the ones between follow one by one (DilleniaUPC: 200 is ``็``,
    206 is nikhahit, so 201 to 205 are the four tones and thanthakhat).
    """
    near = range(1, _NEAR + 1)
    low = next((gid - n for n in near if _single_thai(unicodes.get(gid - n))), None)
    high = next((gid + n for n in near if _single_thai(unicodes.get(gid + n))), None)
    if low is None or high is None or ord(unicodes[high]) - ord(unicodes[low]) != high - low:
        return None
    return chr(ord(unicodes[low]) + gid - low)


def misplaced(mark: str, low: float, high: float) -> bool:
    """Whether an outline of this reach (em) cannot be a mark: it stands on the other side."""
    below = mark in BELOW_MARKS
    return (high <= 0.05 and not below) or (low >= 0.2 and below)


def below_by_order(gid: int, unicodes: dict[int, str]) -> str | None:
    """Which low vowel a glyph is whose outline hangs below the line though it is mapped above.

    LibreOffice gives sara uu the code point of the tone it first stood with; the glyph beside it
    is sara u, as in Unicode.
    """
    if unicodes.get(gid - 1) == "\u0e38":
        return "\u0e39"
    return "\u0e38" if unicodes.get(gid + 1) == "\u0e39" else None


def _single_thai(text: str | None) -> bool:
    return text is not None and len(text) == 1 and is_thai(text)
