"""What Windows tells a window of its session (locked, left, put to sleep), and the task bar.

`wants_lock` alone decides; the rest only asks Windows to tell, and does nothing elsewhere.
"""

from __future__ import annotations

import sys
from contextlib import suppress

SESSION_CHANGE, POWER = 0x02B1, 0x0218
"""WM_WTSSESSION_CHANGE, WM_POWERBROADCAST."""
_LEAVING = frozenset({0x2, 0x4, 0x6, 0x7})
"""WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK."""
_SUSPEND = 0x4
_THIS_SESSION = 0
_FORCE_ICON, _HAS_ICON = 7, 10


def wants_lock(message: int, what: int) -> bool:
    """Whether a message to the window (its number, its wParam) says that nobody is there now."""
    if message == SESSION_CHANGE:
        return what in _LEAVING
    return message == POWER and what == _SUSPEND


def watch_session(window: int) -> bool:
    """Ask Windows to tell the window with that handle of its session; whether it will."""
    if sys.platform != "win32":
        return False
    import ctypes

    with suppress(OSError, AttributeError):
        return bool(ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window, _THIS_SESSION))
    return False


def leave_session(window: int) -> None:
    """Tell it no more."""
    if sys.platform == "win32":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.windll.wtsapi32.WTSUnRegisterSessionNotification(window)


def hide_preview(window: int, hidden: bool) -> None:
    """The task bar shows the program's picture in the place of what the window looks like.

    Of a window that is minimised it would go on showing what was there before.
    """
    if sys.platform == "win32":
        import ctypes

        value = ctypes.c_int(int(hidden))
        with suppress(OSError, AttributeError):
            for attribute in (_FORCE_ICON, _HAS_ICON):
                ctypes.windll.dwmapi.DwmSetWindowAttribute(
                    window, attribute, ctypes.byref(value), ctypes.sizeof(value)
                )
