"""Pages per second of the whole job beside plain table extraction: ``python -m benchmarks.speed``.

The peers are what most scripts do: a loop over the pages that asks a library for their tables,
repairs no text, joins no pages and reads no facts. All read the same files in turn, in the same
run; the median of a few rounds is shown, and the ratio to pdfplumber is what counts. Peers that are
not installed are left out; those beside pdfplumber read the files once.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from benchmarks.refresh import SAMPLES, Took, load, processor_seconds

_LOOPS = {
    "pdfplumber": """
import sys
import pdfplumber
for name in sys.argv[1:]:
    with pdfplumber.open(name) as pdf:
        for page in pdf.pages:
            page.extract_tables()
            page.close()
""",
    "pymupdf": """
import sys
import pymupdf
# Version 2 asks a model where the tables are unless told not to, which takes several times as long.
options = {"use_layout": False} if pymupdf.VersionBind >= "2" else {}
for name in sys.argv[1:]:
    with pymupdf.open(name) as pdf:
        for page in pdf:
            for table in page.find_tables(**options).tables:
                table.extract()
""",
    "camelot": """
import sys
import camelot
for name in sys.argv[1:]:
    for table in camelot.read_pdf(name, pages="all", flavor="lattice"):
        table.data
""",
}
_NAMES = {
    "pdfplumber": "pdfplumber `extract_tables`",
    "pymupdf": "PyMuPDF `find_tables`",
    "camelot": "camelot `lattice`",
}
_PACKAGES = {"camelot": "camelot-py"}
_PAGES = "import sys, pikepdf; print(sum(len(pikepdf.open(n).pages) for n in sys.argv[1:]))"


def loop(peer: str, files: Sequence[Path]) -> Took:
    """How long a peer's loop takes, Python's start included."""
    names = [str(file) for file in files]
    worked, started = processor_seconds(), time.perf_counter()
    subprocess.run([sys.executable, "-c", _LOOPS[peer], *names], check=True, capture_output=True)
    return Took(time.perf_counter() - started, processor_seconds() - worked)


def whole_job(files: Sequence[Path], workers: int) -> Took:
    """How long `ita load` takes into a new database."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw"
        raw.mkdir()
        for number, file in enumerate(files):
            shutil.copyfile(file, raw / f"{number:03}-{file.name}")
        return load(raw, Path(folder) / "ita.db", f"--workers={workers}")


def median(rounds: Sequence[Took]) -> Took:
    """The middle one of several runs, on the clock and of the processors."""
    return Took(
        statistics.median(one.clock for one in rounds),
        statistics.median(one.processors for one in rounds),
    )


def measured(files: Sequence[Path], rounds: int, workers: Sequence[int]) -> dict[str, Took]:
    """Everything there is to compare, pdfplumber first."""
    ours = {f"`ita load`, {n} worker{'s' if n > 1 else ''}": n for n in workers}
    took: dict[str, list[Took]] = {}
    for number in range(rounds):
        for peer in _LOOPS:
            if peer == "pdfplumber" or (number == 0 and find_spec(peer)):
                version = importlib.metadata.version(_PACKAGES.get(peer, peer))
                took.setdefault(f"{_NAMES[peer]} ({version})", []).append(loop(peer, files))
        for name, many in ours.items():
            took.setdefault(name, []).append(whole_job(files, many))
    return {name: median(many) for name, many in took.items()}


def table(took: dict[str, Took], pages: int) -> str:
    """The measurements as a Markdown table."""
    columns = ("what", "seconds", "pages per second", "ratio", "processor seconds", "ratio")
    lines = [f"| {' | '.join(columns)} |", "|---" + "|---:" * 5 + "|"]
    plain = next(iter(took.values()))
    lines += [
        f"| {name} | {one.clock:.1f} | {pages / one.clock:.0f} | {plain.clock / one.clock:.1f} "
        f"| {one.processors:.1f} | {plain.processors / one.processors:.1f} |"
        for name, one in took.items()
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, help="PDFs (the bundled samples)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    asked = parser.parse_args(arguments)
    files = [file.resolve() for file in asked.files] or SAMPLES
    counted = subprocess.run(
        [sys.executable, "-c", _PAGES, *map(str, files)], check=True, capture_output=True, text=True
    )
    pages = int(counted.stdout)
    print(f"{date.today()}, {platform.machine()}, {os.cpu_count()} processors, ", end="")
    print(f"Python {platform.python_version()}; {pages} pages of {len(files)} files, ", end="")
    print(f"median of {asked.rounds} rounds\n", flush=True)
    print(table(measured(files, asked.rounds, asked.workers), pages))


if __name__ == "__main__":
    main()
