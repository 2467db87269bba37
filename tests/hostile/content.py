"""Pages whose content is wrong: sizes, numbers, nesting, loops of forms, bombs, crowds."""

from __future__ import annotations

import zlib
from functools import partial

from tests.hostile.case import ENDLESS, Hostile, cases
from tests.hostile.raw import HELVETICA, Raw, flate, one_page, stream_object, text

# A number that is too large for a float, in the only spelling PDF has for it.
INFINITE = "9" * 400 + ".0"


def box(written: str) -> bytes:
    """A page of this size."""
    return one_page(text("Here"), box=written)


def nan_matrix() -> bytes:
    """Infinity times nought in the matrix, so that every place is no number."""
    matrix = f"{INFINITE} 0 0 -{INFINITE} {INFINITE} 0 cm\n0 0 0 0 0 0 cm\n".encode()
    return one_page(matrix + text("Here") + b"10 10 200 200 re S\n" + text("There", 80, 600))


def infinite_places() -> bytes:
    """Words, rectangles and lines that begin or end at infinity."""
    far = INFINITE.encode()
    return one_page(
        text("Here")
        + b"BT /F1 %s Tf 1 0 0 1 50 600 Tm (Large) Tj ET\n" % far
        + b"BT /F1 12 Tf 1 0 0 1 %s -%s Tm (Far) Tj ET\n" % (far, far)
        + b"%s 0 10 10 re S 0 0 m %s %s l S\n" % (far, far, far)
        + b"10 10 -%s %s re f\n" % (far, far)
    )


def infinite_rule() -> bytes:
    """A rule that ends at infinity, as no rule does, not even itself (found by ``fuzz``)."""
    return one_page(text("Here") + b"1 0 m 1 %s l S\n" % INFINITE.encode())


def not_numbers() -> bytes:
    """Words where numbers belong."""
    return one_page(text("Here") + b"nan inf -inf (a) re S /x /y m [1] <<>> l S null 1 0 0 1 cm\n")


def huge_numbers() -> bytes:
    """Whole numbers of a thousand digits."""
    digits = b"7" * 1000
    return one_page(text("Here") + b"%s %s %s %s re S %s w\n" % ((digits,) * 5))


def nested_content(opening: bytes, closing: bytes, depth: int) -> bytes:
    """Something opened in the page's content as often as wanted before it is closed."""
    return one_page(text("Here") + opening * depth + closing * depth)


def _form(names: str, body: bytes, extra: str = "") -> bytes:
    form = f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources <</XObject <<{names}>>>>"
    return stream_object(body, f"{form} {extra}")


def _with_forms(*forms: bytes, start: bytes = b"/X5 Do\n") -> bytes:
    resources = HELVETICA[:-2] + " /XObject <</X5 5 0 R>>>>"
    return one_page(text("Here") + start, resources=resources, objects=forms)


def form_in_itself() -> bytes:
    """A form that draws itself."""
    return _with_forms(_form("/X5 5 0 R", b"/X5 Do\n"))


def forms_in_each_other() -> bytes:
    """Two forms that draw each other."""
    return _with_forms(_form("/X6 6 0 R", b"/X6 Do\n"), _form("/X5 5 0 R", b"/X5 Do\n"))


def form_fan(depth: int = 12, width: int = 10) -> bytes:
    """Every form draws the next one ten times: a million million drawings in two kilobytes."""
    forms = [
        _form(f"/X{n + 1} {n + 1} 0 R", f"/X{n + 1} Do\n".encode() * width)
        for n in range(5, 5 + depth)
    ]
    return _with_forms(*forms, _form("", b"0 0 10 10 re S\n"))


def form_chain(depth: int = 5_000) -> bytes:
    """Forms in forms, each drawn once."""
    forms = [
        _form(f"/X{n + 1} {n + 1} 0 R", f"/X{n + 1} Do\n".encode()) for n in range(5, 5 + depth)
    ]
    return _with_forms(*forms, _form("", b"0 0 10 10 re S\n"))


