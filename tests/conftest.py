"""What tests of several folders share: reports read once per session, how hypothesis tries.

Where the reports lie is said in ``tests/reports.py``; what they must say, in the tests.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from extract.model import Document
from extract.read import read_document
from normalize.model import Report
from normalize.report import read_report
from quality.check import check_report

Read = Callable[[Path], Report]
Extract = Callable[[Path], Document]

# The suite tries the same examples every time, so that a red run means a changed program; a search
# for new ones is `pytest --hypothesis-profile explore`.
settings.register_profile(
    "suite",
    max_examples=50,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("explore", max_examples=2000, deadline=None)
settings.load_profile("suite")


@pytest.fixture(scope="session")
def extract() -> Extract:
    """A PDF as the extractors see it; each file is read once, however many tests look at it."""
    return cache(read_document)


@pytest.fixture(scope="session")
def read(extract: Extract) -> Read:
    """A PDF as the report it becomes, checks included; each file is read once."""
    return cache(lambda path: check_report(read_report(extract(path))))
