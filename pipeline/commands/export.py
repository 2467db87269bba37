"""`ita export`: the database as a workbook, CSV, Parquet or a data package."""

from __future__ import annotations

import importlib
from pathlib import Path

import click

from pipeline.desk import CODES, at_the_desk, db_option
from pipeline.exit_codes import help_text
from pipeline.screen import shown

FORMATS = {
    "xlsx": "publish.export.xlsx",
    "csv": "publish.export.csvs",
    "parquet": "publish.export.parquet",
    "package": "publish.export.package",
}


@click.command(name="export", epilog=help_text(CODES))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="xlsx",
    show_default=True,
    help="What to write: a workbook, CSV, Parquet, or a Frictionless data package.",
)
@db_option
@click.pass_context
def command(ctx: click.Context, folder: Path, form: str, db: Path) -> None:
    r"""Write the whole database into DIR, in a form other programs open.

    xlsx is one workbook with Thai headings, filters and a dictionary. csv is a file for each table
    that Excel opens in Thai. parquet keeps the types. package is CSV with a description that
    machines can check. Files of these names in DIR are written over. The names of the files are
    printed.

    \b
    Examples:
      ita export data/processed/excel
      ita export for-the-newsroom --format csv
      ita export open-data --format package --db my.db
    """
    with at_the_desk(ctx):
        from publish.reader import asking

        writer = importlib.import_module(FORMATS[form])
        with asking(db) as connection:
            folder.mkdir(parents=True, exist_ok=True)
            for path in writer.write(connection, folder):
                click.echo(shown(str(path)))
