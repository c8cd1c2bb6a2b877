"""No module of ours imports one that imports it, also not for its types alone."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported(path: Path, known: set[str]) -> set[str]:
    """The modules of ours that `path` imports, wherever in it."""
    names = set[str]()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            whole = {f"{node.module}.{each.name}" for each in node.names}
            names |= whole & known or {node.module}
    return names & known - {module_of(path)}


@pytest.mark.parametrize("package", ["ui", "reports", "models"])
def test_no_module_imports_one_that_imports_it(package):
    paths = {module_of(path): path for path in (ROOT / package).rglob("*.py")}
    sorter = TopologicalSorter({name: imported(path, set(paths)) for name, path in paths.items()})
    try:
        sorter.prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))
