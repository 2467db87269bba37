"""Prints a layout to PDF with a real producer and takes the run's own dates out of the file."""

from __future__ import annotations

import functools
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.producers import PRINTERS, ProducerError
from tests.samples import fodt, html, typ
from tests.samples.model import Layout

# What a producer writes anew on every run: the pattern, and what its group becomes.
_VOLATILE = (
    (rb"\(D:([0-9]{14})", b"20240101000000"),
    (rb"<xmp:(?:Create|Modify)Date>([0-9T:-]{19})", b"2024-01-01T00:00:00"),
    (rb"/ID\s*\[\s*<([0-9A-Fa-f]+)>", b""),
    (rb"/ID\s*\[\s*<0+>\s*<([0-9A-Fa-f]+)>", b""),
    (rb"/ID\[\(([A-Za-z0-9+/=]+)\)", b""),
    (rb"/ID\[\(0+\)\(([A-Za-z0-9+/=]+)\)", b""),
    (rb"<xmpMM:(?:Instance|Document)ID>([A-Za-z0-9+/=]+)<", b""),
    (rb"/DocChecksum /([0-9A-F]+)", b""),
)
_WRITERS: dict[str, Callable[[Layout, Path], str]] = {
    "html": lambda layout, _folder: html.document(layout),
    "fodt": lambda layout, _folder: fodt.document(layout),
    "typ": typ.document,
}


def produce(layout: Layout, engine: str, target: Path) -> None:
    """Print the layout with ``chromium``, ``libreoffice``, ``weasyprint`` or ``typst``."""
    kind, _ = PRINTERS[engine]
    with tempfile.TemporaryDirectory() as name:
        source = _WRITERS[kind](layout, Path(name))
        print_source(source, engine, Path(name), target)


def print_source(source: str, engine: str, folder: Path, target: Path) -> None:
    """Print a source text of the producer's kind, without the run's own dates in the file."""
    kind, printed = PRINTERS[engine]
    page = folder / f"report.{kind}"
    page.write_text(source, encoding="utf-8")
    made = printed(page)
    if not made.exists():
        raise ProducerError(f"{engine} printed nothing for {target.name}")
    target.write_bytes(_undated(made.read_bytes()))


def _undated(data: bytes) -> bytes:
    """The file with fixed dates and identifiers of the same length, so that a rerun is the same."""
    for pattern, fixed in _VOLATILE:
        data = re.sub(pattern, functools.partial(_overwrite, fixed), data)
    return data


def _overwrite(fixed: bytes, found: re.Match[bytes]) -> bytes:
    """The match with its last group replaced, cut or filled with zeros to the same length."""
    whole, start = found.group(), found.start(1) - found.start()
    length = len(found.group(1))
    return whole[:start] + fixed[:length].ljust(length, b"0") + whole[start + length :]
