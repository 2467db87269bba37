"""A Datasette over one database, told and taught what it needs, answering on this machine only."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

from publish.browse.metadata import DATABASE, metadata
from publish.errors import PublishError
from publish.reader import asking

HOST = "127.0.0.1"
"""Only programs of this machine can ask."""

HERE = Path(__file__).parent
_PLUGIN = "ita"
_SETTINGS = {
    "default_cache_ttl": 0,
    "default_page_size": 50,
    "facet_time_limit_ms": 2_000,
    "max_returned_rows": 5_000,
    # Holding all measures against each other takes its time.
    "sql_time_limit_ms": 60_000,
    "suggest_facets": False,
    "truncate_cells_html": 600,
}


def datasette_of(db: Path, raw: Path) -> Any:
    """A Datasette over a database.

    Args:
        db: the database, opened as a file nobody changes.
        raw: the folder of the PDFs, for the pictures of pages.

    Raises:
        PublishError: there is no database, or Datasette is not installed.
        LoadError: the file is not one of our databases.
    """
    with asking(db) as connection:
        described = metadata(connection)
    try:
        from datasette.app import Datasette
        from datasette.database import Database
        from datasette.plugins import pm

        from publish.browse.plugin import HOOKS
    except ImportError as error:
        raise PublishError(
            "Browsing needs Datasette: make browse installs it, or"
            " .venv/bin/python -m pip install -e '.[browse]'"
        ) from error
    if not pm.has_plugin(_PLUGIN):
        pm.register(HOOKS, name=_PLUGIN)
    described["plugins"] = {_PLUGIN: {"raw": str(raw.absolute())}}
    found = Datasette(
        files=[],
        metadata=described,
        settings=_SETTINGS,
        template_dir=str(HERE / "templates"),
        static_mounts=[("ita-static", str(HERE / "static"))],
    )
    found.remove_database("_memory")
    found.add_database(Database(found, path=str(db.absolute()), is_mutable=False), name=DATABASE)
    return found


def serve(datasette: Any, port: int) -> None:
    """Answer until Ctrl-C.

    Raises:
        PublishError: another program has the port.
    """
    import uvicorn

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise PublishError(
                f"Port {port} is taken ({error.strerror}): name another with --port"
            ) from error
    uvicorn.run(datasette.app(), host=HOST, port=port, log_level="warning", lifespan="on")
