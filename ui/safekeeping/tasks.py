"""What wants doing about the copies of the data, for the card Việc hôm nay."""

from __future__ import annotations

from datetime import datetime

from models.safekeeping.when import asking_due
from models.text.formats import number
from ui.pages.overview_tasks import TodayTask
from ui.safekeeping.keeper import Safety
from ui.safekeeping.words import problem_words

_TO_COPIES = ("data", "copies")


def copy_tasks(safety: Safety, now: datetime) -> list[TodayTask]:
    """That no copy can be made is urgent; the second place is asked for each week."""
    found = []
    if safety.problem is not None:
        words = f"{problem_words(safety.problem)}: {safety.problem.sentence}"
        found.append(TodayTask(words, "Sao lưu lại", "command", "backup", urgent=True))
    if not safety.bound:
        # Nobody has looked yet.
        return found
    verified = safety.carried.verified_at if safety.carried else None
    if safety.place is None:
        words = "Chưa chọn nơi sao lưu thứ hai (USB, ổ đĩa khác)"
        found.append(TodayTask(words, "Chọn nơi", *_TO_COPIES))
    elif asking_due(verified, now):
        since = f"đã {number((now - verified).days)} ngày" if verified else "chưa có bản nào"
        called = safety.place.label or str(safety.place.folder)
        words = f"Nơi sao lưu thứ hai ({called}) {since}: hãy cắm vào máy"
        found.append(TodayTask(words, "Xem", *_TO_COPIES))
    return found
