"""Scores read from a picture with doubt are findings that say what else they may read."""

from __future__ import annotations

from decimal import Decimal

from extract.model import Box, Document, Place, ReadNumber
from normalize.model import Mention, Score, Source
from normalize.sureness import with_sureness

CELL = Box(100, 100, 200, 130)


def score(value: str) -> Score:
    source = Source(Place(1, CELL, 0, 1, 2), value)
    return Score(
        2566, "item", "I3", None, Decimal(value), (Mention(Decimal(value), source, "table"),)
    )


def document(*numbers: ReadNumber) -> Document:
    return Document("scan.pdf", "0" * 64, (), (), "ocr", numbers=numbers)


def number(text: str, sure: float, *others: str, box: Box = CELL, page: int = 1) -> ReadNumber:
    return ReadNumber(page, box, text, sure, others)


def test_a_doubt_is_a_finding_and_the_value_stays() -> None:
    (read,), (finding,) = with_sureness([score("93.02")], document(number("๙๓.๐๒", 0.6, "๙๘.๐๒")))
    assert (read.score, read.read_confidence) == (Decimal("93.02"), 0.6)
    assert (finding.kind, finding.severity, finding.page) == ("doubtful-score", "warning", 1)
    assert "it may read 98.02" in finding.message


def test_what_could_be_no_score_is_not_offered() -> None:
    _, (finding,) = with_sureness([score("93.02")], document(number("93.02", 0.5, "93102", "9.02")))
    assert "it may read 9.02" in finding.message


def test_a_sure_score_has_its_sureness_and_no_finding() -> None:
    (read,), findings = with_sureness([score("93.02")], document(number("93.02", 0.98)))
    assert (read.read_confidence, findings) == (0.98, [])


def test_numbers_of_other_places_say_nothing_of_a_score() -> None:
    elsewhere = number("93.02", 0.4, box=Box(300, 100, 400, 130))
    other_page = number("93.02", 0.4, page=2)
    other_value = number("93.03", 0.4)
    (read,), findings = with_sureness(
        [score("93.02")], document(elsewhere, other_page, other_value)
    )
    assert (read.read_confidence, findings) == (None, [])


def test_reports_with_text_have_no_sureness() -> None:
    (read,), findings = with_sureness([score("93.02")], document())
    assert (read.read_confidence, findings) == (None, [])
