"""An encrypted file comes to the window: by the start, by dropping; by its recovery code."""

import subprocess
import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from models.office.setup import init_file
from models.store.backup import back_up
from models.store.data_file import open_file
from models.store.keyring import forget_keys, is_encrypted, slots_of
from models.store.slots import key_by_password, key_by_recovery
from tests.conftest import clock
from tests.encrypted import PASSWORD, encrypt
from tests.ui.locking.acting import Key, dialog, line, press, reads, typed, unlock
from ui.locking.unlock_view import UnlockDialog
from ui.start.request import StartRequest

NEW = "con mèo ăn cá"


def ask(qtbot, session, path):
    session.start(StartRequest(path))
    qtbot.waitUntil(lambda: line(session, "unlock-password") is not None)


def test_the_password_is_asked_in_the_window_and_the_start_goes_on(
    qtbot, peopled, code, window, session, desk
):
    ask(qtbot, session, peopled)
    assert desk.file is None
    assert window.is_alone
    assert reads(window, "unlock-file") == f"Tệp: {peopled.name}"
    field = line(window, "unlock-password")
    assert window.focusWidget() is field
    assert field.echoMode() is QLineEdit.EchoMode.Password
    press(qtbot, window, "unlock-password-show")
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    assert window.focusWidget() is field
    with qtbot.waitSignal(session.ready):
        unlock(qtbot, window)
    assert desk.file.path == peopled
    assert window.current
    assert not window.is_alone


def test_a_wrong_password_is_said_and_costs_time_that_is_counted_down(
    qtbot, peopled, code, window, session, desk
):
    ask(qtbot, session, peopled)
    unlock(qtbot, window, "sai mật khẩu")
    qtbot.waitUntil(lambda: "chưa đúng" in reads(window, "unlock-problem"))
    assert reads(window, "unlock-waiting") == "Còn 1 giây nữa mới được thử lại."
    act = next(each for each in window.findChildren(QWidget, "unlock-act"))
    assert not act.isEnabled()
    unlock(qtbot, window)
    assert desk.file is None
    qtbot.waitUntil(act.isEnabled)
    assert not reads(window, "unlock-waiting")
    with qtbot.waitSignal(session.ready):
        unlock(qtbot, window)


def test_caps_lock_and_the_vietnamese_keyboard_are_told(qtbot, peopled, code, window, session):
    ask(qtbot, session, peopled)
    field = line(window, "unlock-password")
    qtbot.keyClick(field, "A")
    assert "Caps Lock" in reads(window, "unlock-password-hint")
    qtbot.keyClick(field, "a")
    assert not reads(window, "unlock-password-hint")
    typed(window, "unlock-password", "mèo")
    assert "Unikey" in reads(window, "unlock-password-hint")
    assert field.accessibleDescription()


def test_nothing_typed_is_no_try(qtbot, peopled, code, window, session):
    ask(qtbot, session, peopled)
    qtbot.keyClick(line(window, "unlock-password"), Key.Key_Enter)
    assert reads(window, "unlock-password-hint") == "Hãy nhập mật khẩu."


def recover(qtbot, window, code):
    """Type the code: one group wrong first, then all of it pasted."""
    press(qtbot, window, "unlock-forgotten")
    first = line(window, "code-group-1")
    assert window.focusWidget() is first
    for letter in code.lower()[:5]:
        qtbot.keyClick(window.focusWidget(), letter)
    assert window.focusWidget() is line(window, "code-group-2")
    qtbot.keyClick(window.focusWidget(), Key.Key_Backspace)
    assert window.focusWidget() is first
    wrong = "00000" if code[:5] != "00000" else "11111"
    typed(window, "code-group-1", wrong)
    assert "Nhóm 1 chưa đúng" in reads(window, "code-hint")
    first.selectAll()
    QGuiApplication.clipboard().setText(code)
    first.paste()
    assert line(window, "code-group-7").text() == code[-5:]
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)


def test_the_recovery_code_leads_to_a_new_password_and_a_new_code(
    qtbot, peopled, code, window, session, desk
):
    ask(qtbot, session, peopled)
    recover(qtbot, window, code)
    qtbot.waitUntil(lambda: line(window, "new-password") is not None)
    typed(window, "new-password", NEW)
    qtbot.keyClick(typed(window, "new-password-again", "khác hẳn nhé"), Key.Key_Return)
    assert "chưa giống nhau" in reads(window, "new-password-again-hint")
    with qtbot.waitSignal(session.ready):
        qtbot.keyClick(typed(window, "new-password-again", NEW), Key.Key_Return)
    shown = dialog(qtbot, window, "code-dialog")
    made = "-".join(reads(shown, f"code-{at}") for at in range(1, 8))
    press(qtbot, shown, "code-done")
    assert shown.isVisible()
    prove(shown, made)
    press(qtbot, shown, "code-done")
    qtbot.waitUntil(lambda: not shown.isVisible())
    slots = slots_of(peopled)
    assert key_by_password(slots, NEW)
    assert not key_by_password(slots, PASSWORD)
    assert key_by_recovery(slots, made)
    assert not key_by_recovery(slots, code)


