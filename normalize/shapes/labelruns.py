"""A run of labelled lines of text, and the labels and answers it holds.

Each line is added by what it is among the others: a label, an item or a section that heads what
stands below, more of the answer above, a statement. :mod:`normalize.shapes.labelled` finds runs.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.model import Paragraph, Table
from extract.text.lineends import LIST_MARK
from normalize.names.codes import entries_of
from normalize.names.itemheads import (
    heads_item,
    items_announced,
    names_items,
    opens_measures,
    section_headed,
)
from normalize.names.phrases import header_role
from normalize.names.sections import read_heading
from normalize.shapes.answers import close, longer, owes, with_mark
from normalize.shapes.barelabels import DESCRIBES, TELLS
from normalize.shapes.duties import reference_ahead, without_reference
from normalize.shapes.forms import Pair
from normalize.shapes.labelpieces import Piece
from normalize.shapes.labels import LABELLED
from normalize.shapes.pairs import form_of, owes_title, parts_of, with_heads_together
from normalize.shapes.piecekinds import (
    STATEMENT,
    begins_labelled,
    counts_measure,
    dated_label,
    heads_section,
    is_heading,
    is_next,
    is_statement,
    items_behind,
    items_beside,
    names_part,
    said_of_items,
    says_scores,
)
from normalize.words.patterns import compiled
from normalize.words.text import clean, squeeze
from normalize.words.unitnames import find_units

# A score in a line of its own, and the end of the line above that leads to it.
_NUMBER = compiled(r"\s*[0-9]{1,3}\.[0-9]{2}\s*(?:คะแนน|%)?\s*\)?")
_OWES_NUMBER = compiled(
    r"(?:คะแนน|ร้อยละ|25[4-9][0-9])[^0-9]{0,12}$|คะแนน\D{0,20}25[4-9][0-9]\s*[:=]?\s*$"
)
# A label nobody knows: a short line of words.
_NEW = compiled(r"[\u0e01-\u0e4e /()]{4,36}:?")
# The labels of a statement and of an item that have none.
_UNSAID = "มาตรการ"
ITEM = "ข้อคำถาม"
_PART = "ตัวชี้วัด"

# What begins this far left of all labels is none of them.
_INDENT = 3.0


@dataclass(slots=True)
class Run:
    """Blocks that may be a form, and the labels and answers they hold.

    ``unsaid``: measures that no label calls so, but a heading or what is said below them;
    ``again``: short lines of the document that stand in it several times; ``weak``: whether the
    line above said what is weak about its items.
    """

    blocks: list[Paragraph | Table] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    duties: int = 0
    unsaid: int = 0
    again: frozenset[str] = frozenset()
    weak: bool = False

    def takes(self, piece: Piece, after: Piece | None) -> bool:
        """Add a piece where it belongs to the run; ``after`` is the next one."""
        below = any(p.label == ITEM for p in self.pairs)
        label = (dated_label(piece) if below else None) or piece.label
        label = None if heads_section(piece, after, self.again) else label
        if self.ends(piece):
            return False
        if self.tells_weakness(piece):
            # They are read where they stand (:mod:`normalize.facts.weaklines`).
            return True
        if self.opens(piece, after) or (self.pairs and says_scores(piece)):
            # Scores are read as sentences, and are of no label.
            return True
        if self.says_part(piece, after):
            self.pairs.append(Pair(_PART, piece.cell(_PART), piece.cell(piece.text)))
        elif (section := section_headed(piece.text)) != clean(piece.text):
            self.pairs.append(Pair("", piece.cell(section), None))
        elif label is not None:
            self.tell(piece, label[0], with_mark(piece, label[1], after))
        elif piece.paragraph.bold and (items := items_behind(piece, after)):
            self.pairs.append(Pair(ITEM, piece.cell(ITEM), piece.cell(items)))
        elif self.is_new_label(piece, after):
            self.pairs.append(Pair(squeeze(piece.text), piece.cell(piece.text), None))
        elif is_heading(piece) and not self.lists_on(piece):
            self.pairs.append(Pair("", piece.cell(piece.text), None))
        elif self.names_more(piece):
            self.pairs[-1] = longer(self.pairs[-1], piece, apart=True)
        elif heads_item(piece.text):
            self.begin(piece, piece.text)
        elif self.goes_on(piece, after):
            self.pairs[-1] = longer(self.pairs[-1], piece)
        elif is_statement(piece, after, bool(self.pairs) and self.pairs[-1].label == ITEM):
            self.duties += not (STATEMENT.match(clean(piece.text)) or LIST_MARK.match(piece.text))
            self.unsaid += 1
            self.pairs.append(Pair(_UNSAID, piece.cell(_UNSAID), piece.cell(piece.text)))
        elif (new := LABELLED.match(piece.text)) and any(p.label for p in self.pairs):
            # A label nobody knows, among those that are known, is a column to be reported.
            self.pairs.append(Pair(squeeze(new[1]), piece.cell(new[1]), piece.cell(new[2])))
        else:
            return self.leads_up(piece, after)
        return True

    def tells_weakness(self, piece: Piece) -> bool:
        """Whether a line below a label of weaknesses says of which items it is one."""
        last = self.pairs[-1] if self.pairs else None
        owed = last is not None and last.answer is None and header_role(last.label) == "weakness"
        if not (owed or self.weak) or said_of_items(piece.text) is None:
            self.weak = False
            return False
        self.pairs = self.pairs[:-1] if owed else self.pairs
        self.weak = True
        return True

    def opens(self, piece: Piece, after: Piece | None) -> bool:
        """Begin what a piece announces: items, or a measure for them."""
        if announced := items_announced(piece.text):
            self.owe_measure(piece, announced)
        elif named := names_items(piece.text) or items_beside(piece, after):
            self.begin(piece, named)
            if opens_measures(piece.text) and _is_unlabelled(after):
                self.owe_measure(piece)
        elif counts_measure(piece, after):
            self.owe_measure(piece)
        else:
            return False
        return True

    def tell(self, piece: Piece, label: str, said: str) -> None:
        """Add a label and what follows it."""
        stem, items = without_reference(label)
        if items is None and (ahead := reference_ahead(said)) is not None:
            stem, (items, said) = label, ahead
        if items is not None:
            # "จุดอ่อน (ข้อ I4): ..." says of which item, whatever stands above.
            self.begin(piece, items)
            label = stem.strip()
        else:
            self.pairs = with_heads_together(self.pairs, ITEM)
        self.duties += piece.duty and label == _UNSAID
        answer = piece.cell(said) if said else None
        self.pairs.append(Pair(squeeze(label), piece.cell(label), answer))

    def owe_measure(self, piece: Piece, items: str = "") -> None:
        """Begin a measure (for some items) that stands below and is not called one."""
        if items:
            self.begin(piece, items)
        self.unsaid += 1
        self.pairs.append(Pair(_UNSAID, piece.cell(_UNSAID), None))

    def begin(self, piece: Piece, items: str) -> None:
        """Begin what is told of some items, unless it is what was begun last."""
        told = [p.answer for p in self.pairs if p.label == ITEM and p.answer is not None][-1:]
        codes = [(e.token, e.last) for e in entries_of(clean(items))]
        heads = [i for i, p in enumerate(self.pairs) if p.label == ITEM]
        since = self.pairs[heads[-1] + 1 :] if heads else []
        measured = any(header_role(p.label) == "measure" for p in since)
        known = [(e.token, e.last) for c in told for e in entries_of(clean(c.text))]
        if measured or known != codes:
            self.pairs.append(Pair(ITEM, piece.cell(ITEM), piece.cell(items)))

    def says_part(self, piece: Piece, after: Piece | None) -> bool:
        """Whether a line between an item and a label says whose part it is: it heads nothing."""
        last = self.pairs[-1] if self.pairs else None
        labelled = after is not None and (after.label is not None or says_scores(after))
        if last is None or last.label != ITEM or not labelled:
            return False
        return names_part(piece)

    def leads_up(self, piece: Piece, after: Piece | None) -> bool:
        """Whether a sentence stands between an item and the labels below it: it is of no label."""
        last = self.pairs[-1] if self.pairs else None
        below = after is not None and after.paragraph is not piece.paragraph
        labelled = after is not None and after.role in TELLS
        return below and labelled and last is not None and last.label == ITEM

    def is_new_label(self, piece: Piece, after: Piece | None) -> bool:
        """Whether a line is a label nobody knows: it stands so in other forms, or above a list.

        Below an item and before labels that are known it is a column to be reported.
        """
        text = clean(piece.text).strip()
        below = any(p.label == ITEM for p in self.pairs)
        if after is None or not below or not _NEW.fullmatch(text):
            return False
        if read_heading(text) is not None or after.label is not None or names_items(after.text):
            return False
        listed = LIST_MARK.match(after.text) and not LIST_MARK.match(piece.text)
        if piece.paragraph.bold and listed:
            return True
        # The same section may be the answer to several labels.
        return squeeze(text) in self.again and not (owes(self.pairs[-1]) and find_units(text))

    def ends(self, piece: Piece) -> bool:
        """Whether a piece heads what stands below the forms: ``ข้อเสนอแนะ`` left of all labels."""
        label = piece.label
        if label is None or label[1] or ":" in piece.text:
            return False
        told = [p for p in self.pairs if p.label not in ("", ITEM)]
        # The score of an item stands below its title, farther in than the labels perhaps.
        told = [p for p in told if header_role(p.label) != "score"]
        left = min((p.label_cell.places[0].box.x0 for p in told), default=0.0)
        new = squeeze(label[0]) not in {p.label for p in told}
        return new and piece.paragraph.place.box.x0 < left - _INDENT

    def names_more(self, piece: Piece) -> bool:
        """Whether a piece is one more of the items that the label above lists."""
        last = self.pairs[-1] if self.pairs else None
        if last is None or last.label in ("", ITEM) or not heads_item(piece.text):
            return False
        return header_role(last.label) in ("code", "item")

    def lists_on(self, piece: Piece) -> bool:
        """Whether a piece is the next statement of a list, no heading."""
        last = self.pairs[-1] if self.pairs else None
        said = last.answer if last is not None and last.label not in ("", ITEM) else None
        return said is not None and not piece.paragraph.bold and is_next(piece, said.text)

    def goes_on(self, piece: Piece, after: Piece | None) -> bool:
        """Whether an unlabelled piece is more of what the label above says."""
        last = self.pairs[-1] if self.pairs else None
        if last is None or last.label in ("", ITEM):
            return last is not None and owes_title(last, piece.text)
        if last.answer is None:
            return True
        if _OWES_NUMBER.search(clean(last.answer.text)) and _NUMBER.fullmatch(clean(piece.text)):
            return True
        if LIST_MARK.match(piece.text):
            if header_role(last.label) == "result" and is_next(piece, last.answer.text):
                return True
            if self.unsaid and header_role(last.label) in DESCRIBES and is_statement(piece, after):
                return False
            return LIST_MARK.match(last.answer.text) is not None
        if after is None:
            return False
        if LIST_MARK.match(after.text) and LIST_MARK.match(last.answer.text):
            # The rest of a statement, the next one below it.
            return close(last.answer, piece)
        if after.label is None:
            return False
        over = last.answer.places[-1].page != piece.paragraph.place.page
        return over or self._within(piece, after)

    def _within(self, piece: Piece, after: Piece) -> bool:
        """Whether a piece stands right below an answer, with more of the same form below it."""
        answer = self.pairs[-1].answer
        starts = [i for i, p in enumerate(self.pairs) if p.label in ("", ITEM)]
        labels = {p.label for p in self.pairs[max(starts, default=0) :]}
        if answer is None or after.label is None:
            return False
        # What hangs below its label is more of the answer, whichever label comes next.
        hangs = piece.paragraph.place.box.x0 > answer.places[0].box.x0 + _INDENT
        if after.role not in (TELLS if hangs else DESCRIBES):
            return False
        return close(answer, piece) and bool(starts) and squeeze(after.label[0]) not in labels

    def formed(self) -> list[Paragraph | Table]:
        """The blocks, among them the tables that they are where they are forms."""
        forms = [
            made
            for part in parts_of(self.pairs, ITEM)
            if (made := form_of(part, ITEM, _UNSAID, self.duties))
        ]
        # The paragraphs stay: what they say elsewhere (a score in a sentence) is still read. They
        # stand below, where no heading among them is taken for one above the form.
        return [*forms, *self.blocks]


def _is_unlabelled(after: Piece | None) -> bool:
    return after is not None and not (begins_labelled(after) or names_part(after))


__all__ = ["ITEM", "Run"]
