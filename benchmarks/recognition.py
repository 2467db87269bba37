"""Errors of reading scans, ours beside Tesseract's: ``python -m benchmarks.recognition FILES``.

PDFs whose text layer is read right are scanned by a scanner of our own (``benchmarks.scanned``) and
read from the pictures. Cells and paragraphs are compared where they stand on the page; white space
does not count. Ours reads whole pages and has to find lines and cells itself; Tesseract is given
each cell cut out at the right place and turned straight, as kindly as can be.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
from rapidfuzz.distance import Levenshtein

from benchmarks.scanned import Scanner, scanned
from extract.model import Box, Document, Paragraph, Table, union_of
from extract.read import read_document

SCANNERS = {
    "150 dpi": Scanner(150, 0.5, 6, 0.5, 70),
    "200 dpi": Scanner(200, 0.5, 6, 0.6, 70),
    "300 dpi": Scanner(300, 0.5, 8, 0.8, 60),
    "200 dpi, 1 degree askew": Scanner(200, 1.0, 6, 0.6, 70),
    "200 dpi, noise, JPEG 40": Scanner(200, 0.5, 14, 0.9, 40),
    "300 dpi, black and white": Scanner(300, 0.3, 10, 0.6, 90, black=True),
}
_DIGITS = re.compile("[0-9\u0e50-\u0e59]")
#: Reads a scan given where its cells are; returns a text for each.
Engine = Callable[[Path, Sequence["Printed"]], list[str]]


@dataclass(frozen=True, slots=True)
class Printed:
    """A cell of a table, or what a page says outside tables; ``box`` in PDF points."""

    page: int
    box: Box
    text: str
    cell: bool


@dataclass(slots=True)
class Tally:
    """Characters and digits compared, and how many are wrong."""

    characters: int = 0
    wrong: int = 0
    digits: int = 0
    digits_wrong: int = 0
    cells: int = 0
    exact: int = 0
    seconds: float = 0.0
    pages: int = 0
    misread: list[tuple[str, str]] = field(default_factory=list)

    def add(self, printed: str, read: str) -> None:
        """Compare one cell."""
        a, b = _plain(printed), _plain(read)
        self.characters += len(a)
        self.wrong += min(Levenshtein.distance(a, b), len(a))
        self.cells += 1
        self.exact += a == b
        if a != b:
            self.misread.append((a, b))
        numbers = _DIGITS.findall(a)
        self.digits += len(numbers)
        self.digits_wrong += min(Levenshtein.distance(numbers, _DIGITS.findall(b)), len(numbers))


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text).replace("\u0e4d\u0e32", "\u0e33")


def printed_in(document: Document) -> Iterator[Printed]:
    """The cells of a document that stand in one place, and each page's text outside tables."""
    outside: dict[int, list[Paragraph]] = defaultdict(list)
    for block in document.blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                if len(cell.places) == 1 and cell.text.strip():
                    yield Printed(cell.places[0].page, cell.places[0].box, cell.text, cell=True)
        elif not block.furniture and block.text.strip():
            outside[block.place.page].append(block)
    for page, paragraphs in outside.items():
        said = "\n".join(p.text for p in paragraphs)
        yield Printed(page, union_of(p.place.box for p in paragraphs), said, cell=False)


def ours(scan: Path, printed: Sequence[Printed]) -> list[str]:
    """Whole pages through our own reader; each cell finds the one that stands in its place."""
    read: dict[int, list[Printed]] = defaultdict(list)
    for one in printed_in(read_document(scan)):
        read[one.page].append(one)
    return [_at(p, read[p.page]) for p in printed]


def _at(printed: Printed, read: Sequence[Printed]) -> str:
    """The cell that shares most of a cell's place; outside tables, all that is read there."""
    like = [r for r in read if r.cell == printed.cell]
    best = max(like, key=lambda r: _shared(printed.box, r.box), default=None)
    if best is None or (printed.cell and _shared(printed.box, best.box) < 0.4):
        return ""
    return best.text