def prove(shown, made):
    groups = made.split("-")
    for at in range(1, 8):
        if line(shown, f"code-proof-{at}") is not None:
            typed(shown, f"code-proof-{at}", groups[at - 1].lower())


def test_a_code_that_is_none_is_said_with_its_groups(qtbot, peopled, code, window, session):
    ask(qtbot, session, peopled)
    press(qtbot, window, "unlock-forgotten")
    press(qtbot, window, "recovery-act")
    assert reads(window, "recovery-problem") == "Hãy gõ mã khôi phục."
    groups = code.split("-")
    groups[3] = groups[3][::-1] if groups[3] != groups[3][::-1] else "0000Z"
    QGuiApplication.clipboard().setText(" ".join(groups))
    line(window, "code-group-1").paste()
    press(qtbot, window, "recovery-act")
    qtbot.waitUntil(lambda: "nhóm thứ 4" in reads(window, "recovery-problem"))
    assert window.focusWidget() is line(window, "code-group-4")
    press(qtbot, window, "recovery-back")
    assert line(window, "unlock-password") is not None


def test_over_an_open_file_it_is_asked_in_a_dialog(
    qtbot, tmp_path, peopled, code, window, session, desk
):
    plain = tmp_path / "khác.tiendo"
    init_file(plain, "Xã Kẻ Sặt", None, clock).close()
    with qtbot.waitSignal(session.ready):
        session.start(StartRequest(plain))
    window.dropped.emit([peopled])
    asked = dialog(qtbot, window, "unlock-dialog")
    assert isinstance(asked, UnlockDialog)
    qtbot.keyClick(asked, Key.Key_Escape)
    assert desk.file.path == plain
    window.dropped.emit([peopled])
    asked = dialog(qtbot, window, "unlock-dialog")
    with qtbot.waitSignal(session.opener.opened):
        unlock(qtbot, asked)
    assert desk.file.path == peopled


def test_what_a_power_cut_left_plain_is_encrypted(qtbot, peopled, window, session, desk):
    copy = back_up(peopled, clock=clock).path
    encrypt(peopled)
    forget_keys()
    ask(qtbot, session, peopled)
    with qtbot.waitSignal(session.ready):
        unlock(qtbot, window)
    qtbot.waitUntil(lambda: is_encrypted(copy))


def test_of_a_plain_file_nothing_of_encryption_is_imported(data_path):
    told = (
        "import sys\nfrom pathlib import Path\nimport ui.start.session, ui.locking.wiring\n"
        "from models.store.data_file import open_file\nopen_file(Path(sys.argv[1])).close()\n"
        "found = [each for each in sys.modules if each.split('.')[0] in "
        "('cryptography', 'sqlcipher3') or each.startswith('ui.locking.')]\n"
        "assert found == ['ui.locking.wiring'], found\n"
    )
    open_file(data_path, clock).close()
    subprocess.run([sys.executable, "-c", told, str(data_path)], check=True)


def squeezed(place):
    """What is lower than its words, or than a line to type into, needs."""
    return [
        each.objectName() or each.metaObject().className()
        for kind in (QLabel, QLineEdit, QPushButton)
        for each in place.findChildren(kind)
        if each.isVisible()
        and each.height() < max(each.minimumSizeHint().height(), each.heightForWidth(each.width()))
    ]


def test_on_a_low_screen_nothing_of_the_question_is_squeezed(qtbot, window, session, code, peopled):
    window.resize(910, 480)
    session.start(StartRequest(peopled))
    unlock(qtbot, window, "một câu rất dài không phải mật khẩu")
    qtbot.waitUntil(lambda: "chưa đúng" in reads(window, "unlock-problem"))
    qtbot.waitUntil(lambda: squeezed(window) == [])
    press(qtbot, window, "unlock-forgotten")
    qtbot.waitUntil(lambda: line(window, "code-group-1") is not None)
    qtbot.waitUntil(lambda: squeezed(window) == [])
