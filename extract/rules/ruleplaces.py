"""The rules of a page by their place: many headers ask for those near one height or below it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from extract.content import Segment
from extract.rules.chains import SLACK


class UprightRules:
    """Upright rules, of which those that begin or end at a height are found without the others."""

    def __init__(self, segments: Iterable[Segment]) -> None:
        self._all = [s for s in segments if not s.horizontal]
        self._starts = sorted((s.start, s.at) for s in self._all)
        self._ends = sorted((s.end, s.at) for s in self._all)

    def drawn(self, xs: Sequence[float], height: float, *, below: bool = False) -> bool:
        """Whether the rules between all columns end at a height, or begin there (``below``)."""
        known = self._starts if below else self._ends
        first = bisect_left(known, (height - 2 * SLACK,))
        last = bisect_right(known, (height + 2 * SLACK,), first)
        ends = [at for end, at in known[first:last] if abs(end - height) < SLACK]
        return all(any(abs(x - at) < SLACK for at in ends) for x in xs[1:-1])

    def part(self, xs: Sequence[float], top: float, bottom: float) -> bool:
        """Whether a row has upright rules of its own."""
        left, right, high, low = xs[0] + SLACK, xs[-1] - SLACK, top + SLACK, bottom - SLACK
        return any(left < s.at < right and s.start < low and s.end > high for s in self._all)


class CrossRules:
    """Cross rules from the top."""

    def __init__(self, segments: Iterable[Segment]) -> None:
        self._all = sorted((s for s in segments if s.horizontal), key=attrgetter("at"))
        self._heights = [s.at for s in self._all]

    def below(self, xs: Sequence[float], height: float) -> Iterator[Segment]:
        """Those below a height that stand above each other with some columns, not beside them."""
        first = bisect_right(self._heights, height + SLACK)
        left, right = xs[0] + SLACK, xs[-1] - SLACK
        return (s for s in self._all[first:] if s.start < right and s.end > left)
