"""Cells and pasted tables are written in one place each: a new writer that passes it by is found."""

from __future__ import annotations

import pytest

from tests.program import modules

CELLS = "reports/render/xlsx/cells.py"
WORKBOOKS = {
    "reports/render/xlsx/", "reports/unit_kit.py", "reports/rejected_rows.py",
    "reports/blank_list.py",
}  # fmt: skip
"""Whoever makes workbooks: all cells of these come from `CELLS`."""

READERS = "reports/verifying/"
"""What looks at returned workbooks, and saves none."""

MIMES = {
    "ui/table/clipboard.py": "tables, whose cells go through `pasted_text`",
    "ui/pages/units_model.py": "a unit that is dragged within the window",
    "ui/pages/roster/cells.py": "an empty one, to read from",
}
TEXTS = {
    "ui/error_line.py": "the details of a fault, without its sentence",
    "ui/saving.py": "the name of a file that another program holds",
    "ui/help/about.py": "facts about the program",
    "ui/marking/dialog.py": "lines of the text itself that found nobody",
    "ui/pages/contest/publicity_tab.py": "a paragraph for a report",
    "ui/pages/reconcile/slips_view.py": "a message, or the name of a unit",
    "ui/pages/roster/copying.py": "a message, or phones one a line",
    "ui/reminding/dialog.py": "a message, or one phone",
    "ui/help/deeds.py": "facts for whoever helps, of no person",
    "ui/window/message_bar.py": "a path, or the details of a fault",
}
"""Plain text on the clipboard, and why it is no table."""


def callers(name: str, within: str = "") -> set[str]:
    return {
        module.path
        for module in modules()
        for called, whole in module.calls
        if called == name and within in whole
    }


def importers(package: str) -> set[str]:
    return {
        module.path
        for module in modules()
        for source, _ in module.imports
        if source.split(".")[0] == package
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
    found = {module.path for module in modules() if any(mark in text for text in module.texts)}
    assert found == {CELLS}


def test_no_cell_is_given_a_value_by_openpyxl():
    found = importers("openpyxl")
    writers = {path for path in found if path != CELLS and not path.startswith(READERS)}
    for module in modules():
        if module.path in writers:
            assert not {name for name, _ in module.calls} & {"cell", "iter_rows"}, module.path
            assert not module.attributes_set & {"value", "data_type"}, module.path


def test_nobody_writes_csv():
    assert callers("DictWriter") | callers("writer", "csv.") == set()


def test_tables_go_to_the_clipboard_through_one_function():
    assert callers("QMimeData") == MIMES.keys()
    assert callers("setMimeData") <= callers("table_mime")


def test_whatever_else_goes_to_the_clipboard_is_no_table():
    assert callers("setText", "clipboard()") == TEXTS.keys()
