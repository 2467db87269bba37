"""How sure a code is: nothing where it is printed plainly without a book, less with each rival."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

from normalize.codebook import items
from normalize.names.decode import Mention, decode
from tests.conftest import Read
from tests.normalize.tables import ANALYSIS_66, ANALYSIS_67, findings, paragraph, report, table
from tests.reports import SAMPLES

BOOK = items(2567)
_READ_AS = regex.compile("was read as ([IEO][0-9]+)")


def confidence(token: str, question: str = "", instrument: str | None = None) -> float:
    decoded = decode([Mention(token, question, instrument)], [2567])
    assert decoded is not None
    return decoded.decided[0].confidence


def test_evidence_raises_and_rivals_lower_it() -> None:
    title = BOOK["I3"].title_th
    assert 0 <= confidence("3") < 0.5  # I3, E3 and O3 alike
    assert confidence("3") < confidence("3", "", "IIT") < confidence("3", title, "IIT")
    assert confidence("13", title) < confidence("I3", title) < 1
    assert confidence("I3") > 0.9


def test_a_score_has_the_confidence_of_its_code() -> None:
    rows = [["ข้อ", "ข้อคำถาม", "คะแนน"]]
    rows += [[f"1{n}", BOOK[f"I{n}"].title_th, f"9{n}.00"] for n in (1, 2, 3)]
    rows += [["I4", BOOK["I4"].title_th, "94.00"]]
    found = {s.code: s for s in report(ANALYSIS_67, table(rows)).scores}
    assert [found[f"I{n}"].inferred for n in (1, 2, 3, 4)] == [True, True, True, False]
    inferred, printed = found["I1"].confidence, found["I4"].confidence
    assert inferred is not None and printed is not None
    assert 0.5 < inferred < printed <= 1


def test_a_second_printing_of_the_number_makes_it_no_less_sure() -> None:
    rows = [["ข้อ", "คะแนน"], ["11", "91.00"], ["12", "92.00"], ["13", "93.00"]]
    once = report(ANALYSIS_67, table(rows))
    said = paragraph("ข้อที่ได้คะแนนต่ำที่สุด ได้แก่ I1 ได้คะแนน 91.00 คะแนน")
    twice = report(ANALYSIS_67, table(rows), said)
    (one,), (two,) = ([s for s in r.scores if s.code == "I1"] for r in (once, twice))
    assert one.inferred and not two.inferred
    assert two.confidence == one.confidence


@pytest.mark.parametrize("header", ["ตัวชี้วัด", "แบบวัด"])
def test_what_is_named_needs_no_decision(header: str) -> None:
    rows = [[header, "คะแนน"], ["1. การปฏิบัติหน้าที่", "85.10"], ["2. การใช้งบประมาณ", "83.20"]]
    assert {s.confidence for s in report(ANALYSIS_67, table(rows)).scores} == {None}


def test_a_year_without_a_book_decides_nothing() -> None:
    title = paragraph(ANALYSIS_66.text.replace("๒๕๖๖", "๒๕๕๐"))
    rows = [["ข้อ", "คะแนน"], ["I1", "91.00"], ["I2", "92.00"]]
    assert {s.confidence for s in report(title, table(rows)).scores} <= {None}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_inferred_code_has_a_finding(path: Path, read: Read) -> None:
    found = read(path)
    said = {
        match[1]
        for kind in ("code-inferred", "code-doubtful")
        for finding in findings(found, kind)
        if (match := _READ_AS.search(finding.message))
    }
    assert {s.code for s in found.scores if s.inferred} <= said
    assert all(s.confidence is not None for s in found.scores if s.inferred)


def test_a_range_that_was_decided_says_both_ends() -> None:
    """In minburi the items of indicator 9 are printed ``0๑ - 0๒๒``."""
    rows = [
        ["ข้อคำถาม", "ประเด็นที่ต้องปรับปรุง", "มาตรการ", "ผู้รับผิดชอบ"],
        ["0๑ - 0๒๒ (๙๐.๐๐ คะแนน)", "ช้า", "อบรม", "ฝ่ายโยธา"],
    ]
    found = report(ANALYSIS_66, table(rows))
    (score,) = found.scores
    assert score.code == "9" and score.inferred and score.confidence is not None
    (finding,) = [*findings(found, "code-inferred"), *findings(found, "code-doubtful")]
    assert "'01 - 022' was read as O1 - O22" in finding.message
