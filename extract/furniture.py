"""Page numbers and running heads: what stands at the edges of page after page and is no content."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extract.layout import PageLayout
from extract.model import Paragraph
from extract.text.margins import PAGE_NUMBER, margin

# A number between dashes is a page's, in whatever margin.
_DASHED_NUMBER = re.compile(r"^\s*[-\u2013]\s*[0-9๐-๙]{1,4}\s*[-\u2013]\s*$")
_DASHED_EDGE = 0.16


def mark_furniture(layouts: Sequence[PageLayout]) -> list[PageLayout]:
    """Mark page numbers and what repeats at the edges of three pages (of both, where two).

    What stands as often within the pages is no running head but text that met their edges.
    """
    often = min(3, max(2, len(layouts)))
    seen: Counter[str] = Counter()
    for layout in layouts:
        seen.update({_furniture_key(p) for p in _edge_paragraphs(layout)})
    within: Counter[str] = Counter()
    for layout in layouts:
        at_edge = {id(p) for p in _edge_paragraphs(layout)}
        texts = (b for b in layout.blocks if isinstance(b, Paragraph) and id(b) not in at_edge)
        within.update(key for b in texts if (key := _furniture_key(b)) in seen)
    running = {key for key, times in seen.items() if times >= often and 2 * within[key] <= times}
    marked: list[PageLayout] = []
    for layout in layouts:
        edge = {id(p) for p in _edge_paragraphs(layout)}
        blocks = tuple(
            _as_furniture(b)
            if isinstance(b, Paragraph)
            and id(b) in edge
            and (PAGE_NUMBER.match(b.text) or _furniture_key(b) in running)
            else b
            for b in layout.blocks
        )
        marked.append(PageLayout(layout.page, layout.height, blocks, layout.characters))
    return marked


def _edge_paragraphs(layout: PageLayout) -> list[Paragraph]:
    narrow = margin(layout.height)
    found = []
    for block in layout.blocks:
        if not isinstance(block, Paragraph) or len(block.text) >= 120:
            continue
        edge = _DASHED_EDGE * layout.height if _DASHED_NUMBER.match(block.text) else narrow
        if block.place.box.bottom < edge or block.place.box.top > layout.height - edge:
            found.append(block)
    return found


def _furniture_key(paragraph: Paragraph) -> str:
    years = re.sub(r"(?<![0-9๐-๙])[2๒][5๕][4-9๔-๙][0-9๐-๙](?![0-9๐-๙])", "Y", paragraph.text)
    return re.sub(r"[0-9๐-๙\s]+", "#", years)


def _as_furniture(p: Paragraph) -> Paragraph:
    return Paragraph(p.text, p.place, p.lines, p.size, p.bold, furniture=True)
