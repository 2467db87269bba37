"""Changes to what a fixture's pages say, none to what they paint: marked content, spaces, maps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pikepdf

from extract.thai import MARKS, NIKHAHIT, PRESENTATION_FORMS, SARA_AA, SARA_AM, TONES
from tests.characters import fonts

Instruction = tuple[list[pikepdf.Object], str]
# Every so many marks get a space painted under them.
_EVERY = 4


def _instructions(page: pikepdf.Page) -> list[Instruction]:
    return [(list(i.operands), str(i.operator)) for i in pikepdf.parse_content_stream(page)]


def _write(pdf: pikepdf.Pdf, page: pikepdf.Page, instructions: list[Instruction]) -> None:
    data = pikepdf.unparse_content_stream(
        [(operands, pikepdf.Operator(operator)) for operands, operator in instructions]
    )
    page.Contents = pdf.make_stream(data)


def without_actual_text(pdf: pikepdf.Pdf) -> None:
    """Take the marked content with ActualText away, keep what it encloses."""
    for page in pdf.pages:
        kept: list[Instruction] = []
        open_tags: list[bool] = []
        for operands, operator in _instructions(page):
            if operator in ("BDC", "BMC"):
                said = len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary)
                open_tags.append(said and "/ActualText" in operands[1])
                if open_tags[-1]:
                    continue
            elif operator == "EMC" and open_tags.pop():
                continue
            kept.append((operands, operator))
        _write(pdf, page, kept)


@dataclass(frozen=True, slots=True)
class _Run:
    """Glyphs painted one after the other in one font."""

    font: fonts.Embedded
    glyphs: list[int]

    def text(self, position: int) -> str:
        character = self.font.characters[self.glyphs[position]]
        return PRESENTATION_FORMS.get(character, character)


def _rewrite(pdf: pikepdf.Pdf, painted: Callable[[_Run], list[Instruction]]) -> None:
    """Replace every run of ``Tj`` in one font by other instructions that paint the same."""
    known = {font.dictionary.objgen: font for font in fonts.embedded(pdf)}
    for page in pdf.pages:
        result: list[Instruction] = []
        run: _Run | None = None
        font: fonts.Embedded | None = None
        for operands, operator in _instructions(page):
            if operator == "Tj" and font is not None:
                run = run or _Run(font, [])
                data = bytes(operands[0])
                run.glyphs.extend(
                    int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2)
                )
                continue
            if run is not None:
                result += painted(run)
                run = None
            if operator == "Tf":
                font = known.get(page.Resources.Font[str(operands[0])].objgen)
            result.append((operands, operator))
        _write(pdf, page, result)


def _string(glyphs: list[int]) -> pikepdf.String:
    return pikepdf.String(b"".join(gid.to_bytes(2, "big") for gid in glyphs))


def spaces_without_room(pdf: pikepdf.Pdf) -> None:
    """Paint a space under every so many marks and step back over it, as Word sometimes does."""
    count = 0

    def painted(run: _Run) -> list[Instruction]:
        nonlocal count
        items: list[pikepdf.Object | float] = []
        space = run.font.glyph(" ")
        start = 0
        for position in range(1, len(run.glyphs)):
            if run.text(position) in MARKS and run.text(position - 1) not in MARKS:
                count += 1
                if count % _EVERY == 0:
                    items += [_string(run.glyphs[start:position]), _string([space])]
                    items.append(run.font.width(space))
                    start = position
        items.append(_string(run.glyphs[start:]))
        return [([pikepdf.Array(items)], "TJ")]

    _rewrite(pdf, painted)


def another_map_on_last_page(
    mapping: Callable[[fonts.Embedded], dict[int, str]],
) -> Callable[[pikepdf.Pdf], None]:
    """Give the last page its own copies of the fonts, with another ToUnicode map."""

    def change(pdf: pikepdf.Pdf) -> None:
        known = {font.dictionary.objgen: font for font in fonts.embedded(pdf)}
        page = pdf.pages[-1]
        page.Resources = pikepdf.Dictionary(dict(page.Resources.items()))
        copies = pikepdf.Dictionary()
        for name, dictionary in page.Resources.Font.items():
            copy = pikepdf.Dictionary(dict(dictionary.items()))
            copy.ToUnicode = fonts.to_unicode(pdf, mapping(known[dictionary.objgen]))
            copy.Damaged = True
            copies[name] = pdf.make_indirect(copy)
        page.Resources.Font = copies

    return change


def clusters_on_bases(pdf: pikepdf.Pdf) -> None:
    """Let each base say its whole cluster and each mark say its part again, as InDesign does.

    The map of a glyph is that of its first use; where a later use differs, the base stands in
    ActualText. The sara aa of a sara am says U+FFFD: nothing new.
    """
    maps: dict[tuple[int, int], dict[int, str]] = {}

    def painted(run: _Run) -> list[Instruction]:
        known = maps.setdefault(run.font.dictionary.objgen, {})
        result: list[Instruction] = []
        for cluster in _clusters(run):
            says = _said(run, cluster)
            for position, text in zip(cluster, says, strict=True):
                gid = run.glyphs[position]
                show: Instruction = ([_string([gid])], "Tj")
                is_mark = run.text(position) in MARKS
                if known.setdefault(gid, text) == text or is_mark:
                    result.append(show)
                else:
                    result += [_span(text), show, ([], "EMC")]
        return result

    _rewrite(pdf, painted)
    for font in list(fonts.embedded(pdf)):
        font.dictionary.ToUnicode = fonts.to_unicode(pdf, maps[font.dictionary.objgen])
        font.dictionary.Damaged = True


def _span(text: str) -> Instruction:
    said = pikepdf.Dictionary(ActualText=b"\xfe\xff" + text.encode("utf-16-be"))
    return [pikepdf.Name.Span, said], "BDC"


def _clusters(run: _Run) -> Iterator[list[int]]:
    """Positions of each base with its marks, and with the sara aa of its sara am."""
    cluster: list[int] = []
    for position in range(len(run.glyphs)):
        text = run.text(position)
        split_am = text == SARA_AA and any(run.text(p) == NIKHAHIT for p in cluster)
        if cluster and text not in MARKS and not split_am:
            yield cluster
            cluster = []
        cluster.append(position)
    if cluster:
        yield cluster


def _said(run: _Run, cluster: list[int]) -> list[str]:
    """What each glyph of a cluster says: the base everything, its marks the last marks again."""
    texts = [run.text(position) for position in cluster]
    if len(texts) == 1:
        return texts
    marks = [text for text in texts[1:] if text in MARKS and text != NIKHAHIT]
    marks.sort(key=lambda mark: (mark in TONES or mark == "\u0e4c", mark))
    whole = texts[0] + "".join(marks) + (SARA_AM if NIKHAHIT in texts else "")
    return [whole, whole[-1], *["\ufffd"] * (len(texts) - 2)]
