"""Lines of text taken apart before the labels in them: ``ผู้รับผิดชอบ: ฝ่ายโยธา กำหนดแล้วเสร็จ: ...``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

from extract.model import Cell, Paragraph, Table
from extract.text.lineends import LIST_MARK
from extract.text.lines import join_text
from normalize.names.itemheads import ITEM_HEAD, announces
from normalize.names.phrases import header_role, label_role, phrase_of
from normalize.names.said import beside_name
from normalize.names.sections import read_heading
from normalize.shapes.barelabels import without_colon
from normalize.shapes.duties import duty_parts, without_reference
from normalize.shapes.labels import BULLET, LABELLED, by_label
from normalize.shapes.pairs import torn_label
from normalize.words.patterns import compiled
from normalize.words.text import clean

_NUMBERED = compiled(r"(?:ที่)?\s?[0-9]{1,2}(?:\.[0-9]{1,2})?$")
# What a sentence that closes a measure begins with.
_CLOSING = ("ทั้งนี้", "โดย")
# ... and how many lines it fills at most.
_CLOSING_LINES = 4
# The score of an item in a line of its own.
_SCORE = compiled(r"\s*(?:ได้รับ|ได้)?\s*(?:ผล)?คะแนน\s*(?:100(?:\.00)?|[0-9]{1,2}\.[0-9]{2})\s*")
_COUNT = compiled(r"\s*\(?(?:[0-9]{1,2}\.)?([0-9]{1,2})[.)\s]")
# Lines that begin so much farther left, in points, are of something else.
_OUT = 3.0
# No label that stands alone is longer, in letters with the dots behind it: what is gathered line
# by line is asked at every line, and a hostile cell has thousands.
_ALONE = 200


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph that is one label's, one heading or one statement."""

    text: str
    paragraph: Paragraph
    duty: bool = False

    @property
    def label(self) -> tuple[str, str] | None:
        """Its label and what follows it, where it begins with one."""
        match = LABELLED.match(self.text)
        if match is None:
            return without_colon(self.text)
        scored = beside_name(clean(match[2]), None)
        if scored and ":" not in self.text:
            # Dots lead from a name to its score: a line of a list.
            return None
        label = _NUMBERED.sub("", BULLET.sub("", clean(match[1])).strip())
        heading = read_heading(clean(match[1])) if scored else None
        if heading is not None and heading.certain:
            # What an indicator's name and number say is the indicator's score.
            return None
        # "จุดที่ควรปรับ (I1 และ I6)" says of which items, too.
        stem = without_reference(label)[0].strip()
        return (label, match[2].strip()) if label_role(stem) is not None else None

    @property
    def role(self) -> str | None:
        return header_role(self.label[0]) if self.label is not None else None

    def cell(self, text: str) -> Cell:
        return Cell(0, 0, 1, 1, text, (self.paragraph.place,), self.paragraph.lines)


def margins(blocks: Sequence[Paragraph | Table]) -> dict[int, float]:
    """How far to the right the lines of text of each page reach."""
    found: dict[int, float] = {}
    for block in blocks:
        if isinstance(block, Paragraph) and block.lines and not block.furniture:
            reach = max(line.box.x1 for line in block.lines)
            found[block.place.page] = max(found.get(block.place.page, 0.0), reach)
    return found


