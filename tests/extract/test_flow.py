"""Columns of text beside each other are read one after the other."""

from __future__ import annotations

from extract.text.clusters import Cluster
from extract.text.flow import lists_beside, reading_runs


def line(text: str, x: float, y: float) -> list[Cluster]:
    """A printed line of letters five points wide."""
    return [Cluster(c, x + 5 * i, x + 5 * i + 5, y, 10, 0, False) for i, c in enumerate(text)]


def texts(runs: list[list[Cluster]]) -> list[str]:
    return ["".join(c.text for c in sorted(run, key=lambda c: (c.y, c.x0))) for run in runs]


def page(left: list[str], right: list[str]) -> list[Cluster]:
    found = []
    for i, (a, b) in enumerate(zip(left, right, strict=True)):
        found += line(a, 40, 100 + 15 * i) + line(b, 200, 100 + 15 * i)
    return found


WORDS = ["aaaa bbbb cccc dddd", "eeee ffff gggg hhhh", "iiii jjjj kkkk llll", "mmmm nnnn oooo"]


def test_two_columns_are_two_runs_with_their_spaces() -> None:
    right = [w.upper() for w in WORDS]
    assert texts(reading_runs(page(WORDS, right))) == ["".join(WORDS), "".join(right)]


def test_what_stands_above_and_below_is_its_own_run() -> None:
    head, foot = line("T" * 60, 40, 70), line("F" * 60, 40, 190)
    found = texts(reading_runs([*head, *page(WORDS, WORDS), *foot]))
    assert found == ["T" * 60, "".join(WORDS), "".join(WORDS), "F" * 60]


def test_labels_and_values_stay_lines() -> None:
    assert len(reading_runs(page(WORDS, ["90.10", "91.20", "92.30", "93.40"]))) == 1


def test_text_across_the_gap_is_no_column() -> None:
    broken = page(WORDS, WORDS) + line("x" * 40, 40, 107) + line("x" * 40, 40, 137)
    assert len(reading_runs(broken)) == 1


def test_thousands_of_lines_end_in_time() -> None:
    many = [c for i in range(4000) for c in line("ab", 40 + 13 * (i % 30), 5.0 * i)]
    assert sum(map(len, reading_runs(many))) == len(many)


def test_columns_whose_lines_stand_at_other_heights() -> None:
    left = [c for i, w in enumerate(WORDS) for c in line(w, 40, 100 + 15 * i)]
    right = [c for i, w in enumerate(WORDS) for c in line(w.upper(), 200, 105 + 15 * i)]
    assert texts(reading_runs([*left, *right])) == ["".join(WORDS), "".join(WORDS).upper()]


def test_answers_below_their_labels_are_no_column() -> None:
    labels = [c for i, w in enumerate(WORDS) for c in line(w, 40, 100 + 30 * i)]
    answers = [c for i, w in enumerate(WORDS) for c in line(w, 200, 115 + 30 * i)]
    assert len(reading_runs([*labels, *answers])) == 1


def test_a_table_without_rules_is_read_across() -> None:
    cells = page(WORDS, WORDS)
    codes = [c for i in range(4) for c in line(f"I{i}", 5, 100 + 15 * i)]
    assert len(reading_runs([*codes, *cells])) == 1


def test_lists_of_codes_beside_each_other_are_two_lists() -> None:
    found = []
    for side, first in ((40, 1), (300, 5)):
        for i, w in enumerate(WORDS):
            found += line(f"I{first + i}", side, 100 + 30 * i)
            found += line(w, side + 40, 100 + 30 * i) + line(
                "xxxx yyyy zzzz", side + 40, 115 + 30 * i
            )
    left, right = lists_beside(found)
    assert max(c.x1 for c in left) < 300 <= min(c.x0 for c in right)
    assert len(reading_runs(found)) == 2


def test_a_list_of_codes_beside_other_text_is_one_run() -> None:
    codes = [c for i in range(4) for c in line(f"I{i}", 5, 100 + 15 * i)]
    assert len(lists_beside([*codes, *page(WORDS, WORDS)])) == 1


def test_labels_that_end_in_a_colon_are_read_with_what_stands_beside_them() -> None:
    labels = [word[:-1] + ":" for word in WORDS]
    assert len(reading_runs(page(labels, WORDS))) == 1


def test_codes_half_way_between_two_lines_of_their_texts_hang_at_the_edge() -> None:
    """Lists side by side whose codes and scores stand beside the middle of longer titles."""
    found: list[Cluster] = []
    for letter, x in (("I", 40.0), ("O", 400.0)):
        found += line(f"{letter}1", x, 100) + line("words of a title", x + 40, 100)
        found += line("82.36", x + 240, 100)
        found += line("a title of two lines", x + 40, 120) + line("and its second one", x + 40, 132)
        found += line(f"{letter}2", x, 126) + line("92.40", x + 240, 126)
        found += line(f"{letter}3", x, 150) + line("words of another", x + 40, 150)
        found += line("90.79", x + 240, 150)
    left, right = texts(lists_beside(found))
    assert "I" in left and "O" not in left
    assert "O" in right and "I" not in right
