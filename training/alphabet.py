"""The characters the recogniser can say, in the order of its outputs (output 0 is CTC's blank)."""

from __future__ import annotations

_THAI = "".join(map(chr, (*range(0x0E01, 0x0E2F), *range(0x0E2F, 0x0E3B), 0x0E3F)))
_THAI_REST = "".join(map(chr, (*range(0x0E40, 0x0E4D), *range(0x0E50, 0x0E5A))))
_ASCII = "".join(map(chr, range(0x20, 0x7F)))
_SIGNS = "–“”‘’•●○▪✓√□☐☑×±≥≤…°→"

ALPHABET = _ASCII + _THAI + _THAI_REST + _SIGNS
