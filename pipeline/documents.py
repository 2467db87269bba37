"""Reading the files a command was given, one after the other, for commands that print what is seen.

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

from extract.errors import ExtractError
from pipeline.exit_codes import ExitCode
from pipeline.screen import shown
from pipeline.stages import READERS, read

if TYPE_CHECKING:
    from extract.model import Document

#: What the exit codes mean for a command that prints what it reads.
CODES = {
    ExitCode.DONE: "everything was read",
    ExitCode.SOME_FAILED: "a file, or a page of one, could not be read; all the rest is printed",
    ExitCode.USAGE: "the command was not understood, or a file does not exist",
    ExitCode.STOPPED: "stopped by Ctrl-C",
}


FILES = click.Path(exists=True, dir_okay=False, path_type=Path)


@dataclass(slots=True)
class Reading:
    """Files to read; ``complete`` tells afterwards whether all of all of them was read."""

    paths: Sequence[Path]
    complete: bool = field(default=True, init=False)

    def documents(self) -> Iterator[Document]:
        """The documents that can be read, in the order of the files."""
        for path in self.paths:
            try:
                document = read(path)
            except ExtractError as error:
                self._say(str(error))
                continue
            except OSError as error:
                self._say(f"The file cannot be read ({error.strerror}) - {path.name}")
                continue
            for problem in document.problems:
                self._say(f"{problem.message} - {path.name}", failed=problem.severity == "error")
            yield document

    def _say(self, message: str, *, failed: bool = True) -> None:
        click.echo(shown(message), err=True)
        self.complete = self.complete and not failed


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
