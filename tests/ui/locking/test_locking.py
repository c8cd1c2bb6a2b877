"""The locked screen: what it hides, what it keeps, what waits, and how it comes about."""

import ctypes
import threading
from ctypes import wintypes

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from models.errors import AppError
from models.machine import session_watch
from models.machine.handover import hand_over
from models.roster.person_rows import count_people
from models.roster.unit_tree import list_units
from models.store import keyring
from models.store.data_file import open_file
from models.store.kept import kept_copies
from models.store.keyring import Locked, is_unlocked
from tests.conftest import clock
from tests.encrypted import encrypt
from tests.ui.keys import type_vietnamese
from tests.ui.locking.acting import Key, dialog, line, press, typed, unlock
from ui.locking.absence import Absence, SessionFilter
from ui.locking.cover import forget_copied
from ui.locking.habits import LockHabits
from ui.people.person_dialog import PersonDialog
from ui.start.request import StartRequest
from ui.work import Work

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def at_work(qtbot, peopled, window, session):
    """The roster of an encrypted file, unlocked."""
    encrypt(peopled)
    window.settings.setValue("window/page", "roster")
    with qtbot.waitSignal(session.ready):
        session.start(StartRequest(peopled))
    qtbot.waitUntil(lambda: "UBND" in window.windowTitle())
    return window


def lock(qtbot, window):
    # Offscreen nobody gives the window the keys back when a dialog is gone.
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Key.Key_L, CONTROL)
    qtbot.waitUntil(lambda: line(window, "unlock-password") is not None)


def at_rest(qtbot, desk):
    """The file is closed, and nobody knows its key."""
    qtbot.waitUntil(lambda: desk.file.is_locked_up)
    assert not is_unlocked(desk.file.path)


def back(qtbot, window, desk):
    unlock(qtbot, window)
    qtbot.waitUntil(lambda: not desk.is_locked)
    assert line(window, "unlock-password") is None


def words_in_sight(window):
    """All that whoever passes by could read, and what the task bar says."""
    found = [window.windowTitle()]
    for top in QApplication.topLevelWidgets():
        if not top.isVisible():
            continue
        for each in [top, *top.findChildren(QWidget)]:
            if each.isVisible():
                words = each.text() if isinstance(each, QLabel | QPushButton | QLineEdit) else ""
                found += [words, each.toolTip(), each.windowTitle(), each.accessibleName()]
    return " ".join(found)


def test_nothing_of_the_data_is_in_sight_and_all_is_there_again(qtbot, at_work, desk, session):
    page = at_work.page("roster")
    search = next(each for each in page.findChildren(QLineEdit) if each.isVisible())
    type_vietnamese(search, "an")
    before = words_in_sight(at_work)
    assert "UBND" in before
    at_work.messages.say("Đã đánh dấu Trần Văn An.")
    lock(qtbot, at_work)
    at_rest(qtbot, desk)
    seen = words_in_sight(at_work)
    assert not [each for each in ("UBND", "An", "người", "đơn vị", "0912") if each in seen.split()]
    assert at_work.windowTitle() == "Tiến Độ – đang khóa"
    assert not at_work.menuBar().isVisible()
    qtbot.keyClick(at_work, Key.Key_1, CONTROL)
    assert at_work.current == "roster"
    back(qtbot, at_work, desk)
    assert at_work.page("roster") is page
    assert search.text() == "an"
    assert search.isVisible()
    assert at_work.focusWidget() is search
    assert "UBND" in at_work.windowTitle()


def test_what_was_typed_in_a_dialog_is_there_again(qtbot, at_work, desk):
    made = PersonDialog(desk, list_units(desk.file), None, at_work)
    made.open()
    field = made.focusWidget()
    type_vietnamese(field, "Nguyễn Thị Hoa")
    modality = made.windowModality()
    at_work.commands["lock"].trigger()
    assert not made.isVisible()
    back(qtbot, at_work, desk)
    assert made.isVisible()
    assert made.windowModality() is modality
    assert field.text() == "Nguyễn Thị Hoa"
    made.reject()


def test_a_dialog_that_comes_up_meanwhile_waits(qtbot, at_work, desk):
    lock(qtbot, at_work)
    made = PersonDialog(desk, (), None, at_work)
    made.open()
    qtbot.waitUntil(lambda: not made.isVisible())
    back(qtbot, at_work, desk)
    assert made.isVisible()
    made.reject()


def test_what_is_under_way_ends_first_and_what_is_asked_meanwhile_waits(qtbot, at_work, desk):
    gate, told = threading.Event(), []
    desk.run(Work(lambda task: (gate.wait(10), count_people(task.file)), told.append))
    lock(qtbot, at_work)
    assert desk.file.key is not None
    desk.ask(count_people, told.append)
    gate.set()
    at_rest(qtbot, desk)
    assert told == []
    with pytest.raises(Locked):
        count_people(desk.file)
    back(qtbot, at_work, desk)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [(True, 3), 3]


def test_nothing_is_left_to_read_the_file_by_and_the_newest_is_copied(qtbot, at_work, desk):
    from tests.factory import add_people

    path = desk.file.path
    add_people(desk.file, 2)
    lock(qtbot, at_work)
    at_rest(qtbot, desk)
    assert kept_copies(path)
    assert desk.file.key is None
    assert not path.with_name(path.name + "-wal").exists()
    with pytest.raises(AppError):
        open_file(path, clock)


