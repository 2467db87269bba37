"""Files whose structure is wrong: cut, encrypted, looping, pointing nowhere, nested without end."""

from __future__ import annotations

import io
import re
from functools import partial

import pikepdf

from tests.hostile.case import ENDLESS, Hostile, cases, sample
from tests.hostile.raw import A4, HELVETICA, Raw, one_page, text


def encrypted(password: str, revision: int = 6) -> bytes:
    """The good report behind a password; the empty one opens by itself."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(sample())) as pdf:
        how = pikepdf.Encryption(
            owner="owner",
            user=password,
            R=revision,  # type: ignore[arg-type]
            aes=revision >= 4,
            metadata=revision >= 4,
        )
        pdf.save(target, encryption=how)
    return target.getvalue()


def cut(share: float) -> bytes:
    """The good report, of which only the first part arrived."""
    whole = sample()
    return whole[: int(len(whole) * share)]


def zeroed_middle() -> bytes:
    """A disk block that came back as zeros."""
    whole = bytearray(sample())
    middle = len(whole) // 2
    whole[middle : middle + 4096] = bytes(4096)
    return bytes(whole)


def kids(*written: str, count: int = 1) -> bytes:
    """A page tree whose root has the given ``/Kids``; object 3 is a page, object 5 a branch."""
    raw = Raw()
    raw.add("<</Type /Catalog /Pages 2 0 R>>")
    raw.add(f"<</Type /Pages /Kids [{' '.join(written)}] /Count {count}>>")
    raw.add(f"<</Type /Page /Parent 2 0 R /MediaBox {A4} /Resources {HELVETICA} /Contents 4 0 R>>")
    raw.stream(text("A page"))
    raw.add("<</Type /Pages /Parent 2 0 R /Kids [2 0 R 5 0 R 3 0 R] /Count 9>>")
    return raw.write(1)


def page_tree_fan(depth: int = 12, width: int = 10) -> bytes:
    """Every branch names the next one ten times: a million million pages in a kilobyte."""
    raw = Raw()
    raw.add("<</Type /Catalog /Pages 2 0 R>>")
    for level in range(depth):
        below = f"{level + 3} 0 R "
        raw.add(f"<</Type /Pages /Kids [{below * width}] /Count {width ** (depth - level)}>>")
    raw.add(f"<</Type /Page /Parent 2 0 R /MediaBox {A4} /Resources {HELVETICA}>>")
    return raw.write(1)


def deep_page_tree(depth: int = 20_000) -> bytes:
    """A page under twenty thousand branches, one below the other."""
    raw = Raw()
    raw.add("<</Type /Catalog /Pages 2 0 R>>")
    for level in range(depth):
        raw.add(f"<</Type /Pages /Kids [{level + 3} 0 R] /Count 1>>")
    raw.add(f"<</Type /Page /Parent 2 0 R /MediaBox {A4} /Resources {HELVETICA}>>")
    return raw.write(1)


def many_pages(count: int) -> bytes:
    """As many empty pages as wanted, in a file that stays small."""
    raw = Raw()
    raw.add("<</Type /Catalog /Pages 2 0 R>>")
    every = " ".join(f"{number + 3} 0 R" for number in range(count))
    raw.add(f"<</Type /Pages /Kids [{every}] /Count {count} /MediaBox {A4}>>")
    for _ in range(count):
        raw.add("<</Type /Page /Parent 2 0 R>>")
    return raw.write(1)


def garbage_before_header(length: int) -> bytes:
    """Mail headers or a byte order mark in front, so that every offset is wrong."""
    return (b"garbage " * (length // 8 + 1))[:length] + sample()


def wrong_offsets() -> bytes:
    """A table of objects in which every place is off by a few bytes."""
    whole = one_page(text("Here"))
    return re.sub(rb"(\d{10}) 00000 n", lambda m: b"%010d 00000 n" % (int(m[1]) + 7), whole)


def no_xref() -> bytes:
    """No table of objects and no trailer: only the objects themselves."""
    whole = one_page(text("Here"))
    return whole[: whole.index(b"xref\n0")]


def startxref(place: int) -> bytes:
    """The table of objects is said to stand somewhere else."""
    whole = one_page(text("Here"))
    return re.sub(rb"startxref\n\d+", b"startxref\n%d" % place, whole)


def xref_loop() -> bytes:
    """The older table of objects is the newer one, and so on for ever."""
    whole = one_page(text("Here"))
    start = whole.index(b"xref\n0")
    return whole.replace(b"/Root", b"/Prev %d /Root" % start)


def reference_loop() -> bytes:
    """The page's content is a reference to a reference to itself."""
    raw = Raw()
    root = raw.pages("4 0 R")
    raw.add("5 0 R")
    raw.add("4 0 R")
    return raw.write(root)


