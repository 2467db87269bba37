"""Where the reports with known truth lie: the bundled samples and the layouts no district has used.

``layouts/passing.txt`` and ``heldout/passing.txt`` name those that are read without a fault; a line
is added when one more is, and none is taken away.
"""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).parent
LAYOUTS = TESTS / "layouts"
HELDOUT = TESTS / "heldout"
SAMPLES = sorted((TESTS.parent / "data" / "raw").glob("sample-*.pdf"))


def sample_truth(pdf: Path) -> Path:
    """The truth of a sample."""
    return TESTS / "samples" / "truth" / f"{pdf.stem}.json"


def passing_layouts() -> list[Path]:
    """The layouts that must be read without a fault."""
    return [
        folder / f"{name}.pdf"
        for folder in (LAYOUTS, HELDOUT)
        for name in (folder / "passing.txt").read_text(encoding="utf-8").split()
    ]
