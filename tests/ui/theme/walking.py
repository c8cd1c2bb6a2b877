"""Going through a window by the Tab key and by a screen reader, and what was wrong on the way."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextBrowser,
    QWidget,
)

Role = QAccessible.Role
NAMED = frozenset(
    {
        Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.Chart, Role.ComboBox,
        Role.Dialog, Role.EditableText, Role.Graphic, Role.Link, Role.List, Role.PageTab,
        Role.ProgressBar, Role.RadioButton, Role.Slider, Role.SpinBox, Role.Table, Role.Tree,
    }
)  # fmt: skip
HELD = frozenset({Role.Table, Role.Tree, Role.List})
"""What is looked into elsewhere: the cells of a long table are many."""
MOST = 120
STAYS = 6
"""So often Tab may stay in a widget, as between the parts of a day; in a text once more a link."""
SEEN = 16
"""So much of the height of a control must be in sight when it has the focus."""
RING = 4


def name_of(widget):
    return f"{type(widget).__name__} “{widget.objectName()}”"


def links_in(widget):
    """How many links of a text Tab goes through before it leaves."""
    return widget.toHtml().count("<a href=") if isinstance(widget, QTextBrowser) else 0


def nameless(interface):
    """Everything below `interface` that acts or takes the focus, and says nothing."""
    if interface.state().invisible:
        return []
    found, widget = [], interface.object()
    takes = isinstance(widget, QWidget) and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    said = interface.text(QAccessible.Text.Name)
    if isinstance(widget, QComboBox):
        # Elsewhere than on Windows the name of a combo box is what is chosen in it.
        said = widget.accessibleName() or buddies(widget)
    if (takes or interface.role() in NAMED) and not said:
        found.append(name_of(widget) if widget is not None else interface.role().name)
    if interface.role() in HELD:
        return found
    for at in range(interface.childCount()):
        child = interface.child(at)
        if child is not None and child.isValid():
            found += nameless(child)
    return found


def buddies(widget):
    """The labels that belong to a field, or to what holds it."""
    above = (widget, widget.parentWidget())
    return [each for each in widget.window().findChildren(QLabel) if each.buddy() in above]


def faults_of_names(window):
    """What a screen reader could not tell in `window`."""
    return nameless(QAccessible.queryAccessibleInterface(window))


def place_of(widget, window):
    """Where a widget stands in what it scrolls with."""
    at, above = widget.mapTo(window, QPoint(0, 0)), widget.parentWidget()
    while above is not None and above is not window:
        area = above.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is above:
            at += QPoint(area.horizontalScrollBar().value(), area.verticalScrollBar().value())
        above = area
    return QRect(at, widget.size())


def held_beside(widget, other):
    """The widget, or the outermost area it scrolls in that `other` does not scroll in."""
    held, above = widget, widget.parentWidget()
    while above is not None and not above.isAncestorOf(other):
        if isinstance(above, QAbstractScrollArea):
            held = above
        above = above.parentWidget()
    return held


def goes_back(before, after, window):
    """Whether Tab led up or to the left, and not to the top of the next column."""
    if before.isAncestorOf(after):
        return False
    one = place_of(held_beside(before, after), window)
    other = place_of(held_beside(after, before), window)
    below = other.top() > one.top() and other.bottom() > one.bottom()
    return not below and other.left() < one.right() - RING


def picture(widget, window):
    at = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return window.grab(at.adjusted(-RING, -RING, RING, RING)).toImage()


def is_seen(widget):
    """Whether no area that scrolls, and no edge, hides it."""
    seen, above = widget.rect(), widget
    while not above.isWindow():
        seen = seen.translated(above.pos())
        above = above.parentWidget()
        seen = seen.intersected(above.rect())
    least = min(widget.height(), SEEN), min(widget.width(), SEEN)
    return widget.isVisible() and seen.height() >= least[0] and seen.width() >= least[1]


class Tour:
    """All that Tab meets in a window, from where the focus is until it is there again."""

    def __init__(self, qtbot, window, *, pictures=True):
        self.window, self.met, self.faults = window, [], []
        stayed = 0
        for _ in range(MOST):
            at = QApplication.focusWidget()
            if self.met and at is self.met[-1]:
                stayed += 1
                if stayed == STAYS + links_in(at):
                    break
            elif at in self.met:
                break
            else:
                stayed = 0
                self.met.append(at)
            self._step(qtbot, at, pictures)
        self._look()

    def _step(self, qtbot, at, pictures):
        before = picture(at, self.window) if pictures else None
        qtbot.keyClick(at, Qt.Key.Key_Tab)
        if not is_seen(QApplication.focusWidget()):
            hidden = name_of(QApplication.focusWidget())
            self.faults.append(f"{hidden} has the focus and is not in sight")
        if pictures and QApplication.focusWidget() is not at and is_seen(at):
            after = picture(at, self.window)
            if after == before:
                self.faults.append(f"{name_of(at)} looks the same with the focus")

    def _look(self):
        if QApplication.focusWidget() is not self.met[0]:
            self.faults.append(f"Tab ends in {name_of(QApplication.focusWidget())}")
        backs = [
            f"from {name_of(one)} back to {name_of(other)}"
            for one, other in pairwise([*self.met, self.met[0]])
            if goes_back(one, other, self.window)
        ]
        # Once round the end of the window.
        self.faults += backs if len(backs) > 1 else []
        self.faults += [
            f"{name_of(each)} is never met"
            for each in self.window.findChildren(QWidget)
            if takes_tab(each, self.window) and each not in self.met
        ]


def takes_tab(widget, window):
    """Whether Tab ought to come by."""
    inner = isinstance(widget, QLineEdit) and isinstance(widget.parentWidget(), QComboBox)
    return (
        widget.isVisible()
        and widget.isEnabled()
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.window() is window
        and widget.focusProxy() is None
        and not inner
    )
