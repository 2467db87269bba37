"""Scores told as a share behind every item of a list: ``I1 ... ร้อยละ 91.20``.

A share behind one item may be of people or of money, told by its question; where all items of a
table end in one and nothing else in it is a score, it is what they were given.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from normalize.names.codes import Entry
from normalize.rows.record import Body
from normalize.words.patterns import compiled
from normalize.words.values import FoundScore, as_score

_SHARE = compiled(r"(?<!ผู้ตอบ)\s*(?:คิดเป็น)?ร้อยละ\s*((?:100|[0-9]{1,2})(?:\.[0-9]{1,2})?)\s*$")
_LETTERED = compiled(r"[IEO]")
_LEAST = 3


def score_shares(body: Body) -> None:
    """Give the items of a table their shares as scores, where all of them have one."""
    rows = [r for r in body.records if r.heading is None and r.item_cell is not None]
    entries = [e for r in rows for e in r.entries]
    if len(entries) < _LEAST or body.columns.where("score", "distribution", "count"):
        return
    shared = [_with_share(e) for e in entries]
    if not all(e.scores and _LETTERED.match(e.token) and e.last is None for e in shared):
        return
    given = {id(e): s for e, s in zip(entries, shared, strict=True)}
    for record in rows:
        record.entries = [given[id(e)] for e in record.entries]


_BRACKETED = compiled(r"[(\[]\s*(100|[0-9]{1,2})(?:\.[0-9])?\s*[)\]]\s*$")
_DECIMALS = compiled(r"[(\[]\s*(?:100|[0-9]{1,2})\.[0-9]{2}\s*(?:คะแนน|%)?\s*[)\]]\s*$")
# So many items with decimals in brackets say that whole numbers there are scores as well; a lower
# one than this may count something.
_MEANT, _LOWEST = 2, 10


def score_brackets(body: Body) -> None:
    """Give items the whole numbers in brackets behind them, where others have scores there."""
    if body.columns.where("score"):
        return
    entries = {id(e): e for r in body.records for e in r.entries}
    meant = sum(bool(e.scores) and _DECIMALS.search(e.text) is not None for e in entries.values())
    if meant < _MEANT:
        return
    given = {key: _with_bracket(e) for key, e in entries.items()}
    for record in body.records:
        record.entries = [given[id(e)] for e in record.entries]


def _with_bracket(entry: Entry) -> Entry:
    match = _BRACKETED.search(entry.text)
    lone = match is not None and not entry.scores and entry.last is None
    if match is None or not lone or not _LETTERED.match(entry.token):
        return entry
    value = as_score(match.group().strip(" ()[]\n"))
    if value is None or 0 < value < _LOWEST:
        return entry
    question = _BRACKETED.sub("", entry.question).strip()
    return replace(
        entry, question=question, scores=(FoundScore(value, match.start(), match.end()),)
    )


def _with_share(entry: Entry) -> Entry:
    match = _SHARE.search(entry.text)
    value = as_score(match[1]) if match is not None else None
    if entry.scores or match is None or value is None:
        return entry
    question = regex.sub(r"\s*(?:คิดเป็น)?ร้อยละ[\s0-9.]*$", "", entry.question)
    scores = (FoundScore(value, match.start(), match.end()),)
    return replace(entry, question=question, scores=scores)
