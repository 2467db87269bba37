"""`ita report`: the database as web pages that open from a file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from pipeline.desk import CODES, at_the_desk, db_option
from pipeline.exit_codes import help_text
from pipeline.screen import counted, shown

RAW = Path("data/raw")
REPORT = Path("data/processed/report")


@click.command(name="report", epilog=help_text(CODES))
@click.argument(
    "folder", required=False, metavar="[DIR]", type=click.Path(path_type=Path, file_okay=False)
)
@db_option
@click.option(
    "--raw",
    type=click.Path(path_type=Path, file_okay=False),
    default=RAW,
    show_default=True,
    help="The folder of the PDFs, to whose pages the report leads.",
)
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day deadlines are held against, as 2024-09-30.  [default: today]",
)
@click.pass_context
def command(
    ctx: click.Context, folder: Path | None, db: Path, raw: Path, today: datetime | None
) -> None:
    r"""Write the report: web pages that open from a file and need no network.

    An overview of every year (ranking, heat map, change), a page for each district, copied wording,
    findings, and a page for each document with the raw text behind every number. An earlier report
    in DIR (data/processed/report where none is given) is replaced as a whole. The first page is
    printed.

    \b
    Examples:
      ita report
      ita report for-print --today 2024-09-30
      xdg-open "$(ita report)"
    """
    target = folder or REPORT
    with at_the_desk(ctx):
        from publish.reader import asking
        from publish.report.site import build

        with asking(db) as connection:
            day = (today or datetime.now()).date()
            count = build(connection, target, raw if raw.is_dir() else None, day)
        click.echo(shown(str(target / "index.html")))
        click.echo(f"{counted(count, 'page')}.", err=True)
