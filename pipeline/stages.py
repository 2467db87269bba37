"""What happens to one file on its way to facts: read it, name its facts, check them.

The stages themselves are ``extract``, ``normalize`` and ``quality``; here they are only chained,
and imported when first called, because that takes longer than many a command runs.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from extract.model import Document
    from extract.read import Part
    from normalize.corrections import Correction
    from normalize.model import Report

# The ending of a file's name -> who reads such files, as `module:function`.
READERS = {
    ".pdf": "extract.read:read_document",
    **dict.fromkeys((".txt", ".md", ".html", ".htm", ".tsv"), "extract.ocrtext:read_document"),
}


@dataclass(frozen=True, slots=True)
class Parts:
    """How a long file is read part by part, each from a page on, and all of them joined."""

    suffix: str
    read: Callable[[Path, int, int | None], Part]
    join: Callable[[Path, Sequence[Part]], Document]


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages a file goes through; plain functions, so that a worker process can import them."""

    read: Callable[[Path, int | None], Document]
    normalize: Callable[..., Report]  # of a document, and of corrections where there are some
    check: Callable[[Report], Report]
    parts: Parts | None = None  # how a long file is read by several processes, where it can be

    def report(self, path: Path, max_pages: int | None = None) -> Report:
        """Everything one file becomes, unless it has more pages than it may have."""
        return self.report_of(self.read(path, max_pages))

    def report_of(self, document: Document) -> Report:
        """Everything a document becomes that has been read."""
        return self.check(self.normalize(document))

    def corrected(self, corrections: Sequence[Correction]) -> Stages:
        """The stages with a person's corrections in the place of what is read."""
        if not corrections:
            return self
        return replace(self, normalize=partial(self.normalize, corrections=tuple(corrections)))


def read(path: Path, max_pages: int | None = None) -> Document:
    """Read a file with the reader of its kind."""
    module, function = READERS[path.suffix.lower()].split(":")
    reader = getattr(importlib.import_module(module), function)
    return cast("Document", reader(path, max_pages))


def read_part(path: Path, start: int, max_pages: int | None = None) -> Part:
    """Read some pages of a PDF."""
    from extract.read import read_part

    return read_part(path, start, max_pages)


def join_parts(path: Path, parts: Sequence[Part]) -> Document:
    """Make one document of all the parts of a PDF."""
    from extract.read import join_parts

    return join_parts(path, parts)


def normalize(document: Document, corrections: Sequence[Correction] = ()) -> Report:
    """Turn what was read into facts."""
    from normalize.report import read_report
    from normalize.words.patterns import keep

    report = read_report(document, corrections)
    keep()
    return report


def check(report: Report) -> Report:
    """Hold the facts against each other and add what was found."""
    from quality.check import check_report

    return check_report(report)


STAGES = Stages(read, normalize, check, Parts(".pdf", read_part, join_parts))
