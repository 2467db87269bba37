"""Makes every hostile file in a folder: ``python -m tests.hostile.make FOLDER``.

What the files are and how each must end stands in ``structure``, ``content``, ``fonts``,
``texts`` and ``names``. None is kept in the repository: some would fill a disk.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.hostile import content, fonts, names, structure, texts
from tests.hostile.case import Hostile

FILES: tuple[Hostile, ...] = (
    *structure.FILES,
    *content.FILES,
    *fonts.FILES,
    *texts.FILES,
    *names.FILES,
)


def make(files: Iterable[Hostile], folder: Path) -> None:
    """Write files into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        (folder / file.name).write_bytes(file.make())


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    make(FILES, parser.parse_args(arguments).folder)


if __name__ == "__main__":
    main()
