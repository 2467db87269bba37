"""`ita load`: read new and changed reports into the database, and say what came of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.corrections import corrections_for
from pipeline.exit_codes import ExitCode, help_text
from pipeline.found import Found, SameNameError, find
from pipeline.screen import shown
from pipeline.stages import READERS, STAGES, Stages

if TYPE_CHECKING:
    from pipeline.run import Options, Result

RAW = Path("data/raw")
DATABASE = Path("data/processed/ita.db")
SECONDS = 300.0
MEBIBYTES = 2048
PAGES = 2000


@click.command(name="load", epilog=help_text())
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option(
    "--db",
    type=click.Path(path_type=Path, dir_okay=False),
    default=DATABASE,
    show_default=True,
    help="The database; made if there is none.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    help="Files read at the same time.  [default: one per processor]",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0),
    default=SECONDS,
    show_default=True,
    help="Seconds after which the reading of a file is given up; 0 for no limit.",
)
@click.option(
    "--max-memory",
    type=click.IntRange(min=0),
    default=MEBIBYTES,
    show_default=True,
    help="Mebibytes of memory the reading of a file may take; 0 for no limit.",
)
@click.option(
    "--max-pages",
    type=click.IntRange(min=0),
    default=PAGES,
    show_default=True,
    help="Pages a report may have; 0 for no limit.",
)
@click.option("--prune", is_flag=True, help="Remove reports whose file is gone from the folder.")
@click.option("--force", is_flag=True, help="Read files again that are loaded already.")
@click.option("--json", "as_json", is_flag=True, help="Print every report of the database as JSON.")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    db: Path,
    workers: int | None,
    timeout: float,
    max_memory: int,
    max_pages: int,
    prune: bool,
    force: bool,
    as_json: bool,
) -> None:
    r"""Read new and changed reports into the database.

    Each PATH is a report or a folder of them, searched with the folders inside it; without one,
    data/raw. A report that is loaded already is read again only when its file, its corrections
    (rows of corrections.csv beside the folder: data/corrections.csv beside data/raw) or this
    program has changed. A report whose file is gone stays until --prune. The database is replaced
    as a whole when everything is read, so that nobody ever sees half of it.

    \b
    Examples:
      ita load
      ita load my-reports --db my.db
      ita load report.pdf --force
      ita load --prune --json > reports.json
    """
    found = _found(paths or (RAW,))
    folders = any(path.is_dir() for path in paths or (RAW,))
    if prune and not folders:
        raise click.UsageError("--prune needs the folder from which reports may be gone.")
    for passed in found.passed:
        click.echo(f"Passed over {shown(str(passed.path))}: {passed.reason}", err=True)
    if not found.files:
        _say_empty(paths or (RAW,))
        ctx.exit(ExitCode.NO_REPORTS)

    from pipeline.limits import Limits
    from pipeline.run import Options

    limits = Limits(timeout, max_memory, max_pages)
    corrections = corrections_for(paths or (RAW,))
    workers = workers or os.cpu_count() or 1
    options = Options(workers, limits, force, prune, folders, corrections)
    result = _loaded(ctx, db, found, options)
    from pipeline.outcome import say

    say(result, db, as_json=as_json, pruned=prune)
    if result.failures or any(passed.error for passed in found.passed):
        ctx.exit(ExitCode.SOME_FAILED)


def _found(paths: Sequence[Path]) -> Found:
    """The reports in folders and files a person named; a usage error where that makes no sense."""
    for path in paths:
        if not os.path.lexists(path):
            raise click.UsageError(_missing(path))
    try:
        return find(paths, READERS)
    except SameNameError as error:
        first, second = shown(str(error.first)), shown(str(error.second))
        raise click.UsageError(
            f"{first} and {second} would both be called {shown(error.key)} in the database:"
            " name the folder that holds both, or load them into two databases."
        ) from error


def _missing(path: Path) -> str:
    if path == RAW:
        return f"There is no folder {path} here: make it and put reports into it, or name another."
    return f"There is no file or folder {shown(str(path))}."


def _say_empty(paths: Sequence[Path]) -> None:
    names = ", ".join(shown(str(path)) for path in paths)
    kinds = ", ".join(sorted(READERS))
    click.echo(f"No report found in {names}: put files there ({kinds}), or name them.", err=True)


def _loaded(ctx: click.Context, db: Path, found: Found, options: Options) -> Result:
    """The run itself, with its ways to end early."""
    from pipeline.lock import LockedError, locked
    from pipeline.progress import progress
    from pipeline.run import DatabaseError, load

    stages = ctx.obj if isinstance(ctx.obj, Stages) else STAGES
    try:
        db.parent.mkdir(parents=True, exist_ok=True)
        with locked(db):
            return load(db, found, stages, options, progress)
    except LockedError as error:
        problem = f"Another load ({error.holder}) is at work on {db}: wait for it, then try again."
    except DatabaseError as error:
        problem = str(error)
    except OSError as error:
        problem = f"Cannot write in {db.parent} ({error.strerror}): choose another place with --db."
    except KeyboardInterrupt:
        click.echo("Stopped. The database is as it was before.", err=True)
        ctx.exit(ExitCode.STOPPED)
    click.echo(shown(problem), err=True)
    ctx.exit(ExitCode.DATABASE)
