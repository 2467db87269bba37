"""What most pictures of one glyph say it is, and whether that outweighs what the file says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass, field, replace

import regex as re

from extract.fonts.glyphnames import REPLACEMENT
from extract.thai import is_thai

# Most votes must agree, for numbers nearly all; a glyph seen once must have been read surely.
_MOST, _MOST_OF_NUMBERS, _ONCE, _ONCE_A_NUMBER = 0.75, 0.9, 0.95, 0.98
# Where the file says the same, two witnesses of three are enough.
_HALF = 0.6
# So often must a glyph have been seen that says one thing and is another.
_CLEAR = 2.5
# A glyph beside which nothing is ever read is a space where it was met as often as this.
_SPACE = 3
_NUMERIC = frozenset("0123456789.,\u0e50\u0e51\u0e52\u0e53\u0e54\u0e55\u0e56\u0e57\u0e58\u0e59")
# What a picture cannot tell apart is what the file says it is.
_ALIKE = {"-": "\u2013\u2014\u2010\u2011\u2212", '"': "\u201c\u201d", "'": "\u2018\u2019"}
# Arrows, boxes, discs and ticks of reports: nobody taught the recogniser to read them.
_SIGN = re.compile("[←↑→↓↗↘■□▪▫▲△▼▽►◄◆◇○●◦☐☑☒✓✔✕✖✗✘❖➔➢➤]")


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a glyph says: the character, how sure that is (0 to 1), and the next likely one."""

    text: str
    sure: float
    second: str = ""


@dataclass(slots=True)
class Votes:
    """How often each character was read for one glyph, by probability.

    ``best``: how surely each was read at most; ``claimed``: what the file said it was; ``blank``:
    how often nothing was read.
    """

    read: dict[str, float] = field(default_factory=dict)
    best: dict[str, float] = field(default_factory=dict)
    claimed: Counter[str] = field(default_factory=Counter)
    blank: int = 0

    def add(self, text: str, sure: float, claimed: str) -> None:
        """Count one picture of the glyph; nothing was read of it where ``text`` is empty."""
        if not text:
            self.blank += 1
            return
        self.read[text] = self.read.get(text, 0.0) + sure
        self.best[text] = max(sure, self.best.get(text, 0.0))
        self.claimed[claimed] += 1

    def without(self, texts: Set[str]) -> Votes:
        """The votes for other characters than these."""
        read = {text: n for text, n in self.read.items() if text not in texts}
        return replace(self, read=read)

    @property
    def ranked(self) -> list[str]:
        """The characters that were read, the most frequent first."""
        return sorted(self.read, key=lambda text: -self.read[text])

    @property
    def sign(self) -> str:
        """The arrow, box, disc or tick that the file says the glyph is, if it does."""
        return next((text for text in self.claimed if _SIGN.match(text)), "")

    def agreed(self) -> tuple[int, int]:
        """How often the file said what the glyph is, and how often that was read."""
        said = {t: n for t, n in self.claimed.items() if t not in ("", REPLACEMENT)}
        first = "".join(self.ranked[:1]).lower()
        return sum(said.values()), sum(n for text, n in said.items() if text.lower() == first)

    def lesson(self, drawn: bool | None) -> Lesson | None:
        """What most votes say; ``None`` where they say too little.

        ``drawn``: whether the font draws anything for the glyph, ``None`` where nobody knows.
        """
        count = sum(self.read.values())
        if self._is_space(drawn, count):
            return Lesson(" ", 1.0)
        if not self.read or drawn is False:
            return None
        text, *others = self.ranked
        claimed = self.claimed.most_common(1)[0][0]
        if claimed and claimed in _ALIKE.get(text, ""):
            return Lesson(claimed, self.best[text])
        # Whether a letter is large or small is told by how high it is drawn.
        most = sum(n for other, n in self.read.items() if other.lower() == text.lower())
        share, sure = most / count, self.best[text]
        if claimed == text and share > _HALF:
            return Lesson(text, sure, others[0] if others else "")
        numeric = text in _NUMERIC
        once = count < 2 * _MOST and sure < (_ONCE_A_NUMBER if numeric else _ONCE)
        if once or share < (_MOST_OF_NUMBERS if numeric else _MOST):
            return None
        return Lesson(text, sure * share, others[0] if others else "")

    def _is_space(self, drawn: bool | None, count: float) -> bool:
        """Whether nothing stands where the glyph does.

        Points of a dotted line are often not read; where they are, they are read as one thing.
        """
        if drawn or self.blank < _SPACE or self.blank <= 3 * count:
            return False
        return (
            drawn is False
            or max(self.read.values(), default=0.0) < _MOST_OF_NUMBERS * count
            or not count
        )

    def outvotes(self, known: str, lesson: Lesson | None) -> bool:
        """Whether a glyph of a font that mostly tells the truth is clearly something else.

        Only a Thai letter or mark is told so: Latin ones, digits and points have their doubles.
        """
        if lesson is None or not is_thai(lesson.text) or lesson.text in _NUMERIC:
            return False
        if lesson.text == known or (len(known) > 1 and known.startswith(lesson.text)):
            return False
        count = sum(self.read.values())
        return count >= _CLEAR and self.read[lesson.text] > _MOST_OF_NUMBERS * count
