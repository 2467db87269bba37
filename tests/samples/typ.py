"""Layout -> one Typst file."""

from __future__ import annotations

import zlib
from pathlib import Path

from tests.samples.model import Block, Cell, Layout, NewPage, Paragraph, Picture, Row, Table
from tests.samples.pictures import png

_STROKES = {
    "all": "0.6pt",
    "none": "none",
    "horizontal": "(x: none, y: 0.6pt)",
    "vertical": "(x: 0.6pt, y: none)",
    "dotted": '(x: none, y: (thickness: 0.6pt, dash: "dotted"))',
}
_STYLES = {
    "title": 'align(center, text(weight: "bold", size: 1.25em, {text}))',
    "mark": (
        "align(center, block(stroke: 0.6pt + rgb(160, 0, 0), inset: 1.5mm, "
        "text(fill: rgb(160, 0, 0), {text})))"
    ),
    "heading": 'block(above: 4mm, below: 2mm, sticky: true, text(weight: "bold", {text}))',
    "text": "block(spacing: 1.5mm, h(12mm) + {text})",
    "flush": "block(spacing: 1.5mm, {text})",
    "centre": "align(center, {text})",
}


def document(layout: Layout, folder: Path) -> str:
    """The whole report as Typst source; its pictures are written to the folder."""
    flipped = str(layout.orientation == "landscape").lower()
    gap = f"{layout.leading - 1.15:.2f}em"
    head = (
        f'#set page(paper: "a4", flipped: {flipped}, margin: {layout.margin:g}mm)\n'
        f'#set text(font: "{layout.font}", size: {layout.size:g}pt, lang: "th", '
        f'top-edge: "ascender", bottom-edge: "descender")\n'
        f"#set par(leading: {gap}, spacing: {gap})\n"
    )
    return head + "".join(_block(block, folder) for block in layout.blocks)


def _block(block: Block, folder: Path) -> str:
    if isinstance(block, NewPage):
        flipped = str(block.orientation == "landscape").lower()
        return f"#set page(flipped: {flipped})\n"
    if isinstance(block, Paragraph):
        return "#" + _STYLES[block.style].replace("{text}", _string(block.text)) + "\n"
    if isinstance(block, Picture):
        return f"#align(center, {_image(block.name, block.width, folder)})\n"
    return _table(block, folder)


def _table(table: Table, folder: Path) -> str:
    widths = ", ".join(f"{width:g}fr" for width in table.widths)
    parts = []
    if table.header:
        cells = "".join(_row(row, table.header_shade, folder) for row in table.header)
        parts.append(f"table.header(repeat: {str(table.repeat_header).lower()}, {cells})")
    parts += [_row(row, "", folder) for row in table.rows]
    inner = ",\n  ".join(part.rstrip(", ") for part in parts)
    source = (
        f"table(columns: ({widths}), stroke: {_STROKES[table.rules]}, "
        f"inset: (x: 1.4mm, y: 0.9mm), align: top + left,\n  {inner})"
    )
    size = f"set text(size: {table.size:g}pt); " if table.size else ""
    return f"#{{ {size}block(width: {table.width:g}%, {source}) }}\n"


def _row(row: Row, shade: str, folder: Path) -> str:
    return "".join(_cell(cell, shade, folder) + ", " for cell in row)


def _cell(cell: Cell, shade: str, folder: Path) -> str:
    fill = cell.shade or shade
    options = [f"align: top + {cell.align}"]
    if fill:
        options.append(f'fill: rgb("{fill}")')
    if cell.rows > 1:
        options.append(f"rowspan: {cell.rows}")
    if cell.columns > 1:
        options.append(f"colspan: {cell.columns}")
    inner = " + parbreak() + ".join(_string(line) for line in cell.text.split("\n") if line)
    if cell.picture:
        inner = _image(cell.picture, 38, folder)
    if cell.bold:
        inner = f'text(weight: "bold", {inner or "[]"})'
    return f"table.cell({', '.join(options)}, {{{inner or '[]'}}})"


def _image(name: str, width: float, folder: Path) -> str:
    file = folder / f"{zlib.crc32(name.encode()):08x}.png"
    file.write_bytes(png(name))
    return f'image("{file.name}", width: {width:g}mm)'


def _string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
