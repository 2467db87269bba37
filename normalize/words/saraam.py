"""Sara am whose ring became a space: ``ส านักงาน`` is สำนักงาน, ``ก ารศึกษา`` only a stray space.

A sara aa cannot begin a word, so the space before it is damage either way. Which word was meant the
dictionary tells: the longer word over the gap; where both are as long, nothing is changed.
"""

from __future__ import annotations

from functools import cache

from normalize.words.patterns import compiled

_GAP = compiled(r"(?<=[\u0e01-\u0e2e])([\u0e48-\u0e4b]?) +\u0e32")
_AA, _AM = "\u0e32", "\u0e33"
# Longer words than this are compounds of words the dictionary has.
_LONGEST = 20


@cache
def _words() -> frozenset[str]:
    # Only damaged text asks for the dictionary, and loading it takes its time.
    from pythainlp.corpus import thai_words

    return frozenset(thai_words())


def without_gaps(text: str) -> str:
    """The text with sara am or sara aa, whichever makes the longer word, for a gap before ``า``."""
    at = 0
    while (gap := _GAP.search(text, at)) is not None:
        tone, before, after = gap.group(1), text[: gap.start()], text[gap.end() :]
        lengths = {v: _longest(before, tone + v, after) for v in (_AA, _AM)}
        if lengths[_AA] == lengths[_AM]:
            at = gap.end()
            continue
        text = before + tone + max(lengths, key=lambda v: lengths[v]) + after
        at = gap.start() + len(tone) + 1
    return text


def _longest(before: str, vowel: str, after: str) -> int:
    """Letters of the longest word that holds a vowel and the consonant before it."""
    text = before[-_LONGEST:] + vowel + after[:_LONGEST]
    at = len(before[-_LONGEST:])
    return max(
        (
            end - start
            for start in range(at)
            for end in range(at + len(vowel), len(text) + 1)
            if text[start:end] in _words()
        ),
        default=0,
    )
