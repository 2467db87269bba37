"""How long a refresh takes, and how much memory: ``python -m benchmarks.refresh [--reports N …]``.

Reports are the bundled samples, each copy a file of its own; `ita load` is timed as a person runs
it, Python's start included. What pages per second other programs reach does not belong here.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pikepdf

PROJECT = Path(__file__).resolve().parents[1]
SAMPLES = sorted((PROJECT / "data" / "raw").glob("sample-*.pdf"))


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of loads of one folder, the shortest of a few where they are short."""

    reports: int
    pages: int
    cold: float
    nothing_new: float
    one_new: float
    one_changed: float
    database: float
    """Size of the database in mebibytes."""


def make_reports(folder: Path, count: int) -> int:
    """Fill a folder with copies of the samples, no two alike; returns how many pages they have."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = 0
    for number in range(count):
        pages += _copy(SAMPLES[number % len(SAMPLES)], folder / f"report-{number:05}.pdf", number)
    return pages


def _copy(sample: Path, target: Path, number: int) -> int:
    with pikepdf.open(sample) as pdf:
        pdf.docinfo["/CopyNumber"] = str(number)
        pdf.save(target)
        return len(pdf.pages)


def make_long_report(target: Path, pages: int) -> int:
    """One report of many pages, whose fonts and pictures all are its own."""
    kept = []
    with pikepdf.new() as pdf:
        while len(pdf.pages) < pages:
            for sample in SAMPLES:
                kept.append(pikepdf.open(sample))
                pdf.pages.extend(kept[-1].pages)
        pdf.save(target)
        return len(pdf.pages)


def load(raw: Path, db: Path, *options: str) -> float:
    """Seconds `ita load` takes."""
    code = "from pipeline.cli import main; main()"
    command = [sys.executable, "-c", code, "load", str(raw), "--db", str(db), *options]
    started = time.perf_counter()
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"ita load ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return time.perf_counter() - started


def times(folder: Path, reports: int, workers: int) -> Times:
    """Load a folder when nothing, everything, or all but one of it is loaded."""
    raw, db, option = folder / "raw", folder / "ita.db", f"--workers={workers}"
    pages = make_reports(raw, reports)
    cold = load(raw, db, option)
    idle = min(load(raw, db, option) for _ in range(5))
    added = []
    for number in range(3):
        _copy(SAMPLES[0], raw / f"new-{number}.pdf", -number)
        added.append(load(raw, db, option))
    _copy(SAMPLES[0], raw / "report-00000.pdf", reports + 1)
    changed = load(raw, db, option)
    size = db.stat().st_size / 2**20
    return Times(reports, pages, cold, idle, statistics.median(added), changed, size)


def memory_of_long_report(folder: Path, pages: int) -> tuple[int, float, float]:
    """Pages, seconds, and the mebibytes of the largest process, of a load of one long report."""
    raw = folder / "raw"
    raw.mkdir()
    made = make_long_report(raw / "long.pdf", pages)
    seconds = load(raw, folder / "ita.db", "--workers=1", "--timeout=0")
    # The largest of all children so far; those of before read short reports.
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return made, seconds, peak / (2**20 if sys.platform == "darwin" else 2**10)


def table(measured: Sequence[Times]) -> str:
    """The measurements as a Markdown table."""
    lines = [
        "| reports | pages | all new, s | pages/s | nothing new, s | one new, s | one changed, s "
        "| database, MiB |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {t.reports:,} | {t.pages:,} | {t.cold:.1f} | {t.pages / t.cold:.1f} "
        f"| {t.nothing_new:.2f} | {t.one_new:.2f} | {t.one_changed:.2f} | {t.database:.1f} |"
        for t in measured
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--reports", type=int, nargs="*", default=[50, 500], metavar="N")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--pages", type=int, default=1000, help="of the long report; 0 for none")
    options = parser.parse_args(arguments)
    print(f"{date.today()}, {platform.machine()}, {os.cpu_count()} processors, ", end="")
    print(f"Python {platform.python_version()}, {options.workers} workers\n", flush=True)
    measured = []
    for reports in options.reports:
        folder = Path(tempfile.mkdtemp(prefix="refresh-"))
        try:
            measured.append(times(folder, reports, options.workers))
        finally:
            shutil.rmtree(folder)
    print(table(measured), flush=True)
    if options.pages:
        with tempfile.TemporaryDirectory(prefix="refresh-") as name:
            pages, seconds, peak = memory_of_long_report(Path(name), options.pages)
        print(f"\nA report of {pages:,} pages: {seconds:.0f} s, at most {peak:.0f} MiB a process.")


if __name__ == "__main__":
    main()
