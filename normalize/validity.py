"""The validity meter: how far a page's text can be Thai as written.

Counts what cannot be: pairs of characters that the input rules of TIS 1566 / WTT 2.0 reject, marks
of lost characters, a sara am for every sara aa; and measures the share of text that dictionary
words cover (newmm, with the names of the districts added). A page that fails is reported, and is
the one to send to OCR.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import chain

from pythainlp.corpus import thai_words
from pythainlp.tokenize.newmm import segment
from pythainlp.util import Trie

from extract.model import Document, Table
from normalize.codebook import agencies
from normalize.model import Finding, Validity
from normalize.words.text import remembered

# WTT 2.0 in short: classes of marks, and after which classes each may stand.
_CLASS = {
    **dict.fromkeys(map(chr, range(0xE01, 0xE2F)), "CONS"),
    "\u0e38": "BV1", "\u0e39": "BV2", "\u0e3a": "BD", "\u0e4c": "AD1", "\u0e4d": "AD1",
    "\u0e47": "AD2", "\u0e4e": "AD3", "\u0e34": "AV1", "\u0e31": "AV2", "\u0e36": "AV2",
    "\u0e35": "AV3", "\u0e37": "AV3",
    **dict.fromkeys("\u0e48\u0e49\u0e4a\u0e4b", "TONE"),
}  # fmt: skip
_AFTER = {
    ("TONE",): ("CONS", "BV1", "BV2", "AV1", "AV2", "AV3"),
    ("AD1",): ("CONS", "BV1", "AV1"),
    ("AD2",): ("CONS", "AV3"),
    ("BV1", "BV2", "BD", "AD3", "AV1", "AV2", "AV3"): ("CONS",),
}


def _of(classes: Collection[str]) -> str:
    """The characters of some classes, as a set of a pattern."""
    return f"[{''.join(c for c, own in _CLASS.items() if own in classes)}]"


# A mark that is the second of no pair that the rules have.
_REJECTED_MARK = re.compile(
    _of({*chain(*_AFTER)}) + "".join(f"(?<!{_of(b)}{_of(marks)})" for marks, b in _AFTER.items())
)
_LOST = re.compile("[\ufffd\x00\uf700-\uf71f\uf880-\uf89e]")
_THAI = re.compile("[\u0e01-\u0e4e]+")

# Thresholds, per 10,000 Thai characters where a rate: clean text has 0.1 to 0.5 rejected pairs.
_REJECTED = 5.0
_UNREADABLE = 20.0
_WORDS = 0.85
_ENOUGH = 120
# More text than this says nothing new about a page, and segmenting is the dear part.
_SAMPLE = 1_500


def measure(text: str) -> Validity | None:
    """The meter's reading of a text; ``None`` where it holds no Thai."""
    runs = _THAI.findall(text)
    if not runs:
        return None
    return Validity(
        sum(map(len, runs)),
        rejected_pairs(text),
        len(_LOST.findall(text)),
        text.count("\u0e32"),
        text.count("\u0e33"),
        round(_dictionary_share(runs), 4),
    )


def rejected_pairs(text: str) -> int:
    """How many marks stand where no Thai word has one."""
    return len(_REJECTED_MARK.findall(text))


_ALONE = (1,)


class Dictionary(Trie):
    """A dictionary as newmm asks for it, made in a twentieth of the time a tree takes."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(map(str.strip, words))
        by_length: dict[int, list[str]] = defaultdict(list)
        for word in self.words:
            by_length[len(word)].append(word)
        # Tens of thousands of words begin in a few thousand ways; the longest first.
        lengths: dict[str, list[int]] = defaultdict(list)
        for length in sorted({*by_length} - {0, 1}, reverse=True):
            for start in {word[:2] for word in by_length[length]}:
                lengths[start].append(length)
        self._lengths = {start: (*found, 1) for start, found in lengths.items()}

    def prefixes(self, text: str, start: int = 0) -> list[str]:
        """The words that the text has at a place, the shortest first."""
        lengths = self._lengths.get(text[start : start + 2], _ALONE)
        found = [text[start : start + length] for length in reversed(lengths)]
        # Past the end of the text, slices are shorter than they should be, and alike.
        whole = found if start + len(found[-1]) < len(text) else dict.fromkeys(found)
        return [word for word in whole if word in self.words]

    def fill(self, text: str) -> bool:
        """Whether words one after the other make up the whole text."""
        words, whole = self.words, len(text)
        seen: set[int] = set()
        # Shorter words are only tried where longer ones lead nowhere.
        untried = [(0, iter(self._lengths.get(text[:2], _ALONE)))]
        while untried:
            start, lengths = untried[-1]
            if start == whole:
                return True
            for length in lengths:
                end = start + length
                if end <= whole and end not in seen and text[start:end] in words:
                    seen.add(end)
                    untried.append((end, iter(self._lengths.get(text[end : end + 2], _ALONE))))
                    break
            else:
                untried.pop()
        return False

    def __contains__(self, key: str) -> bool:
        return key in self.words

    def __iter__(self) -> Iterator[str]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)


@cache
def _dictionary() -> Dictionary:
    return Dictionary({*thai_words(), *(a.name_th for a in agencies())})


@remembered
def _in_dictionary(run: str) -> int:
    """How many characters of a run of Thai letters the words of the dictionary cover."""
    words = _dictionary()
    # Segmenting weighs all ways against each other; most runs are words from end to end.
    if words.fill(run):
        return len(run)
    return sum(len(token) for token in segment(run, words) if token in words)


def _dictionary_share(runs: Iterable[str]) -> float:
    total = known = 0
    for run in runs:
        total += len(run)
        known += _in_dictionary(run)
        if total >= _SAMPLE:
            break
    return known / total if total else 1.0


def doubts(validity: Validity) -> list[str]:
    """What makes a page's text doubtful, in words; empty for a page that can be believed."""
    if validity.thai < _ENOUGH:
        return []
    found = []
    per = 10_000 / validity.thai
    if validity.rejected * per > _REJECTED and validity.rejected > 2:
        found.append(f"{validity.rejected} marks stand where no Thai word has one")
    if validity.unreadable * per > _UNREADABLE:
        found.append(f"{validity.unreadable} characters have no text in the file")
    if validity.sara_am > max(validity.sara_aa, 8):
        found.append("sara am outnumbers sara aa, as where a font swaps them")
    if validity.dictionary_share < _WORDS:
        found.append(f"only {validity.dictionary_share:.0%} of the text are dictionary words")
    return found


def page_texts(document: Document) -> dict[int, str]:
    """The text of each page, line by line, as extracted."""
    lines: dict[int, list[str]] = defaultdict(list)
    for block in document.blocks:
        holders: Iterable[object] = block.cells if isinstance(block, Table) else (block,)
        for holder in holders:
            for line in getattr(holder, "lines", ()):
                lines[line.page].append(line.text)
    return {page: "\n".join(texts) for page, texts in lines.items()}


def doubtful_pages(readings: dict[int, Validity]) -> list[Finding]:
    """A finding for every page whose text cannot be believed as it is."""
    return [
        Finding(
            "warning",
            "doubtful-text",
            f"The text of page {page} may be damaged: {'; '.join(why)}; compare with the page",
            page=page,
        )
        for page, validity in sorted(readings.items())
        if (why := doubts(validity))
    ]
