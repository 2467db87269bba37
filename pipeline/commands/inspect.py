"""`ita inspect`: why a report was read as it was, row by row and as a picture of its pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.corrections import corrections_for
from pipeline.documents import FILES, known_files, reading
from pipeline.exit_codes import ExitCode, help_text
from pipeline.screen import counted, shown, shown_json

if TYPE_CHECKING:
    from extract.model import Document
    from normalize.trace import Trace

CODES = {
    ExitCode.DONE: "everything was read",
    ExitCode.SOME_FAILED: "the file, a page of it or a picture failed; all the rest is printed",
    ExitCode.USAGE: "the command was not understood, or the file or page does not exist",
    ExitCode.STOPPED: "stopped by Ctrl-C",
}


@click.command(name="inspect", epilog=help_text(CODES))
@click.argument("file", nargs=1, metavar="FILE", type=FILES)
@click.option("--page", type=click.IntRange(min=1), help="Only this page.")
@click.option(
    "--image",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Draw the page to this .png file; of several pages out.png gives out-1.png, out-2.png, …",
)
@click.option("--json", "as_json", is_flag=True, help="Print the same as JSON.")
@click.pass_context
def command(
    ctx: click.Context, file: Path, page: int | None, image: Path | None, as_json: bool
) -> None:
    """Show what each row of a report became: section, items, scores, measures, or why nothing.

    The columns of each table are listed with the role their header words gave them, ? where none
    did: docs/teach-a-layout.md tells how to add words. The picture shows the grid, merged cells,
    roles and facts on the page. Nothing is stored; the database is not looked at.

    \b
    Examples:
      ita inspect report.pdf --page 3
      ita inspect report.pdf --page 3 --image page.png
      ita inspect report.pdf --json > report.json
    """  # noqa: D301 - click wants the backspace itself
    known_files(ctx, ctx.command.params[0], (file,))
    corrections = corrections_for((file,)).rows
    with reading(ctx, (file,)) as read:
        for document in read.documents():
            if page is not None and page > len(document.pages):
                pages = counted(len(document.pages), "page")
                raise click.UsageError(f"{shown(document.file)} has {pages}.")
            from normalize.trace import trace
            from pipeline.inspecting import as_data, in_words
            from pipeline.stages import STAGES

            stages = STAGES.corrected(corrections)
            report = stages.check(stages.normalize(document))
            found = trace(document, report, corrections)
            if as_json:
                import json

                data = as_data(document, report, found, page)
                text = json.dumps(data, ensure_ascii=False, indent=2, default=str)
                click.echo(shown_json(text))
            else:
                click.echo("\n\n".join(in_words(document, report, found, page)))
            if image is not None and not _draw(file, document, found, page, image):
                ctx.exit(ExitCode.SOME_FAILED)


def _draw(file: Path, document: Document, found: Trace, page: int | None, image: Path) -> bool:
    """Draw one page or all; say why where that fails."""
    from extract.errors import ExtractError
    from extract.fonts.render_page import draw_page, save_picture, with_legend
    from pipeline.page_marks import LEGEND, marks_of

    pages = [page] if page is not None else [info.number for info in document.pages]
    digits = len(str(pages[-1]))
    for number in pages:
        target = image
        if len(pages) > 1:
            target = image.with_name(f"{image.stem}-{number:0{digits}}{image.suffix}")
        try:
            picture = draw_page(file, number, marks_of(document, found, number))
            save_picture(with_legend(picture, LEGEND), target)
        except (ExtractError, OSError) as error:
            click.echo(shown(f"No picture: {error}"), err=True)
            return False
    name = image if len(pages) == 1 else f"{image.stem}-N{image.suffix}"
    click.echo(f"{shown(str(name))}: {counted(len(pages), 'page')} drawn.", err=True)
    return True
