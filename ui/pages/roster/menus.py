"""The menus of the roster: at a cell, and under the arrow beside the one main button."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from ui.pages.roster.acts import Acts
from ui.table.data_table import DataTable


def open_menu(acts: Acts, table: DataTable, page: QWidget, place: QPoint) -> None:
    """All acts, and which columns are shown."""
    menu = acts.menu(page)
    menu.addSeparator()
    menu.addMenu(table.header.menu(menu))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)


def open_marks(acts: Acts, more: QPushButton, page: QWidget) -> None:
    """The other ways to mark, right below the arrow."""
    menu = acts.mark_menu(page)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    corner = more.mapToGlobal(QPoint(more.width() - menu.sizeHint().width(), more.height()))
    menu.popup(corner)
