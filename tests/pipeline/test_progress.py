from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from normalize.model import Report
from pipeline.found import ReportFile
from pipeline.progress import progress
from pipeline.workers import Outcome


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


OUTCOME = Outcome(
    ReportFile("a.pdf", Path("a.pdf"), 1, 1), Report("a.pdf", "0" * 64, "partial", "text"), 1.26
)


def said(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    with progress(2) as told:
        told(OUTCOME)
        told(OUTCOME)
    return stream.getvalue()


def test_pipe_gets_a_line_per_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(io.StringIO(), monkeypatch).splitlines() == [
        "[1/2] a.pdf: partial, 0 pages, 0 scores, 0 measures, 0 findings (1.3 s)",
        "[2/2] a.pdf: partial, 0 pages, 0 scores, 0 measures, 0 findings (1.3 s)",
    ]


def test_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = said(Terminal(), monkeypatch)
    assert "Reading reports" in shown
    assert "2/2" in shown
    assert "a.pdf" not in shown
