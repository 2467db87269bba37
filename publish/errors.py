"""What can go wrong between a database and what is shown of it; nothing else is raised here."""

from __future__ import annotations


class PublishError(Exception):
    """Something could not be shown; the message says what, where and what to do."""


class QuestionError(PublishError):
    """A question was not understood: an unknown name or parameter, or SQL that does not fit."""
