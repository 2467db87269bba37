"""What is published: every view, described, each column of the kind its values are of."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from load import schema
from publish.errors import PublishError
from publish.export.xlsx import ABOUT, DICTIONARY
from publish.reader import asking
from publish.tables import COMPUTED_INTEGERS, COMPUTED_NUMBERS, published, rows
from tests.publish.city import FILES

PYTHON = {"text": str, "integer": int, "number": float, "date": str}


def test_every_view_is_published(city: Path) -> None:
    with asking(city) as connection:
        names = [table.name for table in published(connection)]
    assert set(schema.views()) <= set(names)
    assert len(names) == len(set(names))
    assert names[0] == "v_score_current"


def test_values_are_of_the_kind_of_their_column(city: Path) -> None:
    stated: set[str] = set()
    with asking(city) as connection:
        for table in published(connection):
            for row in rows(connection, table):
                for column, value in zip(table.columns, row, strict=True):
                    where = f"{table.name}.{column.name}"
                    if value is None:
                        continue
                    assert isinstance(value, PYTHON[column.kind]), where
                    stated.add(where)
                    if column.kind == "date":
                        date.fromisoformat(str(value))
    assert {f"v_document.{name}" for name in ("pages", "period_start")} <= stated
    computed = COMPUTED_INTEGERS | COMPUTED_NUMBERS
    assert all(any(where.endswith(f".{name}") for where in stated) for name in computed)


def test_keys_are_keys(city: Path) -> None:
    with asking(city) as connection:
        for table in published(connection):
            places = [[column.name for column in table.columns].index(name) for name in table.key]
            keys = [tuple(row[place] for place in places) for row in rows(connection, table)]
            assert table.key, table.name
            assert len(keys) == len(set(keys)), table.name
            assert keys or table.name == "v_unknown"
            assert not any(None in key for key in keys), table.name
    assert FILES


def test_headings_can_be_names_of_sheets(city: Path) -> None:
    with asking(city) as connection:
        tables = published(connection)
    headings = [ABOUT, DICTIONARY, *(table.heading_th for table in tables)]
    assert len(headings) == len(set(headings))
    for heading in headings:
        assert len(heading) <= 31
        assert not re.search(r"[\[\]:*?/\\]|^'|'$", heading)
    for table in tables:
        names = [column.heading_th for column in table.columns]
        assert len(names) == len(set(names)), table.name


def test_a_view_nobody_described_is_refused(city: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publish.tables._TABLES", ("agency", "sqlite_schema"))
    with asking(city) as connection, pytest.raises(PublishError, match="sqlite_schema"):
        published(connection)
