"""An officer marks the roster of 532 through the window: keys, clipboard, filters, undo."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QSettings, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from models.journal.history import fingerprint
from models.journal.replay import undo
from models.journal.standing import next_undo
from models.office.practice import make_practice, practice_clock
from models.records import ColumnFilter, PeopleQuery, Status
from models.roster.people import list_people
from models.store.data_file import open_file
from tests.ui.keys import agree, type_vietnamese
from ui.desk import Desk
from ui.lane import Lane
from ui.pages.roster.cell_preview import CellPreview
from ui.people.question import Question
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
Control, Shift = Modifier.ControlModifier, Modifier.ShiftModifier
PATIENT = 20_000
NAME, UNIT, POSITION, PHONE, REGISTERED, COMPLETED = 1, 2, 3, 4, 5, 6


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The practice commune with its 532 people, made once."""
    path = tmp_path_factory.mktemp("practice") / "mau.tiendo"
    make_practice(path).close()
    return path


@pytest.fixture
def window(qtbot, practice: Path, tmp_path: Path) -> Iterator[MainWindow]:
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    lane = Lane()
    desk = Desk(lane, practice_clock)
    made = MainWindow(desk, open_settings(tmp_path))
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    desk.take(open_file(Path(shutil.copy(practice, tmp_path / "xa.tiendo")), practice_clock))
    made.show_file("roster")
    table = made.page("roster").table
    qtbot.waitUntil(lambda: table.model().rowCount() == 532, timeout=PATIENT)
    qtbot.waitUntil(lambda: table.model().index(0, 1).data() not in (None, "…"), timeout=PATIENT)
    yield made
    made.close()
    desk.close()
    lane.close()


@pytest.fixture
def table(window):
    window.page("roster").table.setFocus()
    return window.page("roster").table


def file_of(window):
    return window.desk.file


def registered(window) -> int:
    wanted = PeopleQuery(statuses=frozenset({Status.REGISTERED}))
    return len(list_people(file_of(window), wanted))


def press(qtbot, widget, key, modifier=Modifier.NoModifier):
    """One key, and the page has shown what came of it."""
    page = next(
        window.page("roster")
        for window in QApplication.topLevelWidgets()
        if isinstance(window, MainWindow) and window.isVisible()
    )
    with qtbot.waitSignal(page.loaded, timeout=PATIENT):
        qtbot.keyClick(widget, key, modifier)


def write_previewed(qtbot, window):
    """Many people's cells are shown before they are written."""
    page = window.page("roster")
    qtbot.waitUntil(lambda: window.findChild(CellPreview) is not None, timeout=PATIENT)
    with qtbot.waitSignal(page.loaded, timeout=PATIENT):
        qtbot.mouseClick(window.findChild(CellPreview).findChild(QPushButton, "write"), Left)
    qtbot.waitUntil(lambda: window.findChild(CellPreview) is None, timeout=PATIENT)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def click(qtbot, table, line, column, modifier=Modifier.NoModifier):
    table.scrollTo(table.model().index(line, column))
    place = table.visualRect(table.model().index(line, column)).center()
    qtbot.mouseClick(table.viewport(), Left, modifier, place)


def libre_office(rows):
    """The clipboard as LibreOffice Calc fills it: HTML with its head, and lines with tabs."""
    cells = "".join(
        "<tr>"
        + "".join(f'<td height="17" align="left" sdnum="1033;0;@">{cell}</td>' for cell in row)
        + "</tr>\n"
        for row in rows
    )
    mime = QMimeData()
    mime.setText("".join("\t".join(row) + "\n" for row in rows))
    mime.setHtml(
        '<!DOCTYPE html>\n<html>\n<head>\n\t<meta http-equiv="content-type" content="text/html; '
        'charset=utf-8"/>\n\t<meta name="generator" content="LibreOffice 7.6 (Windows)"/>\n'
        '</head>\n<body>\n<table cellspacing="0" border="0">\n'
        f'<colgroup span="3" width="85"></colgroup>\n{cells}</table>\n</body>\n</html>'
    )
    QGuiApplication.clipboard().setMimeData(mime)


