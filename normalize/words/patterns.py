"""Compiled patterns, kept between runs as Python keeps compiled modules.

The normalizer has some six hundred patterns, many made of the code books' lists. Compiling them
takes a second, more than reading a short report does, and every worker would do it anew. `regex`
says of its patterns that they can be pickled, compiled as they are; a file of them stands in the
same ``__pycache__`` as this module, under the same rules as Python's own: it is written where
Python may write there, is of one version of Python and `regex`, and may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import pickle
import sys
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import cast

import regex

# Old versions of patterns are not looked for one by one: from so many on, all are made again.
_MOST = 5_000
_Known = dict[tuple[str, int], bytes]

_made: _Known = {}


def compiled(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """What `regex.compile` gives; not made again where an earlier run made it.

    For patterns of the code and its books, which are few, not for those made of a report's words.

    Raises:
        regex.error: it is no pattern.
    """
    asked = pattern, int(flags)
    ready = _known().get(asked)
    if ready is not None:
        return cast("regex.Pattern[str]", pickle.loads(ready))
    made = regex.compile(pattern, flags)
    _made[asked] = pickle.dumps(made)
    return made


def keep() -> None:
    """Write down what was compiled and not found; where that is not possible, nothing happens."""
    if not _made or sys.dont_write_bytecode:
        return
    known = _known()
    if len(known) + len(_made) > _MOST:
        known.clear()
    known.update(_made)
    _made.clear()
    with contextlib.suppress(OSError):
        _write(_file(), marshal.dumps((regex.__version__, known)))


@cache
def _known() -> _Known:
    """What earlier runs compiled with the same `regex`; nothing where that cannot be read."""
    try:
        version, known = marshal.loads(_file().read_bytes())
        if version == regex.__version__:
            return cast("_Known", known)
    except (OSError, EOFError, ValueError, TypeError):
        pass
    return {}


def _file() -> Path:
    """Beside this module's compiled form, wherever Python has that."""
    return Path(cache_from_source(__file__)).with_suffix(".patterns")


def _write(file: Path, data: bytes) -> None:
    """Put a whole file in the place of another; nobody ever reads half of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(f".{os.getpid()}")
    try:
        part.write_bytes(data)
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
        raise
