"""Lays the pages of a PDF on their side, as some printers do: the reader must turn the head."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from tests.samples.rotate import rotate


def lay_down(path: Path) -> None:
    """Turn the drawing and take away the ``/Rotate`` that would set it upright again."""
    rotate(path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            page.obj.Rotate = 0
        pdf.save(path, deterministic_id=True)
