"""Another file is opened: the pages of the one before are gone and hear nothing of it."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from models.records import Mark, PersonDraft
from models.roster.marks import set_marks
from models.roster.people import add_person
from models.roster.unit_tree import list_units
from models.store.data_file import open_file
from tests.conftest import clock
from ui.pages.catalog import PAGES, PageEntry
from ui.pages.page import Page
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

KEYS = tuple(entry.key for entry in PAGES)


@pytest.fixture
def other_path(made_file, tmp_path):
    return shutil.copy(made_file, tmp_path / "xa-khac.tiendo")


def window_of(qtbot, desk, tmp_path, pages=None):
    made = MainWindow(desk, open_settings(tmp_path), pages)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitSignal(made.painted):
        made.show()
    made.show_file("overview")
    return made


def visit_all(qtbot, window):
    """Go to each page and see it loaded; the pages by key."""
    for key in KEYS:
        with qtbot.waitSignal(window.page(key).loaded, timeout=20_000):
            window.go_to(key)
    return {key: window.page(key) for key in KEYS}


def test_every_page_is_destroyed(qtbot, desk, tmp_path, other_path):
    window = window_of(qtbot, desk, tmp_path)
    old = visit_all(qtbot, window)
    desk.take(open_file(other_path, clock))
    window.show_file("overview")
    qtbot.waitUntil(lambda: not any(isValid(page) for page in old.values()))


class Listener(Page):
    """A page that notes what it hears."""

    def __init__(self, desk):
        super().__init__(desk)
        self.heard = []
        self.hear(self.note)

    def note(self, topics):
        self.heard.append(topics)

    def shown(self):
        self.loaded.emit()


ENTRIES = (PageEntry("overview", "Trang nghe", "overview", Listener),)


def test_a_page_of_the_file_before_hears_nothing_of_the_next(qtbot, desk, tmp_path, other_path):
    window = window_of(qtbot, desk, tmp_path, ENTRIES)
    old = window.page("overview")
    desk.take(open_file(other_path, clock))
    window.show_file("overview")
    new = window.page("overview")
    person = add_person(desk.file, PersonDraft("Trần Văn An", list_units(desk.file)[0].id))
    set_marks(desk.file, [person], Mark.REGISTERED)
    assert old.heard == []
    assert len(new.heard) == 2


def test_a_page_of_the_file_before_says_nothing_any_more(qtbot, desk, tmp_path, other_path):
    window = window_of(qtbot, desk, tmp_path, ENTRIES)
    old, ready = window.page("overview"), []
    desk.take(open_file(other_path, clock))
    window.show_file("overview")
    window.page_ready.connect(ready.append)
    old.loaded.emit()
    old.status.emit("Đang lọc")
    assert ready == []


def test_the_file_before_is_heard_no_more(qtbot, desk, other_path):
    before, heard = desk.file, []
    desk.changed.connect(heard.append)
    desk.take(open_file(other_path, clock))
    before.announce(frozenset({"people"}))
    assert heard == []
    desk.file.announce(frozenset({"people"}))
    assert heard == [frozenset({"people"})]


def test_what_the_old_page_asked_for_last_does_no_harm(qtbot, desk, tmp_path, other_path):
    window = window_of(qtbot, desk, tmp_path)
    roster = window.page("roster")
    window.go_to("roster")
    qtbot.keyClick(roster.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(roster.bar.search, "an")
    desk.take(open_file(other_path, clock))
    window.show_file("roster")
    qtbot.waitUntil(lambda: window.page("roster").table.rows.loaded)
    qtbot.waitUntil(lambda: not isValid(roster))
