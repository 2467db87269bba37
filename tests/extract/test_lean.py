"""The fast reading of pages against pdfminer's interpreter, number for number, and pdfplumber's."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfplumber.page import Page

from extract.content import Content
from extract.fonts.fontshelf import FontShelf
from extract.operators import Refused
from extract.painted.device import interpreted
from extract.painted.lean import LeanInterpreter, read_content
from extract.painted.opening import PDF_ERRORS
from extract.painted.strings import LeanDevice
from tests.hostile.raw import HELVETICA, one_page, stream_object
from tests.reports import HELDOUT, LAYOUTS, SAMPLES

CHARACTERS = sorted((Path(__file__).parents[1] / "characters" / "pdf").glob("*.pdf"))
FILES = [*SAMPLES, *sorted(LAYOUTS.glob("*.pdf")), *sorted(HELDOUT.glob("*.pdf")), *CHARACTERS]
FORM = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Matrix [2 0 0 2 30 40]"
RESOURCES = HELVETICA[:-2] + " /XObject <</X 5 0 R>> /Properties <</P 6 0 R>>>>"


def pages(file: Path | io.BytesIO) -> Iterator[tuple[Page, FontShelf]]:
    """The pages of a file, closed after use; all share their fonts."""
    shelf = FontShelf()
    with pdfplumber.open(file) as pdf:
        for page in pdf.pages:
            yield page, shelf
            page.close()


def lean(page: Page, shelf: FontShelf) -> Content | None:
    """The page as read without pdfminer's interpreter; ``None`` where that is refused."""
    device = LeanDevice(shelf)
    try:
        LeanInterpreter(shelf, device).process_page(page.page_obj)
    except (Refused, *PDF_ERRORS):
        return None
    return device.content


def drawn(content: str) -> io.BytesIO:
    """A page of this content, with a form and a property list it can name."""
    form = stream_object(b"0 0 5 5 re f BT /F1 3 Tf (in) Tj ET", FORM)
    said = b"<</ActualText (said)>>"
    data = one_page(content.encode("latin-1"), resources=RESOURCES, objects=(form, said))
    return io.BytesIO(data)


def alike(found: Content | None, expected: Content) -> bool:
    """Whether both hold the same; a font no file has is made anew for each, and NaN is no NaN."""
    return repr(found) == repr(expected)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_equal_to_pdfminer(file: Path) -> None:
    for page, shelf in pages(file):
        found = lean(page, shelf)
        assert found is not None, "the page was refused"
        assert found == interpreted(page.page_obj, shelf)


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_glyphs_are_the_characters_of_pdfplumber(file: Path) -> None:
    for page, shelf in pages(file):
        found = read_content(page.page_obj, shelf).glyphs
        assert found
        # pdfplumber keeps what is clipped away, too.
        chars = iter(page.chars)
        for glyph in found:
            place = pytest.approx((glyph.x, page.height - glyph.y), abs=1e-3)
            char = next(c for c in chars if c["matrix"][4:] == place)
            assert glyph.font.fontname == char["fontname"]
            assert glyph.mapped is None or glyph.mapped == char["text"]
            assert glyph.advance == pytest.approx(char["adv"] * char["matrix"][0], abs=1e-3)


HANDLED = {
    "words": "BT /F1 12 Tf 50 700 Td (Here) Tj [(a)-120(b) 3<6364>] TJ ET",
    "escapes": r"BT /F1 9 Tf (\(a\) \\ \101\n\x (in \) side)) Tj ET",
    "lines": "BT /F1 9 Tf 12 TL 5 5 Td (a) Tj T* (b) Tj (c) ' 0 -3 TD (d) Tj ET",
    "state": "BT /F1 9 Tf 2 Tc 3 Tw 80 Tz 4 Ts 3 Tr (a b) Tj ET q 2 0 0 3 1 1 cm 0 0 9 9 re f Q",
    "turned": "BT /F1 9 Tf 0 1 -1 0 50 50 Tm (up) Tj -1 0 0 -1 50 50 Tm (back) Tj ET",
    "paths": "0 0 m 90 0 l S 0 0 m 5 5 6 6 7 7 c h b* 10 10 20 .5 re f 1 g 0 0 9 9 re B [3 1] 0 d",
    "clip": "q 0 0 60 60 re W n BT /F1 9 Tf 50 50 Td (seen) Tj 50 0 Td (not) Tj ET Q",
    "tight clip": "q 97 697 6 4 re W n BT /F1 9 Tf 95 700 Td (m) Tj ET Q BT /F1 9 Tf (x) Tj ET",
    "word clip": "97 697 40 8 re W n BT /F1 9 Tf 95 700 Td (m) Tj 2 Tc 0 0 Td (mi) Tj (i) Tj ET",
    "span": "/Span <</MCID 1 /ActualText <FEFF0E01>>> BDC BT /F1 9 Tf (x) Tj ET EMC /S BMC EMC",
    "properties": "/Span /P BDC BT /F1 9 Tf (x) Tj ET EMC BT (y) Tj ET",
    "artifact": "/Artifact <</Attached [/Top] /Type /Pagination /BBox [0 0 1 1]>> BDC EMC",
    "form": "q 1 0 0 1 9 9 cm /X Do Q BT /F1 9 Tf (after) Tj ET",
    "colours": "/DeviceRGB cs 1 1 1 scn 0 0 9 9 re f 0 0 0 1 k 0 0 9 9 re f /Pattern cs /P1 scn",
    "no such font": "BT /F9 9 Tf (x) Tj ET",
    "run together": "0g 1 0 0RG +.5w 0 0 9 9 re\nf BT/F1 12Tf[-5(x)]TJ[(y)7.]TJ[]TJ(z)Tj ET",
    "in a row": "q BT ET Q q 2 0 0 2 0 0 cm 0 0 9 9 re f Q f q n EMC S 0 0 5 5 re W n BT ET",
    "properties 2": "/S <</K /ActualText /V (no)>> BDC /S <</L [(b)]>> BDC BT /F1 9 Tf (x) Tj ET",
    "colour": "/DeviceRGB cs BT /F1 9 Tf 2 0 0 2 5 5 Tm (x) Tj ET 1 1 1 scn BT 5 5 Td (y) Tj",
    "nothing": "",
}
REFUSED = {
    "inline image": "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI BT /F1 9 Tf (x) Tj ET",
    "comment": "% BT\nBT /F1 9 Tf (x) Tj ET",
    "operands": "1 2 3 0 0 9 9 re f",
    "too few": "0 9 9 re f",
    "unknown": "1 0 0 foo BT /F1 9 Tf (x) Tj ET",
    "no font": "BT (x) Tj ET",
    "odd string": "BT /F1 9 Tf <616> Tj ET",
    "name": "BT /F#31 9 Tf (x) Tj ET",
    "word": 'BT /F1 9 Tf 1 2 (x) " ET',
    "list": "/Span <</ActualText>> BDC BT /F1 9 Tf (x) Tj ET EMC",
    "two points": "1.2.3 w BT /F1 9 Tf (x) Tj ET",
    "two signs": "--5 w BT /F1 9 Tf (x) Tj ET",
    "a long number": "9" * 301 + " w BT /F1 9 Tf (x) Tj ET",
    "word in an array": "BT /F1 9 Tf [(x) AB] TJ ET",
    "sign in an array": "BT /F1 9 Tf [(x) - (y)] TJ ET",
    "no operands": "q BT Tf ET",
    "text in a list": "/Span <</ActualText (a) /X [(b)]>> BDC BT /F1 9 Tf (x) Tj ET EMC",
    "open string": "BT /F1 9 Tf (x Tj ET",
}


