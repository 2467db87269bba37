"""A database of the made-up city, made once; nobody writes to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from load.build import refresh
from tests.publish.city import FILES


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the made-up city; only for reading."""
    db = tmp_path_factory.mktemp("city") / "ita.db"
    refresh(db, FILES, program_version="1.2.3")
    return db
