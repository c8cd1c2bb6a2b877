"""Cells and pasted tables are written in one place each: a new writer that passes it by is found."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

import models
from tests.test_one_name import modules

ROOT = Path(models.__file__).parent.parent
CELLS = "reports/render/xlsx/cells.py"
WORKBOOKS = {"reports/render/xlsx/", "reports/unit_kit.py", "reports/rejected_rows.py"}
"""Whoever makes workbooks: all cells of these come from `CELLS`."""

READERS = "reports/verifying/"
"""What looks at returned workbooks, and saves none."""

MIMES = {
    "ui/table/clipboard.py": "tables, whose cells go through `pasted_text`",
    "ui/pages/units_model.py": "a unit that is dragged within the window",
    "ui/pages/roster/cells.py": "an empty one, to read from",
}
TEXTS = {
    "ui/help/about.py": "facts about the program",
    "ui/marking/dialog.py": "lines of the text itself that found nobody",
    "ui/pages/contest/publicity_tab.py": "a paragraph for a report",
    "ui/pages/reconcile/slips_view.py": "a message, or the name of a unit",
    "ui/pages/roster/copying.py": "a message, or phones one a line",
    "ui/reminding/dialog.py": "a message, or one phone",
    "ui/window/message_bar.py": "a path, or the details of a fault",
}
"""Plain text on the clipboard, and why it is no table."""


@cache
def calls() -> tuple[tuple[str, str, str], ...]:
    """Of each call its module, the last name of what is called, and the whole expression."""
    return tuple(
        (path, node.func.attr if isinstance(node.func, ast.Attribute) else whole, whole)
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for whole in [ast.unparse(node.func)]
    )


def callers(name: str, within: str = "") -> set[str]:
    return {path for path, called, whole in calls() if called == name and within in whole}


def importers(package: str) -> set[str]:
    return {
        path
        for path, tree in modules()
        for node in ast.walk(tree)
        for module in (
            [each.name for each in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
        if module.split(".")[0] == package
    }


def test_workbooks_are_made_where_their_cells_are_written_in_one_place():
    found = importers("openpyxl")
    known = (*WORKBOOKS, READERS)
    strangers = {p for p in found if not any(p.startswith(place) for place in known)}
    assert strangers == set()
    savers = callers("save") | callers("Workbook") | callers("create_sheet")
    assert not [path for path in savers if path.startswith(READERS)]
    assert importers("xlsxwriter") == importers("pyexcel") == importers("odf") == set()


@pytest.mark.parametrize("mark", ["<c r=", "<is>", "<f>"])
def test_the_xml_of_cells_stands_in_one_module(mark):
    found = {
        path
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and mark in node.value
    }
    assert found == {CELLS}


def test_no_cell_is_given_a_value_by_openpyxl():
    found = importers("openpyxl")
    writers = {path for path in found if path != CELLS and not path.startswith(READERS)}
    for path, tree in modules():
        if path in writers:
            done = {name for at, name, _ in calls() if at == path}
            assert not done & {"cell", "iter_rows"}, path
            set_there = [
                node
                for node in ast.walk(tree)
                if isinstance(node, ast.Assign)
                for target in node.targets
                if isinstance(target, ast.Attribute) and target.attr in {"value", "data_type"}
            ]
            assert set_there == [], path


def test_nobody_writes_csv():
    assert callers("DictWriter") | callers("writer", "csv.") == set()


def test_tables_go_to_the_clipboard_through_one_function():
    assert callers("QMimeData") == MIMES.keys()
    assert callers("setMimeData") <= callers("table_mime")


def test_whatever_else_goes_to_the_clipboard_is_no_table():
    assert callers("setText", "clipboard()") == TEXTS.keys()
