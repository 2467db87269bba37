"""Doubtful marks held against the dictionary: the small marks of Thai are what print and scan lose.

Only a mark (tone, vowel above or below) read with doubt is ever touched. What the recogniser saw
there, its next choice, and no mark at all are weighed by their probability and by how well the
letters around them are words. Letters and digits are never decided by words.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pythainlp.corpus import thai_words

from extract.scan.recogniser import Said
from extract.sureness import DOUBTFUL
from extract.thai import MARKS, is_thai

# How many characters around a mark are looked at; the longest word looked up.
_AROUND, _LONGEST = 14, 18
# Costs, as minus the logarithm of a probability: a letter in no word, another word.
_NO_WORD, _WORD = 3.0, 0.6
_LEAST = 0.005


def spelled(read: Sequence[Said]) -> list[Said]:
    """A line with its doubtful marks as the dictionary and the recogniser together have them."""
    done = list(read)
    for at in range(len(done) - 1, -1, -1):
        said = done[at]
        if said.text not in MARKS or said.share >= DOUBTFUL:
            continue
        ways: list[tuple[float, list[Said]]] = [(said.share, [said]), (said.nothing, [])]
        if said.second in MARKS:
            ways.append((said.second_share, [replace(said, text=said.second, second=said.text)]))
        before, after = done[max(at - _AROUND, 0) : at], done[at + 1 : at + 1 + _AROUND]
        costs = [
            _cost("".join(s.text for s in (*before, *way, *after))) - math.log(max(share, _LEAST))
            for share, way in ways
        ]
        done[at : at + 1] = ways[costs.index(min(costs))][1]
    capital = [n for n in range(len(done)) if _is_capital(done, n)]
    for at in capital:
        done[at] = replace(done[at], text="O")
    return done


def _is_capital(read: Sequence[Said], at: int) -> bool:
    """Whether an o is one in shape alone: before a number, with no letter or number before it.

    Capital and small o differ in height only, and a code (``O14``) begins with a capital.
    """
    if read[at].text != "o" or at + 1 == len(read) or not read[at + 1].text.isdigit():
        return False
    return not at or not read[at - 1].text.isalnum()


def _cost(text: str) -> float:
    """The cheapest way to part a text into words and letters that are in none."""
    words = _words()
    best = [0.0] + [math.inf] * len(text)
    for end in range(1, len(text) + 1):
        letter = is_thai(text[end - 1]) and text[end - 1] not in MARKS
        best[end] = best[end - 1] + (_NO_WORD if letter else 0.0)
        if end < len(text) and text[end] in MARKS:
            continue  # no word ends between a letter and its mark
        for start in range(max(end - _LONGEST, 0), end - 1):
            if best[start] + _WORD < best[end] and text[start:end] in words:
                best[end] = best[start] + _WORD
    return best[-1]


@cache
def _words() -> frozenset[str]:
    return frozenset(w for w in thai_words() if 1 < len(w) <= _LONGEST)
