"""The notebook of the docs runs on the bundled samples and shows what it gives.

Its outputs are saved in it, so that it can be read without being run; here they are held against
what the cells give now. Where a change is meant, ``python -m tests.test_notebook`` writes them.
"""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from typing import Any

import nbformat
import pytest
from click.testing import CliRunner
from nbclient import NotebookClient

from pipeline.cli import cli
from tests.reports import SAMPLES

ROOT = Path(__file__).parents[1]
NOTEBOOK = ROOT / "docs" / "notebook.ipynb"
SECONDS = 60
"""How long a cell may take; all of them take about five seconds."""
THAI, LATIN = re.compile("[ก-๛]{3}"), re.compile("[a-z]{3}")


def executed(folder: Path) -> Any:
    """The notebook after a run in a folder like the project's, with the samples loaded.

    The kernel is this interpreter, whatever kernels and settings the user has.
    """
    (folder / "docs").mkdir()
    db = folder / "data" / "processed" / "ita.db"
    db.parent.mkdir(parents=True)
    loaded = CliRunner().invoke(cli, ["load", *map(str, SAMPLES), "--db", str(db)])
    assert loaded.exit_code == 0, loaded.output
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    own = {name: str(folder / "jupyter") for name in ("JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR")}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {**own, "IPYTHONDIR": str(folder / "ipython")}.items():
            patch.setenv(name, value)
        paths = (str(ROOT), os.environ.get("PYTHONPATH", ""))
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, paths)))
        client = NotebookClient(
            notebook,
            timeout=SECONDS,
            kernel_name="python3",
            record_timing=False,
            resources={"metadata": {"path": str(folder / "docs")}},
        )
        return client.execute()


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return executed(tmp_path_factory.mktemp("desk"))


def outputs(notebook: Any) -> list[tuple[str, list[str]]]:
    """Each code cell with what stands below it: white space and rich forms of tables aside."""
    return [
        (cell.source, [_plain(output) for output in cell.outputs])
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def _plain(output: Any) -> str:
    if output.output_type == "stream":
        return f"{output.name}: {output.text}"
    text = output.data.get("image/svg+xml") or output.data["text/plain"]
    return " ".join(text.split())


def test_the_outputs_saved_are_those_of_a_run(run: Any) -> None:
    saved = nbformat.read(NOTEBOOK, as_version=4)
    for (source, shown), (_, now) in zip(outputs(saved), outputs(run), strict=True):
        assert shown == now, f"{source}\nIf it is meant: python -m tests.test_notebook"


def test_nothing_is_warned_of_and_no_answer_is_empty(run: Any) -> None:
    below = [one for _, shown in outputs(run)[1:] for one in shown]
    assert len(below) == len(outputs(run)) - 1
    assert not [one for one in below if one.startswith(("stderr:", "Empty DataFrame"))]


def test_every_text_is_in_both_languages(run: Any) -> None:
    for cell in run.cells:
        if cell.cell_type == "markdown":
            assert THAI.search(cell.source) and LATIN.search(cell.source), cell.source


def test_links_lead_somewhere(run: Any) -> None:
    texts = "".join(cell.source for cell in run.cells if cell.cell_type == "markdown")
    links = re.findall(r"\]\(([^)#:]+)\)", texts)
    assert links
    assert [link for link in links if not (NOTEBOOK.parent / link).exists()] == []


def refresh() -> None:
    """Write what the cells give now into the notebook, and nothing that differs between runs."""
    with tempfile.TemporaryDirectory() as folder:
        notebook = executed(Path(folder))
    notebook.metadata = nbformat.read(NOTEBOOK, as_version=4).metadata
    for cell in notebook.cells:
        cell.metadata = {}
    nbformat.write(notebook, NOTEBOOK)


if __name__ == "__main__":
    refresh()
