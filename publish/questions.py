"""The named questions: SQL files with a title and a description in two languages.

A file of ``publish/queries`` begins with comment lines ``-- key: text``; a line indented further
goes on with the text above it. ``param NAME`` describes a parameter, Thai before the ``|``. A
parameter that is not given is NULL, one of a form left empty is ``''``: the SQL takes both for
its default, so that `ita query`, Datasette and the report ask the very same question. Columns of an
answer that are none of a table or view, and so not in the data dictionary, are described in
``columns.csv`` beside the questions.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from publish.errors import QuestionError
from publish.reader import Value

PAGE = Path("docs/questions.md")
_KEYS = ("title_th", "title_en", "description_th", "description_en")
_LINE = re.compile(r"-- (?P<key>[a-z_]+(?: [a-z_]+)?): (?P<text>\S.*)")
_MORE = re.compile(r"--   +(?P<text>\S.*)")
_PARAMETER = re.compile(r":([a-z_]+)")


_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_name(text: str) -> bool:
    """Whether the text is a name, of whatever question; SQL never is."""
    return _NAME.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Described:
    """What a question can be given, or a column of its answer, described in two languages."""

    name: str
    description_th: str
    description_en: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with a name.

    Attributes:
        name: as it is typed: the name of its file.
        sql: the statement, without the comment in front.
        columns: those of the answer that the data dictionary does not have.
    """

    name: str
    title_th: str
    title_en: str
    description_th: str
    description_en: str
    parameters: tuple[Described, ...]
    sql: str
    columns: tuple[Described, ...] = ()

    def values(self, given: Mapping[str, Value]) -> dict[str, Value]:
        """What its parameters stand for; one that is not given is ``None``.

        Raises:
            QuestionError: it has no such parameter.
        """
        names = [parameter.name for parameter in self.parameters]
        for name in given:
            if name not in names:
                known = ", ".join(names) or "none"
                raise QuestionError(f"{self.name} has no parameter {name}; it has: {known}")
        return {name: given.get(name) for name in names}


@cache
def questions() -> dict[str, Question]:
    """Every named question, by its name, in alphabetical order."""
    folder = files("publish").joinpath("queries")
    found = [file for file in folder.iterdir() if file.name.endswith(".sql")]
    asked = {
        name: parsed(name, file.read_text(encoding="utf-8"))
        for name, file in sorted((file.name.removesuffix(".sql"), file) for file in found)
    }
    told = described_columns(folder.joinpath("columns.csv").read_text(encoding="utf-8"))
    if odd := ", ".join(sorted(told.keys() - asked.keys())):
        raise QuestionError(f"publish/queries/columns.csv: there is no question {odd}")
    return {name: replace(one, columns=told.get(name, ())) for name, one in asked.items()}


def described_columns(text: str) -> dict[str, tuple[Described, ...]]:
    """The columns a CSV describes, by question; a line may be of several questions."""
    found: dict[str, tuple[Described, ...]] = {}
    for row in csv.DictReader(text.splitlines()):
        column = Described(row["column"], row["description_th"], row["description_en"])
        for name in row["questions"].split():
            found[name] = (*found.get(name, ()), column)
    return found


def question(name: str) -> Question:
    """The question of a name.

    Raises:
        QuestionError: there is none.
    """
    found = questions().get(name)
    if found is None:
        raise QuestionError(f"There is no question called {name}: ita query --list names them all")
    return found


def parsed(name: str, text: str) -> Question:
    """A question from the text of its file.

    Raises:
        QuestionError: a key is missing or unknown, or the parameters described are not those used.
    """
    head: dict[str, str] = {}
    key = ""
    lines = text.splitlines()
    body = next((n for n, line in enumerate(lines) if not line.startswith("--")), len(lines))
    for line in lines[:body]:
        if (more := _MORE.fullmatch(line)) and key:
            head[key] += " " + more["text"]
        elif match := _LINE.fullmatch(line):
            key = match["key"]
            head[key] = match["text"]
        else:
            raise QuestionError(f"publish/queries/{name}.sql: cannot read the line {line!r}")
    return _made(name, head, "\n".join(lines[body:]).strip() + "\n")


def _made(name: str, head: Mapping[str, str], sql: str) -> Question:
    where = f"publish/queries/{name}.sql"
    if missing := [key for key in _KEYS if key not in head]:
        raise QuestionError(f"{where}: no {missing[0]} in the comment in front")
    parameters = []
    for key, text in head.items():
        if key in _KEYS:
            continue
        kind, _, parameter = key.partition(" ")
        thai, bar, english = text.partition(" | ")
        if kind != "param" or not bar:
            raise QuestionError(f"{where}: cannot read the line that begins with {key!r}")
        parameters.append(Described(parameter, thai, english))
    described = {parameter.name for parameter in parameters}
    used = set(_PARAMETER.findall(sql))
    if described != used:
        odd = ", ".join(sorted(described ^ used))
        raise QuestionError(f"{where}: a parameter is described or used, but not both: {odd}")
    return Question(
        name,
        head["title_th"],
        head["title_en"],
        head["description_th"],
        head["description_en"],
        tuple(parameters),
        sql,
    )


_INTRODUCTION = """\
# Named questions · คำถามสำเร็จรูป

<!-- Made from publish/queries/*.sql by `python -m publish.questions`: change those. -->

`ita query NAME` answers each of these; `ita browse` lists them on its first page. A parameter is
given with `--param NAME=VALUE`; without it, the default its description names is taken. Columns
that are not described here are those of the views in [the data dictionary](data-dictionary.md).

พิมพ์ `ita query ชื่อ` เพื่อถาม หรือเลือกจากหน้าแรกของ `ita browse` ส่งพารามิเตอร์ด้วย `--param ชื่อ=ค่า`
หากไม่ส่ง จะใช้ค่าตั้งต้นตามคำอธิบาย คอลัมน์ที่ไม่ได้อธิบายในหน้านี้อยู่ใน[พจนานุกรมข้อมูล](data-dictionary.md)

| name | คำถาม | question |
| --- | --- | --- |
"""


def page() -> str:
    """The named questions as a page of the documentation."""
    found = questions().values()
    rows = [f"| [`{q.name}`](#{q.name}) | {q.title_th} | {q.title_en} |\n" for q in found]
    return _INTRODUCTION + "".join(rows) + "".join(map(_section, found))


def _section(asked: Question) -> str:
    lines = [f"\n## {asked.name}\n", f"**{asked.title_th} · {asked.title_en}**\n"]
    lines.append(f"{asked.description_th}  \n{asked.description_en}\n")
    for heading, described in (("parameter", asked.parameters), ("column", asked.columns)):
        if described:
            lines += [f"| {heading} | ความหมาย | meaning |", "| --- | --- | --- |"]
            lines += [
                f"| `{d.name}` | {d.description_th} | {d.description_en} |" for d in described
            ]
            lines.append("")
    return "\n".join([*lines, f"```sql\n{asked.sql}```"]) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else PAGE).write_text(page(), encoding="utf-8")
