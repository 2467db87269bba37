"""Ctrl-C that cannot get lost.

Python raises ``KeyboardInterrupt`` wherever it happens to be; in a callback of a library (a weak
reference, a destructor) the exception is printed and forgotten, and the run would go on. What was
heard is kept here, and whoever waits for long asks.
"""

from __future__ import annotations

import signal
import threading
from types import FrameType, TracebackType


class Interrupts:
    """Hears Ctrl-C while it is entered; works in the main thread, elsewhere it hears nothing."""

    def __init__(self) -> None:
        self._heard = False
        self._before: signal.Handlers | int | object | None = None

    def __enter__(self) -> Interrupts:
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._hear)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)  # type: ignore[arg-type]
            self._before = None

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        self._heard = True
        raise KeyboardInterrupt

    def check(self) -> None:
        """Raise what was heard, however little became of it then.

        Raises:
            KeyboardInterrupt: Ctrl-C was heard.
        """
        if self._heard:
            raise KeyboardInterrupt
