"""Has a real program print a source file to PDF: Chromium, LibreOffice, WeasyPrint, Typst.

What stands in the source, and what is taken out of the file afterwards so that a rerun is the same,
is the business of those who ask.
"""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

FONT_FOLDERS = (Path("/usr/share/fonts"), Path.home() / ".local/share/fonts")


class ProducerError(RuntimeError):
    """A producer is missing or printed nothing."""


def chromium(page: Path) -> Path:
    """Print an HTML page as a browser does."""
    made = page.with_suffix(".pdf")
    run(
        program("chromium", "chromium-browser", "google-chrome"),
        *("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"),
        *(f"--user-data-dir={page.parent / 'profile'}", f"--print-to-pdf={made}", page.as_uri()),
    )
    return made


def libreoffice(page: Path) -> Path:
    """Print a document of any kind that an office program opens."""
    run(
        program("soffice", "libreoffice"),
        f"-env:UserInstallation={(page.parent / 'profile').as_uri()}",
        *("--headless", "--convert-to", "pdf", "--outdir", str(page.parent), str(page)),
    )
    return page.with_suffix(".pdf")


def weasyprint(page: Path) -> Path:
    """Print an HTML page with WeasyPrint."""
    made = page.with_suffix(".pdf")
    run(sys.executable, "-m", "weasyprint", str(page), str(made))
    return made


def typst(page: Path) -> Path:
    """Print a Typst document."""
    made, fonts = page.with_suffix(".pdf"), [str(path) for path in FONT_FOLDERS]
    importlib.import_module("typst").compile(str(page), output=str(made), font_paths=fonts)
    return made


PRINTERS: dict[str, tuple[str, Callable[[Path], Path]]] = {
    "chromium": ("html", chromium),
    "libreoffice": ("fodt", libreoffice),
    "weasyprint": ("html", weasyprint),
    "typst": ("typ", typst),
}
"""Each producer's kind of source, as the ending of its name, and what prints it."""


def program(*names: str) -> str:
    """The path of the first of these programs that is installed."""
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    raise ProducerError(f"{names[0]} is not installed, see tests/samples/README.md")


def run(*command: str) -> None:
    """Run a program whose output hangs neither on the time nor on where it runs."""
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
