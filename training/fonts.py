"""The free Thai fonts lines are drawn with, per ``fonts.csv``: Debian's fonts-tlwg and npm's.

Fonts marked ``test`` are never trained on; error rates are reported on them too.
"""

from __future__ import annotations

import csv
import re
import subprocess
import tarfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

_TABLE = Path(__file__).with_name("fonts.csv")
_DEBIAN = Path("/usr/share/fonts/truetype")


@dataclass(frozen=True, slots=True)
class Face:
    """One font file; ``weight`` is its family's share of the drawn lines, split over its files."""

    family: str
    path: Path
    weight: float
    use: str


def fetch(folder: Path) -> None:
    """Download the npm packages of the table into ``folder`` (needs ``npm`` and the network)."""
    folder.mkdir(parents=True, exist_ok=True)
    for row in _rows():
        if row["source"] != "npm" or _home(folder, row["package"]).exists():
            continue
        done = subprocess.run(
            ["npm", "pack", "--silent", row["package"]],
            cwd=folder, check=True, capture_output=True, text=True,
        )  # fmt: skip
        with tarfile.open(folder / done.stdout.strip().splitlines()[-1]) as archive:
            archive.extractall(_home(folder, row["package"]), filter="data")


def faces(folder: Path, use: str) -> list[Face]:
    """The font files marked ``train`` or ``test``; families that are not installed are left out."""
    found: list[Face] = []
    for row in _rows():
        home = _DEBIAN if row["source"] == "debian" else _home(folder, row["package"]) / "package"
        paths = sorted(home.glob(row["files"])) if row["use"] == use else []
        # Reports are printed upright; slanted faces are seen, but seldom.
        rare = [0.2 if re.search("italic|oblique", p.name, re.I) else 1.0 for p in paths]
        share = float(row["weight"]) / max(sum(rare), 1.0)
        found += [Face(row["family"], p, share * r, use) for p, r in zip(paths, rare, strict=True)]
    return found


@cache
def covers(path: Path) -> frozenset[str]:
    """The characters a font file can draw."""
    with TTFont(path, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def _rows() -> list[dict[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _home(folder: Path, package: str) -> Path:
    return folder / package.strip("@").replace("/", "-")
