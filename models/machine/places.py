"""Where a data file may lie: on this machine's own disk, outside folders that are synchronised."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path, PureWindowsPath

from models.errors import AppError
from models.machine.drives import REMOTE, drive_type, mount_table, mount_type
from models.machine.portable import portable_home
from models.machine.synchronised import service_of

SYNC_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "9p", "afs", "davfs", "ceph", "glusterfs"}
)
LOCAL_FUSE = frozenset(
    {"fuse.ntfs", "fuse.ntfs-3g", "fuse.exfat", "fuse.fuse-overlayfs", "fuse.lxcfs"}
)
"""What is mounted by a program and still lies on this machine; all else of the kind is far away."""
DATA_NAME = "TienDo.tiendo"
PRACTICE_NAME = "ThucHanh.tiendo"


def default_data_file() -> Path:
    """The data file that is used when none is named.

    It lies in the user's own data folder, in portable mode beside the program.
    """
    named = os.environ.get("TIENDO_DATA")
    if named:
        return Path(named)
    home = portable_home()
    if home is not None:
        return home / DATA_NAME
    from platformdirs import user_data_path

    return user_data_path("TienDo", appauthor=False) / DATA_NAME


def practice_data_file() -> Path:
    """Where the practice commune lies: beside the user's own data."""
    return default_data_file().parent / PRACTICE_NAME


def refuse_shared_place(path: Path) -> None:
    """Raise `AppError` when a database at `path` could be damaged by its surroundings.

    SQLite over a network share, or under a program that copies open files, loses rows.
    """
    reason = shared_place_reason(path)
    if reason:
        raise AppError(
            f"Không thể để tệp dữ liệu tại {path}: {reason}.",
            "Hãy chọn một thư mục trên ổ đĩa của máy này, ví dụ ổ C hoặc D, "
            "rồi gửi bản sao lưu cho người khác khi cần.",
        )


def may_write(path: Path) -> bool:
    """Whether the system lets this account change the file at `path` and its folder."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def unwritable(folder: Path) -> AppError:
    """Nothing can be written into `folder`."""
    home = portable_home()
    if home is not None and folder.is_relative_to(home.parent):
        return AppError(
            f"Chương trình đang chạy từ USB, nhưng không ghi được vào thư mục {folder}.",
            "Hãy gạt khóa chống ghi của USB, hoặc chép cả thư mục chương trình sang ổ khác "
            "rồi mở lại.",
        )
    return AppError(
        f"Không ghi được vào thư mục {folder}.",
        "Hãy chọn thư mục khác mà tài khoản này được phép ghi.",
    )


def shared_place_reason(path: Path, environ: Mapping[str, str] = os.environ) -> str:
    """Why `path` is no place for a database, in words; "" when it is a good place."""
    resolved = path.resolve()
    if is_network_path(str(path)) or is_network_path(str(resolved)):
        return "đây là thư mục dùng chung trên mạng, tệp dễ bị hỏng khi mất kết nối"
    service = sync_service(resolved, environ)
    if service:
        return f"thư mục này đang được {service} đồng bộ, tệp đang mở dễ bị hỏng"
    return ""


def sync_service(path: Path, environ: Mapping[str, str]) -> str:
    """The synchronising service whose folder holds `path`, or ""."""
    for variable in SYNC_VARIABLES:
        root = environ.get(variable)
        if root and path.is_relative_to(root):
            return "OneDrive"
    return service_of(path.parent)


def is_network_path(path: str) -> bool:
    """Whether `path` lies on a share: a UNC path, a mapped drive or a network mount."""
    if path.startswith(("\\\\", "//")) and not path.startswith(("\\\\?\\", "\\\\.\\")):
        return True
    if path.upper().startswith("\\\\?\\UNC\\"):
        return True
    if sys.platform == "win32":
        drive = PureWindowsPath(path).drive
        return bool(drive) and drive_type(drive + "\\") == REMOTE
    kind = mount_type(path, mount_table())
    return kind in NETWORK_FILE_SYSTEMS or (kind.startswith("fuse.") and kind not in LOCAL_FUSE)
