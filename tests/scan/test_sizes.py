"""Print of several sizes on one page: each line is read at its own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from extract.scan.picture import Gray
from extract.scan.recogniser import Said
from extract.scan.relining import changed, doubles, relined, together
from extract.scan.rules import ink_mask
from extract.scan.sizing import sized
from extract.scan.textlines import TextLine, find_lines
from tests.scan.test_pieces import DPI, sheet, write

# A line of 100 dots whose letters are thought to be 20 high.
LINE = TextLine(0, 100.0, 20.0, 50, 150)


def said(text: str, share: float) -> tuple[Said, ...]:
    return tuple(Said(c, 2.0 * i, 2.0 * i + 2, share, "", 0.0) for i, c in enumerate(text))


def reads(gray: Gray, line: TextLine, answers: dict[float, tuple[str, float]]) -> TextLine:
    """The line, read by one who sees letters of the given shares of its height so."""
    from extract.scan.cutting import window_of

    widths = {
        window_of(gray, replace(line, body=line.body * share)).shape[1]: answer
        for share, answer in answers.items()
    }

    def reader(windows: list[npt.NDArray[np.float32]]) -> list[tuple[Said, ...]]:
        return [said(*widths.get(window.shape[1], ("?", 0.3))) for window in windows]

    (found,), _ = sized(gray, [line], reader)
    return found


def test_a_line_read_with_doubt_is_as_high_as_it_is_read_best() -> None:
    found = reads(sheet(), LINE, {1.0: ("s๓ธ", 0.6), 0.66: ("2567", 0.99)})
    assert found.body == pytest.approx(13.2)


def test_a_line_read_surely_stays_as_it_is() -> None:
    assert reads(sheet(), LINE, {1.0: ("2567", 0.95), 0.66: ("25671", 1.0)}) == LINE


def test_of_heights_read_alike_the_one_with_more_digits_counts() -> None:
    """A reader of lines loses a digit beside another, but makes up none."""
    found = reads(sheet(), LINE, {1.0: ("3", 0.8), 0.78: ("31", 0.9), 1.14: ("3", 0.92)})
    assert found.body == pytest.approx(15.6)


def test_only_lines_of_another_print_are_found_anew() -> None:
    small, alike = replace(LINE, body=13.0), replace(LINE, body=19.0)
    assert changed([LINE, LINE, LINE], [LINE, small, alike]) == [1]


def test_small_print_between_large_is_put_into_whole_lines() -> None:
    """Its gaps are wide for its letters: what is two columns looked like one line."""
    gray = sheet()
    for baseline in (100, 150, 200):
        write(gray, 50, baseline, 30, body=24)
    write(gray, 50, 300, 12, body=12)
    write(gray, 280, 300, 12, body=12)
    ink, regions = ink_mask(gray, DPI), np.zeros(gray.shape, np.int32)
    lines = find_lines(ink, regions, DPI)
    below = [i for i, line in enumerate(lines) if line.baseline > 250]
    told = [replace(line, body=12.0) if i in below else line for i, line in enumerate(lines)]
    found = relined(ink, regions, DPI, told, below)
    assert sorted((round(line.x0, -1), line.body < 15) for line in found) == [
        (50, True),
        (280, True),
    ]


def test_numbers_three_times_as_large_as_the_print_around_are_one_line() -> None:
    gray = sheet()
    for baseline in (100, 150, 300, 350):
        write(gray, 50, baseline, 30)
    for x in (60, 110, 160):
        gray[190:260, x : x + 6] = gray[190:260, x + 24 : x + 30] = 10
        gray[190:196, x : x + 30] = 10
    gray[244:260, 142:156] = 10
    lines = find_lines(ink_mask(gray, DPI), np.zeros(gray.shape, np.int32), DPI)
    large = [line for line in lines if 180 < line.baseline < 280]
    assert large[0].body > 50
    assert [
        (round(line.x0, -1), round(line.x1, -1), round(line.baseline, -1)) for line in large
    ] == [(60, 190, 260)]


def test_print_in_two_lines_counts_once() -> None:
    whole, part = replace(LINE, x1=400), replace(LINE, baseline=104.0, x0=180, x1=300)
    below = replace(LINE, baseline=130.0, x0=180, x1=300)
    texts = [said("ข้อมูลโดยสรุป", 0.99), said("มูลโดย", 0.9), said("พ.ศ.", 0.9)]
    assert doubles([whole, part, below], texts) == {1}
    assert doubles([whole, part], [said("s๓", 0.3), said("มูลโดย", 0.9)]) == set()


def test_pieces_of_one_line_are_put_together() -> None:
    begins, ends = replace(LINE, x1=240), replace(LINE, baseline=105.0, body=22.0, x0=242, x1=300)
    aside, below = replace(LINE, x0=360, x1=500), replace(LINE, baseline=140.0, x0=242, x1=300)
    kept, anew = together([begins, aside, below], [ends])
    assert kept == [1, 2]
    assert anew == [replace(begins, x1=300)]


def test_a_letter_with_its_marks_is_as_high_as_the_print_beside_it() -> None:
    from extract.scan.cutting import window_of

    gray = sheet()
    tall = TextLine(1, 100.0, 25.0, 50, 63)
    beside = [TextLine(2, 101.0, 12.0, 70, 120), TextLine(3, 99.0, 12.0, 130, 180)]
    width = window_of(gray, replace(tall, body=12.0)).shape[1]

    def reads_small(sure: float) -> TextLine:
        def reader(windows: list[npt.NDArray[np.float32]]) -> list[tuple[Said, ...]]:
            return [
                said("ที่", sure)
                if w.shape[1] == width
                else said("ส", 0.8)
                if w.shape[1] < 2 * width
                else said("ข้อ", 1.0)
                for w in windows
            ]

        return sized(gray, [tall], reader, beside)[0][0]

    assert reads_small(1.0).body == pytest.approx(12.0)
    # Read with doubt, it may be anything.
    assert reads_small(0.85).body != pytest.approx(12.0)
