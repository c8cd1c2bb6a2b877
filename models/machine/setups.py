"""A newer version that somebody brings on a stick: found, checked, started."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from models.errors import AppError
from models.machine.file_version import file_version
from models.version import VERSION, version_numbers

NAME = re.compile(r"TienDo-(\d+(?:\.\d+){1,3})-Setup(?: ?\(\d+\))?\.exe", re.IGNORECASE)
CHECKSUM = ".sha256"
MOST_FOLDERS = 200
_PROGRAM = b"MZ"
_BLOCK = 2**20


@dataclass(frozen=True, slots=True)
class Setup:
    """An installer and its version; `proven` when a checksum lies beside it and fits."""

    path: Path
    version: str
    proven: bool = False


def find_setups(roots: Iterable[Path]) -> tuple[Setup, ...]:
    """The installers on the drives and in their folders, newest first; nothing is read of them."""
    found = {setup.path: setup for root in roots for setup in _setups_on(root)}
    return tuple(
        sorted(found.values(), key=lambda each: version_numbers(each.version), reverse=True)
    )


def check_setup(path: Path, current: str = VERSION) -> Setup:
    """The installer at `path`, looked at before it is started.

    Raises `AppError` when it is no installer of ours, not newer than `current`, cannot be
    read, or is not what its checksum says.
    """
    named = NAME.fullmatch(path.name)
    if named is None:
        raise AppError(
            f"Tệp {path.name} không phải là bộ cài Tiến Độ.",
            "Hãy chọn tệp có tên dạng TienDo-1.2.0-Setup.exe.",
        )
    version = named.group(1)
    _refuse_not_newer(version, current)
    _refuse_torn(path)
    inside = file_version(path)
    if inside and version_numbers(inside) != version_numbers(version):
        raise AppError(
            f"Tệp {path.name} ghi tên là bản {version} nhưng bên trong là bản {inside}.",
            "Hãy chép lại bộ cài từ nơi phát hành rồi làm lại.",
        )
    return Setup(path, version, _proven(path))


def start_setup(path: Path) -> None:
    """Start the installer. Raises `AppError` when the system does not let it start."""
    if sys.platform != "win32":
        raise AppError(
            "Bộ cài này chỉ chạy được trên Windows.", "Hãy làm việc này trên máy Windows."
        )
    try:
        os.startfile(path)
    except OSError as error:
        raise AppError(
            f"Windows không cho chạy {path.name}.",
            "Hãy chép tệp vào máy rồi nháy đúp để cài; "
            "nếu Windows cảnh báo, chọn “Thông tin thêm” rồi “Vẫn chạy”.",
        ) from error


def _setups_on(root: Path) -> Iterator[Setup]:
    """Those in `root` and one folder below; a drive without a medium has none."""
    folders = [root]
    try:
        folders += [each for each in root.iterdir() if each.is_dir()][:MOST_FOLDERS]
    except OSError:
        return
    for folder in folders:
        try:
            names = sorted(os.listdir(folder))
        except OSError:
            continue
        for name in names:
            if found := NAME.fullmatch(name):
                yield Setup(folder / name, found.group(1))


def _refuse_not_newer(version: str, current: str) -> None:
    if version_numbers(version) == version_numbers(current):
        raise AppError(
            f"Máy này đang dùng đúng bản {current}.", "Không cần cài lại; hãy tìm bản mới hơn."
        )
    if version_numbers(version) < version_numbers(current):
        raise AppError(
            f"Bộ cài này là bản {version}, cũ hơn bản {current} đang dùng.",
            "Không cài đè bản cũ, vì bản cũ có thể không đọc được dữ liệu hiện tại.",
        )


def _refuse_torn(path: Path) -> None:
    try:
        with path.open("rb") as file:
            is_program = file.read(2) == _PROGRAM
    except OSError as error:
        raise _unreadable(path) from error
    if not is_program:
        raise _spoilt(path)


def _proven(path: Path) -> bool:
    """Whether a checksum beside the installer fits; False without one."""
    listed = path.with_name(path.name + CHECKSUM)
    try:
        if not listed.is_file():
            return False
        wanted = listed.read_text("utf-8-sig", "replace").split()
        digest = _digest(path)
    except OSError as error:
        raise _unreadable(path) from error
    if digest != (wanted[0].lower() if wanted else ""):
        raise _spoilt(path)
    return True


def _digest(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            found.update(block)
    return found.hexdigest()


def _unreadable(path: Path) -> AppError:
    return AppError(
        f"Không đọc được {path.name} trên {path.anchor or path.parent}.",
        "Hãy cắm lại USB rồi làm lại, hoặc chép bộ cài vào máy trước.",
    )


def _spoilt(path: Path) -> AppError:
    return AppError(
        f"Tệp {path.name} không nguyên vẹn: chép chưa hết hoặc đã bị thay đổi, nên không cài.",
        f"Hãy chép lại cả bộ cài và tệp {CHECKSUM} từ nơi phát hành.",
    )
