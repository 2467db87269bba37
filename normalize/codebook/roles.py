"""What the roles of columns are for, as the table in ``docs/teach-a-layout.md``.

``roles.csv`` is the one source; ``python -m normalize.codebook.roles`` writes the table anew. Which
header words name which role stands in ``headers.csv``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from normalize.codebook import rows

PAGE = Path("docs/teach-a-layout.md")
BEGIN = "<!-- Made from normalize/codebook/roles.csv by `python -m normalize.codebook.roles`. -->"
END = "<!-- End of what is made. -->"


def table() -> str:
    """The roles with their descriptions in both languages."""
    lines = ["| role | what the column holds | คอลัมน์นี้คืออะไร |", "|---|---|---|"]
    lines += [
        f"| `{r['role']}` | {r['description_en']} | {r['description_th']} |"
        for r in rows("roles.csv")
    ]
    return "\n".join(lines)


def renewed(page: str) -> str:
    """The page with the table as it should be now."""
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}"


if __name__ == "__main__":
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE
    path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")
