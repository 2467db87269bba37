"""Pages of `ita browse` and `ita report` in a real browser: they open, find, and err in nothing.

Only where Chromium is installed and works; what the pages say is tested without it.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from pipeline.cli import cli
from publish.browse.server import HOST

ROOT = Path(__file__).parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
FLAGS = (
    "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --enable-logging=stderr"
    " --virtual-time-budget=3000 --dump-dom"
).split()


@dataclass(frozen=True, slots=True)
class Seen:
    """A page after its scripts ran, and what stands in the console."""

    page: str
    console: list[str]


class Chromium:
    """A browser with an empty profile."""

    def __init__(self, profile: Path) -> None:
        self._profile = profile

    def open(self, address: str) -> Seen:
        command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={self._profile}", address]
        run = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)
        return Seen(run.stdout, [line for line in run.stderr.splitlines() if "CONSOLE" in line])


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Chromium:
    """One that runs a script and tells what it says; without one there is nothing to test."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium")
    folder = tmp_path_factory.mktemp("chromium")
    page = folder / "page.html"
    page.write_text("<p id=p></p><script>p.append('done'); console.error('heard')</script>")
    browser = Chromium(folder / "profile")
    try:
        seen = browser.open(page.as_uri())
    except (OSError, subprocess.TimeoutExpired):
        pytest.skip("Chromium does not start here")
    if '<p id="p">done</p>' not in seen.page or len(seen.console) != 1:
        pytest.skip("Chromium does not work here")
    return browser


@pytest.fixture(scope="module")
def address(city: Path) -> Iterator[str]:
    """Where `ita browse` answers."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    start = "from pipeline.cli import main; main()"
    arguments = ["browse", "--db", str(city), "--port", str(port)]
    process = subprocess.Popen(
        [sys.executable, "-c", start, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        told = process.stdout.readline().strip()
        for _ in range(100):
            with socket.socket() as knock:
                if knock.connect_ex((HOST, port)) == 0:
                    break
            time.sleep(0.2)
        yield told
    finally:
        process.terminate()
        process.wait()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("", "ข้อที่ได้คะแนนต่ำที่สุดของแต่ละเขต"),
        ("/ranking", '<td class="col-agency_th">ดุสิต</td>'),
        (f"/v_measure?_search={quote('คู่มือ')}", "3 rows"),
        (f"/v_weakness?_search={quote('ม่')}", "1 row"),
        ("/v_score_current?_facet=code", "col-score"),
    ],
)
def test_datasette(chromium: Chromium, address: str, path: str, said: str) -> None:
    seen = chromium.open(address + path)
    assert said in seen.page
    assert seen.console == []


@pytest.mark.parametrize("name", ["index", "agency-1001", "wording", "findings", "about"])
def test_the_report(chromium: Chromium, city: Path, tmp_path: Path, name: str) -> None:
    arguments = ["report", str(tmp_path / "report"), "--db", str(city)]
    assert CliRunner().invoke(cli, arguments).exit_code == 0
    seen = chromium.open((tmp_path / "report" / f"{name}.html").as_uri())
    assert "ITA กรุงเทพมหานคร" in seen.page
    assert seen.console == []
