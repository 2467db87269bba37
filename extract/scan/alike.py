"""Characters that look alike in print and are told apart by what stands beside them.

A zero is drawn like the letter O, and a dash as wide as two; what a line says around them decides.
Nothing is decided here that would make another number of a number: a zero that was read as a letter
is no number at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.scan.recogniser import Said

_DASHES = "-\u2013"
_ROUND = "Oo"
_ARABIC, _THAI = "0123456789", "\u0e50\u0e51\u0e52\u0e53\u0e54\u0e55\u0e56\u0e57\u0e58\u0e59"
_POINTS = ".,"
_LETTER_FIRST = re.compile(
    "(?<![A-Za-z])[OoQDIil|!](?=[0-9\u0e50-\u0e59]{1,2}[.,][0-9\u0e50-\u0e59]{2}(?![0-9\u0e50-\u0e59]))"
)
_ZEROS_FIRST = re.compile(
    "(?<![0-9\u0e50-\u0e59.,:/A-Za-z])[0\u0e50]{2}(?![0-9\u0e50-\u0e59A-Za-z:/])"
)


def settled(read: Sequence[Said]) -> list[Said]:
    """A line's characters with doubled dashes made one and round letters in numbers made zeros.

    A lone letter right before a number with two decimals was a digit (``O9.54``), and two zeros
    begin no number (``00.00``): what its first digit was, nobody knows, so the number is none.
    """
    done = _zeros(_dashes(read))
    text = "".join(s.text for s in done)
    for pattern in (_LETTER_FIRST, _ZEROS_FIRST):
        for match in pattern.finditer(text):
            done[match.start()] = replace(done[match.start()], text="\ufffd")
    return done


def _dashes(read: Sequence[Said]) -> list[Said]:
    """One dash where a wide one was seen as two kinds side by side."""
    done: list[Said] = []
    for said in read:
        last = done[-1] if done else None
        if last and said.text in _DASHES and last.text in _DASHES and said.text != last.text:
            done[-1] = replace(max(last, said, key=lambda s: s.share), start=last.start)
            continue
        done.append(said)
    return done


def _zeros(read: Sequence[Said]) -> list[Said]:
    """Round letters inside a number as zeros of its script.

    The first character of a run may be the letter of a code (``O12``) and stays, unless a point
    follows it (``O.53``).
    """
    done = list(read)
    start = 0
    for end in range(len(done) + 1):
        if end < len(done) and done[end].text in _ARABIC + _THAI + _POINTS + _ROUND:
            continue
        run = range(start, end)
        digits = [done[i].text for i in run if done[i].text in _ARABIC + _THAI]
        if digits:
            zero = _THAI[0] if any(d in _THAI for d in digits) else _ARABIC[0]
            for i in run:
                if done[i].text in _ROUND and (i > start or _is_point(done, i + 1)):
                    done[i] = replace(done[i], text=zero)
        start = end + 1
    return done


def _is_point(read: Sequence[Said], at: int) -> bool:
    return at < len(read) and read[at].text in _POINTS
