"""Every stored word that the program reads as one of a few is known to what names a wrong one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from sqlalchemy import String

import models
from models import records
from models.store.possible_values import STORED_WORDS
from models.store.schema import metadata

ROOT = Path(models.__file__).parent
COLUMNS = {
    column.name
    for table in metadata.sorted_tables
    for column in table.c
    if isinstance(column.type, String)
}
WORDS = {
    made.__name__: made
    for found in iter_modules(records.__path__, "models.records.")
    for made in vars(import_module(found.name)).values()
    if isinstance(made, type) and issubclass(made, StrEnum)
}
NO_ROW = frozenset({"told", "each"})
"""What a file beside the data says, and drafts of blueprints."""


def read_words() -> Iterator[tuple[str, type[StrEnum], str]]:
    """Where a cell of a row is made a member of an enumeration: the place, it, the column."""
    for path in sorted(ROOT.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        place = path.relative_to(ROOT.parent)
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
                continue
            made = WORDS.get(node.func.id)
            if made is not None:
                row, column = cell_of(node.args[0])
                if row not in NO_ROW and column in COLUMNS:
                    yield f"{place}:{node.lineno}", made, column


def cell_of(node: ast.expr) -> tuple[str, str]:
    """The row and the column of `row["kind"]` or `row.kind`."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return node.value.id, node.attr
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
        at = node.slice
        return node.value.id, at.value if isinstance(at, ast.Constant) else ""
    return "", ""


def test_each_column_that_is_read_as_one_of_a_few_words_is_listed():
    known = {(column, words) for (_, column), words in STORED_WORDS.items()}
    read = list(read_words())
    assert {"kind", "staff_type", "direction"} <= {column for _, _, column in read}
    assert [each for each in read if (*each[2:], each[1]) not in known] == []


def test_what_is_listed_is_a_column_of_texts():
    for table, column in STORED_WORDS:
        assert isinstance(metadata.tables[table].c[column].type, String)
