"""Gray rules, white rules in shaded heads, frames of cards, and print that runs up the page."""

from __future__ import annotations

from dataclasses import astuple

import cv2
import numpy as np
import pytest

from extract.content import Segment
from extract.model import Box
from extract.scan.badges import badges
from extract.scan.frames import framed
from extract.scan.picture import Gray
from extract.scan.recogniser import Said
from extract.scan.ridges import with_faint
from extract.scan.rules import find_rules, ink_mask, wiped
from extract.scan.shadeparts import SIDES, fitted, parts_of
from extract.scan.shading import turned_light
from extract.scan.sideways import columns_of
from extract.scan.textlines import TextLine
from tests.scan.test_pieces import DPI, sheet, write

RANDOM = np.random.default_rng(7)


def noisy(gray: Gray, strength: float = 12.0) -> Gray:
    grain = RANDOM.normal(0, strength, gray.shape)
    return np.asarray(np.clip(gray + grain, 0, 255), np.uint8)


def test_a_gray_rule_under_noise_is_one_rule() -> None:
    gray = sheet()
    cv2.line(gray, (100, 300), (900, 300), (215,), 3)
    gray = noisy(gray)
    (rule,) = with_faint(gray, ink_mask(gray, DPI), DPI)
    assert abs(rule.at - 300) <= 1.5
    assert rule.start < 115
    assert rule.end > 885


def test_lines_of_print_are_no_rules() -> None:
    gray = sheet()
    for baseline in (100, 138, 176):
        write(gray, 50, baseline, 50)
    gray = noisy(gray)
    assert with_faint(gray, ink_mask(gray, DPI), DPI) == []


def test_the_edge_of_a_shaded_area_is_no_rule() -> None:
    gray = sheet()
    gray[300:400, 100:900] = 225
    gray = noisy(gray, 4.0)
    assert with_faint(gray, ink_mask(gray, DPI), DPI) == []


def test_gray_rules_bound_cells_from_end_to_end() -> None:
    gray = sheet()
    for y in (100, 160, 220):
        cv2.line(gray, (100, y), (900, y), (212,), 2)
    for x in (100, 500, 900):
        cv2.line(gray, (x, 100), (x, 220), (212,), 2)
    gray = noisy(gray, 8.0)
    rules = find_rules(gray, ink_mask(gray, DPI), DPI)
    assert sorted(round(r.at, -1) for r in rules if r.horizontal) == [100, 160, 220]
    assert sorted(round(r.at, -1) for r in rules if not r.horizontal) == [100, 500, 900]


def said(text: str, share: float) -> list[Said]:
    return [Said(c, 0.0, 2.0, share, "", 0.0) for c in text]


def test_short_lines_that_say_nothing_one_above_the_other_may_run_sideways() -> None:
    lines = [TextLine(3, 120.0 + 22 * n, 20.0, 400, 425) for n in range(6)]
    ink = np.zeros((600, 800), np.uint8)
    ink[100:260, 402:422] = 255
    (column,) = columns_of(lines, [said("ว", 0.4)] * 6, ink)
    assert column.members == (0, 1, 2, 3, 4, 5)
    assert column.dots.top <= 100
    assert column.dots.bottom >= 260


def test_numbers_one_above_the_other_do_not() -> None:
    lines = [TextLine(3, 120.0 + 22 * n, 20.0, 400, 425) for n in range(6)]
    assert columns_of(lines, [said("7", 0.99)] * 6, np.zeros((600, 800), np.uint8)) == []


def test_a_shaded_head_has_the_cells_its_white_lines_make() -> None:
    """The band below it is shaded otherwise; print on both changes nothing."""
    gray = sheet()
    gray[100:180, 100:900], gray[180:240, 100:900] = 205, 220
    for x in (300, 600):
        gray[100:180, x : x + 3] = 250
    for left in (120, 320, 620):
        write(gray, left, 150, 8)
    write(gray, 120, 222, 20)
    found = parts_of(noisy(gray, 5.0), Box(36, 36, 324, 86.4), 72 / DPI)
    assert [(round(b.x0), round(b.top)) for b in found] == [
        (36, 36), (109, 36), (217, 36), (36, 65),
    ]  # fmt: skip


def test_a_shade_of_one_level_is_one_part() -> None:
    gray = sheet()
    gray[100:200, 100:900] = 215
    write(gray, 120, 160, 25)
    area = Box(36, 36, 324, 72)
    assert parts_of(noisy(gray, 5.0), area, 72 / DPI) == [area]


def test_a_light_shade_has_edges_and_dense_print_has_none() -> None:
    gray = sheet()
    gray[100:200, 100:900] = 241
    soft = cv2.GaussianBlur(gray, (0, 0), 18)
    seen = Box(38, 33, 322, 74)
    found, sharp = fitted(noisy(gray, 5.0), seen, 72 / DPI)
    assert sharp == 4
    assert astuple(found) == pytest.approx((36, 36, 324, 72), abs=1.0)
    assert fitted(noisy(np.asarray(soft, np.uint8), 5.0), seen, 72 / DPI)[1] < SIDES


def test_rules_that_end_before_they_meet_are_a_frame_with_rounded_corners() -> None:
    card = [
        Segment(True, 100, 54, 196), Segment(True, 200, 54, 196),
        Segment(False, 50, 104, 196), Segment(False, 200, 104, 196),
    ]  # fmt: skip
    inside = Segment(True, 150, 60, 190)
    assert framed([*card, inside]) == ([inside], [Box(50, 100, 200, 200)])
    met = [Segment(s.horizontal, s.at, s.start - 4, s.end + 4) for s in card]
    assert framed(met) == (met, [])


def test_a_dark_pill_is_found_and_its_round_corners_are_not_turned() -> None:
    gray = sheet()
    write(gray, 100, 60, 40)
    cv2.rectangle(gray, (415, 200), (485, 236), (50,), -1)
    for x in (415, 485):
        cv2.circle(gray, (x, 218), 18, (50,), -1)
    gray[210:228, 430:434] = gray[210:228, 446:450] = gray[210:228, 462:466] = 245
    (pill,) = badges(gray, 72 / DPI)
    assert astuple(pill) == pytest.approx((397 * 0.36, 72, 504 * 0.36, 237 * 0.36), abs=1.5)
    light = turned_light(gray, [pill], DPI)
    assert light[218, 432] < 40
    assert light[202, 440] > 180
    assert light[201, 398] > 180


def test_black_letters_are_no_dark_box() -> None:
    gray = sheet()
    for baseline in (100, 138, 176):
        write(gray, 50, baseline, 50)
    assert badges(gray, 72 / DPI) == []


def test_print_right_beside_a_rule_stays_when_the_rule_is_wiped() -> None:
    gray = sheet()
    cv2.line(gray, (300, 100), (300, 500), (20,), 3)
    gray[200:230, 306:309] = 10
    gray = np.asarray(cv2.GaussianBlur(gray, (0, 0), 0.8), np.uint8)
    ink = ink_mask(gray, DPI)
    rules = find_rules(gray, ink, DPI)
    assert [round(r.at) for r in rules] == [300]
    clean, left = wiped(gray, ink, rules, np.full_like(gray, 250))
    assert clean[215, 307] < 60
    assert left[205:225, 307].all()
    assert not left[100:500, 290:304].any()
