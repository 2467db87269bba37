"""Telling how far a run is: a bar on a terminal, a line per file in a pipe or a log.

Only what happens while files are read; what came of the run is printed by the command.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from normalize.model import Report
from pipeline.screen import counted, shown
from pipeline.workers import Outcome


@contextmanager
def progress(total: int) -> Iterator[Callable[[Outcome], None]]:
    """A function to call with each outcome of a number of files."""
    stream = sys.stderr
    if not stream.isatty():
        yield _lines(total, stream)
        return
    label = "Reading reports"
    with click.progressbar(length=total, label=label, show_pos=True, file=stream) as bar:
        yield lambda _outcome: bar.update(1)


def _lines(total: int, stream: TextIO) -> Callable[[Outcome], None]:
    count = 0

    def line(outcome: Outcome) -> None:
        nonlocal count
        count += 1
        name = shown(outcome.file.key)
        text = f"[{count}/{total}] {name}: {_said(outcome.report)} ({outcome.seconds:.1f} s)"
        click.echo(text, file=stream)

    return line


def _said(report: Report) -> str:
    if report.status == "failed":
        return "failed"
    counts = (
        counted(len(report.pages), "page"),
        counted(len(report.scores), "score"),
        counted(len(report.measures), "measure"),
        counted(len(report.findings), "finding"),
    )
    return ", ".join((report.status, *counts))
