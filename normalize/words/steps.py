"""The statements of a cell: numbered or bulleted lists taken apart, marks left out."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from normalize.words.patterns import compiled

# Bullets that are nothing else; a dash, an asterisk or a ring only begins a line. Word's bullets
# come out of its symbol fonts as private characters.
_BULLET = (
    "\u2022\u25cf\u25aa\u25e6\u2023\u2219\u25a0\u25a1\u25c6\u2756"
    "\u27a2\u27a4\u25ba\u25b6\u2713\u2714\u2610\u2611\u2612\uf020-\uf0ff"
)
_CLOSED = r"(?:\.\)|[.)])"
_HEAD = compiled(
    rf"\s*(?:(?P<item>ข้อ\s*(?:ที่\s*)?)?\(?(?P<number>[0-9]{{1,2}})(?:\.[0-9]{{1,2}})*{_CLOSED}(?![0-9])"
    rf"|[1-9][0-9]?(?:\.[1-9][0-9]?){{1,3}}(?=\s+\D)"
    rf"|(?P<dash>[-\u2013])|[*\u00b7{_BULLET}]|\u25cb(?=\s))\s*"
)
_INLINE = compiled(rf"(?<=\s)\(?([0-9]{{1,2}}){_CLOSED}\s+(?=\D)")
_INLINE_BULLET = compiled(rf"(?<=\S)\s+[{_BULLET}]\s*(?=\S)")
# One number alone counts nothing on.
_SEVERAL = 2
# Numbers of laws and of other things' parts are none of the list.
_REFERRED = compiled(r"(?:มาตรา|ข้อ|วรรค|หมวด|ส่วน|(?:ครั้ง|ข้อ|ฉบับ|ลำดับ)ที่)\s*\(?$")


def split_steps(text: str | None) -> list[str]:
    """The numbered or bulleted statements of a cell, without their marks.

    Text before the first mark is a statement of its own; a cell without marks is one statement. A
    mark counts at the start of a line; inside a line only where the numbers run on.
    """
    steps = [
        part
        for number, statement in _lines(_with_points(text or ""))
        for bulleted in _INLINE_BULLET.split(statement)
        for part in _inline(bulleted, number)
    ]
    return [step.strip() for step in steps if step.strip()]


# A number before a word at the start of a line, and words of which it is how many.
_BARE = compiled(r"^([0-9]{1,2})[ \t]+(?=[\u0e01-\u0e2e\u0e40-\u0e44])", regex.M)
_COUNTED = compiled(
    r"(?:ครั้ง|คน|ราย|ปี|เดือน|วัน|สัปดาห์|ไตรมาส|ชั่วโมง|ฉบับ|เล่ม|เรื่อง|รอบ|รุ่น|จุด|แห่ง|ชุด|แผ่น|ป้าย|ฝ่าย|ข้อ|ช่อง)"
)


def _with_points(text: str) -> str:
    """A list that only has numbers before its statements (``1 ติดตั้ง``), with points behind them.

    They count from the first line on, and no statement begins in another way.
    """
    marks = [m for m in _BARE.finditer(text) if not _COUNTED.match(text, m.end())]
    numbers = [int(m[1]) for m in marks]
    if len(marks) < _SEVERAL or marks[0].start() or numbers != [*range(1, len(marks) + 1)]:
        return text
    starts = {m.start() for m in marks}
    return _BARE.sub(lambda m: f"{m[1]}. " if m.start() in starts else m[0], text)


def _lines(text: str) -> list[tuple[int, str]]:
    """Statements by the marks at the start of lines, with their numbers (0 where there is none)."""
    steps: list[tuple[int, str]] = []
    before, items = "", 0
    for line in text.split("\n"):
        head = _HEAD.match(line)
        if head and (_goes_on(head, before, line) or _names_item(head, items)):
            head = None
        if head or not steps:
            number = int(head.group("number") or 0) if head else 0
            items = number if head and head.group("item") else items
            steps.append((number, line[head.end() :] if head else line))
        else:
            steps[-1] = (steps[-1][0], f"{steps[-1][1]}\n{line}")
        before = line
    return steps


_ENDED = compiled(r"[0-9]\s*(?:น\.)?\s*$")
_OTHER = compiled(r"[0-9]{1,2}[.:][0-9]{2}(?![0-9.])|[0-9]+\s*$")


def _goes_on(head: regex.Match[str], before: str, line: str) -> bool:
    """Whether a dash stands between two numbers: ``09.00`` / ``- 12.00 น.`` is a span."""
    if not head.group("dash"):
        return False
    return bool(_ENDED.search(before) and _OTHER.match(line[head.end() :]))


def _names_item(head: regex.Match[str], items: int) -> bool:
    """Whether ``ข้อ 3.`` names something elsewhere: it does not follow ``ข้อ 2.``."""
    return bool(head.group("item")) and int(head.group("number")) != items + 1


def _inline(step: str, number: int) -> list[str]:
    """Split where ``2.``, ``3.`` … run on inside one line (text that lost its line ends).

    A statement without a number begins a list only where two numbers at least follow each other.
    """
    cuts: list[tuple[int, int]] = []
    want = number + 1 if number else 0
    for at, end, value in _marks(step):
        if value == want or (not want and value in (1, 2)):
            cuts.append((at, end))
            want = value + 1
    if not cuts or (not number and len(cuts) < 2):
        return [step]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(at for at, _ in cuts), len(step)]
    return [step[start:end] for start, end in zip(starts, ends, strict=True)]


def _marks(step: str) -> Iterator[tuple[int, int, int]]:
    """Numbers with a closing mark inside a statement: where they begin and end, and their value."""
    for match in _INLINE.finditer(step):
        if not _REFERRED.search(step[: match.start()]):
            yield match.start(), match.end(), int(match.group(1))


_COUNT = compiled(r"^\s*\(?([0-9]{1,2})[.)]", regex.M)


def counts_on(above: str, below: str) -> bool:
    """Whether a list of numbered statements goes on in a second text where the first one stops."""
    numbers = [int(n) for text in (above, below) for n in _COUNT.findall(text)]
    both = _COUNT.match(above) is not None and _COUNT.match(below) is not None
    return both and numbers == [*range(1, len(numbers) + 1)]
