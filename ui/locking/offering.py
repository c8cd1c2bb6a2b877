"""Ctrl+L without a password: what locking would mean, and the way to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.start.choice import ChoiceDialog, Way

TITLE = "Chưa khóa được vì tệp chưa có mật khẩu"
TELLS = (
    "Khóa màn hình che toàn bộ dữ liệu và đóng tệp đã mã hóa; chỉ mở lại được bằng mật khẩu của "
    "tệp.",
    "Tệp này chưa có mật khẩu: ai ngồi vào máy cũng đọc được. Rời máy, có thể khóa cả máy tính "
    "bằng phím Windows+L.",
)


def offer_password(parent: QWidget, deed: Callable[[], object] | None) -> None:
    """Offer to set one by `deed`; where nothing can be written there is none to offer."""
    leave = Way("Để sau", "lockLater")
    ways = (Way("Đặt mật khẩu…", "lockSet", deed, primary=True), leave) if deed else (leave,)
    ChoiceDialog(TITLE, TELLS, ways, parent).open()
