"""Whole reports read from pictures of their pages, held against what the originals say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from benchmarks.recognition import Tally, ours, printed_in
from benchmarks.scanned import Scanner
from extract.model import Document
from extract.read import read_document
from normalize.report import read_report
from quality.check import check_report
from tests.reports import SAMPLES
from tests.scan.conftest import Scan
from tests.truth import load_truth, wrong_scores

Read = Callable[[Path], Document]
TRUTH = Path(__file__).parents[1] / "samples" / "truth"
USUAL = Scanner()
# Three layouts; between them Thai and Arabic digits, tight rows and tables over pages.
NAMES = ("sample-columns-2566", "sample-compare-2567", "sample-progress-2567")
SCANNERS = {
    "150 dpi": Scanner(150, 0.4, 5, 0.4, 75),
    "300 dpi, 1 degree askew": Scanner(300, 1.0, 8, 0.8, 60),
    "noise": Scanner(200, 0.3, 14, 0.8, 45),
    "black and white": Scanner(300, 0.3, 8, 0.5, 90, black=True),
}


def original(name: str) -> Path:
    return next(path for path in SAMPLES if path.stem == name)


def assert_scores_are_right(document: Document, name: str) -> None:
    truth = load_truth(TRUTH / f"{name}.json")
    report = check_report(read_report(document))
    assert list(wrong_scores(report, truth)) == []
    year = truth["assessment_year"]
    printed = {(s.get("year", year), s["code"]) for s in truth["scores"]}
    read = {(s.fiscal_year, s.code) for s in report.scores}
    assert len(printed & read) >= 0.99 * len(printed), printed - read


@pytest.mark.parametrize("name", NAMES)
def test_a_scan_gives_the_scores_of_its_original(scan: Scan, read: Read, name: str) -> None:
    document = read(scan(name, USUAL))
    assert document.text_source == "ocr"
    assert_scores_are_right(document, name)


@pytest.mark.parametrize("name", NAMES)
def test_a_scan_has_the_tables_of_its_original(scan: Scan, read: Read, name: str) -> None:
    def shape(document: Document) -> list[tuple[int, int, int]]:
        return [(t.columns, len(t.rows), len(t.cells)) for t in document.tables]

    assert shape(read(scan(name, USUAL))) == shape(read_document(original(name)))


@pytest.mark.parametrize("name", NAMES)
def test_a_scan_has_the_measures_of_its_original(scan: Scan, read: Read, name: str) -> None:
    ours, theirs = (
        read_report(document).measures
        for document in (read(scan(name, USUAL)), read_document(original(name)))
    )
    assert [m.codes for m in ours] == [m.codes for m in theirs]
    assert [m.deadline for m in ours] == [m.deadline for m in theirs]


@pytest.mark.parametrize("kind", SCANNERS)
def test_other_scanners_give_the_same_scores(scan: Scan, read: Read, kind: str) -> None:
    name = "sample-columns-2566"
    assert_scores_are_right(read(scan(name, SCANNERS[kind])), name)


def test_two_of_a_hundred_characters_at_most_are_wrong(scan: Scan, read: Read) -> None:
    tally = Tally()
    for name in NAMES:
        printed = list(printed_in(read_document(original(name))))
        for one, said in zip(printed, ours(scan(name, USUAL), printed), strict=True):
            tally.add(one.text, said)
    assert tally.characters > 5_000
    assert tally.wrong <= 0.02 * tally.characters
    assert tally.digits_wrong <= 0.01 * tally.digits


def test_places_lead_back_to_the_page_as_it_lies_in_the_scanner(scan: Scan, read: Read) -> None:
    name = "sample-columns-2566"
    askew = read(scan(name, Scanner(200, 1.0, 6, 0.6, 70)))
    straight = read_document(original(name))
    for cell, known in zip(askew.tables[0].cells, straight.tables[0].cells, strict=True):
        a, b = cell.places[0], known.places[0]
        assert (a.page, a.row, a.column) == (b.page, b.row, b.column)
        assert abs(a.box.centre[0] - b.box.centre[0]) < 12
        assert abs(a.box.centre[1] - b.box.centre[1]) < 12


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pages_scanned_on_their_side_or_head_are_turned(
    scan: Scan, tmp_path: Path, turn: int
) -> None:
    name = "sample-columns-2566"
    turned = tmp_path / f"turned-{turn}.pdf"
    with pikepdf.open(scan(name, USUAL)) as pdf:
        for sheet in pdf.pages:
            # The picture itself is turned, not the page: as a sheet put in sideways.
            width, height = float(sheet.mediabox[2]), float(sheet.mediabox[3])
            move = {90: (0, -1, 1, 0, 0, width), 180: (-1, 0, 0, -1, width, height),
                    270: (0, 1, -1, 0, height, 0)}[turn]  # fmt: skip
            begin = " ".join(map(str, move)) + " cm\n"
            sheet.contents_add(b"q " + begin.encode(), prepend=True)
            sheet.contents_add(b"\nQ")
            if turn != 180:
                sheet.mediabox = pikepdf.Array([0, 0, height, width])
        pdf.save(turned)
    document = read_document(turned)
    assert_scores_are_right(document, name)
    for page in document.pages:
        for table in document.tables:
            for place in table.places:
                if place.page == page.number:
                    assert -2 <= place.box.x0 <= place.box.x1 <= page.width + 2
                    assert -2 <= place.box.top <= place.box.bottom <= page.height + 2


def test_fonts_that_say_nothing_are_read_as_well_as_scans(tmp_path: Path) -> None:
    """Fonts without a mapping and with all outlines emptied of their names: only pictures tell."""
    name = "sample-columns-2566"
    mute = tmp_path / "mute.pdf"
    with pikepdf.open(original(name)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
                simple = thing.get("/Subtype") != "/Type0"
                for key in ("/ToUnicode", "/Encoding") if simple else ("/ToUnicode",):
                    if key in thing:
                        del thing[key]
        pdf.save(mute)
    assert_scores_are_right(read_document(mute), name)