def pieces_of(paragraph: Paragraph, margin: float | None = None, below: str = "") -> list[Piece]:
    """A paragraph taken apart where one of its lines, or a word in them, is a label.

    ``margin``: how far to the right the lines of its page reach; ``below``: what it says below.
    """
    if paragraph.furniture:
        return []
    if duty := duty_parts(paragraph.text):
        return [Piece(f"{label}: {said}", paragraph, duty=True) for label, said in duty]
    if parts := _closed(paragraph):
        above, closing = parts
        return [*pieces_of(above, margin), *pieces_of(closing, margin, below)]
    texts: list[str] = []
    ahead = [*(line.text for line in paragraph.lines[1:]), below]
    for i, line in enumerate(paragraph.lines):
        listed = texts and ITEM_HEAD.match(texts[0]) and ITEM_HEAD.match(line.text)
        begins = bool(listed or Piece(line.text, paragraph).label or _hangs_out(paragraph, i))
        begins = begins or bool(texts and announces(texts[-1]))
        if begins and texts and margin is not None and _ends_heading(line.text, texts[-1]):
            # The score of an item that had no room beside its title.
            begins = _had_room(paragraph, i, margin)
        if begins and _bare(line.text, paragraph) and _hangs(paragraph, i):
            begins = False
        elif begins and texts and _bare(line.text, paragraph) and margin is not None:
            room = _had_room(paragraph, i, margin)
            begins = room or _heads(line.text, Piece(ahead[i], paragraph), texts[-1])
        # Within a bracket that is open a line goes on, whatever its first letters look like.
        within = texts and (
            texts[-1].count("(") > texts[-1].count(")") or torn_label(texts[-1], line.text)
        )
        if texts and (within or not (begins or _owed(texts[-1], paragraph))):
            texts[-1] = join_text(texts[-1], line.text)
            continue
        texts.append(line.text)
    if len(texts) < 2:
        texts = [paragraph.text]
    return [Piece(t, paragraph) for text in texts for t in by_label(text)]


def _hangs_out(paragraph: Paragraph, at: int) -> bool:
    """Whether a line begins with the code of the next item, left of the label above it.

    The answer above it fills its line, so that the two were taken for one paragraph.
    """
    line, first = paragraph.lines[at], paragraph.lines[0]
    return line.box.x0 < first.box.x0 - _OUT and ITEM_HEAD.match(clean(line.text)) is not None


def _hangs(paragraph: Paragraph, at: int) -> bool:
    """Whether a line goes on below a statement of a list, farther in than its mark."""
    above = (n for n in reversed(paragraph.lines[:at]) if LIST_MARK.match(n.text))
    marked = next(above, None)
    return marked is not None and paragraph.lines[at].box.x0 > marked.box.x0 + _OUT


def _closed(paragraph: Paragraph) -> tuple[Paragraph, Paragraph] | None:
    """A paragraph and the sentence of duty that its last lines are: ``ทั้งนี้ มอบหมายให้...``."""
    lines = paragraph.lines
    for i in range(max(1, len(lines) - _CLOSING_LINES), len(lines)):
        if not lines[i].text.lstrip().startswith(_CLOSING):
            continue
        closing = reduce(join_text, [line.text for line in lines[i:]])
        if duty_parts(closing):
            above = reduce(join_text, [line.text for line in lines[:i]])
            return (
                replace(paragraph, text=above, lines=lines[:i]),
                replace(paragraph, text=closing, lines=lines[i:]),
            )
    return None


def _had_room(paragraph: Paragraph, at: int, margin: float) -> bool:
    """Whether a line would have had room behind the one above it."""
    box = paragraph.lines[at].box
    return paragraph.lines[at - 1].box.x1 + (box.x1 - box.x0) <= margin


def _ends_heading(text: str, above: str) -> bool:
    """Whether a line is nothing but the score of the item that heads the line above."""
    return bool(ITEM_HEAD.match(LIST_MARK.sub("", above)) and _SCORE.fullmatch(clean(text)))


def _bare(text: str, paragraph: Paragraph) -> bool:
    """Whether a line would do as a label of which no colon says that it is one."""
    return ":" not in text and _owed(text, paragraph)


def _heads(text: str, below: Piece, above: str) -> bool:
    """Whether a bare label that had no room in the line above is one, or the end of a sentence.

    Below a label stands its answer; below a sentence of a list the next one, and below one that
    ends in ``ดังนี้`` what it announces.
    """
    if ITEM_HEAD.match(above):
        return True
    said = clean(below.text)
    if phrase_of(text) is None or not said or below.label is not None or read_heading(said):
        return False
    counted = _COUNT.match(said)
    listed = LIST_MARK.match(above) and LIST_MARK.match(said)
    return not listed or counted is None or int(counted[1]) == 1


def _owed(text: str, paragraph: Paragraph) -> bool:
    """Whether a line is a label and nothing else."""
    if len(text) > _ALONE:
        return False
    label = Piece(text, paragraph).label
    return label is not None and not label[1]


__all__ = ["Piece", "margins", "pieces_of"]
