"""Prints a sheet to PDF with a real producer, and takes the run's own dates out of the file."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import pikepdf

from tests.characters import fonts, sheets
from tests.producers import PRINTERS, ProducerError

_WRITERS: dict[str, Callable[[sheets.Sheet], str]] = {
    "html": sheets.html,
    "fodt": sheets.fodt,
    "typ": sheets.typ,
}


def produce(sheet: sheets.Sheet, producer: str, target: Path) -> None:
    """Print the sheet with ``chromium``, ``libreoffice``, ``weasyprint`` or ``typst``."""
    kind, printed = PRINTERS[producer]
    with tempfile.TemporaryDirectory() as name:
        page = Path(name) / f"sheet.{kind}"
        page.write_text(_WRITERS[kind](sheet), encoding="utf-8")
        made = printed(page)
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
