"""Driving the wizard in tests, as an officer would."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.table.box_tab import BoxTab
from ui.theme.steps_line import StepsLine, StepState


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


def place(wizard) -> int:
    """The number of the step that is shown."""
    (line,) = wizard.findChildren(StepsLine)
    return 1 + [each.state for each in line.steps].index(StepState.NOW)


def check(qtbot, wizard):
    """Leave the decisions behind and look at the boxes."""
    if place(wizard) == 3:
        qtbot.mouseClick(button(wizard, "next"), Qt.MouseButton.LeftButton)
    assert place(wizard) == 4


def finish(qtbot, wizard):
    check(qtbot, wizard)
    with qtbot.waitSignal(wizard.imported) as imported:
        qtbot.mouseClick(button(wizard, "next"), Qt.MouseButton.LeftButton)
    return imported.args[0]
