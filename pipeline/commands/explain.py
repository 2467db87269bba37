"""`ita explain`: where a fact of the database comes from, in words and as a picture of the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.desk import at_the_desk, db_option
from pipeline.exit_codes import ExitCode, help_text
from pipeline.screen import shown, shown_json

if TYPE_CHECKING:
    import sqlite3

    from load.explained import Explained

RAW = Path("data/raw")
KINDS = ("score", "measure", "weakness", "finding")

CODES = {
    ExitCode.DONE: "it is explained",
    ExitCode.SOME_FAILED: "the picture could not be made; all the rest is printed",
    ExitCode.USAGE: "the command was not understood",
    ExitCode.NO_REPORTS: "the database holds no such fact",
    ExitCode.DATABASE: "there is no database, or it cannot be read",
    ExitCode.STOPPED: "stopped by Ctrl-C",
}


@click.command(name="explain", epilog=help_text(CODES))
@click.argument("fact_id", required=False, type=click.IntRange(min=1), metavar="[ID]")
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    help="What the ID is of; without it, every fact of that number is explained.",
)
@click.option("--district", help="Whose score: a Thai or English name, or the code of the agency.")
@click.option("--year", type=int, help="Fiscal year of the assessment, Buddhist Era.")
@click.option("--code", help="Item, indicator or instrument: I7, 9, 9.1, OIT, ITA.")
@db_option
@click.option(
    "--raw",
    type=click.Path(path_type=Path),
    default=RAW,
    show_default=True,
    help="The folder of the reports, for the picture.",
)
@click.option(
    "--image",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the part of the page with the cell marked to this .png file.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the same as JSON.")
@click.pass_context
def command(
    ctx: click.Context,
    fact_id: int | None,
    kind: str | None,
    district: str | None,
    year: int | None,
    code: str | None,
    db: Path,
    raw: Path,
    image: Path | None,
    as_json: bool,
) -> None:
    """Say where a fact comes from: text, file, page, table, row, box, checks, findings.

    ID is a score_id, measure_id, weakness_id or finding_id of the views. The number of a score may
    also be that of a measure; then both are explained, and the picture shows the first, unless
    --kind says which. In place of an ID, --district, --year and --code name a score.

    \b
    Examples:
      ita explain 129965042000022
      ita explain 129965042000003 --kind measure --image cell.png
      ita explain --district หนองแขม --year 2567 --code I1 --image cell.png
    """  # noqa: D301 - click wants the backspace itself
    named = (district, year, code)
    if (fact_id is None) == (None in named) or (fact_id is not None and any(named)):
        raise click.UsageError("Give an ID, or all of --district, --year and --code.")
    with at_the_desk(ctx):
        from publish.reader import asking

        with asking(db) as connection:
            if fact_id is None:
                fact_id, kind = _named_score(ctx, connection, *map(str, named)), "score"
            found = _explained(ctx, connection, fact_id, kind)
        _print(found, as_json=as_json)
        if image is not None and not _picture(found, raw, image):
            ctx.exit(ExitCode.SOME_FAILED)


def _named_score(
    ctx: click.Context, connection: sqlite3.Connection, district: str, year: str, code: str
) -> int:
    from load.lookup import NotFound, find_score
    from normalize.words.text import arabic

    try:
        found = find_score(connection, district, int(year), arabic(code).strip().upper())
    except NotFound as error:
        click.echo(f"{shown(str(error))}.", err=True)
        ctx.exit(ExitCode.NO_REPORTS)
    if found.documents > 1:
        agree = "which do not agree" if found.conflict else "which agree"
        click.echo(
            f"{found.documents} reports state this score, {agree};"
            f" this one counts by the rule '{found.rule}'.",
            err=True,
        )
    return found.score_id


def _explained(
    ctx: click.Context, connection: sqlite3.Connection, fact_id: int, kind: str | None
) -> list[Explained]:
    from load.provenance import explained

    found = explained(connection, fact_id, kind)
    if not found:
        what = kind or "score, measure, weakness or finding"
        click.echo(f"The database holds no {what} {fact_id}.", err=True)
        ctx.exit(ExitCode.NO_REPORTS)
    return found


def _print(found: list[Explained], *, as_json: bool) -> None:
    from pipeline.explaining import as_data, in_words

    if as_json:
        import json

        everything = [as_data(one) for one in found]
        click.echo(shown_json(json.dumps(everything, ensure_ascii=False, indent=2)))
        return
    click.echo("\n\n".join(in_words(one) for one in found))


def _picture(found: list[Explained], raw: Path, image: Path) -> bool:
    """Write the picture of the first fact; say why where it cannot be made."""
    from extract.errors import ExtractError
    from pipeline.pictures import NoPicture, fact_picture

    first, *others = found
    try:
        page = fact_picture(first, raw, image)
    except (ExtractError, NoPicture, OSError) as error:
        click.echo(shown(f"No picture: {error}"), err=True)
        return False
    more = f" (--kind shows the {' or '.join(o.kind for o in others)})" if others else ""
    click.echo(f"{shown(str(image))} shows the {first.kind} on page {page}{more}.", err=True)
    return True
