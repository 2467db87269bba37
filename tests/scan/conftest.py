"""Scans made of the bundled samples while testing, and read once per session."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from benchmarks.scanned import Scanner, scanned
from extract.model import Document
from extract.read import read_document
from tests.reports import SAMPLES

Scan = Callable[[str, Scanner], Path]


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ITA_CACHE", str(tmp_path_factory.mktemp("pages")))
        yield


@pytest.fixture(scope="session")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Scan:
    """A bundled sample, by the stem of its name, as a scanner would give it."""
    folder = tmp_path_factory.mktemp("scans")
    samples = {path.stem: path for path in SAMPLES}

    @cache
    def made(name: str, scanner: Scanner) -> Path:
        path = folder / f"{name}-{abs(hash(scanner))}.pdf"
        path.write_bytes(scanned(samples[name], scanner))
        return path

    return made


@pytest.fixture(scope="session")
def read() -> Callable[[Path], Document]:
    """A file as the extractors see it; each is read once."""
    return cache(read_document)
