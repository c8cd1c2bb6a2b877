"""Every kind of control in every state, side by side in one window, for tests to look at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QTimeEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ui.theme.pieces import button, label, link

WORDS = "Hoàn thành"
ACROSS = 6


def combo() -> QComboBox:
    made = QComboBox()
    made.addItem(WORDS)
    return made


def editable() -> QComboBox:
    made = combo()
    made.setEditable(True)
    return made


def day() -> QDateEdit:
    made = QDateEdit(QDate(2026, 6, 8))
    made.setCalendarPopup(True)
    return made


def spin() -> QSpinBox:
    made = QSpinBox()
    made.setValue(8)
    return made


def primary() -> QPushButton:
    return button(WORDS, primary=True)


def rail() -> QPushButton:
    made = button(WORDS)
    made.setProperty("rail", True)
    made.setCheckable(True)
    return made


def toggle() -> QPushButton:
    made = button(WORDS)
    made.setCheckable(True)
    return made


def figure() -> QPushButton:
    made = button("532")
    made.setProperty("number", True)
    return made


def urgent_link() -> QPushButton:
    made = link(WORDS)
    made.setProperty("attention", True)
    return made


def chosen_list() -> QListWidget:
    made = QListWidget()
    made.addItems([WORDS, "Đăng ký"])
    made.setCurrentRow(0)
    return made


def ticked_tree() -> QTreeWidget:
    made = QTreeWidget()
    made.setHeaderLabels([WORDS])
    made.setMinimumWidth(250)
    top = QTreeWidgetItem([WORDS])
    top.setCheckState(0, Qt.CheckState.PartiallyChecked)
    made.addTopLevelItem(top)
    for state in (Qt.CheckState.Checked, Qt.CheckState.Unchecked):
        line = QTreeWidgetItem([WORDS])
        line.setCheckState(0, state)
        top.addChild(line)
    made.expandAll()
    return made


def tabs() -> QTabBar:
    made = QTabBar()
    made.addTab(WORDS)
    made.addTab("Đăng ký")
    return made


def bar() -> QProgressBar:
    made = QProgressBar()
    made.setTextVisible(False)
    made.setValue(50)
    return made


SINGLE_LINES: dict[str, Callable[[], QWidget]] = {
    "button": lambda: button(WORDS),
    "primary": primary,
    "field": lambda: QLineEdit(WORDS),
    "combo": combo,
    "editable": editable,
    "day": day,
    "spin": spin,
    "time": lambda: QTimeEdit(QTime(8, 30)),
}
FIELDS = ("field", "combo", "editable", "day", "spin", "time", "text")
PRESSED: dict[str, Callable[[], QWidget]] = {
    "toggle": toggle,
    "rail": rail,
    "link": lambda: link(WORDS),
    "urgent-link": urgent_link,
    "figure": figure,
    "check": lambda: QCheckBox(WORDS),
    "radio": lambda: QRadioButton(WORDS),
}
VIEWS: dict[str, Callable[[], QWidget]] = {
    "text": lambda: QPlainTextEdit(WORDS),
    "list": chosen_list,
    "tree": ticked_tree,
    "tabs": tabs,
}
KINDS: dict[str, Callable[[], QWidget]] = {**SINGLE_LINES, **PRESSED, **VIEWS}
LOOKS = ("", "title", "heading", "muted", "attention", "rate", "brand")


class Board(QWidget):
    """`kinds` are the controls as they are, `off` the same switched off, `looks` the labels."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds = {name: make() for name, make in KINDS.items()}
        self.off = {name: make() for name, make in KINDS.items()}
        self.looks: dict[str, QLabel] = {look: label(WORDS, look) for look in LOOKS}
        self.progress = bar()
        self.hint = QLineEdit()
        self.hint.setPlaceholderText(WORDS)
        self.fixed = QLineEdit(WORDS)
        self.fixed.setReadOnly(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 20, 20, 20)
        grid.setSpacing(12)
        others = (*self.looks.values(), self.progress, self.hint, self.fixed)
        for each in self.off.values():
            each.setEnabled(False)
        for at, each in enumerate((*self.kinds.values(), *self.off.values(), *others)):
            grid.addWidget(each, at // ACROSS, at % ACROSS, Qt.AlignmentFlag.AlignTop)
