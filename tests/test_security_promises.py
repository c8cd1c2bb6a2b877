"""Each promise of docs/security.md is shown by a test that there is."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")


def test_every_named_test_is_there():
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", TEXT)
    assert len(named) > 15
    for path in {path for path, _ in named}:
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        there = {each.name for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)}
        assert {name for one, name in named if one == path} <= there, path


def test_every_named_file_of_tests_is_there():
    there = {each.name for each in (ROOT / "tests").rglob("test_*.py")}
    assert set(re.findall(r"\b(test_\w+\.py)", TEXT)) <= there


def test_every_row_of_the_promises_names_a_test():
    rows = [line for line in TEXT.splitlines() if line.startswith("| ") and "---" not in line]
    told = [row for row in rows if not row.startswith(("| Rủi ro", "| Promise"))]
    assert [row[:60] for row in told if "test" not in row.rsplit("|", 2)[1]] == []
