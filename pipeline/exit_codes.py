"""What the exit code of `ita` tells a script. Only the codes and their meanings belong here.

Every command ends with one of them, given to ``ctx.exit`` (a number a command returns is ignored by
click). ``docs/cli.md`` lists them for users, and a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes; ``meaning`` is the sentence the help prints."""

    meaning: str

    def __new__(cls, code: int, meaning: str) -> ExitCode:
        """Keep the sentence beside the number, so that the help cannot forget one."""
        member = int.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member

    DONE = 0, "all reports are loaded"
    SOME_FAILED = 1, "some reports failed; every other report is loaded"
    USAGE = 2, "the command was not understood, or a folder does not exist"
    NO_REPORTS = 3, "nothing to do: no report was found"
    DATABASE = 4, "the database could not be read or written, or another load is at work on it"
    STOPPED = 130, "stopped by Ctrl-C; the database is as it was before"


def help_text(meanings: Mapping[ExitCode, str] | None = None) -> str:
    """The codes as they stand at the end of a command's help.

    Args:
        meanings: the codes the command ends with, where they mean something else than for `load`.
    """
    meanings = meanings or {code: code.meaning for code in ExitCode}
    lines = (f"  {code.value:<4} {meaning}" for code, meaning in meanings.items())
    return "\n".join(("\b", "Exit codes:", *lines))
