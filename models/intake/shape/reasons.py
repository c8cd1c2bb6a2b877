"""Why a column means what it means, in words for the officer."""

from __future__ import annotations

from collections.abc import Mapping

from models.intake.shape.ages import without_age
from models.intake.shape.evidence.column import ColumnEvidence
from models.intake.shape.evidence.title import read_title
from models.intake.shape.fields import FIELD_TITLES, PRIVATE_FIELDS, Field
from models.intake.shape.mark_titles import LEVELS, WHY_UNREAD, why_other_matter

IN_PARTS = "Họ, đệm và tên ở các cột liền nhau"
SECOND_PHONE = "Cột số điện thoại thứ hai, dùng khi cột kia trống"
IN_THREE = "Ngày, tháng, năm sinh ở ba cột liền nhau"
_OF_BOTH = "Cột giới tính chứa ngày sinh"
_OWN_REASONS: dict[Field, str] = {
    **WHY_UNREAD,
    **dict.fromkeys((Field.FAMILY_NAME, Field.MIDDLE_NAME, Field.GIVEN_NAME), IN_PARTS),
    **dict.fromkeys((Field.BIRTH_DAY, Field.BIRTH_MONTH, Field.BIRTH_YEAR), IN_THREE),
    **dict.fromkeys((Field.BIRTH_OF_MEN, Field.BIRTH_OF_WOMEN), _OF_BOTH),
    Field.OTHER_PHONE: SECOND_PHONE,
}


_OLD_THINGS: dict[Field | None, str] = {
    Field.PHONE: "số cũ",
    Field.UNIT: "đơn vị cũ",
    Field.POSITION: "chức vụ cũ",
    Field.FULL_NAME: "tên cũ",
    Field.EMAIL: "địa chỉ thư cũ",
    Field.LOGIN: "tài khoản cũ",
    Field.STAFF_CODE: "mã cũ",
}


def why_read(column: ColumnEvidence, field: Field) -> str:
    """Why a column has a meaning."""
    if field is Field.OTHER_MATTER:
        return why_other_matter(column.title.text)
    if field in _OWN_REASONS:
        return _OWN_REASONS[field]
    if field in column.title.scores:
        return f"Theo tiêu đề “{column.title.text}”"
    cells = f"Nội dung các ô là {FIELD_TITLES[field].lower()}"
    private = field in PRIVATE_FIELDS or not column.title.text
    return cells if private else f"{cells}, dù tiêu đề ghi khác"


def why_old(text: str) -> str:
    """Why a column of what was before is not read: "Cột ghi số cũ nên không đọc"."""
    levels = tuple(filter(None, map(without_age, text.split(LEVELS))))
    thing = _OLD_THINGS.get(read_title(levels).best, "nội dung cũ")
    return f"Cột ghi {thing} nên không đọc"


def why_not(
    column: ColumnEvidence, weights: Mapping[Field, float], taken: Mapping[Field, str]
) -> str:
    """Why a column is not read; `taken` are the meanings that others have, by letter."""
    title = column.title
    if title.old:
        return why_old(title.text)
    if title.other:
        return f"“{title.text}” là của người khác, không phải của người trong dòng"
    lost = next((field for field in sorted(weights, key=lambda f: -weights[f])), None)
    if lost is not None and lost in taken:
        return f"Đã có cột {taken[lost]} cho “{FIELD_TITLES[lost]}”"
    best = title.best
    if best is not None and best is not Field.IGNORED:
        return "Nội dung không khớp tiêu đề" if best not in taken else _had(best, taken)
    if not title.text:
        return "Cột không có tiêu đề"
    return "Không cần cho việc này" if title.thing else "Chưa rõ tiêu đề này"


def _had(field: Field, taken: Mapping[Field, str]) -> str:
    return f"Đã có cột {taken[field]} cho “{FIELD_TITLES[field]}”"
