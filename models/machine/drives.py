"""The drives of this machine: their kinds, and those on which somebody brings a file."""

from __future__ import annotations

import os
import string
import sys
from collections.abc import Callable
from pathlib import Path

REMOVABLE, FIXED, REMOTE, DISC = 2, 3, 4, 5
_STICKS = ("/media/", "/run/media/", "/mnt/")
_NO_BOXES = 1


def carried_drives() -> tuple[Path, ...]:
    """The roots of what may be a USB stick, an outer disk or a disc, with or without a medium."""
    if sys.platform == "win32":
        system = os.environ.get("SYSTEMDRIVE", "C:")
        return tuple(Path(root) for root in windows_sticks(_letters(), drive_type, system))
    return mounted_sticks(mount_table())


def windows_sticks(letters: int, kind_of: Callable[[str], int], system: str) -> tuple[str, ...]:
    """The roots among the drives whose bits are set in `letters`, sticks and discs first.

    Outer disks call themselves fixed like the inner ones, so only the system's own is left out.
    """
    roots = [
        f"{letter}:\\" for bit, letter in enumerate(string.ascii_uppercase) if letters >> bit & 1
    ]
    kinds = {root: kind_of(root) for root in roots}
    carried = [root for root in roots if kinds[root] in (REMOVABLE, DISC)]
    fixed = [root for root in roots if kinds[root] == FIXED]
    return tuple([*carried, *(root for root in fixed if root[:2] != system[:2].upper())])


def mounted_sticks(mounts: str) -> tuple[Path, ...]:
    """The mount points of sticks, by a table in the form of /proc/mounts."""
    fields = [line.split() for line in mounts.splitlines()]
    points = [each[1].replace("\\040", " ") for each in fields if len(each) > 2]
    return tuple(Path(point) for point in points if point.startswith(_STICKS))


def mount_type(path: str, mounts: str) -> str:
    """The file-system type of `path` by a table in the form of /proc/mounts."""
    best, best_type = "", ""
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ")
        inside = path == point or path.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, best_type = point, fields[2]
    return best_type


def mount_table() -> str:
    """What this machine has mounted, as /proc/mounts says it; "" on Windows."""
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def drive_type(root: str) -> int:
    """What Windows says of the drive `root` ("E:\\\\"); 0 on other systems."""
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(root))


def drive_label(root: str) -> str:
    """The name that the drive `root` bears in Explorer; "" without one or on other systems."""
    if sys.platform != "win32":
        return ""
    import ctypes

    name = ctypes.create_unicode_buffer(261)
    kernel = ctypes.windll.kernel32
    kernel.SetErrorMode(_NO_BOXES)
    found = kernel.GetVolumeInformationW(root, name, len(name), None, None, None, None, 0)
    return name.value if found else ""


def _letters() -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    # Else Windows asks for a medium when a card reader is empty.
    ctypes.windll.kernel32.SetErrorMode(_NO_BOXES)
    return int(ctypes.windll.kernel32.GetLogicalDrives())
