"""Which unit a whole list belongs to, as its title or the name of its sheet tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from models.intake.grid import Cell, GridRow
from models.intake.shape.furniture import group_name, is_title
from models.intake.shape.looks import looks_like_unit, looks_personal
from models.text.names import search_fold, storage_form

_ANNOUNCED = re.compile(
    r"^(?:tên )?(?:đơn vị|cơ quan|đơn vị công tác|đơn vị báo cáo|phòng ban)\s*:\s*(\S.*)$",
    re.IGNORECASE,
)
_BODY_OF_A_LETTERHEAD = re.compile(
    r"(?:truong (?:mam non|mn|tieu hoc|th|thcs|th va thcs|th thcs|mau giao|pho thong|trung hoc)"
    r"|tram y te|trung tam|cong an|ban chi huy quan su|ban chqs|phong |van phong|thon |to dan pho"
    r"|khoi |hoi |doan thanh nien|ban xay dung dang|ban quan ly|uy ban (?:mttq|mat tran|kiem tra))"
)
_NO_BODY = re.compile(
    r"(?:phong (?:gd|giao duc|chong|chay|ngua|hop)|hoi (?:nghi|thi|thao|dong|truong|dien|khoe)\b"
    r"|khoi (?:luong|thi dua)|van phong pham"
    r"|ban (?:chi dao|to chuc (?:cuoc|hoi)|giam khao|ra de|van dong|giam sat|kiem phieu|bau cu))"
)
"""What begins like a body and is none of the commune: an office above it, a meeting."""

_UNFINISHED = re.compile(
    r"(?:truong (?:mam non|mn|tieu hoc|th|thcs|th va thcs|mau giao|trung hoc co so)|tram y te"
    r"|uy ban (?:mttq|mat tran to quoc)(?: viet nam| vn)?|trung tam|cong an|thon|to dan pho)"
)
"""The name of a body whose own name stands on the next line."""

_OFFICE = "van phong"
_HEADS_A_LIST = re.compile(
    r"(?:danh sach|ds |trich ngang|bieu (?:tong hop|thong ke)|bang (?:tong hop|thong ke))"
)
_IN_A_TITLE = re.compile(
    r"(?:^|(?<=\s))(?:trạm y tế.*|(?:trường (?:mầm non|mn|tiểu học|th|thcs|mẫu giáo|phổ thông"
    r"|trung học)|trung tâm|công an|phòng|văn phòng|thôn|tổ dân phố|đoàn (?:thanh niên|tncs)"
    r"|ban (?:quản lý|chqs|chỉ huy quân sự|xây dựng đảng)|[ủu][ỷy] ban (?:mttq|mặt trận|kiểm tra)"
    r"|hội (?:nông dân|phụ nữ|liên hiệp|lhpn|cựu chiến binh|người cao tuổi))\s+.+)",
    re.IGNORECASE,
)
_NOT_ITS_OWN = frozenset({"các", "tại", "do", "gửi", "qua", "bởi", "cùng", "với", "về", "phòng,"})
"""Before these words' body stands somebody else: where it is held, who holds it."""

_AFTER_THE_NAME = re.compile(
    r"\s*(?:\(.*|[-–,;:]\s*(?:năm|tháng|quý|đợt|tham gia|đăng ký|dự thi).*"
    r"|\b(?:năm (?:học )?\d{4}|tham gia|đăng ký|dự thi|tính đến|đến ngày|tập huấn|được cử|đi học"
    r"|chưa|đã|đang|nghỉ|hoàn thành|kèm theo|kỳ|quý|tháng|đợt)\b.*)$",
    re.IGNORECASE,
)
_SHORT_UNIT = re.compile(
    r"(?:vp|vhxh|vh ?- ?xh|kt|ktht(?:dt)?|qlda|tthcc|ttpvhcc|hcc|tyt|cax|ca|qs|bchqs|mttq|ubmttq|du"
    r"|hdnd|ubnd|ubkt|bxd|btg|btc|hnd|hpn|hccb|dtn|cd|mn|th|thcs|thpt|tdp|cong an|quan su|y te"
    r"|dang uy|dan van|tuyen giao|phu nu|nong dan|cuu chien binh|kinh te|van hoa|tu phap|dia chinh"
    r"|tai chinh|ke toan|hanh chinh|giao duc|noi vu|mat tran|lanh dao|doan the)([\s._-]+.{1,30})?"
)
"""How sheets are called after a unit, in short."""

