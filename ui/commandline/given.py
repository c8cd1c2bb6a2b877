"""Where a command gets a password from: the environment, a file, or the terminal; never a word of
the command line, which everybody on the machine can list and the shell remembers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from getpass import getpass
from pathlib import Path
from typing import Any, NoReturn

from models.errors import AppError
from models.machine.given_secrets import NEW_PASSWORD, PASSWORD, RECOVERY, GivenSecrets

_LARGEST = 4_096
_NO_ARGUMENT = (
    "Không ghi mật khẩu hay mã khôi phục trên dòng lệnh: ai xem danh sách tiến trình hoặc lịch sử "
    "lệnh của máy cũng thấy.\n"
    f"Hãy đặt biến môi trường {PASSWORD}, {NEW_PASSWORD}, {RECOVERY}, ghi --password-file TỆP, "
    "hoặc để chương trình hỏi."
)
_SECRET_FLAGS = ("--password", "--new-password", "--recovery", "--recovery-code")
FLAG_ASKS = frozenset({"package", "open-package"})
"""Commands in which `--password`, without a value, asks for one."""


def refuse_typed_secrets(argv: Sequence[str]) -> None:
    """End with code 2 where a password stands on the command line, without repeating it."""
    for word in argv:
        flag, has_value, _ = word.partition("=")
        if flag in _SECRET_FLAGS and (has_value or FLAG_ASKS.isdisjoint(argv)):
            refuse_typed()


def refuse_typed() -> NoReturn:
    """End with code 2: a password was typed among the arguments."""
    print(_NO_ARGUMENT, file=sys.stderr)
    sys.exit(2)


def secrets_of(arguments: argparse.Namespace) -> GivenSecrets:
    """What the environment of this command had."""
    given: Any = getattr(arguments, "secrets", None)
    return given if isinstance(given, GivenSecrets) else GivenSecrets()


def present_password(arguments: argparse.Namespace, path: Path) -> str:
    """The password of the encrypted file at `path`. Raises `AppError` where nobody can be asked."""
    file: Path | None = arguments.password_file
    if file is not None:
        return _first_line(file)
    given = secrets_of(arguments).password
    if given is not None:
        return given
    refused = AppError(
        f"Tệp {path.name} được bảo vệ bằng mật khẩu.",
        f"Hãy đặt mật khẩu vào biến môi trường {PASSWORD}, hoặc ghi --password-file TỆP.",
    )
    return _typed(getpass, f"Mật khẩu của tệp {path.name}: ", refused)


def chosen_password(arguments: argparse.Namespace, *, has_present: bool) -> str:
    """A new password, typed twice in a terminal. Where the file `has_present` one already, that is
    what `TIENDO_PASSWORD` and `--password-file` are for."""
    given = secrets_of(arguments)
    if arguments.new_password_file is not None:
        return _first_line(arguments.new_password_file)
    if given.new_password is not None:
        return given.new_password
    if not has_present:
        if arguments.password_file is not None:
            return _first_line(arguments.password_file)
        if given.password is not None:
            return given.password
    refused = AppError(
        "Chưa có mật khẩu mới.",
        f"Hãy đặt mật khẩu mới vào biến môi trường {NEW_PASSWORD}, hoặc ghi "
        "--new-password-file TỆP.",
    )
    typed = _typed(getpass, "Mật khẩu mới: ", refused)
    if _typed(getpass, "Nhập lại mật khẩu mới: ", refused) != typed:
        raise AppError("Hai lần nhập mật khẩu mới không giống nhau.", "Hãy nhập lại.")
    return typed


def given_recovery(arguments: argparse.Namespace) -> str:
    """The recovery code; in a terminal it is seen while it is typed, being long."""
    given = secrets_of(arguments).recovery
    if given is not None:
        return given
    refused = AppError(
        "Chưa có mã khôi phục.", f"Hãy đặt mã khôi phục vào biến môi trường {RECOVERY}."
    )
    return _typed(_asked_openly, "Mã khôi phục: ", refused)


def _asked_openly(question: str) -> str:
    print(question, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line


def _typed(ask: Callable[[str], str], question: str, refused: AppError) -> str:
    """What is typed in the terminal; raises `refused` without one, or when nothing is typed."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise refused
    try:
        typed = ask(question)
    except (EOFError, KeyboardInterrupt):
        raise refused from None
    if not typed:
        raise refused
    return typed


def _first_line(file: Path) -> str:
    """The only line of a file. Only the end of the line is left out: spaces count."""
    try:
        content = file.read_bytes() if file.stat().st_size <= _LARGEST else b""
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise AppError(f"Không đọc được tệp mật khẩu {file}.", "Hãy xem lại tên tệp.") from error
    except UnicodeDecodeError as error:
        raise AppError(
            f"Tệp mật khẩu {file.name} không phải văn bản Unicode (UTF-8).",
            "Hãy lưu lại với mã hóa UTF-8.",
        ) from error
    lines = text.splitlines()
    if len(lines) != 1 or not lines[0]:
        raise AppError(
            f"Tệp mật khẩu {file.name} phải có đúng một dòng là mật khẩu.",
            "Hãy sửa lại tệp rồi làm lại.",
        )
    return lines[0]
