"""A page as a picture, with boxes drawn on it: what a person looks at to see what was read where.

PDFium draws the page, Pillow the boxes. Boxes are in the points of :mod:`extract.model`, origin at
the top left of the page as a reader sees it. What the boxes mean is the caller's affair; labels
are Latin, so that no Thai font is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from extract.errors import ExtractError
from extract.model import Box

#: Dots per inch of a picture; a whole A4 page has 1,240 by 1,754 pixels.
RESOLUTION = 150
_POINTS_PER_INCH = 72
# A poster, or a page whose size is a lie, is drawn smaller: this many pixels take 160 MB.
_MOST_PIXELS = 40_000_000
_LABEL_SIZE = 7.0  # points
_LINE = 1.2  # points
_SECONDS = 30

Colour = tuple[int, int, int]
RED: Colour = (200, 0, 30)
GREEN: Colour = (0, 130, 60)
BLUE: Colour = (30, 90, 200)
ORANGE: Colour = (220, 110, 0)
TEAL: Colour = (0, 120, 140)
PURPLE: Colour = (130, 40, 170)
GREY: Colour = (120, 120, 120)


class PictureError(ExtractError):
    """A page cannot be shown as a picture."""

    kind = "no-picture"


@dataclass(frozen=True, slots=True)
class Mark:
    """A box to draw.

    Attributes:
        box: where.
        colour: of its frame, its filling and the ground of its label.
        label: Latin letters at a corner.
        filled: colour its inside lightly.
        width: of the frame in points; 0 for no frame.
        corner: where the label stands: ``above`` the top left corner, or inside at the right,
            ``top`` or ``bottom``.
    """

    box: Box
    colour: Colour = RED
    label: str = ""
    filled: bool = False
    width: float = _LINE
    corner: str = "above"


def draw_page(
    path: Path,
    page: int,
    marks: Sequence[Mark] = (),
    crop: Box | None = None,
    resolution: int = RESOLUTION,
) -> Image.Image:
    """A page as a picture with marks on it.

    Args:
        path: the PDF.
        page: from 1.
        marks: what to draw, in this order.
        crop: the part of the page to show; all of it where ``None``.
        resolution: dots per inch.

    Raises:
        PictureError: the file cannot be drawn, or has no such page.
        OSError: the file cannot be opened.
    """
    scale, mode, size, data = _alone(_drawn, path, page, resolution)
    picture = Image.frombytes(mode, size, data).convert("RGB")
    for mark in marks:
        picture = _marked(picture, mark, scale)
    if crop is None:
        return picture
    left, top = max(0, int(crop.x0 * scale)), max(0, int(crop.top * scale))
    right = min(picture.width, max(left + 1, round(crop.x1 * scale)))
    bottom = min(picture.height, max(top + 1, round(crop.bottom * scale)))
    if left >= right or top >= bottom:
        return picture
    return picture.crop((left, top, right, bottom))


def around(boxes: Sequence[Box], width: float, height: float, margin: float = 48.0) -> Box:
    """The part of a page to show around boxes: its whole width, and some lines above and below."""
    top = max(0.0, min(b.top for b in boxes) - margin)
    bottom = min(height, max(b.bottom for b in boxes) + margin)
    return Box(0.0, top, width, bottom)


def page_size(path: Path, page: int) -> tuple[float, float]:
    """Width and height of a page in points, as a reader sees it.

    Raises:
        PictureError: the file cannot be drawn, or has no such page.
    """
    return _alone(_size, path, page)


_Said = TypeVar("_Said")


def _alone(work: Callable[..., _Said], path: Path, page: int, *more: float) -> _Said:
    """What a function says of a page, asked in a process of its own.

    PDFium cannot be stopped, and two kilobytes of forms in forms keep it at a page for ever; a
    process can.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(theirs, work, path, page, *more), daemon=True)
    process.start()
    theirs.close()
    remedy = "open it in another program"
    try:
        if not ours.poll(_SECONDS):
            raise PictureError(f"Drawing page {page} took over {_SECONDS} s", path.name, remedy)
        answer: _Said | PictureError | OSError = ours.recv()
    except EOFError:
        raise PictureError(f"Page {page} cannot be drawn", path.name, remedy) from None
    finally:
        process.kill()
        process.join()
        ours.close()
    if isinstance(answer, PictureError | OSError):
        raise answer
    return answer


def _send(
    connection: Connection, work: Callable[..., object], path: Path, page: int, *more: float
) -> None:
    """Send what a function says, or why it cannot."""
    try:
        connection.send(work(path, page, *more))
    except (PictureError, OSError) as error:
        connection.send(error)


def _size(path: Path, page: int) -> tuple[float, float]:
    with _opened(path) as pdf:
        found = _page(pdf, path, page)
        width, height = found.get_size()
        return float(width), float(height)


