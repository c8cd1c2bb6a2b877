"""The circles of people that lists are made of."""

from __future__ import annotations

from enum import StrEnum


class Circle(StrEnum):
    """Who stands in a list. `ANYBODY` may be staff as well as others."""

    STAFF = "staff"
    ANYBODY = "anybody"
    PUPILS = "pupils"
    CHILDREN = "children"
    RELATIVES = "relatives"
    HOUSEHOLDS = "households"
    BENEFICIARIES = "beneficiaries"
    RESIDENTS = "residents"
    DEALINGS = "dealings"


OURS = frozenset({Circle.STAFF, Circle.ANYBODY})

CALLED: dict[Circle, str] = {
    Circle.PUPILS: "danh sách học sinh, trẻ em",
    Circle.CHILDREN: "danh sách con, cháu",
    Circle.RELATIVES: "danh sách người thân",
    Circle.HOUSEHOLDS: "danh sách hộ dân, chủ hộ",
    Circle.BENEFICIARIES: "danh sách người hưởng chính sách",
    Circle.RESIDENTS: "danh sách người dân, hội viên",
    Circle.DEALINGS: "bảng giao việc hoặc giao nhận",
}
