"""What the commands that ask a database share: naming it, and ending well when it cannot answer.

What is asked, and how the answer looks, is in the commands and in ``pipeline.answers``.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import click

from pipeline.exit_codes import ExitCode
from pipeline.screen import shown

DATABASE = Path("data/processed/ita.db")

#: What the exit codes mean for a command that asks a database.
CODES = {
    ExitCode.DONE: "done",
    ExitCode.USAGE: "the command or the question was not understood",
    ExitCode.DATABASE: "there is no database, it cannot be read, or nothing can be written there",
    ExitCode.STOPPED: "stopped by Ctrl-C",
}

db_option = click.option(
    "--db",
    type=click.Path(path_type=Path, dir_okay=False),
    default=DATABASE,
    show_default=True,
    help="The database to ask.",
)


@contextlib.contextmanager
def at_the_desk(ctx: click.Context) -> Iterator[None]:
    """Turn what can go wrong while a database is asked into a message and an exit code."""
    from load.errors import LoadError
    from publish.errors import PublishError, QuestionError

    try:
        yield
    except KeyboardInterrupt:
        click.echo("Stopped.", err=True)
        ctx.exit(ExitCode.STOPPED)
    except BrokenPipeError:
        # Whoever read the answer has seen enough (`ita query ... | head`).
        ctx.exit(ExitCode.DONE)
    except QuestionError as error:
        problem, code = str(error), ExitCode.USAGE
    except (PublishError, LoadError) as error:
        problem, code = str(error), ExitCode.DATABASE
    except OSError as error:
        problem = f"{error.strerror or error}: {error.filename or 'standard output'}"
        code = ExitCode.DATABASE
    else:
        return
    click.echo(shown(problem), err=True)
    ctx.exit(code)
