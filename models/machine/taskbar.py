"""The button of a window in the Windows task bar: how far work is, and that it is done."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Any, Protocol

_TASKBAR_LIST = "{56FDF344-FD6D-11D0-958A-006097C9A090}"
_TASKBAR_LIST_3 = "{EA1AFB91-9E28-4B86-90E9-9E9F8A5EEFAF}"
_IN_PROCESS = 1
_INIT, _SET_VALUE, _SET_STATE = 3, 9, 10
"""Places in the table of functions of `ITaskbarList3`."""
_NOTHING, _RUNNING, _FAR = 0, 1, 2
_UNTIL_IN_FRONT = 2 | 12
"""Flash the button until somebody comes (`FLASHW_TRAY | FLASHW_TIMERNOFG`)."""


class TaskbarButton(Protocol):
    """What can be shown there; on other systems nothing is."""

    def show(self, done: int, of: int) -> None:
        """So far is the work; `of` 0 when nobody knows."""

    def clear(self) -> None:
        """No work is being done."""

    def flash(self) -> None:
        """Something has ended while the officer was elsewhere."""


def taskbar_button(window: int) -> TaskbarButton | None:
    """The button of the window with this handle; None where there is none, or it does not answer.

    Called in the thread of the window.
    """
    if sys.platform == "win32":
        with suppress(OSError):
            return _WindowsButton(window)
    return None


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _FlashInfo(ctypes.Structure):
        _fields_ = (
            ("size", wintypes.UINT),
            ("window", wintypes.HWND),
            ("flags", wintypes.DWORD),
            ("count", wintypes.UINT),
            ("timeout", wintypes.DWORD),
        )

    class _WindowsButton:
        def __init__(self, window: int) -> None:
            ole = ctypes.oledll.ole32
            ids = [(ctypes.c_byte * 16)() for _ in range(2)]
            for text, place in zip((_TASKBAR_LIST, _TASKBAR_LIST_3), ids, strict=True):
                ole.CLSIDFromString(ctypes.c_wchar_p(text), ctypes.byref(place))
            self._list = ctypes.c_void_p()
            kind, wanted = ids
            ole.CoCreateInstance(
                ctypes.byref(kind),
                None,
                _IN_PROCESS,
                ctypes.byref(wanted),
                ctypes.byref(self._list),
            )
            self._window = window
            self._call(_INIT)

        def _call(self, place: int, *words: Any) -> None:
            table = ctypes.cast(self._list, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))
            kinds = [type(word) for word in words]
            made = ctypes.WINFUNCTYPE(ctypes.HRESULT, ctypes.c_void_p, *kinds)
            made(table.contents[place])(self._list, *words)

        def show(self, done: int, of: int) -> None:
            window = wintypes.HWND(self._window)
            self._call(_SET_STATE, window, ctypes.c_int(_FAR if of else _RUNNING))
            if of:
                far = ctypes.c_ulonglong(done), ctypes.c_ulonglong(of)
                self._call(_SET_VALUE, window, *far)

        def clear(self) -> None:
            self._call(_SET_STATE, wintypes.HWND(self._window), ctypes.c_int(_NOTHING))

        def flash(self) -> None:
            info = _FlashInfo(
                ctypes.sizeof(_FlashInfo), wintypes.HWND(self._window), _UNTIL_IN_FRONT, 0, 0
            )
            ctypes.windll.user32.FlashWindowEx(ctypes.byref(info))
