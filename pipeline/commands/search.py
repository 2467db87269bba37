"""`ita search`: find Thai words in the weaknesses, measures and results of all reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.desk import CODES as DESK_CODES
from pipeline.desk import at_the_desk, db_option
from pipeline.exit_codes import ExitCode, help_text
from pipeline.screen import counted, shown, shown_json

if TYPE_CHECKING:
    from publish.search import Hit

FIELDS = ("weakness", "measure", "output", "awareness", "result")
LIMIT = 20
AROUND = 40
CODES = {
    ExitCode.DONE: "something was found",
    ExitCode.USAGE: DESK_CODES[ExitCode.USAGE],
    ExitCode.NO_REPORTS: "nothing holds these words",
    ExitCode.DATABASE: DESK_CODES[ExitCode.DATABASE],
    ExitCode.STOPPED: DESK_CODES[ExitCode.STOPPED],
}


@click.command(name="search", epilog=help_text(CODES))
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@db_option
@click.option("--district", help="Only this district: its code, Thai or English name.")
@click.option("--year", type=int, help="Only reports of this year (B.E.).")
@click.option(
    "--in",
    "fields",
    type=click.Choice(FIELDS),
    multiple=True,
    help="Only these cells; may be given several times.  [default: all]",
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=LIMIT,
    show_default=True,
    help="How many places to show; 0 for all.",
)
@click.option("--json", "as_json", is_flag=True, help="Print whole cells, as JSON.")
@click.pass_context
def command(
    ctx: click.Context,
    words: tuple[str, ...],
    db: Path,
    district: str | None,
    year: int | None,
    fields: tuple[str, ...],
    limit: int,
    as_json: bool,
) -> None:
    r"""Find words in the weaknesses, measures, outputs and results of all reports.

    A cell is found when it holds all the words, in any place and as part of longer ones; words in
    quotation marks stand together. One or two letters will do. Thai and Arabic digits are the same.

    \b
    Examples:
      ita search จัดซื้อจัดจ้าง เผยแพร่
      ita search "คู่มือสำหรับประชาชน" --in measure --year 2567
      ita search งบ --district หนองแขม
      ita search สินบน --json > bribery.json
    """
    with at_the_desk(ctx):
        from publish.reader import asking
        from publish.search import Search, hits, words_of

        search = Search(words_of(words), fields or FIELDS, district, year)
        shown_hits = []
        count = 0
        with asking(db) as connection:
            for hit in hits(connection, search):
                count += 1
                if not limit or count <= limit:
                    shown_hits.append(hit)
        _say(shown_hits, search.words, as_json=as_json)
        if not count:
            click.echo("Nothing holds these words.", err=True)
            ctx.exit(ExitCode.NO_REPORTS)
        if count > len(shown_hits):
            places = counted(count, "place")
            click.echo(f"{len(shown_hits)} of {places}; --limit 0 shows all.", err=True)


def _say(found: list[Hit], words: tuple[str, ...], *, as_json: bool) -> None:
    if as_json:
        import json
        from dataclasses import asdict

        rows = [asdict(hit) for hit in found]
        click.echo(shown_json(json.dumps(rows, ensure_ascii=False, indent=2)))
        return
    for hit in found:
        click.echo(_headline(hit))
        click.echo(f"    {_excerpt(hit.text, words)}")


def _headline(hit: Hit) -> str:
    from publish.search import FIELDS_TH

    parts = [
        " ".join(str(part) for part in (hit.agency_th, hit.year) if part is not None),
        FIELDS_TH[hit.field],
        hit.codes or "",
        f"{hit.document_file} หน้า {hit.page}",
    ]
    return shown(" · ".join(part for part in parts if part))


def _excerpt(text: str, words: tuple[str, ...]) -> str:
    """The place in the text, the words in bold where a terminal shows it."""
    from publish.search import excerpt

    part, places = excerpt(text, words, AROUND)
    pieces, end = [], 0
    for start, stop in places:
        pieces += [shown(part[end:start]), click.style(shown(part[start:stop]), bold=True)]
        end = stop
    return "".join([*pieces, shown(part[end:])])
