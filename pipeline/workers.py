"""Reading many files at once: processes that are given a file at a time and can be killed.

Of a long file, several processes are given some pages each.

Results come in the order of the files whatever the number of workers, and only a few are held back,
so that memory does not grow with the number of files. What reading means is not known here.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.connection import Connection, wait

from normalize.model import Report
from pipeline.found import ReportFile
from pipeline.guard import MEMORY_LIMIT, over_memory, over_time, reader_died
from pipeline.interrupts import Interrupts
from pipeline.limits import Limits, restrain
from pipeline.stages import Stages
from pipeline.tasks import Piece, Task, done

# How many results per worker may wait for an earlier one that takes longer.
AHEAD = 8
# After so many seconds of waiting the pool asks whether Ctrl-C was pressed and got lost.
LISTEN = 1.0
Preparation = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file."""

    file: ReportFile
    report: Report
    seconds: float


def read_all(
    files: Sequence[ReportFile],
    stages: Stages,
    workers: int,
    limits: Limits,
    meanwhile: Preparation | None = None,
) -> Generator[Outcome]:
    """Read files in worker processes and give what they became, in the order of the files.

    Args:
        files: the files.
        stages: what each is taken through.
        workers: how many are read at the same time.
        limits: what each file may take. Without limits of time and memory, a single worker is
            this process.
        meanwhile: what this process has to get ready for the outcomes; done once, while workers
            read the first files.
    """
    if workers == 1 and not limits.need_a_process:
        return _read_here(files, stages, limits, meanwhile)
    return _Pool(files, stages, workers, limits).outcomes(meanwhile)


def _read_here(
    files: Sequence[ReportFile],
    stages: Stages,
    limits: Limits,
    meanwhile: Preparation | None,
) -> Generator[Outcome]:
    if meanwhile is not None:
        meanwhile()
    for number, file in enumerate(files):
        started = time.monotonic()
        report = done(Task(number, file, alone=True), stages, limits)
        assert isinstance(report, Report)
        yield Outcome(file, report, time.monotonic() - started)


def _serve(connection: Connection, stages: Stages, limits: Limits) -> None:
    """The life of a worker process: read what comes until nothing more does."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    restrain(limits)
    # A page is tens of thousands of small objects, none of which refers back to another.
    gc.set_threshold(50_000, 20, 20)
    sys.stdout = sys.stderr  # standard output is for data; a library may print what it likes
    with contextlib.suppress(EOFError, BrokenPipeError):  # the parent is gone
        while True:
            task: Task = connection.recv()
            answer = done(task, stages, limits)
            try:
                connection.send(answer)
            except MemoryError:
                del answer
                connection.send(over_memory(task.file.path, task.file.name, limits))


def _end_with_parent() -> None:
    """End this process with the one that started it, even where that was killed and says nothing.

    Without it a worker would read on to the end of its file, which may have none.
    """
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextlib.contextmanager
def _without_interrupts() -> Iterator[None]:
    """What is started here never hears Ctrl-C: that is for this process, which ends the workers."""
    # multiprocessing starts this helper with the first process, and lets interrupts in again then.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Worker:
    """A process that does one thing at a time."""

    def __init__(self, stages: Stages, limits: Limits) -> None:
        # A fresh interpreter on every system: nothing of this process, its locks and open files.
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, stages, limits), daemon=True)
        with _without_interrupts():
            self.process.start()
        theirs.close()
        self.busy = False
        self.task: Task
        self.started = 0.0

    def begin(self, task: Task, started: float) -> None:
        """Give it something to do for a file that was begun at a time."""
        self.busy = True
        self.task, self.started = task, started
        with contextlib.suppress(BrokenPipeError):  # it died; the next wait tells
            self.connection.send(task)

    def end(self) -> None:
        """End it at once, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.connection.close()


