"""The steps from a picture to glyphs, each on pictures drawn for the purpose."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from extract.content import Glyph, ScanFont
from extract.painted.turning import Turn
from extract.scan.alike import settled
from extract.scan.deskew import skew_of, turned
from extract.scan.looking import agreed
from extract.scan.picture import Gray
from extract.scan.recogniser import Said
from extract.scan.rules import find_rules, ink_mask
from extract.scan.spelling import spelled
from extract.scan.textlines import find_lines
from extract.sureness import doubts_of, mean_sureness, numbers_of

DPI = 200.0


def sheet(height: int = 800, width: int = 1200) -> Gray:
    return np.full((height, width), 250, np.uint8)


def ruled() -> Gray:
    """Two rows of two cells, a cell of the upper row joined; letters as blocks."""
    gray = sheet()
    for y in (100, 200, 400):
        cv2.line(gray, (100, y), (900, y), (20,), 4)
    for x in (100, 900):
        cv2.line(gray, (x, 100), (x, 400), (20,), 4)
    cv2.line(gray, (500, 200), (500, 400), (20,), 4)
    return gray


def write(gray: Gray, x: int, baseline: int, letters: int, body: int = 20) -> None:
    """Letters like ก: two stems under a roof, of one height."""
    for n in range(letters):
        left = x + n * round(body * 0.9)
        cv2.rectangle(gray, (left, baseline - body), (left + 2, baseline), (10,), -1)
        cv2.rectangle(gray, (left + 10, baseline - body), (left + 12, baseline), (10,), -1)
        cv2.rectangle(gray, (left, baseline - body), (left + 12, baseline - body + 2), (10,), -1)


@pytest.mark.parametrize("angle", [-1.4, -0.5, 0.0, 0.25, 1.0])
def test_the_skew_of_a_page_is_found_and_undone(angle: float) -> None:
    gray = ruled()
    write(gray, 120, 260, 15)
    askew = turned(gray, angle)
    assert skew_of(askew) == pytest.approx(-angle, abs=0.06)
    assert abs(skew_of(turned(askew, skew_of(askew)))) <= 0.05


def test_an_empty_page_has_no_skew() -> None:
    assert skew_of(sheet()) == 0.0


def test_rules_are_found_where_they_are() -> None:
    rules = find_rules(ruled(), ink_mask(ruled(), DPI), DPI)
    across = sorted(round(r.at) for r in rules if r.horizontal)
    down = sorted((round(r.at), r.start // 10 * 10) for r in rules if not r.horizontal)
    assert [round(at, -1) for at in across] == [100, 200, 400]
    assert [(round(at, -1), round(start, -2)) for at, start in down] == [
        (100, 100), (500, 200), (900, 100),
    ]  # fmt: skip


def test_stems_of_large_letters_are_no_rules() -> None:
    gray = sheet()
    write(gray, 100, 300, 20, body=60)
    assert find_rules(gray, ink_mask(gray, DPI), DPI) == []


def test_a_stem_under_a_rules_end_does_not_carry_it_on() -> None:
    """The column's rule ends above a joined row; a letter of that row stands right under it."""
    gray = ruled()
    cv2.line(gray, (500, 40), (500, 100), (20,), 4)
    cv2.line(gray, (100, 40), (900, 40), (20,), 4)
    cv2.rectangle(gray, (498, 100), (502, 140), (10,), -1)
    cv2.rectangle(gray, (470, 120), (500, 124), (10,), -1)
    cv2.rectangle(gray, (470, 136), (500, 140), (10,), -1)
    reach = [
        r.end
        for r in find_rules(gray, ink_mask(gray, DPI), DPI)
        if not r.horizontal and r.start < 90
    ]
    assert reach
    assert all(end < 110 for end in reach)


def test_lines_have_their_baselines_and_letter_heights() -> None:
    gray = sheet()
    for baseline in (100, 138, 176):
        write(gray, 50, baseline, 30)
    lines = find_lines(ink_mask(gray, DPI), np.zeros(gray.shape, np.int32), DPI)
    assert [round(line.baseline, -1) for line in lines] == [100, 140, 180]
    assert all(line.body == pytest.approx(20, abs=2.5) for line in lines)


