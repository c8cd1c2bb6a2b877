"""What asks for passwords: at the start, on the locked screen, and when one is set or changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from models.office.practice import make_practice
from models.safekeeping.passwords import set_password
from models.store.keyring import forget_keys
from models.store.recovery_code import code_groups, new_code
from models.store.slots import new_slots
from reports.recovery_sheet import RecoverySheet
from ui.desk import Desk
from ui.locking.code_dialog import CodeDialog
from ui.locking.new_password import NewPassword
from ui.locking.offering import offer_password
from ui.locking.password_field import PasswordField
from ui.locking.present_dialog import ChangePasswordDialog, NewCodeDialog, RemovePasswordDialog
from ui.locking.set_dialog import SetPasswordDialog
from ui.locking.unlock_form import UnlockForm
from ui.locking.unlock_view import TO_GO_ON, UnlockDialog, UnlockPage, UnlockView
from ui.start.unlocking import WAYS
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from shoot import Camera

PASSWORD = "bốn con mèo ăn cá"
REFUSING_MS = 3_000
"""To derive a key from a wrong password takes long on purpose."""


def shoot_locking(
    camera: Camera, desk: Desk, window: MainWindow, folder: Path, settle: Callable[[int], None]
) -> None:
    """Over the open file, which has no password; what asks for one asks for another's."""
    assert desk.file is not None
    path = desk.file.path
    shoot_covers(camera, desk, window, encrypted_file(folder / "khoa" / path.name), settle)
    dialogs: tuple[tuple[str, QDialog], ...] = (
        ("unlock-dialog", UnlockDialog(UnlockView(desk, path), window)),
        ("password-change", ChangePasswordDialog(desk, path, window)),
        ("password-remove", RemovePasswordDialog(desk, path, window)),
        ("recovery-new", NewCodeDialog(desk, path, window)),
        ("recovery-code", CodeDialog(desk, _sheet(desk, path), "Đã đổi mật khẩu.", window)),
    )
    for name, dialog in dialogs:
        dialog.open()
        settle(200)
        camera.grab(dialog, name)
        dialog.deleteLater()
    shoot_setting(camera, desk, window, settle)
    offer_password(window, print)
    settle(200)
    asked = next(each for each in window.findChildren(QDialog, "choice") if each.isVisible())
    camera.grab(asked, "lock-offered")
    asked.reject()


def encrypted_file(path: Path) -> Path:
    """Another file of the practice commune, locked with a password."""
    path.parent.mkdir()
    make_practice(path).close()
    slots, data_key, _code = new_slots(PASSWORD)
    set_password(path, slots, data_key)
    forget_keys()
    return path


def shoot_covers(
    camera: Camera, desk: Desk, window: MainWindow, path: Path, settle: Callable[[int], None]
) -> None:
    """The page before the start, a wrong password, the recovery code, and the locked screen."""
    view = UnlockView(desk, path)
    page = UnlockPage(view, WAYS)
    window.show_cover(page)
    page.setFocus()
    camera.grab(window, "unlock")
    form = view.findChild(UnlockForm)
    assert isinstance(form, UnlockForm)
    form.field.line.setText("mèo")
    _press(view, "unlock-act")
    settle(REFUSING_MS)
    camera.grab(window, "unlock-refused")
    _press(view, "unlock-forgotten")
    camera.grab(window, "unlock-recovery")
    window.drop_cover()
    locked = UnlockPage(UnlockView(desk, path, TO_GO_ON), (("Thoát", "lock-exit"),))
    window.show_cover(locked)
    locked.setFocus()
    camera.grab(window, "locked")
    window.drop_cover()


def shoot_setting(
    camera: Camera, desk: Desk, window: MainWindow, settle: Callable[[int], None]
) -> None:
    """The password, then the code; nothing is encrypted."""
    made = SetPasswordDialog(desk, print, window)  # type: ignore[arg-type]
    made.open()
    settle(200)
    camera.grab(made, "password-set")
    chosen = made.findChild(NewPassword)
    assert isinstance(chosen, NewPassword)
    for field in chosen.findChildren(PasswordField):
        field.line.setText(PASSWORD)
    camera.grab(made, "password-set-typed")
    _press(made, "act")
    settle(1_500)
    camera.grab(made, "password-set-code")
    made.reject()


def _sheet(desk: Desk, path: Path) -> RecoverySheet:
    groups = code_groups(new_code())
    return RecoverySheet(path.name, "Xã Kẻ Sặt", desk.today(), "3f" * 16, groups)


def _press(place: QWidget, name: str) -> None:
    found = place.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    found.click()
