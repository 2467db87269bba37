"""Makes the pictures of the README and the tutorial from the samples.

They are made again when the samples or the look of the rows change, after ``make load``::

    .venv/bin/python -m docs.pictures.make [DATABASE]

Chromium sets the rows and needs a Thai font (Debian: ``chromium fonts-tlwg-laksaman-ttf``).
"""

from __future__ import annotations

import base64
import io
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pypdfium2
from PIL import Image

from extract.model import Place
from extract.read import read_document

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
DATABASE = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "data" / "processed" / "ita.db"
REPORT = ROOT / "data" / "raw" / "sample-progress-2567.pdf"
# What of the two pages is shown, in points: left, top, right, bottom. The second begins with the
# rest of the row that the end of the first one cuts.
CROPS = {1: (36, 36, 806, 558), 2: (36, 36, 806, 172)}
# Pixels per point of the page, and how much finer Chromium draws than it lays out.
SCALE, FINENESS = 1.12, 1.4
WIDTH, HEIGHT = 1620, 798
SCORES = {"I1": "#1565c0", "I2": "#1565c0", "I3": "#1565c0"}
WEAKNESS, MEASURE, RESULT = "#b26a00", "#2e7d32", "#8e24aa"

STYLE = """
body { margin: 0; background: #fff; font: 21px/1.45 'TH Sarabun New', Laksaman, sans-serif;
       color: #222; display: flex; gap: 26px; padding: 14px; }
.page { position: relative; overflow: hidden; border: 1px solid #bbb; box-shadow: 0 1px 4px #bbb; }
.page + .page { margin-top: 10px; }
.page img { display: block; }
.mark { position: absolute; box-sizing: border-box; border: 3px solid; }
.mark::after { content: ''; position: absolute; inset: 0; background: currentColor; opacity: .07; }
h2 { font: bold 17px 'DejaVu Sans Mono', monospace; margin: 0 0 6px; }
table { border-collapse: collapse; margin-bottom: 20px; width: 100%; }
td, th { border: 1px solid #ccc; padding: 2px 8px; text-align: left; vertical-align: top; }
th { background: #f2f2f2; font: 15px 'DejaVu Sans Mono', monospace; white-space: nowrap; }
td { white-space: pre-line; line-height: 1.2; }
.n { text-align: right; }
.c { border-left: 8px solid; }
.c > span { color: #222; }
"""


def main() -> None:
    """Write the pictures beside this script."""
    with sqlite3.connect(f"file:{DATABASE}?mode=ro", uri=True) as connection:
        connection.row_factory = sqlite3.Row
        marks = list(_marks(connection))
        rows = _rows(connection)
    pages = "".join(_page(number, marks) for number in CROPS)
    html = (
        f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>"
        f"<div>{pages}</div><div style='flex:1'>{rows}</div>"
    )
    _shrink(_screenshot(html, WIDTH, HEIGHT)).save(HERE / "page-and-rows.png", optimize=True)
    _explained("page-cell.png")
    _shrink(_screenshot(_chart(), 580, 870)).save(HERE / "chart.png", optimize=True)


def _all(connection: sqlite3.Connection, sql: str) -> list[sqlite3.Row]:
    return connection.execute(sql, {"file": REPORT.name}).fetchall()


FIRST_MEASURE = "SELECT min(measure_id) FROM v_measure WHERE document_file = :file"


def _marks(connection: sqlite3.Connection) -> Iterator[tuple[str, Place]]:
    """The cells the rows come from, with all their places: a row goes on over the page end."""
    colours = {
        (row["x0"], row["top"]): row["colour"]
        for row in _all(
            connection,
            f"""SELECT x0, top,
                    CASE field WHEN 'measure' THEN '{MEASURE}' WHEN 'result' THEN '{RESULT}'
                        WHEN 'weakness' THEN '{WEAKNESS}' END AS colour
                FROM measure_source WHERE measure_id = ({FIRST_MEASURE}) AND field <> 'codes'
                UNION
                SELECT x0, top, '{SCORES["I1"]}' FROM v_score
                WHERE document_file = :file AND code IN ('I1', 'I2', 'I3')""",
        )
    }
    for table in read_document(REPORT).tables:
        for cell in table.cells:
            first = cell.places[0] if cell.places else None
            if first is None or first.page not in CROPS:
                continue
            key = (round(first.box.x0, 2), round(first.box.top, 2))
            if first.page == 1 and key in colours:
                yield from ((colours[key], place) for place in cell.places)


