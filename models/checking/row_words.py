"""What a row and a column are called, for whoever is told where something is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from models.checking.sight import Sight
from models.records.person_columns import DAY_TITLES, PERSON_TITLES, written_value
from models.store.unreadable import table_words

_COLUMNS: Mapping[str, str] = {
    "registered_minute": "giờ đăng ký",
    "failed_minute": "giờ thi chưa đạt",
    "completed_minute": "giờ hoàn thành",
    "account": "tài khoản",
    "platform_unit": "đơn vị trên nền tảng",
    "person_id": "người",
    "unit_id": "đơn vị",
    "contest_id": "cuộc thi",
    "parent_id": "đơn vị cấp trên",
    "stage": "chặng",
    "reason": "lý do",
    "left_reason": "lý do rời danh sách",
    "since": "từ ngày",
    "until": "đến ngày",
    "proof": "căn cứ",
    "phone_raw": "điện thoại đã nhập",
    "uid": "mã nhận diện",
    "name_key": "khóa tìm kiếm",
    "name_search": "khóa tìm kiếm",
    "name_sort": "khóa sắp xếp",
    "alias": "tên gọi khác",
    "alias_key": "khóa tìm kiếm",
    "short_name": "tên gọi tắt",
    "target": "chỉ tiêu",
    "current": "đang dùng",
    "closed_on": "ngày đóng",
    "purged_on": "ngày xóa dữ liệu",
    "pass_mark": "điểm đạt",
    "starts_on": "ngày bắt đầu",
    "ends_on": "ngày kết thúc",
    "internal_ends_on": "hạn của xã",
    "number": "số",
    "title": "tên",
    "text": "nội dung",
    "value": "giá trị",
    "at": "thời gian",
    "who": "người thực hiện",
    "file_name": "tên tệp",
    "symbol": "số, ký hiệu",
    "subject": "trích yếu",
    "issued_on": "ngày ban hành",
    "received_on": "ngày đến",
    "due_on": "hạn",
    "figures": "số liệu",
    "names": "danh sách tên",
    "figures_hash": "mã kiểm tra",
    "day": "ngày",
    "total": "tổng số",
    "registered": "số đăng ký",
    "completed": "số hoàn thành",
    "kind": "loại",
    "position": "chức vụ, thứ tự",
}
_NAMED_BY = ("name", "short_name", "title", "what", "alias", "symbol", "file_name")
_LONGEST = 40
_EMPTY = "trống"


def column_words(column: str) -> str:
    """What the officer calls a column: "số, ký hiệu"."""
    known = _COLUMNS.get(column) or DAY_TITLES.get(column) or PERSON_TITLES.get(column)
    return f"{known[0].lower()}{known[1:]}" if known else f"cột {column}"


def told_value(column: str, value: Any) -> str:
    """A value as it is told: "08/06/2026", "trống"."""
    if value is None or value == "":
        return _EMPTY
    try:
        told = written_value(column, value) if isinstance(value, str | date) else str(value)
    except (ValueError, TypeError, KeyError):
        told = str(value)
    told = told.encode("utf-8", "replace").decode()
    return f"“{told if len(told) <= _LONGEST else told[:_LONGEST] + '…'}”"


def row_words(look: Sight, table: str, row_id: int, row: Mapping[str, Any]) -> str:
    """Where a row stands: "đăng ký, hoàn thành: Nguyễn Văn An, Trường A (người số 12); …"."""
    if table == "people":
        return (
            look.person(row_id) if look.knows(row_id) else f"{row.get('name')} (người số {row_id})"
        )
    parts = []
    if isinstance(row.get("person_id"), int):
        parts.append(look.person(row["person_id"]))
    if isinstance(row.get("unit_id"), int):
        parts.append(look.unit(row["unit_id"]))
    if isinstance(row.get("contest_id"), int):
        parts.append(look.contest(row["contest_id"], row.get("stage")))
    named = next((str(row[name]) for name in _NAMED_BY if row.get(name)), "")
    own = f"{table_words(table)}{f' {named}' if named else ''} (dòng {row_id})"
    return "; ".join([own, *parts])
