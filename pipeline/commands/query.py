"""`ita query`: put a named question or one's own SQL to the database."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from pipeline.answers import ENDINGS, save, say
from pipeline.desk import CODES, at_the_desk, db_option
from pipeline.exit_codes import help_text
from pipeline.screen import Column, counted, shown, shown_json, table

LONGEST = 48


def _names_beginning(
    _ctx: click.Context, _parameter: click.Parameter, begun: str
) -> list[CompletionItem]:
    """The named questions the Tab key can finish a name to."""
    from publish.questions import questions

    return [
        CompletionItem(name, help=asked.title_th)
        for name, asked in questions().items()
        if name.startswith(begun)
    ]


@click.command(name="query", epilog=help_text(CODES))
@click.argument("question", required=False, metavar="[NAME|SQL|-]", shell_complete=_names_beginning)
@db_option
@click.option("--list", "listed", is_flag=True, help="List the named questions.")
@click.option("--show", is_flag=True, help="Show what a named question means and its SQL.")
@click.option(
    "--param",
    "params",
    multiple=True,
    metavar="NAME=VALUE",
    help="What a :NAME of the question stands for; once for each.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    help="How to print the answer.",
)
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
@click.option(
    "--width",
    type=click.IntRange(min=0),
    default=LONGEST,
    show_default=True,
    help="Where a table cuts long texts; 0 for nowhere.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the answer to a .csv (Excel reads its Thai) or .json file instead.",
)
@click.pass_context
def command(
    ctx: click.Context,
    question: str | None,
    db: Path,
    listed: bool,
    show: bool,
    params: tuple[str, ...],
    form: str,
    width: int,
    output: Path | None,
) -> None:
    r"""Ask the database: a named question, or SQL of your own.

    The views v_score_current, v_measure, v_weakness, v_document and v_finding are where to begin;
    docs/data-dictionary.md tells every column. Whatever a question says, it only reads. A - takes
    SQL from standard input.

    \b
    Examples:
      ita query --list
      ita query lowest-items --param year=2567 --param count=3
      ita query overdue-measures --param today=2024-09-30 -o overdue.csv
      ita query "SELECT agency_th, score FROM v_score_current WHERE code = 'E1'" --format csv
      ita query lowest-items --show
    """
    if listed:
        _list(form)
        return
    if question is None:
        raise click.UsageError("Name a question (ita query --list) or write SQL.")
    if output is not None and output.suffix.lower() not in ENDINGS:
        raise click.UsageError("--output takes a name that ends in .csv or .json.")
    with at_the_desk(ctx):
        if show:
            _show(question)
            return
        _ask(question, db, _given(params), form, width, output)


def _given(params: tuple[str, ...]) -> dict[str, str]:
    given = {}
    for param in params:
        name, equals, value = param.partition("=")
        if not (name and equals):
            raise click.UsageError(f"--param {shown(param)}: write NAME=VALUE.")
        given[name] = value
    return given


def _ask(
    question: str, db: Path, given: dict[str, str], form: str, width: int, output: Path | None
) -> None:
    from publish.questions import is_name
    from publish.questions import question as named
    from publish.reader import Value, ask, asking

    values: dict[str, Value]
    if is_name(question):
        found = named(question)
        sql, values = found.sql, found.values(given)
    else:
        sql = sys.stdin.read() if question == "-" else question
        values = {name: _number(value) for name, value in given.items()}
    with asking(db) as connection:
        answer = ask(connection, sql, values)
        if output is not None:
            count = save(answer, output)
            click.echo(f"{shown(str(output))}: {counted(count, 'row')}.", err=True)
        elif not say(answer, form, width):
            click.echo("No row answers this.", err=True)


def _number(value: str) -> str | int | float:
    """A number where the text is one: SQLite holds 1 and '1' apart. Codes with a zero stay text."""
    if re.fullmatch(r"-?(0|[1-9][0-9]{0,17})", value):
        return int(value)
    return float(value) if re.fullmatch(r"-?[0-9]{1,15}\.[0-9]+", value) else value


def _list(form: str) -> None:
    from publish.questions import questions

    if form == "json":
        import json
        from dataclasses import asdict

        everything = [asdict(question) for question in questions().values()]
        click.echo(shown_json(json.dumps(everything, ensure_ascii=False, indent=2)))
        return
    columns = (Column("name"), Column("คำถาม"), Column("question"))
    rows = ((q.name, q.title_th, q.title_en) for q in questions().values())
    click.echo(table(columns, rows))


def _show(name: str) -> None:
    from publish.questions import question as named

    question = named(name)
    for line in (
        question.title_th,
        question.title_en,
        "",
        question.description_th,
        question.description_en,
    ):
        click.echo(line)
    for parameter in question.parameters:
        click.echo(f"\n--param {parameter.name}=…")
        click.echo(f"    {parameter.description_th}\n    {parameter.description_en}")
    if question.columns:
        click.echo("\nคอลัมน์ของคำตอบ · Columns of the answer (others: docs/data-dictionary.md)")
    for column in question.columns:
        click.echo(f"  {column.name}\n    {column.description_th}\n    {column.description_en}")
    click.echo(f"\n{question.sql}", nl=False)
