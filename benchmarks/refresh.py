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
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pikepdf

PROJECT = Path(__file__).resolve().parents[1]
SAMPLES = sorted((PROJECT / "data" / "raw").glob("sample-*.pdf"))


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds on the clock, and of the processors: those of all workers together."""

    clock: float
    processors: float

    def __str__(self) -> str:
        digits = 1 if self.clock >= 10 else 2
        return f"{self.clock:.{digits}f} ({self.processors:.{digits}f})"


@dataclass(frozen=True, slots=True)
class Times:
    """Loads of one folder, the shortest of a few where they are short."""

    reports: int
    pages: int
    all_new: Took
    nothing_new: Took
    one_new: Took
    one_changed: Took
    mebibytes: float
    """Size of the database."""


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


def load(raw: Path, db: Path, *options: str) -> Took:
    """How long `ita load` takes."""
    code = "from pipeline.cli import main; main()"
    command = [sys.executable, "-c", code, "load", str(raw), "--db", str(db), *options]
    worked, started = processor_seconds(), time.perf_counter()
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"ita load ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return Took(time.perf_counter() - started, processor_seconds() - worked)


def processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def shortest(took: Iterable[Took]) -> Took:
    """The run that was disturbed least."""
    return min(took, key=lambda one: one.clock)


def times(folder: Path, reports: int, workers: int) -> Times:
    """Load a folder when nothing, everything, or all but one of it is loaded."""
    raw, db, option = folder / "raw", folder / "ita.db", f"--workers={workers}"
    pages = make_reports(raw, reports)
    all_new = load(raw, db, option)
    nothing = shortest(load(raw, db, option) for _ in range(5))
    return Times(
        reports,
        pages,
        all_new,
        nothing,
        shortest(_with_copy(f"new-{n}.pdf", n, raw, db, option) for n in range(3)),
        shortest(_with_copy("report-00000.pdf", n, raw, db, option) for n in range(3)),
        db.stat().st_size / 2**20,
    )


def _with_copy(name: str, number: int, raw: Path, db: Path, option: str) -> Took:
    """A load after one report was added or replaced."""
    _copy(SAMPLES[0], raw / name, 1_000_000 + number)
    return load(raw, db, option)


def memory_of_long_report(folder: Path, pages: int) -> tuple[int, Took, float]:
    """Pages, time, and the mebibytes of the largest process, of a load of one long report."""
    raw = folder / "raw"
    raw.mkdir()
    made = make_long_report(raw / "long.pdf", pages)
    took = load(raw, folder / "ita.db", "--workers=1", "--timeout=0")
    # The largest of all children so far; those of before read short reports.
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return made, took, peak / (2**20 if sys.platform == "darwin" else 2**10)


def table(measured: Sequence[Times]) -> str:
    """The measurements as a Markdown table."""
    columns = ("reports", "pages", "all new", "nothing new", "one new", "one changed", "database")
    lines = [f"| {' | '.join(columns)} |", "| ---: " * len(columns) + "|"]
    lines += [
        f"| {t.reports:,} | {t.pages:,} | {t.all_new} | {t.nothing_new} | {t.one_new} "
        f"| {t.one_changed} | {t.mebibytes:.1f} MiB |"
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
    print(f"Python {platform.python_version()}, {options.workers} workers;")
    print("seconds on the clock (of the processors, all workers together)\n", flush=True)
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
            pages, took, peak = memory_of_long_report(Path(name), options.pages)
        print(f"\nOne report of {pages:,} pages: {took}, at most {peak:.0f} MiB in a process.")


if __name__ == "__main__":
    main()
