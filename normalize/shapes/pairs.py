"""Labels and answers in the order they are printed, made fit to become forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Table
from extract.text.lineends import LIST_MARK
from extract.text.lines import join_text
from normalize.names.codes import entries_of
from normalize.names.phrases import header_role, phrase_of, role_of
from normalize.names.said import beside_name
from normalize.names.sections import only_names
from normalize.names.titles import begins_title, ends_title, is_title, known_title
from normalize.shapes.barelabels import DESCRIBES
from normalize.shapes.duties import ITEMS, REVIEW, without_reference
from normalize.shapes.forms import Pair, as_table, is_form
from normalize.words.patterns import compiled
from normalize.words.text import clean
from normalize.words.values import find_scores

# What a line's end may hold of a label that goes on below it, in letters.
_SYLLABLES = 16
# The longest line of an item's title, in letters.
_TITLE = 160
_LABELS = 3
# So many items may head one form, each in a line of its own.
_TOGETHER = 3


def ends_of_lists(texts: Sequence[str]) -> dict[int, int]:
    """For each statement of a list of lines the position of the line that ends the list."""
    found: dict[int, int] = {}
    for at in reversed(range(len(texts) - 1)):
        if LIST_MARK.match(texts[at]):
            found[at] = found.get(at + 1, at + 1)
    return found


def torn_label(text: str, line: str) -> bool:
    """Whether a line begins with the rest of a label: ``... ฝ่ายเจ้าของ`` / ``เรื่อง: ฝ่ายโยธา``."""
    label, colon, _ = line.partition(":")
    if not colon or len(label) > _SYLLABLES:
        return False
    begun = (text.rsplit(maxsplit=1) or [""])[-1]
    if phrase_of(begun + label.strip()) in DESCRIBES:
        # "... ผู้" / "รับผิดชอบ: ฝ่ายโยธา": the rest would do as a label, the whole is one.
        return True
    if role_of(label) in DESCRIBES:
        return False
    return len(begun) < _SYLLABLES and header_role(begun + label.strip()) in DESCRIBES


def balanced(text: str) -> str:
    """A part of a text without the bracket that opened before it or closes after it."""
    text = text.removesuffix("(").rstrip(" ;,")
    return text[:-1].rstrip() if text.endswith(")") and text.count("(") < text.count(")") else text


_PART = compiled(r"ตัวชี้วัด\s*(?:ย่อย)?\s*(?:ที่)?\s*([0-9]{1,2}(?:\.[0-9])?)\s*(\D{4,})$")


def owes_title(pair: Pair, text: str) -> bool:
    """Whether a text is the title of the item named above, the end of it, or its score.

    Of an item of which more than the code is said only what makes the title whole is more of it.
    """
    entries = entries_of(clean(pair.answer.text)) if pair.answer is not None else []
    one = len(entries) == 1 and entries[0].question and not entries[0].scores
    if not one or len(text) > _TITLE:
        return bool(entries) and not any(e.question for e in entries) and known_title(clean(text))
    if beside_name(clean(text), None):
        # The number beside a title of two lines stands in a line of its own.
        return True
    rest = clean(text)
    for score in reversed(find_scores(rest)):
        rest = rest[: score.start] + rest[score.end :]
    said = entries[0].question
    part = _PART.search(said)
    if part is not None:
        # Behind the item stands what it is part of, a name that goes on below it.
        return only_names(join_text(part[2], rest), part[1]) and not rest[:1].isdigit()
    return not is_title(said) and (ends_title(said, rest) or begins_title(said, rest))


def parts_of(pairs: list[Pair], item: str) -> list[list[Pair]]:
    """The pairs, those before the first heading of items apart where it begins another form.

    It does where the first label stands behind it once more. A heading with nothing below it
    is of no form. ``item``: the label of headings of items.
    """
    pairs = list(pairs)
    while pairs and pairs[-1].label in ("", item):
        pairs.pop()
    at = next((i for i, p in enumerate(pairs) if p.label == item), 0)
    after = next((i for i, p in enumerate(pairs) if i > at and p.label == item), len(pairs))
    begins = at > 0 and pairs[0].label in (p.label for p in pairs[at + 1 : after])
    # A measure is not told before the items it is for and their weakness.
    told = any(header_role(p.label) == "measure" for p in pairs[:at])
    weak = pairs[at + 1 : at + 2]
    begins = begins or (told and any(header_role(p.label) == "weakness" for p in weak))
    return [pairs[:at], pairs[at:]] if begins else [pairs]


def without_rest(pairs: list[Pair], item: str) -> list[Pair]:
    """The pairs without what begins in the middle of a form: labels that stand behind measures.

    Given to the measure below they would be another's. ``item``: the label of headings of items.
    """
    heads = [i for i, p in enumerate(pairs) if p.label in ("", item) or _leads(p)]
    if not heads or not pairs[0].label or header_role(pairs[0].label) not in DESCRIBES:
        return pairs
    named = [i for i, p in enumerate(pairs) if p.label == item]
    if named:
        # A heading of items begins a form: what describes a measure before it is of one above.
        return pairs[named[0] :] if header_role(pairs[0].label) != "code" else pairs
    behind = {p.label for p in pairs[heads[-1] :]}
    return pairs[heads[0] :] if pairs[0].label in behind else pairs


def _leads(pair: Pair) -> bool:
    return header_role(pair.label) in ("measure", "item", "code")


def with_heads_together(pairs: list[Pair], item: str) -> list[Pair]:
    """The pairs, the few items that head what comes next in lines of their own as one.

    A longer list of items is one of scores: what stands below is its last one's, if any's.
    """
    count = next((i for i, p in enumerate(reversed(pairs)) if p.label != item), len(pairs))
    heads = [p for p in pairs[len(pairs) - count :] if p.answer is not None]
    named = [entries_of(clean(p.answer.text)) for p in heads if p.answer is not None]
    lone = all(len(e) == 1 and e[0].question and not e[0].last for e in named)
    alike = lone and len({e[0].token[:1] for e in named}) == 1
    if not 1 < count <= _TOGETHER or len(heads) < count or not alike:
        return pairs
    first, cells = heads[0], [p.answer for p in heads if p.answer is not None]
    whole = replace(
        cells[0],
        text="\n".join(c.text for c in cells),
        places=tuple(dict.fromkeys(place for c in cells for place in c.places)),
        lines=tuple(line for c in cells for line in c.lines),
    )
    return [*pairs[: len(pairs) - count], replace(first, answer=whole)]


def with_references(pairs: Sequence[Pair], statement: str) -> list[Pair]:
    """The pairs with the items in brackets behind the statements under a label of their own.

    ``statement``: the label of statements.
    Where a statement has none it would be given those of the one above: then none are taken out.
    """
    parts = [without_reference(p.answer.text) for p in pairs if p.label == statement and p.answer]
    if not parts or not all(codes for _, codes in parts):
        return list(pairs)
    found: list[Pair] = []
    for pair in pairs:
        if pair.label != statement or pair.answer is None:
            found.append(pair)
            continue
        text, codes = without_reference(pair.answer.text)
        found.append(replace(pair, answer=replace(pair.answer, text=text)))
        label = replace(pair.label_cell, text=ITEMS)
        found.append(Pair(ITEMS, label, replace(pair.answer, text=codes or "")))
    return found


def _names_measures_anew(labelled: Sequence[Pair], item: str) -> bool:
    """Whether forms without a measure have one label nobody knows, and say who does it.

    What the column of that label is taken for is a finding (``column-guessed``).
    """
    roles = {p.label: header_role(p.label) for p in labelled if p.label != item}
    new = [label for label, role in roles.items() if role is None]
    return "measure" not in roles.values() and len(new) == 1 and "responsible" in roles.values()


def form_of(pairs: list[Pair], item: str, statement: str, duties: int) -> Table | None:
    """The table of labels and answers where they are a form, or ``None``.

    Args:
        pairs: labels and answers in the order printed.
        item: the label of headings of items.
        statement: the label of statements that have none.
        duties: how many statements were taken from sentences.
    """
    pairs = without_rest(pairs, item)
    labelled = [p for p in pairs if p.label]
    headed = bool(labelled) and labelled[0].label == item
    roles = {header_role(p.label) for p in labelled if p.label != item}
    stated = sum(p.label == statement for p in pairs)
    # Several statements, and who does each or until when, may be all there is.
    counts = stated >= 2 and bool(roles & {"responsible", "deadline"})
    measured = headed and _names_measures_anew(labelled, item)
    # Weaknesses may be told item by item, and their measures in a table of their own.
    counts = counts or (headed and roles == {"weakness"} and len(labelled) > _LABELS)
    if len(labelled) < _LABELS or not (is_form(labelled, headed, measured=measured) or counts):
        return None
    # One sentence without a label or a number is no form if it is all: it may be any of a letter.
    if not (headed or len(labelled) < len(pairs)) and duties == stated == 1:
        return None
    number = -1 - pairs[0].label_cell.places[0].page
    return as_table(number, with_references(pairs, statement), None)


__all__ = [
    "REVIEW",
    "balanced",
    "ends_of_lists",
    "form_of",
    "owes_title",
    "parts_of",
    "torn_label",
    "with_heads_together",
    "with_references",
    "without_rest",
]
