"""Template of a report -> its HTML, with every fact marked where it is printed.

A template is HTML with ``{{ s('I1', '91.20') }}`` for a score, ``<td {{ m('I1 I2', 1) }}>`` for the
cell of a measure and so on; ``marks`` reads the facts back from these marks, a PDF shows nothing
of them. The setting of a report (engine, page, agency, years) is its ``meta``.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from tests.samples.codebook import agency, book
from tests.samples.numerals import spell

NOTICE = "ตัวอย่างเพื่อการทดสอบ ไม่ใช่รายงานจริง คะแนนและข้อความเป็นสิ่งสมมติทั้งหมด (sample, not a real report)"


@dataclass(frozen=True, slots=True)
class Source:
    """A rendered template and the setting it asks for."""

    name: str
    html: str
    meta: Mapping[str, Any]


def render(path: Path) -> Source:
    """The report of one template."""
    jinja2 = importlib.import_module("jinja2")
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(path.parent),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        autoescape=False,
    )
    environment.globals |= {
        "s": _score,
        "S": _thai_score,
        "m": _measure,
        "of": _attribute,
        "w": _weakness,
        "t": _title,
        "agency": agency,
        "notice": NOTICE,
    }
    environment.filters["th"] = _thai
    template = environment.get_template(path.name)
    meta: dict[str, Any] = template.make_module().meta
    return Source(path.stem, template.render(), meta)


def _thai(text: object) -> str:
    return spell(str(text), "thai")


def _score(code: str, value: str, year: int | None = None, text: str | None = None) -> str:
    """A printed score; ``text`` where it is not printed as its plain value."""
    when = f' data-year="{year}"' if year else ""
    shown = value if text is None else text
    return f'<span data-score="{code}" data-value="{value}"{when}>{escape(shown)}</span>'


def _thai_score(code: str, value: str, year: int | None = None) -> str:
    """A score printed in Thai digits."""
    return _score(code, value, year, _thai(value))


def _measure(
    codes: str = "",
    indicator: object = "",
    units: str | None = None,
    dl: str | None = None,
    mon: float | None = None,
    key: str = "",
) -> str:
    """Marks the cell of a measure; units are parted by ``|``, codes by spaces."""
    marks: list[tuple[str, object]] = [("measure", codes), ("indicator", indicator)]
    marks += [("units", units)] if units is not None else []
    marks += [("deadline", dl)] if dl else []
    marks += [("monitoring", mon)] if mon is not None else []
    marks += [("key", key)] if key else []
    return " ".join(f'data-{name}="{value}"' for name, value in marks)


def _attribute(name: str, key: str = "") -> str:
    """Marks a cell that holds more of a measure: of this row's, or of the one with this key."""
    return f'data-of="{name}"' + (f' data-key="{key}"' if key else "")


def _weakness(codes: str = "") -> str:
    return f'data-weakness="{codes}"'


def _title(code: str, year: int = 2567) -> str:
    return book(year)[code].title
