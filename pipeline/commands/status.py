"""`ita status`: what is loaded, how good it is, and what is new in the folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.desk import CODES, at_the_desk, db_option
from pipeline.exit_codes import help_text
from pipeline.screen import counted, shown, shown_json

if TYPE_CHECKING:
    from publish.status import Status

RAW = Path("data/raw")
NAMES = 10


@dataclass(frozen=True, slots=True)
class Folder:
    """How the folder of the reports and the database compare; names of reports.

    Attributes:
        read_anew: how many loaded reports the program would read otherwise today.
        missing: there is no such folder.
    """

    paths: list[str]
    reports: int
    new: list[str]
    changed: list[str]
    gone: list[str]
    read_anew: int
    missing: bool


@click.command(name="status", epilog=help_text(CODES))
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@db_option
@click.option("--json", "as_json", is_flag=True, help="Print the same as JSON.")
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...], db: Path, as_json: bool) -> None:
    r"""Say what is loaded, how good it is, and what is new in the folder.

    Each PATH is a report or a folder, as for load; without one, data/raw. Nothing is read or
    changed: ita load does that.

    \b
    Examples:
      ita status
      ita status my-reports --db my.db
      ita status --json
    """
    with at_the_desk(ctx):
        from publish.reader import asking
        from publish.status import status

        with asking(db) as connection:
            found = status(connection)
        folder = _folder(paths or (RAW,), db)
        if as_json:
            import json

            everything = {
                "database": str(db),
                "bytes": db.stat().st_size,
                **asdict(found),
                "folder": asdict(folder),
            }
            click.echo(shown_json(json.dumps(everything, ensure_ascii=False, indent=2)))
            return
        click.echo(f"{shown(str(db))}: {_size(db)}, brought up to date {_moment(found)}\n")
        for line in (*_loaded(found), *_checked(found), *_in_folder(folder)):
            click.echo(line)


def _folder(paths: Sequence[Path], db: Path) -> Folder:
    from load.state import loaded_files
    from pipeline.corrections import corrections_for
    from pipeline.found import SameNameError, find
    from pipeline.limits import Limits
    from pipeline.run import Options, planned
    from pipeline.stages import READERS
    from pipeline.version import reader_version

    names = [str(path) for path in paths]
    there = [path for path in paths if path.exists()]
    if not there:
        return Folder(names, 0, [], [], [], 0, True)
    try:
        found = find(there, READERS)
    except SameNameError as error:
        raise click.UsageError(
            f"{shown(str(error.first))} and {shown(str(error.second))} would both be called"
            f" {shown(error.key)}: name the folder that holds both."
        ) from error
    loaded = loaded_files(db)
    folders = any(path.is_dir() for path in there)
    version = reader_version()
    corrections = corrections_for(there)
    options = Options(1, Limits(), folders=folders, corrections=corrections)
    plan = planned(found, loaded, version, options)
    known = [file for file in plan.to_read if file.key in loaded]
    expected = {f.key: corrections.version(version, loaded[f.key].sha256) for f in known}
    anew = [file for file in known if loaded[file.key].reader_version != expected[file.key]]
    changed = [file for file in known if loaded[file.key].size != file.size or file not in anew]
    return Folder(
        names,
        len(found.files),
        [file.key for file in plan.to_read if file.key not in loaded],
        [file.key for file in changed],
        list(plan.gone),
        len(anew),
        False,
    )


def _size(db: Path) -> str:
    return f"{db.stat().st_size / 1e6:.1f} MB"


def _moment(found: Status) -> str:
    by = f" by version {found.program_version}" if found.program_version else ""
    return f"{(found.finished or '')[:16].replace('T', ' ')} UTC{by}"


def _line(name: str, *parts: str) -> str:
    return f"{name:<11}{', '.join(part for part in parts if part)}"


def _loaded(found: Status) -> list[str]:
    reports = [f"{count} {name}" for name, count in found.reports.items() if count]
    years = ", ".join(map(str, found.years))
    return [
        _line("Reports", f"{sum(found.reports.values())}: {', '.join(reports) or 'none'}"),
        _line("Pages", str(found.pages), f"{found.pages_without_text} without readable text"),
        _line(
            "Districts",
            f"{found.districts} of {found.districts_known}",
            "and the city itself" if found.city else "",
            f"assessment years {years}" if years else "",
        ),
        _line(
            "Facts",
            counted(found.scores, "score"),
            counted(found.measures, "measure"),
            f"{found.weaknesses} weaknesses",
        ),
    ]


def _checked(found: Status) -> list[str]:
    ran = sum(check.ran for check in found.checks)
    held = sum(check.held for check in found.checks)
    lines = [
        _line("Checks", f"{ran} ran" if ran else "none could run", f"{held} held" if ran else ""),
        *(f"    {check.held} of {check.ran}  {check.name}" for check in found.checks),
        _line(
            "Scores",
            f"{found.confirmed} confirmed by arithmetic",
            f"{found.contradicted} contradicted",
            f"{found.untouched} in no check",
        ),
    ]
    by_severity: Counter[str] = Counter()
    for finding in found.findings:
        by_severity[finding.severity] += finding.count
    lines.append(
        _line(
            "Findings",
            counted(by_severity["error"], "error"),
            counted(by_severity["warning"], "warning"),
            counted(by_severity["info"], "note"),
        )
    )
    lines += [f"    {f.count:>5}  {f.severity:<7}  {f.kind}" for f in found.findings]
    return lines


def _in_folder(folder: Folder) -> list[str]:
    name = ", ".join(shown(path) for path in folder.paths)
    if folder.missing:
        return [_line("Folder", f"there is no {name} here")]
    lines = [_line("Folder", f"{name}: {counted(folder.reports, 'report')}")]
    for what, keys in (("new", folder.new), ("changed", folder.changed), ("gone", folder.gone)):
        if keys:
            listed = ", ".join(shown(key) for key in keys[:NAMES])
            more = f" and {len(keys) - NAMES} more" if len(keys) > NAMES else ""
            lines.append(f"    {len(keys)} {what}: {listed}{more}")
    if folder.read_anew:
        lines.append(f"    {folder.read_anew} read by another version, or with other corrections")
    if folder.new or folder.changed or folder.read_anew:
        lines.append("    ita load reads them")
    elif not folder.gone:
        lines.append("    nothing new")
    return lines
