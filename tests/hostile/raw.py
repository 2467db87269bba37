"""PDF files written object by object, so that anything about them can be wrong.

The libraries that write PDF mend what a test wants broken; this one writes what it is told.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

# A page of A4, and the font that every reader has.
A4 = "[0 0 595 842]"
HELVETICA = "<</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>"


def flate(data: bytes) -> bytes:
    """Data as ``/FlateDecode`` wants it."""
    return zlib.compress(data, 9)


@dataclass(slots=True)
class Raw:
    """A PDF as a list of objects; the number of the next one is known before it is written."""

    bodies: list[bytes] = field(default_factory=list)

    @property
    def next(self) -> int:
        return len(self.bodies) + 1

    def add(self, body: str | bytes) -> int:
        """Write an object and give its number."""
        self.bodies.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(self.bodies)

    def stream(self, data: bytes, extra: str = "", length: str | None = None) -> int:
        """Write a stream; ``extra`` is more for its dictionary, ``length`` what it says of it."""
        said = length if length is not None else str(len(data))
        head = f"<</Length {said} {extra}>>\nstream\n".encode("latin-1")
        return self.add(head + data + b"\nendstream")

    def pages(
        self, content: str, resources: str = HELVETICA, box: str = A4, extra: str = ""
    ) -> int:
        """A catalog, a page tree and one page; ``content`` is what stands after ``/Contents``."""
        first = self.next
        self.add(f"<</Type /Catalog /Pages {first + 1} 0 R>>")
        self.add(f"<</Type /Pages /Kids [{first + 2} 0 R] /Count 1>>")
        self.add(
            f"<</Type /Page /Parent {first + 1} 0 R /MediaBox {box} /Resources {resources}"
            f" /Contents {content} {extra}>>"
        )
        return first

    def write(self, root: int, trailer: str = "", header: bytes = b"%PDF-1.7\n") -> bytes:
        """The file, with a table of where the objects stand."""
        out = bytearray(header)
        places = []
        for number, body in enumerate(self.bodies, start=1):
            places.append(len(out))
            out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        start = len(out)
        out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        end = f"trailer\n<</Size {len(places) + 1} /Root {root} 0 R {trailer}>>\n"
        return bytes(out + f"{end}startxref\n{start}\n%%EOF\n".encode("latin-1"))


def one_page(
    content: bytes,
    *,
    resources: str = HELVETICA,
    box: str = A4,
    extra: str = "",
    objects: Sequence[str | bytes] = (),
) -> bytes:
    """A file of one page that draws ``content``; ``objects`` are more of them, from number 5 on."""
    raw = Raw()
    root = raw.pages("4 0 R", resources, box, extra)
    raw.stream(flate(content), "/Filter /FlateDecode")
    for body in objects:
        raw.add(body)
    return raw.write(root)


def stream_object(data: bytes, extra: str = "") -> bytes:
    """The body of a stream object."""
    return f"<</Length {len(data)} {extra}>>\nstream\n".encode("latin-1") + data + b"\nendstream"


def text(words: str, x: float = 50, y: float = 700) -> bytes:
    """Words of Latin letters in Helvetica at a place."""
    return f"BT /F1 12 Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n".encode("latin-1")
