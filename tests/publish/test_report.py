"""The report of the made-up city: every link leads somewhere, every number to its page."""

from __future__ import annotations

import base64
import hashlib
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner, Result

from load.build import refresh
from normalize.codebook.finding_kinds import finding_kinds
from pipeline.cli import cli
from pipeline.exit_codes import ExitCode
from tests.load.reports import FAILED, FULL, incoming
from tests.publish.city import DUSIT_67, FORMULA

TODAY = "2024-04-10"
VOID = {"br", "circle", "img", "input", "line", "link", "meta", "polygon", "rect"}


class Page(HTMLParser):
    """What a page is made of, and whether its tags close."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self.source = path.read_text(encoding="utf-8")
        self.feed(self.source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, f"{self.path.name}: {tag} at {self.getpos()}"
        self.open.pop()
        if tag in ("td", "th", "li", "p"):
            self.texts.append((tuple(self.open), " "))

    def handle_data(self, data: str) -> None:
        self.texts.append((tuple(self.open), data))

    @property
    def links(self) -> list[str]:
        return [str(attrs["href"]) for tag, attrs in self.tags if tag == "a" and attrs.get("href")]

    @property
    def ids(self) -> set[str]:
        return {str(attrs["id"]) for _, attrs in self.tags if "id" in attrs}

    @property
    def text(self) -> str:
        return "".join(text for path, text in self.texts if "style" not in path)


def report(db: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["report", "--db", str(db), *arguments])


@pytest.fixture(scope="module")
def site(city: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "report"
    raw = tmp_path_factory.mktemp("raw & files")
    (raw / "2567").mkdir()
    (raw / "2567" / "b67.pdf").write_bytes(b"%PDF-1.7")
    result = report(city, str(folder), "--raw", str(raw), "--today", TODAY)
    assert result.exit_code == ExitCode.DONE, result.stderr
    assert result.stdout == f"{folder / 'index.html'}\n"
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    return {path.name: Page(path) for path in sorted(site.glob("*.html"))}


def test_the_pages_there_are(pages: dict[str, Page]) -> None:
    names = {re.sub(r"[0-9]{5,}", "N", name) for name in pages}
    assert {
        "index.html",
        "year-2567.html",
        "year-2566.html",
        "agency-1001.html",
        "agency-1002.html",
        "code-2567-E1.html",
        "code-2566-10.html",
        "wording.html",
        "findings.html",
        "about.html",
        "document-N.html",
    } <= names
    assert len([name for name in pages if name.startswith("document-")]) == 7
    assert pages["index.html"].source == pages["year-2567.html"].source


def test_tags_close_and_ids_are_unique(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert page.open == [], name
        ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
        assert len(ids) == len(set(ids)), name


def test_every_link_leads_somewhere(site: Path, pages: dict[str, Page]) -> None:
    leading_out = set()
    for name, page in pages.items():
        for link in page.links:
            target, _, anchor = link.partition("#")
            if target and target not in pages:
                leading_out.add(link)
                assert (site / unquote(target)).is_file(), link
                continue
            found = pages[target or name]
            assert not anchor or anchor in found.ids, f"{name} -> {link}"
    assert any(link.endswith("/2567/b67.pdf#page=1") for link in leading_out)
    assert all("raw%20%26%20files" in link for link in leading_out)


def test_nothing_comes_from_the_network_and_nothing_runs(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        policy = next(
            str(attrs["content"])
            for tag, attrs in page.tags
            if tag == "meta" and attrs.get("http-equiv") == "Content-Security-Policy"
        )
        style = page.source.partition("<style>")[2].partition("</style>")[0]
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';"), name
        assert "url(" not in style and "@import" not in style
        for tag, attrs in page.tags:
            assert tag not in ("script", "iframe", "object", "link", "img", "form"), name
            assert not [key for key in attrs if key.startswith("on") or key in ("src", "style")]
            assert not str(attrs.get("href", "")).lower().startswith(("http", "javascript", "data"))


def test_what_the_database_says_is_escaped(pages: dict[str, Page]) -> None:
    weakness = DUSIT_67.weaknesses[0].text
    assert "<b>ล่าช้า</b>" in weakness
    for name in ("agency-1002.html", next(n for n in pages if 'b67.pdf"' in pages[n].source)):
        page = pages[name]
        assert weakness in page.text, name
        assert "<b>ล่าช้า</b>" not in page.source
    assert FORMULA in pages["agency-1002.html"].text


def numbers(page: Page) -> Iterator[tuple[tuple[str, ...], str]]:
    """The scores in tables, up to the means over the city, whose items lead to their own pages."""
    for path, text in page.texts:
        if "ข้อที่ทั้งเมือง" in text:
            return
        if re.fullmatch(r"\s*[0-9]{1,3}\.[0-9]{2}\s*", text) and "table" in path:
            yield path, text.strip()


@pytest.mark.parametrize("name", ["index.html", "year-2566.html", "code-2567-E1.html"])
def test_every_score_leads_to_where_it_is_printed(pages: dict[str, Page], name: str) -> None:
    """A number of a table is a link, or italic because no report prints it."""
    found = list(numbers(pages[name]))
    assert found
    assert [number for path, number in found if not {"a", "i"} & set(path)] == []


def test_scores_on_the_page_of_a_district_lead_there_too(
    pages: dict[str, Page], city: Path
) -> None:
    page = pages["agency-1001.html"]
    with closing(sqlite3.connect(city)) as connection:
        sql = "SELECT document_id, score_id FROM v_score_current WHERE agency_code = '1001'"
        sql += " AND level IN ('overall', 'indicator', 'item')"
        wanted = {f"document-{row[0]}.html#s{row[1]}" for row in connection.execute(sql)}
    assert wanted <= set(page.links)


def test_the_ranking(pages: dict[str, Page]) -> None:
    text = " ".join(pages["index.html"].text.split())
    assert "1 เขตพระนคร 90.00 91.00 93.00 80.00 85.00 +5.00" in text
    assert "2 เขตดุสิต 84.00≠ 83.00 86.00 86.00 – – ผ่าน" in text
    assert "บางบอน" in text.split("เขตที่ยังไม่มีรายงาน")[-1]


def test_the_heat_map_colours_by_band(pages: dict[str, Page]) -> None:
    page = pages["year-2566.html"]
    cells = [str(attrs.get("class")) for tag, attrs in page.tags if tag == "td"]
    assert cells.count("b4") == 5 and cells.count("b5") == 3 and cells.count("b3") == 2


def test_the_page_of_a_district(pages: dict[str, Page]) -> None:
    page = pages["agency-1001.html"]
    radars = [attrs for tag, attrs in page.tags if tag == "svg" and attrs.get("role") == "img"]
    assert len(radars) == 2
    text = " ".join(page.text.split())
    assert "จัดทำแล้ว 500 เล่ม" in text
    assert "กำหนด 31 มี.ค. 2567" in text
    assert "รอบ 1 ต.ค. 2566 – 31 มี.ค. 2567" in text
    assert "พ้นกำหนด" not in text, "its result is in the progress report"
    assert "จุดอ่อนที่ไม่มีมาตรการคู่กัน" in text
    other = " ".join(pages["agency-1002.html"].text.split())
    assert "พ้นกำหนด 377 วัน ยังไม่พบผล" in other
    assert "ฝ่ายทะเบียน, ฝ่ายปกครอง" in other, "several sections, however the cell parts them"
    assert not [1 for tag, attrs in pages["agency-1002.html"].tags if attrs.get("role") == "img"]


def test_copied_wording_is_marked_where_it_differs(pages: dict[str, Page]) -> None:
    page = pages["wording.html"]
    marked = [text for path, text in page.texts if "mark" in path]
    assert "ปีละสองครั้ง" in page.text and "ปีละสี่ครั้ง" in page.text
    assert "".join(marked) == "สองสี่"
    assert "2 หน่วยงาน" in page.text
    assert "เขตดุสิต" in page.text.split("ข้อความที่เอ่ยชื่อเขตอื่น")[-1]


def test_findings_and_checks_are_told(pages: dict[str, Page]) -> None:
    text = " ".join(pages["findings.html"].text.split())
    assert "mean of its items 88.00 86.00 +2.00 1, I1, I2" in text
    assert "ดุสิต 2567 ITA 84.00 ✓ analysis of that assessment" in text.replace("เขต", "")
    about = " ".join(pages["about.html"].text.split())
    assert "indicator-mean: an indicator is the mean of its items 1 0" in about
    assert "overall-from-indicators: the overall score is the weighted mean" in about
    assert "โปรแกรมรุ่น 1.2.3" in about


def test_findings_are_explained_by_kind(pages: dict[str, Page]) -> None:
    kinds = {row for row in finding_kinds() if f">{row}</td>" in pages["findings.html"].source}
    assert kinds
    for kind in kinds:
        assert finding_kinds()[kind].description_th in pages["findings.html"].text


def test_no_separator_begins_a_line(pages: dict[str, Page]) -> None:
    """A dot stays with the word before it, where the lines of a narrow page break."""
    for name, page in pages.items():
        body = page.source.partition("<body>")[2]
        assert not re.search(r"[ \n]·(?![^<]*>)", body), name


def test_the_same_database_gives_the_same_report(city: Path, tmp_path: Path) -> None:
    report(city, str(tmp_path / "a"), "--raw", str(tmp_path / "none"), "--today", TODAY)
    report(city, str(tmp_path / "b"), "--raw", str(tmp_path / "none"), "--today", TODAY)
    one, two = sorted((tmp_path / "a").iterdir()), sorted((tmp_path / "b").iterdir())
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_a_new_report_replaces_the_old_one_whole(city: Path, tmp_path: Path) -> None:
    folder = tmp_path / "report"
    report(city, str(folder))
    (folder / "agency-9999.html").write_text("stale")
    assert report(city, str(folder)).exit_code == ExitCode.DONE
    assert not (folder / "agency-9999.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


def test_a_folder_of_something_else_is_left_alone(city: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work")
    result = report(city, str(tmp_path))
    assert result.exit_code == ExitCode.DATABASE
    assert "something else than a report" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


def test_a_database_without_scores_has_a_report_too(tmp_path: Path) -> None:
    db = tmp_path / "ita.db"
    bare = replace(FULL, scores=(), checks=(), findings=())
    refresh(db, [incoming("broken.pdf", FAILED), incoming("full.pdf", bare)])
    assert report(db, str(tmp_path / "report")).exit_code == ExitCode.DONE
    page = Page(tmp_path / "report" / "index.html")
    assert "ยังไม่มีคะแนน" in page.text
    assert "agency-1003.html" in page.links
    about = Page(tmp_path / "report" / "about.html").text
    assert "No check could run: that is not a pass." in about


def test_an_empty_database_has_a_report_too(tmp_path: Path) -> None:
    db = tmp_path / "ita.db"
    refresh(db, [])
    assert report(db, str(tmp_path / "report")).exit_code == ExitCode.DONE


def test_two_files_of_one_report_are_told_apart(tmp_path: Path) -> None:
    db = tmp_path / "ita.db"
    once, twice = tmp_path / "once", tmp_path / "twice"
    for files, folder in ((["b67.pdf"], once), (["b67.pdf", "copy.pdf"], twice)):
        refresh(db, [incoming(name, replace(DUSIT_67, file=name)) for name in files])
        assert report(db, str(folder)).exit_code == ExitCode.DONE
    names = re.compile(r'href="#d[0-9]+">[^<]*[(]([^<]+)[)]</a>')
    assert names.findall((once / "agency-1002.html").read_text(encoding="utf-8")) == []
    found = names.findall((twice / "agency-1002.html").read_text(encoding="utf-8"))
    assert sorted(found) == ["b67.pdf", "copy.pdf"]


def test_no_database_has_its_own_code(tmp_path: Path) -> None:
    result = report(tmp_path / "none.db", str(tmp_path / "report"))
    assert result.exit_code == ExitCode.DATABASE
    assert list(tmp_path.iterdir()) == []
