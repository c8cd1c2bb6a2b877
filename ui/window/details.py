"""What "Sao chép chi tiết" copies of a problem: what, where, which version; nobody's data."""

from __future__ import annotations

import sys
from pathlib import PurePath

from PySide6.QtCore import qVersion

from models.version import PRODUCT_NAME, VERSION
from ui.notice import Notice, Tone

COPY_DETAILS = "Sao chép chi tiết"


def support_line() -> str:
    """The program and what it runs on, in one line."""
    import platform

    return f"{PRODUCT_NAME} {VERSION} · Qt {qVersion()} · {platform.platform()}"


def problem_details(notice: Notice, where: str) -> str:
    """The details of a problem that came up at `where`; a bug brings its own.

    The sentence itself stays out: it may name somebody.
    """
    if notice.tone is Tone.BUG:
        return notice.details
    return "\n".join(filter(None, (support_line(), where, f"Lỗi: {notice.details}")))


def whence() -> str:
    """The line of ours that told of a problem, outside of the module that asks."""
    frame = sys._getframe(1)
    # In the frozen program this is not the `__file__` of that module.
    asking = frame.f_code.co_filename
    while frame.f_back is not None and frame.f_code.co_filename == asking:
        frame = frame.f_back
    return f"{PurePath(frame.f_code.co_filename).name}:{frame.f_lineno} {frame.f_code.co_name}"
