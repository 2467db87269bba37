"""What the design promises of the code as a whole: who may import whom, and how long things get.

The sources are parsed, not imported, so that a broken promise is found wherever it stands.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
# A folder imports only what stands after it.
ORDER = ("pipeline", "publish", "load", "quality", "normalize", "extract")
# The same inside normalize; its modules that are in none of these stand before all.
PARTS = ("facts", "shapes", "rows", "names", "words")
# The same inside extract; what is in none of these but ``SHARED`` stands before all.
LAYERS = ("rules", "tables", "text", "painted", "fonts")
SHARED = {"content", "errors", "model", "operators", "thai"}
# Packages that belong to some folders only.
RESERVED = {
    "sqlalchemy": {"load", "publish", "pipeline"},
    "sqlite3": {"load", "publish", "pipeline"},
    "pdfplumber": {"extract"},
    "pdfminer": {"extract"},
    "pypdfium2": {"extract"},
    "PIL": {"extract"},
    "cv2": {"extract"},
    "onnxruntime": {"extract"},
    "click": {"pipeline"},
}
MODULE_LINES = 300
FUNCTION_LINES = 40

MODULES = sorted(path for folder in ORDER for path in (ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def folder_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(tree: ast.Module, path: Path) -> Iterator[tuple[int, str]]:
    """Line and top-level package of everything a module imports, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name.split(".")[0]
        elif isinstance(node, ast.ImportFrom):
            package = folder_of(path) if node.level else (node.module or "").split(".")[0]
            yield node.lineno, package


def offending(check: Callable[[Path, ast.Module], object]) -> dict[str, object]:
    """What a check has to say against modules, by their names."""
    said = {name_of(path): check(path, parsed(path)) for path in MODULES}
    return {name: complaint for name, complaint in said.items() if complaint}


def test_there_are_modules_in_every_folder() -> None:
    folders = {folder_of(path) for path in MODULES}
    assert {"pipeline", "load", "quality", "normalize", "extract"} <= folders


def test_imports_run_one_way() -> None:
    def upwards(path: Path, tree: ast.Module) -> object:
        above = {*ORDER[: ORDER.index(folder_of(path))], "tests", "benchmarks", "training"}
        return [found for found in imports(tree, path) if found[1] in above]

    assert not offending(upwards)


def test_parts_of_normalize_import_one_way() -> None:
    shared = {"codebook", "model"}

    def upwards(path: Path, tree: ast.Module) -> object:
        part = path.relative_to(ROOT).parts[1]
        if folder_of(path) != "normalize" or part not in PARTS:
            return []
        allowed = {*PARTS[PARTS.index(part) :], *shared}
        nodes = [n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module]
        names = [(n.lineno, (n.module or "").split(".")) for n in nodes]
        return [(line, m) for line, m in names if m[0] == "normalize" and m[1] not in allowed]

    assert not offending(upwards)


def test_layers_of_extract_import_one_way() -> None:
    def upwards(path: Path, tree: ast.Module) -> object:
        layer = path.relative_to(ROOT).parts[1]
        if folder_of(path) != "extract" or layer not in LAYERS:
            return []
        allowed = {*LAYERS[LAYERS.index(layer) :], *SHARED}
        nodes = [n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module]
        names = [(n.lineno, (n.module or "").split(".")) for n in nodes]
        return [(line, m) for line, m in names if m[0] == "extract" and m[1] not in allowed]

    assert not offending(upwards)


def test_packages_stay_in_their_folders() -> None:
    def strays(path: Path, tree: ast.Module) -> object:
        here = folder_of(path)
        return [f for f in imports(tree, path) if here not in RESERVED.get(f[1], {here})]

    assert not offending(strays)


def test_patterns_of_normalize_are_kept_between_runs() -> None:
    """Compiling them anew takes each worker over a second (`normalize/words/patterns.py`)."""
    free = {"normalize/words/patterns.py"}

    def compiles(path: Path, tree: ast.Module) -> object:
        if folder_of(path) != "normalize" or name_of(path) in free or "codebook" in path.parts:
            return []
        calls = [n.func for n in ast.walk(tree) if isinstance(n, ast.Call)]
        return [ast.unparse(c) for c in calls if ast.unparse(c) == "regex.compile"]

    assert not offending(compiles)


def test_modules_say_what_belongs_there() -> None:
    assert not offending(lambda _path, tree: not ast.get_docstring(tree))


def test_modules_are_short() -> None:
    def lines(path: Path, _tree: ast.Module) -> object:
        number = len(path.read_text(encoding="utf-8").splitlines())
        return number if number > MODULE_LINES else None

    assert not offending(lines)


def test_functions_are_short() -> None:
    """Counted from `def` to the last line, without the docstring: explaining is no burden."""

    def long_functions(_path: Path, tree: ast.Module) -> object:
        return {f.name: n for f in functions(tree) if (n := own_lines(f)) > FUNCTION_LINES}

    assert not offending(long_functions)


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def own_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    documented = ast.get_docstring(function) is not None
    return lines_of(function) - (lines_of(function.body[0]) if documented else 0)


def lines_of(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_extract_knows_nothing_of_what_reports_say() -> None:
    """No code of the assessments in the code of extract; comments may say where it hurt."""
    words = {"ITA", "IIT", "EIT", "OIT"}

    def knows(path: Path, tree: ast.Module) -> object:
        if folder_of(path) != "extract":
            return None
        named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        stated = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
        return words & (named | stated)

    assert not offending(knows)


def test_every_exception_is_caught_for_a_file_and_for_a_page_only() -> None:
    places = [
        name_of(path)
        for path in MODULES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ExceptHandler) and _catches_everything(node)
    ]
    assert places == ["extract/read.py", "pipeline/guard.py"]


def _catches_everything(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    names = {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}
    return bool(names & {"Exception", "BaseException"})
