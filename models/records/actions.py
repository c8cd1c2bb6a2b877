"""What is done with the data beside changing it, and one line of the log of all that was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ActionKind(StrEnum):
    """An act that changes no figure and is on record all the same."""

    LOOK = "look"
    WRONG_PASSWORD = "wrong-password"
    PASSWORD_SET = "password-set"
    PASSWORD_CHANGED = "password-changed"
    PASSWORD_REMOVED = "password-removed"
    RECOVERED = "recovered"
    RESTORED = "restored"
    SECOND_PLACE = "second-place"
    CHECKED = "checked"
    MENDED = "mended"
    PURGED = "purged"
    PACKAGE_MADE = "package-made"
    PACKAGE_OPENED = "package-opened"
    CITY_PACKAGE = "city-package"
    LOG_EXPORTED = "log-exported"
    PACKED = "pack"


ACTION_WORDS: dict[ActionKind, tuple[str, str]] = {
    ActionKind.LOOK: ("Xem tệp dữ liệu của nơi khác", "người"),
    ActionKind.WRONG_PASSWORD: ("Nhập sai mật khẩu", "lần"),
    ActionKind.PASSWORD_SET: ("Đặt mật khẩu", ""),
    ActionKind.PASSWORD_CHANGED: ("Đổi mật khẩu", ""),
    ActionKind.PASSWORD_REMOVED: ("Bỏ mật khẩu", ""),
    ActionKind.RECOVERED: ("Mở bằng mã khôi phục", ""),
    ActionKind.RESTORED: ("Khôi phục từ bản sao lưu", "người"),
    ActionKind.SECOND_PLACE: ("Sao lưu ra nơi thứ hai", "người"),
    ActionKind.CHECKED: ("Kiểm tra dữ liệu", "vấn đề"),
    ActionKind.MENDED: ("Sửa lỗi dữ liệu", "vấn đề"),
    ActionKind.PURGED: ("Xóa hẳn dữ liệu cá nhân", "người"),
    ActionKind.PACKAGE_MADE: ("Lập gói bàn giao", "người"),
    ActionKind.PACKAGE_OPENED: ("Mở gói bàn giao", "người"),
    ActionKind.CITY_PACKAGE: ("Lập gói gửi thành phố", "người"),
    ActionKind.LOG_EXPORTED: ("Xuất nhật ký hoạt động", "dòng"),
    ActionKind.PACKED: ("Thu gọn lịch sử cũ", "dòng"),
}
"""What each is called, and what is counted in it."""

CHANGE, EXPORT = "change", "export"
"""The kinds of lines that are no `ActionKind`: entries of the history, and what left."""


class ActionGroup(StrEnum):
    """What one asks the log for."""

    CHANGES = "changes"
    EXPORTS = "exports"
    ACCESS = "access"
    KEEPING = "keeping"


GROUP_NAMES: dict[ActionGroup, str] = {
    ActionGroup.CHANGES: "Thay đổi dữ liệu",
    ActionGroup.EXPORTS: "Xuất dữ liệu cá nhân",
    ActionGroup.ACCESS: "Mật khẩu, xem tệp nơi khác",
    ActionGroup.KEEPING: "Sao lưu, khôi phục, bàn giao, kiểm tra",
}
_ACCESS = frozenset({
    ActionKind.LOOK, ActionKind.WRONG_PASSWORD, ActionKind.PASSWORD_SET,
    ActionKind.PASSWORD_CHANGED, ActionKind.PASSWORD_REMOVED, ActionKind.RECOVERED,
})  # fmt: skip
GROUP_KINDS: dict[ActionGroup, frozenset[str]] = {
    ActionGroup.CHANGES: frozenset({CHANGE}),
    ActionGroup.EXPORTS: frozenset({EXPORT, ActionKind.LOG_EXPORTED, ActionKind.CITY_PACKAGE}),
    ActionGroup.ACCESS: _ACCESS,
    ActionGroup.KEEPING: frozenset(ActionKind)
    - _ACCESS
    - {ActionKind.LOG_EXPORTED, ActionKind.CITY_PACKAGE},
}


@dataclass(frozen=True, slots=True)
class LoggedAction:
    """A line of the log: when, who, what, how many of what, where to, why.

    `key` tells lines apart and keeps their order; `count` is -1 where nothing was counted. `entry`
    is the entry of the history that it is, for a change.
    """

    key: str
    at: datetime
    who: str
    kind: str
    what: str
    count: int
    counted: str
    place: str = ""
    why: str = ""
    entry: int | None = None
