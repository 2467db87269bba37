"""Short bold heads in the margin are read before the text beside them."""

from __future__ import annotations

from extract.text.clusters import Cluster
from extract.text.flow import reading_runs

TEXT = [w * 10 for w in ("aaa ", "bbb ", "ccc ", "ddd ", "eee ")]
TOPS = (100, 190)


def line(text: str, x: float, y: float, *, bold: bool = False, size: float = 10) -> list[Cluster]:
    """A printed line of letters half as wide as they are high."""
    wide = size / 2
    return [
        Cluster(c, x + wide * i, x + wide * i + wide, y, size, 0, bold) for i, c in enumerate(text)
    ]


def page(*heads: list[str], bold: bool = True, size: float = 10) -> list[Cluster]:
    """Two heads in the margin, the first line of each in bold, five lines of text beside each."""
    found = []
    for top, head in zip(TOPS, heads, strict=True):
        for i, words in enumerate(head):
            own = size if i == 0 else 10.0
            found += line(words, 40, top + 15 * i, bold=bold and i == 0, size=own)
        for i, words in enumerate(TEXT):
            found += line(words, 120, top + 15 * i, bold=bold and i == 0)
    return found


def texts(runs: list[list[Cluster]]) -> list[str]:
    return ["".join(c.text for c in sorted(run, key=lambda c: (c.y, c.x0))) for run in runs]


BESIDE = "".join(TEXT)


def test_each_head_is_read_before_the_text_beside_it() -> None:
    found = texts(reading_runs(page(["Part 1", "name", "82.37"], ["Part 2", "name", "86.22"])))
    assert found == ["Part 1name82.37", BESIDE, "Part 2name86.22", BESIDE]


def test_the_code_of_an_item_is_of_the_line_with_its_title() -> None:
    found = texts(reading_runs(page(["I1", "82.06", "points"], ["E12", "84.26", "points"])))
    rest = "".join(TEXT[1:])
    assert found == [f"I1{TEXT[0]}", "82.06points", rest, f"E12{TEXT[0]}", "84.26points", rest]


def test_lines_across_the_page_stand_between_heads() -> None:
    across = line("S" * 60, 40, 180)
    found = texts(reading_runs([*page(["I1", "82.06"], ["I2", "84.26"]), *across]))
    assert found[2:4] == ["".join(TEXT[1:]), "S" * 60]


def test_labels_without_numbers_or_in_plain_type_are_no_heads() -> None:
    assert len(reading_runs(page(["label", "two"], ["label", "two"]))) == 1
    assert len(reading_runs(page(["Part 1", "two"], ["Part 2", "two"], bold=False))) == 1


def test_marks_of_lists_hang_out_of_the_text() -> None:
    marks = [c for top in TOPS for c in line("\u2022", 112, top + 30)]
    found = texts(reading_runs([*page(["I1", "82.06"], ["I2", "84.26"]), *marks]))
    assert found[0] == f"I1{TEXT[0]}"
    assert found[2] == f"{TEXT[1]}\u2022{''.join(TEXT[2:])}"
