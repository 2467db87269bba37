"""`ita codebook`: show the code books and check what stands in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import click

from pipeline.exit_codes import ExitCode, help_text
from pipeline.screen import Column, counted, shown, shown_json, table

CODES = {
    ExitCode.DONE: "shown, or nothing is wrong",
    ExitCode.SOME_FAILED: "something is wrong in the code books",
    ExitCode.USAGE: "the command was not understood, or there is no book of that year",
    ExitCode.STOPPED: "stopped by Ctrl-C",
}
_YEAR = "assessment_year_be"
Line = Mapping[str, str]


@click.command(name="codebook", epilog=help_text(CODES))
@click.argument("year", required=False, type=int, metavar="[YEAR]")
@click.option("--check", is_flag=True, help="Look for what is wrong in all books and vocabularies.")
@click.option("--json", "as_json", is_flag=True, help="Print the same as JSON.")
@click.pass_context
def command(ctx: click.Context, year: int | None, check: bool, as_json: bool) -> None:
    """Show the code books: which years there are, or the indicators and items of one.

    A code book says which items an assessment asked, under which indicator, with how many points,
    and where that is known from. YEAR is the Buddhist Era year of the assessment. How to add a
    year is told in docs/codebook.md.

    \b
    Examples:
      ita codebook
      ita codebook 2567
      ita codebook --check
    """  # noqa: D301 - click wants the backspace itself
    from normalize.codebook import rows

    if check:
        if year is not None:
            raise click.UsageError("--check looks at all years; leave the year out.")
        _check(ctx, as_json=as_json)
        return
    items, tree = rows("items.csv"), rows("indicators.csv")
    years = sorted({line[_YEAR] for line in items})
    if year is None:
        _overview(items, tree, years, as_json=as_json)
        return
    if str(year) not in years:
        raise click.UsageError(
            f"There is no code book of {year}, only of {', '.join(years)};"
            " docs/codebook.md tells how to add one."
        )
    of_year = [[line for line in lines if line[_YEAR] == str(year)] for lines in (tree, items)]
    _book(year, *of_year, as_json=as_json)


def _check(ctx: click.Context, *, as_json: bool) -> None:
    from normalize.codebook import lint, lint_words
    from normalize.corrections import FILE, CorrectionsError, bundled

    found = [*lint.faults(), *lint_words.faults()]
    try:
        bundled()
    except CorrectionsError as error:
        found.append(lint.Fault(FILE, 0, str(error)))
    if as_json:
        _echo_json([{"file": f.file, "line": f.line, "message": f.message} for f in found])
    else:
        for fault in found:
            click.echo(shown(str(fault)))
        if not found:
            click.echo("Nothing is wrong in the code books.")
    if found:
        ctx.exit(ExitCode.SOME_FAILED)


def _echo_json(data: object) -> None:
    import json

    click.echo(shown_json(json.dumps(data, ensure_ascii=False, indent=2)))


def _overview(
    items: Sequence[Line], tree: Sequence[Line], years: Sequence[str], *, as_json: bool
) -> None:
    found = [_summary(year, items, tree) for year in years]
    if as_json:
        _echo_json(found)
        return
    columns = (
        Column("year", number=True),
        *(Column(name, number=True) for name in ("IIT", "EIT", "OIT", "indicators", "sub")),
        Column("points"),
        Column("known from"),
    )
    click.echo(table(columns, ([str(value) for value in one.values()] for one in found)))


def _summary(year: str, items: Sequence[Line], tree: Sequence[Line]) -> dict[str, object]:
    mine = [line for line in items if line[_YEAR] == year]
    own = [line for line in tree if line[_YEAR] == year]
    count = Counter(line["instrument"] for line in mine)
    sources = Counter(line["source"] for line in [*mine, *own])
    points = all(line["points"] for line in mine)
    return {
        "year": int(year),
        **{name: count[name] for name in ("IIT", "EIT", "OIT")},
        "indicators": sum(not line["parent"] for line in own),
        "subindicators": sum(bool(line["parent"]) for line in own),
        "points": "known" if points else "not known",
        "source": "; ".join(source for source, _ in sources.most_common()),
    }


def _book(year: int, tree: Sequence[Line], items: Sequence[Line], *, as_json: bool) -> None:
    if as_json:
        _echo_json({"year": year, "indicators": [*map(dict, tree)], "items": [*map(dict, items)]})
        return
    columns = (
        Column("code"),
        Column("indicator"),
        Column("points", number=True),
        Column("title"),
        Column("known from"),
    )
    click.echo(f"Indicators of {year}\n")
    click.echo(table(columns, (_cells(line, line["parent"]) for line in tree)))
    click.echo(f"\n{counted(len(items), 'item')} of {year}\n")
    click.echo(
        table(columns, (_cells(line, line["subindicator"] or line["indicator"]) for line in items))
    )


def _cells(line: Line, above: str) -> Sequence[str]:
    return (line["code"], above, line["points"] or "-", line["title_th"], line["source"])
