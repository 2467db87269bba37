"""What can go wrong between facts and a database; nothing else of this package is raised."""

from __future__ import annotations


class LoadError(Exception):
    """The database could not be read or replaced; the message says what, where and what to do."""


class OtherSchemaVersion(LoadError):
    """The database was written by a version of this program with other tables."""


class BrokenRule(LoadError):
    """A report breaks a rule of the tables; the message says which."""


class ReportRefused(LoadError):
    """The database does not take a report; ``reason`` says why, without naming the database."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.reason = reason
