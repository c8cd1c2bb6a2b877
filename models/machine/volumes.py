"""What a folder lies on: by which mark a stick is known again, and which disk would take it along.

A stick has another letter on every machine and each time; its serial number stays.
"""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from models.machine.drives import carried_drives, drive_label, mount_table

_DISK_NUMBER = 0x2D1080
_SHARED_ACCESS, _OPEN_EXISTING = 3, 3
_NO_HANDLE = (1 << 8 * ctypes.sizeof(ctypes.c_void_p)) - 1


class Volume(NamedTuple):
    """A file system. `id` knows it again, `disk` is the device that it is a part of; each is ""
    where the system does not tell. `root` is where it begins now, `label` its name."""

    root: Path
    id: str = ""
    label: str = ""
    disk: str = ""


def volume_of(path: Path) -> Volume:
    """What the folder or file at `path` lies on. Raises `OSError` when it is not there."""
    there = path.resolve(strict=True)
    return _windows_volume(there) if sys.platform == "win32" else _mounted_volume(there)


def plugged_volume(volume_id: str) -> Volume | None:
    """The stick or disk of this mark, if it is plugged in now, wherever it appears."""
    for root in carried_drives() if volume_id else ():
        with suppress(OSError):
            found = volume_of(root)
            if found.id == volume_id:
                return found
    return None


def on_one_disk(one: Volume, other: Volume) -> bool:
    """Whether both are lost together with one device, as far as the system tells."""
    if one.disk and other.disk:
        return one.disk == other.disk
    return one.root == other.root or (bool(one.id) and one.id == other.id)


def _mounted_volume(path: Path) -> Volume:
    root = path
    while not os.path.ismount(root) and root != root.parent:
        root = root.parent
    device = path.stat().st_dev
    label = _named_device("by-label", device) or _mount_name(root)
    return Volume(root, _named_device("by-uuid", device), label, _disk_of(device))


def _named_device(way: str, device: int) -> str:
    """What udev calls a block device; "" for what is none."""
    folder = Path("/dev/disk") / way
    with suppress(OSError):
        for each in sorted(folder.iterdir()):
            with suppress(OSError):
                if each.stat().st_rdev == device:
                    return each.name.replace("\\x20", " ")
    return ""


def _mount_name(root: Path) -> str:
    """Desktops mount a stick under its name."""
    return root.name if str(root) in mount_table() else ""


def _disk_of(device: int) -> str:
    """The device that a partition is a part of; what is no block device is one of its own."""
    number = f"{os.major(device)}:{os.minor(device)}"
    with suppress(OSError):
        block = Path(f"/sys/dev/block/{number}").resolve(strict=True)
        return (block.parent if (block / "partition").exists() else block).name
    return number


def _windows_volume(path: Path) -> Volume:
    if sys.platform != "win32":
        raise OSError("no Windows")
    kernel = ctypes.windll.kernel32
    root = ctypes.create_unicode_buffer(1024)
    if not kernel.GetVolumePathNameW(str(path), root, len(root)):
        raise ctypes.WinError()
    serial = ctypes.c_uint32()
    told = kernel.GetVolumeInformationW(root, None, 0, ctypes.byref(serial), None, None, None, 0)
    number = f"{serial.value:08X}" if told and serial.value else ""
    return Volume(Path(root.value), number, drive_label(root.value), _windows_disk(root.value))


def _windows_disk(root: str) -> str:
    """The number of the device under a drive ("E:\\\\"); asking for it needs no right."""
    if sys.platform != "win32":
        return ""
    kernel = ctypes.WinDLL("kernel32")
    kernel.CreateFileW.restype = ctypes.c_void_p
    name = "\\\\.\\" + root.rstrip("\\")
    handle = kernel.CreateFileW(name, 0, _SHARED_ACCESS, None, _OPEN_EXISTING, 0, None)
    if handle in (None, _NO_HANDLE):
        return ""
    try:
        found, size = (ctypes.c_uint32 * 3)(), ctypes.c_uint32()
        told = kernel.DeviceIoControl(
            ctypes.c_void_p(handle), _DISK_NUMBER, None, 0,
            ctypes.byref(found), ctypes.sizeof(found), ctypes.byref(size), None,
        )  # fmt: skip
        return f"{found[0]}-{found[1]}" if told else ""
    finally:
        kernel.CloseHandle(ctypes.c_void_p(handle))
