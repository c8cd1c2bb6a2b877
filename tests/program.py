"""What stands in the modules of the program: each is read and walked through once for all tests."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import models

ROOT = Path(models.__file__).parent.parent
LAYERS = ("models", "reports", "resources", "ui")


@dataclass(slots=True)
class Module:
    """What one module defines, imports, calls, says and sets."""

    path: str
    types: list[str] = field(default_factory=list)
    """Its classes and what else it names as a type: `Step = Callable[...]`."""

    functions: list[str] = field(default_factory=list)
    imports: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """Each module it imports from, wherever in it, with the names that it takes (none: `import`)."""

    calls: list[tuple[str, str]] = field(default_factory=list)
    """Of each call the last name of what is called, and the whole expression."""

    texts: list[str] = field(default_factory=list)
    attributes_set: set[str] = field(default_factory=set)


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the program."""
    paths = (path for layer in LAYERS for path in sorted((ROOT / layer).rglob("*.py")))
    return tuple(_module(path) for path in paths)


def _module(path: Path) -> Module:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = Module(path.relative_to(ROOT).as_posix())
    found.types += _types(tree)
    found.functions += [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    for node in ast.walk(tree):
        _note(found, node)
    return found


def _types(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript | ast.BinOp):
            yield from (each.id for each in node.targets if isinstance(each, ast.Name))


def _note(found: Module, node: ast.AST) -> None:
    if isinstance(node, ast.Call):
        whole = _whole(node.func)
        last = node.func.attr if isinstance(node.func, ast.Attribute) else whole
        found.calls.append((last, whole))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        found.texts.append(node.value)
    elif isinstance(node, ast.Import):
        found.imports += [(each.name, ()) for each in node.names]
    elif isinstance(node, ast.ImportFrom):
        found.imports.append((node.module or "", tuple(each.name for each in node.names)))
    elif isinstance(node, ast.Assign):
        found.attributes_set |= {
            each.attr for each in node.targets if isinstance(each, ast.Attribute)
        }


def _whole(called: ast.expr) -> str:
    """As `ast.unparse`, which takes its time, for what most calls name: `a.b.c`."""
    names = []
    node = called
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return ast.unparse(called)
    return ".".join(reversed([*names, node.id]))
