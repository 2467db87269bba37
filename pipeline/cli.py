"""The `ita` command itself: which commands there are, and nothing of what they do.

A command is a module of ``pipeline.commands``; adding one is a line in ``COMMANDS``.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import io
import sys
from typing import cast

import click

COMMANDS = {
    "load": "pipeline.commands.load",
    "text": "pipeline.commands.text",
    "tables": "pipeline.commands.tables",
    "inspect": "pipeline.commands.inspect",
    "status": "pipeline.commands.status",
    "query": "pipeline.commands.query",
    "search": "pipeline.commands.search",
    "export": "pipeline.commands.export",
    "report": "pipeline.commands.report",
    "browse": "pipeline.commands.browse",
    "explain": "pipeline.commands.explain",
    "codebook": "pipeline.commands.codebook",
    "doctor": "pipeline.commands.doctor",
}


class LazyGroup(click.Group):
    """A group that imports a command's module only when the command is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order a person meets them, not that of the alphabet."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or ``None`` where there is none."""
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        return _with_examples(cast(click.Command, importlib.import_module(module).command))


def _with_examples(command: click.Command) -> click.Command:
    r"""The command, its examples a line each.

    click leaves lines as they are after a backspace character; a raw docstring has ``\b`` in its
    place.
    """
    if command.help is not None:
        command.help = command.help.replace("\\b\n", "\b\n")
    return command


def _print_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from pipeline.version import program_version

        click.echo(f"ita {program_version() or '(not installed)'}")
        ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and exit.",
)
def cli() -> None:
    r"""From a folder of Thai integrity assessment (ITA) reports to a database to ask.

    \b
    Examples:
      ita load                       read the reports of data/raw into data/processed/ita.db
      ita load my-reports --db my.db read your own
      ita status                     what is loaded, how good it is, what is new
      ita query --list               the questions that have a name
      ita report                     web pages that open from a file
      ita load --help                what a command can do
    """


_with_examples(cli)


def main() -> None:
    """Entry point of the ``ita`` script."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show Thai gets escapes, not an error after the work is done.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    # What ends with the process need not be searched for cycles first: it takes 0.07 s.
    atexit.register(gc.freeze)
    cli(prog_name="ita")
