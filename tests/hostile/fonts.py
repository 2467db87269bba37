"""Reports with wrong fonts: broken programs, maps that lie or never end, widths without end."""

from __future__ import annotations

import io
import random
import struct
from collections.abc import Callable, Iterator
from functools import partial

import pikepdf

from tests.hostile.case import ENDLESS, Hostile, cases, sample
from tests.hostile.raw import one_page, stream_object, text

Change = Callable[[bytes], bytes]


def _composite_fonts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Subtype") == "/Type0":
            yield thing


def _saved(pdf: pikepdf.Pdf) -> bytes:
    target = io.BytesIO()
    pdf.save(target)
    return target.getvalue()


def with_programs(change: Change) -> bytes:
    """The good report with every embedded font program changed."""
    with pikepdf.open(io.BytesIO(sample())) as pdf:
        for font in _composite_fonts(pdf):
            descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
            program = descriptor["/FontFile2"].read_bytes()
            descriptor["/FontFile2"] = pdf.make_stream(change(program))
        return _saved(pdf)


def with_maps(data: bytes) -> bytes:
    """The good report with every ToUnicode map replaced."""
    with pikepdf.open(io.BytesIO(sample())) as pdf:
        for font in _composite_fonts(pdf):
            font["/ToUnicode"] = pdf.make_stream(data)
        return _saved(pdf)


def with_entry(name: str, value: str) -> bytes:
    """The good report with an entry of every descendant font replaced."""
    with pikepdf.open(io.BytesIO(sample())) as pdf:
        for font in _composite_fonts(pdf):
            font["/DescendantFonts"][0][name] = pikepdf.Object.parse(value.encode("latin-1"))
        return _saved(pdf)


def noise(program: bytes) -> bytes:
    """No font at all."""
    return random.Random(0).randbytes(len(program))


