"""Cuts a content stream into operators and their operands, with one regular expression.

The forms that producers write are known here: numbers, a name, a string or an array of strings
before an operator. Whatever else stands in a stream (comments, inline images, a name with ``#``,
an unknown operator) is not cut but refused, and :mod:`extract.painted.lean` leaves the page to
pdfminer. What the operators do is not known here.
"""

from __future__ import annotations

import re

_NUMBER = rb"[-+]?(?:\d{1,40}+(?:\.\d*+)?|\.\d++)(?!\d)"
# Whether what looks like numbers is some is seen when they are made; most of a page is they.
_NUMBERS = rb"([-+.0-9\s]{0,300}+)"
_REGULAR = rb"[^#/%\[\]()<>{}\s\x00]++(?!#)"
_NAME = rb"/(" + _REGULAR + rb")"
_HEX = rb"<[0-9A-Fa-f\s]*+>"
_LITERAL = rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+\)"
_STRING = rb"(?:" + _HEX + rb"|" + _LITERAL + rb")"
_OTHER = rb"/" + _REGULAR + rb"|\[[^\[\]()<>{}%]*+\]|(?:" + _NUMBER + rb"|true|false)(?=[\s/>])"
_PAIR = rb"\s*+/" + _REGULAR + rb"\s*+(?:" + _STRING + rb"|" + _OTHER + rb")"
_DICTIONARY = rb"<<((?:[^<>()%#]++|" + _STRING + rb")*+)>>"
_END = rb"(?=[\s/\[(<]|\Z)"
_WORD = rb"([A-Za-z][A-Za-z0-9]*+\*?)" + _END
# Operators that need nothing before them follow each other in threes and fours.
_PLAIN = rb"\s++(?:ET|EMC|BT|[qQfFSsnhWBb]\*?)" + _END
_WORDS = rb"([A-Za-z][A-Za-z0-9]*+\*?" + _END + rb"(?:" + _PLAIN + rb")*+)"

# Most of a page is a string after something else; both are cut off at once. What an array is of
# is looked at when it is taken apart.
_ARRAY = rb"\[((?:[-+.0-9\s<>A-Fa-f]++|" + _LITERAL + rb")*+)\]\s*+TJ" + _END
_THEN = rb"(?:\s*+(?:(" + _STRING + rb")\s*+Tj" + _END + rb"|" + _ARRAY + rb"))?+"

# Which alternative matched is told by the number of its last group; the two after it are those of
# the string, or array of strings, that follows.
NUMBERS, PROPERTIES, NAMED = 2, 5, 10
SHOW, ARRAY, NAMED_PROPERTIES = 14, 15, 17

OPERATION = re.compile(
    rb"\s*+(?:"
    + rb"|".join(
        (
            _NUMBERS + _WORDS + _THEN,
            rb"/" + _REGULAR + rb"\s*+" + _DICTIONARY + rb"\s*+BDC" + _END + _THEN,
            _NAME + rb"\s*+" + _NUMBERS + _WORD + _THEN,
            rb"(" + _STRING + rb")\s*+(Tj|')" + _END,
            _ARRAY,
            _NAME + rb"\s*+" + _NAME + rb"\s++BDC" + _END,
            rb"\[(?:\s*+" + _NUMBER + rb")*+\s*+\]\s*+" + _NUMBER + rb"\s++d" + _END,
            rb"\Z",
            rb"(.)",
        )
    )
    + rb")",
    re.DOTALL,
)
"""One operation. No group matches for what paints nothing (a dash pattern) and at the end; a last
group that is none of the above is refused."""

_ELEMENT = re.compile(_STRING + rb"|" + _NUMBER, re.DOTALL)
_WHITE = b" \t\n\r\f\v"
_LIST = re.compile(rb"(?:" + _PAIR + rb")*+\s*+", re.DOTALL)
_PAIRS = re.compile(rb"\s*+" + _NAME + rb"\s*+(?:(" + _STRING + rb")|" + _OTHER + rb")", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_ESCAPED = {b"b": b"\b", b"t": b"\t", b"n": b"\n", b"f": b"\f", b"r": b"\r"}
_ESCAPED |= {sign: sign for sign in (b"(", b")", b"\\")}


class Refused(Exception):
    """Something in a page that is left to pdfminer."""


def elements_of(array: bytes) -> list[bytes]:
    """The strings and numbers in an array of text."""
    found = _ELEMENT.findall(array)
    whole = b"".join(found)
    if len(whole) != len(array) and whole.translate(None, _WHITE) != array.translate(None, _WHITE):
        raise Refused("something else in an array of text")
    return found


def string_of(token: bytes) -> bytes:
    """The bytes that a literal or hexadecimal string stands for."""
    if token.startswith(b"<"):
        try:
            return bytes.fromhex(token[1:-1].decode("ascii"))
        except ValueError:
            raise Refused("a hexadecimal string of odd length") from None
    return _ESCAPE.sub(_escaped, token[1:-1]) if b"\\" in token else token[1:-1]


def _escaped(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    if sign[0] in b"01234567":
        code = int(sign, 8)
        if code > 255:
            raise Refused("an octal number that is no byte")
        return bytes((code,))
    if sign == b"\r":
        raise Refused("a string over a line end")
    # As pdfminer does: what needs no escape is dropped with its backslash.
    return _ESCAPED.get(sign, b"")


def name_of(token: bytes) -> str:
    """A name as text."""
    try:
        return token.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused("a name that is no text") from None


def string_property(properties: bytes, key: bytes) -> bytes | None:
    """The string a property list holds under a key; ``None`` where it holds none."""
    found = None
    if key in properties:
        if not _LIST.fullmatch(properties):
            raise Refused("a property list of more than names with values")
        for name, value in _PAIRS.findall(properties):
            if name == key:
                found = string_of(value) if value else None
    return found
