"""Prints a sheet to PDF with a real producer, and takes the run's own dates out of the file."""

from __future__ import annotations

import contextlib
import importlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pikepdf

from tests.characters import fonts, sheets

FONT_FOLDERS = (Path("/usr/share/fonts"), Path.home() / ".local/share/fonts")


class ProducerError(RuntimeError):
    """A producer is missing or printed nothing."""


def produce(sheet: sheets.Sheet, producer: str, target: Path) -> None:
    """Print the sheet with ``chromium``, ``libreoffice``, ``weasyprint`` or ``typst``."""
    with tempfile.TemporaryDirectory() as name:
        made = PRODUCERS[producer](sheet, Path(name))
        if not made.exists():
            raise ProducerError(f"{producer} printed nothing for {target.name}")
        with pikepdf.open(made) as pdf:
            save(pdf, target)


def save(pdf: pikepdf.Pdf, target: Path) -> None:
    """Write the file small and the same on every run: no dates, no metadata, a fixed identifier.

    Instructions for rasterising go too: a third of a file, and no reader of text asks for them.
    """
    fonts.without_hints(pdf)
    for key in ("/CreationDate", "/ModDate"):
        if key in pdf.docinfo:
            del pdf.docinfo[key]
    if "/Metadata" in pdf.Root:
        del pdf.Root.Metadata
    for key in ("/ID", "/DocChecksum"):
        if key in pdf.trailer:
            del pdf.trailer[key]
    pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)


@contextlib.contextmanager
def fonts_of(folder: Path) -> Iterator[None]:
    """Let the producers see the fonts of one folder and no others."""
    with tempfile.TemporaryDirectory() as name:
        settings = Path(name) / "fonts.conf"
        settings.write_text(
            f"<fontconfig><dir>{escape(str(folder.resolve()))}</dir>"
            f"<cachedir>{name}</cachedir></fontconfig>",
            encoding="utf-8",
        )
        os.environ["FONTCONFIG_FILE"] = str(settings)
        yield
        del os.environ["FONTCONFIG_FILE"]


def _chromium(sheet: sheets.Sheet, folder: Path) -> Path:
    page, made = folder / "sheet.html", folder / "sheet.pdf"
    page.write_text(sheets.html(sheet), encoding="utf-8")
    _run(
        _program("chromium", "chromium-browser", "google-chrome"),
        *("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"),
        *(f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={made}", page.as_uri()),
    )
    return made


def _libreoffice(sheet: sheets.Sheet, folder: Path) -> Path:
    page = folder / "sheet.fodt"
    page.write_text(sheets.fodt(sheet), encoding="utf-8")
    _run(
        _program("soffice", "libreoffice"),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--convert-to", "pdf", "--outdir", str(folder), str(page)),
    )
    return folder / "sheet.pdf"


def _weasyprint(sheet: sheets.Sheet, folder: Path) -> Path:
    page, made = folder / "sheet.html", folder / "sheet.pdf"
    page.write_text(sheets.html(sheet), encoding="utf-8")
    _run(sys.executable, "-m", "weasyprint", str(page), str(made))
    return made


def _typst(sheet: sheets.Sheet, folder: Path) -> Path:
    page, made = folder / "sheet.typ", folder / "sheet.pdf"
    page.write_text(sheets.typ(sheet), encoding="utf-8")
    fonts = [str(path) for path in FONT_FOLDERS]
    importlib.import_module("typst").compile(str(page), output=str(made), font_paths=fonts)
    return made


PRODUCERS = {
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
    raise ProducerError(f"{names[0]} is not installed, see tests/characters/README.md")


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
