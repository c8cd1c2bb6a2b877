"""The words of a reconciliation as closed lists, with their Vietnamese names."""

from __future__ import annotations

from enum import StrEnum


class Box(StrEnum):
    """Where an account of the file or a person of the roster goes."""

    MATCHED = "matched"
    WRONG_UNIT = "wrong_unit"
    NOT_ON_ROSTER = "not_on_roster"
    NOT_REGISTERED = "not_registered"
    UNCERTAIN = "uncertain"
    REGRESSED = "regressed"


BOX_NAMES: dict[Box, str] = {
    Box.MATCHED: "Khớp",
    Box.WRONG_UNIT: "Sai đơn vị",
    Box.NOT_ON_ROSTER: "Có trên nền tảng, chưa có trong danh sách",
    Box.NOT_REGISTERED: "Chưa đăng ký",
    Box.UNCERTAIN: "Cần xem",
    Box.REGRESSED: "Mất so với lần trước",
}


OTHER_UNITS = "tệp không nói đến đơn vị này"
"""Why somebody is not found in a file of some units."""


class Who(StrEnum):
    """What the officer says of an account."""

    SAME = "same"
    NOT_THIS = "not_this"
    NOT_THEM = "not_them"
    NEW = "new"
