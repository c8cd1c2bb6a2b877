"""Each convention of docs/quy-uoc.md is shown by tests that there are."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "quy-uoc.md").read_text(encoding="utf-8")
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
CONVENTIONS = [f"U{number}" for number in range(1, 39)]
MOST_TESTS = 4


def rows() -> dict[str, list[tuple[str, str]]]:
    """The tests that each row of the table names, by the code of the convention."""
    found = re.findall(r"^(\| (U\d+) \|.*)$", TEXT, re.MULTILINE)
    assert len(found) == len({code for _, code in found}), "a convention stands twice"
    return {code: TEST.findall(row) for row, code in found}


def test_every_convention_has_its_row_in_order():
    assert list(rows()) == CONVENTIONS


def test_every_row_names_tests():
    wrong = {code: named for code, named in rows().items() if not 1 <= len(named) <= MOST_TESTS}
    assert wrong == {}


def test_every_named_test_is_there():
    named = TEST.findall(TEXT)
    assert len(named) >= len(CONVENTIONS)
    for path in {path for path, _ in named}:
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        there = {each.name for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)}
        assert {name for one, name in named if one == path} <= there, path
