"""What a screen reader is told of each control: its role, its state, and the label beside it."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListView,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTableView,
    QTreeView,
    QWidget,
)

from tests.ui.theme.test_by_key_and_ear import DIALOGS
from tests.ui.theme.test_number_pad import answered
from ui.pages.catalog import PAGES
from ui.theme.pieces import link
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

Role = QAccessible.Role
ROLES = (
    (QCheckBox, {Role.CheckBox}),
    (QRadioButton, {Role.RadioButton}),
    (QPushButton, {Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton}),
    (QComboBox, {Role.ComboBox}),
    (QLineEdit, {Role.EditableText}),
    (QTabBar, {Role.PageTabList}),
    (QTableView, {Role.Table}),
    (QTreeView, {Role.Tree}),
    (QListView, {Role.List}),
    (QGroupBox, {Role.Grouping}),
    (QLabel, {Role.StaticText, Role.Graphic}),
    (QProgressBar, {Role.ProgressBar}),
)
CELLS = {Role.ColumnHeader, Role.RowHeader, Role.Cell, Role.TreeItem, Role.ListItem}
FEW = 12
TYPED = (QLineEdit, QComboBox)


def told(widget):
    return QAccessible.queryAccessibleInterface(widget)


def said_of(widget):
    return f"{type(widget).__name__} “{widget.objectName()}”"


def faults_of_roles(window):
    """What is told wrongly of what is in sight."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not window:
            continue
        wanted = next((roles for kind, roles in ROLES if isinstance(widget, kind)), None)
        if wanted is None:
            continue
        heard = told(widget)
        if heard.role() not in wanted:
            found.append(f"{said_of(widget)} is a {heard.role().name}")
        found += [f"{said_of(widget)}: {each}" for each in wrong_state(widget, heard.state())]
        if isinstance(widget, (QTableView, QTreeView, QListView)):
            found += [f"{said_of(widget)} holds a {role}" for role in wrong_parts(heard)]
    return found


def wrong_parts(heard):
    """Roles of its first parts that are neither titles nor cells; the first may be the corner."""
    first = [heard.child(at) for at in range(min(heard.childCount(), FEW))]
    roles = [each.role() for each in first if each is not None and each.isValid()]
    return [each.name for each in roles[roles[:1] == [Role.Pane] :] if each not in CELLS]


def wrong_state(widget, state):
    if bool(state.disabled) is widget.isEnabled():
        yield "disabled"
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        if not state.checkable:
            yield "checkable"
        if bool(state.checked) is not widget.isChecked() and not state.checkStateMixed:
            yield "checked"
    if isinstance(widget, QLineEdit) and bool(state.readOnly) is not widget.isReadOnly():
        yield "read-only"


def words_in(text):
    """The words of a label, without the star and without a unit in brackets."""
    return set(re.sub(r"\(.*?\)", "", text.replace("&", "")).casefold().rstrip(" *").split())


def faults_of_labels(window):
    """Fields whose label in sight says words that are not read out for them."""
    found = []
    for form in window.findChildren(QFormLayout):
        for at in range(form.rowCount()):
            beside = form.itemAt(at, QFormLayout.ItemRole.LabelRole)
            item = form.itemAt(at, QFormLayout.ItemRole.FieldRole)
            words = beside.widget() if beside is not None else None
            field = item.widget() if item is not None else None
            if not isinstance(words, QLabel) or field is None or not words.isVisible():
                continue
            typed = [field] if isinstance(field, TYPED) else inner(field)
            for each in typed[:1]:
                names = each.accessibleName(), told(each).text(QAccessible.Text.Name)
                wanted, heard = words_in(words.text()), set().union(*map(words_in, names))
                if words.buddy() is not each and not wanted <= heard:
                    found.append(f"{said_of(each)} beside “{words.text()}” is heard as {names}")
    return found


def inner(field):
    return [
        each
        for each in field.findChildren(QWidget)
        if isinstance(each, TYPED) and not isinstance(each.parentWidget(), QComboBox)
    ]


@pytest.mark.parametrize("name", DIALOGS)
def test_a_screen_reader_is_told_what_a_dialog_holds(qtbot, room, worn, name):
    dialog = room.make(name)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    answered(qtbot, room.desk)
    assert faults_of_roles(dialog) == []
    wrong = faults_of_labels(dialog)
    assert wrong == [], "\n".join(wrong)
    dialog.done(0)


def test_a_screen_reader_is_told_what_the_pages_hold(qtbot, room, worn, tmp_path):
    window = MainWindow(room.desk, open_settings(tmp_path))
    qtbot.addWidget(window)
    window.show()
    window.show_file("roster")
    found = []
    for entry in PAGES:
        window.go_to(entry.key)
        answered(qtbot, room.desk)
        found += faults_of_roles(window) + faults_of_labels(window)
        entries = window.rail.findChildren(QPushButton)
        assert {told(each).role() for each in entries} == {Role.RadioButton}
        heard = [
            told(each).text(QAccessible.Text.Name) for each in entries if told(each).state().checked
        ]
        assert [each.split(",")[0] for each in heard] == [entry.title]
    assert found == []


def test_a_link_is_told_as_a_button(qtbot):
    """Qt has no widget with the role of a link; it is pressed by the same keys as a button."""
    made = link("Mở tệp", "open")
    qtbot.addWidget(made)
    assert told(made).role() == Role.Button
    assert told(made).text(QAccessible.Text.Name) == "Mở tệp"
    assert made.focusPolicy() & Qt.FocusPolicy.TabFocus
