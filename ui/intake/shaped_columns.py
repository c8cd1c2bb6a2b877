"""The columns of the preview of what was read."""

from __future__ import annotations

from dataclasses import dataclass

from models.intake.shape.records import SourceRow
from models.records import STAFF_TYPE_NAMES
from models.text.formats import partial_date, short_date
from models.text.phones import display_phone
from ui.table.column import A_DAY, A_PHONE, Column, Kind


@dataclass(frozen=True, slots=True)
class ShapedRow:
    """One person as read, with the line of the preview."""

    id: int
    row: SourceRow


def _phone(shaped: ShapedRow) -> str:
    phone = shaped.row.phone
    return display_phone(phone.number) or phone.raw


def _mark(said: bool | None, day: object) -> str:
    if said is False:
        return ""
    if day:
        return f"✓ {short_date(day)}"  # type: ignore[arg-type]
    return "✓" if said else ""


def _problems(shaped: ShapedRow) -> str:
    return "; ".join(problem.reason for problem in shaped.row.problems)


SHAPED_COLUMNS: tuple[Column[ShapedRow], ...] = (
    Column("row", "Dòng", 6, lambda s: str(s.row.row), Kind.QUIET),
    Column("name", "Họ và tên", 22, lambda s: s.row.name, Kind.STRONG),
    Column("phone", "Điện thoại", 15, _phone, never_cut=A_PHONE),
    Column("unit", "Đơn vị", 26, lambda s: s.row.unit),
    Column("position", "Chức vụ", 18, lambda s: s.row.position),
    Column(
        "staff_type",
        "Loại",
        14,
        lambda s: STAFF_TYPE_NAMES[s.row.staff_type] if s.row.staff_type else "",
    ),
    Column("birth", "Ngày sinh", 12, lambda s: partial_date(s.row.birth), never_cut=A_DAY),
    Column(
        "registered",
        "Đăng ký",
        12,
        lambda s: _mark(s.row.registered, s.row.registered_on),
        never_cut=A_DAY,
    ),
    Column(
        "completed",
        "Hoàn thành",
        12,
        lambda s: _mark(s.row.completed, s.row.completed_on),
        never_cut=A_DAY,
    ),
    Column("note", "Ghi chú", 16, lambda s: s.row.note),
    Column("problems", "Cần lưu ý", 30, _problems, Kind.WARNING, tooltip=_problems),
)
