"""A cell that names several indicators one below the other, where nothing parts their rows."""

from __future__ import annotations

from normalize.names.sections import Heading, read_heading
from normalize.words.patterns import compiled

_NUMBERED = compiled(r"\s*(?:ตัวชี้วัด\s*(?:ที่)?\s*|ด้าน\s*ที่\s*)?(?:10|[1-9])\s*[.):]?\s*[\u0e01-\u0e44]")


def headings_in(text: str) -> list[tuple[Heading, str]]:
    """The indicators that lines name by number and name, each with what is said of it.

    ``text``: cleaned. Empty where the first line names none, or where number and name disagree.
    """
    found: list[tuple[Heading, str]] = []
    for line in text.split("\n"):
        heading = read_heading(line) if _NUMBERED.match(line) else None
        if heading is not None and heading.conflict:
            return []
        last = found[-1][0].indicator if found else None
        if heading is not None and heading.indicator not in (None, last):
            found.append((heading, line))
        elif not found:
            return []
        else:
            found[-1] = (found[-1][0], f"{found[-1][1]}\n{line}")
    return found


__all__ = ["headings_in"]
