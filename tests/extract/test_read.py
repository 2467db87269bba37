"""Opening a file: what stops it says what, where and what to do; what can be read is read."""

from __future__ import annotations

import hashlib
import pickle
from pathlib import Path
from typing import Any, Literal

import pikepdf
import pytest

from extract import read
from extract.errors import (
    BrokenPdfError,
    EmptyFileError,
    EncryptedPdfError,
    ExtractError,
    NotAPdfError,
    TooManyPagesError,
)
from extract.layout import PageLayout, lay_out
from extract.model import Document
from extract.read import read_document
from tests.conftest import Extract
from tests.reports import SAMPLES

PDF = next(path for path in SAMPLES if path.stem == "sample-compare-2567")


Revision = Literal[3, 4, 6]
REVISIONS: list[Revision] = [3, 4, 6]  # RC4 of 128 bits, AES of 128 and of 256


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def encrypted(path: Path, user: str, owner: str, revision: Revision) -> Path:
    modern = revision > 3
    with pikepdf.open(PDF) as whole:
        lock = pikepdf.Encryption(user=user, owner=owner, R=revision, aes=modern, metadata=modern)
        whole.save(path, encryption=lock)
    return path


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return tmp_path / "รายงาน เขต.pdf"


def refused(path: Path, error: type[ExtractError]) -> str:
    with pytest.raises(error) as caught:
        read_document(path)
    found = caught.value
    assert found.what and found.remedy
    assert found.where == path.name
    return str(found)


def test_empty_file(pdf: Path) -> None:
    assert "empty" in refused(written(pdf, b""), EmptyFileError)


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 a Word file",
        b"<html></html>",
        b"\x89PNG\r\n",
        "ข้อความ".encode(),
        b"\x00" * 4096,
    ],
)
def test_file_that_is_no_pdf(pdf: Path, data: bytes) -> None:
    assert "not a PDF" in refused(written(pdf, data), NotAPdfError)


@pytest.mark.parametrize("share", [0.02, 0.2, 0.5])
def test_truncated_file(pdf: Path, share: float) -> None:
    """A download that stopped: refused, or what is left is read; never an error without a name."""
    whole = PDF.read_bytes()
    path = written(pdf, whole[: int(share * len(whole))])
    try:
        document = read_document(path)
    except BrokenPdfError as error:
        assert path.name in str(error)
    else:
        assert isinstance(document, Document)


def test_header_without_a_body(pdf: Path) -> None:
    assert "damaged" in refused(written(pdf, b"%PDF-1.7\n"), BrokenPdfError)


def test_pdf_without_pages(pdf: Path) -> None:
    pikepdf.new().save(pdf)
    refused(pdf, BrokenPdfError)


@pytest.mark.parametrize("revision", REVISIONS)
def test_file_that_asks_for_a_password(pdf: Path, revision: Revision) -> None:
    made = encrypted(pdf, "secret", "owner", revision)
    assert "password" in refused(made, EncryptedPdfError)


@pytest.mark.parametrize("revision", REVISIONS)
def test_file_that_only_its_owner_may_change_is_read(
    pdf: Path, revision: Revision, extract: Extract
) -> None:
    document = read_document(encrypted(pdf, "", "owner", revision))
    assert [b.cells for b in document.tables] == [b.cells for b in extract(PDF).tables]


def test_more_pages_than_allowed(extract: Extract) -> None:
    pages = len(extract(PDF).pages)
    with pytest.raises(TooManyPagesError, match=str(pages)):
        read_document(PDF, max_pages=pages - 1)
    assert len(read_document(PDF, max_pages=pages).pages) == pages


def test_missing_file(pdf: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_document(pdf)


ERRORS = [EmptyFileError, NotAPdfError, BrokenPdfError, EncryptedPdfError, TooManyPagesError]


@pytest.mark.parametrize("error", ERRORS)
def test_errors_come_home_from_a_worker(error: type[ExtractError]) -> None:
    made = error("What happened", "file.pdf", "do this")
    home = pickle.loads(pickle.dumps(made))
    assert type(home) is error
    assert str(home) == str(made) == "What happened - file.pdf - do this"
    assert (home.what, home.where, home.remedy) == ("What happened", "file.pdf", "do this")


def test_every_error_has_a_kind_of_its_own() -> None:
    assert len({error.kind for error in ERRORS} | {ExtractError.kind}) == len(ERRORS) + 1


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_sample_as_the_extractors_see_it(path: Path, extract: Extract) -> None:
    document = extract(path)
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.file == path.name
    assert (document.text_source, document.problems) == ("text", ())
    assert [p.number for p in document.pages] == list(range(1, len(document.pages) + 1))
    assert pickle.loads(pickle.dumps(document)) == document


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_cells_of_a_sample_cover_its_tables_once(path: Path, extract: Extract) -> None:
    sizes = {p.number: (p.width, p.height) for p in extract(path).pages}
    for table in extract(path).tables:
        seen: set[tuple[int, int]] = set()
        for cell in table.cells:
            squares = {(r, c) for r in cell.rows for c in cell.columns}
            assert not squares & seen
            assert max(cell.rows) < len(table.rows)
            assert max(cell.columns) < table.columns
            seen |= squares
            for place in cell.places:
                width, height = sizes[place.page]
                assert -1 <= place.box.x0 < place.box.x1 <= width + 1
                assert -1 <= place.box.top < place.box.bottom <= height + 1


def test_picture_without_text_is_a_problem(pdf: Path) -> None:
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(595, 842))
    scan = made.make_stream(
        b"\x80",
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=1,
        Height=1,
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
    )
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=scan))
    page.Contents = made.make_stream(b"q 595 0 0 842 0 0 cm /Scan Do Q")
    made.save(pdf)
    document = read_document(pdf)
    (problem,) = document.problems
    assert (problem.kind, problem.severity, problem.page) == ("picture-without-text", "warning", 1)
    assert document.text_source == "none"
    assert [p.text_source for p in document.pages] == ["none"]


def test_parts_make_the_document_that_is_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "PAGES_AT_ONCE", 2)
    first = read.read_part(PDF, 0)
    assert first.total > 4
    rest = [read.read_part(PDF, start) for start in range(2, first.total, 2)]
    parts = pickle.loads(pickle.dumps([first, *rest]))
    assert [len(part.pages) for part in parts[:-1]] == [2] * (len(parts) - 1)
    document = read.join_parts(PDF, parts)
    assert document == read.read_document(PDF)
    monkeypatch.undo()
    assert document == read.read_document(PDF)


def test_file_that_changes_while_it_is_read(tmp_path: Path) -> None:
    one, other = read.read_part(PDF, 0), read.read_part(PDF, 0)
    other.sha256 = "0" * 64
    with pytest.raises(BrokenPdfError, match="changed while it was read"):
        read.join_parts(PDF, [one, other])


def test_a_page_that_the_reader_stumbles_over_loses_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = read_document(PDF)
    taken_apart = lay_out

    def stumbles(page: int, *rest: Any) -> PageLayout:
        if page == 1:
            raise IndexError("list index out of range")
        return taken_apart(page, *rest)

    monkeypatch.setattr(read, "lay_out", stumbles)
    found = read_document(PDF)
    (problem,) = found.problems
    assert (problem.severity, problem.kind, problem.page) == ("error", "internal-error", 1)
    assert "IndexError: list index out of range (extract/test_read.py:" in problem.message
    assert len(found.pages) == len(whole.pages)
    assert [t for t in found.tables if t.places[0].page > 1]
