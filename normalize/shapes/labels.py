"""Texts taken apart before the labels within them: ``ผู้รับผิดชอบ: ฝ่ายโยธา กำหนดแล้วเสร็จ: ...``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

import regex

from normalize.names.phrases import header_role, label_role, phrase_of
from normalize.shapes.barelabels import DESCRIBES, TELLS, without_colon
from normalize.shapes.pairs import balanced
from normalize.words.dates import only_time
from normalize.words.intervals import only_interval, says_review
from normalize.words.patterns import compiled
from normalize.words.text import clean, remembered, squeeze
from normalize.words.unitnames import find_units

# Names of columns and of what a box holds have fewer letters.
_SHORT = 40
#: A label is a short line before a colon or a leader of dots.
LABELLED = re.compile(r"^\s*([^:：\n]{2,40}?)\s*(?:[:：]|[.…·]{4,})\s*(.*)$", re.S)
_WITHIN = compiled(r"(?<=\S)[ \u00a0\n]+\(?(?=[^\s:：]{4,30}\s?[:：]\s)")
# "กำหนดแล้วเสร็จ 31 มีนาคม 2568 การกำกับติดตาม ทุกไตรมาส"
_REVIEW_BEHIND = compiled(
    r"(.*(?:25|๒๕)[4-9๔-๙][0-9๐-๙])\s+((?:การ|รอบ)?(?:กำกับ|ติดตาม|รายงาน|ทบทวน|ประเมินผล)\S*\s.*)",
    regex.S,
)
# "ผู้รับผิดชอบ ฝ่ายการคลัง ติดตามผล ทุกเดือน"
_WORD_WITHIN = compiled(r"(?<=\S\s+)\S{4,30}(?=\s+\S)")
#: What may stand before a label in its line.
BULLET = compiled(
    r"^(?:[\s\-\u2013\u2022*\u25cf\u25cb\u25aa\u25e6\u27a2\u2713\uf0b7\uf0a7]|o\s)*(?:\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?\s+)?"
)


def by_label(text: str) -> list[str]:
    """A text taken apart before the labels within it: ``ผู้รับผิดชอบ: ฝ่ายโยธา กำหนดแล้วเสร็จ: ...``.

    Behind a date how often a measure is reviewed needs no colon, and in a line that begins with a
    label no label does that has its answer right behind it.
    """
    return [*_cut_by_label(text)]


@remembered
def _cut_by_label(text: str) -> Sequence[str]:
    review = _REVIEW_BEHIND.fullmatch(text)
    if review is not None and without_colon(review[1]) and says_review(review[2]):
        return [*_without_colons(review[1]), review[2]]
    if len(plain := _without_colons(text)) > 1:
        return plain
    cuts = [
        m.end()
        for m in _WITHIN.finditer(text)
        if _names_label(regex.split("[:：]", text[m.end() :], maxsplit=1)[0])
        and BULLET.sub("", f"{text[: m.end()]} ").strip()
    ]
    parts = [text[a:b].strip(" \n;,") for a, b in pairwise([0, *cuts, len(text)])]
    return [balanced(part) for part in parts] if cuts else [text]


def _without_colons(text: str) -> list[str]:
    """A line that begins with a label taken apart before further ones, each with its answer."""
    first = without_colon(text) if ":" not in text else None
    if first is None or phrase_of(first[0]) not in _ANSWERS:
        return [text]
    starts = [m.start() for m in _WORD_WITHIN.finditer(text) if phrase_of(m[0]) in _ANSWERS]
    parts = [text[a:b].strip() for a, b in pairwise([0, *starts, len(text)])]
    told = [without_colon(part) for part in parts]
    labels = [label for label, said in filter(None, told) if _answered(label, said)]
    return parts if len(labels) == len(parts) == len(set(labels)) else [text]


def _answered(label: str, said: str) -> bool:
    """Whether what stands behind a label is an answer to it and nothing else."""
    role = phrase_of(label)
    return role is not None and _ANSWERS[role](said)


# How to tell an answer, by what the label is for.
_ANSWERS: dict[str | None, Callable[[str], bool]] = {
    "responsible": lambda said: bool(find_units(said)),
    "deadline": only_time,
    "monitoring": only_interval,
}


def _names_label(text: str) -> bool:
    return phrase_of(text) is not None or label_role(text) in DESCRIBES


def first_line(text: str) -> tuple[str, str]:
    """The first line of a cell where it is short enough for a name, and what is below it."""
    head, _, rest = text.strip().partition("\n")
    plain = clean(head).strip(" :")
    return (plain, rest.strip()) if 0 < len(squeeze(plain)) < _SHORT else ("", "")


def labelled_parts(text: str) -> list[tuple[str, str]]:
    """The labels of a cell's text with what each says; what no label is before has an empty one."""
    return [*_labelled_in(text)]


@remembered
def _labelled_in(text: str) -> Sequence[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    lines = [by_label(whole) for whole in text.split("\n")]
    for line, several in ((part, len(parts) > 1) for parts in lines for part in parts):
        match = LABELLED.match(line)
        label = BULLET.sub("", match[1]).strip() if match else ""
        bare = without_colon(line) if match is None else None
        # Beside other labels a shorter word will do: "... แล้วเสร็จ: 31 มีนาคม 2568 ติดตาม: ทุกเดือน".
        told = phrase_of(label) in TELLS or (several and label_role(label) in DESCRIBES)
        if match is not None and told:
            found.append((label, match[2].strip()))
        elif bare is not None:
            found.append(bare)
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]}\n{line}".strip())
        else:
            found.append(("", line))
    return found


def labelled(text: str, role: str) -> str:
    """What a line says under a label of a role; empty where it has none."""
    match = LABELLED.match(clean(text))
    named = match is not None and header_role(match[1]) == role
    return match[2].strip() if match is not None and named else ""


__all__ = ["BULLET", "LABELLED", "by_label", "labelled", "labelled_parts"]
