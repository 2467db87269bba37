"""The catalogue of findings: what each kind means, in English and in Thai.

``finding_kinds.csv`` is the one source; ``python -m normalize.codebook.finding_kinds`` writes the
page ``docs/findings.md`` from it. Emitting findings is the business of every stage.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from normalize.codebook import rows

PAGE = Path("docs/findings.md")
SEVERITIES = {
    "error": "a fact may be wrong or is missing · ข้อมูลอาจผิดหรือขาดหาย",
    "warning": "a person should look · ควรมีคนตรวจดู",
    "info": "a choice was made · โปรแกรมได้เลือกอย่างใดอย่างหนึ่ง",
}


@dataclass(frozen=True, slots=True)
class FindingKind:
    """A kind of finding and what it tells a person."""

    kind: str
    severity: str
    description_en: str
    description_th: str


@cache
def finding_kinds() -> dict[str, FindingKind]:
    """Every kind of finding by its name, in the order of the file."""
    return {
        r["kind"]: FindingKind(r["kind"], r["severity"], r["description_en"], r["description_th"])
        for r in rows("finding_kinds.csv")
    }


_INTRODUCTION = """\
# Findings · ข้อสังเกต

<!-- Made from normalize/codebook/finding_kinds.csv by `python -m normalize.codebook.finding_kinds`:
     change the CSV. -->

Everything the pipeline was not sure of is a row of `v_finding`, with its place and the text it is
about. `ita explain FINDING_ID` shows one with its page.

ทุกสิ่งที่โปรแกรมไม่แน่ใจเป็นแถวใน `v_finding` พร้อมตำแหน่งและข้อความที่เกี่ยวข้อง
คำสั่ง `ita explain FINDING_ID` แสดงข้อสังเกตพร้อมภาพหน้า

    SELECT kind, count(*) FROM v_finding GROUP BY kind ORDER BY 2 DESC;
"""


def page() -> str:
    """The catalogue as a page of the documentation."""
    parts = [_INTRODUCTION]
    for severity, meaning in SEVERITIES.items():
        parts.append(f"## {severity}: {meaning}\n")
        parts.append("| kind | meaning | ความหมาย |\n|---|---|---|")
        parts += [
            f"| `{k.kind}` | {_cell(k.description_en)} | {_cell(k.description_th)} |"
            for k in finding_kinds().values()
            if k.severity == severity
        ]
        parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else PAGE).write_text(page(), encoding="utf-8")
