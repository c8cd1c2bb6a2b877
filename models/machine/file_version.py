"""The version that a Windows program carries in its resources."""

from __future__ import annotations

import sys
from pathlib import Path


def file_version(path: Path) -> str:
    """The file version of the program at `path`, as "1.2.0.0"; "" without one or off Windows."""
    if sys.platform != "win32":
        return ""
    import ctypes

    api = ctypes.windll.version
    size = api.GetFileVersionInfoSizeW(str(path), None)
    if not size:
        return ""
    block = ctypes.create_string_buffer(size)
    fixed, length = ctypes.c_void_p(), ctypes.c_uint()
    if not api.GetFileVersionInfoW(str(path), 0, size, block):
        return ""
    if not api.VerQueryValueW(block, "\\", ctypes.byref(fixed), ctypes.byref(length)):
        return ""
    return numbers_in(ctypes.string_at(fixed.value or 0, length.value))


def numbers_in(fixed: bytes) -> str:
    """The version in a VS_FIXEDFILEINFO (Windows SDK, verrsrc.h); "" when it is none."""
    words = [int.from_bytes(fixed[at : at + 4], "little") for at in range(0, 16, 4)]
    if len(fixed) < 16 or words[0] != 0xFEEF04BD:
        return ""
    return ".".join(str(part) for word in words[2:4] for part in (word >> 16, word & 0xFFFF))
