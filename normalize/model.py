"""The facts a report states, typed, each with the place it was read from.

Years are Buddhist Era integers, dates ISO text of the Common Era, scores exact decimals from 0 to
100, codes ASCII capitals (``I1``, ``E15``, ``O30``, ``IIT``, ``ITA``, ``9.1``). A value the report
does not state is ``None``. The names follow the public views of the database.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from extract.model import Doubt, Place


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read: the place on paper and the text as it was before any conversion."""

    place: Place
    raw: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the pipeline was not sure of.

    ``kind`` is a key of ``codebook/finding_kinds.csv``; ``severity`` is ``error`` (a fact may be
    wrong or is missing), ``warning`` (a person should look) or ``info`` (a choice was made).
    """

    severity: str
    kind: str
    message: str
    place: Place | None = None
    page: int | None = None
    raw: str | None = None

    @classmethod
    def at(cls, severity: str, kind: str, message: str, source: Source) -> Finding:
        """A finding about what is printed at one place."""
        return cls(severity, kind, message, source.place, source.place.page, source.raw)


@dataclass(frozen=True, slots=True)
class Mention:
    """One printing of a score."""

    score: Decimal
    source: Source
    where: str  # 'table', 'measures' or 'prose'


@dataclass(frozen=True, slots=True)
class Score:
    """One score of one assessment; ``mentions[0]`` is the printing the value was taken from.

    Attributes:
        fiscal_year: Buddhist Era year of the assessment, ``None`` only where nothing tells.
        level: ``overall``, ``instrument``, ``indicator``, ``subindicator`` or ``item``.
        title_th: title of the code book, else the title as printed.
        inferred: the code was not printed as such but decided from its surroundings.
        confidence: how far the code decided on is ahead of any other, 0 to 1; ``None`` where no
            other was possible.
        read_confidence: probability, 0 to 1, of the least sure digit where the score was read from
            a picture; ``None`` where the file itself tells its text.
    """

    fiscal_year: int | None
    level: str
    code: str
    title_th: str | None
    score: Decimal
    mentions: tuple[Mention, ...]
    inferred: bool = False
    confidence: float | None = None
    read_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One numbered or bulleted statement of a measure's cell, without its mark."""

    kind: str  # 'measure', 'result' or 'output'
    seq: int
    text: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of the measures table, rows split over pages joined.

    ``sources`` pairs a field name (``measure``, ``deadline``, …) with the cell it was read from.
    """

    indicator: str | None
    codes: tuple[str, ...]
    weakness: str | None
    measure: str | None
    output: str | None
    awareness: str | None
    result: str | None
    responsible: str | None
    units: tuple[str, ...]
    deadline: str | None
    deadline_raw: str | None
    monitoring_months: float | None
    monitoring_raw: str | None
    steps: tuple[Step, ...]
    page_first: int
    page_last: int
    sources: tuple[tuple[str, Source], ...]


@dataclass(frozen=True, slots=True)
class Weakness:
    """A weakness cell and the items it stands beside."""

    codes: tuple[str, ...]
    indicator: str | None
    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Meta:
    """What a report says of itself (see ``v_document`` of the contract for the meanings)."""

    agency_code: str | None = None
    doc_type: str | None = None
    report_year: int | None = None
    assessment_year: int | None = None
    assessment_year_basis: str | None = None
    plan_year: int | None = None
    period_start: str | None = None
    period_end: str | None = None
    rating: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Validity:
    """How far the text of a page can be Thai as written.

    Attributes:
        thai: Thai characters counted.
        rejected: pairs of characters that no Thai word has (WTT 2.0), such as a mark on a vowel.
        unreadable: characters that stand for nothing (U+FFFD, NUL, presentation forms).
        sara_aa, sara_am: how often each occurs; clean Thai has 10 to 24 sara aa for a sara am.
        dictionary_share: share of Thai characters inside dictionary words, 0 to 1.
    """

    thai: int
    rejected: int
    unreadable: int
    sara_aa: int
    sara_am: int
    dictionary_share: float


@dataclass(frozen=True, slots=True)
class PageNote:
    """What the database keeps of each page.

    ``validity`` is ``None`` for a page without Thai text.
    """

    page: int
    width: float
    height: float
    text_source: str
    characters: int
    repairs: tuple[tuple[str, int], ...] = ()
    validity: Validity | None = None
    read_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many visible characters of a page had one use.

    ``use`` is ``fact``, ``heading``, ``header``, ``furniture``, ``prose``, ``ignored``, ``finding``
    or ``unaccounted``.
    """

    page: int
    use: str
    characters: int


@dataclass(frozen=True, slots=True)
class Check:
    """One arithmetic or agreement check that was run.

    ``codes`` are the scores that took part, the computed one first; ``holds`` says whether the
    printed value equals the computed one.
    """

    name: str
    fiscal_year: int
    codes: tuple[str, ...]
    printed: Decimal
    computed: Decimal
    holds: bool


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one file became.

    ``status`` is ``ok``, ``partial`` (something was lost and a finding says what) or ``failed``
    (nothing could be read).
    """

    file: str
    sha256: str
    status: str
    text_source: str
    meta: Meta = field(default_factory=Meta)
    pages: tuple[PageNote, ...] = ()
    scores: tuple[Score, ...] = ()
    measures: tuple[Measure, ...] = ()
    weaknesses: tuple[Weakness, ...] = ()
    findings: tuple[Finding, ...] = ()
    checks: tuple[Check, ...] = ()
    ignored: tuple[tuple[str, Source], ...] = ()
    coverage: tuple[Coverage, ...] = ()
    doubts: tuple[Doubt, ...] = ()
