"""Layout -> one flat OpenDocument text, which LibreOffice prints."""

from __future__ import annotations

import base64
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape, quoteattr

from tests.samples.model import Block, Cell, Layout, NewPage, Paragraph, Picture, Row, Table
from tests.samples.pictures import png

_TEMPLATE = Path(__file__).parent / "templates" / "office.fodt"
_LINE = "0.5pt solid #000000"
_BORDERS = {
    "all": f'fo:border="{_LINE}"',
    "none": 'fo:border="none"',
    "horizontal": f'fo:border-top="{_LINE}" fo:border-bottom="{_LINE}"',
    "vertical": f'fo:border-left="{_LINE}" fo:border-right="{_LINE}"',
    "dotted": 'fo:border-bottom="0.75pt dotted #444444"',
}
_BOLD = 'fo:font-weight="bold" style:font-weight-complex="bold"'
_ALIGN = {"left": "start", "center": "center", "right": "end"}


def document(layout: Layout) -> str:
    """The whole report as flat OpenDocument XML."""
    writer = _Writer(layout)
    body = "\n".join(writer.block(block) for block in layout.blocks)
    return Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(
        font=layout.font,
        size=f"{layout.size:g}",
        title_size=f"{layout.size * 1.25:g}pt",
        leading=f"{layout.leading * 100:g}",
        margin=f"{layout.margin:g}",
        orientation=layout.orientation,
        styles="\n".join(writer.styles.values()),
        body=body,
    )


class _Writer:
    """Writes blocks and gathers the automatic styles they need."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._orientation = layout.orientation
        self._tables = 0
        self.styles: dict[str, str] = {}

    def block(self, block: Block) -> str:
        if isinstance(block, NewPage):
            self._orientation = block.orientation
            return f'<text:p text:style-name="to-{block.orientation}"/>'
        if isinstance(block, Paragraph):
            return f'<text:p text:style-name="{block.style}">{escape(block.text)}</text:p>'
        if isinstance(block, Picture):
            return f'<text:p text:style-name="centre">{_image(block.name, block.width)}</text:p>'
        return self._table(block) + '<text:p text:style-name="gap"/>'

    def _table(self, table: Table) -> str:
        self._tables += 1
        name = f"t{self._tables}"
        columns = "".join(
            f'<table:table-column table:style-name="{self._column(name, n, width, table)}"/>'
            for n, width in enumerate(table.widths)
        )
        grid = _covered([*table.header, *table.rows], len(table.widths))
        rows = [self._row(row, table, n < len(table.header)) for n, row in enumerate(grid)]
        head, body = rows[: len(table.header)], rows[len(table.header) :]
        wrapped = "".join(head)
        if head and table.repeat_header:
            wrapped = f"<table:table-header-rows>{wrapped}</table:table-header-rows>"
        self.styles[name] = (
            f'<style:style style:name="{name}" style:family="table"><style:table-properties '
            f'style:width="{self._width() * table.width / 100:.1f}mm" table:align="left" '
            'table:border-model="collapsing" style:may-break-between-rows="true"/></style:style>'
        )
        inner = columns + wrapped + "".join(body)
        return f'<table:table table:style-name="{name}">{inner}</table:table>'

    def _width(self) -> float:
        return (297 if self._orientation == "landscape" else 210) - 2 * self._layout.margin

    def _column(self, table_name: str, number: int, width: float, table: Table) -> str:
        name = f"{table_name}c{number}"
        share = width / sum(table.widths) * self._width() * table.width / 100
        self.styles[name] = (
            f'<style:style style:name="{name}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{share:.2f}mm"/></style:style>'
        )
        return name

    def _row(self, row: list[Cell | None], table: Table, head: bool) -> str:
        name = "whole" if table.whole_rows else "split"
        together = "always" if table.whole_rows else "auto"
        self.styles[name] = (
            f'<style:style style:name="{name}" style:family="table-row">'
            f'<style:table-row-properties fo:keep-together="{together}"/></style:style>'
        )
        cells = "".join(self._cell(cell, table, head) for cell in row)
        return f'<table:table-row table:style-name="{name}">{cells}</table:table-row>'

    def _cell(self, cell: Cell | None, table: Table, head: bool) -> str:
        if cell is None:
            return "<table:covered-table-cell/>"
        spans = f' table:number-rows-spanned="{cell.rows}"' if cell.rows > 1 else ""
        spans += f' table:number-columns-spanned="{cell.columns}"' if cell.columns > 1 else ""
        box = self._cell_style(table, cell.shade or (table.header_shade if head else ""))
        text = self._text_style(cell, table)
        lines = cell.text.split("\n")
        inner = "".join(f'<text:p text:style-name="{text}">{escape(t)}</text:p>' for t in lines)
        if cell.picture:
            inner = f'<text:p text:style-name="{text}">{_image(cell.picture, 38)}</text:p>'
        return f'<table:table-cell table:style-name="{box}"{spans}>{inner}</table:table-cell>'

    def _cell_style(self, table: Table, shade: str) -> str:
        name = f"box-{table.rules}-{shade.lstrip('#')}"
        ground = f' fo:background-color="{shade}"' if shade else ""
        self.styles[name] = (
            f'<style:style style:name="{name}" style:family="table-cell">'
            f'<style:table-cell-properties fo:padding="1mm" {_BORDERS[table.rules]}{ground}/>'
            "</style:style>"
        )
        return name

    def _text_style(self, cell: Cell, table: Table) -> str:
        size = f"{table.size or self._layout.size:g}"
        weight = "bold" if cell.bold else "plain"
        name = f"cell-{cell.align}-{weight}-{size.replace('.', '_')}"
        self.styles[name] = (
            f'<style:style style:name="{name}" style:family="paragraph" '
            'style:parent-style-name="Standard">'
            f'<style:paragraph-properties fo:text-align="{_ALIGN[cell.align]}"/>'
            f'<style:text-properties fo:font-size="{size}pt" style:font-size-complex="{size}pt" '
            f"{_BOLD if cell.bold else ''}/></style:style>"
        )
        return name


def _covered(rows: list[Row], columns: int) -> list[list[Cell | None]]:
    """Each row at full width, ``None`` where a merged cell reaches in."""
    grid: list[list[Cell | None]] = []
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        cells = iter(row)
        line: list[Cell | None] = []
        for column in range(columns):
            if (number, column) in taken:
                line.append(None)
                continue
            cell = next(cells)
            line.append(cell)
            taken |= {
                (number + down, column + right)
                for down in range(cell.rows)
                for right in range(cell.columns)
            }
        grid.append(line)
    return grid


def _image(name: str, width: float) -> str:
    data = base64.b64encode(png(name)).decode("ascii")
    height = width if name.startswith("radar:") else width * 2 / 3
    return (
        f'<draw:frame draw:style-name="inline" draw:name={quoteattr(name)} '
        f'text:anchor-type="as-char" svg:width="{width:g}mm" svg:height="{height:g}mm">'
        f"<draw:image><office:binary-data>{data}</office:binary-data></draw:image></draw:frame>"
    )
