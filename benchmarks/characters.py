"""How many Thai words come out right: producer by engine, ours beside three others.

Reads the fixtures of ``tests/characters`` and prints Markdown tables::

    python -m benchmarks.characters           # print them
    python -m benchmarks.characters --write   # put them into docs/characters.md

A word counts for us when the cell reads exactly as printed, white space included. The others are
measured as kindly as can be: white space does not count, and for engines that know no cells a word
is right when the alignment of the page's text with what is printed leaves it whole.
"""

from __future__ import annotations

import argparse
import json
import platform
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

from rapidfuzz.distance import Levenshtein

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "tests" / "characters" / "pdf"
PRODUCERS = {
    "chromium": "Chromium",
    "libreoffice": "LibreOffice",
    "weasyprint": "WeasyPrint",
    "typst": "Typst",
}
MANUAL = ROOT / "docs" / "characters.md"
_START, _END = "<!-- table: python -m benchmarks.characters --write -->", "<!-- end of table -->"
FONTS = ("sarabun", "laksaman", "garuda", "norasi", "loma")

#: The words of a fixture as printed, in reading order, and which of them are right.
Engine = Callable[[Path, list[list[str]]], list[bool]]


def ours(pdf: Path, rows: list[list[str]]) -> list[bool]:
    """The cells of our tables, exact to the white space."""
    from extract.read import read_document

    tables = read_document(pdf).tables
    if not tables:
        return [False for row in rows for _ in row]
    cells = {(cell.row, cell.column): cell.text for cell in tables[0].cells}
    return [cells.get((r, c)) == text for r, row in enumerate(rows) for c, text in enumerate(row)]


def plumbed(pdf: Path, rows: list[list[str]]) -> list[bool]:
    """The cells of pdfplumber's tables."""
    import pdfplumber

    with pdfplumber.open(pdf) as document:
        tables = document.pages[0].extract_tables()
    found = tables[0] if tables else []
    return [
        r < len(found) and c < len(found[r]) and _bare(found[r][c] or "") == _bare(text)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]


def pdfium(pdf: Path, rows: list[list[str]]) -> list[bool]:
    """The text of the first page by pypdfium2."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return _aligned(document[0].get_textpage().get_text_bounded(), rows)
    finally:
        document.close()


def poppler(*mode: str) -> Engine:
    """The text of the first page by pdftotext."""

    def read(pdf: Path, rows: list[list[str]]) -> list[bool]:
        command = ["pdftotext", *mode, "-l", "1", "-enc", "UTF-8", str(pdf), "-"]
        done = subprocess.run(command, capture_output=True, check=True)
        return _aligned(done.stdout.decode("utf-8", "replace"), rows)

    return read


def _bare(text: str) -> str:
    return "".join(text.split())


def _aligned(text: str, rows: list[list[str]]) -> list[bool]:
    """Which words the engine's text holds whole, by the cheapest alignment with what is printed."""
    words = [_bare(word) for row in rows for word in row]
    printed, read = "".join(words), _bare(text)
    kept = [False] * len(printed)
    cut: set[int] = set()
    for block in Levenshtein.opcodes(printed, read):
        if block.tag == "equal":
            kept[block.src_start : block.src_end] = [True] * (block.src_end - block.src_start)
        elif block.tag == "insert":
            cut.add(block.src_start)
    right, start = [], 0
    for word in words:
        end = start + len(word)
        whole = all(kept[start:end]) and not any(start < at < end for at in cut)
        right.append(whole)
        start = end
    return right


def engines() -> dict[str, Engine]:
    """The engines by the name they have in the table; poppler only where it is installed."""
    found: dict[str, Engine] = {"ita": ours, "pdfplumber": plumbed, "pdfium": pdfium}
    if shutil.which("pdftotext"):
        found["pdftotext -raw"] = poppler("-raw")
        found["pdftotext -layout"] = poppler("-layout")
    return found


def words_right(fixture: Path, engine: Engine) -> tuple[int, int]:
    """Words right and words printed: neither the header nor the running numbers count."""
    truth = json.loads(fixture.with_suffix(".json").read_text(encoding="utf-8"))
    rows: list[list[str]] = truth["tables"][0]
    right = engine(fixture, rows)
    counts = [ok for (r, c), ok in zip(_places(rows), right, strict=True) if r and c % 3]
    return sum(counts), len(counts)


def _places(rows: list[list[str]]) -> Iterator[tuple[int, int]]:
    return ((r, c) for r, row in enumerate(rows) for c in range(len(row)))


def groups() -> Iterator[tuple[str, str, list[Path]]]:
    """Table, row and fixtures of each row."""
    for producer, name in PRODUCERS.items():
        yield "producer", name, [FIXTURES / f"{producer}-{font}.pdf" for font in FONTS]
    grouped = {f"{producer}-{font}" for producer in PRODUCERS for font in FONTS}
    for path in sorted(FIXTURES.glob("*.pdf"), key=lambda path: path.stem):
        if path.stem not in grouped:
            truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
            damaged = path.stem.startswith("damaged-")
            parts = [] if damaged else [PRODUCERS[truth["producer"]]]
            parts += [part for part in (truth["what"], truth["font"]) if part]
            yield "damage" if damaged else "other fonts and sources", ", ".join(parts), [path]


def versions() -> str:
    """What was measured with what."""
    parts = [f"Python {platform.python_version()}"]
    parts += [f"{name} {version(name)}" for name in ("pdfplumber", "pdfminer.six", "pypdfium2")]
    if shutil.which("pdftotext"):
        done = subprocess.run(["pdftotext", "-v"], capture_output=True, text=True, check=False)
        parts.append(done.stderr.splitlines()[0].replace("pdftotext version", "poppler"))
    return ", ".join(parts)


def tables() -> str:
    """A table for the producers, one for other fonts and sources, one for the damages."""
    known = engines()
    lines = [f"{date.today():%Y-%m-%d}. Measured with {versions()}."]
    last = ""
    for table, name, fixtures in sorted(groups(), key=lambda group: _ORDER.index(group[0])):
        if table != last:
            lines += ["", f"| {table} | words | {' | '.join(known)} |"]
            lines.append(f"|---|---:|{'---:|' * len(known)}")
            last = table
        scores = [[words_right(path, engine) for path in fixtures] for engine in known.values()]
        total = sum(count for _, count in scores[0])
        right = " | ".join(str(sum(ok for ok, _ in score)) for score in scores)
        lines.append(f"| {name} | {total} | {right} |")
    return "\n".join(lines)


def main() -> None:
    """Print the tables, or put them into the manual."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--write", action="store_true", help=f"put them into docs/{MANUAL.name}")
    if not parser.parse_args().write:
        print(tables())
        return
    before, start, rest = MANUAL.read_text(encoding="utf-8").partition(_START)
    _, end, after = rest.partition(_END)
    MANUAL.write_text(f"{before}{start}\n{tables()}\n{end}{after}", encoding="utf-8")


_ORDER = ("producer", "other fonts and sources", "damage")

if __name__ == "__main__":
    main()