@pytest.mark.parametrize("case", HANDLED)
def test_operations(case: str) -> None:
    ((page, shelf),) = pages(drawn(HANDLED[case]))
    found, expected = lean(page, shelf), interpreted(page.page_obj, shelf)
    assert alike(found, expected)
    assert bool(expected.glyphs) == ("Tj" in HANDLED[case])


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_left_to_pdfminer(case: str) -> None:
    ((page, shelf),) = pages(drawn(REFUSED[case]))
    assert lean(page, shelf) is None
    try:
        expected = interpreted(page.page_obj, shelf)
    except PDF_ERRORS as error:
        with pytest.raises(type(error)):
            read_content(page.page_obj, shelf)
    else:
        assert alike(read_content(page.page_obj, shelf), expected)


def test_a_broken_list_of_properties_that_says_no_text_loses_no_page() -> None:
    """What pdfminer stops at says nothing of what is painted."""
    content = "/Span <</X 1 2>> BDC BT /F1 9 Tf (x) Tj ET EMC"
    ((page, shelf),) = pages(drawn(content))
    found = lean(page, shelf)
    assert found is not None
    assert [(g.mapped, g.span) for g in found.glyphs] == [("x", None)]
    with pytest.raises(PDF_ERRORS):
        interpreted(page.page_obj, shelf)


numbers = st.one_of(
    st.integers(-300, 900).map(str),
    st.floats(-300, 900, allow_nan=False).map("{:.3f}".format),
    st.sampled_from(("-.5", "+7", "0.", "00012", "-0", "1e5", "--3", "1.2.3", "9" * 41)),
)
strings = st.one_of(
    st.binary(max_size=6).map(lambda raw: f"<{raw.hex()}>"),
    st.text("ab ()\\\n\r01789", max_size=8).map("({})".format),
)
arrays = st.lists(numbers | strings, max_size=5).map(lambda items: f"[{' '.join(items)}] TJ")
WORDS = (
    "q Q cm w m l c v y h re S s f f* B b n W W* g rg k scn BT ET EMC Tc Tw Tz TL Tr Ts Td Tm T*"
)
NAMES = ("/F1 12 Tf", "/F9 Tf", "/X Do", "/Span BMC", "/Span /P BDC", "/Pattern cs", "/P scn")
OTHERS = ("%x\n", "<</A (b)>>", "/A", "null", "true", "[", "]", "<<", ">>", "\x00", "{", "BI", '"')
operations = st.one_of(
    st.tuples(st.lists(numbers, max_size=6), st.sampled_from(WORDS.split())).map(
        lambda both: " ".join((*both[0], both[1]))
    ),
    strings.map("{} Tj".format),
    arrays,
    strings.map("/Span <</ActualText {} >>BDC".format),
    st.sampled_from((*NAMES, "0 0 9 9 re f", "1 0 0 1 5 5 Tm", "1 0 0 1 2 3 cm", "2 3 Td")),
    st.sampled_from(OTHERS),
)


@given(st.lists(operations, max_size=12), st.sampled_from((" ", "\n", "\r\n")))
def test_whatever_a_page_holds(parts: list[str], between: str) -> None:
    """What is read without pdfminer is what pdfminer reads; where that fails, it is not read."""
    ((page, shelf),) = pages(drawn(between.join(("BT /F1 9 Tf (x) Tj ET", *parts))))
    found = lean(page, shelf)
    try:
        expected = interpreted(page.page_obj, shelf)
    except PDF_ERRORS:
        assert found is None
    else:
        assert found is None or alike(found, expected)
