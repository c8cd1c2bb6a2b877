"""Opening what is encrypted: by password, slower after each wrong one, or by the recovery code.

`folder` is the user's own, where wrong tries are counted and wait for the log of the file.
"""

from __future__ import annotations

from pathlib import Path

from models.clock import Clock, now
from models.errors import AppError
from models.machine.tries import failed_tries, forget_tries, note_try, wait_left
from models.papers.pending_actions import file_key, note_action
from models.records.actions import ActionKind
from models.store.copies import looks_kept
from models.store.keyring import FileKey, remember_key, slots_of
from models.text.formats import number


class WrongPassword(AppError):
    """The password is not that of the file; `count` were wrong in a row."""

    def __init__(self, path: Path, count: int) -> None:
        times = f" (lần thứ {number(count)} liên tiếp)" if count > 1 else ""
        super().__init__(
            f"Mật khẩu của tệp {path.name} chưa đúng{times}.",
            "Hãy xem phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại; nếu quên, dùng mã khôi phục "
            "đã in.",
        )
        self.count = count


class TooSoon(AppError):
    """After wrong tries the next one must wait; `seconds` are left."""

    def __init__(self, seconds: float) -> None:
        left = max(1, round(seconds))
        super().__init__(
            f"Vì đã nhập sai mật khẩu, {number(left)} giây nữa mới được thử lại.",
            "Hãy chờ rồi nhập lại; nếu quên, dùng mã khôi phục đã in.",
        )
        self.seconds = seconds


class WrongRecoveryCode(AppError):
    """The recovery code is well written, but that of another file or of an earlier time."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Mã khôi phục này không phải của tệp {path.name}.",
            "Hãy so “Ký hiệu khóa” và ngày lập trên phiếu: mã cũ hết tác dụng khi đã lập mã mới.",
        )


def seconds_to_wait(path: Path, folder: Path) -> float:
    """How long until a password of the encrypted file at `path` may be tried; 0 when it may."""
    return wait_left(folder, slots_of(path).id)


def unlock(path: Path, password: str, folder: Path, clock: Clock = now) -> FileKey:
    """From now on this process opens the encrypted file at `path`, and what has the same key.

    Raises `TooSoon` without trying, `WrongPassword`, or `AppError` as `slots_of`. A wrong try
    waits for the log of the file.
    """
    from models.store.slots import key_by_password

    slots = slots_of(path)
    left = wait_left(folder, slots.id)
    if left > 0:
        raise TooSoon(left)
    count = note_try(folder, slots.id)
    key = key_by_password(slots, password)
    if key is None:
        note_action(folder, ActionKind.WRONG_PASSWORD, clock(), count=count, file=_log_of(path))
        raise WrongPassword(path, count)
    forget_tries(folder, slots.id)
    return remember_key(slots, key)


def unlock_by_recovery(path: Path, code: str, folder: Path, clock: Clock = now) -> FileKey:
    """The same by the recovery code, which is too long to be guessed.

    Raises `CodeUnclear` for what is none, saying where, and `WrongRecoveryCode`.
    """
    from models.store.slots import key_by_recovery

    slots = slots_of(path)
    key = key_by_recovery(slots, code)
    if key is None:
        raise WrongRecoveryCode(path)
    if failed_tries(folder, slots.id):
        forget_tries(folder, slots.id)
    note_action(folder, ActionKind.RECOVERED, clock(), file=_log_of(path))
    return remember_key(slots, key)


def _log_of(path: Path) -> str:
    """Whose log is to have it: that of the file, or of the next one opened where it is a copy."""
    return "" if looks_kept(path) else file_key(path)
