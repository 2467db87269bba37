"""The picture of an explained fact: the part of the page it stands on, its cells marked.

The page itself is drawn by ``extract.fonts.render_page``.
"""

from __future__ import annotations

from pathlib import Path

from extract.fonts.render_page import ORANGE, RED, Mark, around, draw_page, page_size, save_picture
from load.explained import Explained, Origin, Printing
from pipeline.guard import sha256_of

RESOLUTION = 200


class NoPicture(Exception):
    """There is nothing to show, or the file is not the one that was read; says what to do."""


def fact_picture(one: Explained, raw: Path, image: Path) -> int:
    """Write the part of the page a fact stands on and say which page it is.

    The printing the value was taken from is red, others of the same page orange.

    Args:
        one: the fact.
        raw: the folder of the reports, or the report itself.
        image: the file to write.

    Raises:
        NoPicture: the fact stands on no page, or the file is gone or has changed.
        ExtractError: the file cannot be drawn, or the picture not written.
        OSError: the file cannot be opened.
    """
    main = _main(one)
    page = main.spot.page or 1
    path = report_file(one.origin, raw)
    here = [p for p in one.printings if p.spot.page == page and p.spot.box is not None]
    marks = [
        Mark(box, RED if printing is main else ORANGE, _label(one, printing))
        for printing in here
        if (box := printing.spot.box) is not None
    ]
    # The cell in question is drawn last, so that no other covers it.
    marks.sort(key=lambda mark: mark.colour == RED)
    boxes = [mark.box for mark in marks if one.kind != "score" or mark.colour == RED]
    size = page_size(path, page)
    crop = around(boxes, *size) if boxes else None
    save_picture(draw_page(path, page, marks, crop, RESOLUTION), image)
    return page


def report_file(origin: Origin, raw: Path) -> Path:
    """The file a fact was read from, if it is still the same.

    Raises:
        NoPicture: it is not there, or its bytes are others.
    """
    path = raw / origin.path if raw.is_dir() else raw
    if not path.is_file():
        raise NoPicture(f"There is no {path}: name the folder of the reports with --raw")
    if origin.sha256 and sha256_of(path) != origin.sha256:
        raise NoPicture(
            f"{path} is not the file that was read (its sha256 is another):"
            " load it again, or find the file of then"
        )
    return path


def _main(one: Explained) -> Printing:
    """The printing to show: that of the measure itself, else the first with a place."""
    placed = [p for p in one.printings if p.spot.page is not None]
    measures = [p for p in placed if p.label == "measure" and p.spot.box is not None]
    chosen = measures or [p for p in placed if p.spot.box is not None] or placed
    if not chosen:
        raise NoPicture(f"this {one.kind} stands on no page")
    if chosen[0].spot.box is None and one.kind != "finding":
        raise NoPicture(f"this {one.kind} was read from a file without pages to show")
    return chosen[0]


def _label(one: Explained, printing: Printing) -> str:
    if one.kind == "score":
        return f"{dict(one.facts)['code']} {printing.value:.2f}"
    if one.kind == "finding":
        return str(dict(one.facts)["kind"])
    return printing.label