class _Pool:
    """Workers, the files they have, and the results that wait for their turn."""

    def __init__(
        self, files: Sequence[ReportFile], stages: Stages, workers: int, limits: Limits
    ) -> None:
        self._count = len(files)
        self._stages = stages
        self._size = workers
        self._limits = limits
        alone = workers == 1
        self._waiting = deque(Task(number, file, alone=alone) for number, file in enumerate(files))
        self._workers: list[_Worker] = []
        self._results: dict[int, Outcome] = {}
        self._begun: dict[int, float] = {}  # files that have no result yet
        self._pieces: dict[int, dict[int, bytes]] = {}
        self._interrupts = Interrupts()

    def outcomes(self, meanwhile: Preparation | None) -> Generator[Outcome]:
        try:
            with self._interrupts:
                self._hand_out(AHEAD * self._size)
                if meanwhile is not None:
                    meanwhile()
                for number in range(self._count):
                    limit = number + AHEAD * self._size
                    while number not in self._results:
                        self._hand_out(limit)
                        self._collect()
                    # Nobody waits while this result is put away.
                    self._hand_out(limit)
                    yield self._results.pop(number)
        finally:
            for worker in self._workers:
                worker.end()

    def _hand_out(self, limit: int) -> None:
        """Give every idle worker something to do for a file that is not too far ahead."""
        idle = deque(worker for worker in self._workers if not worker.busy)
        while self._waiting and self._waiting[0].number < limit:
            if idle:
                worker = idle.popleft()
            elif len(self._workers) < self._size:
                worker = _Worker(self._stages, self._limits)
                self._workers.append(worker)
            else:
                return
            task = self._next(limit)
            worker.begin(task, self._begun.setdefault(task.number, time.monotonic()))

    def _next(self, limit: int) -> Task:
        """What to begin now: the first in the order, but towards the end the largest file.

        Nobody should begin a long file when the others have nothing left to do.
        """
        first = self._waiting[0]
        if first.number not in self._begun and limit >= self._count:
            first = max(self._waiting, key=lambda task: task.file.size)
        self._waiting.remove(first)
        return first

    def _collect(self) -> None:
        """Wait for the next thing to happen: an answer, the end of a process, or a time limit."""
        busy = [worker for worker in self._workers if worker.busy]
        ready = wait([worker.connection for worker in busy], self._seconds_left(busy))
        self._interrupts.check()
        for worker in busy:
            if worker.connection in ready:
                self._answer(worker)
        if self._limits.seconds:
            now = time.monotonic()
            for worker in [worker for worker in busy if worker.busy]:
                if now - worker.started >= self._limits.seconds:
                    file = worker.task.file
                    self._dismiss(worker, over_time(file.path, file.name, self._limits))

    def _seconds_left(self, busy: Iterable[_Worker]) -> float:
        if not self._limits.seconds:
            return LISTEN
        first = min(worker.started for worker in busy)
        return min(max(0.0, first + self._limits.seconds - time.monotonic()), LISTEN)

    def _answer(self, worker: _Worker) -> None:
        """Take what a worker sends, or the news that its process has ended."""
        try:
            answer: Report | Piece = worker.connection.recv()
        except (EOFError, OSError):
            worker.process.join()
            file, code = worker.task.file, worker.process.exitcode
            self._dismiss(worker, reader_died(file.path, file.name, code))
            return
        if isinstance(answer, Piece):
            worker.busy = False
            self._lay_by(worker.task, answer)
        elif any(finding.kind == MEMORY_LIMIT for finding in answer.findings):
            self._dismiss(worker, answer)
        else:
            self._keep(worker, answer)

    def _lay_by(self, task: Task, piece: Piece) -> None:
        """Keep the pages of a long file, and have the rest of it read, or all of it joined."""
        if task.number not in self._begun:
            return  # another piece of it failed
        pieces = self._pieces.setdefault(task.number, {})
        pieces[piece.start] = piece.data
        if piece.start == 0:
            more = [replace(task, start=start) for start in piece.starts[1:]]
            self._waiting.extendleft(reversed(more))
        if len(pieces) == len(piece.starts):
            joined = tuple(pieces[start] for start in piece.starts)
            self._waiting.appendleft(replace(task, pieces=joined))

    def _dismiss(self, worker: _Worker, report: Report) -> None:
        """End a worker that is no more of use; the next file gets a new one."""
        self._keep(worker, report)
        self._workers.remove(worker)
        worker.end()

    def _keep(self, worker: _Worker, report: Report) -> None:
        """Keep what became of a file, unless another piece of it has failed before."""
        worker.busy = False
        number = worker.task.number
        started = self._begun.pop(number, None)
        if started is not None:
            seconds = time.monotonic() - started
            self._results[number] = Outcome(worker.task.file, report, seconds)
        if self._pieces.pop(number, None) is not None:
            self._waiting = deque(task for task in self._waiting if task.number != number)
