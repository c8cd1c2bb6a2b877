"""Whether a process of this machine still runs."""

from __future__ import annotations

import os
import sys

_QUERY_LIMITED, _STILL_ACTIVE = 0x1000, 259


def is_running(process: int) -> bool:
    """Whether a process with that number runs; True when the system does not say."""
    if process <= 0:
        return False
    if sys.platform == "win32":
        return _runs_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _runs_on_windows(process: int) -> bool:
    if sys.platform != "win32":
        return True
    import ctypes

    kernel = ctypes.windll.kernel32
    handle = kernel.OpenProcess(_QUERY_LIMITED, False, process)
    if not handle:
        return False
    code = ctypes.c_ulong()
    found = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return not found or code.value == _STILL_ACTIVE
