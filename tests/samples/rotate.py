"""Turns the pages of a PDF the way a scanner or a landscape printer driver does.

The drawing is laid on its side on an upright sheet and ``/Rotate`` sets it upright for the reader.
"""

from __future__ import annotations

import importlib
from pathlib import Path


def rotate(path: Path) -> None:
    """Rewrite a PDF so that every page needs its ``/Rotate`` to be read."""
    pypdf = importlib.import_module("pypdf")
    writer = pypdf.PdfWriter(clone_from=str(path))
    for page in writer.pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        page.add_transformation(pypdf.Transformation().rotate(90).translate(height, 0))
        for box in (page.mediabox, page.cropbox, page.trimbox, page.bleedbox, page.artbox):
            box.lower_left, box.upper_right = (0, 0), (height, width)
        page.rotate(90)
    writer.write(str(path))
