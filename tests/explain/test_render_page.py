"""Pages as pictures: the right part, marks where the boxes are, errors that name the file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from extract.fonts.render_page import (
    BLUE,
    RED,
    Mark,
    PictureError,
    around,
    draw_page,
    page_size,
    save_picture,
    with_legend,
)
from extract.model import Box
from extract.read import read_document

SAMPLE = Path(__file__).parents[2] / "data" / "raw" / "sample-full-2567.pdf"


def bounds(picture: Image.Image, colour: tuple[int, int, int]) -> tuple[int, int, int, int]:
    """The smallest box around all pixels of a colour."""
    rows, columns = np.nonzero((np.asarray(picture.convert("RGB")) == colour).all(axis=2))
    return int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1


def test_a_page_has_the_size_the_extractor_says() -> None:
    info = read_document(SAMPLE).pages[4]
    assert page_size(SAMPLE, 5) == pytest.approx((info.width, info.height), abs=0.01)
    picture = draw_page(SAMPLE, 5, resolution=72)
    assert picture.size == pytest.approx((info.width, info.height), abs=1)


def test_a_mark_stands_where_its_box_is() -> None:
    box = Box(100, 200, 180, 230)
    picture = draw_page(SAMPLE, 3, [Mark(box, RED)], resolution=144)
    assert bounds(picture, RED) == pytest.approx((200, 400, 360, 460), abs=2)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_rotated_and_cropped_pages_are_marked_alike(turn: int, tmp_path: Path) -> None:
    """Places count from the media box, as a reader sees the page; a crop box moves nothing."""
    path = tmp_path / "turned.pdf"
    with pikepdf.open(SAMPLE) as pdf:
        page = pdf.pages[2]
        page.rotate(turn, relative=True)
        page.cropbox = pikepdf.Array([50, 60, 500, 700])
        pdf.save(path)
    cell = next(c for t in read_document(path).tables for c in t.cells if c.text.strip() == "93.27")
    place = cell.places[0]
    marked = draw_page(path, 3, crop=place.box, resolution=144)
    straight = next(
        c for t in read_document(SAMPLE).tables for c in t.cells if c.text.strip() == "93.27"
    )
    plain = draw_page(SAMPLE, 3, crop=straight.places[0].box, resolution=144)
    # The same cell of the same page, turned: as much ink, and none of its neighbours'.
    assert sorted(marked.size) == pytest.approx(sorted(plain.size), abs=3)
    assert ink(marked) == pytest.approx(ink(plain), rel=0.2)


def ink(picture: Image.Image) -> int:
    inner = picture.crop((6, 6, picture.width - 6, picture.height - 6)).convert("L")
    return int((np.asarray(inner) < 128).sum())


def test_the_crop_keeps_the_width_and_some_lines() -> None:
    boxes = [Box(100, 200, 180, 230), Box(300, 210, 380, 260)]
    assert around(boxes, 595, 842) == Box(0, 152, 595, 308)
    assert around([Box(0, 0, 10, 840)], 595, 842) == Box(0, 0, 595, 842)
    crop = draw_page(SAMPLE, 3, crop=Box(0, 152, 595, 308), resolution=72)
    assert crop.size == (595, 156)


def test_labels_stay_on_the_page() -> None:
    corner = Box(580, 0, 594, 5)
    for where in ("above", "top", "bottom"):
        mark = Mark(corner, BLUE, "a rather long label", corner=where)
        left, top, right, _ = bounds(draw_page(SAMPLE, 3, [mark], resolution=144), BLUE)
        assert left > 800
        assert top >= 0
        assert right <= 1190


def test_a_crop_outside_the_page_shows_all_of_it() -> None:
    whole = draw_page(SAMPLE, 3, resolution=72)
    assert draw_page(SAMPLE, 3, crop=Box(900, 900, 950, 950), resolution=72).size == whole.size


def test_a_huge_page_is_drawn_smaller(tmp_path: Path) -> None:
    path = tmp_path / "poster.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(14_400, 14_400))
        pdf.save(path)
    mark = Mark(Box(7_200, 7_200, 14_400, 14_400), RED)
    picture = draw_page(path, 1, [mark])
    assert picture.width * picture.height <= 41_000_000
    assert bounds(picture, RED)[0] == pytest.approx(picture.width / 2, abs=20)


def test_the_legend_is_below_the_page() -> None:
    plain = Image.new("RGB", (300, 100), "white")
    shown = with_legend(plain, [("score", RED), ("a column without a role", BLUE)])
    assert shown.width == 300
    assert bounds(shown, RED)[1] > 100
    assert bounds(shown, BLUE)[1] > bounds(shown, RED)[1]  # no room beside it


@pytest.mark.parametrize("page", [0, 8])
def test_a_page_that_is_not_there_is_named(page: int) -> None:
    with pytest.raises(PictureError, match=f"no page {page} .* from 1 to 7"):
        draw_page(SAMPLE, page)


def test_what_is_no_pdf_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing more")
    with pytest.raises(PictureError, match=r"cannot be drawn .* - broken\.pdf"):
        page_size(broken, 1)
    with pytest.raises(PictureError, match="Only a PDF"):
        draw_page(tmp_path / "report.txt", 1)
    with pytest.raises(FileNotFoundError):
        draw_page(tmp_path / "none.pdf", 1)


def test_the_name_says_the_format(tmp_path: Path) -> None:
    picture = Image.new("RGB", (10, 10))
    save_picture(picture, tmp_path / "a.png")
    assert Image.open(tmp_path / "a.png").format == "PNG"
    with pytest.raises(PictureError, match=r"ends in \.png"):
        save_picture(picture, tmp_path / "a.pages")
    with pytest.raises(PictureError, match="cannot be written"):
        save_picture(picture, tmp_path / "none" / "a.png")


def test_help_does_not_wait_for_pictures() -> None:
    code = "import sys, pipeline.cli; import pipeline.commands.inspect, pipeline.commands.explain;"
    code += "sys.exit('PIL' in sys.modules or 'pypdfium2' in sys.modules)"
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root).returncode == 0
