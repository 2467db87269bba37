"""`ita browse`: every page of Datasette opens, Thai is found, and facts lead to their page."""

from __future__ import annotations

import asyncio
import hashlib
import io
import re
import shutil
import socket
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from click.testing import CliRunner
from PIL import Image

from extract.model import Box
from load.build import refresh
from pipeline.cli import cli
from pipeline.exit_codes import ExitCode
from publish.browse.metadata import metadata
from publish.browse.pages import box_of
from publish.browse.server import HOST, datasette_of, serve
from publish.errors import PublishError
from publish.questions import questions
from publish.reader import asking
from publish.tables import published
from tests.load.reports import FULL, PLAN, incoming
from tests.publish.city import FILES
from tests.reports import SAMPLES

SAMPLE = SAMPLES[0]


class Browser:
    """A web browser without a window."""

    def __init__(self, db: Path, raw: Path) -> None:
        self._datasette = datasette_of(db, raw)

    def get(self, address: str) -> Any:
        return asyncio.run(self._datasette.client.get(address))

    def page(self, address: str) -> str:
        answer = self.get(address)
        assert answer.status_code == 200, f"{address}: {answer.status_code}"
        return str(answer.text)


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a real report, one that changed since, and something that is no report."""
    folder = tmp_path_factory.mktemp("browse") / "raw"
    folder.mkdir()
    for name in ("full.pdf", "plan.pdf"):
        shutil.copy(SAMPLE, folder / name)
    (folder.parent / "secret.pdf").write_bytes(SAMPLE.read_bytes())
    return folder


@pytest.fixture(scope="module")
def browser(raw: Path) -> Iterator[Browser]:
    db = raw.parent / "ita.db"
    same = replace(FULL, sha256=hashlib.sha256(SAMPLE.read_bytes()).hexdigest())
    refresh(
        db,
        [
            *FILES,
            incoming("full.pdf", same),
            incoming("plan.pdf", PLAN),
            incoming("../secret.pdf", PLAN),
        ],
    )
    yield Browser(db, raw)


def document(browser: Browser, path: str) -> int:
    rows = browser.get(f"/ita/v_document.json?path={quote(path)}&_shape=array").json()
    return int(rows[0]["document_id"])


def test_the_first_pages_open(browser: Browser) -> None:
    assert "/ita" in browser.page("/")
    first = browser.page("/ita")
    assert all(f'href="/ita/{name}"' in first for name in questions())
    assert "ข้อที่ได้คะแนนต่ำที่สุดของแต่ละเขต" in first


def test_every_table_and_view_opens_with_its_meaning(city: Path, browser: Browser) -> None:
    with asking(city) as connection:
        tables = published(connection)
    for table in tables:
        page = browser.page(f"/ita/{table.name}")
        assert table.heading_th in page and table.description_th in page, table.name
        for column in table.columns:
            assert column.description_th in page, f"{table.name}.{column.name}"


@pytest.mark.parametrize("name", questions())
def test_every_question_is_answered(browser: Browser, name: str) -> None:
    page = browser.page(f"/ita/{name}")
    asked = questions()[name]
    assert f"<title>{asked.title_th} · {asked.title_en}</title>" in unescape(page)
    assert all(column.description_th in page for column in questions()[name].columns)
    assert "SQL query took too long" not in page
    assert browser.get(f"/ita/{name}.json?_shape=array").status_code == 200


def test_a_question_takes_parameters(browser: Browser) -> None:
    page = browser.page("/ita/lowest-items?year=2566&count=1&district=")
    assert 'value="2566"' in page
    rows = browser.get("/ita/lowest-items.json?year=2566&count=1&district=1001&_shape=array").json()
    assert [(row["code"], row["score"]) for row in rows] == [("O1", 0)]


@pytest.mark.parametrize(
    ("table", "word", "count"),
    [
        ("v_measure", "คู่มือ", 3),
        ("measure", "คู่มือการ", 2),
        ("v_measure", "๕๐๐ เล่ม", 1),
        ("v_measure", 'AND "OR*', 0),
        ("v_weakness", "ล่าช้า", 2),
        ("v_weakness", "ไม่มีคำนี้", 0),
    ],
)
def test_thai_is_found(browser: Browser, table: str, word: str, count: int) -> None:
    rows = browser.get(f"/ita/{table}.json?_search={quote(word)}&_shape=array").json()
    assert len(rows) == count


@pytest.mark.parametrize(("word", "count"), [("ม่", 1), ("ซ้ำ ล่", 1), ("%", 0)])
def test_one_and_two_letters_are_found_too(browser: Browser, word: str, count: int) -> None:
    answer = browser.get(f"/ita/v_weakness?_sort=weakness_id&_search={quote(word)}")
    assert answer.status_code == 302
    target = answer.headers["location"]
    assert "_short=" in target and "_sort=weakness_id" in target
    page = browser.page(target)
    found = browser.get(target.replace("?", ".json?") + "&_shape=array").json()
    assert "มีคำว่า" in page
    with_word = [row for row in found if all(part in row["text"] for part in word.split())]
    assert with_word == found
    assert count == 0 or found


def test_pages_lead_to_pictures(browser: Browser) -> None:
    full = document(browser, "full.pdf")
    page = browser.page(f"/ita/v_score?document_id={full}")
    assert f'href="/-/page/{full}/2?box=70.12,100.5,200.0,130.25"' in page
    for name in ("lowest-items", "overdue-measures", "findings-first"):
        assert re.search(r'href="/-/page/[0-9]+/[0-9]+', browser.page(f"/ita/{name}")), name
    alike = browser.page("/ita/alike-measures")
    assert len(set(re.findall(r'href="(/-/page/[0-9]+/[0-9]+)', alike))) == 2


def test_lists_of_codes_may_be_parted_between_codes_only(browser: Browser) -> None:
    page = browser.page("/ita/v_measure?_size=max")
    codes = re.findall(r'<td class="col-codes[^"]*">([^<,]*(?:,<wbr>[^<,]*)+)</td>', page)
    assert codes and not re.findall(r'<td class="col-codes[^"]*">[^<,]*,[^<]', page)


def test_the_page_of_a_page(browser: Browser) -> None:
    full = document(browser, "full.pdf")
    page = browser.page(f"/-/page/{full}/2?box=70,100,200,130")
    assert f'src="/-/page/{full}/2.png?box=70%2C100%2C200%2C130"' in page
    assert f'href="/-/page/{full}/1"' in page and f'href="/-/page/{full}/3"' in page
    assert "ต่างจากที่อ่าน" not in page
    changed = document(browser, "plan.pdf")
    assert "ต่างจากที่อ่าน" in browser.page(f"/-/page/{changed}/1")


def test_the_picture_has_the_place_marked(browser: Browser) -> None:
    full = document(browser, "full.pdf")
    pictures = []
    for query in ("", "?box=70,100,200,130"):
        answer = browser.get(f"/-/page/{full}/2.png{query}")
        assert answer.headers["content-type"] == "image/png"
        pictures.append(Image.open(io.BytesIO(answer.content)))
    plain, marked = pictures
    assert plain.size == marked.size
    assert plain.tobytes() != marked.tobytes()


@pytest.mark.parametrize("page", ["0", "4", "999999"])
def test_a_page_that_is_not_there_is_not_found(browser: Browser, page: str) -> None:
    full = document(browser, "full.pdf")
    for ending in ("", ".png"):
        assert browser.get(f"/-/page/{full}/{page}{ending}").status_code == 404
        assert browser.get(f"/-/page/1/{page}{ending}").status_code == 404


def test_only_files_of_the_folder_are_shown(browser: Browser) -> None:
    outside = document(browser, "../secret.pdf")
    gone = document(browser, "2567/b67.pdf")
    for number in (outside, gone):
        for ending in ("", ".png"):
            answer = browser.get(f"/-/page/{number}/1{ending}")
            assert answer.status_code == 404
            assert "--raw" in answer.text


@pytest.mark.parametrize(
    "text", [None, "", "1,2,3", "1,2,3,x", "9,9,1,1", "1,2,nan,4", "1,2,3,inf"]
)
def test_what_is_no_place_is_not_marked(text: str | None) -> None:
    assert box_of(text) is None
    assert box_of("1,2,3,4.5") == Box(1, 2, 3, 4.5)


@pytest.mark.parametrize(
    "sql", ["delete from score", "attach 'x.db' as x", "pragma user_version=9"]
)
def test_nobody_writes(browser: Browser, sql: str) -> None:
    answer = browser.get(f"/ita?sql={quote(sql)}")
    assert answer.status_code == 400


def test_what_the_database_says_is_escaped(browser: Browser) -> None:
    page = browser.page("/ita/v_weakness")
    assert "งาน &lt;b&gt;ล่าช้า&lt;/b&gt;" in page and "<b>ล่าช้า</b>" not in page


def test_the_metadata_hides_the_tables_behind_the_views(city: Path) -> None:
    with asking(city) as connection:
        tables = metadata(connection)["databases"]["ita"]["tables"]
    assert tables["v_score"]["hidden"] is False
    assert tables["score"]["hidden"] is True
    assert all(table["description"] and table["columns"] for table in tables.values())


def test_it_answers_on_this_machine_only() -> None:
    assert HOST == "127.0.0.1"


def test_a_port_that_is_taken_is_said(city: Path) -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PublishError, match=f"Port {port} is taken"):
            serve(None, port)


def test_the_command_says_where_to_look(city: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[int] = []
    monkeypatch.setattr("publish.browse.server.serve", lambda _datasette, port: served.append(port))
    result = CliRunner().invoke(cli, ["browse", "--db", str(city), "--port", "8123"])
    assert result.exit_code == ExitCode.DONE
    assert result.stdout == "http://127.0.0.1:8123/ita\n"
    assert served == [8123]


def test_without_datasette_the_command_says_what_to_do(
    city: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "datasette.app", None)
    result = CliRunner().invoke(cli, ["browse", "--db", str(city)])
    assert result.exit_code == ExitCode.DATABASE
    assert "make browse" in result.stderr


def test_no_database_has_its_own_code(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["browse", "--db", str(tmp_path / "none.db")])
    assert result.exit_code == ExitCode.DATABASE
