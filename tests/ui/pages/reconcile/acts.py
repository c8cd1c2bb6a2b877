"""Looking at the page and acting on it as an officer would."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from ui.table.data_table import DataTable
from ui.theme.steps_line import StepsLine, StepState

Left = Qt.MouseButton.LeftButton
BOXES = ("regressed", "matched", "wrong_unit", "not_on_roster", "not_registered", "uncertain")


def button(page, name) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert found is not None, name
    return found


def words(page, name) -> str:
    return page.findChild(QLabel, name).text()


def click(qtbot, page, name):
    qtbot.mouseClick(button(page, name), Left)


def counts(page) -> dict[str, int]:
    return {name: int(button(page, f"card-{name}").text()) for name in BOXES}


def step(page) -> int:
    """The number of the step that is shown."""
    (line,) = page.findChildren(StepsLine)
    return 1 + [each.state for each in line.steps].index(StepState.NOW)


def go_to_step(qtbot, page, number):
    """Go on or back by the buttons."""
    while step(page) != number:
        click(qtbot, page, "reconcile-next" if step(page) < number else "reconcile-back")


def unfold(qtbot, page):
    """Have the arithmetic shown at the last step."""
    go_to_step(qtbot, page, 3)
    if not button(page, "reconcile-details").isChecked():
        click(qtbot, page, "reconcile-details")


def open_box(qtbot, page, name) -> DataTable:
    unfold(qtbot, page)
    click(qtbot, page, f"card-{name}")
    return box(page, name)


def box(page, name) -> DataTable:
    found = page.findChild(DataTable, f"box-reconcile-{name}")
    assert found is not None, name
    return found


def column(qtbot, table, title) -> list[str]:
    """What stands in a column once its lines have come."""
    model = table.model()
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    at = titles.index(title)
    lines = range(model.rowCount())
    for line in lines:
        model.index(line, at).data()
    qtbot.waitUntil(lambda: all(model.row_at(line) is not None for line in lines))
    return [model.index(line, at).data() for line in lines]


def write(qtbot, desk, page):
    """Write the result; the notice of the message bar."""
    go_to_step(qtbot, page, 3)
    with qtbot.waitSignal(desk.noticed, timeout=20_000) as noticed:
        click(qtbot, page, "reconcile-write")
    return noticed.args[0]


def pick(qtbot, combo, text):
    """Open a list by key, go down to a line by key, and choose it."""
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    view = combo.view()
    qtbot.waitUntil(view.isVisible)
    for _ in range(combo.count()):
        if view.currentIndex().data() == text:
            break
        at_end = view.currentIndex().row() == combo.count() - 1
        qtbot.keyClick(view, Qt.Key.Key_Home if at_end else Qt.Key.Key_Down)
    assert view.currentIndex().data() == text
    qtbot.keyClick(view, Qt.Key.Key_Return)