def _page(number: int, marks: list[tuple[str, Place]]) -> str:
    """A part of a page with its marked cells."""
    x0, top, x1, bottom = CROPS[number]
    drawn = pypdfium2.PdfDocument(REPORT)[number - 1].render(scale=SCALE * FINENESS).to_pil()
    box = tuple(round(side * SCALE * FINENESS) for side in CROPS[number])
    png = io.BytesIO()
    drawn.crop(box).save(png, "PNG")
    picture = base64.b64encode(png.getvalue()).decode()
    width, height = (x1 - x0) * SCALE, (bottom - top) * SCALE
    parts = [
        f"<div class=page style='width:{width}px;height:{height}px'>"
        f"<img width={width} src='data:image/png;base64,{picture}'>"
    ]
    for colour, place in marks:
        if place.page == number:
            b = place.box
            sides = (b.x0 - x0, b.top - top, b.x1 - b.x0, b.bottom - b.top)
            left, up, wide, high = (side * SCALE for side in sides)
            parts.append(
                f"<div class=mark style='color:{colour};left:{left}px;top:{up}px;"
                f"width:{wide}px;height:{high}px'></div>"
            )
    return "".join(parts) + "</div>"


def _rows(connection: sqlite3.Connection) -> str:
    """The rows of the database that the marked cells became."""
    scores = _all(
        connection,
        """SELECT agency_th, fiscal_year, code, score, page FROM v_score
           WHERE document_file = :file AND code IN ('I1', 'I2', 'I3') ORDER BY code""",
    )
    cells = "".join(
        f"<tr><td>{escape(s['agency_th'])}<td>{s['fiscal_year']}"
        f"<td class=c style='color:{SCORES[s['code']]}'><span>{s['code']}</span>"
        f"<td class=n><b>{s['score']:.2f}</b><td class=n>{s['page']}"
        for s in scores
    )
    head = "".join(f"<th>{name}" for name in ("agency_th", "fiscal_year", "code", "score", "page"))
    return (
        f"<h2>v_score</h2><table><tr>{head}{cells}</table>"
        f"<h2>v_measure</h2><table>{_measure(connection)}</table>"
    )


def _measure(connection: sqlite3.Connection) -> str:
    (row,) = _all(connection, f"SELECT * FROM v_measure WHERE measure_id = ({FIRST_MEASURE})")
    colours = {"weakness": WEAKNESS, "measure": MEASURE, "result": RESULT}
    names = ("codes", "indicator", "weakness", "measure", "result", "page_first", "page_last")
    return "".join(
        f"<tr><th>{name}<td class=c style='color:{colours.get(name, '#fff')}'>"
        f"<span>{escape(str(row[name]))}</span>"
        for name in names
    )


def _screenshot(html: str, width: int, height: int) -> Image.Image:
    with tempfile.TemporaryDirectory() as folder:
        page, png = Path(folder) / "page.html", Path(folder) / "page.png"
        page.write_text(html, encoding="utf-8")
        subprocess.run(
            [
                "chromium", "--headless", "--no-sandbox", "--hide-scrollbars",
                f"--force-device-scale-factor={FINENESS}", f"--window-size={width},{height}",
                f"--screenshot={png}", page.as_uri(),
            ],
            check=True,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        with Image.open(png) as image:
            return image.convert("RGB")


def _chart() -> str:
    """The page that the script of the tutorial makes."""
    tutorial = (HERE.parent / "tutorial.md").read_text(encoding="utf-8")
    script = tutorial.partition("```python\n")[2].partition("```")[0]
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "data" / "processed" / "ita.db"
        database.parent.mkdir(parents=True)
        database.symlink_to(DATABASE.resolve())
        subprocess.run(
            [sys.executable, "-c", script], cwd=folder, check=True, stdout=subprocess.DEVNULL
        )
        return (Path(folder) / "chart.html").read_text(encoding="utf-8")


def _shrink(image: Image.Image) -> Image.Image:
    """Few colours: a third of the bytes, and letters look the same."""
    return image.quantize(64, dither=Image.Dither.NONE)


def _explained(name: str) -> None:
    """The picture that ``ita explain`` makes for the score the README explains."""
    with tempfile.TemporaryDirectory() as folder:
        png = Path(folder) / "cell.png"
        subprocess.run(
            [
                sys.executable, "-c", "from pipeline.cli import main; main()", "explain",
                "--district", "สะพานสูง", "--year", "2567", "--code", "OIT",
                "--db", str(DATABASE), "--raw", str(REPORT.parent), "--image", str(png),
            ],
            check=True,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip
        with Image.open(png) as image:
            _shrink(image.convert("RGB")).save(HERE / name, optimize=True)


if __name__ == "__main__":
    main()
