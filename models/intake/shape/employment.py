"""Words about somebody's employment: an exemption, a leaving or a staff type, never a mark."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from models.intake.grid import Cell
from models.intake.shape.cells import folded_cell, read_staff_type
from models.records import StaffType
from models.text.dates import parse_date


class WorkStanding(StrEnum):
    """What words about employment come to."""

    EXEMPT = "exempt"
    LEAVES = "leaves"
    STAFF_TYPE = "staff_type"


class Employment(NamedTuple):
    """What a cell says of somebody's employment, with the days that it names."""

    standing: WorkStanding
    reason: str
    text: str
    since: date | None = None
    until: date | None = None
    staff_type: StaffType | None = None

    @property
    def takes_away(self) -> bool:
        """Whether the person does not work, for a time or for good."""
        return self.standing is not WorkStanding.STAFF_TYPE


_BEFORE = (
    r"(?:(?:hien|dang|da|duoc|xin|co|di|ve|vua|moi|cho|tam|dien|truong hop|thoi gian|qd|quyet dinh"
    r"|theo|trong|gv|giao vien|can bo|cong chuc|vien chuc|nguoi) )*"
)
_KINDS: tuple[tuple[WorkStanding, str, str], ...] = (
    (
        WorkStanding.EXEMPT,
        "Nghỉ thai sản",
        r"(?:nghi )?(?:che do )?(?:thai san|ho san|sinh con|duong thai|sinh em be|nghi de)"
        r"|(?:nghi )?nuoi con nho",
    ),
    (
        WorkStanding.EXEMPT,
        "Nghỉ ốm dài ngày",
        r"nghi (?:om|benh|dieu tri|chua benh|duong suc)|om dai ngay|dieu tri(?: benh| dai ngay| noi"
        r" tru)?|nam vien|chua benh|dau om dai ngay",
    ),
    (
        WorkStanding.EXEMPT,
        "Biệt phái, đi học dài hạn",
        r"biet phai|(?:di )?hoc (?:dai han|tap trung|nuoc ngoai|o nuoc ngoai|thac si|cao hoc"
        r"|nghien cuu sinh)|di hoc|nghien cuu sinh|tu nghiep|cong tac nuoc ngoai",
    ),
    (
        WorkStanding.EXEMPT,
        "Nghỉ không lương",
        r"nghi (?:viec rieng )?khong (?:huong |co )?luong|nghi viec rieng|nghi phep dai ngay",
    ),
    (WorkStanding.EXEMPT, "Nghỉ chờ hưu", r"nghi cho huu|cho (?:nghi )?huu|nghi truoc khi huu"),
    (
        WorkStanding.EXEMPT,
        "Tạm đình chỉ công tác",
        r"(?:bi )?(?:tam )?dinh chi(?: cong tac| cong viec)?|tam giam",
    ),
    (
        WorkStanding.EXEMPT,
        "Thực hiện nghĩa vụ quân sự",
        r"(?:thuc hien )?(?:nghia vu quan su|nvqs|nhap ngu|bo doi)",
    ),
    (
        WorkStanding.LEAVES,
        "Nghỉ hưu",
        r"(?:nghi )?(?:che do )?(?:huu tri|huu|ve huu)(?: truoc tuoi| som)?|nghi che do huu",
    ),
    (
        WorkStanding.LEAVES,
        "Thôi việc, chấm dứt hợp đồng",
        r"nghi (?:viec|han|lam|cong tac)|thoi (?:viec|lam|cong tac)|bo viec|buoc thoi viec"
        r"|bi sa thai|sa thai|tinh gian(?: bien che)?|nghi (?:theo )?(?:nd|nghi dinh) ?\d+"
        r"|(?:het|cham dut|thanh ly|ket thuc|khong ky tiep) (?:hop dong|hd|hdld)(?: lao dong)?",
    ),
    (
        WorkStanding.LEAVES,
        "Chuyển công tác",
        r"chuyen (?:cong tac|don vi|di|sang|truong|vung|ve)|thuyen chuyen|dieu dong|luan chuyen"
        r"|dieu chuyen",
    ),
    (WorkStanding.LEAVES, "Từ trần", r"tu tran|qua doi|tu vong|(?:mat|chet)(?= ngay| \d|$)"),
)
_PATTERNS = tuple(
    (standing, reason, re.compile(rf"{_BEFORE}(?:{words})\b")) for standing, reason, words in _KINDS
)
_CONTRACT = re.compile(rf"{_BEFORE}(?:hop dong|hd|hdld|thu viec)\b")
_NOT_SO = re.compile(
    r"\b(?:chua|sap|khong phai|khong con|het (?:thoi gian |che do )?(?:nghi|thai san|om|biet phai)"
    r"|di lam lai|da di lam|tro lai|quay lai|du kien|chuan bi|thay(?: the| cho)?|tu cho"
    r"|chuyen (?:cong tac )?(?:den|toi|ve day)(?! (?:ngay |thang )?\d)|moi (?:chuyen|ve|den|nhan)"
    r"|tiep nhan|nhan cong tac|gia han|vo|chong|me)\b"
)
_AT_WORK = re.compile(
    rf"{_BEFORE}(?:cong tac|lam viec|binh thuong|di lam|con lam|tai chuc|duong chuc|bien che"
    r"|on dinh|giang day|day|truc|nghi|phep|con cong tac|tap su|hop dong|huu)\b"
)
_STILL_AT_WORK = (["dang", "cong"], ["dang", "lam"], ["duong", "chuc"], ["tai", "chuc"])
_CLAUSES = re.compile(r"[;()\[\]\n]|,(?!\d)|\.(?!\d)|\s[-–]\s(?!\d)")
_DAY = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{4}"
_SINCE = re.compile(rf"(?:từ|tu|kể từ|bắt đầu|since)\s*(?:ngày|ngay|tháng|thang)?\s*({_DAY})", re.I)
_UNTIL = re.compile(
    rf"(?:đến|den|tới|toi|hết|het|[-–→>]|until)\s*(?:hết|het)?\s*(?:ngày|ngay|tháng|thang)?"
    rf"\s*({_DAY})",
    re.I,
)
_ALONE = re.compile(rf"(?<![\d/.-])({_DAY})(?![\d/])")
_MONTH = re.compile(r"(\d{1,2})[/.-](\d{4})")