def length_loop() -> bytes:
    """The length of a stream is the stream."""
    raw = Raw()
    root = raw.pages("4 0 R")
    raw.stream(text("Here"), length="4 0 R")
    return raw.write(root)


def parent_loop() -> bytes:
    """A page that inherits its size from itself."""
    raw = Raw()
    raw.add("<</Type /Catalog /Pages 2 0 R>>")
    raw.add("<</Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R>>")
    raw.add("<</Type /Page /Parent 2 0 R /Contents 4 0 R>>")
    raw.stream(text("Here"))
    return raw.write(1)


def object_stream_loop() -> bytes:
    """Objects inside a compressed stream that is inside itself."""
    raw = Raw()
    root = raw.pages("4 0 R")
    raw.stream(b"4 0 5 3 1 2", "/Type /ObjStm /N 2 /First 8 /Extends 4 0 R")
    return raw.write(root)


def nested(opening: str, closing: str, depth: int) -> bytes:
    """An object nested in itself as deep as wanted, beside a page that is fine."""
    return one_page(text("Here"), extra=f"/Nested {opening * depth}{closing * depth}")


def catalog(body: str) -> bytes:
    """A file with this catalog and nothing else."""
    raw = Raw()
    raw.add(body)
    return raw.write(1)


def no_pages() -> bytes:
    """A page tree without a page."""
    raw = Raw()
    raw.add("<</Type /Catalog /Pages 2 0 R>>")
    raw.add("<</Type /Pages /Kids [] /Count 0>>")
    return raw.write(1)


FILES: tuple[Hostile, ...] = (
    *cases(
        "encrypted-pdf",
        {
            "encrypted-aes256": partial(encrypted, "secret"),
            "encrypted-aes128": partial(encrypted, "secret", 4),
            "encrypted-rc4": partial(encrypted, "secret", 3),
        },
    ),
    *cases(
        "",
        {
            "opens-aes256": partial(encrypted, ""),
            "opens-aes128": partial(encrypted, "", 4),
            "opens-rc4": partial(encrypted, "", 3),
            "garbage-100": partial(garbage_before_header, 100),
        },
    ),
    *cases("not-a-pdf", {"garbage-2000": partial(garbage_before_header, 2000)}),
    *cases("page-limit", {"pages-2500": partial(many_pages, 2500)}),
    *cases(
        # What can be mended is read, and it is said that it was mended.
        "broken-pdf repaired-pdf",
        {
            "cut-10": partial(cut, 0.1),
            "cut-50": partial(cut, 0.5),
            "cut-99": partial(cut, 0.99),
            "wrong-offsets": wrong_offsets,
            "no-xref": no_xref,
            "xref-loop": xref_loop,
            "nested-dicts": partial(nested, "<</A ", ">>", 30_000),
            "length-loop": length_loop,
        },
    ),
    *cases(
        "broken-pdf",
        {
            "kids-nothing": partial(kids, "99 0 R", "null", "7", "(x)", "3 0 R"),
            "page-tree-deep": deep_page_tree,
            "parent-loop": parent_loop,
            "no-pages": no_pages,
            "no-tree": partial(catalog, "<</Type /Catalog>>"),
            "tree-is-number": partial(catalog, "<</Type /Catalog /Pages 7>>"),
            "catalog-is-number": partial(catalog, "7"),
        },
    ),
    *cases(
        # Files that open: what is on their one page is no report.
        "nothing-found",
        {
            "kids-loop": partial(kids, "2 0 R", "3 0 R"),
            "kids-loop-deep": partial(kids, "5 0 R"),
            "kids-count": partial(kids, "3 0 R", count=-5),
            "kids-count-huge": partial(kids, "3 0 R", count=10**18),
            "page-tree-fan": page_tree_fan,
            "startxref-zero": partial(startxref, 0),
            "startxref-far": partial(startxref, 10**12),
            "object-stream-loop": object_stream_loop,
            "nested-arrays": partial(nested, "[", "]", 100_000),
        },
    ),
    *cases(f"{ENDLESS} broken-pdf nothing-found", {"reference-loop": reference_loop}),
)
