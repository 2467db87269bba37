"""What a correction changes, what follows from it, and what it leaves as it is printed."""

from __future__ import annotations

from decimal import Decimal

from extract.model import Paragraph, Table
from normalize.codebook import items
from normalize.corrections import Correction
from normalize.model import Report
from normalize.report import read_report
from quality.check import check_report
from tests.normalize.tables import (
    ANALYSIS_66,
    ANALYSIS_67,
    Grid,
    document,
    findings,
    kinds,
    paragraph,
    scores,
    table,
)

BOOK = items(2567)
SHA = "0" * 64
SCORES = [["ข้อ", "ข้อคำถาม", "คะแนน"]] + [
    [code, BOOK[code].title_th, score] for code, score in [("I1", "๙๑.๒๐"), ("I2", "92.30")]
]
MEASURES = [
    ["ข้อคำถาม", "จุดอ่อน", "มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา", "การกำกับติดตาม"],
    [
        f"I1 {BOOK['I1'].title_th} (91.20 คะแนน)",
        "รอคิวนาน",
        "1. จัดอบรม\n2. ติตตาม",
        "ฝ่ายคxง",
        "๓๐ ก.พ. ๖๘",
        "ทุก ๖ เดือน",
    ],
]


def row(field: str, raw: str, corrected: str, page: int = 1, sha256: str = SHA) -> Correction:
    return Correction(sha256, page, field, raw, corrected, "seen in print", "สมศรี", "c.csv:2")


def read(rows: list[Correction], *blocks: Paragraph | Table) -> Report:
    return check_report(read_report(document(*blocks), rows))


def test_a_score_is_corrected_and_its_raw_text_stays() -> None:
    report = read([row("score:I1", "91.20", "97.20")], ANALYSIS_67, table(SCORES))
    assert scores(report, 2567) == {"I1": Decimal("97.20"), "I2": Decimal("92.30")}
    (mention,) = next(s for s in report.scores if s.code == "I1").mentions
    assert (mention.score, mention.source.raw) == (Decimal("97.20"), "๙๑.๒๐")
    (finding,) = findings(report, "corrected")
    assert finding.severity == "info"
    assert finding.raw == "๙๑.๒๐"
    assert finding.place == mention.source.place
    for word in ("score:I1", "91.20", "97.20", "สมศรี", "seen in print"):
        assert word in finding.message


def test_a_number_that_is_no_score_is_left_out() -> None:
    report = read([row("score:I1", "91.20", "")], ANALYSIS_67, table(SCORES))
    assert scores(report) == {"I2": Decimal("92.30")}
    assert "corrected to nothing" in findings(report, "corrected")[0].message


def test_a_corrected_printing_no_longer_disagrees() -> None:
    wrong = [SCORES[0], ["I1", BOOK["I1"].title_th, "97.20"]]
    blocks = (ANALYSIS_67, table(wrong), table(MEASURES))
    assert "score-disagrees" in kinds(read([], *blocks))
    report = read([row("score:I1", "97.20", "91.20")], *blocks)
    assert "score-disagrees" not in kinds(report)
    assert scores(report)["I1"] == Decimal("91.20")


def test_the_year_tells_two_scores_of_one_code_apart() -> None:
    years = [["ข้อ", "ปี 2566", "ปี 2567"], ["I1", "91.20", "91.20"], ["I2", "1.20", "92.20"]]
    report = read([row("score:2566:I1", "91.20", "81.20")], ANALYSIS_67, table(years))
    assert scores(report, 2566)["I1"] == Decimal("81.20")
    assert scores(report, 2567)["I1"] == Decimal("91.20")


def test_sums_are_checked_with_the_corrected_score() -> None:
    parts = [["ข้อ", "ข้อคำถาม", "คะแนน"]] + [
        [code, BOOK[code].title_th, score]
        for code, score in [("I1", "91.20"), ("I2", "92.30"), ("I3", "98.00")]
    ]
    whole = [["ตัวชี้วัด", "คะแนน"], ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "93.83"]]
    whole.append(["ตัวชี้วัดที่ 2 การใช้งบประมาณ", "80.00"])
    blocks = (ANALYSIS_67, table(parts), table(whole))
    assert "sum-fails" not in kinds(read([], *blocks))
    assert "sum-fails" in kinds(read([row("score:I3", "98.00", "90.00")], *blocks))


def test_a_code_is_corrected_wherever_it_counts() -> None:
    rows = [row("code:I1", "I1", "I4")]
    report = read(rows, ANALYSIS_67, table(MEASURES))
    assert set(scores(report)) == {"I4"}
    assert report.scores[0].title_th == BOOK["I4"].title_th
    assert report.measures[0].codes == ("I4",)
    assert report.measures[0].indicator == "2"
    assert report.weaknesses[0].codes == ("I4",)
    assert len(findings(report, "corrected")) == 1


def test_what_was_doubtful_about_a_corrected_code_is_settled() -> None:
    lost = [["ข้อคำถาม", "คะแนน"], ["๑๒ ข้อความที่ไม่มีในสมุดรหัสเลยสักข้อ", "91.20"]]
    blocks = (ANALYSIS_67, table(lost))
    before = read([], *blocks)
    (code,) = scores(before)
    assert kinds(before) & {"code-inferred", "code-doubtful"}
    report = read([row(f"code:{code}", "๑๒", "I12")], *blocks)
    assert set(scores(report)) == {"I12"}
    assert not report.scores[0].inferred
    assert not kinds(report) & {"code-inferred", "code-doubtful", "correction-unmatched"}


