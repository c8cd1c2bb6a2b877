"""Lists of choices: words that have no room end in dots, the wheel chooses nothing in passing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QStyleOptionComboBox, QVBoxLayout, QWidget

import ui
from ui.theme.quiet_combo import QuietCombo

LONG = "Không thuộc đối tượng của cuộc thi trong kỳ này"


@pytest.fixture
def page(qtbot):
    """A line that has the keys, and a narrow list of choices below it."""
    made, combo = QWidget(), QuietCombo()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    column.addWidget(QLineEdit())
    column.addWidget(combo)
    combo.addItems(["Ngắn", LONG])
    combo.setFixedWidth(140)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def combo(page):
    return page.findChild(QuietCombo)


def painted_words(combo):
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    return option.currentText


def test_words_without_room_end_in_dots_and_stand_in_the_tip(combo):
    combo.setCurrentIndex(1)
    assert painted_words(combo).endswith("…")
    assert LONG.startswith(painted_words(combo)[:-1])
    assert combo.toolTip() == LONG
    combo.setCurrentIndex(0)
    assert painted_words(combo) == "Ngắn"


def turned(combo):
    """Turn the wheel over it, as a mouse does."""
    at = QPointF(combo.rect().center())
    up = QWheelEvent(at, combo.mapToGlobal(at), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
                     Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(combo, up)
    return combo.currentIndex()


def test_the_wheel_chooses_only_where_somebody_is_choosing(qtbot, combo):
    combo.setCurrentIndex(0)
    assert turned(combo) == 0
    qtbot.mouseClick(combo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(combo.hasFocus)
    assert turned(combo) == 1


def test_every_list_of_choices_is_one():
    sources = Path(ui.__file__).parent.rglob("*.py")
    told = {each.name for each in sources if "QComboBox(" in each.read_text(encoding="utf-8")}
    assert told == set()
