"""`ita browse`: look at the database in a web browser."""

from __future__ import annotations

import threading
from pathlib import Path

import click

from pipeline.desk import CODES, at_the_desk, db_option
from pipeline.exit_codes import help_text

RAW = Path("data/raw")
PORT = 8001
SECONDS = 1.5


@click.command(name="browse", epilog=help_text(CODES))
@db_option
@click.option(
    "--raw",
    type=click.Path(path_type=Path, file_okay=False),
    default=RAW,
    show_default=True,
    help="The folder of the PDFs, for pictures of their pages.",
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=PORT,
    show_default=True,
    help="Where to answer.",
)
@click.option("--open", "opened", is_flag=True, help="Open the first page in a web browser.")
@click.pass_context
def command(ctx: click.Context, db: Path, raw: Path, port: int, opened: bool) -> None:
    r"""Look at the database in a web browser, until Ctrl-C.

    Datasette shows every table and view with its meaning in Thai and English, searches Thai, asks
    the named questions, and leads from each fact to a picture of the page it was read from. It
    answers on this machine only and changes nothing. After ita load, start it again.

    \b
    Examples:
      ita browse --open
      ita browse --db my.db --raw my-reports --port 8080
    """
    with at_the_desk(ctx):
        from publish.browse.server import HOST, datasette_of, serve

        datasette = datasette_of(db, raw)
        address = f"http://{HOST}:{port}/ita"
        click.echo(address)
        click.echo("Ctrl-C ends it.", err=True)
        if opened:
            # A browser that is already running asks faster than the server starts.
            threading.Timer(SECONDS, click.launch, [address]).start()
        serve(datasette, port)
