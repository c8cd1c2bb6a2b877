"""One word for one thing: a public name is that of its subject, in one module alone."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import models

ROOT = Path(models.__file__).parent.parent
LAYERS = ("models", "reports", "resources", "ui")


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Every module of the program by its path."""
    for layer in LAYERS:
        for path in sorted((ROOT / layer).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def types_in(module: ast.Module) -> Iterator[str]:
    """The classes of a module and what else it names as a type: `Step = Callable[...]`."""
    for node in module.body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript | ast.BinOp):
            yield from (each.id for each in node.targets if isinstance(each, ast.Name))


def test_no_name_of_a_public_type_stands_in_two_modules() -> None:
    found = defaultdict[str, list[str]](list)
    for path, module in modules():
        for name in types_in(module):
            if name[0].isupper() and not name.isupper():
                found[name].append(path)
    assert {name: paths for name, paths in found.items() if len(paths) > 1} == {}


PROTOCOLS = {"scan_sheets"}
"""Written once for each kind of file: whoever reads it takes the module, not the function."""

NAMED_OTHERWISE = ("ui/commandline/", "models/store/migrations/")
"""A function here is called like the command that runs it, or as migrations ask for it."""


def test_no_name_of_a_public_function_stands_in_two_modules() -> None:
    found = defaultdict[str, list[str]](list)
    for path, module in modules():
        if path.startswith(NAMED_OTHERWISE):
            continue
        for node in module.body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                found[node.name].append(path)
    twice = {name: paths for name, paths in found.items() if len(paths) > 1}
    assert {name: paths for name, paths in twice.items() if name not in PROTOCOLS} == {}
