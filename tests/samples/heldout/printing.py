"""Prints HTML with Chromium or WeasyPrint, without the run's own dates in the file."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.samples.producers import ProducerError, _program, _run, _undated


def print_html(html: str, engine: str, folder: Path, target: Path) -> None:
    """Print the text of an HTML file to a PDF."""
    page, made = folder / "report.html", folder / "report.pdf"
    page.write_text(html, encoding="utf-8")
    if engine == "weasyprint":
        _run(sys.executable, "-m", "weasyprint", str(page), str(made))
    else:
        _run(
            _program("chromium", "chromium-browser", "google-chrome"),
            *("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"),
            *(f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={made}", page.as_uri()),
        )
    if not made.exists():
        raise ProducerError(f"{engine} printed nothing for {target.name}")
    target.write_bytes(_undated(made.read_bytes()))