def test_values_in_cells_follow_their_corrected_text() -> None:
    rows = [
        row("deadline", "ก.พ.", "28 ก.พ. 2568"),
        row("monitoring", "ทุก ๖ เดือน", "ทุก 3 เดือน"),
        row("responsible", "ฝ่ายคxง", "ฝ่ายคลัง"),
        row("measure", "ติตตาม", "ติดตาม"),
        row("weakness", "รอคิว", "รอคิวทะเบียน"),
    ]
    before = read([], ANALYSIS_67, table(MEASURES)).measures[0]
    assert (before.deadline, before.units) == (None, ())
    report = read(rows, ANALYSIS_67, table(MEASURES))
    (measure,) = report.measures
    assert (measure.deadline, measure.deadline_raw) == ("2025-02-28", before.deadline_raw)
    assert (measure.monitoring_months, measure.monitoring_raw) == (3.0, before.monitoring_raw)
    assert (measure.responsible, measure.units) == ("ฝ่ายคลัง", ("ฝ่ายการคลัง",))
    assert measure.measure == "1. จัดอบรม\n2. ติดตาม"
    assert [s.text for s in measure.steps] == ["จัดอบรม", "ติดตาม"]
    assert measure.weakness == report.weaknesses[0].text == "รอคิวทะเบียนนาน"
    assert measure.sources == before.sources
    assert len(findings(report, "corrected")) == 5
    assert not kinds(report) & {"deadline-unread", "unit-unknown", "correction-unmatched"}


def test_what_a_cell_does_not_say_can_be_taken_out() -> None:
    rows = [row("monitoring", "ทุก ๖ เดือน", ""), row("weakness", "รอคิวนาน", "")]
    report = read(rows, ANALYSIS_67, table(MEASURES))
    (measure,) = report.measures
    assert (measure.monitoring_months, measure.weakness) == (None, None)
    assert report.weaknesses == ()


def test_a_cell_merged_over_items_is_corrected_once() -> None:
    grid: Grid = [
        ["ข้อคำถาม", "จุดอ่อน", "มาตรการ"],
        [f"I1 {BOOK['I1'].title_th}", "ช้า", "จัดอบรม"],
        [f"I2 {BOOK['I2'].title_th}", None, "จัดทำป้าย"],
    ]
    merged = table(grid, {(1, 1): (2, 1)})
    report = read([row("weakness", "ช้า", "ช้ามาก")], ANALYSIS_67, merged)
    assert {m.weakness for m in report.measures} == {"ช้ามาก"}
    assert len(findings(report, "corrected")) == 1


def test_what_a_report_says_of_itself_is_corrected() -> None:
    rows = [
        row("agency", "1004", "1007"),
        row("doc_type", "analysis", "progress"),
        row("report_year", "2566", "2567"),
        row("plan_year", "", "2568"),
        row("rating", "", "ผ่านดี"),
    ]
    meta = read(rows, ANALYSIS_66, table(SCORES)).meta
    assert (meta.agency_code, meta.doc_type, meta.report_year) == ("1007", "progress", 2567)
    assert (meta.plan_year, meta.rating) == (2568, "ผ่านดี")


def test_an_agency_the_title_does_not_name_is_no_error_any_more() -> None:
    title = paragraph("การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. ๒๕๖๗")
    assert "unknown-agency" in kinds(read([], title, table(SCORES)))
    report = read([row("agency", "", "1004")], title, table(SCORES))
    assert report.meta.agency_code == "1004"
    assert "unknown-agency" not in kinds(report)


def test_the_year_of_the_assessment_decides_the_book() -> None:
    assert {s.fiscal_year for s in read([], ANALYSIS_67, table(SCORES)).scores} == {2567}
    rows = [row("assessment_year", "2567", "2566")]
    report = read(rows, ANALYSIS_67, table(SCORES))
    assert {s.fiscal_year for s in report.scores} == {2566}
    assert (report.meta.assessment_year, report.meta.assessment_year_basis) == (2566, "stated")
    assert report.scores[0].title_th == items(2566)["I1"].title_th


def test_a_row_that_matches_nothing_is_an_error() -> None:
    rows = [
        row("score:I1", "55.55", "97.20"),  # not printed
        row("score:I2", "92.30", "97.20", page=2),  # not on this page
        row("score:I3", "91.20", "97.20"),  # another item's number
        row("deadline", "30 มี.ค.", "2023-03-30"),  # no such table
        row("agency", "1001", "1002"),  # not what was read
    ]
    report = read(rows, ANALYSIS_67, table(SCORES))
    unmatched = findings(report, "correction-unmatched")
    assert [f.severity for f in unmatched] == ["error"] * 5
    assert "c.csv:2" in unmatched[0].message
    assert unmatched[0].raw == "55.55"
    assert scores(report) == {"I1": Decimal("91.20"), "I2": Decimal("92.30")}


def test_rows_of_other_files_are_not_looked_at() -> None:
    rows = [row("score:I1", "91.20", "97.20", sha256="1" * 64)]
    report = read(rows, ANALYSIS_67, table(SCORES))
    assert scores(report)["I1"] == Decimal("91.20")
    assert not kinds(report) & {"corrected", "correction-unmatched"}
