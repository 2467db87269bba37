"""Ids follow from the paths, whatever came first, even where two hashes meet."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from load import ids
from load.build import refresh
from tests.load.reports import FULL, PLAN, incoming
from tests.load.test_refresh import dump

FILES = {path: FULL if path in "bd" else PLAN for path in "abcd"}


def test_ids_of_facts_begin_with_that_of_the_document(db: Path) -> None:
    with closing(sqlite3.connect(db)) as connection:
        (document_id,) = connection.execute(
            "SELECT document_id FROM document WHERE path = '2567/full.pdf'"
        ).fetchone()
        scores = connection.execute("SELECT score_id FROM score ORDER BY score_id").fetchall()
    assert document_id == ids.slot("2567/full.pdf")
    assert [row[0] for row in scores] == [document_id * 100_000 + n for n in range(1, 10)]


@given(st.text())
def test_a_slot_makes_ids_every_program_can_hold(path: str) -> None:
    assert 1 <= ids.slot(path) <= ids.SLOTS
    assert (ids.slot(path) + 5000) * 100_000 < 2**53


@given(st.sets(st.text(max_size=3)), st.randoms())
def test_settled_ids_do_not_depend_on_the_order(paths: set[str], random: object) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ids, "SLOTS", max(3, len(paths)))
        patch.setattr(ids, "slot", lambda path: len(path) % 3 + 1)
        settled = ids.settled_ids(sorted(paths, key=lambda path: path[::-1]))
        assert settled == ids.settled_ids(paths)
    assert len(set(settled.values())) == len(paths)


def test_the_search_goes_on_from_the_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ids, "slot", lambda _: ids.SLOTS)
    assert ids.settled_ids("cab") == {"a": ids.SLOTS, "b": 1, "c": 2}


@pytest.mark.parametrize(
    "steps", [["abcd"], ["dcba"], ["d", "c", "ba"], ["cd", "ab"], ["d", "xa", "bc"]]
)
def test_documents_whose_hashes_meet_end_at_the_same_ids(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: list[str]
) -> None:
    monkeypatch.setattr(ids, "slot", lambda path: 7 if path in "abx" else 8)
    refresh(tmp_path / "one.db", [incoming(path, FILES[path]) for path in "abcd"])
    two = tmp_path / "two.db"
    for paths in steps:
        refresh(two, [incoming(path, FILES.get(path, FULL)) for path in paths])
    refresh(two, [], remove=["x"])
    assert dump(two) == dump(tmp_path / "one.db")
    with closing(sqlite3.connect(two)) as connection:
        rows = connection.execute("SELECT path, document_id FROM document ORDER BY path").fetchall()
    assert rows == [("a", 7), ("b", 8), ("c", 9), ("d", 10)]


def test_a_place_that_becomes_free_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ids, "slot", lambda _: 7)
    refresh(tmp_path / "one.db", [incoming("b", FULL)])
    refresh(tmp_path / "two.db", [incoming("a", PLAN), incoming("b", FULL)])
    refresh(tmp_path / "two.db", [], remove=["a"])
    assert dump(tmp_path / "two.db") == dump(tmp_path / "one.db")