def _shared(a: Box, b: Box) -> float:
    width = min(a.x1, b.x1) - max(a.x0, b.x0)
    height = min(a.bottom, b.bottom) - max(a.top, b.top)
    both = max(width, 0.0) * max(height, 0.0)
    return both / max(a.width * a.height + b.width * b.height - both, 1e-6)


def tesseract(language: str) -> Engine:
    """Tesseract on each cell cut out of the picture, turned straight by our own deskewing."""

    def read(scan: Path, printed: Sequence[Printed]) -> list[str]:
        import pypdfium2

        from extract.scan.deskew import skew_of, turned
        from extract.scan.picture import drawn

        said = []
        with pypdfium2.PdfDocument(scan) as pdf, tempfile.TemporaryDirectory() as folder:
            pages = {}
            for n in sorted({p.page for p in printed}):
                picture = drawn(pdf[n - 1])
                pages[n] = (turned(picture.gray, skew_of(picture.gray)), picture.points)
            for p in printed:
                gray, points = pages[p.page]
                rows = slice(int(p.box.top / points) + 2, int(p.box.bottom / points) - 2)
                cut = gray[rows, int(p.box.x0 / points) + 3 : int(p.box.x1 / points) - 3]
                said.append(_tesseract(np.ascontiguousarray(cut), language, Path(folder)))
        return said

    return read


def _tesseract(cut: np.ndarray, language: str, folder: Path) -> str:
    if cut.shape[0] < 8 or cut.shape[1] < 8:
        return ""
    path = folder / "cell.png"
    cv2.imwrite(str(path), cv2.copyMakeBorder(cut, 12, 12, 12, 12, cv2.BORDER_REPLICATE))
    command = ["tesseract", str(path), "-", "-l", language, "--psm", "6", "--dpi", "200"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={"OMP_THREAD_LIMIT": "1"}
    )
    return done.stdout


def measure(files: Sequence[Path], scanner: Scanner, engine: Engine) -> Tally:
    """Read scans of the files and compare."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        for n, file in enumerate(files):
            document = read_document(file)
            printed = list(printed_in(document))
            scan = Path(folder) / f"{n}.pdf"
            scan.write_bytes(scanned(file, scanner, seed=n))
            started = time.perf_counter()
            for one, read in zip(printed, engine(scan, printed), strict=True):
                tally.add(one.text, read)
            tally.seconds += time.perf_counter() - started
            tally.pages += len(document.pages)
    return tally


def row(name: str, t: Tally) -> str:
    """A row of the table."""
    return (
        f"| {name} | {t.wrong / max(t.characters, 1):.2%} | {t.digits_wrong / max(t.digits, 1):.2%}"
        f" | {t.exact / max(t.cells, 1):.1%} | {t.characters} | {t.digits}"
        f" | {t.seconds / max(t.pages, 1):.2f} |"
    )


def main() -> None:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, help="PDFs with a good text layer")
    parser.add_argument("--scanner", choices=SCANNERS, action="append")
    parser.add_argument("--tesseract", action="append", default=[], help="its language, as tha+eng")
    parser.add_argument("--misread", action="store_true", help="print what was misread, to stderr")
    given = parser.parse_args()
    print("| scan, reader | characters wrong | digits wrong | cells exact | of | of | s/page |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    engines: dict[str, Engine] = {"ours": ours}
    if shutil.which("tesseract"):
        engines |= {f"tesseract {lang}": tesseract(lang) for lang in given.tesseract}
    for name in given.scanner or SCANNERS:
        for reader, engine in engines.items():
            tally = measure(given.files, SCANNERS[name], engine)
            print(row(f"{name}, {reader}", tally), flush=True)
            if given.misread:
                for a, b in tally.misread:
                    print(f"{a}\n{b}\n", file=sys.stderr)


if __name__ == "__main__":
    main()
