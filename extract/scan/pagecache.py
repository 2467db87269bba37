"""What was read of a page's picture, kept by the hash of the picture: no page is read twice.

Recognising is by far the dearest step, and the same pages come again: with a changed code book, a
corrected file, a second database. The folder is ``$ITA_CACHE``, else the user's cache folder; it
holds nothing that cannot be made again, and where it cannot be written nothing is kept.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import json
import os
import tempfile
from dataclasses import astuple
from functools import cache
from pathlib import Path
from typing import Any

from extract.content import Content, Glyph, ScanFont, Segment, Shade
from extract.model import Box
from extract.scan.picture import Picture
from extract.scan.scanpage import ScanPage, read_picture

# A page takes about 30 kB; beyond this many the oldest quarter goes.
_MOST = 20_000
_HERE = Path(__file__).parent


def read_once(picture: Picture) -> ScanPage:
    """Read a picture, or take what was read of the very same picture before."""
    path = _folder() / f"{_key(picture)}.json.gz"
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError, EOFError):
        return _page(json.loads(gzip.decompress(path.read_bytes())))
    page = read_picture(picture)
    with contextlib.suppress(OSError):
        _keep(path, page)
    return page


def _folder() -> Path:
    given = os.environ.get("ITA_CACHE")
    if given:
        return Path(given)
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(home) / "thai-integrity-reports" / "pages"


def _key(picture: Picture) -> str:
    digest = hashlib.sha256(f"{_version()} {picture.gray.shape} {picture.points}".encode())
    digest.update(picture.gray.tobytes())
    return digest.hexdigest()


@cache
def _version() -> str:
    """Changes with the model and with the code that reads pictures or finds their tables."""
    digest = hashlib.sha256()
    grids = _HERE.parent / "tables" / "grid.py"
    for path in sorted([*_HERE.glob("*.py"), *_HERE.glob("*.onnx"), grids]):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _keep(path: Path, page: ScanPage) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = list(path.parent.glob("*.json.gz"))
    if len(kept) >= _MOST:
        for old in sorted(kept, key=lambda p: p.stat().st_mtime)[: _MOST // 4]:
            old.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as out:
            said = json.dumps(_plain(page), ensure_ascii=False)
            out.write(gzip.compress(said.encode(), 6))
        os.replace(name, path)
    finally:
        Path(name).unlink(missing_ok=True)


def _plain(page: ScanPage) -> dict[str, Any]:
    content = page.content
    return {
        "size": [content.width, content.height],
        "turn": [page.angle, page.skew],
        "unread": [astuple(box) for box in page.unread],
        "segments": [astuple(s) for s in content.segments],
        "shades": [[*astuple(s.box), s.white] for s in content.shades],
        "frames": [astuple(box) for box in content.frames],
        "glyphs": [
            [g.font.fontname, g.text, g.x, g.y, g.advance, g.size, g.angle, g.sure, g.second]
            for g in content.glyphs
        ],
    }


def _page(plain: dict[str, Any]) -> ScanPage:
    fonts = {name: ScanFont(name) for name in {g[0] for g in plain["glyphs"]}}
    content = Content(*plain["size"])
    content.segments = [Segment(*s) for s in plain["segments"]]
    content.shades = [Shade(Box(*s[:4]), s[4]) for s in plain["shades"]]
    content.frames = [Box(*b) for b in plain["frames"]]
    content.glyphs = [
        Glyph(fonts[font], 0, text, x, y, advance, size, angle, n, None, False, text, sure, second)
        for n, (font, text, x, y, advance, size, angle, sure, second) in enumerate(plain["glyphs"])
    ]
    turn, skew = plain["turn"]
    return ScanPage(content, turn, skew, tuple(Box(*b) for b in plain["unread"]))
