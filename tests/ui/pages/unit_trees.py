"""The page Đơn vị as tests open it, and its units by name."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QTreeView

from models.records import Unit
from models.roster.unit_tree import list_units
from ui.desk import Desk
from ui.pages.units import UnitsPage


def opened_units(qtbot, desk: Desk) -> UnitsPage:
    """The page with its tree read."""
    page = UnitsPage(desk)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    with qtbot.waitSignal(page.loaded):
        page.shown()
    return page


def stored_unit(desk: Desk, name: str) -> Unit:
    """The unit of that name, as the file has it."""
    return next(each for each in list_units(desk.file) if each.name == name)


def index_named(tree: QTreeView, name: str) -> QModelIndex:
    """Where the unit stands in the tree."""
    model, flag = tree.model(), Qt.MatchFlag
    first = model.index(0, 0)
    exactly = flag.MatchExactly | flag.MatchRecursive
    return model.match(first, Qt.ItemDataRole.DisplayRole, name, 1, exactly)[0]
