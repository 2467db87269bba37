"""Stages that read text files in place of reports: what a file says decides what becomes of it.

`scores 3` is a report with three scores, `refused` one that breaks a rule of the database, `greedy
9` takes nine mebibytes, `pages 9` has nine pages; `broken`, `bug`, `dies`, `hangs`, `prints`,
`remarks` and `wrapped` misbehave. Where there are `PARTS`, words of a `.pdf` after `long` are its
pages, read two at once; `broken` and `dies` misbehave there as well.
Importable by name, because worker processes import it.
"""

from __future__ import annotations

import hashlib
import logging
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from extract.errors import BrokenPdfError, TooManyPagesError
from extract.model import Box, Document, PageInfo, Paragraph, Place
from normalize.model import Finding, Mention, Meta, PageNote, Report, Score, Source
from pipeline.stages import Parts, Stages

BOX = Box(10.0, 20.0, 110.0, 40.0)


def read(path: Path, max_pages: int | None = None) -> Document:
    content = path.read_bytes()
    text = content.decode()
    if text.startswith("broken"):
        raise BrokenPdfError("The file ends too early", path.name, "get a whole copy")
    if text.startswith("bug"):
        raise KeyError("no such\nrow")
    if text.startswith("dies"):
        os._exit(7)
    if text.startswith("hangs"):
        time.sleep(600)
    if text.startswith("greedy"):
        hoard = [bytearray(1 << 20) for _ in range(int(text.split()[-1]))]
        text = f"scores {min(1, len(hoard))}"
    if text.startswith("wrapped"):
        try:
            raise MemoryError
        except MemoryError as error:
            raise ValueError(error) from None
    if text.startswith("pages") and max_pages is not None and int(text.split()[-1]) > max_pages:
        raise TooManyPagesError("The PDF has too many pages", path.name, "split it")
    if text.startswith("remarks"):
        for number in range(100):
            logging.getLogger("pdfminer.psparser").warning("odd at %#x: %s", id(path), number % 40)
        logging.getLogger("pdfminer").info("not worth a word")
    if text.startswith("prints"):
        print("a library says hello")
    if text.startswith("slow"):
        time.sleep(0.5)
    paragraph = Paragraph(text, Place(1, BOX), (), 16.0, False)
    page = PageInfo(1, 595.0, 842.0, "text", len(text))
    sha256 = hashlib.sha256(content).hexdigest()
    return Document(path.name, sha256, (page,), (paragraph,), "text")


def normalize(document: Document) -> Report:
    words = document.paragraphs[0].text.split()
    count = int(words[-1]) if words and words[-1].isdigit() else 0
    numbers = [*range(1, count + 1)]
    if words[0] == "refused":
        numbers.append(1)  # one score twice
    if words[0] == "scan":
        nothing = (Finding("error", "no-text-layer", "Nothing can be read", page=1),) * 3
        return Report(document.file, document.sha256, "failed", "none", findings=nothing)
    return Report(
        file=document.file,
        sha256=document.sha256,
        status="ok",
        text_source=document.text_source,
        meta=Meta("1001", "analysis", 2566, 2566, "stated"),
        pages=tuple(
            PageNote(p.number, p.width, p.height, "text", p.characters) for p in document.pages
        ),
        scores=tuple(_score(number) for number in numbers),
    )


def _score(number: int) -> Score:
    score = Decimal(90 + number % 10)
    mention = Mention(score, Source(Place(1, BOX, 0, number, 0), f"({score} คะแนน)"), "table")
    return Score(2566, "item", f"I{number}", None, score, (mention,))


def check(report: Report) -> Report:
    return report


def without_doubles(report: Report) -> Report:
    return replace(report, scores=tuple({score.code: score for score in report.scores}.values()))


def check_badly(report: Report) -> Report:
    raise RuntimeError("the check fell over")


@dataclass
class Part:
    """Some of the words of a long file."""

    total: int
    words: list[str]
    at_once: int = 2


def read_part(path: Path, start: int, max_pages: int | None = None) -> Any:
    pages = path.read_text().removeprefix("long ").split()
    found = pages[start : start + 2]
    if "broken" in found:
        raise BrokenPdfError("The file ends too early", path.name, "get a whole copy")
    if "dies" in found:
        os._exit(7)
    if "hangs" in found:
        time.sleep(600)
    for word in found:
        logging.getLogger("pdfminer").warning("seen %s", word)
    return Part(len(pages), found)


def join_parts(path: Path, parts: Sequence[Any]) -> Document:
    words = [word for part in parts for word in part.words]
    paragraph = Paragraph(" ".join(words), Place(1, BOX), (), 16.0, False)
    page = PageInfo(1, 595.0, 842.0, "text", len(words))
    return Document(path.name, "", (page,) * len(words), (paragraph,), "text")


IN_PARTS = Stages(read, normalize, check, Parts(".pdf", read_part, join_parts))
"""The stages, long files being read in parts."""

STAGES = Stages(read, normalize, check)
"""The stages as they should be."""

REGRESSED = Stages(read, normalize, check_badly)
"""A later version of the code that can read nothing any more."""

TOLERANT = Stages(read, normalize, without_doubles)
"""A version of the code in which the database has nothing to refuse."""
