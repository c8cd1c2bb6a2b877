"""The columns of a person: their titles, and how a value is written wherever people read it.

On the screen, in the cells of the roster, in plans and what they left out, in Excel and on paper.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from models.records.kinds import GENDER_NAMES, STAFF_TYPE_NAMES, Gender, StaffType
from models.records.people import Person
from models.text.formats import partial_date, score_words, short_date
from models.text.phones import display_phone

PERSON_TITLES: dict[str, str] = {
    "name": "Họ và tên",
    "unit": "Đơn vị",
    "position": "Chức vụ",
    "phone": "Điện thoại",
    "registered_on": "Đăng ký",
    "failed_on": "Thi chưa đạt",
    "completed_on": "Hoàn thành",
    "score": "Điểm",
    "attempts": "Số lượt thi",
    "note": "Ghi chú",
    "second_posts": "Kiêm nhiệm",
    "staff_type": "Loại",
    "gender": "Giới tính",
    "birth": "Ngày sinh",
    "email": "Thư điện tử",
    "staff_code": "Mã cán bộ",
    "came_on": "Ngày vào",
    "left_on": "Ngày rời",
    "exempt_reason": "Không thuộc đối tượng",
}
DAY_TITLES: dict[str, str] = {
    "registered_on": "Ngày đăng ký",
    "failed_on": "Ngày thi chưa đạt",
    "completed_on": "Ngày hoàn thành",
}
"""The titles of marks where nothing but the day stands, and may be told from a yes beside it."""


def written_value(column: str, value: Any) -> str:
    """A value of a column as people read it, be it a record's, stored, or text of the database."""
    if value is None or value == "":
        return ""
    return _WRITTEN.get(column, str)(value)


def written_of(person: Person, column: str) -> str:
    """What stands in a column of a person; a phone that cannot be read stands as it was typed."""
    words = written_value(column, getattr(person, column))
    return words or (person.phone_raw if column == "phone" else "")


def _day(value: date | str) -> str:
    return partial_date(value) if isinstance(value, str) else short_date(value)


_WRITTEN: dict[str, Callable[[Any], str]] = {
    "phone": display_phone,
    "registered_on": _day,
    "failed_on": _day,
    "completed_on": _day,
    "came_on": _day,
    "left_on": _day,
    "birth": partial_date,
    "score": lambda value: score_words(float(value)),
    "gender": lambda value: GENDER_NAMES[Gender(value)],
    "staff_type": lambda value: STAFF_TYPE_NAMES[StaffType(value)],
}
