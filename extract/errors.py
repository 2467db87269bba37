"""Errors of the extractors: what is wrong, where, and what to do about it.

Only errors that stop a whole file belong here; doubts about a page are ``Problem`` records.
"""

from __future__ import annotations

import traceback
from pathlib import Path


class ExtractError(Exception):
    """Base of every error that makes a file unreadable.

    ``kind`` is a stable key (a finding kind); the text reads "what - where - what to do".
    """

    kind = "unreadable"

    def __init__(self, what: str, where: str, remedy: str) -> None:
        super().__init__(f"{what} - {where} - {remedy}")
        self.what = what
        self.where = where
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[ExtractError], tuple[str, str, str]]:
        # Exceptions with several arguments do not pickle by themselves; workers send them home.
        return type(self), (self.what, self.where, self.remedy)


class EmptyFileError(ExtractError):
    """The file holds no bytes."""

    kind = "empty-file"


class NotAPdfError(ExtractError):
    """The file has the name of a PDF but not the content."""

    kind = "not-a-pdf"


class NotTextError(ExtractError):
    """The file has the name of a text but its bytes are none."""

    kind = "not-text"


class BrokenPdfError(ExtractError):
    """The file starts like a PDF but its structure cannot be followed."""

    kind = "broken-pdf"


class TooManyPagesError(ExtractError):
    """The file has more pages than the limit the caller set."""

    kind = "page-limit"


class EncryptedPdfError(ExtractError):
    """The file asks for a password and the empty one does not open it."""

    kind = "encrypted-pdf"


def described(error: Exception) -> str:
    """An error nobody foresaw: type, message and the last frame, without this machine's paths."""
    frames = traceback.extract_tb(error.__traceback__)
    where = ""
    if frames:
        file = Path(frames[-1].filename)
        where = f" ({file.parent.name}/{file.name}:{frames[-1].lineno}, {frames[-1].name})"
    return f"{type(error).__name__}: {error}{where}"
