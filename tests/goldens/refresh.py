"""Writes the goldens again from what the samples are read as now: look through the diff after it.

Run in the project's folder: ``python -m tests.goldens.refresh``.
"""

from __future__ import annotations

from extract.read import read_document
from normalize.report import read_report
from quality.check import check_report
from tests.goldens.report import GOLDENS, golden_path, write_goldens
from tests.reports import SAMPLES


def main() -> None:
    """Refresh every golden, remove those without a sample and name what changed."""
    kept = {golden_path(pdf) for pdf in SAMPLES}
    for stale in set(GOLDENS.glob("*.json")) - kept:
        stale.unlink()
        print(f"removed {stale.name}: its sample is gone")
    reports = ((pdf, check_report(read_report(read_document(pdf)))) for pdf in SAMPLES)
    for path in write_goldens(reports):
        print(f"changed {path.name}")


if __name__ == "__main__":
    main()