def half(program: bytes) -> bytes:
    """A font that breaks off."""
    return program[: len(program) // 2]


def _tables(program: bytes) -> dict[str, tuple[int, int, int]]:
    """Where each table's entry stands in the directory, and where the table itself begins."""
    (count,) = struct.unpack_from(">H", program, 4)
    entries = (12 + 16 * number for number in range(count))
    return {
        program[at : at + 4].decode("latin-1"): (at, *struct.unpack_from(">8xLL", program, at))
        for at in entries
    }


def far_tables(program: bytes) -> bytes:
    """Every table is said to be four gigabytes long and to begin behind the end."""
    changed = bytearray(program)
    for at, _, _ in _tables(program).values():
        struct.pack_into(">LL", changed, at + 8, len(program) - 1, 0xFFFFFFFF)
    return bytes(changed)


def wild_places(program: bytes) -> bytes:
    """Glyphs that begin anywhere and end before they begin."""
    changed = bytearray(program)
    _, start, length = _tables(program)["loca"]
    changed[start : start + length] = random.Random(1).randbytes(length)
    return bytes(changed)


def glyphs_in_themselves(program: bytes) -> bytes:
    """Every glyph is made of itself."""
    changed = bytearray(program)
    _, start, length = _tables(program)["glyf"]
    itself = struct.pack(">hhhhhHHbb", -1, 0, 0, 500, 500, 0x0022, 3, 0, 0)
    changed[start : start + length] = (itself * (length // len(itself) + 1))[:length]
    return bytes(changed)


def with_table(tag: str, table: bytes) -> Change:
    """The program with one more table, or another in place of its own, at the end of the file."""

    def change(program: bytes) -> bytes:
        tables = {
            name: program[start : start + length]
            for name, (_, start, length) in _tables(program).items()
        }
        tables[tag] = table
        head = program[:4] + struct.pack(">HHHH", len(tables), 0, 0, 0)
        place = len(head) + 16 * len(tables)
        directory, body = b"", b""
        for name, data in sorted(tables.items()):
            directory += name.encode() + struct.pack(">LLL", 0, place + len(body), len(data))
            body += data + bytes(-len(data) % 4)
        return head + directory + body

    return change


def every_character(form: int = 12) -> bytes:
    """A character map in sixteen bytes that lists four thousand million characters."""
    group = struct.pack(">HHLLLLLL", form, 0, 28, 0, 1, 0, 0xFFFFFFFF, 0)
    return struct.pack(">HHHHL", 0, 1, 3, 10, 12) + group


def every_character_often(segments: int = 8_000) -> bytes:
    """A character map that lists all characters of two bytes eight thousand times."""
    count = struct.pack(">HHHHHHH", 4, 0xFFFF, 0, segments * 2, 0, 0, 0)
    ends = struct.pack(">H", 0xFFFE) * segments
    starts, zeros = bytes(2 * segments), bytes(4 * segments)
    body = count + ends + bytes(2) + starts + zeros
    return struct.pack(">HHHHL", 0, 1, 3, 1, 12) + body


def cmap(body: str) -> bytes:
    """A ToUnicode map around the lines that matter."""
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{body}\nendcmap\n"
    ).encode("latin-1")


def type3_in_itself() -> bytes:
    """A font whose letters are drawn with the font."""
    font = (
        "<</Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0]"
        " /CharProcs <</a 6 0 R>> /Encoding <</Differences [97 /a]>> /FirstChar 97 /LastChar 97"
        " /Widths [1000] /Resources <</Font <</F1 5 0 R>>>>>>"
    )
    drawing = stream_object(b"1000 0 d0 BT /F1 1 Tf (a) Tj ET")
    resources = "<</Font <</F1 5 0 R>>>>"
    return one_page(text("aaa"), resources=resources, objects=[font, drawing])


def simple_font(entries: str) -> bytes:
    """A page in a simple font with these entries."""
    font = f"<</Type /Font /Subtype /TrueType /BaseFont /Arial {entries}>>"
    return one_page(text("Here"), resources="<</Font <</F1 5 0 R>>>>", objects=[font])


def named_map(name: str) -> bytes:
    """A page whose font takes its character map from a file of this name, as old readers would."""
    written = "".join(c if c.isalnum() else f"#{ord(c):02x}" for c in name)
    font = (
        f"<</Type /Font /Subtype /Type0 /BaseFont /Arial /Encoding /{written} /DescendantFonts"
        " [<</Type /Font /Subtype /CIDFontType2 /BaseFont /Arial /CIDSystemInfo"
        " <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>>>]>>"
    )
    return one_page(text("Here"), resources="<</Font <</F1 5 0 R>>>>", objects=[font])


_FAR_DIFFERENCES = "/Encoding <</Differences [99999999999 /a (b) /uniFFFFFFFF /u110000 /uniD800]>>"

FILES: tuple[Hostile, ...] = (
    *cases(
        # WeasyPrint's own map has every sara aa wrong; the rules for silent fonts must do.
        "",
        {
            "font-noise": partial(with_programs, noise),
            "font-half": partial(with_programs, half),
            "font-empty": partial(with_programs, lambda _: b""),
            "font-far-tables": partial(with_programs, far_tables),
            "font-wild-places": partial(with_programs, wild_places),
            "font-glyphs-loop": partial(with_programs, glyphs_in_themselves),
            # It lies about every glyph, and the pictures of its pages tell what they are.
            "font-map-endless": partial(with_programs, with_table("cmap", every_character())),
            "font-map-often": partial(with_programs, with_table("cmap", every_character_often())),
            "map-noise": partial(with_maps, noise(bytes(5000))),
            "map-empty": partial(with_maps, b""),
            "map-itself": partial(with_maps, b"/X usecmap\n" + cmap("")),
        },
    ),
    *cases(
        ENDLESS,
        {
            "map-endless-range": partial(
                with_maps, cmap("1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange")
            ),
            "map-endless-cid": partial(
                with_maps, cmap("1 begincidrange <00000000> <FFFFFFFF> 0 endcidrange")
            ),
            "map-long-target": partial(
                with_maps, cmap(f"1 beginbfrange <0000> <FFFF> <{'0E010E33' * 20000}> endbfrange")
            ),
            "widths-endless": partial(with_entry, "/W", "[0 4294967295 500]"),
        },
    ),
    *cases(
        # The font lies about every width: the report is read, with doubts.
        "unknown-agency score-disagrees several-score-columns",
        {
            "widths-words": partial(with_entry, "/W", "[(a) [/b null] 3 <<>> 4]"),
        },
    ),
    *cases(
        "nothing-found",
        {
            "type3-in-itself": type3_in_itself,
            "simple-widths": partial(
                simple_font, "/FirstChar -99999999 /LastChar 99999999 /Widths [1 2 3]"
            ),
            "simple-differences": partial(simple_font, _FAR_DIFFERENCES),
            "named-map": partial(named_map, "../../../../etc/passwd"),
        },
    ),
)
