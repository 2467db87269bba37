"""Numbers as a report prints them: Thai or Arabic digits, item codes, signed differences."""

from __future__ import annotations

from decimal import Decimal

_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def spell(text: str, digits: str) -> str:
    """Write the ASCII digits of a text in the script of the report."""
    return text.translate(_THAI) if digits == "thai" else text


def difference(earlier: Decimal, later: Decimal) -> str:
    """The change between two years with its sign, as the reports print it."""
    change = later - earlier
    sign = "+" if change > 0 else "-" if change < 0 else ""
    return f"{sign}{abs(change):.2f}"


def expand(codes: str) -> tuple[str, ...]:
    """``O1..O22`` as its codes; anything else is a list of codes parted by spaces."""
    found: list[str] = []
    for part in codes.split():
        first, dots, last = part.partition("..")
        if not dots:
            found.append(part)
            continue
        letter = first[0]
        found += [f"{letter}{n}" for n in range(int(first[1:]), int(last[1:]) + 1)]
    return tuple(found)
