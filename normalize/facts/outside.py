"""Scores that stand outside tables: in sentences, in lists of lines and in tiles."""

from __future__ import annotations

from extract.model import Document, Paragraph
from normalize.facts.amidtitles import amid_titles_in
from normalize.facts.comparedyears import compared_in
from normalize.facts.equals import equals_in
from normalize.facts.grouptotals import without_group_totals
from normalize.facts.headbadges import badges_in
from normalize.facts.headed import headed_in, without_parts_of_items
from normalize.facts.headyears import by_year
from normalize.facts.listed import listed_in
from normalize.facts.listyears import dated_in
from normalize.facts.paired import paired_in
from normalize.facts.prose import instruments_in, overall_in
from normalize.facts.quoted import quoted_in
from normalize.facts.scores import Stated
from normalize.facts.tiles import tiles_in
from normalize.facts.titlednumbers import titled_numbers_in


def in_prose(document: Document, year: int | None, own: str | None) -> list[Stated]:
    """What a document states so; ``year``: the assessment's, ``own``: code of its agency."""
    blocks = [*without_parts_of_items(document.blocks, year)]
    headed = headed_in(blocks, year)
    # What stands under the name of an indicator is said of that, and not of the whole.
    parts = {one.source for one in headed if one.level != "overall"}
    found: list[Stated] = []
    more = [*headed, *badges_in(document.paragraphs, year)]
    for told, lines in by_year(document.paragraphs, year).items():
        found += (one for one in overall_in(lines, told, own) if one.source not in parts)
        found += instruments_in(lines, told, own)
        found += quoted_in(lines, told)
        found += tiles_in(lines, told)
        more += [*paired_in(lines, told), *equals_in(lines, told), *amid_titles_in(lines, told)]
        more += [*dated_in(lines, told), *titled_numbers_in(lines, told)]
        more += compared_in(lines, told, own)
    for told, lines in by_year((b for b in blocks if isinstance(b, Paragraph)), year).items():
        found += listed_in(lines, told)
    known = {(one.year, one.code, one.source) for one in found}
    more = [one for one in more if (one.year, one.code, one.source) not in known]
    return without_group_totals([*found, *more], document.paragraphs)


__all__ = ["in_prose"]
