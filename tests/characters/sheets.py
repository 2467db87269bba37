"""The sheet that every fixture prints: words and sentences in ruled tables, as source text.

What is printed stands in ``words.json``; how a producer is called, in ``producers``. Each word is
printed twice, regular and bold, because programs damage the two in different ways; sentences stand
in columns too narrow for them, so that lines end inside words.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from pathlib import Path

HERE = Path(__file__).parent
HEADER = ("ที่", "คำ", "ตัวหนา")
SETS = 2

#: A table as printed: rows of cell texts.
Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one fixture prints, and in which font."""

    font: str
    words: Rows
    sentences: Rows

    @property
    def tables(self) -> list[Rows]:
        return [self.words, self.sentences]


def sheet(font: str) -> Sheet:
    """The sheet in a font."""
    content = json.loads((HERE / "words.json").read_text(encoding="utf-8"))
    words = content["words"]
    numbered = [[str(i), word, word] for i, word in enumerate(words, 1)]
    height = -(-len(numbered) // SETS)
    columns = [numbered[i * height : (i + 1) * height] for i in range(SETS)]
    rows = [[cell for part in parts for cell in part] for parts in zip(*columns, strict=True)]
    return Sheet(
        font,
        [list(HEADER) * SETS, *rows],
        [["ประโยค", "ตัวหนา"], *([text, text] for text in content["sentences"])],
    )


def bold(row: int, column: int) -> bool:
    """Whether a cell is printed bold: the header, and every last column of a set."""
    return row == 0 or column % len(HEADER) == len(HEADER) - 1


def bold_sentence(row: int, column: int) -> bool:
    """The same for the sentences: their header and their second column."""
    return row == 0 or column == 1


_STYLE = """
@page {{ size: A4; margin: 12mm; }}
body {{ font-family: '{font}'; font-size: 12pt; line-height: 1.45; }}
table {{ border-collapse: collapse; margin-bottom: 6mm; }}
td, th {{ border: 0.75pt solid black; padding: 0 4pt; text-align: left; vertical-align: top;
  font-weight: normal; }}
.b {{ font-weight: bold; }}
.words td, .words th {{ width: 104pt; }}
.words td:nth-child(3n), .words th:nth-child(3n) {{ width: 110pt; }}
.words td:nth-child(3n+1), .words th:nth-child(3n+1) {{ width: 22pt; }}
.sentences td, .sentences th {{ width: 150pt; }}
.sentences td:nth-child(2), .sentences th:nth-child(2) {{ width: 185pt; }}
.words {{ break-after: page; }}
"""


def html(sheet: Sheet) -> str:
    """The sheet for browsers and WeasyPrint."""
    parts = []
    for name, rows, is_bold in (
        ("words", sheet.words, bold),
        ("sentences", sheet.sentences, bold_sentence),
    ):
        lines = []
        for r, row in enumerate(rows):
            cells = (
                f"<td{' class=b' if is_bold(r, c) else ''}>{escape(text)}</td>"
                for c, text in enumerate(row)
            )
            lines.append(f"<tr>{''.join(cells)}</tr>")
        parts.append(f"<table class={name}>{''.join(lines)}</table>")
    style = _STYLE.format(font=sheet.font)
    return (
        '<!doctype html><html lang="th"><head><meta charset="utf-8">'
        f"<title>Thai words in {sheet.font}</title><style>{style}</style></head>"
        f"<body>{''.join(parts)}</body></html>"
    )


_OFFICE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'{font}'"/>
</office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:text-properties
 style:font-name="F" fo:font-size="12pt" style:font-name-complex="F" style:font-size-complex="12pt"
 fo:language="th" fo:country="TH" style:language-complex="th" style:country-complex="TH"/>
</style:default-style></office:styles>
<office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm"
 fo:page-height="297mm" fo:margin-top="12mm" fo:margin-bottom="12mm" fo:margin-left="12mm"
 fo:margin-right="12mm"/></style:page-layout>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties
 fo:line-height="17pt"/></style:style>
<style:style style:name="N" style:family="paragraph"><style:paragraph-properties
 fo:break-before="page"/></style:style>
<style:style style:name="B" style:family="paragraph"><style:paragraph-properties
 fo:line-height="17pt"/><style:text-properties fo:font-weight="bold"
 style:font-weight-complex="bold"/></style:style>
<style:style style:name="C" style:family="table-cell"><style:table-cell-properties
 fo:border="0.75pt solid #000000" fo:padding="1pt"/></style:style>
{styles}
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/>
</office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>
"""


def fodt(sheet: Sheet) -> str:
    """The sheet as a flat OpenDocument text."""
    styles, body = [], []
    for name, rows, widths, is_bold in (
        ("W", sheet.words, [26, 112, 118] * SETS, bold),
        ("S", sheet.sentences, [150, 185], bold_sentence),
    ):
        styles.append(
            f'<style:style style:name="{name}" style:family="table"><style:table-properties'
            f' style:width="{sum(widths)}pt" table:align="left"/></style:style>'
        )
        for c, width in enumerate(widths):
            styles.append(
                f'<style:style style:name="{name}{c}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{width}pt"/></style:style>'
            )
        body.append(f'<table:table table:name="{name}" table:style-name="{name}">')
        body += [f'<table:table-column table:style-name="{name}{c}"/>' for c in range(len(widths))]
        for r, row in enumerate(rows):
            cells = (
                '<table:table-cell table:style-name="C" office:value-type="string"><text:p'
                f' text:style-name="{"B" if is_bold(r, c) else "P"}">{escape(text)}</text:p>'
                "</table:table-cell>"
                for c, text in enumerate(row)
            )
            body.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
        body.append('</table:table><text:p text:style-name="N"/>')
    body[-1] = "</table:table>"
    return _OFFICE.format(font=sheet.font, styles="".join(styles), body="".join(body))


def typ(sheet: Sheet) -> str:
    """The sheet in Typst's language."""
    parts = [
        '#set page(paper: "a4", margin: 12mm)',
        f'#set text(font: "{sheet.font}", size: 12pt, lang: "th", fallback: false)',
        "#set par(leading: 0.75em)",
    ]
    for rows, widths, is_bold in (
        (sheet.words, [26, 112, 118] * SETS, bold),
        (sheet.sentences, [150, 185], bold_sentence),
    ):
        columns = ", ".join(f"{width}pt" for width in widths)
        lines = [f"#table(columns: ({columns}), inset: 4pt, stroke: 0.75pt,"]
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                weight = "bold" if is_bold(r, c) else "regular"
                quoted = json.dumps(text, ensure_ascii=False)
                lines.append(f'  text(weight: "{weight}", {quoted}),')
        parts += [*lines, ")"]
        if rows is sheet.words:
            parts.append("#pagebreak()")
    return "\n".join(parts) + "\n"
