"""Layout -> one HTML file, for the producers that print HTML (Chromium, WeasyPrint)."""

from __future__ import annotations

import base64
from html import escape
from pathlib import Path
from string import Template

from tests.samples.model import Block, Cell, Layout, NewPage, Paragraph, Picture, Row, Table
from tests.samples.pictures import png

_CSS = Path(__file__).parent / "templates" / "page.css"


def document(layout: Layout) -> str:
    """The whole report as HTML with its style sheet inside."""
    css = Template(_CSS.read_text(encoding="utf-8")).substitute(
        orientation=layout.orientation,
        margin=f"{layout.margin:g}",
        font=layout.font,
        size=f"{layout.size:g}",
        leading=f"{layout.leading:g}",
    )
    blocks = "".join(_block(block) for block in layout.blocks)
    return (
        '<!DOCTYPE html>\n<html lang="th"><head><meta charset="utf-8">'
        f"<style>\n{css}</style></head>\n<body>"
        f'<section class="{layout.orientation}">{blocks}</section></body></html>\n'
    )


def _block(block: Block) -> str:
    if isinstance(block, NewPage):
        return f'</section>\n<section class="{block.orientation}">'
    if isinstance(block, Paragraph):
        return f'\n<p class="{block.style}">{escape(block.text)}</p>'
    if isinstance(block, Picture):
        return f'\n<div class="picture">{_image(block.name, block.width)}</div>'
    return _table(block)


def _table(table: Table) -> str:
    size = f"font-size:{table.size:g}pt;" if table.size else ""
    cols = "".join(f'<col style="width:{width:g}%">' for width in table.widths)
    head = "".join(_row(row, "th", table) for row in table.header)
    rows = "".join(_row(row, "td", table) for row in table.rows)
    if head and table.repeat_header:
        head = f"<thead>{head}</thead>"
    return (
        f'\n<table class="{table.rules}" style="width:{table.width:g}%;{size}">'
        f"<colgroup>{cols}</colgroup>{head}<tbody>{rows}</tbody></table>"
    )


def _row(row: Row, tag: str, table: Table) -> str:
    shade = table.header_shade if tag == "th" else ""
    cells = "".join(_cell(cell, tag, shade) for cell in row)
    return f"\n<tr{' class=whole' if table.whole_rows else ''}>{cells}</tr>"


def _cell(cell: Cell, tag: str, shade: str) -> str:
    style = f"text-align:{cell.align};"
    if cell.bold:
        style += "font-weight:bold;"
    if cell.shade or shade:
        style += f"background:{cell.shade or shade};"
    spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    inner = "".join(f"<p>{escape(line)}</p>" for line in cell.text.split("\n") if line)
    if cell.picture:
        inner += _image(cell.picture, 38)
    return f'<{tag}{spans} style="{style}">{inner}</{tag}>'


def _image(name: str, width: float) -> str:
    data = base64.b64encode(png(name)).decode("ascii")
    return f'<img alt="" style="width:{width:g}mm" src="data:image/png;base64,{data}">'
