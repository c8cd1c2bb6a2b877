"""Rows and sheets that only show how a form is filled in, and people who stand there for anybody.

What says itself that it is an example is passed over with the reason. "Nguyễn Văn A" alone may be
somebody: then it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.intake.grid import Cell

TOP = 20
"""Examples stand in the first rows under a header."""

SHORT = 2
_SAID = frozenset({"xxx", "test", "mẫu", "dụ", "tên"})
"""Longer words that end the name of anybody."""

EXAMPLE = "Dòng ví dụ của biểu mẫu, không phải người trong danh sách"
PLACEHOLDER = "“{name}” thường là tên ví dụ trong biểu mẫu, chưa chắc là người thật"
SAMPLE_SHEET = (
    "Trang tính tên “{sheet}” có thể chỉ là ví dụ hoặc hướng dẫn, không chắc là danh sách thật"
)

_WORD = re.compile(
    r"[(\[]?(?:dòng |dong |hàng )?(?:vd|v/d|ví dụ|vi du|mẫu|mau|example|sample|e\.?g\.?)"
    r"(?: (?:mẫu|minh họa|minh hoạ|tham khảo))?\s*\d{0,2}\s*[:.)\]]*",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\s*[(\[*]?\s*(?:vd|v/d|ví dụ|vi du|example|e\.g)\b\s*\d{0,2}\s*[:.)\]–-]*\s*(?=[^\W\d_])",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r".*[(\[–-]\s*(?:vd|ví dụ|vi du|mẫu|example|sample)\s*[)\]]?\s*", re.IGNORECASE
)
_ANYBODY = re.compile(
    r"(?:nguyễn|nguyen|trần|tran|lê|le|phạm|pham|hoàng|hoang) (?:(?:văn|thị|van|thi) )?[a-z]\d?"
    r"|\S+ (?:(?:văn|thị|van|thi) )?(?:x{2,}|test|mẫu|ví dụ|họ tên)",
    re.IGNORECASE,
)
"""Whom forms take for anybody: with the commonest family names, and a letter for a name."""

_SHEET = re.compile(
    r"(?:trang |sheet |file |dòng )?(?:mẫu|mau|vd|sample|example|template)"
    r"(?:[\s_-]*(?:nhập|nhap|điền|dien|ghi|ví dụ|vi du|nhập liệu|tham khảo|cách ghi|trống))*"
    r"|(?:hướng dẫn|huong dan|ví dụ|vi du|hd (?:nhập|điền)|cách (?:nhập|điền|ghi)"
    r"|instructions?|guide|read ?me)\b.*",
    re.IGNORECASE,
)


def is_example(name: str) -> bool:
    """Whether a cell of names says that it holds an example."""
    return bool(_BEFORE.match(name) or _BEHIND.fullmatch(name))


def examples_in(rows: Sequence[Sequence[Cell]], first: int, names: Sequence[int]) -> frozenset[int]:
    """The rows (0-based) under a header, from `first` on, that say they are examples; `names`
    are the columns of names, where "Mẫu" may be a name."""
    found = set()
    for at in range(first, min(first + TOP, len(rows))):
        for column, cell in enumerate(rows[at]):
            if not isinstance(cell, str):
                continue
            own = is_example(cell) if column in names else bool(_WORD.fullmatch(cell.strip()))
            if own:
                found.add(at)
    return frozenset(found)


def is_placeholder(name: str) -> bool:
    """Whether a name is one that forms use for anybody: "Nguyễn Văn A", "Trần Thị B"."""
    last = name.rpartition(" ")[2]
    return (len(last) <= SHORT or last.lower() in _SAID) and bool(_ANYBODY.fullmatch(name))


def is_sample_sheet(name: str) -> bool:
    """Whether a sheet is called an example or a guide; "Mẫu 01" is the form itself."""
    return bool(_SHEET.fullmatch(name.strip()))
