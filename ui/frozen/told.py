"""What is said of figures that were frozen: whether they are what they were, and still hold."""

from __future__ import annotations

from models.contests.mark_names import MarkNames
from models.records import Mark
from models.records.comparing import Recheck
from models.text.formats import number

SAME = "Theo dữ liệu hiện nay, số liệu của thời điểm này vẫn đúng như đã báo cáo."
NOT_WHOLE = "Số liệu này không còn khớp với mã đã chốt: tệp dữ liệu đã bị sửa ngoài chương trình."
NAMELESS = (
    "Danh sách người đứng sau đã được xóa theo quy định về dữ liệu cá nhân; số liệu và mã số liệu "
    "vẫn đúng như đã báo cáo."
)


def recheck_told(found: Recheck, names: MarkNames) -> str:
    """What of a report is told otherwise now, in counts; the names stand below."""
    if not found.report.whole:
        return NOT_WHOLE
    if found.report.nameless:
        return NAMELESS
    if not found.differs:
        return SAME
    before, now = found.report.figures, found.now
    marks = {
        Mark.REGISTERED: (before.registered, now.registered),
        Mark.COMPLETED: (before.completed, now.completed),
    }
    counts = [("tổng số", before.total, now.total)]
    counts += [(names.deed(mark), *marks[mark]) for mark in names.counted]
    parts = [
        f"{words} {number(was)} → {number(is_now)}"
        for words, was, is_now in counts
        if was != is_now
    ]
    counted = f" ({', '.join(parts)})" if parts else " (tổng số không đổi)"
    people = number(len(found.people))
    return f"Theo dữ liệu hiện nay, thời điểm này khác với báo cáo ở {people} người{counted}:"
