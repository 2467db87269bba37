from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.found import SameNameError, find

SUFFIXES = {".pdf"}


def put(path: Path, text: str = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def keys(*paths: Path) -> list[str]:
    return [file.key for file in find(paths, SUFFIXES).files]


def test_folder_is_searched_with_its_folders_in_order(tmp_path: Path) -> None:
    for name in ("b.pdf", "a.pdf", "2567/z.pdf", "2566/deep/y.PDF"):
        put(tmp_path / name)
    assert keys(tmp_path) == ["2566/deep/y.PDF", "2567/z.pdf", "a.pdf", "b.pdf"]


def test_other_files_of_a_folder_are_passed_over_in_silence(tmp_path: Path) -> None:
    for name in (
        ".gitkeep",
        ".hidden.pdf",
        ".git/a.pdf",
        "a.json",
        "notes.docx",
        "~lock",
        "._a.pdf",
    ):
        put(tmp_path / name)
    found = find([tmp_path], SUFFIXES)
    assert found.files == ()
    assert found.passed == ()


def test_named_file_is_called_by_its_name(tmp_path: Path) -> None:
    assert keys(put(tmp_path / "deep" / "a.pdf")) == ["a.pdf"]


def test_named_file_of_another_kind_is_reported(tmp_path: Path) -> None:
    found = find([put(tmp_path / "notes.docx")], SUFFIXES)
    assert found.files == ()
    assert [(p.key, p.error) for p in found.passed] == [("notes.docx", True)]
    assert ".pdf" in found.passed[0].reason


def test_file_given_twice_is_loaded_once(tmp_path: Path) -> None:
    file = put(tmp_path / "a.pdf")
    assert keys(tmp_path, tmp_path, file) == ["a.pdf"]


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    first, second = put(tmp_path / "1" / "a.pdf"), put(tmp_path / "2" / "a.pdf", "y")
    with pytest.raises(SameNameError) as caught:
        find([first.parent, second.parent], SUFFIXES)
    assert (caught.value.key, caught.value.first, caught.value.second) == ("a.pdf", first, second)


def test_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = put(tmp_path / "outside" / "secret.pdf")
    inside = tmp_path / "raw"
    inside.mkdir()
    (inside / "a.pdf").symlink_to(outside)
    (inside / "folder").symlink_to(outside.parent)
    found = find([inside], SUFFIXES)
    assert found.files == ()
    assert [(p.key, p.error) for p in found.passed] == [("a.pdf", False)]


def test_link_inside_the_folder_is_no_second_report(tmp_path: Path) -> None:
    put(tmp_path / "b.pdf")
    put(tmp_path / "store" / "object")
    (tmp_path / "a.pdf").symlink_to("b.pdf")
    (tmp_path / "c.pdf").symlink_to("store/object")
    assert keys(tmp_path) == ["b.pdf", "c.pdf"]


def test_dead_link_and_pipe_are_reported(tmp_path: Path) -> None:
    (tmp_path / "dead.pdf").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe.pdf")
    found = find([tmp_path], SUFFIXES)
    assert found.files == ()
    assert {(p.key, p.error) for p in found.passed} == {("dead.pdf", True), ("pipe.pdf", True)}


@pytest.mark.parametrize(
    "name", ["-rf.pdf", "a\nb.pdf", 'it\'s "so".pdf', "\u202efdp.pdf", "$(x).pdf"]
)
def test_strange_names_are_names(tmp_path: Path, name: str) -> None:
    put(tmp_path / name)
    assert keys(tmp_path) == [name]


def test_name_that_is_no_text_becomes_text(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.pdf")).write_text("x")
    (file,) = find([tmp_path], SUFFIXES).files
    assert (file.key, file.name) == ("caf\\xe9.pdf", "caf\\xe9.pdf")
    assert file.path.read_text() == "x"


@pytest.mark.parametrize("when", [-10.5, 0, 1e10])
def test_dates_of_odd_disks_can_be_stored(tmp_path: Path, when: float) -> None:
    path = put(tmp_path / "a.pdf")
    os.utime(path, (when, when))
    (file,) = find([tmp_path], {".pdf"}).files
    assert 0 <= file.modified_ns < 2**63
