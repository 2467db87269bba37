"""How much one file may ask for: seconds, memory, pages; and how a process is held to it.

A limit of 0 is none. Pages are counted by the readers and seconds by whoever waits for a worker;
memory is limited by the operating system, in a process that does nothing but read.
"""

from __future__ import annotations

import contextlib
import resource
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What the reading of one file may take.

    Attributes:
        seconds: how long it may last.
        mebibytes: how much memory the process that reads it may hold.
        pages: how many pages it may have.
    """

    seconds: float = 0
    mebibytes: int = 0
    pages: int = 0

    @property
    def need_a_process(self) -> bool:
        """Whether only a process of its own can be held to them."""
        return bool(self.seconds or self.mebibytes)


def restrain(limits: Limits) -> None:
    """Hold this process to the limit of memory, for good, and spare the disk its core dumps.

    Memory that is asked for beyond it is refused, which Python tells as a ``MemoryError``. Linux
    does so since 4.7; macOS only knows limits that its memory does not obey.
    """
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if limits.mebibytes:
        size = limits.mebibytes << 20
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_DATA, (size, size))
