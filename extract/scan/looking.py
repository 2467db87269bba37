"""Numbers are looked at three times: at three sizes, so that no digit hangs on one chance of dots.

A digit that is read alike each time is believed; where the looks differ, most of them decide and
the character stays in doubt.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from extract.scan.alike import settled
from extract.scan.cutting import window_of
from extract.scan.picture import Gray
from extract.scan.recogniser import Said
from extract.scan.sizing import Reader, moved
from extract.scan.textlines import TextLine
from extract.scan.window import BODY

# The other looks see the letters this much smaller and larger.
_SIZES = (1.07, 0.94)
# Scores have two decimals, sums of money too: a third one was seen twice.
_NO_NUMBER = re.compile("[.][0-9\u0e50-\u0e59]{3}")
# Characters farther apart than this (columns of the window) are not of one number.
_GAP = 1.5 * BODY
_DIGIT = re.compile("[0-9\u0e50-\u0e59]")


def read_lines(
    gray: Gray, lines: Sequence[TextLine], seen: Sequence[Sequence[Said]], reader: Reader
) -> list[list[Said]]:
    """The characters of each line; of lines with digits, what most of three looks see.

    ``seen``: the characters at the first look.
    """
    first = [settled(said) for said in seen]
    numeric = [i for i, said in enumerate(first) if _DIGIT.search(_text(said))]
    looks: dict[int, list[list[Said]]] = {i: [first[i]] for i in numeric}
    for size in _SIZES:
        others = [replace(lines[i], body=lines[i].body * size) for i in numeric]
        again = reader([window_of(gray, line) for line in others])
        for i, other, said in zip(numeric, others, again, strict=True):
            looks[i].append([moved(s, other, lines[i]) for s in settled(said)])
    for i, three in looks.items():
        first[i] = agreed(three)
    return first


def agreed(looks: Sequence[Sequence[Said]]) -> list[Said]:
    """One reading of several looks at a line; where they differ, the probability falls.

    The text with most digits is taken, of those the one that most looks see: a reader of lines
    loses a digit beside another, but makes up none. A character that most looks see as another is
    that (``75.00 /``, not ``75.00 7``). Each digit is as likely as the looks that see it are many.
    """
    texts = [_text(look) for look in looks]
    votes = Counter(texts)
    best = max(
        votes,
        key=lambda text: (
            -len(_NO_NUMBER.findall(_parted(looks[texts.index(text)]))),
            len(_DIGIT.findall(text)), votes[text],
        ),
    )  # fmt: skip
    chosen = list(looks[texts.index(best)])
    if votes[best] == len(looks):
        return chosen
    seen: list[Counter[str]] = [Counter() for _ in chosen]
    for text in texts:
        for part in Levenshtein.opcodes(text, best):
            if part.tag in ("equal", "replace"):
                for at in range(part.src_end - part.src_start):
                    seen[part.dest_start + at][text[part.src_start + at]] += 1
    done: list[Said] = []
    for said, counts in zip(chosen, seen, strict=True):
        usual, count = counts.most_common(1)[0]
        if usual != said.text and 2 * count > len(looks):
            said = replace(said, text=usual, second=said.text)
        share = counts[said.text] / len(looks) if _DIGIT.fullmatch(said.text) else 1.0
        second = next((text for text in counts if text != said.text), said.second)
        done.append(replace(said, share=said.share * share, second=second))
    return done


def _parted(said: Sequence[Said]) -> str:
    """What is read, with the numbers of other columns apart: a wide gap may be read as none."""
    gaps = [" " if b.start - a.end > _GAP else "" for a, b in pairwise(said)]
    return "".join(s.text + gap for s, gap in zip(said, [*gaps, ""], strict=False))


def _text(said: Sequence[Said]) -> str:
    return "".join(s.text for s in said)
