"""What sheets of paper bring along: punched holes, uneven light, dashed rules, bent corners."""

from __future__ import annotations

import cv2
import numpy as np

from extract.content import Segment, Shade
from extract.model import Box
from extract.scan.cutting import paper_of
from extract.scan.dashes import dashed_rules
from extract.scan.frames import framed, without_corners
from extract.scan.holes import without_holes
from extract.scan.picture import Gray
from extract.scan.rules import ink_mask
from extract.scan.shading import ending_together, shades_of
from tests.scan.test_faint import noisy
from tests.scan.test_pieces import DPI, sheet, write

POINTS = 72 / DPI


def dash(gray: Gray, y: int, x0: int, x1: int, *, long: int = 12, gap: int = 8) -> None:
    for x in range(x0, x1, long + gap):
        cv2.line(gray, (x, y), (min(x + long, x1), y), (40,), 2)


def test_dashes_one_behind_the_other_are_a_rule() -> None:
    gray = sheet()
    dash(gray, 300, 100, 900)
    write(gray, 150, 280, 20)
    ink = ink_mask(gray, DPI)
    (rule,), left = dashed_rules(ink, DPI)
    assert (rule.start, rule.end) == (99, 894)
    assert abs(rule.at - 300) <= 1
    assert not left[290:310].any()
    assert (left[:285] == ink[:285]).all()


def test_dashed_rules_beside_each_other_are_two() -> None:
    gray = sheet()
    dash(gray, 300, 100, 480)
    dash(gray, 300, 560, 940)
    rules, _ = dashed_rules(ink_mask(gray, DPI), DPI)
    assert sorted((r.start // 10, r.end // 10) for r in rules) == [(9, 47), (55, 93)]


def test_letters_dots_and_strokes_of_any_length_are_no_dashed_rule() -> None:
    gray = sheet()
    write(gray, 100, 200, 40, body=8)
    for x in range(100, 900, 10):
        cv2.circle(gray, (x, 300), 2, (40,), -1)
    at = 100
    for n, step in enumerate((9, 31, 60, 14, 80, 22, 45, 70, 12, 38, 90, 16, 52)):
        cv2.line(gray, (at, 400), (at + 6 + 3 * (n % 7), 400), (40,), 2)
        at += step
    ink = ink_mask(gray, DPI)
    assert dashed_rules(ink, DPI)[0] == []


def test_punched_holes_are_paper() -> None:
    gray = sheet(1400)
    for y in (400, 1000):
        cv2.circle(gray, (60, y), round(0.13 * DPI), (70,), -1)
    write(gray, 200, 400, 20)
    clean = without_holes(gray, DPI)
    assert (clean[:, :150] == 250).all()
    assert (clean[:, 150:] == gray[:, 150:]).all()


def test_rings_stamps_and_discs_amid_the_page_are_none() -> None:
    gray = sheet(1400)
    cv2.circle(gray, (60, 300), round(0.13 * DPI), (70,), 3)
    cv2.circle(gray, (600, 700), round(0.13 * DPI), (70,), -1)
    cv2.circle(gray, (110, 1000), round(0.4 * DPI), (70,), -1)
    assert (without_holes(gray, DPI) == gray).all()


def shades(gray: Gray) -> list[Shade]:
    return shades_of(gray, paper_of(gray, DPI), [], [], DPI)


def test_paper_that_darkens_by_degrees_is_not_shaded() -> None:
    light = np.linspace(250, 190, 1200)[None, :] * np.ones((1400, 1))
    gray = noisy(np.asarray(light, np.uint8), 3.0)
    for baseline in range(100, 1300, 60):
        write(gray, 100, baseline, 45)
    assert shades(gray) == []


def test_a_band_is_shaded_in_uneven_light_too() -> None:
    light = np.linspace(250, 220, 1200)[None, :] * np.ones((1400, 1))
    light[600:670, 200:1000] -= 30
    (band,) = shades(noisy(np.asarray(light, np.uint8), 2.0))
    sides = (band.box.x0, band.box.top, band.box.x1, band.box.bottom)
    wanted = (200 * POINTS, 600 * POINTS, 1000 * POINTS, 670 * POINTS)
    assert all(abs(a - b) < 3 for a, b in zip(sides, wanted, strict=True))


def test_a_shaded_head_ends_where_its_table_does() -> None:
    rules = [Segment(True, y, 54.0, 537.0) for y in (334.0, 360.0, 385.0, 429.0)]
    head = Shade(Box(56.5, 317, 530, 334), white=False)
    alone = Shade(Box(300, 100, 400, 120), white=False)
    found = ending_together([head, alone], rules)
    assert [s.box for s in found] == [Box(54.0, 317, 537.0, 334), alone.box]
    assert ending_together([head], rules[:2]) == [head]


def test_what_is_left_of_bent_corners_is_no_print() -> None:
    gray = sheet()
    x0, x1, top, bottom, bend = 100, 700, 100, 500, 14
    for y in (top, bottom):
        cv2.line(gray, (x0 + bend, y), (x1 - bend, y), (20,), 3)
    for x in (x0, x1):
        cv2.line(gray, (x, top + bend), (x, bottom - bend), (20,), 3)
    corners = [(x0 + bend, top + bend, 180), (x1 - bend, top + bend, 270),
               (x1 - bend, bottom - bend, 0), (x0 + bend, bottom - bend, 90)]  # fmt: skip
    for x, y, angle in corners:
        cv2.ellipse(gray, (x, y), (bend, bend), angle, 8, 82, (20,), 3)
    write(gray, 135, 160, 6)
    ends = [
        s * POINTS for s in (x0, x0 + bend, x1 - bend, x1, top, top + bend, bottom - bend, bottom)
    ]
    left, begin, end, right, upper, high, low, lower = ends
    segments = [Segment(True, y, begin, end) for y in (upper, lower)]
    segments += [Segment(False, x, high, low) for x in (left, right)]
    rest, frames = framed(segments)
    assert (rest, len(frames)) == ([], 1)
    ink = ink_mask(gray, DPI)
    for y in (top, bottom):
        ink[y - 4 : y + 5, x0 + bend - 2 : x1 - bend + 3] = 0
    for x in (x0, x1):
        ink[top + bend - 2 : bottom - bend + 3, x - 4 : x + 5] = 0
    clean, kept = without_corners(gray, ink, paper_of(gray, DPI), frames, POINTS)
    for x, y, _ in corners:
        near = slice(y - bend - 4, y + bend + 4), slice(x - bend - 4, x + bend + 4)
        assert ink[near].any()
        assert not kept[near].any()
    word = slice(135, 165), slice(133, 250)
    assert (kept[word] == ink[word]).all()
    assert (clean[word] == gray[word]).all()
