"""Which one misread digit explains the sums that fail.

Every change of one digit of one score is tried and every sum it touches run again. A change
explains a failed sum when the sum holds after it and no sum that held before fails: all failing and
all holding checks at once decide, not each by itself. The scores that remain are all that the
arithmetic cannot tell apart; what else the report prints of them narrows the set further. No value
is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from normalize.model import Score
from quality.arithmetic import Ran, Sum, run_sums

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Suspect:
    """A score and the values, one digit away, with which the sums would hold.

    ``printed``: the report itself prints one of them for this score elsewhere; ``alike``: it prints
    the score more than once and always the same, so a misread digit is less likely.
    """

    code: str
    score: Decimal
    fits: tuple[Decimal, ...]
    printed: bool = False
    alike: bool = False


@dataclass(frozen=True, slots=True)
class _Change:
    code: str
    value: Decimal
    mends: frozenset[Key]
    leaves: int  # failing sums it does not mend


def one_digit_changes(score: Decimal) -> Iterator[Decimal]:
    """Every score from 0 to 100 that differs in exactly one digit of the form ``ddd.dd``."""
    text = f"{score:06.2f}"
    for at, was in enumerate(text):
        for digit in "0123456789" if was != "." else "":
            changed = Decimal(text[:at] + digit + text[at + 1 :])
            if digit != was and changed <= 100:
                yield changed


def suspects(
    totals: Sequence[Sum], scores: Mapping[str, Score], ran: Sequence[Ran]
) -> dict[Key, list[Suspect]]:
    """For each failed sum (name and code) the scores of which one digit explains it.

    Where several failing sums have one explanation in common, only what explains most of them is
    given. An empty list: no one digit explains it without breaking a sum that holds.
    """
    failed = {_key(r.total) for r in ran if not r.holds}
    changes = list(_changes(totals, scores, failed)) if failed else []
    found: dict[Key, list[Suspect]] = {}
    for key in failed:
        mending = [c for c in changes if key in c.mends]
        least = min((c.leaves for c in mending), default=0)
        fits: dict[str, list[Decimal]] = {}
        for change in mending:
            if change.leaves == least:
                fits.setdefault(change.code, []).append(change.value)
        members = [_suspect(scores[code], values) for code, values in fits.items()]
        found[key] = [member for member in members if member.printed] or members
    return found


def _key(total: Sum) -> Key:
    return total.name, total.code


def _changes(
    totals: Sequence[Sum], scores: Mapping[str, Score], failed: set[Key]
) -> Iterator[_Change]:
    """Changes of one digit that mend a failing sum and break none."""
    values = {code: score.score for code, score in scores.items()}
    for code, score in scores.items():
        touched = _touched(totals, values, code)
        mendable = failed & {_key(t) for t in touched}
        if not mendable:
            continue
        for value in one_digit_changes(score.score):
            again = run_sums(touched, {**values, code: value})
            fails = {_key(r.total) for r in again if not r.holds}
            if fails < mendable:
                mends = frozenset(mendable - fails)
                yield _Change(code, value, mends, len(failed) - len(mends))


def _touched(totals: Sequence[Sum], values: Mapping[str, Decimal], code: str) -> list[Sum]:
    """The sums that a score takes part in, itself or through a whole that is not printed.

    With such a whole come the sums that compute it, so that they can be run by themselves.
    """
    through = {code}
    for total in totals:
        if total.code not in values and any(part in through for part, _ in total.parts):
            through.add(total.code)
    return [
        total
        for total in totals
        if total.code not in values
        or total.code == code
        or any(part in through for part, _ in total.parts)
    ]


def _suspect(score: Score, fits: Sequence[Decimal]) -> Suspect:
    values = {mention.score for mention in score.mentions}
    printed = tuple(value for value in fits if value in values)
    alike = len(score.mentions) > 1 and len(values) == 1
    return Suspect(score.code, score.score, printed or tuple(fits), bool(printed), alike)
