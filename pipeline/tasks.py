"""What a process is given to do for a file: all of it, some pages, or the joining of those.

A long file is read by several processes at once: the first finds out how many pages it has and
reads the first of them; others read the rest; one makes the report of all.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass

from normalize.model import Report
from pipeline.found import ReportFile
from pipeline.guard import guarded
from pipeline.limits import Limits
from pipeline.remarks import Remarks
from pipeline.stages import Stages


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do for a file.

    Attributes:
        number: which of the files it is.
        file: the file.
        start: how many pages of it come before those to read.
        alone: nobody else reads at the same time, so that all of it is read in one go.
        pieces: all that was read of the file, to be joined.
    """

    number: int
    file: ReportFile
    start: int = 0
    alone: bool = False
    pieces: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """Pages of a long file; ``data`` is for the process that joins them.

    Attributes:
        start: how many pages come before.
        starts: the starts of all pieces of the file.
        data: what was read, and what was remarked meanwhile.
    """

    start: int
    starts: range
    data: bytes


def done(task: Task, stages: Stages, limits: Limits) -> Report | Piece:
    """Do it; never raises."""

    def work(caught: Remarks) -> Report | Piece:
        path, most, parts = task.file.path, limits.pages or None, stages.parts
        if task.alone or parts is None or path.suffix.lower() != parts.suffix:
            return stages.report(path, most)
        if task.pieces:
            read = [pickle.loads(data) for data in task.pieces]
            for _, said in read:
                caught.add(said)
            return stages.report_of(parts.join(path, [part for part, _ in read]))
        part = parts.read(path, task.start, most)
        starts = range(0, part.total, part.at_once)
        if len(starts) == 1:
            return stages.report_of(parts.join(path, [part]))
        return Piece(task.start, starts, pickle.dumps((part, caught.said())))

    return guarded(task.file.path, task.file.name, work, limits)
