"""Opens a PDF file: what is wrong with one that will not open, and mending what can be mended.

Reading its pages belongs to :mod:`extract.read`.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pypdfium2
from pdfminer.pdfdocument import (
    PDFEncryptionError,
    PDFPasswordIncorrect,
    PDFTextExtractionNotAllowed,
)
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from extract.errors import (
    BrokenPdfError,
    EmptyFileError,
    EncryptedPdfError,
    NotAPdfError,
    TooManyPagesError,
)
from extract.model import Problem

#: What pdfminer and pdfplumber raise while they follow a damaged file; anything else is ours.
PDF_ERRORS = (
    PDFException,
    PSException,
    PdfminerException,
    MalformedPDFException,
    AssertionError,
    AttributeError,
    IndexError,
    KeyError,
    OverflowError,
    RecursionError,
    TypeError,
    ValueError,
    ZeroDivisionError,
)
_LOCKED = (PDFPasswordIncorrect, PDFEncryptionError, PDFTextExtractionNotAllowed)
# Acrobat accepts a header anywhere in the first 1,024 bytes; offsets count from it.
_HEADER, _WITHIN = b"%PDF-", 1024


@dataclass(frozen=True, slots=True)
class OpenPdf:
    """The pages of an open file, and what had to be done to open it."""

    pages: list[Page]
    problems: tuple[Problem, ...]


@contextmanager
def open_pdf(path: Path, data: bytes, max_pages: int | None) -> Iterator[OpenPdf]:
    """Open the bytes of a file; the file is named in every message.

    Raises:
        EmptyFileError, NotAPdfError, BrokenPdfError, EncryptedPdfError, TooManyPagesError: why it
            cannot be read and what to do.
    """
    body = _from_header(data, path.name)
    problems: tuple[Problem, ...] = ()
    try:
        pdf, pages = _open(body, path.name)
    except BrokenPdfError as error:
        mended = _mended(body)
        if mended is None:
            raise
        try:
            pdf, pages = _open(mended, path.name)
        except BrokenPdfError:
            raise error from None
        problems = (_repaired(error),)
    try:
        if not pages:
            raise BrokenPdfError("The PDF holds no pages", path.name, "ask for the file again")
        if max_pages is not None and len(pages) > max_pages:
            raise TooManyPagesError(
                f"The PDF has {len(pages)} pages and the limit is {max_pages}",
                path.name,
                "split it, or raise --max-pages",
            )
        yield OpenPdf(pages, problems)
    finally:
        # Not pdf.close(): it walks the pages again, and fails where they cannot be walked.
        pdf.stream.close()


def _from_header(data: bytes, name: str) -> bytes:
    if not data:
        raise EmptyFileError("The file is empty (0 bytes)", name, "copy or download it again")
    start = data.find(_HEADER, 0, _WITHIN + len(_HEADER))
    if start < 0:
        raise NotAPdfError(
            "The file is not a PDF although its name says so",
            name,
            "open it in the program it came from and export it as PDF",
        )
    return data[start:] if start else data


def _open(body: bytes, name: str) -> tuple[PDF, list[Page]]:
    try:
        pdf = pdfplumber.open(io.BytesIO(body), password="")
        return pdf, list(pdf.pages)
    except _LOCKED as error:
        raise _encrypted(name) from error
    except PDF_ERRORS as error:
        inner = error.__cause__ or (error.args[0] if error.args else None)
        if isinstance(inner, _LOCKED):
            raise _encrypted(name) from error
        raise _broken(name, error) from error


def _mended(body: bytes) -> bytes | None:
    """The file as pdfium writes it anew, if pdfium can follow it at all."""
    try:
        document = pypdfium2.PdfDocument(body)
        try:
            if len(document) == 0:
                return None
            buffer = io.BytesIO()
            document.save(buffer)
            return buffer.getvalue()
        finally:
            document.close()
    except (pypdfium2.PdfiumError, ValueError, OSError):
        return None


def _repaired(error: BrokenPdfError) -> Problem:
    return Problem(
        "error",
        "repaired-pdf",
        "The file was damaged and was mended before it was read; pages or text may be missing. "
        f"Get a whole copy ({error.what})",
    )


def _encrypted(name: str) -> EncryptedPdfError:
    return EncryptedPdfError(
        "The PDF asks for a password", name, "save a copy without a password and load that"
    )


def _broken(name: str, error: Exception) -> BrokenPdfError:
    detail = " ".join(str(error).split())[:120]
    return BrokenPdfError(
        f"The PDF is damaged and cannot be followed ({type(error).__name__}: {detail})",
        name,
        "download it again, or open and re-save it in a PDF program",
    )
