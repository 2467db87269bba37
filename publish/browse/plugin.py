"""What Datasette is taught: our SQL functions, Thai search of any length, links to page pictures.

Its hooks are named by Datasette. The functions below are plain ones; ``HOOKS`` hands them over.
"""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette import hookimpl
from datasette.filters import FilterArguments
from datasette.utils.asgi import NotFound, Response
from markupsafe import Markup

from load.search import INDEXES
from normalize.words.text import clean
from publish import functions
from publish.browse.metadata import DATABASE
from publish.browse.pages import box_of, file_of, find_page, is_changed, picture
from publish.errors import PublishError, QuestionError
from publish.reader import Value
from publish.search import INDEXED, like_pattern, words_of

SHORT = "_short"
"""Our own search, for words the index is too coarse for."""

# Columns that hold a page -> the column that holds its document.
_PAGES = {
    "page": "document_id",
    "page_first": "document_id",
    "page_last": "document_id",
    "page_a": "document_id_a",
    "page_b": "document_id_b",
    "from_page": "from_document_id",
    "to_page": "to_document_id",
}
# Columns of codes and sections with commas between them: one long word to a browser.
_LISTS = ("codes", "codes_a", "codes_b", "units")
_SEARCHED = {name: index for index in INDEXES for name in (index.table, f"v_{index.table}")}


def prepare_connection(conn: sqlite3.Connection) -> None:
    """Our functions; and words of a search in canonical form, as the texts are."""
    functions.register(conn)
    conn.create_function("escape_fts", 1, _phrases)


def _phrases(text: str) -> str:
    """Every word as a phrase of its own: to FTS5 anything else is syntax."""
    return " ".join('"' + word.replace('"', '""') + '"' for word in clean(text).split())


class ShortSearch:
    """Sends a search for a word of one or two letters to one that can find it."""

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer a search with a short word by naming the other address."""
        target = _short_address(scope) if scope["type"] == "http" else None
        if target is None:
            await self._app(scope, receive, send)
            return
        headers = [(b"location", target.encode("ascii"))]
        await send({"type": "http.response.start", "status": 302, "headers": headers})
        await send({"type": "http.response.body", "body": b""})


def _short_address(scope: Any) -> str | None:
    table = scope["path"].removeprefix(f"/{DATABASE}/").partition(".")[0]
    asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    words = [word for key, text in asked if key == "_search" for word in clean(text).split()]
    if table not in _SEARCHED or not any(len(word) < INDEXED for word in words):
        return None
    others = [(key, text) for key, text in asked if key != "_search"]
    query = urlencode([*others, (SHORT, " ".join(words))])
    return f"/{DATABASE}/{scope['path'].removeprefix(f'/{DATABASE}/')}?{query}"


def filters_from_request(request: Any, table: str) -> Any:
    """The rows of a short search: every word anywhere in one of the searched columns."""
    text = request.args.get(SHORT)
    index = _SEARCHED.get(table)
    if not text or index is None:
        return None
    try:
        words = words_of(text.split())
    except QuestionError:
        return None
    clauses, params = [], {}
    for number, word in enumerate(words):
        name = f"short_{number}"
        params[name] = like_pattern(word)
        found = [f"{column} LIKE :{name} ESCAPE '\\'" for column in index.columns]
        clauses.append(f"({' OR '.join(found)})")
    said = " ".join(words)
    return FilterArguments(clauses, params, [f'มีคำว่า "{said}"'], {"search": said})


def render_cell(row: Any, value: Value, column: str) -> Any:
    """A page number as a link to the picture of the page; a list of codes that may be parted."""
    if column in _LISTS and isinstance(value, str):
        return Markup(",<wbr>").join(value.split(","))
    return _page_link(row, value, column)


def _page_link(row: Any, value: Value, column: str) -> Any:
    document = _PAGES.get(column)
    if document is None or not isinstance(value, int) or row is None:
        return None
    known = row.keys() if hasattr(row, "keys") else ()
    if document not in known or row[document] is None:
        return None
    address = f"/-/page/{row[document]}/{value}"
    edges = ("x0", "top", "x1", "bottom")
    if column == "page" and all(edge in known and row[edge] is not None for edge in edges):
        address += f"?box={','.join(str(row[edge]) for edge in edges)}"
    return Markup('<a href="{}">{}</a>').format(address, value)


def extra_css_urls() -> list[str]:
    """Room for Thai marks, and for the rows beneath what the columns mean."""
    return ["/ita-static/thai.css"]


def register_routes() -> list[tuple[str, Any]]:
    """The page of a page, and its picture."""
    address = r"^/-/page/(?P<document>[0-9]{1,16})/(?P<page>[0-9]{1,6})"
    return [(address + r"\.png$", page_picture), (address + r"$", page_view)]


async def page_picture(datasette: Any, request: Any) -> Any:
    """The picture."""

    def draw(connection: sqlite3.Connection) -> bytes:
        page = find_page(connection, *_named(request))
        box = box_of(request.args.get("box"))
        return picture(file_of(_raw(datasette), page), page, [box] if box else [])

    try:
        content = await datasette.get_database(DATABASE).execute_fn(draw)
    except PublishError as error:
        raise NotFound(str(error)) from error
    headers = {"Cache-Control": "private, max-age=60"}
    response = Response(body=content, headers=headers, content_type="image/png")
    return response


async def page_view(datasette: Any, request: Any) -> Any:
    """The page around the picture: which document, which page, and the pages beside it."""

    def look(connection: sqlite3.Connection) -> Any:
        return find_page(connection, *_named(request))

    try:
        page = await datasette.get_database(DATABASE).execute_fn(look)
        path = file_of(_raw(datasette), page)
        changed = await asyncio.to_thread(is_changed, path, page)
    except PublishError as error:
        raise NotFound(str(error)) from error
    box = request.args.get("box")
    context = {
        "page": page,
        "changed": changed,
        "database": DATABASE,
        "picture": f"/-/page/{page.document_id}/{page.page}.png"
        + (f"?{urlencode({'box': box})}" if box_of(box) else ""),
    }
    return Response.html(await datasette.render_template("ita_page.html", context, request=request))


def _named(request: Any) -> tuple[int, int]:
    return int(request.url_vars["document"]), int(request.url_vars["page"])


def _raw(datasette: Any) -> Path:
    return Path(datasette.plugin_config("ita")["raw"])


class HOOKS:
    """The hooks in the form Datasette looks for."""

    prepare_connection = staticmethod(hookimpl(prepare_connection, trylast=True))
    asgi_wrapper = staticmethod(hookimpl(lambda datasette: ShortSearch))
    filters_from_request = staticmethod(hookimpl(filters_from_request))
    extra_css_urls = staticmethod(hookimpl(extra_css_urls))
    render_cell = staticmethod(hookimpl(render_cell))
    register_routes = staticmethod(hookimpl(register_routes))
