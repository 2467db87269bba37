"""Measures told in lines of text: ``มาตรการ: ...``, ``ผู้รับผิดชอบ: ...`` below an item or alone.

A line may begin with a label, go on from the label above it, name the item that the labels below
are about, or head them all. A statement above lines that say who does it and until when is the
measure, though no label says so. Runs of such lines become tables: :mod:`normalize.shapes.forms`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extract.model import Paragraph, Table
from normalize.shapes.labelpieces import Piece, margins, pieces_of
from normalize.shapes.labelruns import ITEM, Run
from normalize.shapes.pairs import ends_of_lists
from normalize.words.intervals import only_interval
from normalize.words.text import squeeze

# A longer line is no label.
_SHORT = 40


def with_forms(blocks: Sequence[Paragraph | Table]) -> list[Paragraph | Table]:
    """The blocks with runs of labelled lines of text as tables, where they are forms."""
    found: list[Paragraph | Table] = []
    right = margins(blocks)
    pieces = [
        pieces_of(b, right.get(b.place.page), _below(blocks, i)) if isinstance(b, Paragraph) else []
        for i, b in enumerate(blocks)
    ]
    flat = [p for own in pieces for p in own]
    again = _repeated(flat)
    run = Run(again=again)
    ends = {id(flat[a]): flat[b] for a, b in ends_of_lists([p.text for p in flat]).items()}
    for i, block in enumerate(blocks):
        if isinstance(block, Table):
            found += [*run.formed(), block]
            run = Run(again=again)
            continue
        if isinstance(block, Paragraph) and block.furniture and run.blocks:
            run.blocks.append(block)
            continue
        ahead: list[Piece | None] = [*next((p[:1] for p in pieces[i + 1 :] if p), [None])]
        for piece, after in zip(pieces[i], [*pieces[i][1:], *ahead], strict=False):
            listed = run.pairs and run.pairs[-1].label == ITEM
            if not run.takes(piece, ends.get(id(piece), after) if listed else after) and run.pairs:
                found += run.formed()
                run = Run(again=again)
        (run.blocks if run.pairs else found).append(block)
    return [*found, *run.formed()]


def _repeated(pieces: Sequence[Piece]) -> frozenset[str]:
    """The short lines that stand by themselves in a document several times.

    What stands below a label is its answer: several forms may give the same, and how often
    something is reviewed is nothing else.
    """
    above: list[Piece | None] = [None, *pieces]
    owed = (a is not None and a.label is not None and not a.label[1] for a in above)
    free = (p for p, owes in zip(pieces, owed, strict=False) if not owes)
    alone = Counter(
        squeeze(p.text) for p in free if len(p.text) < _SHORT and not only_interval(p.text)
    )
    return frozenset(text for text, count in alone.items() if count > 1)


def _below(blocks: Sequence[Paragraph | Table], at: int) -> str:
    """The first line of the next paragraph; nothing above a table."""
    rest = (b for b in blocks[at + 1 :] if isinstance(b, Table) or not b.furniture)
    block = next(rest, None)
    return block.lines[0].text if isinstance(block, Paragraph) and block.lines else ""


__all__ = ["with_forms"]
