"""Makes the bundled sample reports and the layout fixtures again: content -> PDF and truth.

``python -m tests.samples.make [--only NAME] [--truth-only]``, run in the project's folder;
``tests/samples/README.md`` says what has to be installed.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from tests.samples.body import layout
from tests.samples.content import Content, read
from tests.samples.producers import produce
from tests.samples.rotate import rotate
from tests.samples.truth import truth

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
# Where the content stands, where its PDFs go and where its truth goes.
SETS = (
    (HERE / "content", PROJECT / "data" / "raw", HERE / "truth"),
    (HERE / "layouts", PROJECT / "tests" / "layouts", PROJECT / "tests" / "layouts"),
)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", default="", help="make only the files with this in their name")
    parser.add_argument("--truth-only", action="store_true", help="write the truth, print no PDF")
    options = parser.parse_args(arguments)
    for contents, pdfs, truths in SETS:
        for path in sorted(contents.glob("*.json")):
            if options.only not in path.stem:
                continue
            content = read(path)
            _write_truth(content, truths)
            if not options.truth_only:
                _print(content, pdfs)


def _write_truth(content: Content, folder: Path) -> None:
    text = json.dumps(truth(content), ensure_ascii=False, indent=1)
    (folder / f"{content.name}.json").write_text(text + "\n", encoding="utf-8")


def _print(content: Content, folder: Path) -> None:
    target = folder / f"{content.name}.pdf"
    produce(layout(content), content.raw["engine"], target)
    if content.raw.get("rotate"):
        rotate(target)
    print(f"{target.relative_to(PROJECT)}: {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