def _opened(path: Path) -> pypdfium2.PdfDocument:
    if path.suffix.lower() != ".pdf":
        raise PictureError("Only a PDF has pages to draw", path.name, "name the PDF")
    # Given the path itself, pdfium reports a missing file like a damaged one.
    path.stat()
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise PictureError(
            f"The PDF cannot be drawn ({error})", path.name, "open it in another program"
        ) from error


def _page(pdf: pypdfium2.PdfDocument, path: Path, page: int) -> pypdfium2.PdfPage:
    """A page with its crop box out of the way: places are counted from the media box."""
    if not 1 <= page <= len(pdf):
        raise PictureError(f"There is no page {page}", path.name, f"name one from 1 to {len(pdf)}")
    try:
        found = pdf[page - 1]
        whole = found.get_mediabox()
        if found.get_cropbox() != whole:
            found.set_cropbox(*whole)
            found.close()
            found = pdf[page - 1]
        return found
    except pypdfium2.PdfiumError as error:
        raise PictureError(
            f"Page {page} cannot be drawn ({error})", path.name, "open it in another program"
        ) from error


def _drawn(path: Path, page: int, resolution: int) -> tuple[float, str, tuple[int, int], bytes]:
    """The page without marks: its scale, and how Pillow makes a picture of it."""
    width, height = _size(path, page)
    scale = min(resolution / _POINTS_PER_INCH, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    with _opened(path) as pdf:
        picture: Image.Image = _page(pdf, path, page).render(scale=scale).to_pil()
        return scale, picture.mode, picture.size, picture.tobytes()


def _marked(picture: Image.Image, mark: Mark, scale: float) -> Image.Image:
    edges = tuple(
        round(v * scale) for v in (mark.box.x0, mark.box.top, mark.box.x1, mark.box.bottom)
    )
    left, top, right, bottom = edges
    right, bottom = max(right, left + 1), max(bottom, top + 1)
    if mark.filled:
        ground = Image.new("RGBA", picture.size, (0, 0, 0, 0))
        ImageDraw.Draw(ground).rectangle((left, top, right, bottom), fill=(*mark.colour, 40))
        picture = Image.alpha_composite(picture.convert("RGBA"), ground).convert("RGB")
    draw = ImageDraw.Draw(picture)
    if mark.width:
        width = max(1, round(mark.width * scale))
        draw.rectangle((left, top, right, bottom), outline=mark.colour, width=width)
    if mark.label:
        _label(draw, mark, (left, top, right, bottom), scale, picture.width)
    return picture


def _label(
    draw: ImageDraw.ImageDraw,
    mark: Mark,
    edges: tuple[int, int, int, int],
    scale: float,
    limit: int,
) -> None:
    """White letters on a ground of the mark's colour, kept on the page."""
    font = ImageFont.load_default(round(_LABEL_SIZE * scale))
    x0, y0, x1, y1 = draw.textbbox((0, 0), mark.label, font=font)
    pad = max(1, round(scale))
    wide, high = x1 - x0 + 2 * pad, y1 - y0 + 2 * pad
    left = edges[0] if mark.corner == "above" else edges[2] - wide
    top = {"above": edges[1] - high, "top": edges[1], "bottom": edges[3] - high}[mark.corner]
    left, top = max(0, min(left, limit - wide)), max(0, top)
    draw.rectangle((left, top, left + wide, top + high), fill=mark.colour)
    draw.text((left + pad - x0, top + pad - y0), mark.label, fill="white", font=font)


def with_legend(picture: Image.Image, legend: Sequence[tuple[str, Colour]]) -> Image.Image:
    """The picture with a strip under it that says what the colours mean."""
    font = ImageFont.load_default(20)
    square, gap, line = 20, 10, 34
    places: list[tuple[int, int, str, Colour]] = []
    x, y = gap, picture.height + gap
    for label, colour in legend:
        wide = square + gap + round(font.getlength(label)) + 3 * gap
        if x > gap and x + wide > picture.width:
            x, y = gap, y + line
        places.append((x, y, label, colour))
        x += wide
    whole = Image.new("RGB", (picture.width, y + line), "white")
    whole.paste(picture)
    draw = ImageDraw.Draw(whole)
    for x, y, label, colour in places:
        draw.rectangle((x, y, x + square, y + square), fill=colour)
        draw.text((x + square + gap, y - 2), label, fill="black", font=font)
    return whole


def save_picture(picture: Image.Image, path: Path) -> None:
    """Write a picture; the ending of the name says in which format.

    Raises:
        PictureError: there is no such format, or the file cannot be written.
    """
    try:
        picture.save(path)
    except ValueError as error:
        raise PictureError(
            "The picture has no format", path.name, "give it a name that ends in .png"
        ) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise PictureError(
            f"The picture cannot be written ({reason})", str(path), "choose another place"
        ) from error
