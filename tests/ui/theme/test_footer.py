"""The bottom row of a dialog: where its buttons stand, and which of them Enter presses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit

from ui.theme.footer import MARGIN, dialog_column, footer
from ui.theme.pieces import button, label

Key = Qt.Key


class Trial(QDialog):
    """A dialog with a line, and a row of buttons that tells which one was pressed."""

    def __init__(self, *, act="Xóa 3 người", others=("Sửa…",), says=None, loses=False):
        super().__init__()
        self.pressed = []
        self.line = QLineEdit()
        self.buttons = {words: button(words) for words in (act, "Giữ lại", *others) if words}
        for words, each in self.buttons.items():
            each.clicked.connect(lambda _=False, w=words: self.pressed.append(w))
        self.buttons["Giữ lại"].clicked.connect(self.reject)
        column = dialog_column(self)
        column.addWidget(self.line)
        column.addLayout(
            footer(
                act=self.buttons.get(act),
                leave=self.buttons["Giữ lại"],
                others=[self.buttons[words] for words in others],
                says=says,
                loses=loses,
            )
        )


@pytest.fixture
def shown(qtbot):
    def show(**wanted):
        made = Trial(**wanted)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return show


def test_f6_leads_from_the_content_to_the_buttons_and_back(qtbot, shown):
    dialog = shown()
    dialog.line.setFocus()
    for key, modifier, met in (
        (Key.Key_F6, Qt.KeyboardModifier.NoModifier, dialog.buttons["Xóa 3 người"]),
        (Key.Key_F6, Qt.KeyboardModifier.NoModifier, dialog.line),
        (Key.Key_F6, Qt.KeyboardModifier.ShiftModifier, dialog.buttons["Xóa 3 người"]),
    ):
        qtbot.keyClick(dialog.focusWidget(), key, modifier)
        assert dialog.focusWidget() is met


def default_ones(dialog):
    return [words for words, each in dialog.buttons.items() if each.isDefault()]


def test_the_leaving_one_stands_left_and_the_act_right(shown):
    dialog = shown()
    order = sorted(dialog.buttons, key=lambda words: dialog.buttons[words].x())
    assert order == ["Giữ lại", "Sửa…", "Xóa 3 người"]
    assert dialog.buttons["Giữ lại"].x() == MARGIN
    assert dialog.buttons["Xóa 3 người"].geometry().right() + 1 == dialog.width() - MARGIN


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_in_a_line_does_the_act(qtbot, shown, key):
    dialog = shown()
    assert default_ones(dialog) == ["Xóa 3 người"]
    dialog.line.setFocus()
    qtbot.keyClick(dialog.line, key)
    assert dialog.pressed == ["Xóa 3 người"]


def test_enter_on_another_button_presses_that_one(qtbot, shown):
    dialog = shown()
    dialog.buttons["Sửa…"].setFocus()
    assert default_ones(dialog) == ["Sửa…"]
    qtbot.keyClick(dialog.buttons["Sửa…"], Key.Key_Return)
    assert dialog.pressed == ["Sửa…"]
    dialog.line.setFocus()
    assert default_ones(dialog) == ["Xóa 3 người"]


def test_where_something_is_lost_enter_leaves(qtbot, shown):
    dialog = shown(loses=True)
    assert default_ones(dialog) == ["Giữ lại"]
    assert dialog.focusWidget() is dialog.buttons["Giữ lại"]
    dialog.line.setFocus()
    qtbot.keyClick(dialog.line, Key.Key_Return)
    assert dialog.pressed == ["Giữ lại"]
    assert not dialog.isVisible()


def test_where_nothing_can_be_done_enter_leaves_too(qtbot, shown):
    dialog = shown(act=None)
    assert default_ones(dialog) == ["Giữ lại"]
    assert dialog.focusWidget() is dialog.line


def test_what_is_said_stands_between(shown):
    says = label("Đã lưu.")
    dialog = shown(says=says)
    assert dialog.buttons["Sửa…"].x() < says.x() < dialog.buttons["Xóa 3 người"].x()
