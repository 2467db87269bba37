"""Turns the pages of a PDF the way a scanner or a landscape printer driver does.

The drawing is laid on its side on an upright sheet and ``/Rotate`` sets it upright for the reader.
"""

from __future__ import annotations

from pathlib import Path

import pikepdf


def rotate(path: Path) -> None:
    """Rewrite a PDF so that every page needs its ``/Rotate`` to be read."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            left, bottom, right, top = (float(edge) for edge in page.mediabox)
            width, height = right - left, top - bottom
            turn = f"q 0 1 -1 0 {height:g} 0 cm\n".encode()
            page.contents_add(turn, prepend=True)
            page.contents_add(b"\nQ")
            page.mediabox = pikepdf.Array([0, 0, height, width])
            page.obj.Rotate = 90
        pdf.save(path, deterministic_id=True)
