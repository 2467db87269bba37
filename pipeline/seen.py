"""The stages of a file that is only to be looked at: read, and handed on as it is.

What a worker process gives back is a report; here it is one without facts that holds the document.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.model import Document
from normalize.model import Finding, Report
from pipeline.limits import Limits
from pipeline.stages import Stages, read

#: What looking at one file may take: as much as loading it, and as many pages as it has.
LIMITS = Limits(seconds=300, mebibytes=2048)


@dataclass(frozen=True, slots=True)
class Seen(Report):
    """A document on its way through the stages; its problems are the findings."""

    document: Document = field(kw_only=True)


def hold(document: Document) -> Seen:
    """The document as a report without facts."""
    findings = tuple(
        Finding(problem.severity, problem.kind, problem.message, page=problem.page, raw=problem.raw)
        for problem in document.problems
    )
    return Seen(
        document.file,
        document.sha256,
        "ok",
        document.text_source,
        findings=findings,
        document=document,
    )


def unchecked(report: Report) -> Report:
    """The report as it is: there are no facts to check."""
    return report


STAGES = Stages(read, hold, unchecked)
