"""Copies of the data: why they were made, in codes that are kept with them and in words; and the
second place that they go to."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

USUAL_BOUND = 2_000_000_000
"""Bytes that all copies beside a file have at most, where nobody says otherwise."""


class CopyReason(StrEnum):
    """What a copy was made for; its value stands in the copy itself."""

    START = "start"
    INTERVAL = "interval"
    SAVED = "ctrl-s"
    EXIT = "exit"
    MANUAL = "manual"
    SECOND_PLACE = "second-place"
    UPGRADE = "upgrade"
    RESTORE = "restore"
    IMPORT = "before-import"
    RECONCILE = "before-reconcile"
    MARKS = "before-marks"
    UNDO = "before-undo"
    MERGE = "before-merge"
    PURGE = "before-purge"
    MEND = "before-mend"
    CONVERSION = "before-conversion"
    PACKING = "before-packing"
    HANDOVER = "before-handover"


_WORDS = {
    CopyReason.START: "khi mở tệp",
    CopyReason.INTERVAL: "định kỳ",
    CopyReason.SAVED: "khi lưu (Ctrl+S)",
    CopyReason.EXIT: "khi thoát",
    CopyReason.MANUAL: "sao lưu ngay",
    CopyReason.SECOND_PLACE: "nơi sao lưu thứ hai",
    CopyReason.UPGRADE: "trước khi nâng cấp",
    CopyReason.RESTORE: "trước khi khôi phục",
    CopyReason.IMPORT: "trước khi nhập danh sách",
    CopyReason.RECONCILE: "trước khi đối soát",
    CopyReason.MARKS: "trước khi thay đổi nhiều dòng",
    CopyReason.UNDO: "trước khi hoàn tác nhiều dòng",
    CopyReason.MERGE: "trước khi gộp hai người",
    CopyReason.PURGE: "trước khi xóa hẳn",
    CopyReason.MEND: "trước khi sửa dữ liệu hỏng",
    CopyReason.CONVERSION: "trước khi đổi mã hóa",
    CopyReason.PACKING: "trước khi thu gọn lịch sử",
    CopyReason.HANDOVER: "trước khi nhận bàn giao",
}


def reason_words(code: str) -> str:
    """Why a copy was made, for the officer; codes of newer programs and none are just copies."""
    try:
        return _WORDS[CopyReason(code)]
    except ValueError:
        return "không rõ lý do"


class SecondPlace(NamedTuple):
    """Where copies go besides. A stick is known again by `volume`; `inside` is the folder on it,
    `label` what the officer calls it."""

    folder: Path
    volume: str = ""
    inside: str = ""
    label: str = ""

    @property
    def words(self) -> str:
        """How it is called on the screen."""
        return f"{self.label} ({self.folder})" if self.label else str(self.folder)
