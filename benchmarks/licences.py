"""The licences of everything the project stands on, as the packages themselves state them.

``python -m benchmarks.licences [--write]`` follows the requirements of ``setup.cfg`` through the
installed packages and prints them, or writes ``docs/licences.md``. It ends with 1 where a package
of the core does not say its licence or has one that reaches over to programs that use it (AGPL,
GPL). Why each package is there is told in ``docs/dependencies.md``.
"""

from __future__ import annotations

import argparse
import configparser
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parents[1]
PAGE = PROJECT / "docs" / "licences.md"
OWN = "thai-integrity-reports"
REACHING = re.compile(r"\bA?GPL|Affero|(?<!Lesser )General Public", re.IGNORECASE)
UNKNOWN = "not stated"


@dataclass(frozen=True, slots=True)
class Licence:
    """A package, the licence it states, and the packages through which it comes."""

    package: str
    licence: str
    comes_with: tuple[str, ...]


def groups() -> dict[str, list[str]]:
    """The requirements of ``setup.cfg``: those of the core under an empty name, then the extras."""
    settings = configparser.ConfigParser()
    settings.read(PROJECT / "setup.cfg", encoding="utf-8")
    extras = settings["options.extras_require"].items()
    listed = {"": settings["options"]["install_requires"], **dict(extras)}
    return {name: lines.split("\n")[1:] for name, lines in listed.items()}


def licences(requirements: Iterable[str]) -> list[Licence]:
    """The packages these need, and those that they need, by name; what is not installed is not."""
    found: dict[str, Distribution] = {}
    comes_with: dict[str, set[str]] = {}
    waiting = [(Requirement(line), "") for line in requirements]
    while waiting:
        requirement, by = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name == OWN or not _wanted(requirement):
            continue
        comes_with.setdefault(name, set()).update([by] if by else [])
        if name not in found:
            try:
                found[name] = distribution(name)
            except PackageNotFoundError:
                continue
            waiting += [(need, name) for need in _needs(found[name])]
    return [
        Licence(name, licence_of(found[name]), tuple(sorted(comes_with[name])))
        for name in sorted(found)
    ]


def _needs(package: Distribution) -> Iterator[Requirement]:
    yield from map(Requirement, package.requires or [])


def _wanted(requirement: Requirement) -> bool:
    """Whether a requirement holds here, without any extra of the package that states it."""
    return requirement.marker is None or requirement.marker.evaluate({"extra": ""})


def licence_of(package: Distribution) -> str:
    """What a package says of its licence, in the shortest form it says it."""
    expression = _field(package, "License-Expression")
    if expression:
        return expression
    kinds = {
        line.rpartition(" :: ")[2]
        for line in package.metadata.get_all("Classifier") or []
        if line.startswith("License :: ") and not line.endswith("OSI Approved")
    }
    return ", ".join(sorted(kinds)) or _field(package, "License").partition("\n")[0] or UNKNOWN


def _field(package: Distribution, name: str) -> str:
    """The field of a package's metadata, empty where it has none."""
    found: list[str] = package.metadata.get_all(name) or []
    return found[0].strip() if found else ""


def objections(core: Iterable[Licence]) -> list[str]:
    """The packages of the core that may not be there, and why."""
    return [
        f"{one.package}: {one.licence}"
        for one in core
        if one.licence == UNKNOWN or REACHING.search(one.licence)
    ]


def page() -> str:
    """All licences as a page of the documentation."""
    parts = [_HEADING]
    for name, requirements in groups().items():
        title = f"With `.[{name}]`" if name else "Always installed"
        parts += [f"## {title}\n", _table(licences(requirements))]
    return "\n".join(parts)


_HEADING = """\
# Licences of the packages

<!-- Made by `python -m benchmarks.licences --write` from what the installed packages state. -->

Everything that `make load` installs, and what the other groups of `setup.cfg` add, with what those
bring along. No package of the first table is under the AGPL or the GPL; a test holds that. The
project itself is under the [MIT licence](../LICENSE); why each package is there is told in
[dependencies.md](dependencies.md).
"""


def _table(found: Sequence[Licence]) -> str:
    rows = (f"| {one.package} | {one.licence} | {', '.join(one.comes_with)} |" for one in found)
    return "\n".join(("| package | licence | comes with |", "| --- | --- | --- |", *rows, ""))


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(PROJECT)}")
    if parser.parse_args(arguments).write:
        PAGE.write_text(page(), encoding="utf-8")
    else:
        print(page())
    found = objections(licences(groups()[""]))
    if found:
        sys.exit("May not be in the core: " + "; ".join(found))


if __name__ == "__main__":
    main()
