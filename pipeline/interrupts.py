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
    """Hears Ctrl-C while it is entered; only where Python itself would have heard it.

    That is in the main thread, and not where whoever began the program wants it ignored (``nohup``,
    jobs in the background of a script) or hears it with a handler of their own.
    """

    def __init__(self) -> None:
        self._heard = False
        self._hearing = False

    def __enter__(self) -> Interrupts:
        main = threading.current_thread() is threading.main_thread()
        if main and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._hear)
            self._hearing = True
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        if self._hearing:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            self._hearing = False

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