@lru_cache(4096)
def employment_of(text: str, today: date) -> Employment | None:
    """What a text says of somebody's employment; None where it says nothing, or too little."""
    for clause in _CLAUSES.split(text):
        key = folded_cell(clause)
        if not key or _NOT_SO.search(key):
            continue
        for standing, reason, pattern in _PATTERNS:
            if pattern.match(key):
                return _made(standing, reason, text, today)
        kind = read_staff_type(clause)
        if kind or _CONTRACT.match(key):
            found = _made(WorkStanding.STAFF_TYPE, "", text, today)
            return found._replace(staff_type=kind or StaffType.WORKER)
    return None


def is_about_work(text: str) -> bool:
    """Whether a text begins by saying that people are at work, away for a time, or gone."""
    keys = [folded_cell(clause) for clause in _CLAUSES.split(text)]
    away = any(pattern.match(key) for key in keys for _, _, pattern in _PATTERNS)
    return away or any(key.split(" ")[:2] in _STILL_AT_WORK for key in keys)


def tells_of_work(cell: Cell, today: date) -> bool:
    """Whether a cell speaks of somebody's employment, be it that they are at work as ever."""
    if not isinstance(cell, str):
        return False
    clauses = map(folded_cell, _CLAUSES.split(cell))
    return employment_of(cell, today) is not None or any(map(_AT_WORK.match, clauses))


def _made(standing: WorkStanding, reason: str, text: str, today: date) -> Employment:
    since, until = _day(_SINCE, text, today), _day(_UNTIL, text, today, last=True)
    days = _ALONE.findall(text)
    if since is None and len(days) == (1 if until is None else 2):
        since = _day(_ALONE, text, today)
    return Employment(standing, reason, " ".join(text.split()), since, until)


def _day(pattern: re.Pattern[str], text: str, today: date, *, last: bool = False) -> date | None:
    """The day that a pattern finds; of a month alone its first day, or its last."""
    found = pattern.search(text)
    if found is None:
        return None
    if month := _MONTH.fullmatch(found[1]):
        at, year = int(month[1]), int(month[2])
        if not (1 <= at <= 12 and 1900 <= year <= 2100):
            return None
        return date(year, at, monthrange(year, at)[1] if last else 1)
    return parse_date(found[1], today).day
