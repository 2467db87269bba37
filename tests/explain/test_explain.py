"""`ita explain`: every word of where a fact comes from, and the picture of its cell."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from extract.fonts.render_page import RED
from pipeline.exit_codes import ExitCode
from tests.explain.conftest import FULL, PLAN, Desk
from tests.pipeline.stored import rows

SCORE = ("--district", "หนองแขม", "--year", "2567", "--code", "I1")


def red(path: Path) -> list[tuple[int, int]]:
    """Where a picture has the red of the marked cell."""
    rows, columns = np.nonzero((np.asarray(Image.open(path).convert("RGB")) == RED).all(axis=2))
    return [(int(x), int(y)) for x, y in zip(columns, rows, strict=True)]


@pytest.mark.parametrize(
    "district", ["หนองแขม", "เขตหนองแขม", "สำนักงานเขตหนองแขม", "Nong Khaem", "nongkhaem", "1023"]
)
def test_a_score_is_found_by_district_year_and_code(desk: Desk, district: str) -> None:
    for code in ("I1", "i1", "I๑"):
        result = desk.explain("--district", district, "--year", "2567", "--code", code)
        assert result.exit_code == ExitCode.DONE, result.output
        assert "I1 of 2567: เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ" in result.stdout


def test_a_score_is_told_with_all_its_printings_and_checks(desk: Desk) -> None:
    said = desk.explain(*SCORE).stdout
    assert f"2567/{FULL}" in said
    assert "1. 93.27 in a score table: page 3, table 0, row 1, column 2, box " in said
    assert "2. 93.27 in the table of measures: page 5, table 0, row 2, column 0, box " in said
    assert "as printed" in said
    assert "arithmetic confirms it" in said
    assert "indicator-mean holds: 1 printed 94.91, computed 94.91 from I1 93.27, I2 92.84" in said
    assert "page 3: " in said.split("Glyphs that got their text elsewhere")[1]


def test_json_has_the_same(desk: Desk) -> None:
    (one,) = json.loads(desk.explain(*SCORE, "--json").stdout)
    assert one["kind"] == "score"
    assert one["facts"]["score"] == 93.27
    assert one["origin"]["path"] == f"2567/{FULL}"
    first, second = one["printings"]
    assert (first["raw"], first["repaired"], first["value"]) == ("93.27", "93.27", 93.27)
    assert set(first["spot"]) == {"page", "table", "row", "column", "box"}
    assert second["label"] == "measures"
    assert one["checks"][0]["scores"][1] == {"code": "I1", "score": 93.27}
    assert one["repairs"][0]["glyphs"] > 0


def test_thai_digits_are_shown_as_printed_and_as_stored(desk: Desk) -> None:
    query = "SELECT measure_id FROM measure WHERE deadline_raw GLOB '*[๐-๙]*' LIMIT 1"
    said = desk.explain(desk.id_of(query), "--kind", "measure").stdout
    assert "repaired" in said
    assert "Thai digits made Arabic" in said


def test_a_measure_is_told_with_every_cell(desk: Desk) -> None:
    fact = desk.id_of(f"SELECT measure_id FROM v_measure WHERE document_file = '{PLAN}' LIMIT 1")
    said = desk.explain(fact, "--kind", "measure").stdout
    fields = rows(desk.db, f"SELECT field FROM measure_source WHERE measure_id = {fact}")
    assert len(fields) >= 6
    for number, (field,) in enumerate(fields, start=1):
        assert f"  {number}. {field}: page " in said


def test_a_finding_is_told_with_its_meaning_and_the_facts_there(desk: Desk) -> None:
    query = "SELECT finding_id FROM finding WHERE kind = 'deadline-unread' LIMIT 1"
    said = desk.explain(desk.id_of(query), "--kind", "finding").stdout
    assert "No date could be read from a deadline" in said
    assert "อ่านวันที่จากกำหนดแล้วเสร็จไม่ได้" in said
    assert "measure " in said.split("Beside it")[1]


def test_a_weakness_is_told(desk: Desk) -> None:
    said = desk.explain(desk.id_of("SELECT weakness_id FROM weakness"), "--kind", "weakness").stdout
    assert "1. weakness: page " in said


def test_a_number_that_is_several_ids_explains_all_of_them(desk: Desk, tmp_path: Path) -> None:
    query = "SELECT score_id FROM score JOIN measure ON measure_id = score_id LIMIT 1"
    fact = desk.id_of(query)
    image = tmp_path / "cell.png"
    result = desk.explain(fact, "--image", str(image))
    assert f"score {fact}\n" in result.stdout
    assert f"\nmeasure {fact}\n" in result.stdout
    assert "shows the score" in result.stderr
    assert "--kind shows the measure" in result.stderr


def test_the_picture_marks_the_cell(desk: Desk, tmp_path: Path) -> None:
    image = tmp_path / "cell.png"
    result = desk.explain(*SCORE, "--image", str(image))
    assert result.exit_code == ExitCode.DONE, result.output
    assert "page 3" in result.stderr
    marked = red(image)
    dots = 200 / 72
    # The crop is as wide as the page, so x is counted from the page's left edge.
    assert min(x for x, _ in marked) == pytest.approx(452.55 * dots, abs=3)
    assert max(x for x, _ in marked) == pytest.approx(555.41 * dots, abs=3)
    height = Image.open(image).height
    assert height < 842 * dots / 2


def test_a_measure_is_shown_with_its_other_cells(desk: Desk, tmp_path: Path) -> None:
    image = tmp_path / "cell.png"
    fact = desk.id_of(f"SELECT measure_id FROM v_measure WHERE document_file = '{FULL}'")
    assert desk.explain(fact, "--kind", "measure", "--image", str(image)).exit_code == 0
    assert red(image)


def test_a_finding_without_a_place_shows_its_page(desk: Desk, tmp_path: Path) -> None:
    query = (
        "SELECT finding_id FROM finding WHERE x0 IS NULL AND page = 1"
        " UNION SELECT finding_id FROM finding WHERE x0 IS NOT NULL LIMIT 1"
    )
    image = tmp_path / "page.png"
    result = desk.explain(desk.id_of(query), "--kind", "finding", "--image", str(image))
    assert result.exit_code == ExitCode.DONE, result.output
    assert image.exists()


def test_a_changed_file_is_not_shown(desk: Desk, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    shutil.copytree(desk.raw, raw)
    shutil.copy(raw / PLAN, raw / "2567" / FULL)
    image = tmp_path / "cell.png"
    result = desk.explain(*SCORE, "--image", str(image), raw=raw)
    assert result.exit_code == ExitCode.SOME_FAILED
    assert "is not the file that was read" in result.stderr
    assert "93.27" in result.stdout
    assert not image.exists()


def test_a_missing_file_is_named(desk: Desk, tmp_path: Path) -> None:
    result = desk.explain(*SCORE, "--image", str(tmp_path / "cell.png"), raw=tmp_path)
    assert result.exit_code == ExitCode.SOME_FAILED
    assert "name the folder of the reports with --raw" in result.stderr


def test_the_report_itself_may_be_named(desk: Desk, tmp_path: Path) -> None:
    file = desk.raw / "2567" / FULL
    result = desk.explain(*SCORE, "--image", str(tmp_path / "cell.png"), raw=file)
    assert result.exit_code == ExitCode.DONE, result.output


def test_a_picture_without_a_format_is_refused(desk: Desk, tmp_path: Path) -> None:
    result = desk.explain(*SCORE, "--image", str(tmp_path / "cell"))
    assert result.exit_code == ExitCode.SOME_FAILED
    assert "ends in .png" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("1",), "holds no score, measure, weakness or finding 1"),
        (("1", "--kind", "finding"), "holds no finding 1"),
        (("--district", "หนองแขน", "--year", "2567", "--code", "I1"), "perhaps หนองแขม"),
        (("--district", "หนองแขม", "--year", "2567", "--code", "I30"), "it has ITA, "),
        (("--district", "หนองแขม", "--year", "2560", "--code", "I1"), "it has 2567 ("),
        (("--district", "ดุสิต", "--year", "2567", "--code", "I1"), "no score of ดุสิต"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(
    desk: Desk, arguments: tuple[str, ...], said: str
) -> None:
    result = desk.explain(*arguments)
    assert result.exit_code == ExitCode.NO_REPORTS
    assert said in result.stderr


@pytest.mark.parametrize(
    "arguments", [(), ("1", "--code", "I1"), ("--district", "ดุสิต", "--year", "2567")]
)
def test_half_a_question_is_a_usage_error(desk: Desk, arguments: tuple[str, ...]) -> None:
    assert desk.explain(*arguments).exit_code == ExitCode.USAGE


def test_no_database_is_said(tmp_path: Path, desk: Desk) -> None:
    result = desk.ita("explain", "1", "--db", str(tmp_path / "no.db"))
    assert result.exit_code == ExitCode.DATABASE
    assert "ita load" in result.stderr
