"""One digit of one printed score changed in a whole report: a finding names the score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
import regex

from extract.model import Cell, Document, Paragraph, Table
from normalize.model import Finding, Report
from normalize.report import read_report
from quality.arithmetic import run_sums, sums_of
from quality.check import check_report
from tests.conftest import Extract
from tests.reports import SAMPLES

(FULL,) = [path for path in SAMPLES if path.stem == "sample-full-2567"]
TRIALS = 10
_SCORE = regex.compile(r"(?<![0-9.])(?:100|[0-9]{1,2})\.[0-9]{2}(?![0-9])")
_NAMED = regex.compile(
    r"would explain it: (.*)|the score of (.*?)(?: should|; none)|with (\S+) loo"
)


def parts_of(block: Paragraph | Table) -> tuple[Cell | Paragraph, ...]:
    """The texts of a block that can be changed one by one."""
    return block.cells if isinstance(block, Table) else (block,)


def printings(document: Document, report: Report) -> Iterator[tuple[int, int, int, int, str]]:
    """Where scores are printed: block, cell, start and end of the number, and its code."""
    for b, block in enumerate(document.blocks):
        for c, part in enumerate(parts_of(block)):
            places = part.places if isinstance(part, Cell) else (part.place,)
            stated = {
                str(mention.score): score.code
                for score in report.scores
                for mention in score.mentions
                if mention.source.place in places
            }
            for match in _SCORE.finditer(part.text):
                if match.group() in stated:
                    yield b, c, *match.span(), stated[match.group()]


def with_text(document: Document, block: int, cell: int, text: str) -> Document:
    """The document with one cell or paragraph worded otherwise."""
    blocks: list[Paragraph | Table] = list(document.blocks)
    old = blocks[block]
    if isinstance(old, Table):
        cells = list(old.cells)
        cells[cell] = replace(cells[cell], text=text)
        blocks[block] = replace(old, cells=tuple(cells))
    else:
        blocks[block] = replace(old, text=text)
    return replace(document, blocks=tuple(blocks))


def named(finding: Finding) -> set[str]:
    """The scores a finding asks to compare with the page."""
    if finding.kind == "score-disagrees":
        return {finding.message.split()[0]}
    match = _NAMED.search(finding.message)
    said = next(filter(None, match.groups()), "") if match else ""
    return {part.split()[0] for part in regex.split("[,;] ", said.partition(" (so")[0]) if part}


def undecidable(report: Report) -> bool:
    """Whether every sum holds, so that nothing in a report that prints a score once can tell."""
    values = {score.code: score.score for score in report.scores if score.fiscal_year == 2567}
    return all(ran.holds for ran in run_sums(sums_of(2567), values))


@pytest.mark.parametrize("trial", range(TRIALS))
def test_a_changed_digit_is_named(extract: Extract, trial: int) -> None:
    document = extract(FULL)
    before = check_report(read_report(document))
    random = Random(trial)
    spots = list(printings(document, before))
    block, cell, start, end, code = random.choice(spots)
    text = parts_of(document.blocks[block])[cell].text
    at = random.choice([i for i in range(start, end) if text[i] != "."])
    digit = random.choice([d for d in "0123456789" if d != text[at]])
    changed = with_text(document, block, cell, text[:at] + digit + text[at + 1 :])
    after = check_report(read_report(changed))
    known = {finding.message for finding in before.findings}
    sets = [named(f) for f in after.findings if f.message not in known]
    (score,) = [s for s in before.scores if s.code == code and s.fiscal_year == 2567]
    once = len(score.mentions) == 1
    assert any(code in names and len(names) <= 3 for names in sets) or (once and undecidable(after))


def test_most_printings_are_tried(extract: Extract) -> None:
    document = extract(FULL)
    report = check_report(read_report(document))
    found = list(printings(document, report))
    assert len(found) > len(report.scores)
    assert {code for *_, code in found} >= {"ITA", "IIT", "1", "9.1", "I1", "E1", "O5", "O12"}
