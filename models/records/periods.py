"""What is true of a person from one day to another, and the usual reasons for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

EXEMPT_REASONS = (
    "Nghỉ thai sản",
    "Nghỉ ốm dài ngày",
    "Cử đi học tập trung",
    "Biệt phái, đi học dài hạn",
    "Nghỉ không lương",
    "Nghỉ chờ hưu",
    "Nghỉ hưu",
    "Chuyển công tác",
    "Thành viên Ban Tổ chức, Ban Giám khảo, Tổ thư ký",
)
"""The rules of such contests leave the last one out; the rest is the staff office's practice."""

LEAVING_REASONS = (
    "Chuyển công tác",
    "Nghỉ hưu",
    "Thôi việc, chấm dứt hợp đồng",
    "Ghi nhầm vào danh sách",
    "Từ trần",
)


class PeriodKind(StrEnum):
    """What is true while a period lasts."""

    UNIT = "unit"
    AWAY = "away"
    EXEMPT = "exempt"


PERIOD_NAMES: dict[PeriodKind, str] = {
    PeriodKind.UNIT: "Đơn vị",
    PeriodKind.AWAY: "Rời danh sách",
    PeriodKind.EXEMPT: "Không thuộc đối tượng",
}


class Grounds(NamedTuple):
    """What else is known of an exemption: a note, and the paper that says so."""

    note: str = ""
    proof: str = ""


NO_GROUNDS = Grounds()


@dataclass(frozen=True, slots=True)
class Period:
    """`words` are the reason, or the name of the unit. Both days are included.

    Without a first day it has always been so, without a last one it still lasts. The unit and the
    leaving that still last stand with the person and have no id of their own: it is 0. Only
    exemptions have `grounds`.
    """

    kind: PeriodKind
    id: int
    person_id: int
    words: str
    since: date | None = None
    until: date | None = None
    grounds: Grounds = NO_GROUNDS