def test_two_hundred_people_are_marked_in_three_ways(qtbot, window, table):
    before = registered(window)
    # Eighty by Shift+Down and Space.
    unmarked = PeopleQuery(statuses=frozenset({Status.NOT_REGISTERED}))
    with qtbot.waitSignal(window.page("roster").loaded, timeout=PATIENT):
        window.page("roster").take(unmarked)
    table.setFocus()
    qtbot.keyClick(table, Key.Key_Home, Control)
    for _ in range(79):
        qtbot.keyClick(table, Key.Key_Down, Shift)
    qtbot.keyClick(table, Key.Key_Space)
    with qtbot.waitSignal(window.page("roster").loaded, timeout=PATIENT):
        agree(qtbot, window.page("roster"), PATIENT)
    assert registered(window) == before + 80
    # Sixty by dragging from one cell to another with Shift and a click, and a date.
    click(qtbot, table, 0, REGISTERED)
    click(qtbot, table, 59, REGISTERED, Shift)
    assert len(table.selected_ids()) == 60
    qtbot.keyClick(table, Key.Key_Semicolon, Control)
    write_previewed(qtbot, window)
    assert registered(window) == before + 140
    # Sixty by pasting the dates of a column.
    click(qtbot, table, 0, REGISTERED)
    libre_office([["5/6"]] * 60)
    qtbot.keyClick(table, Key.Key_V, Control)
    write_previewed(qtbot, window)
    assert registered(window) == before + 200
    for words in ("Dán 60 ô", "Ghi 60 ô", "Đánh dấu 80 người"):
        assert next_undo(file_of(window)).startswith(words)
        undo(file_of(window))
    assert registered(window) == before


def test_fifty_lines_of_three_cells_from_libre_office(qtbot, window, table):
    file = file_of(window)
    first, everybody = fingerprint(file), list_people(file, PeopleQuery())
    rows = [
        [f"Chức vụ {at}", f"0977 {at // 100:03d} {at % 100:03d}", "8/6/2026" if at % 2 else ""]
        for at in range(50)
    ]
    click(qtbot, table, 10, POSITION)
    libre_office(rows)
    qtbot.keyClick(table, Key.Key_V, Control)
    qtbot.waitUntil(lambda: window.findChild(CellPreview) is not None, timeout=PATIENT)
    assert fingerprint(file) == first
    press(qtbot, window.findChild(CellPreview), Key.Key_Return)
    after = list_people(file, PeopleQuery())
    for at, row in enumerate(rows, start=10):
        assert after[at].position == row[0]
        assert after[at].phone == row[1].replace(" ", "")
        assert bool(after[at].registered_on) == bool(row[2])
    assert [person.name for person in after] == [person.name for person in everybody]
    assert [replace(p, registered_on=None) for p in after[:10]] == [
        replace(p, registered_on=None) for p in everybody[:10]
    ]
    # A window manager gives the focus back to the window below; offscreen there is none.
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    undo_action = window.findChild(QAction, "command-undo")
    qtbot.waitUntil(lambda: "dán" in undo_action.text(), timeout=PATIENT)
    press(qtbot, window, Key.Key_Z, Control)
    assert fingerprint(file) == first


def test_what_is_copied_is_pasted_back_unchanged(qtbot, window, table):
    first = fingerprint(file_of(window))
    click(qtbot, table, 3, UNIT)
    click(qtbot, table, 30, COMPLETED, Shift)
    qtbot.keyClick(table, Key.Key_C, Control)
    qtbot.keyClick(table, Key.Key_V, Control)
    qtbot.waitUntil(lambda: window.findChild(CellPreview) is not None, timeout=PATIENT)
    write = window.findChild(CellPreview).findChild(QPushButton, "write")
    assert not write.isEnabled()
    qtbot.keyClick(window.findChild(CellPreview), Key.Key_Escape)
    assert fingerprint(file_of(window)) == first


