"""Fills the places held open in a content file: ``{score I1}``, ``{title 9.1}``, ``{diff 1}`` …

A row template is filled once per code and may leave the code out: ``{code}``, ``{score 2566}``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from tests.samples.codebook import agency, book
from tests.samples.content import Content
from tests.samples.numerals import difference, spell

_PLACE = re.compile(
    r"\{(?P<what>[a-z]+)"
    r"(?: (?P<code>[IEO][0-9]+|IIT|EIT|OIT|ITA|[0-9]{1,2}(?:\.[0-9])?))?"
    r"(?: (?P<year>25[0-9]{2}))?\}"
)


@dataclass(frozen=True, slots=True)
class Wording:
    """Spells the facts of one report the way that report prints them."""

    content: Content

    def fill(self, text: str, code: str = "", position: int = 0) -> str:
        """The text with every place filled; ``position`` counts the rows of a row template."""

        def replace(found: re.Match[str]) -> str:
            year = int(found["year"]) if found["year"] else self.content.year
            return self.value(found["what"], found["code"] or code, year, position)

        return _PLACE.sub(replace, text)

    def value(self, what: str, code: str, year: int, position: int = 0) -> str:
        """One filled place, in the digits of the report."""
        if what == "agency":
            return agency(self.content.raw["agency_code"])
        if what == "code":
            return self.code(code)
        if what == "no":
            return self._spell(code.lstrip("IEO"))
        if what == "count":
            return self._spell(str(position))
        if what == "title":
            return self._title(code, year)
        if what == "score":
            return self._spell(f"{self.score(code, year):.2f}")
        if what == "diff":
            earlier, later = sorted(self.content.scores)[-2:]
            change = difference(self.score(code, earlier), self.score(code, later))
            return self._spell(change)
        raise ValueError(f"{self.content.name}: unknown place {{{what}}}")

    def score(self, code: str, year: int) -> Decimal:
        """The score of a code, which the content must hold."""
        try:
            return self.content.scores[year][code]
        except KeyError:
            raise ValueError(f"{self.content.name}: no score {code} of {year}") from None

    def code(self, code: str) -> str:
        """An item's code in the style of the report (``I๑``, ``I 1.``, or as misspelt there)."""
        raw = self.content.raw
        if code in raw.get("code_print", {}):
            return str(raw["code_print"][code])
        letter, number = (code[0], code[1:]) if code[0].isalpha() else ("", code)
        style = str(raw.get("code_style", "{letter}{number}"))
        return style.format(letter=letter, number=self._spell(number))

    def numbered(self, number: int, mark: str) -> str:
        """The mark before a statement of a list."""
        if mark == "dash":
            return "- "
        if not mark:
            return ""
        return self._spell(str(number)) + {"number": ". ", "paren": ") "}[mark]

    def _title(self, code: str, year: int) -> str:
        titles = self.content.raw.get("titles", {})
        return self._spell(titles.get(code) or book(year)[code].title)

    def _spell(self, text: str) -> str:
        return spell(text, self.content.digits)
