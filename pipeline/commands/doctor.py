"""`ita doctor`: what this machine has and lacks, with the command that mends it."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.desk import db_option
from pipeline.exit_codes import ExitCode, help_text
from pipeline.screen import shown, shown_json

RAW = Path("data/raw")
CODES = {
    ExitCode.DONE: "everything that is required is here",
    ExitCode.SOME_FAILED: "something that is required is missing",
    ExitCode.USAGE: "the command was not understood",
}


@click.command(name="doctor", epilog=help_text(CODES))
@db_option
@click.option("--json", "as_json", is_flag=True, help="Print the same as JSON.")
@click.pass_context
def command(ctx: click.Context, db: Path, as_json: bool) -> None:
    r"""Say what this machine has and lacks, with the command that mends it.

    missing: nothing works without it. lacking: one thing does not work, and the line says which.
    Nothing is installed or changed.

    \b
    Examples:
      ita doctor
      ita doctor --json
    """
    from pipeline.machine import parts

    found = list(parts(RAW, db))
    if as_json:
        import json
        from dataclasses import asdict

        rows = [asdict(part) | {"state": part.state} for part in found]
        click.echo(shown_json(json.dumps(rows, ensure_ascii=False, indent=2)))
    else:
        for part in found:
            if part.found is not None:
                click.echo(f"ok       {shown(part.name)}: {shown(part.found)}")
            else:
                click.echo(f"{part.state:<8} {shown(part.name)}: for {shown(part.purpose)}")
                click.echo(f"           {shown(part.mend)}")
    if any(part.state == "missing" for part in found):
        ctx.exit(ExitCode.SOME_FAILED)
