"""Every dialog: one bottom row, one Enter, one Escape, and nothing lost by either of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMetaMethod, QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton

from tests.ui.theme.test_number_pad import MAKERS, answered
from ui.theme.footer import MARGIN

Key = Qt.Key
LEAVING = frozenset(
    {"Hủy", "Đóng", "Không nhập", "Không lưu", "Không đánh dấu", "Quay lại", "Thôi"}
)
"""What a button says that leaves everything as it was."""
LOSING = frozenset(
    {
        "ChoiceDialog", "CloseQuestion", "DropCopiesQuestion", "IssueDialog", "LeaveDialog",
        "PersonPurgeDialog", "PurgeQuestion", "Question", "RemovePasswordDialog",
    }
)  # fmt: skip
"""Where something is lost, or cannot be taken back: Enter leaves."""
GO_ON = frozenset({"activity-search", "helpSearch", "wording-search"})
"""Lines in which Enter goes on to what was found."""
ASKS_FIRST = frozenset({"CodeDialog"})
"""Escape asks once more before it leaves."""
ALWAYS = LOSING | ASKS_FIRST | {"HandoverDialog", "HelpWindow", "ImportWizard", "PersonDialog"}
"""Of each kind some, and all in which something is lost; the slow run goes through the others."""
DIALOGS = [
    name if name in ALWAYS else pytest.param(name, marks=pytest.mark.slow) for name in MAKERS
]


@pytest.fixture
def shown(qtbot, room, monkeypatch):
    """Shows the dialog with this name, as it stands after all it asked for has come."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: ("", ""))

    def show(name):
        dialog = room.make(name)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        answered(qtbot, room.desk)
        return dialog

    return show


def place(widget, dialog):
    return widget.mapTo(dialog, QPoint(0, 0))


def bottom_row(dialog):
    """The buttons in sight that stand in the lowest line, from left to right."""
    seen = [each for each in dialog.findChildren(QPushButton) if each.isVisibleTo(dialog)]
    low = max(place(each, dialog).y() for each in seen)
    row = [each for each in seen if place(each, dialog).y() == low]
    return sorted(row, key=lambda each: place(each, dialog).x())


def default_ones(dialog):
    return [
        each
        for each in dialog.findChildren(QPushButton)
        if each.isDefault() and each.isVisibleTo(dialog)
    ]


def lines_of(dialog):
    """Where a line is typed, but for those in which Enter has another meaning."""
    return [
        each
        for each in dialog.findChildren(QLineEdit)
        if each.isVisibleTo(dialog) and each.isEnabled() and each.objectName() not in GO_ON
    ]


@pytest.mark.parametrize("name", DIALOGS)
def test_the_bottom_row_of_a_dialog(qtbot, shown, name):
    dialog = shown(name)
    row = bottom_row(dialog)
    leave, right = row[0], row[-1]

    assert leave.text().replace("&", "") in LEAVING
    assert [each for each in row if each.property("primary")] in ([], [right])
    assert place(leave, dialog).x() == MARGIN
    assert dialog.height() - place(leave, dialog).y() - leave.height() == MARGIN

    labels = [each for each in dialog.findChildren(QLabel) if each.buddy() is not None]
    assert [each.text() for each in labels if each.text().rstrip(" *").endswith(":")] == []

    acts = right if right.property("primary") or not leave.isDefault() else leave
    wanted = leave if name in LOSING else acts
    if name in LOSING:
        assert dialog.focusWidget() is leave
    focused = dialog.focusWidget()
    held = isinstance(focused, QPushButton) and focused.autoDefault()
    assert default_ones(dialog) == [focused if held else wanted]

    pressed = []
    for each in dialog.findChildren(QPushButton):
        if each.isSignalConnected(QMetaMethod.fromSignal(each.clicked)):
            each.clicked.disconnect()
        each.clicked.connect(lambda _=False, button=each: pressed.append(button))
    lines = lines_of(dialog)
    for line in lines:
        line.setFocus()
        qtbot.keyClick(line, Key.Key_Return)
    assert pressed == [wanted] * len(lines) * wanted.isEnabled()
    dialog.done(0)


@pytest.mark.parametrize("name", sorted(LOSING))
def test_enter_loses_nothing(qtbot, shown, name):
    dialog = shown(name)
    ends = []
    dialog.finished.connect(ends.append)
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Return)
    assert ends == [0]


@pytest.mark.parametrize("name", DIALOGS)
def test_escape_leaves(qtbot, shown, name):
    dialog = shown(name)
    ends = []
    dialog.finished.connect(ends.append)
    qtbot.keyClick(dialog.focusWidget() or dialog, Key.Key_Escape)
    assert bool(ends) is (name not in ASKS_FIRST)
    assert 1 not in ends
    dialog.done(0)
