"""The codes of items as they stand in tables: alone, in a list, or before the words of an item.

Texts are without spaces here.
"""

from __future__ import annotations

import re

_CODE = r"(?:ข้อ(?:ที่)?)?[A-Za-z]{1,3}[.\-]?\d{1,2}"
# A code may have its score behind it: "I5 (84.27)".
_SCORE = r"(?:[(\[=:]\d{1,3}\.\d{1,2}(?:คะแนน)?[)\]]?)?"
_CODES = re.compile(rf"^\(?{_CODE}{_SCORE}(?:(?:,|และ|/|\-|\u2013){_CODE}{_SCORE})*[),]?$")
# Words behind a code begin with a Thai letter, or with brackets.
_AHEAD = re.compile(rf"^\(?{_CODE}(?!\d)[).:]*(?=[\u0e01-\u0e44(]|$)")


def is_code(text: str) -> bool:
    """Whether a text is a code, or several, and nothing else but their scores."""
    return _CODES.match(text) is not None


def begins_with_code(text: str) -> bool:
    """Whether a line begins with a code, as the words of an item may: ``ข้อ I8 มีการใช้``."""
    return _AHEAD.match(text) is not None


__all__ = ["begins_with_code", "is_code"]