def test_filter_sort_mark_undo_redo(qtbot, window, table):
    file, page = file_of(window), window.page("roster")
    first = fingerprint(file)
    qtbot.keyClick(table, Key.Key_F, Control)
    box = page.findChild(QLineEdit, "search")
    with qtbot.waitSignal(page.loaded, timeout=PATIENT):
        type_vietnamese(box, "truong")
    qtbot.waitUntil(lambda: 0 < table.model().rowCount() < 532, timeout=PATIENT)
    qtbot.keyClick(box, Key.Key_Return)
    assert table.hasFocus()
    with qtbot.waitSignal(page.loaded, timeout=PATIENT):
        table.header.setSortIndicator(UNIT, Qt.SortOrder.DescendingOrder)
    names = [table.model().index(line, UNIT).data() for line in range(20)]
    assert names == sorted(names, reverse=True)
    count = table.model().rowCount()
    qtbot.keyClick(table, Key.Key_A, Control)
    qtbot.keyClick(table, Key.Key_H, Control | Shift)
    with qtbot.waitSignal(page.loaded, timeout=PATIENT):
        agree(qtbot, page, PATIENT)
    marked = fingerprint(file)
    assert marked != first
    found = list_people(file, PeopleQuery(search="truong"))
    assert len(found) == count
    assert all(person.completed_on for person in found)
    press(qtbot, window, Key.Key_Z, Control)
    assert fingerprint(file) == first
    redo = window.findChild(QAction, "command-redo")
    qtbot.waitUntil(redo.isEnabled, timeout=PATIENT)
    press(qtbot, window, Key.Key_Y, Control)
    assert fingerprint(file) == marked
    assert len(table.selected_ids()) == count


def test_two_hundred_random_deeds_and_back_to_the_first_fingerprint(qtbot, window, table):
    file, page = file_of(window), window.page("roster")
    first, chance = fingerprint(file), random.Random(20260608)
    begun = next_undo(file)
    editable = (POSITION, PHONE, REGISTERED, COMPLETED)
    deeds = (
        lambda: qtbot.keyClick(table, Key.Key_Space),
        lambda: qtbot.keyClick(table, Key.Key_H, Control | Shift),
        lambda: qtbot.keyClick(table, Key.Key_Delete),
        lambda: qtbot.keyClick(table, Key.Key_D, Control),
        lambda: qtbot.keyClick(table, Key.Key_Apostrophe, Control),
        lambda: next_undo(file) == begun or window.steps.undo(),
        window.steps.redo,
    )
    for _ in range(200):
        column, line = chance.choice(editable), chance.randrange(1, 25)
        table.setCurrentIndex(table.model().index(line, column))
        for _ in range(chance.randrange(4)):
            qtbot.keyClick(table, Key.Key_Down, Shift)
        chance.choice(deeds)()
        answered = []
        window.desk.ask(lambda _file: None, answered.append)
        qtbot.waitUntil(lambda done=answered: bool(done), timeout=PATIENT)
        answered.clear()
        window.desk.ask(lambda _file: None, answered.append)
        qtbot.waitUntil(lambda done=answered: bool(done), timeout=PATIENT)
        for asking in (*window.findChildren(CellPreview), *window.findChildren(Question)):
            asking.reject()
    assert fingerprint(file) != first
    while next_undo(file) != begun:
        undo(file)
    assert fingerprint(file) == first
    assert page.isVisible()


def test_a_funnel_and_a_mark_by_keys_only(qtbot, window, table):
    page = window.page("roster")
    wanted = PeopleQuery(columns=(ColumnFilter("position", frozenset({"Giáo viên"})),))
    teachers = len(list_people(file_of(window), wanted))
    table.setCurrentIndex(table.model().index(0, POSITION))
    qtbot.keyClick(table, Key.Key_Down, Modifier.AltModifier)
    qtbot.waitUntil(lambda: page.findChild(QLineEdit, "value-search").isVisible())
    box = page.findChild(QLineEdit, "value-search")
    type_vietnamese(box, "giáo viên")
    with qtbot.waitSignal(page.loaded, timeout=PATIENT):
        qtbot.keyClick(box, Key.Key_Return)
    assert table.model().rowCount() >= teachers
