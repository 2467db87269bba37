"""Makes the held-out reports again: template -> PDF and truth.

``python -m tests.samples.heldout.make [--only NAME] [--truth-only]``, run in the project's folder.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.samples.heldout.blocks import layout
from tests.samples.heldout.marks import truth
from tests.samples.heldout.page import document
from tests.samples.heldout.template import Source, render
from tests.samples.heldout.turning import lay_down
from tests.samples.producers import print_source, produce

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "heldout"


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", default="", help="make only the files with this in their name")
    parser.add_argument("--truth-only", action="store_true", help="write the truth, print no PDF")
    options = parser.parse_args(arguments)
    for path in sorted((HERE / "reports").glob("*.html")):
        if options.only not in path.stem:
            continue
        source = render(path)
        text = json.dumps(truth(source), ensure_ascii=False, indent=1)
        (TARGET / f"{source.name}.json").write_text(text + "\n", encoding="utf-8")
        if not options.truth_only:
            _print(source, TARGET / f"{source.name}.pdf")


def _print(source: Source, target: Path) -> None:
    engine = source.meta["engine"]
    if engine in ("chromium", "weasyprint"):
        with tempfile.TemporaryDirectory() as folder:
            print_source(document(source), engine, Path(folder), target)
    else:
        produce(layout(source.html, source.meta), engine, target)
    if source.meta.get("turn"):
        lay_down(target)
    print(f"{target.name}: {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
