"""`ita tables`: print the tables of any Thai PDF as Markdown, CSV or JSON."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.documents import CODES, FILES, known_files, reading
from pipeline.exit_codes import help_text
from pipeline.screen import shown_json

FORMATS = ("md", "csv", "json")


@click.command(name="tables", epilog=help_text(CODES))
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=FILES, callback=known_files
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    show_default=True,
    help="md to read, csv for a spreadsheet, json with merged cells and places on paper.",
)
@click.pass_context
def command(ctx: click.Context, files: tuple[Path, ...], form: str) -> None:
    """Print the tables of PDFs.

    A table that runs over several pages is one table; headers that it repeats are left out, and
    rows cut by a page end are whole. A merged cell stands where it begins. In CSV, all tables of
    all files are one sheet that says of each row where it comes from, and a cell that begins with
    =, +, - or @ has an apostrophe before it, so that no spreadsheet calculates it.

    \b
    Examples:
      ita tables report.pdf
      ita tables --format csv report.pdf > tables.csv
      ita tables --format json *.pdf > tables.json
    """  # noqa: D301 - click wants the backspace itself
    from extract.fonts import render

    with reading(ctx, files) as read:
        documents = read.documents()
        if form == "md":
            # A document at a time, so that the first tables are there while the rest is read.
            for number, document in enumerate(d for d in documents if d.tables):
                click.echo(("\n" if number else "") + render.markdown(document), nl=False)
        elif form == "csv":
            click.echo(render.csv_text(documents), nl=False)
        else:
            click.echo(shown_json(render.json_text(documents)), nl=False)
