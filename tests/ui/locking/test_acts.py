"""Setting, changing, renewing and removing the password in the window."""

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QPushButton

from models.roster.person_rows import count_people
from models.safekeeping.passwords import set_password
from models.store.backup import back_up
from models.store.keyring import forget_keys, is_encrypted, slots_of
from models.store.slots import key_by_password, key_by_recovery
from tests.encrypted import PASSWORD, encrypt
from tests.ui.locking.acting import Key, dialog, line, press, reads, typed
from ui.locking.habits import LockHabits
from ui.start.request import StartRequest

NEW = "con mèo ăn cá"


@pytest.fixture
def at_work(qtbot, peopled, window, session):
    """The page Dữ liệu of a plain file."""
    window.settings.setValue("window/page", "data")
    with qtbot.waitSignal(session.ready):
        session.start(StartRequest(peopled))
    return window


@pytest.fixture
def guarded(qtbot, peopled, window, session):
    """The same of an encrypted one."""
    made = encrypt(peopled)
    window.settings.setValue("window/page", "data")
    with qtbot.waitSignal(session.ready):
        session.start(StartRequest(peopled))
    return made


def choose(shown, password, again=""):
    typed(shown, "new-password", password)
    return typed(shown, "new-password-again", again or password)


def code_in(shown):
    return "-".join(reads(shown, f"code-{at}") for at in range(1, 8))


def prove(shown, code):
    for at, group in enumerate(code.split("-"), 1):
        if line(shown, f"code-proof-{at}") is not None:
            typed(shown, f"code-proof-{at}", group)


def test_a_password_is_set_once_its_code_is_in_safe_hands(qtbot, at_work, peopled, desk, tmp_path):
    copy = back_up(peopled).path
    press(qtbot, at_work, "card-password-set")
    shown = dialog(qtbot, at_work, "password-set")
    assert at_work.focusWidget() is not None
    qtbot.keyClick(choose(shown, "12345678"), Key.Key_Return)
    assert "chữ số" in reads(shown, "new-password-hint")
    choose(shown, NEW)
    assert reads(shown, "new-password-hint").startswith("Độ mạnh:")
    qtbot.keyClick(line(shown, "new-password-again"), Key.Key_Return)
    qtbot.waitUntil(lambda: bool(reads(shown, "code-1")))
    code, sheet = code_in(shown), tmp_path / "phiếu.pdf"
    press(qtbot, shown, "code-save")
    chooser = shown.findChild(QFileDialog, "code-place")
    chooser.fileSelected.emit(str(sheet))
    chooser.reject()
    qtbot.waitUntil(lambda: "Đã lưu" in reads(shown, "code-told"))
    assert sheet.read_bytes().startswith(b"%PDF")
    press(qtbot, shown, "act")
    assert not is_encrypted(peopled)
    prove(shown, code)
    with qtbot.waitSignal(desk.opened, timeout=6_000):
        press(qtbot, shown, "act")
    assert desk.file.key is not None
    assert count_people(desk.file) == 3
    assert is_encrypted(copy)
    slots = slots_of(peopled)
    assert key_by_password(slots, NEW)
    assert key_by_recovery(slots, code)
    qtbot.waitUntil(lambda: "1 bản sao lưu" in at_work.messages.notice.text)
    assert at_work.current == "data"
    qtbot.waitUntil(lambda: "được mã hóa" in reads(at_work, "passwordState"))
    assert at_work.commands["password-remove"].isVisible()
    assert not at_work.commands["password-set"].isVisible()


