"""Tables wider than the paper, folded into strips, and lists beside each other."""

from __future__ import annotations

from tests.normalize.tables import ANALYSIS_67, Grid, Spans, paragraph, report, table


def read(rows: Grid, spans: Spans | None = None) -> dict[str, str]:
    """The scores of a table by code, and by code and year where it is another."""
    found = report(ANALYSIS_67, table(rows, spans))
    return {
        s.code if s.fiscal_year == 2567 else f"{s.code}/{s.fiscal_year}": str(s.score)
        for s in found.scores
    }


def test_strips_of_codes_in_one_grid() -> None:
    rows = [
        ["ข้อ", "O1", "O2", "O3"],
        ["คะแนน", "100.00", "50.00", "100.00"],
        ["ข้อ", "O4", "O5", "O6"],
        ["คะแนน", "100.00", "100.00", "100.00"],
        ["ข้อ", "O7", "", ""],
        ["คะแนน", "0.00", "", ""],
    ]
    expected = {"O1": "100.00", "O2": "50.00", "O3": "100.00", "O4": "100.00", "O5": "100.00"}
    assert read(rows) == expected | {"O6": "100.00", "O7": "0.00"}


def test_strips_of_bare_numbers_of_indicators() -> None:
    rows = [
        ["ตัวชี้วัดที่", "1", "2", "3", "4", "5"],
        ["คะแนน", "88.51", "87.73", "91.29", "84.27", "92.79"],
        ["ตัวชี้วัดที่", "6", "7", "8", "9", "10"],
        ["คะแนน", "89.70", "87.01", "89.17", "90.83", "80.00"],
    ]
    found = read(rows)
    assert found["1"] == "88.51" and found["6"] == "89.70" and found["10"] == "80.00"
    assert len(found) == 10
    # Numbers that begin again are not those of indicators.
    rows[2] = ["ตัวชี้วัดที่", "1", "2", "3", "4", "5"]
    assert read(rows) == {}


def test_strips_of_two_years_with_their_change() -> None:
    rows = [
        ["ข้อคำถาม", "E1", "E2", "E3"],
        ["ปี 2566", "80.10", "81.20", "82.30"],
        ["ปี 2567", "90.10", "80.20", "92.30"],
        ["ผลต่าง", "10.00", "-1.00", "10.00"],
        ["ข้อคำถาม", "E4", "E5", "E6"],
        ["ปี 2566", "83.10", "84.20", "85.30"],
        ["ปี 2567", "93.10", "94.20", "95.30"],
        ["ผลต่าง", "10.00", "10.00", "10.00"],
    ]
    found = read(rows)
    assert found["E2"] == "80.20" and found["E6"] == "95.30" and found["E4/2566"] == "83.10"
    assert len(found) == 12


def test_strips_without_labels_and_with_bands() -> None:
    rows = [["I1", "I2"], ["83.71", "87.15"], ["I3", "I4"], ["94.67", "84.26"]]
    expected = {"I1": "83.71", "I2": "87.15", "I3": "94.67", "I4": "84.26"}
    assert read(rows) == expected
    banded: list[list[str | None]] = [
        ["แบบวัด IIT", None, None],
        ["ข้อ", "I1", "I2"],
        ["คะแนน", "83.71", "87.15"],
        ["แบบวัด EIT", None, None],
        ["ข้อ", "E1", "E2"],
        ["คะแนน", "94.67", "84.26"],
    ]
    found = read(banded, {(0, 0): (1, 3), (3, 0): (1, 3)})
    assert found == {"I1": "83.71", "I2": "87.15", "E1": "94.67", "E2": "84.26"}


def test_a_score_merged_over_the_items_of_a_strip_is_theirs_once() -> None:
    rows: list[list[str | None]] = [
        ["ตัวชี้วัด", "ตัวชี้วัดที่ 1", None, "ตัวชี้วัดที่ 2", None],
        ["ข้อ", "I1", "I2", "I4", "I5"],
        ["คะแนน", "83.71", "87.15", "94.67", "84.26"],
        ["ตัวชี้วัด", "ตัวชี้วัดที่ 3", None, "ตัวชี้วัดที่ 4", ""],
        ["ข้อ", "I7", "I8", "I10", ""],
        ["คะแนน", "85.71", "86.15", "87.67", ""],
    ]
    spans = {(0, 1): (1, 2), (0, 3): (1, 2), (3, 1): (1, 2)}
    found = read(rows, spans)
    assert found == {
        "I1": "83.71", "I2": "87.15", "I4": "94.67", "I5": "84.26",
        "I7": "85.71", "I8": "86.15", "I10": "87.67",
    }  # fmt: skip


def test_a_strip_of_few_codes() -> None:
    assert read([["ข้อ", "O21", "O22"], ["คะแนน", "0.00", "100.00"]]) == {
        "O21": "0.00",
        "O22": "100.00",
    }
    assert read([["รหัส", "E4"], ["คะแนนที่ได้", "97.56"]]) == {"E4": "97.56"}


