"""Drawing a page ends too, whatever the page: the picture is a look, not worth the machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.fonts.render_page import PictureError, draw_page
from tests.hostile.case import SAMPLE
from tests.hostile.content import INFINITE, box, form_fan


def test_a_page_that_never_ends_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extract.fonts.render_page._SECONDS", 3)
    (tmp_path / "fan.pdf").write_bytes(form_fan())
    with pytest.raises(PictureError, match="took over 3 s"):
        draw_page(tmp_path / "fan.pdf", 1)
    assert draw_page(SAMPLE, 1).width > 500


@pytest.mark.parametrize("written", ["[0 0 1000000000 1000000000]", f"[0 0 {INFINITE} 1]"])
def test_a_page_of_any_size_has_a_picture_of_bounded_size(tmp_path: Path, written: str) -> None:
    (tmp_path / "huge.pdf").write_bytes(box(written))
    picture = draw_page(tmp_path / "huge.pdf", 1)
    assert picture.width * picture.height <= 41_000_000
