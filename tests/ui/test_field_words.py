"""Labels of fields end without a colon, and a button names its deed: read from the code itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import ui

SOURCES = sorted(Path(ui.__file__).parent.rglob("*.py"))
FIELDS = frozenset({"addRow", "label", "QLabel", "FormField", "DateField", "named", "_field"})
"""What puts words beside a field."""
EMPTY = frozenset({"OK", "Ok", "Cancel", "Có", "Không", "Đồng ý", "Yes", "No"})
"""What a button must not say alone: it does not tell what will be done."""


def texts(tree: ast.AST, callees: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Every text of its own that is handed to one of them, with its line."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in callees:
            for each in (*node.args, *(word.value for word in node.keywords)):
                if isinstance(each, ast.Constant) and isinstance(each.value, str):
                    yield each.lineno, each.value


def with_colon(tree: ast.AST) -> list[tuple[int, str]]:
    return [at for at in texts(tree, FIELDS) if at[1].rstrip(" *").endswith(":")]


def bare(tree: ast.AST) -> list[tuple[int, str]]:
    """Texts anywhere that say no more than yes or no, as a button would."""
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.replace("&", "") in EMPTY
    ]


def found(look):
    return [(path.name, *at) for path in SOURCES for at in look(ast.parse(path.read_text("utf-8")))]


def test_no_label_of_a_field_ends_with_a_colon():
    assert found(with_colon) == []


def test_no_button_says_only_yes_or_no():
    assert found(bare) == []


@pytest.mark.parametrize("text", ['form.addRow("&Lý do:", x)', 'label("Từ ngày: *")'])
def test_a_colon_is_found(text):
    assert with_colon(ast.parse(text))


@pytest.mark.parametrize("word", ["OK", "&Có", "Đồn&g ý", "Cancel"])
def test_an_empty_word_is_found(word):
    assert bare(ast.parse(f"button({word!r})"))