def test_a_list_of_nothing_but_hundreds_beside_others() -> None:
    rows = [
        ["ข้อ", "คะแนน", "ข้อ", "คะแนน"],
        ["O1", "100.00", "O4", "100.00"],
        ["O2", "50.00", "O5", "100.00"],
        ["O3", "0.00", "O6", "100.00"],
    ]
    assert set(read(rows)) == {"O1", "O2", "O3", "O4", "O5", "O6"}
    # Within one list a column of hundreds is what the scores are given out of.
    rows = [["ข้อ", "คะแนน", "คะแนน"], *(["O" + str(i), "5" + str(i), "100"] for i in range(1, 5))]
    assert read(rows) == {f"O{i}": f"5{i}" for i in range(1, 5)}


def test_scores_above_their_codes() -> None:
    rows = [
        ["คะแนน", "83.71", "87.15"],
        ["ข้อ", "I1", "I2"],
        ["คะแนน", "94.67", "84.26"],
        ["ข้อ", "I3", "I4"],
    ]
    expected = {"I1": "83.71", "I2": "87.15", "I3": "94.67", "I4": "84.26"}
    assert read(rows) == expected
    assert read([row[1:] for row in rows]) == expected


def test_one_strip_below_a_band_with_a_mean_at_its_end() -> None:
    rows: list[list[str | None]] = [
        ["แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)", None, None, None],
        ["ข้อ", "E1", "E2", "เฉลี่ย"],
        ["คะแนน", "83.71", "87.15", "85.43"],
    ]
    found = read(rows, {(0, 0): (1, 4)})
    assert (found["E1"], found["E2"]) == ("83.71", "87.15")


def test_bare_numbers_across_are_items_of_the_instrument_above() -> None:
    strip = table([["ข้อที่", "1", "2", "3"], ["คะแนน", "83.71", "87.15", "94.67"]])
    other = table([["ข้อที่", "4", "5"], ["คะแนน", "84.26", "93.73"]])

    def below(*heads: str) -> dict[str, str]:
        found = report(ANALYSIS_67, *(paragraph(h, bold=True) for h in heads), strip, other)
        return {s.code: str(s.score) for s in found.scores}

    expected = {"E1": "83.71", "E2": "87.15", "E3": "94.67", "E4": "84.26", "E5": "93.73"}
    assert below("4.2 แบบวัด EIT") == expected
    # Nothing right above says whose they are, or they may be counted within an indicator.
    assert below("4.2 แบบวัด EIT", "คะแนนของเขตตัวอย่าง") == {}
    assert below("ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร") == {}


def test_strips_of_other_widths_with_blank_rows_between() -> None:
    rows: Grid = [
        ["ข้อ", None, "O1", "O2", None, "O3"],
        ["คะแนน", None, "50", "100", None, "75"],
        ["", None, None, "", None, None],
        ["ข้อ", "O4", None, "O5", "O6", None],
        ["คะแนน", "0", None, "100", "50", None],
        ["", None, None, None, None, None],
        ["ข้อ", "O7", None, None, "O8", None],
        ["คะแนน", "25", None, None, "100", None],
        ["", None, None, None, None, None],
    ]
    spans = {
        (0, 0): (1, 2), (0, 3): (1, 2), (1, 0): (1, 2), (1, 3): (1, 2), (2, 0): (1, 3),
        (2, 3): (1, 3), (3, 1): (1, 2), (3, 4): (1, 2), (4, 1): (1, 2), (4, 4): (1, 2),
        (5, 0): (1, 6), (6, 1): (1, 3), (6, 4): (1, 2), (7, 1): (1, 3), (7, 4): (1, 2),
        (8, 0): (1, 6),
    }  # fmt: skip
    assert read(rows, spans) == {
        "O1": "50", "O2": "100", "O3": "75", "O4": "0", "O5": "100", "O6": "50", "O7": "25",
        "O8": "100",
    }  # fmt: skip


def test_blank_rows_between_the_strips_of_two_years() -> None:
    rows: Grid = [
        ["ข้อ", "I1", "I2"],
        ["ปี 2566", "80.00", "81.00"],
        ["ปี 2567", "90.00", "91.00"],
        ["", "", ""],
        ["ข้อ", "I3", "I4"],
        ["ปี 2566", "82.00", "83.00"],
        ["ปี 2567", "92.00", "93.00"],
    ]
    found = read(rows)
    assert found["I3"] == "92.00" and found["I4/2566"] == "83.00" and len(found) == 8


def test_shares_of_answers_below_codes_are_no_scores() -> None:
    assert read([["ข้อ", "I1", "I2"], ["ร้อยละของผู้ตอบ", "77.11", "81.20"]]) == {}


def test_a_strip_of_few_codes_with_their_mean() -> None:
    head = paragraph("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", bold=True)
    strip = table(
        [["ข้อ", "I1", "I2", "I3", "เฉลี่ย"], ["คะแนน", "80.00", "90.00", "100.00", "90.00"]]
    )
    found = {s.code: str(s.score) for s in report(ANALYSIS_67, head, strip).scores}
    assert found == {"I1": "80.00", "I2": "90.00", "I3": "100.00", "1": "90.00"}
