"""What the libraries under the readers remark while a file is read, kept as findings of its report.

pdfminer goes on after much that is wrong with a file (a stream that cannot be unpacked to its end,
a width that is no number) and only logs it. Real reports give no such remark, so each is worth a
look; and printed as they come, they would carry text of the file to the terminal.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from normalize.model import Finding
from pipeline.screen import counted

MOST = 20
LENGTH = 200
Said = tuple[dict[str, int], int]
_ADDRESS = re.compile("0x[0-9a-f]{6,}")


class Remarks(logging.Handler):
    """Distinct remarks in the order they were made, each with how often; only the first few."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._times: dict[str, int] = {}
        self._others = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Take note of a remark."""
        try:
            text = record.getMessage()
        except (TypeError, ValueError):  # the library's own slip must not end the reading
            text = str(record.msg)
        text = _ADDRESS.sub("0x…", text)
        self._add(text if len(text) <= LENGTH else f"{text[: LENGTH - 1]}…", 1)

    def _add(self, said: str, times: int) -> None:
        if said in self._times or len(self._times) < MOST:
            self._times[said] = self._times.get(said, 0) + times
        else:
            self._others += times

    def said(self) -> Said:
        """What was remarked so far, as it can be sent to another process."""
        return dict(self._times), self._others

    def add(self, said: Said) -> None:
        """Take note of what was remarked in another process."""
        times, others = said
        for text, number in times.items():
            self._add(text, number)
        self._others += others

    def findings(self) -> tuple[Finding, ...]:
        """A warning for each remark, and one for all that came after the first few."""
        said = [
            f"While reading: {text}" + (f" ({times} times)" if times > 1 else "")
            for text, times in self._times.items()
        ]
        if self._others:
            said.append(f"While reading: {counted(self._others, 'more remark')} of this kind")
        return tuple(Finding("warning", "reader-remark", message) for message in said)


@contextmanager
def remarks() -> Iterator[Remarks]:
    """Catch what is logged in this process from now on; nothing of it reaches the terminal."""
    caught = Remarks()
    root = logging.getLogger()
    root.addHandler(caught)
    try:
        yield caught
    finally:
        root.removeHandler(caught)
