"""A table headed "Danh sách đã hoàn thành" without a column of its own for that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from models.intake.shape.fields import Field

FINISHED = (
    "Tiêu đề cho biết đây là danh sách người đã hoàn thành nên mỗi dòng được coi là đã hoàn thành."
)
_TOLD_BY_COLUMNS = frozenset(
    {Field.COMPLETED, Field.NOT_COMPLETED, Field.COMPLETED_ON, Field.SCORE, Field.REGISTERED}
)
_OF_THE_CONTEST = (
    r"(?= *$| (?:phan |noi dung )?(?:bai|cuoc|vong|chang|dot|ky|khoa)\b| (?:tinh )?den\b| \d)"
)
_DONE = re.compile(rf"\bda hoan thanh{_OF_THE_CONTEST}")
_LIST_OF = re.compile(
    rf"^(?:danh sach|ds)(?: nguoi| can bo| cong chuc| vien chuc| thi sinh| cb)* hoan thanh"
    rf"{_OF_THE_CONTEST}"
)
_SHEET = re.compile(r"hoan thanh(?: \d+)?")
_OTHERWISE = re.compile(
    r"\b(?:chua|khong|dang ky|tinh hinh|ket qua|tien do|ty le|thong ke|tong hop|theo doi"
    r"|nhiem vu)\b"
)


def is_of_finished(titles: Iterable[str], fields: Set[Field]) -> bool:
    """Whether folded titles say that all below have completed, and no column says who has."""
    if fields & _TOLD_BY_COLUMNS:
        return False
    told = list(titles)
    if any(map(_OTHERWISE.search, told)):
        return False
    return any(_DONE.search(t) or _LIST_OF.search(t) or _SHEET.fullmatch(t.strip()) for t in told)
