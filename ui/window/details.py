"""What "Sao chép chi tiết" copies of a problem: what, where, which version; nobody's data."""

from __future__ import annotations

from PySide6.QtCore import qVersion

from models.version import PRODUCT_NAME, VERSION
from ui.notice import Notice, Tone


def support_line() -> str:
    """The program and what it runs on, in one line."""
    import platform

    return f"{PRODUCT_NAME} {VERSION} · Qt {qVersion()} · {platform.platform()}"


def problem_details(notice: Notice, page: str) -> str:
    """The details of a problem that came up while `page` was open; a bug brings its own.

    The sentence itself stays out: it may name somebody.
    """
    if notice.tone is Tone.BUG:
        return notice.details
    lines = [support_line(), f"Trang: {page}" if page else "", f"Lỗi: {notice.details}"]
    return "\n".join(line for line in lines if line)