def flate_bomb(mebibytes: int, layers: int = 1, unit: bytes = b"0 0 1 1 re\n") -> bytes:
    """Content that unpacks to as much as wanted, packed as often as wanted."""
    packer = zlib.compressobj(6)
    piece = unit * ((1 << 20) // len(unit))
    data = b"".join(packer.compress(piece) for _ in range(mebibytes)) + packer.flush()
    for _ in range(layers - 1):
        data = flate(data)
    raw = Raw()
    root = raw.pages("4 0 R")
    raw.stream(data, f"/Filter [{'/FlateDecode ' * layers}]")
    return raw.write(root)


def image_bomb() -> bytes:
    """A picture of a hundred thousand by a hundred thousand dots in a few bytes."""
    said = (
        "/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8"
        " /ColorSpace /DeviceRGB /Filter /FlateDecode"
    )
    picture = stream_object(flate(bytes(1 << 20)), said)
    return _with_forms(picture, start=b"q 100 0 0 100 10 10 cm /X5 Do Q\n")


def _grid(rows: int, columns: int, step_x: float, step_y: float) -> bytes:
    right, top = 40 + columns * step_x, 40 + rows * step_y
    lines = [
        f"40 {40 + n * step_y:.2f} m {right:.2f} {40 + n * step_y:.2f} l S" for n in range(rows + 1)
    ]
    lines += [
        f"{40 + n * step_x:.2f} 40 m {40 + n * step_x:.2f} {top:.2f} l S"
        for n in range(columns + 1)
    ]
    return ("\n".join(lines) + "\n").encode()


def full_cell(characters: int = 1_000_000) -> bytes:
    """A table of which one cell holds a million characters, each in a place of its own."""
    line = f"({'word ' * 200}) Tj 0 -0.55 Td\n"
    words = f"BT /F1 0.3 Tf 1 0 0 1 45 750 Tm 0.3 TL {line * (characters // 1000)} ET\n"
    return one_page(_grid(2, 1, 500, 360) + words.encode())


def long_word(characters: int = 300_000) -> bytes:
    """One word of many characters, on one line that leaves the page far behind."""
    return one_page(_grid(2, 1, 500, 360) + text("w" * characters, 45, 600))


def tiny_rectangles(count: int = 100_000) -> bytes:
    """A drawing of a hundred thousand rectangles, as maps and charts are."""
    drawn = (
        f"{40 + n * 7919 % 5000 / 10:.1f} {40 + n * 104729 % 7000 / 10:.1f} 0.6 0.4 re f"
        for n in range(count)
    )
    return one_page(text("Here") + ("\n".join(drawn) + "\n").encode())


def small_boxes(count: int = 30_000) -> bytes:
    """Tens of thousands of drawn boxes, each large enough to be a cell."""
    drawn = (
        f"{40 + n * 7919 % 5000 / 10:.1f} {40 + n * 104729 % 7000 / 10:.1f} 9 9 re S"
        for n in range(count)
    )
    return one_page(text("Here") + ("\n".join(drawn) + "\n").encode())


def fine_grid(lines: int = 300) -> bytes:
    """A table of ninety thousand cells on one page."""
    return one_page(text("Here") + _grid(lines, lines, 500 / lines, 700 / lines))


def odd_text_state() -> bytes:
    """Text scaled by nought, turned, mirrored, spaced by miles."""
    return one_page(
        b"BT /F1 0 Tf (Nothing) Tj /F1 12 Tf 0 Tz (Flat) Tj 100 Tz 1e9 Tc 1000000000 Tw"
        b" 1 0 0 1 50 500 Tm (Apart) Tj 0 0 0 0 0 0 Tm (Gone) Tj -1 0 0 -1 300 300 Tm (Turned) Tj"
        b" [(a) 99999999999 (b) (c) [1 2] <</A 1>> null] TJ ET\n" + text("Here")
    )


def missing_parts(
    extra: str = "", resources: str = "9 0 R", content: str = "[8 0 R 7 0 R]"
) -> bytes:
    """A page that names objects the file does not have."""
    raw = Raw()
    root = raw.pages(content, resources, extra=extra)
    return raw.write(root)


FILES: tuple[Hostile, ...] = (
    *cases(
        "broken-pdf nothing-found",
        {
            "box-words": partial(box, "[(a) /b null []]"),
            "box-short": partial(box, "[0 0]"),
            "box-loop": partial(box, "3 0 R"),
            "rotate-word": partial(missing_parts, "/Rotate /Left", "<<>>"),
        },
    ),
    *cases(
        "nothing-found",
        {
            "box-huge": partial(box, "[0 0 1000000000 1000000000]"),
            "box-infinite": partial(box, f"[0 0 {INFINITE} {INFINITE}]"),
            "box-none": partial(box, "[0 0 0 0]"),
            "box-turned": partial(box, "[595 842 0 0]"),
            "nan-matrix": nan_matrix,
            "infinite-places": infinite_places,
            "infinite-rule": infinite_rule,
            "not-numbers": not_numbers,
            "huge-numbers": huge_numbers,
            "content-arrays": partial(nested_content, b"[", b"]", 100_000),
            "content-dicts": partial(nested_content, b"<</A ", b">>", 30_000),
            "content-states": partial(nested_content, b"q ", b"Q ", 50_000),
            "content-marks": partial(nested_content, b"/P <</MCID 1>> BDC ", b"EMC ", 20_000),
            "content-texts": partial(nested_content, b"BT ", b"ET ", 50_000),
            "content-unclosed": partial(nested_content, b"q BT [ << ( <", b"", 1000),
            "form-in-itself": form_in_itself,
            "forms-in-each-other": forms_in_each_other,
            "form-chain": form_chain,
            "image-bomb": image_bomb,
            "full-cell": full_cell,
            "long-word": long_word,
            "tiny-rectangles": tiny_rectangles,
            "small-boxes": small_boxes,
            "fine-grid": fine_grid,
            "odd-text-state": odd_text_state,
            "missing-parts": missing_parts,
            "rotate-45": partial(missing_parts, "/Rotate 45", "<<>>"),
        },
    ),
    *cases(
        ENDLESS,
        {
            "bomb": partial(flate_bomb, 300),
            "bomb-in-bomb": partial(flate_bomb, 1000, 2),
            "bomb-string": partial(flate_bomb, 300, 3, b"("),
        },
    ),
    # A reader that counts drawings gives up the page; one that does not, the file.
    *cases(f"{ENDLESS} unreadable-page", {"form-fan": form_fan}),
)
