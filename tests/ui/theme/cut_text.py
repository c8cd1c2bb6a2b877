"""Says which words in sight are cut: wider or higher than their room, or out of reach.

What ends in "…" on purpose tells all of it in its tip; what lies outside of what scrolls there
can be reached. The cells of tables are not looked at: they end in "…", and have tips.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QToolButton,
    QWidget,
)

SLACK = 1
"""Rounding of letters that are not as wide as whole points."""
BUTTONS = (QPushButton, QToolButton, QCheckBox, QRadioButton)
WORDED = (QLabel, QAbstractButton, QComboBox, QLineEdit, QGroupBox, QTabBar)


def cut_text(window: QWidget) -> list[str]:
    """One line for each widget whose words are cut: which, its words, and what they lack."""
    told = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or _is_elsewhere(widget, window):
            continue
        told += [f"{name_of(widget)}: {lack}" for lack in _lacks(widget)]
        if isinstance(widget, WORDED) and (outside := _out_of_reach(widget, window)):
            told.append(f"{name_of(widget)}: {outside}")
    return told


def _is_elsewhere(widget: QWidget, window: QWidget) -> bool:
    """In another window, in a cell that is being edited, or in a calendar of Qt's."""
    if widget.window() is not window.window():
        return True
    above = widget
    while above is not None and above is not window:
        if isinstance(above, (QMenu, QCalendarWidget)):
            return True
        parent = above.parentWidget()
        if isinstance(parent, QAbstractItemView) and above is not parent.viewport():
            return not isinstance(above, QHeaderView)
        if parent is not None and isinstance(parent.parentWidget(), QAbstractItemView):
            return True
        above = parent
    return False


def _lacks(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, BUTTONS):
        yield from _button(widget)
    elif isinstance(widget, QHeaderView):
        yield from _header(widget)
    elif isinstance(widget, QTabBar):
        yield from _tabs(widget)
    elif isinstance(widget, QComboBox):
        yield from _combo(widget)
    elif isinstance(widget, QLineEdit):
        yield from _line(widget)
    elif isinstance(widget, QGroupBox):
        yield from _less(widget.width(), widget.minimumSizeHint().width(), "wide")


def _less(room: int, wanted: int, how: str) -> Iterator[str]:
    if wanted > room + SLACK:
        yield f"{room} of {wanted} {how}"


def _label(widget: QLabel) -> Iterator[str]:
    if not widget.text() or widget.toolTip() == widget.text():
        return
    if widget.wordWrap():
        yield from _less(widget.height(), widget.heightForWidth(widget.width()), "high")
        inner = widget.contentsRect().width()
        parts = re.split(r"[\s\u200b/-]+", widget.text())
        longest = max(map(widget.fontMetrics().horizontalAdvance, parts), default=0)
        yield from _less(inner, longest, "wide for a word")
    else:
        yield from _less(widget.width(), widget.sizeHint().width(), "wide")
        yield from _less(widget.height(), widget.sizeHint().height(), "high")


def _button(widget: QAbstractButton) -> Iterator[str]:
    if widget.text() and widget.toolTip() != widget.text():
        yield from _less(widget.width(), widget.sizeHint().width(), "wide")
        yield from _less(widget.height(), widget.sizeHint().height(), "high")


def _header(widget: QHeaderView) -> Iterator[str]:
    if widget.orientation() != Qt.Orientation.Horizontal or widget.model() is None:
        return
    for at in range(widget.count()):
        words = widget.model().headerData(at, Qt.Orientation.Horizontal)
        if words and not widget.isSectionHidden(at):
            wanted = widget.sectionSizeFromContents(at)
            title = str(words)
            for lack in _less(widget.sectionSize(at), wanted.width(), "wide"):
                yield f"“{title}” {lack}"
            for lack in _less(widget.height(), wanted.height(), "high"):
                yield f"“{title}” {lack}"


def _tabs(widget: QTabBar) -> Iterator[str]:
    for at in range(widget.count()):
        wanted, place = widget.tabSizeHint(at), widget.tabRect(at)
        for lack in _less(place.width(), wanted.width(), "wide"):
            yield f"“{widget.tabText(at)}” {lack}"
        yield from _less(widget.height(), wanted.height(), "high")


def _combo(widget: QComboBox) -> Iterator[str]:
    if widget.isEditable():
        return
    option = QStyleOptionComboBox()
    widget.initStyleOption(option)
    room = widget.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        option,
        QStyle.SubControl.SC_ComboBoxEditField,
        widget,
    )
    metrics = widget.fontMetrics()
    if widget.toolTip() != widget.currentText():
        yield from _less(room.width(), metrics.horizontalAdvance(widget.currentText()), "wide")
    yield from _less(widget.height(), metrics.height(), "high")


def _line(widget: QLineEdit) -> Iterator[str]:
    parent = widget.parentWidget()
    words = widget.text() if isinstance(parent, QAbstractSpinBox) else ""
    words = words or ("" if widget.text() else widget.placeholderText())
    option = QStyleOptionFrame()
    widget.initStyleOption(option)
    room = widget.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, widget)
    room = room.marginsRemoved(widget.textMargins())
    metrics = widget.fontMetrics()
    if widget.toolTip() != words:
        yield from _less(room.width() - 2, metrics.horizontalAdvance(words), "wide")
    yield from _less(room.height(), metrics.height() - 2, "high")


def _out_of_reach(widget: QWidget, window: QWidget) -> str:
    """Where a part of it lies outside of what is around it, and nothing scrolls there."""
    rect, inner = widget.rect(), widget
    above = inner.parentWidget()
    while above is not None and inner is not window:
        rect = QRect(inner.mapTo(above, rect.topLeft()), rect.size())
        area = above.parentWidget()
        if isinstance(area, QAbstractScrollArea) and above is area.viewport():
            lacks = _beyond(rect, above.rect())
            if ("wide" in lacks and area.horizontalScrollBar().maximum() == 0) or (
                "high" in lacks and area.verticalScrollBar().maximum() == 0
            ):
                return f"out of reach in {name_of(area)}: {lacks}"
            inner = area
            rect = area.rect()
        else:
            if lacks := _beyond(rect, above.rect()):
                return f"out of {name_of(above)}: {lacks}"
            inner = above
        above = inner.parentWidget()
        if inner.isWindow():
            break
    return ""


def _beyond(rect: QRect, room: QRect) -> str:
    lacks = []
    if rect.left() < room.left() - SLACK or rect.right() > room.right() + SLACK:
        lacks.append(f"{rect.left()}…{rect.right()} of {room.width()} wide")
    if rect.top() < room.top() - SLACK or rect.bottom() > room.bottom() + SLACK:
        lacks.append(f"{rect.top()}…{rect.bottom()} of {room.height()} high")
    return ", ".join(lacks)


def name_of(widget: QWidget) -> str:
    """What it is, how it is called and what stands in it."""
    words = next(
        (
            each
            for each in (
                widget.objectName(),
                getattr(widget, "text", str)(),
                widget.accessibleName(),
            )
            if each
        ),
        "",
    )
    said = getattr(widget, "text", str)()
    return f"{type(widget).__name__} {words}" + (
        f" “{said[:40]}”" if said and said != words else ""
    )
