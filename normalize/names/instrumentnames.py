"""Names of one instrument and nothing else: ``IIT``, ``แบบวัด EIT ภายนอก``, ``การเปิดเผยข้อมูล (OIT)``.

The letters tell which; the words beside them, whose answers it is made of. One vocabulary serves
every place that states scores under such names (boxes, summaries).
"""

from __future__ import annotations

from normalize.names.sections import TOOLS
from normalize.words.patterns import compiled
from normalize.words.text import remembered, squeeze

_ASKS = (
    r"(?:แบบ(?:วัด|ตรวจ))?(?:การรับรู้(?:ของ)?)?"
    r"(?:(?:ผู้มีส่วนได้(?:ส่วน)?เสีย|บุคลากร|ผู้รับบริการ)?ภาย(?:ใน|นอก)|(?:การ)?เปิดเผยข้อมูล(?:สาธารณะ)?)"
)
_NAME = compiled(
    rf"(?:ผล)?(?:คะแนน)?(?:เฉลี่ย)?(?:ของ)?(?:{TOOLS})?(?:{_ASKS})?"
    rf"\(?(?P<code>[IEO]IT)\)?[:\u2013-]?(?:\({_ASKS}\)|{_ASKS})?"
)


@remembered
def instrument_alone(text: str) -> str | None:
    """The instrument that a text names and says nothing else of; ``None`` for other texts."""
    match = _NAME.fullmatch(squeeze(text))
    return match["code"] if match is not None else None


__all__ = ["instrument_alone"]