def test_lines_end_at_the_sides_of_cells() -> None:
    gray = sheet()
    write(gray, 50, 100, 10)
    write(gray, 650, 100, 10)
    regions = np.zeros(gray.shape, np.int32)
    regions[:, :600], regions[:, 600:] = 1, 2
    lines = find_lines(ink_mask(gray, DPI), regions, DPI)
    assert [(line.region, line.x0 // 100) for line in lines] == [(1, 0), (2, 6)]


def glyphs(text: str, *, sure: dict[int, tuple[float, str]]) -> list[Glyph]:
    font = ScanFont("scan")
    made = []
    for n, c in enumerate(text):
        share, second = sure.get(n, (0.99, ""))
        made.append(Glyph(font, 0, c, 10.0 * n, 50, 10, 12, 0, n, None, False, c, share, second))
    return made


def said(text: str) -> list[Said]:
    return [Said(c, 4.0 * n, 4.0 * n + 4, 0.9, "", 0.0) for n, c in enumerate(text)]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("๑OO.OO", "๑๐๐.๐๐"), ("1OO.oo", "100.00"), ("O.53", "0.53"), ("(6O.OO)", "(60.00)"),
        ("O12", "O12"), ("O๑๒", "O๑๒"), ("OIT 2566", "OIT 2566"), ("O๒๓ -– O๓๐", "O๒๓ – O๓๐"),
        ("O9.54", "\ufffd9.54"), ("IIT O9.54", "IIT \ufffd9.54"), ("l๘.๕๔", "\ufffd๘.๕๔"),
        ("00.00", "\ufffd0.00"), ("๐๐.๐", "\ufffd๐.๐"), ("00", "\ufffd0"), ("100.00", "100.00"),
        ("1,000.00", "1,000.00"), ("0.00", "0.00"), ("08.00", "08.00"), ("O9.1", "O9.1"),
        ("IIT89.54", "IIT89.54"),
        ("- ข้อ 1", "- ข้อ 1"), ("--", "--"), ("Policy", "Policy"), ("", ""),
    ],
)  # fmt: skip
def test_what_looks_alike_is_told_by_its_neighbours(read: str, meant: str) -> None:
    text = "".join(s.text for s in settled(said(read)))
    assert text.replace("-", "–") == meant.replace("-", "–")


def test_looks_that_differ_leave_a_doubt() -> None:
    three = agreed([said("๗๔.๑๙"), said("๘๔.๑๙"), said("๘๔.๑๙")])
    assert "".join(s.text for s in three) == "๘๔.๑๙"
    assert three[0].second == "๗"
    assert three[0].share == pytest.approx(0.6)
    assert three[1].share == 0.9
    same = agreed([said("๑๐๐.๐๐")] * 3)
    assert [s.share for s in same] == [0.9] * 6
    made = agreed([said("75.00 7"), said("75.00 /"), said("75.00 /")])
    assert "".join(s.text for s in made) == "75.00 /"
    assert made[-1].second == "7"
    lost = agreed([said("81.09"), said("8.09"), said("8.09")])
    assert "".join(s.text for s in lost) == "81.09"
    assert [s.share < 0.5 for s in lost] == [False, True, False, False, False]
    twice = agreed([said("๑๐๐.๐๐"), said("๑๐๐.๐๐๐"), said("๑๐๐.๐๐")])
    assert "".join(s.text for s in twice) == "๑๐๐.๐๐"
    longer = agreed([said("๑๐.๐"), said("๑๐๐.๐๐"), said("๑๐๐.๐๐")])
    assert "".join(s.text for s in longer) == "๑๐๐.๐๐"
    assert [s.share < 0.9 for s in longer].count(True) == 2, "the two zeros one look passed over"


@pytest.mark.parametrize(
    ("read", "doubtful", "second", "meant"),
    [
        ("ทุก ๓ เดื่อน", 9, "้", "ทุก ๓ เดือน"),  # no word has the tone
        ("สำนักงามีหนังสือแจ้ง", 14, "้", "สำนักงามีหนังสือแจ้ง"),  # words as they are
        ("ประชาสัมพันธ๊", 12, "์", "ประชาสัมพันธ์"),  # the next likely mark makes a word
        ("กข่ฃค", 2, "้", "กข่ฃค"),  # no word either way
    ],
)
def test_doubtful_marks_are_held_against_the_dictionary(
    read: str, doubtful: int, second: str, meant: str
) -> None:
    line = said(read)
    changed = replace(line[doubtful], share=0.6, second=second, second_share=0.2, nothing=0.1)
    line[doubtful] = changed
    assert "".join(s.text for s in spelled(line)) == meant


def test_marks_read_surely_are_left_alone() -> None:
    line = [replace(s, share=0.97) for s in said("ทุก ๓ เดื่อน")]
    assert spelled(line) == line


def test_numbers_keep_their_sureness_and_what_else_they_may_read() -> None:
    read = glyphs("ข้อ ๙๓.๐๒ คะแนน", sure={5: (0.6, "๘"), 0: (0.5, "ช")})
    (number,) = numbers_of(1, read, None)
    assert (number.text, number.sure, number.others) == ("๙๓.๐๒", 0.6, ("๙๘.๐๒",))
    assert [d.text for d in doubts_of(1, read, None)] == ["ข", "๓"]


def test_two_numbers_on_two_lines_are_two() -> None:
    read = glyphs("93", sure={})
    read[1].y = 80
    assert [n.text for n in numbers_of(1, read, None)] == ["9", "3"]


def test_the_mean_sureness_leaves_spaces_out() -> None:
    read = glyphs("ก ข", sure={0: (0.8, ""), 1: (0.1, ""), 2: (0.6, "")})
    assert mean_sureness(read) == pytest.approx(0.7)
    assert mean_sureness([]) is None


def test_boxes_go_back_to_the_page_as_it_is() -> None:
    from extract.model import Box

    turn = Turn(90, 842, 595, 1.0)
    back = turn.back(Box(400, 290, 442, 305))
    assert back.x0 < 595 / 2 + 40
    assert 0 <= back.top <= back.bottom <= 842
