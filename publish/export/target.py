"""Writing a file so that whoever opens it finds all of it: beside its place, then moved there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def placed(target: Path) -> Iterator[Path]:
    """A name to write to; when the block ends well, that file takes the place of ``target``."""
    part = target.with_name(f".{target.name}.part")
    try:
        yield part
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)
