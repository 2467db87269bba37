"""Versions: that of the program, and that of the code that reads reports.

Two runs of one reader version read a file alike. Everything that decides what becomes of a file
counts: the modules, code books and other data of the reading stages, and the packages they stand
on. A report read by another version is read again.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

STAGES = ("extract", "normalize", "quality")
FOUNDATIONS = ("pdfplumber", "pdfminer.six", "pythainlp", "regex")
# Without these pictures are not read: what was read without them is read again with them.
OPTIONAL = ("numpy", "onnxruntime", "opencv-python-headless")


def program_version() -> str | None:
    """The version that is installed; ``None`` where the sources are run without installing them."""
    try:
        return version("thai-integrity-reports")
    except PackageNotFoundError:
        return None


def reader_version() -> str:
    """Sixteen hexadecimal digits that change when the reading of a report may."""
    digest = hashlib.sha256()
    for package in FOUNDATIONS:
        digest.update(f"{package}=={version(package)}\n".encode())
    for package in OPTIONAL:
        with contextlib.suppress(PackageNotFoundError):
            digest.update(f"{package}=={version(package)}\n".encode())
    for stage in STAGES:
        for name, path in _files(stage):
            content = path.read_bytes()
            digest.update(f"{name} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()[:16]


def _files(stage: str) -> list[tuple[str, Path]]:
    """The files of a package with their names inside it, in an order that does not change."""
    spec = importlib.util.find_spec(stage)
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        raise ModuleNotFoundError(f"The package {stage} is not installed: run make setup")
    folder = Path(folders[0])
    paths = (path for path in folder.rglob("*") if path.is_file() and _counts(path))
    return sorted((f"{stage}/{path.relative_to(folder).as_posix()}", path) for path in paths)


def _counts(path: Path) -> bool:
    return "__pycache__" not in path.parts and not path.name.startswith(".")
