"""Loads that share: a disk with too little room, the database with other loads, with readers."""

from __future__ import annotations

import resource
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing

from tests.crash.scene import Scene, finished

Outcome = dict[str, object]


def disk_full(scene: Scene) -> Iterator[Outcome]:
    """Loads that may write files of a certain size and no larger."""
    size = scene.db.stat().st_size
    # Below twenty thousand bytes not even what the load has to say would fit into its file.
    for room in (20_000, 50_000, size // 4, size // 2, size - 4096, size + 4096):
        scene.restore()
        code = scene.load(_room(room))
        said = scene.said().splitlines()[-1]
        yield {"code": code, "left": scene.state(), "files": scene.files(), "said": said}


def _room(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def at_once(scene: Scene, rounds: int = 5, loads: int = 4) -> Iterator[Outcome]:
    """Several loads of one database begun at the same moment."""
    for _ in range(rounds):
        scene.restore()
        children = [scene.start() for _ in range(loads)]
        codes = sorted(finished(child) for child in children)
        yield {"codes": codes, "left": scene.state(), "files": scene.files()}


def read_meanwhile(scene: Scene, rounds: int = 3) -> Iterator[Outcome]:
    """What readers see during a load, opening the database again and again."""
    for _ in range(rounds):
        scene.restore()
        seen = []
        child = scene.start(_slowly)
        before = scene.db.stat().st_ino
        while scene.db.stat().st_ino == before:
            seen.append(scene.state())
        seen.append(scene.state())
        yield {"code": finished(child), "seen": sorted(set(seen)), "times": len(seen)}


def _slowly() -> None:
    time.sleep(0.2)


def held_open(scene: Scene) -> Iterator[Outcome]:
    """A program that is in the middle of reading all along."""
    scene.restore()
    query = "SELECT count(*), total(score) FROM v_score"
    with closing(sqlite3.connect(scene.db, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        before = reader.execute(query).fetchone()
        code = scene.load()
        after = reader.execute(query).fetchone()
        check = reader.execute("PRAGMA integrity_check").fetchone()
    same = before == after and check == ("ok",)
    yield {"code": code, "same": same, "left": scene.state(), "files": scene.files()}


def being_changed(scene: Scene) -> Iterator[Outcome]:
    """A program that is in the middle of writing when a load wants to end."""
    scene.restore()
    with closing(sqlite3.connect(scene.db, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE document SET title = 'a draft'")
        code = scene.load(_impatient)
        other.execute("ROLLBACK")
    yield {"code": code, "left": scene.state(), "files": scene.files(), "said": scene.said()}
    yield {"code": scene.load(), "left": scene.state(), "files": scene.files(), "said": ""}


def _impatient() -> None:
    from load import database

    database.PATIENCE = 0.2