_ONE_SYLLABLE = 3

_NO_UNIT = re.compile(
    r"(?:sheet|trang tinh|trang|ds|danh sach|data|du lieu|bang|tong hop|bieu|mau|phu luc|list)?"
    r"[\s_\-.]*\d*"
)


def unit_of_titles(rows: Iterable[Sequence[Cell]]) -> str:
    """The unit named above the header, "" when the titles name none.

    What the title of the list says goes before the letterhead, which may be of who made it. Of
    a letterhead the last body counts: those above it are its superiors.
    """
    columns: dict[int, list[str]] = {}
    for row in rows:
        for at, cell in enumerate(row):
            if isinstance(cell, str):
                columns.setdefault(at, []).extend(_lines(cell))
    texts = [text for lines in columns.values() for text in lines]
    announced = (announced_unit(text) for text in texts)
    named = (unit_in_title(text) for text in texts if _HEADS_A_LIST.match(search_fold(text)))
    heads = (_letterhead(lines) for lines in columns.values())
    return next(filter(None, (*announced, *named, *heads)), "")


def unit_in_title(text: str) -> str:
    """The unit of whose people a title speaks: "Danh sách giáo viên Trường Mầm non Hoa Sen"."""
    for found in _IN_A_TITLE.finditer(text):
        before = text[: found.start()].split()
        own = not before or before[-1].lower() not in _NOT_ITS_OWN
        if own and not is_other_body(found[0]):
            return _AFTER_THE_NAME.sub("", found[0]).strip()
    return ""


def is_other_body(text: str) -> bool:
    """Whether a text only begins like a body of the commune: "Phòng chống …", "Hội nghị …"."""
    return bool(_NO_BODY.match(search_fold(text)))


def _lines(cell: str) -> list[str]:
    return [line for each in cell.split("\n") if (line := group_name(each))]


def _letterhead(lines: Sequence[str]) -> str:
    """The last body among lines that stand one below the other."""
    unit = above = ""
    for at, line in enumerate(lines):
        key = search_fold(line)
        if not _BODY_OF_A_LETTERHEAD.match(key) or _NO_BODY.match(key):
            above = line
            continue
        unit = _AFTER_THE_NAME.sub("", line).strip()
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if _UNFINISHED.fullmatch(key) and _ends_a_name(following):
            unit = f"{unit} {following}"
        elif key == _OFFICE:
            unit = f"{unit} {above}" if above else ""
    return unit


def _ends_a_name(line: str) -> bool:
    """Whether a line may be the end of the name above it: "HOA SEN", "XÃ KẺ SẶT"."""
    words = line.split(" ")
    said = is_title(line) or looks_like_unit(line) or ":" in line
    return bool(line) and not said and len(words) <= 6 and all(w[:1].isupper() for w in words)


def unit_above(rows: Sequence[GridRow], columns: range) -> str:
    """The unit of the table under `rows`, which end where its header begins.

    The titles right above it speak first: rows with numbers are people of a table before it.
    What stands over its own `columns` says more than what is written beside it.
    """
    data = [at for at, row in enumerate(rows) if _is_of_people(row)]
    near = rows[data[-1] + 1 :] if data else rows
    return _unit_over(near, columns) or (unit_of_titles(rows[: data[0]]) if data else "")


def _unit_over(rows: Sequence[GridRow], columns: range) -> str:
    own = [[row[at] for at in columns] for row in rows]
    if unit := unit_of_titles(own):
        return unit
    # A row that calls this table by another name says nothing of it elsewhere.
    others = [row for row, cells in zip(rows, own, strict=True) if not any(map(_is_name, cells))]
    return unit_of_titles(others)


def _is_of_people(row: GridRow) -> bool:
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


def is_short_unit(text: str, *, alone: bool = False) -> bool:
    """Whether a text is a unit as offices call it for short: "VH-XH", "TYT", "Nông dân".

    `alone`: nothing more may stand behind.
    """
    first, key = text.partition(" ")[0], search_fold(text)
    said = len(first) > _ONE_SYLLABLE or first.isupper() or key.startswith("y te")
    found = _SHORT_UNIT.fullmatch(key)
    return said and found is not None and not (alone and found[1])
