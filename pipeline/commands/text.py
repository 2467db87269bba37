"""`ita text`: print what the extractor reads in any Thai PDF, an integrity report or not."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.documents import CODES, FILES, known_files, reading
from pipeline.exit_codes import help_text
from pipeline.screen import shown


@click.command(name="text", epilog=help_text(CODES))
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=FILES, callback=known_files
)
@click.option("--number-pages", is_flag=True, help="Begin each page with a line [page N].")
@click.pass_context
def command(ctx: click.Context, files: tuple[Path, ...], number_pages: bool) -> None:
    """Print the text of PDFs as it stands on paper.

    Thai comes out as printed, whatever program made the file: letters that its text layer lost or
    swapped are read from ActualText, from the embedded fonts and from where they stand. Printed
    line ends inside a paragraph are joined. Pages are parted by form feeds; a table's row is a
    line, its cells parted by tabs, unless a cell holds several paragraphs. Before the text of each
    of several files stands its name.

    \b
    Examples:
      ita text report.pdf > report.txt
      ita text --number-pages report.pdf | grep -n ทุจริต
      ita text *.pdf | less
    """  # noqa: D301 - click wants the backspace itself
    from extract.fonts.render import plain_text

    with reading(ctx, files) as read:
        for document in read.documents():
            if len(files) > 1:
                click.echo(f"==> {shown(document.file)} <==")
            click.echo(plain_text(document, number_pages=number_pages), nl=False)
