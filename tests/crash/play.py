"""Plays one way of disturbing loads: ``python -m tests.crash.play WAY FOLDER [RUNS]``.

Prints a line of JSON for each load. A process of its own, because its children are forked, which a
process with threads, as the tests' may be, should not do.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.crash import killing, sharing
from tests.crash.scene import Scene

WAYS: Mapping[str, Callable[..., Iterator[dict[str, object]]]] = {
    "random": killing.at_random_moments,
    "steps": killing.at_every_step,
    "disk": sharing.disk_full,
    "at-once": sharing.at_once,
    "readers": sharing.read_meanwhile,
    "held-open": sharing.held_open,
    "being-changed": sharing.being_changed,
}


def main(way: str, folder: str, *runs: str) -> None:
    """The command line."""
    for outcome in WAYS[way](Scene(Path(folder)), *map(int, runs)):
        print(json.dumps(outcome), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
