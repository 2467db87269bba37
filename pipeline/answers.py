"""Answers on the screen: a table to look at, CSV for a spreadsheet, JSON for a script.

Nothing here knows what was asked. A table is for looking: long texts are cut, line ends become
spaces, and nothing printed can give the terminal orders. CSV and JSON hold everything.
"""

from __future__ import annotations

import io
import json
import math
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.screen import Column, shown_json, table, width

if TYPE_CHECKING:
    from publish.reader import Answer, Value

NOT_STATED = "-"
ENDINGS = {".csv": "csv", ".json": "json"}


def say(answer: Answer, form: str, longest: int) -> int:
    """Print an answer on standard output and say how many rows it has.

    Args:
        answer: what to print.
        form: ``table``, ``csv`` or ``json``.
        longest: columns of the terminal a text may take in a table; 0 for no limit.
    """
    if form == "table":
        rows = list(answer.rows)
        click.echo(_table(answer.columns, rows, longest))
        return len(rows)
    text = io.StringIO(newline="")
    count = _write(answer, form, text, line_end="\n")
    click.echo(text.getvalue() if form == "csv" else shown_json(text.getvalue()), nl=False)
    return count


def save(answer: Answer, target: Path) -> int:
    """Write an answer to a file whose ending says how; Excel sees that the CSV is Thai."""
    form = ENDINGS[target.suffix.lower()]
    encoding = "utf-8-sig" if form == "csv" else "utf-8"
    with target.open("w", encoding=encoding, newline="") as stream:
        return _write(answer, form, stream, line_end="\r\n")


def _write(answer: Answer, form: str, stream: io.TextIOBase, line_end: str) -> int:
    from publish.cells import write_csv

    if form == "csv":
        return write_csv(stream, answer.columns, answer.rows, line_end)  # type: ignore[arg-type]
    rows = [dict(zip(answer.columns, map(_plain, row), strict=True)) for row in answer.rows]
    stream.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    return len(rows)


def _table(columns: Sequence[str], rows: Sequence[Sequence[Value]], longest: int) -> str:
    numbers = [
        any(isinstance(row[n], int | float) for row in rows)
        and all(isinstance(row[n], int | float | None) for row in rows)
        for n in range(len(columns))
    ]
    headings = [Column(*pair) for pair in zip(columns, numbers, strict=True)]
    return table(headings, ([_cell(value, longest) for value in row] for row in rows))


def _cell(value: Value, longest: int) -> str:
    if value is None:
        return NOT_STATED
    if isinstance(value, float):
        return f"{value:.10g}"
    text = str(_plain(value))
    return cut(" ".join(text.split()), longest)


def _plain(value: Value) -> str | int | float | None:
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)  # JSON has no word for it
    return value.hex() if isinstance(value, bytes) else value


def cut(text: str, longest: int) -> str:
    """The text, or as much of it as fits before a ``…``; no Thai mark is parted from its letter."""
    if not longest or width(text) <= longest:
        return text
    end, taken = 0, 0
    for place, character in enumerate(text):
        taken += width(character)
        if taken > longest - 1:
            break
        end = place + 1
    while end and end < len(text) and unicodedata.category(text[end]) in ("Mn", "Me"):
        end -= 1
    return text[:end].rstrip() + "…"