def test_files_that_a_second_start_hands_over_are_read_after_unlocking(
    qtbot, at_work, desk, tmp_path
):
    table = tmp_path / "danh-sach.csv"
    table.write_text("Họ tên,Số điện thoại\nTrần Văn Bê,0912345678\n", encoding="utf-8")
    lock(qtbot, at_work)
    at_rest(qtbot, desk)
    assert hand_over(desk.file.path, [table])
    qtbot.wait(200)
    assert not [e for e in at_work.findChildren(QWidget, "importWizard") if e.isVisible()]
    back(qtbot, at_work, desk)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    QApplication.activeModalWidget().reject()


def test_the_program_is_left_from_the_locked_screen(qtbot, at_work, desk):
    lock(qtbot, at_work)
    at_rest(qtbot, desk)
    desk.ask(count_people)
    qtbot.keyClick(at_work, Key.Key_Q, CONTROL)
    qtbot.waitUntil(lambda: not at_work.isVisible())
    path = desk.file.path
    desk.close()
    assert desk.lane.close(5)
    assert not path.with_name(path.name + "-khoa").exists()
    keyring.forget_keys()


def test_it_is_unlocked_by_the_recovery_code_too(qtbot, peopled, code, window, session, desk):
    with qtbot.waitSignal(session.ready):
        session.start(StartRequest(peopled))
        unlock(qtbot, window)
    lock(qtbot, window)
    press(qtbot, window, "unlock-forgotten")
    QGuiApplication.clipboard().setText(code)
    line(window, "code-group-1").paste()
    press(qtbot, window, "recovery-act")
    qtbot.waitUntil(lambda: line(window, "new-password") is not None)
    typed(window, "new-password", "con mèo ăn cá")
    typed(window, "new-password-again", "con mèo ăn cá")
    press(qtbot, window, "recovery-act")
    shown = dialog(qtbot, window, "code-dialog")
    press(qtbot, shown, "keep")
    press(qtbot, dialog(qtbot, shown, "question"), "act")
    qtbot.waitUntil(lambda: not shown.isVisible())
    lock(qtbot, window)
    unlock(qtbot, window, "con mèo ăn cá")
    qtbot.waitUntil(lambda: not desk.is_locked)


def test_without_a_password_it_is_offered(qtbot, peopled, window, session, desk):
    with qtbot.waitSignal(session.ready):
        session.start(StartRequest(peopled))
    qtbot.keyClick(window, Key.Key_L, CONTROL)
    asked = dialog(qtbot, window, "choice")
    press(qtbot, asked, "lockSet")
    made = dialog(qtbot, window, "password-set")
    made.reject()
    assert not desk.is_locked


def test_a_file_that_is_being_written_anew_is_not_locked(qtbot, at_work, desk):
    desk.lane.hold()
    at_work.commands["lock"].trigger()
    assert not desk.is_locked
    desk.lane.release()


def test_when_nobody_touches_anything_it_is_time(qtbot, window):
    now, gone = [0.0], []
    LockHabits().keep_minutes(5)
    watch = Absence(window, clock=lambda: now[0])
    watch.gone.connect(lambda: gone.append(now[0]))
    watch.begin()
    now[0] = 290.0
    qtbot.keyClick(window, Key.Key_A)
    now[0] = 310.0
    watch.look()
    assert gone == []
    now[0] = 590.0
    watch.look()
    assert gone == [590.0]
    LockHabits().keep_minutes(0)
    watch.look()
    assert gone == [590.0]
    watch.end()


def test_putting_the_window_down_locks_where_that_is_wanted(qtbot, at_work, desk):
    at_work.showMinimized()
    assert not desk.is_locked
    at_work.showNormal()
    LockHabits().keep_when_minimised(True)
    at_work.showMinimized()
    qtbot.waitUntil(lambda: desk.is_locked)


class Clipboard:
    """As that of Windows, which knows whose its contents are."""

    def __init__(self, owned):
        self._owned, self.cleared = owned, False

    def ownsClipboard(self):
        return self._owned

    def clear(self):
        self.cleared = True


@pytest.mark.parametrize("owned", [True, False])
def test_only_what_was_copied_here_is_forgotten(owned):
    clipboard = Clipboard(owned)
    forget_copied(clipboard)
    assert clipboard.cleared is owned


MESSAGES = (
    ("the session is locked", session_watch.SESSION_CHANGE, 7, True),
    ("another account", session_watch.SESSION_CHANGE, 2, True),
    ("unlocked", session_watch.SESSION_CHANGE, 8, False),
    ("put to sleep", session_watch.POWER, 4, True),
    ("on battery", session_watch.POWER, 10, False),
    ("something else", 0x0200, 7, False),
)


@pytest.mark.parametrize(("what", "message", "word", "locks"), MESSAGES)
def test_what_windows_tells_is_understood(what, message, word, locks):
    gone = []
    told = wintypes.MSG()
    told.message, told.wParam = message, word
    heard = SessionFilter(lambda: gone.append(what))
    answer = heard.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(told))
    assert gone == [what] * locks
    assert answer == (False, 0)
    assert heard.nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)


def test_what_is_remembered_of_locking_is_never_nonsense():
    assert LockHabits().minutes == 10
    QSettings().setValue("locking/minutes", "-3")
    assert LockHabits().minutes == 10
    QSettings().setValue("locking/minutes", "x")
    assert LockHabits().minutes == 10
    assert not LockHabits().when_minimised
