"""What is said of copies: when they were tried, what is in them, what is the matter."""

from __future__ import annotations

from datetime import datetime

from models.errors import AppError
from models.records.kept_copies import SecondPlace, reason_words
from models.store.kept import UNKNOWN, CopyUnproven, KeptCopy
from models.text.formats import number, size_words
from ui.safekeeping.memory import Carried

FAILED = "Chưa sao lưu được"
DOUBTED = "Dữ liệu cần kiểm tra"
NEVER = "Chưa có bản sao lưu"


def copy_moment(at: datetime, now: datetime) -> str:
    """ "14:05", with the day when that was not today."""
    if at.date() == now.date():
        return f"{at:%H:%M}"
    return f"{at:%H:%M} ngày {at:%d/%m/%Y}"


def people_words(copy: KeptCopy) -> str:
    """How many people and files stand in a copy; "" where it does not tell."""
    if copy.people == UNKNOWN:
        return ""
    files = f", {number(copy.files)} tệp đính kèm" if copy.files > 0 else ""
    return f"{number(copy.people)} người{files}"


def problem_words(problem: AppError) -> str:
    """In a few words what is the matter."""
    return DOUBTED if isinstance(problem, CopyUnproven) else FAILED


def tried_words(copy: KeptCopy, now: datetime) -> str:
    """ "đã thử khôi phục 14:05, 532 người"."""
    if copy.proven_at is None:
        return f"bản sao lưu {copy_moment(copy.made_at, now)} chưa được thử khôi phục"
    return f"đã thử khôi phục {copy_moment(copy.proven_at, now)}, {people_words(copy)}"


def copy_line(copy: KeptCopy, now: datetime) -> str:
    """A copy in a list: when, why, what is in it, how large it is."""
    parts = (
        copy_moment(copy.made_at, now),
        reason_words(copy.reason),
        people_words(copy),
        size_words(copy.size),
    )
    return " · ".join(part for part in parts if part)


def bound_words(size: int) -> str:
    """A bound of bytes, in round numbers."""
    return f"{size // 10**9} GB" if size >= 10**9 else f"{size // 10**6} MB"


def second_place_words(
    place: SecondPlace | None, carried: Carried | None, now: datetime, *, is_there: bool
) -> str:
    """What there is to say of the second place."""
    if place is None:
        return "Nơi sao lưu thứ hai: chưa chọn. Hỏng hoặc mất máy này là mất cả các bản sao lưu."
    if carried is None:
        state = "chưa có bản nào ở đó"
    else:
        at = copy_moment(carried.verified_at, now)
        state = f"đã chép và đọc lại đúng {at}, {number(carried.people)} người"
    away = "" if is_there else " Hiện không thấy ổ đĩa này; cắm vào là tự sao lưu."
    return f"Nơi sao lưu thứ hai: {place.words}; {state}.{away}"
