"""The corrections of the people who load reports: where they lie, and which reports they change.

A file of corrections lies beside the folder of the reports: ``data/corrections.csv`` beside
``data/raw``. What may stand in it is checked in ``normalize.corrections``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.screen import shown

if TYPE_CHECKING:
    from normalize.corrections import Correction

FILE = "corrections.csv"


@dataclass(frozen=True, slots=True)
class Corrections:
    """The rows of a run; ``by_file`` tells one set of rows for a file from another."""

    rows: tuple[Correction, ...] = ()
    by_file: Mapping[str, str] = field(default_factory=dict)

    def version(self, reader: str, sha256: str) -> str:
        """What a file is read by: the reader, and the corrections of that very file."""
        mark = self.by_file.get(sha256)
        return f"{reader}+{mark}" if mark else reader

    def stray(self, loaded: Collection[str]) -> list[Correction]:
        """The rows of files that are not among the loaded ones, which are named by their hash."""
        return [row for row in self.rows if row.file_sha256 not in loaded]


NO_CORRECTIONS = Corrections()


def corrections_for(paths: Sequence[Path]) -> Corrections:
    """The corrections that lie beside the folders of some reports.

    Args:
        paths: reports and folders of reports, as a person named them.

    Raises:
        click.UsageError: a row does not fit; the message says which and what would.
    """
    files = dict.fromkeys(file for path in paths if (file := _beside(path)).is_file())
    if not files:
        return NO_CORRECTIONS
    from normalize.corrections import CorrectionsError, fingerprints, read_corrections

    try:
        rows = tuple(row for file in files for row in read_corrections(file))
    except CorrectionsError as error:
        raise click.UsageError(shown(str(error))) from error
    except OSError as error:
        reason = f"{shown(str(error.filename))} cannot be read ({error.strerror})"
        raise click.UsageError(f"{reason}: allow reading it.") from error
    return Corrections(rows, fingerprints(rows))


def _beside(path: Path) -> Path:
    folder = path if path.is_dir() else path.parent
    beside = folder.absolute().parent / FILE
    # Named as the person would: data/corrections.csv, not the whole way from the root.
    here = Path.cwd()
    return beside.relative_to(here) if beside.is_relative_to(here) else beside
