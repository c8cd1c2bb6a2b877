"""Driving the wizard in tests, as an officer would."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.table.box_tab import BoxTab


def button(wizard, name) -> QPushButton:
    return wizard.findChild(QPushButton, name)


def go_on(qtbot, wizard, step):
    with qtbot.waitSignal(wizard.stepped, check_params_cb=lambda now: now == step, timeout=20_000):
        qtbot.keyClick(wizard, Qt.Key.Key_Return)


def box(wizard, name) -> BoxTab:
    tabs = wizard.findChildren(BoxTab)
    return next(tab for tab in tabs if tab.table.objectName() == f"box-{name}")


def lines(tab, column):
    model = tab.table.model()
    at = next(
        i
        for i in range(model.columnCount())
        if model.headerData(i, Qt.Orientation.Horizontal) == column
    )
    return [model.index(line, at).data() for line in range(model.rowCount())]


def finish(qtbot, wizard):
    with qtbot.waitSignal(wizard.imported) as imported:
        qtbot.mouseClick(button(wizard, "next"), Qt.MouseButton.LeftButton)
    return imported.args[0]
