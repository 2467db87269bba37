"""Pages per second of the whole job beside plain table extraction: ``python -m benchmarks.speed``.

The peer is what most scripts do: a loop over the pages with pdfplumber's ``extract_tables``, which
repairs no text, joins no pages and reads no facts. Both read the same files in turn, in the same
run; the median of a few rounds is shown, and the ratio is what counts.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.refresh import SAMPLES, load

_LOOP = """
import sys
import pdfplumber
for name in sys.argv[1:]:
    with pdfplumber.open(name) as pdf:
        for page in pdf.pages:
            page.extract_tables()
            page.close()
"""
_PAGES = "import sys, pikepdf; print(sum(len(pikepdf.open(n).pages) for n in sys.argv[1:]))"


def plain_loop(files: Sequence[Path]) -> float:
    """Seconds of the plain loop, Python's start included."""
    started = time.perf_counter()
    names = [str(file) for file in files]
    subprocess.run([sys.executable, "-c", _LOOP, *names], check=True, capture_output=True)
    return time.perf_counter() - started


def whole_job(files: Sequence[Path], workers: int) -> float:
    """Seconds of `ita load` into a new database."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw"
        raw.mkdir()
        for number, file in enumerate(files):
            shutil.copyfile(file, raw / f"{number:03}-{file.name}")
        return load(raw, Path(folder) / "ita.db", f"--workers={workers}").clock


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, help="PDFs (the bundled samples)")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args(arguments)
    files = [file.resolve() for file in asked.files] or SAMPLES
    counted = subprocess.run(
        [sys.executable, "-c", _PAGES, *map(str, files)], check=True, capture_output=True, text=True
    )
    pages = int(counted.stdout)
    rounds = [
        (plain_loop(files), whole_job(files, 1), whole_job(files, 2)) for _ in range(asked.rounds)
    ]
    plain, one, two = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(f"{pages} pages of {len(files)} files, median of {asked.rounds} rounds\n")
    print("| what | seconds | pages per second | ratio |\n|---|---:|---:|---:|")
    for name, took in (
        ("pdfplumber `extract_tables`", plain),
        ("ita load, 1 worker", one),
        ("ita load, 2 workers", two),
    ):
        print(f"| {name} | {took:.1f} | {pages / took:.0f} | {plain / took:.1f} |")


if __name__ == "__main__":
    main()
