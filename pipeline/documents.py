"""Reading the files a command was given, one after the other, for commands that print what is seen.

Files are read as `ita load` reads them: in a process of their own, within limits of time and
memory, so that a file which takes the reader down is named and the others are printed.

What cannot be read is said on standard error and counted; everything else goes on. Printing is the
commands' own affair, and nothing here knows of databases.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.exit_codes import ExitCode
from pipeline.screen import shown
from pipeline.stages import READERS

if TYPE_CHECKING:
    from extract.model import Document
    from normalize.model import Finding

#: What the exit codes mean for a command that prints what it reads.
CODES = {
    ExitCode.DONE: "everything was read",
    ExitCode.SOME_FAILED: "a file, or a page of one, could not be read; all the rest is printed",
    ExitCode.USAGE: "the command was not understood, or a file does not exist",
    ExitCode.STOPPED: "stopped by Ctrl-C",
}


# What libraries log on the way says nothing about the text that came of it.
_BESIDE_THE_POINT = ("reader-remark",)
_LIMITS = ("time-limit", "memory-limit")

FILES = click.Path(exists=True, dir_okay=False, path_type=Path)


@dataclass(slots=True)
class Reading:
    """Files to read; ``complete`` tells afterwards whether all of all of them was read."""

    paths: Sequence[Path]
    complete: bool = field(default=True, init=False)

    def documents(self) -> Iterator[Document]:
        """The documents that can be read, in the order of the files."""
        from pipeline.found import ReportFile
        from pipeline.seen import LIMITS, STAGES, Seen
        from pipeline.workers import read_all

        files = [ReportFile(path.name, path, 0, 0) for path in self.paths]
        for outcome in read_all(files, STAGES, 1, LIMITS):
            report = outcome.report
            for finding in report.findings:
                self._say(finding, outcome.file.name)
            if isinstance(report, Seen):
                yield report.document

    def _say(self, finding: Finding, name: str) -> None:
        """Name what was not read; where a whole file was not, the message names it already."""
        if finding.kind in _BESIDE_THE_POINT:
            return
        message = finding.message if name in finding.message else f"{finding.message} - {name}"
        if finding.kind in _LIMITS:
            message = message.rpartition(" - ")[0]  # the options it names are those of `ita load`
        click.echo(shown(message), err=True)
        self.complete = self.complete and finding.severity != "error"


@contextlib.contextmanager
def reading(ctx: click.Context, paths: Sequence[Path]) -> Iterator[Reading]:
    """The files of a command; when all is printed, end it with the exit code they deserve."""
    files = Reading(paths)
    try:
        yield files
    except KeyboardInterrupt:
        ctx.exit(ExitCode.STOPPED)
    if not files.complete:
        ctx.exit(ExitCode.SOME_FAILED)


def known_files(
    _ctx: click.Context, _parameter: click.Parameter, paths: tuple[Path, ...]
) -> tuple[Path, ...]:
    """The paths, if readers read files of their kinds; a usage error that says what to name."""
    for path in paths:
        if path.suffix.lower() not in READERS:
            kinds = ", ".join(sorted(READERS))
            raise click.BadParameter(
                f"{shown(str(path))} is not a kind of file that can be read; name one of: {kinds}."
            )
    return paths
