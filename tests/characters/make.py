"""Makes the fixtures again: ``python -m tests.characters.make [--only TEXT] [--extra FOLDER]``."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

from tests.characters import sheets
from tests.characters.damage import DAMAGES, make
from tests.characters.producers import fonts_of, produce
from tests.producers import PRINTERS

HERE = Path(__file__).parent / "pdf"
FONTS = {
    "sarabun": "TH Sarabun New",
    "laksaman": "Laksaman",
    "garuda": "Garuda",
    "norasi": "Norasi",
    "loma": "Loma",
}
# Fonts of other makes: without Latin letters, with two marks in one glyph, with CFF outlines.
EXTRA = {
    "libreoffice-noto": ("Noto Sans Thai", ""),
    "weasyprint-noto": ("Noto Sans Thai", ""),
    "weasyprint-google-sarabun": ("Sarabun", ""),
    "weasyprint-norasi-opentype": ("Norasi", "CFF outlines"),
}


def main() -> None:
    """Make the fixtures whose name holds the given text; all of them without it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="part of the names of the fixtures to make")
    parser.add_argument("--extra", type=Path, help="the folder of the extra fonts; only those")
    options = parser.parse_args()
    HERE.mkdir(exist_ok=True)
    if options.extra is None:
        make_all(options.only)
        return
    with fonts_of(options.extra):
        for name, (font, what) in EXTRA.items():
            if options.only in name:
                make_one(name, name.split("-")[0], font, what)


def make_all(only: str) -> None:
    """The fixtures in the five fonts, and the damaged ones."""
    for producer in PRINTERS:
        for key, font in FONTS.items():
            if only in (name := f"{producer}-{key}"):
                make_one(name, producer, font)
    if only in (name := "decomposed-laksaman"):
        make_decomposed(name, FONTS["laksaman"])
    for key, damage in DAMAGES.items():
        if only in (name := f"damaged-{key}"):
            source = HERE / f"chromium-{damage.font}.pdf"
            make(damage, source, HERE / f"{name}.pdf")
            write_truth(name, "chromium", sheets.sheet(FONTS[damage.font]), damage.what)


def make_one(name: str, producer: str, font: str, what: str = "") -> None:
    """Print the sheet and write down what is in it."""
    sheet = sheets.sheet(font)
    produce(sheet, producer, HERE / f"{name}.pdf")
    write_truth(name, producer, sheet, what)


def make_decomposed(name: str, font: str) -> None:
    """Chromium, from a source that writes sara am as nikhahit and sara aa."""
    sheet = sheets.sheet(font)
    written = sheets.Sheet(font, _decomposed(sheet.words), _decomposed(sheet.sentences))
    produce(written, "chromium", HERE / f"{name}.pdf")
    write_truth(name, "chromium", sheet, "sara am written as nikhahit and sara aa")


def _decomposed(rows: sheets.Rows) -> sheets.Rows:
    """Sara am as its halves, the nikhahit before a tone mark, as input methods store it."""
    halves = re.compile("([\u0e48-\u0e4b]?)\u0e33")
    return [[halves.sub("\u0e4d\\1\u0e32", text) for text in row] for row in rows]


def write_truth(name: str, producer: str, sheet: sheets.Sheet, what: str = "") -> None:
    """What a reader must find in the fixture: the cells of its tables, row by row."""
    truth = {"producer": producer, "font": sheet.font, "what": what, "tables": sheet.tables}
    text = json.dumps(truth, ensure_ascii=False, indent=1)
    (HERE / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
