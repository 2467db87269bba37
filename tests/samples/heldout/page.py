"""HTML of a report -> a whole HTML file with its style sheet, for Chromium and WeasyPrint."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from string import Template

from tests.samples.heldout.template import Source
from tests.samples.pictures import png

_CSS = Path(__file__).parent / "page.css"


def document(source: Source) -> str:
    """The report as a browser prints it."""
    meta = source.meta
    css = Template(_CSS.read_text(encoding="utf-8")).substitute(
        orientation=meta.get("orientation", "portrait"),
        margin=f"{meta.get('margin', 18):g}",
        font=meta["font"],
        size=f"{meta.get('size', 14):g}",
        leading=f"{meta.get('leading', 1.25):g}",
        more=meta.get("css", ""),
    )
    body = re.sub(r'<img alt="([^"]+)" width="([0-9]+)">', _picture, source.html)
    body = re.sub(r'<hr class="(\w+)">', r'</section><section class="\1">', body)
    body = re.sub(r'<table([^>]*?) data-widths="([^"]+)"([^>]*)>', _columns, body)
    first = meta.get("orientation", "portrait")
    return (
        '<!DOCTYPE html>\n<html lang="th"><head><meta charset="utf-8">'
        f'<style>\n{css}</style></head>\n<body><section class="{first}">{body}</section></body>'
        "</html>\n"
    )


def _picture(found: re.Match[str]) -> str:
    data = base64.b64encode(png(found[1])).decode("ascii")
    return f'<img alt="" style="width:{found[2]}mm" src="data:image/png;base64,{data}">'


def _columns(found: re.Match[str]) -> str:
    widths = [float(width) for width in found[2].split()]
    cols = "".join(f'<col style="width:{100 * w / sum(widths):.2f}%">' for w in widths)
    return f"<table{found[1]}{found[3]}><colgroup>{cols}</colgroup>"
