"""Which pages are read from their picture, and what is said where nothing can read pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

import extract.pages as reader
from benchmarks.scanned import Scanner
from extract.content import Content, Glyph, ScanFont
from extract.model import Box
from extract.read import (
    PAGES_AT_ONCE,
    SCANS_AT_ONCE,
    join_parts,
    read_document,
    read_part,
)
from extract.triage import judged
from normalize.report import read_report
from tests.reports import SAMPLES
from tests.scan.conftest import Scan

A4 = (595.0, 842.0)
WHOLE = Box(0, 0, *A4)


def page(text: str, *, hidden: bool = False, images: tuple[Box, ...] = ()) -> Content:
    """A page that paints a text, one glyph per character."""
    font = ScanFont("test")
    glyphs = [
        Glyph(font, 0, c, 50 + 5 * n, 100, 5, 12, 0, n, None, hidden, c) for n, c in enumerate(text)
    ]
    return Content(*A4, glyphs=glyphs, images=list(images))


def test_a_page_of_text_is_text() -> None:
    assert judged(page("การปฏิบัติหน้าที่ " * 5)).kind == "text"
    assert judged(page("การปฏิบัติหน้าที่ " * 20, images=(WHOLE,))).kind == "text"
    assert judged(page("")).kind == "text", "an empty page is no scan"


def test_a_picture_of_a_page_is_a_scan() -> None:
    assert judged(page("", images=(WHOLE,))).kind == "scan"
    assert judged(page("", images=(Box(50, 50, 90, 90),))).kind == "scan"


def test_a_stamp_of_an_electronic_signature_makes_a_scan_no_text() -> None:
    assert judged(page("ลงนามโดย นาย ก. วันที่ ๑ ม.ค. ๖๗", images=(WHOLE,))).kind == "scan"


def test_text_hidden_under_a_picture_is_other_peoples_recognition() -> None:
    hidden = page("การปฏิบัติหน้าที่ " * 40, hidden=True, images=(WHOLE,))
    assert judged(hidden).kind == "scan"


GARBLED = "รายงานผลกา/ประเมิน ระดับ/ะดี คะแนนภาพ/วม ป/ะจำป/ะมาณ ผู้/ับบริการ"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(GARBLED, id="vowels behind a slash"),
        pytest.param("ผ้้รับ ข้้อมูล ใช้้ " * 3, id="tones twice"),
        pytest.param("คะแนᤱนᤱรวม ประเมินᤱ ผ่านᤱ", id="letters of another script"),
        pytest.param("ป\ufffdงบประมาณ ตัว\ufffd วัด\ufffd ที่ " + "ก" * 400, id="lost in words"),
    ],
)
def test_text_that_cannot_be_thai_here_and_there_is_doubtful(text: str) -> None:
    assert judged(page(text)).kind == "doubtful"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("เพาะ เจาะจง เกาะ เคาะ " * 4, id="two vowels that stand together"),
        pytest.param("ทุกเดือน ✓✓✓✓ ทุก 3 เดือน ●●●●●●", id="ticks and discs of a calendar"),
        pytest.param("หน้า/หลัง และ/หรือ ก.ย./ต.ค. (ร้อยละ) 50% " * 3, id="signs between words"),
    ],
)
def test_odd_but_right_text_is_text(text: str) -> None:
    assert judged(page(text)).kind == "text"


def test_what_the_picture_did_not_tell_either_is_left() -> None:
    lost = page("\ufffd" * 8 + "การปฏิบัติหน้าที่ " * 4)
    assert judged(lost).kind == "broken"
    assert judged(lost, told=True).kind != "broken"


def test_text_without_meaning_is_broken() -> None:
    assert judged(page("\x0f\x10\x12การปฏิบัติหน้าที่ " * 4)).kind == "broken"
    assert judged(page("\ufffd\ufffd\ufffdการปฏิบัติหน้าที่ " * 4)).kind == "broken"
    assert judged(page("¡ÒÃ»¯ÔºÑµÔË¹éÒ·Õè" * 4)).kind == "broken"
    assert judged(page("\ufffd")).kind == "text", "too little to judge"


def test_without_the_packages_the_finding_has_the_command(
    scan: Scan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "installed", lambda: False)
    document = read_document(scan("sample-columns-2566", Scanner()))
    assert document.text_source == "none"
    assert {p.kind for p in document.problems} == {"no-text-layer"}
    assert "pip install -e '.[ocr]'" in document.problems[0].message
    report = read_report(document)
    assert report.status == "failed"


def test_a_page_read_from_its_picture_says_so(scan: Scan) -> None:
    document = read_document(scan("sample-columns-2566", Scanner()))
    report = read_report(document)
    assert {note.text_source for note in report.pages} == {"ocr"}
    assert all(note.read_confidence and note.read_confidence > 0.9 for note in report.pages)
    known = [s.read_confidence for s in report.scores if s.read_confidence is not None]
    assert len(known) >= 0.9 * len(report.scores) > 0
    assert min(known) > 0.5


def test_pages_of_a_scan_are_read_a_few_at_once_by_each_worker(scan: Scan) -> None:
    path = scan("sample-compare-2567", Scanner())
    first = read_part(path, 0)
    assert (first.total, first.at_once, len(first.pages)) == (5, SCANS_AT_ONCE, 4)
    assert join_parts(path, [first, read_part(path, 4)]) == read_document(path)
    assert read_part(SAMPLES[0], 0).at_once == PAGES_AT_ONCE


def test_a_page_is_read_once(scan: Scan, monkeypatch: pytest.MonkeyPatch) -> None:
    from extract.scan import pagecache

    path = scan("sample-columns-2566", Scanner(200, 0.2, 4))
    first = read_document(path)
    monkeypatch.setattr(pagecache, "read_picture", lambda picture: pytest.fail("read again"))
    assert read_document(path) == first


def test_a_kept_page_that_is_damaged_is_read_again(
    scan: Scan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ITA_CACHE", str(tmp_path / "kept"))
    path = scan("sample-columns-2566", Scanner())
    first = read_document(path)
    for kept in (tmp_path / "kept").iterdir():
        kept.write_bytes(b"no page")
    assert read_document(path) == first


def test_nothing_is_remarked_where_pictures_are_read(
    scan: Scan, caplog: pytest.LogCaptureFixture
) -> None:
    """A remark of a library is a finding; whoever reads a page first would have it."""
    read_document(scan("sample-columns-2566", Scanner()))
    ScanFont("scan")
    assert caplog.records == []
