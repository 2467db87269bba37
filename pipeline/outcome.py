"""What is said at the end of `ita load`: the table of what was read, what failed, what is odd.

The table and the JSON go to standard output, everything else to standard error.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from load.summary import Summary
from pipeline.run import Result
from pipeline.screen import Column, counted, shown, shown_json, table

COLUMNS = (
    Column("file"),
    Column("district"),
    Column("year", number=True),
    Column("kind"),
    Column("pages", number=True),
    Column("scores", number=True),
    Column("measures", number=True),
    Column("errors", number=True),
    Column("warnings", number=True),
    Column("notes", number=True),
    Column("status"),
)

# Kinds of reports in the words of those who write them.
KINDS = {
    "analysis": "วิเคราะห์ผล (analysis)",
    "plan": "มาตรการ (plan)",
    "progress": "ผลการดำเนินการ (progress)",
}

NOT_STATED = "-"


def say(result: Result, db: Path, *, as_json: bool, pruned: bool) -> None:
    """Print what came of a run."""
    read = {file.key for file in result.plan.to_read}
    if as_json:
        everything = [asdict(summary) for summary in result.reports]
        click.echo(shown_json(json.dumps(everything, ensure_ascii=False, indent=2)))
    elif read:
        click.echo(table(COLUMNS, (_row(s) for s in result.reports if s.path in read)))
    if result.rebuilt:
        name = shown(str(db))
        click.echo(f"{name} was of another version of this program; it was made anew.", err=True)
    _say_problems(result)
    _say_gone(result.plan.gone, pruned=pruned)
    click.echo(_closing(result, db), err=as_json)


def _row(summary: Summary) -> Sequence[str]:
    return (
        summary.path,
        summary.agency_th or NOT_STATED,
        str(summary.report_year or NOT_STATED),
        KINDS.get(summary.doc_type or "", NOT_STATED),
        str(summary.pages),
        str(summary.scores),
        str(summary.measures),
        str(summary.findings_error),
        str(summary.findings_warning),
        str(summary.findings_info),
        summary.status,
    )


def _say_problems(result: Result) -> None:
    for key, reason in sorted(result.failures.items()):
        kept = " What was read from it before is kept." if key in result.kept else ""
        click.echo(f"{shown(key)} failed: {shown(reason)}.{kept}", err=True)
    for keys in result.alike:
        names = _listed(keys)
        click.echo(f"The same file, byte for byte, is loaded more than once: {names}.", err=True)
    if result.stray:
        names = _listed(result.stray)
        click.echo(f"Corrections of files that are not loaded (file_sha256): {names}.", err=True)


def _say_gone(gone: Sequence[str], *, pruned: bool) -> None:
    if not gone:
        return
    what = "Removed" if pruned else "No longer in the folder, but kept (--prune removes)"
    click.echo(f"{what}: {_listed(gone)}.", err=True)


def _closing(result: Result, db: Path) -> str:
    loaded = len(result.plan.unchanged)
    if not result.plan.to_read:
        return f"Nothing new: {counted(loaded, 'report')} already loaded."
    failed = sum(1 for file in result.plan.to_read if file.key in result.failures)
    parts = [f"Read {counted(len(result.plan.to_read), 'report')}"]
    if failed:
        parts.append(f"{failed} failed")
    if loaded:
        parts.append(f"{loaded} already loaded")
    return f"{', '.join(parts)}: {shown(str(db))} holds {counted(len(result.reports), 'report')}."


def _listed(keys: Iterable[str]) -> str:
    """A few names, and how many more there are."""
    names = [shown(key) for key in keys]
    more = f" and {len(names) - 10} more" if len(names) > 10 else ""
    return ", ".join(names[:10]) + more
