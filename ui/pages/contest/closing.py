"""Closing the contest is asked about, with what becomes of it and what is held of people."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.figures.closing import Held
from models.records import Contest
from models.text.formats import number
from ui.people.question import Question


class CloseQuestion(Question):
    """`accepted` means that the contest shall be closed today."""

    def __init__(self, contest: Contest, held: Held, parent: QWidget) -> None:
        title = f"Đóng cuộc thi {contest.short_name}?"
        super().__init__(title, closing_words(held), "Đóng cuộc thi", parent)


def closing_words(held: Held) -> str:
    """What closing does, and how much personal data stays in the file."""
    told = (
        "Số liệu đến hết hôm nay được chốt cùng danh sách người, không ai sửa được nữa. Từ đó "
        "không đánh dấu, đối soát hay sửa cuộc thi này; khi cần thì mở lại."
    )
    return f"{told}\n\n{held_words(held)}"


def held_words(held: Held) -> str:
    """ "Tệp đang giữ dữ liệu cá nhân của 532 người; 24 người có dấu trong cuộc thi này …"."""
    words = (
        f"Tệp đang giữ dữ liệu cá nhân của {number(held.people)} người; {number(held.marked)} "
        "người có kết quả trong cuộc thi này"
    )
    exempt = f", {number(held.exempt)} người có lý do không tham gia" if held.exempt else ""
    return f"{words}{exempt}. Đóng cuộc thi không xóa dữ liệu nào; đóng rồi thì chọn xóa được."
