"""Kills loads: at random moments, and before everything a load asks of the database's folder."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

from tests.crash.scene import Scene, kill


def at_random_moments(scene: Scene, runs: int) -> Iterator[dict[str, object]]:
    """Loads killed anywhere between their beginning and a little after their end.

    How long a load takes is what the last whole one took: other work on the machine comes and goes.
    """
    scene.restore()
    started = time.monotonic()
    scene.load()
    usual = time.monotonic() - started
    moments = random.Random(2566)
    for _ in range(runs):
        scene.restore()
        child = scene.start()
        time.sleep(moments.uniform(0, usual * 1.05))
        outcome = _outcome(scene, kill(child))
        if outcome["left"] == "old":
            usual = cast("float", outcome["next took"])
        yield outcome


def at_every_step(scene: Scene) -> Iterator[dict[str, object]]:
    """Loads that kill themselves before the first, second, third … use of the folder."""
    scene.restore()
    counter = _Steps(scene.out)
    scene.load(counter.count_into(scene.folder / "steps"))
    steps = int((scene.folder / "steps").read_text())
    for number in range(1, steps + 1):
        scene.restore()
        yield _outcome(scene, scene.load(_Steps(scene.out).die_at(number))) | {"step": number}


def _outcome(scene: Scene, code: int) -> dict[str, object]:
    """What the killed load left, and what the next one made of it."""
    left, started = scene.state(), time.monotonic()
    completed = scene.load()
    return {
        "killed": code == -signal.SIGKILL,
        "left": left,
        "next code": completed,
        "next took": time.monotonic() - started,
        "next": scene.state(),
        "files": scene.files(),
    }


class _Steps:
    """Everything a process asks of a folder, as an audit hook sees it, and every ``fsync``."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._count = 0
        self._last = 0

    def die_at(self, number: int) -> Callable[[], None]:
        self._last = number
        return self._watch

    def count_into(self, file: Path) -> Callable[[], None]:
        def watch() -> None:
            self._watch()
            exit_at_once = os._exit

            def tell(code: int) -> None:
                file.write_text(str(self._count))
                exit_at_once(code)

            os._exit = tell  # type: ignore[assignment]

        return watch

    def _watch(self) -> None:
        sys.addaudithook(self._hook)
        really = os.fsync

        def fsync(descriptor: int) -> None:
            self._step()
            really(descriptor)
            self._step()

        os.fsync = fsync  # type: ignore[assignment]

    def _hook(self, event: str, arguments: tuple[object, ...]) -> None:
        if any(self._folder in str(one) for one in arguments):
            self._step()

    def _step(self) -> None:
        self._count += 1
        if self._count == self._last:
            os.kill(os.getpid(), signal.SIGKILL)
