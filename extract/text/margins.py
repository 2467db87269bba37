"""Where running heads and page numbers stand, and what a page number looks like."""

from __future__ import annotations

import re

#: A year alone on a line is the rest of a heading, not a page number; pages before the first may be
#: counted by letters (``ก``, ``ข``) or in Roman numerals.
PAGE_NUMBER = re.compile(
    r"^(?!\s*[2๒][5๕][4-9๔-๙][0-9๐-๙]\s*$)[\s\-\u2013(]*(?:หน้า(?:ที่)?|page)?\s*"
    r"(?:[0-9๐-๙]{1,4}(?:\s*(?:/|จาก|of)\s*[0-9๐-๙]{1,4})?|[\u0e01-\u0e2e]|[ivxlc]{1,6})[\s\-\u2013)]*$",
    re.I,
)
#: They stand in these outer shares of a page's height; the margins of a page on its side are as
#: wide as those of others (an inch), up to the larger share.
EDGE = 0.09
_INCH = 72.0
_WIDEST = 0.125


def margin(height: float) -> float:
    """How far from its upper and lower edge a page of this height has its margins, in points."""
    return max(EDGE * height, min(_INCH, _WIDEST * height))
