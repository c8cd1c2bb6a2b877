"""What the keyboard is set to."""

from __future__ import annotations

import sys

_CAPITAL = 0x14


def caps_lock() -> bool | None:
    """Whether Caps Lock is on; None where the system does not tell."""
    if sys.platform != "win32":
        return None
    import ctypes

    return bool(ctypes.windll.user32.GetKeyState(_CAPITAL) & 1)
