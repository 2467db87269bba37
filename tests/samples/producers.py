"""Prints a layout to PDF with a real producer and takes the run's own dates out of the file."""

from __future__ import annotations

import functools
import importlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

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
_FONTS = ("/usr/share/fonts", str(Path.home() / ".local/share/fonts"))


class ProducerError(RuntimeError):
    """A producer is missing or printed nothing."""


def produce(layout: Layout, engine: str, target: Path) -> None:
    """Print the layout with ``chromium``, ``libreoffice``, ``weasyprint`` or ``typst``."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = _ENGINES[engine](layout, folder)
        if not made.exists():
            raise ProducerError(f"{engine} printed nothing for {target.name}")
        target.write_bytes(_undated(made.read_bytes()))


def _chromium(layout: Layout, folder: Path) -> Path:
    page, made = folder / "report.html", folder / "report.pdf"
    page.write_text(html.document(layout), encoding="utf-8")
    _run(
        _program("chromium", "chromium-browser", "google-chrome"),
        *("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"),
        *(f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={made}", page.as_uri()),
    )
    return made


def _libreoffice(layout: Layout, folder: Path) -> Path:
    page = folder / "report.fodt"
    page.write_text(fodt.document(layout), encoding="utf-8")
    _run(
        _program("soffice", "libreoffice"),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--convert-to", "pdf", "--outdir", str(folder), str(page)),
    )
    return folder / "report.pdf"


def _weasyprint(layout: Layout, folder: Path) -> Path:
    page, made = folder / "report.html", folder / "report.pdf"
    page.write_text(html.document(layout), encoding="utf-8")
    _run(sys.executable, "-m", "weasyprint", str(page), str(made))
    return made


def _typst(layout: Layout, folder: Path) -> Path:
    page, made = folder / "report.typ", folder / "report.pdf"
    page.write_text(typ.document(layout, folder), encoding="utf-8")
    importlib.import_module("typst").compile(str(page), output=str(made), font_paths=list(_FONTS))
    return made


_ENGINES: dict[str, Callable[[Layout, Path], Path]] = {
    "chromium": _chromium,
    "libreoffice": _libreoffice,
    "weasyprint": _weasyprint,
    "typst": _typst,
}


def _program(*names: str) -> str:
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    raise ProducerError(f"{names[0]} is not installed, see tests/samples/README.md")


def _run(*command: str) -> None:
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1704067200", "TZ": "UTC"},
        check=False,
    )
    if done.returncode:
        raise ProducerError(f"{Path(command[0]).name} failed: {done.stderr.strip()[-500:]}")


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
