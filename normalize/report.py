"""One document to one report: the order of the steps, and what becomes a finding on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.model import Document, PageInfo, Problem
from normalize.about import meta_findings, meta_of
from normalize.accounting import account
from normalize.codebook import book_years
from normalize.correcting import Corrector
from normalize.corrections import Correction, bundled
from normalize.facts.boxes import boxes_in, is_cards
from normalize.facts.captions import captions_of, of_other_office, year_above
from normalize.facts.cellists import stated_in_lists
from normalize.facts.itemscores import stated_in_items
from normalize.facts.labelledscores import labelled_scores_in
from normalize.facts.listrows import banded_in, in_rows
from normalize.facts.lonenumbers import lone_numbers
from normalize.facts.lostdigits import without_lost_digits
from normalize.facts.measures import MeasureFacts, place_shown, read_measures
from normalize.facts.ofelse import without_others
from normalize.facts.outside import in_prose
from normalize.facts.paired import named_in_cells, paired_in_cells
from normalize.facts.quoted import beyond_in
from normalize.facts.scores import Stated, gather, once_each, reached
from normalize.facts.summaries import with_summaries
from normalize.facts.tablescores import stated_in_table, unlabelled
from normalize.facts.underothers import without_called_else
from normalize.facts.unread import still_unread, unread_values
from normalize.facts.unreadlines import unread_lines
from normalize.facts.weakabove import with_weakness_above
from normalize.facts.weaklines import with_weak_lines
from normalize.facts.weights import headed_by_others, is_weights
from normalize.model import (
    Finding,
    Measure,
    Meta,
    PageNote,
    Report,
    Score,
    Source,
    Validity,
    Weakness,
)
from normalize.names.meta import read_title
from normalize.rows.columns import Columns
from normalize.rows.items import CodedBody, code_body
from normalize.rows.rowlabels import Label, labels_of
from normalize.shapes.overhead import heading_of
from normalize.shapes.sideboxes import with_side_boxes_apart
from normalize.sureness import with_sureness
from normalize.tables import ReadTable, read_tables, words_of
from normalize.understrips import STRIP, with_strips_read
from normalize.unreadtables import unknown_table, unread_columns
from normalize.validity import doubtful_pages, measure, page_texts
from normalize.years import assessment_year, spoken_year


@dataclass(slots=True)
class _Told:
    """What the tables of a report tell, gathered one after another."""

    stated: list[Stated]
    findings: list[Finding]
    facts: MeasureFacts = field(default_factory=MeasureFacts)
    ignored: list[tuple[str, Source]] = field(default_factory=list)


def read_report(document: Document, corrections: Sequence[Correction] = ()) -> Report:
    """Everything a document states, with findings for what could not be settled.

    Args:
        document: what was extracted.
        corrections: rows by the user's people, besides those that come with the program; those of
            other files are passed over.
    """
    return _read(with_side_boxes_apart(document), corrections)


def _read(document: Document, corrections: Sequence[Correction]) -> Report:
    corrector = Corrector(document.sha256, (*bundled(), *corrections))
    title = read_title(document)
    own = corrector.agency(title.agency.code if title.agency else None)
    reads = read_tables(document)
    bodies = [r.body for r in reads if r.kind in ("measures", "scores")]
    spoken = spoken_year(document, bodies, title.years[0] if title.years else None)
    year, basis = corrector.assessment_year(*assessment_year(title, bodies, spoken))
    reads, stated = with_strips_read(reads, year, own)
    told = _Told(stated, [_problem(p) for p in document.problems])
    for read in reads:
        _read_table(read, corrector, year, own, told)
    stated += [*_in_boxes(reads, year, own, stated), *labelled_scores_in(document.tables, year)]
    stated += [*in_prose(document, year, own), *_in_bands(reads, year, stated)]
    past = (y for y in title.years if y != title.plan_year)
    stated = with_summaries(document.blocks, year, once_each(stated))
    stated, elsewise = without_called_else(document.blocks, without_others(stated, own))
    stated, torn = without_lost_digits(document, stated)
    stated, late = reached(stated, (year, *past))
    scores, disagreements = gather(corrector.stated(stated))
    scores, doubts = with_sureness(scores, document)
    findings = [*still_unread(told.findings, stated), *beyond_in(document.paragraphs, year)]
    findings += [*elsewise, *torn, *late, *disagreements, *doubts]
    place_shown(told.facts, year)
    measures = corrector.measures(told.facts.measures)
    weak = corrector.weaknesses(with_weak_lines(told.facts.weaknesses, document.blocks, year))
    findings += [*unread_lines(document.paragraphs, scores, year), *told.facts.findings]
    findings += lone_numbers(document.paragraphs, scores)
    findings += [f for m in measures for f in unread_values(m)]
    meta = corrector.meta(meta_of(title, document, year, basis, measures, reads))
    findings += [*meta_findings(meta, scores), *corrector.findings()]
    report = _report(document, meta, scores, measures, weak, findings, told.ignored)
    return replace(report, coverage=account(document, reads, report))


def _read_table(
    read: ReadTable,
    corrector: Corrector,
    year: int | None,
    own: str | None,
    told: _Told,
) -> None:
    """Put what a table states where it belongs, or note why it is left aside."""
    if read.kind not in ("measures", "scores"):
        _leave_aside(read, told)
        return
    told.ignored += [("note-row", source) for source in read.body.notes]
    if read.kind == "scores" and of_other_office(_captions(read), own):
        told.ignored.append(("other-office", Source(read.table.places[0], words_of(read.table))))
        return
    if read.kind == "scores":
        year = year_above(_captions(read), read.columns, year)
    told.findings += unread_columns(read)
    coded = corrector.codes(code_body(read.body, year))
    labels = labels_of(coded, year) if _scored(read) else {}
    if read.kind == "scores" and _of_others(read, coded, labels):
        told.ignored.append(("weights-table", Source(read.table.places[0], words_of(read.table))))
        return
    _collect(read, coded, labels, year, own, told)


def _captions(read: ReadTable) -> tuple[str, ...]:
    return captions_of(read.heads, read.below, read.columns)


def _leave_aside(read: ReadTable, told: _Told) -> None:
    """Note what a table is for that is read no further."""
    if read.kind != STRIP and heading_of(read.table) is None:
        told.ignored.append((read.kind, Source(read.table.places[0], words_of(read.table))))
        told.findings += [] if is_cards(read.table) else unknown_table(read)


def _of_others(read: ReadTable, coded: CodedBody, labels: dict[int, Label]) -> bool:
    """Whether the numbers of a table of scores are none: targets, weights, shares of a whole."""
    others = headed_by_others(read.heads, read.columns)
    return others or is_weights(coded, labels, book_years())


def _in_boxes(
    reads: Sequence[ReadTable], year: int | None, own: str | None, stated: Sequence[Stated]
) -> list[Stated]:
    """Scores that stand beside or below their names in tables without a header."""
    known = {(one.year, one.code, one.source) for one in stated}
    tables = [
        (r.table, year_above(_captions(r), r.columns, year))
        for r in reads
        # A row of cards is none of a table: what one of them aims at says nothing of the others.
        if (r.kind == "unknown-table" and (len(r.table.rows) == 1 or not _counts_else(r)))
        or is_cards(r.table)
        or _beside_names(r)
        if not of_other_office(_captions(r), own)
    ]
    found = [one for table, when in tables for one in boxes_in([table], when)]
    return [one for one in found if (one.year, one.code, one.source) not in known]


def _counts_else(read: ReadTable) -> bool:
    """Whether a column of a table holds other numbers than scores."""
    return bool(read.columns.where(*_NO_SCORES))


def _beside_names(read: ReadTable) -> bool:
    """Whether names and numbers may alternate across a table (``IIT | 85.89 | EIT | 95.55``)."""
    return read.kind == "scores" and not read.columns.header_rows and read.table.columns >= 4


def _in_bands(
    reads: Sequence[ReadTable], year: int | None, stated: Sequence[Stated]
) -> list[Stated]:
    """Scores of list lines that share a cell with the heading of their list."""
    known = {(one.year, one.code) for one in stated}
    tables = (r.table for r in reads if r.kind == "scores" and _scores_of(r.columns, year))
    found = banded_in(tables, year)
    plain = (r for r in reads if r.kind == "unknown-table" and not r.columns.header_rows)
    found += in_rows((r.table for r in plain if not r.columns.where("score", *_NO_SCORES)), year)
    for read in reads:
        if read.kind in ("scores", "unknown-table", "measures", "level-table"):
            found += paired_in_cells(read.table, read.columns, year)
        found += named_in_cells(read.table, read.columns, year)
    return [one for one in found if (one.year, one.code) not in known]


def _scores_of(columns: Columns, year: int | None) -> bool:
    """Whether the numbers of a table are scores of one year and nothing else."""
    held = [columns.columns[i].year for i in columns.where("score")]
    others = columns.where("year", *_NO_SCORES)
    return len(held) == 1 and held[0] in (None, year) and not others


def _collect(
    read: ReadTable,
    coded: CodedBody,
    labels: dict[int, Label],
    year: int | None,
    own: str | None,
    told: _Told,
) -> None:
    told.findings += coded.findings
    told.findings += [
        Finding.at(
            "warning",
            "indicator-conflict",
            f"An indicator's number and name disagree: {what}",
            source,
        )
        for what, source in read.body.conflicts
    ]
    in_items, unread = stated_in_items(coded, year)
    told.stated += in_items
    told.findings += unread
    if _scored(read):
        in_table, unread = stated_in_table(coded, labels, year, own)
        told.stated += [*in_table, *stated_in_lists(coded, year)]
        told.findings += [*unread, *unlabelled(coded, labels)]
    found = with_weakness_above(read_measures(coded, year), read.above, read.columns)
    told.facts.bodies.append(coded)
    if read.kind != "scores":
        told.facts.measures += found.measures
    told.facts.weaknesses += found.weaknesses


def _scored(read: ReadTable) -> bool:
    return read.kind == "scores" or bool(read.columns.where("score"))


def _problem(problem: Problem) -> Finding:
    return Finding(
        problem.severity, problem.kind, problem.message, page=problem.page, raw=problem.raw
    )


def _report(
    document: Document,
    meta: Meta,
    scores: list[Score],
    measures: list[Measure],
    weaknesses: list[Weakness],
    findings: list[Finding],
    ignored: list[tuple[str, Source]],
) -> Report:
    if not scores and not measures:
        message = "No score and no measure was found in this file"
        findings.append(Finding("error", "nothing-found", message, page=1))
    lost = any(f.severity == "error" and f.kind in _LOSSES for f in findings)
    texts = page_texts(document)
    readings = {n: v for n, text in texts.items() if (v := measure(text)) is not None}
    findings += doubtful_pages(readings)
    failed = not scores and not measures and document.text_source == "none"
    return Report(
        document.file,
        document.sha256,
        "failed" if failed else "partial" if lost else "ok",
        document.text_source,
        meta,
        tuple(_note(p, readings.get(p.number)) for p in document.pages),
        tuple(scores),
        tuple(measures),
        tuple(weaknesses),
        tuple(findings),
        ignored=tuple(ignored),
        doubts=document.doubts,
    )


def _note(page: PageInfo, valid: Validity | None) -> PageNote:
    return PageNote(
        page.number, page.width, page.height, page.text_source, page.characters, page.repairs,
        valid, page.sure,
    )  # fmt: skip


# Columns whose numbers are no scores.
_NO_SCORES = (
    "distribution", "count", "target", "benchmark", "change", "weight", "rank", "points", "risk",
    "budget", "status", "maximum",
)  # fmt: skip
_LOSSES = frozenset(
    {"no-text-layer", "unreadable-page", "nothing-found", "unknown-agency", "internal-error"}
)
