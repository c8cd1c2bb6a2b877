"""Which unit a whole list belongs to, as its title or the name of its sheet tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from models.intake.grid import Cell, Row
from models.intake.shape.furniture import is_title
from models.intake.shape.looks import looks_like_unit, looks_personal
from models.text.names import search_fold, storage_form

_ANNOUNCED = re.compile(
    r"^(?:tên )?(?:đơn vị|cơ quan|đơn vị công tác|đơn vị báo cáo|phòng ban)\s*:\s*(\S.*)$",
    re.IGNORECASE,
)
_BODY_OF_A_LETTERHEAD = re.compile(
    r"(?:truong (?:mam non|mn|tieu hoc|th|thcs|th va thcs|th thcs|mau giao|pho thong|trung hoc)"
    r"|tram y te|trung tam|cong an|ban chi huy quan su|ban chqs|phong |van phong |thon |to dan pho"
    r"|khoi |hoi (?!thi\b|thao\b|dien\b|khoe\b|nghi\b)|doan thanh nien"
    r"|ban xay dung dang|ban quan ly)"
)
_IN_A_TITLE = re.compile(
    r"trạm y tế.*|(?:trường (?:mầm non|mn|tiểu học|th|thcs|mẫu giáo|phổ thông|trung học)"
    r"|trung tâm|công an|phòng|văn phòng|thôn|tổ dân phố)\s+.+",
    re.IGNORECASE,
)
_AFTER_THE_NAME = re.compile(
    r"\s*(?:\(.*|[-–,;:]\s*(?:năm|tháng|quý|đợt|tham gia|đăng ký|dự thi).*"
    r"|\b(?:năm (?:học )?\d{4}|tham gia|đăng ký|dự thi|tính đến|đến ngày).*)$",
    re.IGNORECASE,
)
_SHORT_UNIT = re.compile(
    r"(?:vp|vhxh|vh ?- ?xh|kt|ktht(?:dt)?|qlda|tthcc|ttpvhcc|hcc|tyt|cax|ca|qs|bchqs|mttq|ubmttq|du"
    r"|hdnd|ubnd|ubkt|bxd|btg|btc|hnd|hpn|hccb|dtn|cd|mn|th|thcs|thpt|tdp|cong an|quan su|y te"
    r"|dang uy|dan van|tuyen giao|phu nu|nong dan|cuu chien binh|kinh te|van hoa|tu phap|dia chinh"
    r"|tai chinh|ke toan|hanh chinh|giao duc|noi vu|mat tran|lanh dao|doan the)(?:[\s._-]+.{1,30})?"
)
"""How sheets are called after a unit, in short."""

_NO_UNIT = re.compile(
    r"(?:sheet|trang tinh|trang|ds|danh sach|data|du lieu|bang|tong hop|bieu|mau|phu luc|list)?"
    r"[\s_\-.]*\d*"
)


def unit_of_titles(rows: Iterable[Sequence[Cell]]) -> str:
    """The unit named above the header, "" when the titles name none."""
    texts = [storage_form(cell) for row in rows for cell in row if isinstance(cell, str)]
    for text in texts:
        if unit := announced_unit(text):
            return unit
    for text in texts:
        if _BODY_OF_A_LETTERHEAD.match(search_fold(text)):
            return _AFTER_THE_NAME.sub("", text).strip()
    for text in texts:
        if search_fold(text).startswith("danh sach") and (found := _IN_A_TITLE.search(text)):
            return _AFTER_THE_NAME.sub("", found[0]).strip()
    return ""


def unit_above(rows: Sequence[Row], columns: range) -> str:
    """The unit of the table under `rows`, which end where its header begins.

    The titles right above it speak first: rows with numbers are people of a table before it.
    What stands over its own `columns` says more than what is written beside it.
    """
    data = [at for at, row in enumerate(rows) if _is_of_people(row)]
    near = rows[data[-1] + 1 :] if data else rows
    return _unit_over(near, columns) or (unit_of_titles(rows[: data[0]]) if data else "")


def _unit_over(rows: Sequence[Row], columns: range) -> str:
    own = [[row[at] for at in columns] for row in rows]
    if unit := unit_of_titles(own):
        return unit
    # A row that calls this table by another name says nothing of it elsewhere.
    others = [row for row, cells in zip(rows, own, strict=True) if not any(map(_is_name, cells))]
    return unit_of_titles(others)


def _is_of_people(row: Row) -> bool:
    filled = [cell for cell in row if cell is not None]
    return len(filled) > 2 and any(
        isinstance(cell, int | float) or looks_personal(cell) for cell in filled
    )


def _is_name(cell: Cell) -> bool:
    """Whether a cell over a table may name it; the national motto beside it does not."""
    return isinstance(cell, str) and bool(cell.strip()) and not is_title(cell)


def announced_unit(text: str) -> str:
    """The unit of a line such as "Đơn vị: Trạm Y tế", "" for other lines."""
    found = _ANNOUNCED.match(text)
    return found[1].strip(" .…") if found else ""


def unit_of_sheet(name: str) -> str:
    """The unit that a sheet is named after, "" for "Sheet1", "DS" and the like."""
    text = storage_form(name.replace("_", " "))
    key = search_fold(text)
    if _NO_UNIT.fullmatch(key):
        return ""
    return text if looks_like_unit(text) or _SHORT_UNIT.fullmatch(key) else ""