def test_a_disk_that_refuses_leaves_all_as_it_was(qtbot, at_work, peopled, desk, monkeypatch):
    from models.errors import AppError

    def refuse(*_words, **_more):
        raise AppError("Ổ đĩa hết chỗ.", "Hãy dọn bớt.")

    monkeypatch.setattr("models.safekeeping.passwords.set_password", refuse)
    press(qtbot, at_work, "card-password-set")
    shown = dialog(qtbot, at_work, "password-set")
    qtbot.keyClick(choose(shown, NEW), Key.Key_Return)
    qtbot.waitUntil(lambda: bool(reads(shown, "code-1")))
    prove(shown, code_in(shown))
    press(qtbot, shown, "act")
    qtbot.waitUntil(lambda: "hết chỗ" in reads(shown, "problem"))
    press(qtbot, shown, "keep")
    assert not is_encrypted(peopled)
    assert count_people(desk.file) == 3
    assert set_password is not refuse


def test_a_wrong_present_password_changes_nothing(qtbot, guarded, peopled, window):
    press(qtbot, window, "card-password-remove")
    shown = dialog(qtbot, window, "password-remove")
    press(qtbot, shown, "act")
    assert reads(shown, "present-password-hint") == "Hãy nhập mật khẩu."
    typed(shown, "present-password", "sai mật khẩu")
    press(qtbot, shown, "act")
    qtbot.waitUntil(lambda: "Còn 1 giây" in reads(shown, "problem"))
    press(qtbot, shown, "keep")
    assert is_encrypted(peopled)


def test_the_password_is_changed_and_the_code_with_it(qtbot, guarded, peopled, window):
    press(qtbot, window, "card-password-change")
    shown = dialog(qtbot, window, "password-change")
    typed(shown, "present-password", PASSWORD)
    shown.findChild(QCheckBox, "password-new-code").setChecked(True)
    qtbot.keyClick(choose(shown, NEW), Key.Key_Return)
    told = dialog(qtbot, window, "code-dialog")
    made = code_in(told)
    prove(told, made)
    press(qtbot, told, "code-done")
    slots = slots_of(peopled)
    assert key_by_password(slots, NEW)
    assert not key_by_password(slots, PASSWORD)
    assert key_by_recovery(slots, made)
    assert not key_by_recovery(slots, guarded)


def test_a_new_code_leaves_the_password(qtbot, guarded, peopled, window):
    press(qtbot, window, "card-recovery-new")
    shown = dialog(qtbot, window, "recovery-new")
    qtbot.keyClick(typed(shown, "present-password", PASSWORD), Key.Key_Return)
    made = code_in(dialog(qtbot, window, "code-dialog"))
    slots = slots_of(peopled)
    assert key_by_password(slots, PASSWORD)
    assert key_by_recovery(slots, made)
    assert not key_by_recovery(slots, guarded)


def test_the_password_is_taken_away(qtbot, guarded, peopled, window, desk):
    copy = back_up(peopled).path
    press(qtbot, window, "card-password-remove")
    shown = dialog(qtbot, window, "password-remove")
    typed(shown, "present-password", PASSWORD)
    with qtbot.waitSignal(desk.opened, timeout=6_000):
        press(qtbot, shown, "act")
    assert desk.file.key is None
    assert count_people(desk.file) == 3
    assert not is_encrypted(peopled)
    assert not is_encrypted(copy)
    assert window.commands["password-set"].isVisible()
    forget_keys()


def test_when_it_locks_is_chosen_on_the_card(qtbot, guarded, window, desk):
    choice = window.findChild(QComboBox, "lockMinutes")
    choice.setFocus()
    qtbot.keyClick(choice, Key.Key_Home)
    qtbot.keyClick(choice, Key.Key_Down)
    assert choice.currentData() == 5
    qtbot.keyClick(choice, Key.Key_Space)
    qtbot.keyClick(choice.view(), Key.Key_Return)
    assert LockHabits().minutes == 5
    box = window.findChild(QCheckBox, "lockMinimised")
    qtbot.keyClick(box, Key.Key_Space)
    assert LockHabits().when_minimised
    button = window.findChild(QPushButton, "card-lock")
    qtbot.keyClick(button, Key.Key_Space)
    assert desk.is_locked
