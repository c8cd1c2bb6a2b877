"""A cell that says that a post has nobody yet: the whole cell, with its marks, never a name.

"đang trống" and "đang tuyển" are near to "Đặng Trọng" and "Đặng Tuyền": the cell is compared
with its diacritics, and without them only where the whole column is typed without any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from models.text.names import match_key, search_fold

# What says that nobody is there; one of these begins the cell, or follows a word of `_LEADS`.
_CORES = (
    "chưa có", "chưa bố trí", "chưa bổ nhiệm", "chưa tuyển dụng", "chưa tuyển", "chưa phân công",
    "chưa kiện toàn", "chưa bầu", "chưa cử", "chưa giao", "không có người", "không có nhân sự",
    "không có ai", "chờ bổ nhiệm", "chờ bố trí", "chờ tuyển dụng", "chờ tuyển", "chờ kiện toàn",
    "chờ phân công", "chờ người", "chờ nhân sự", "chờ bầu", "đang trống", "đang khuyết",
    "đang tuyển dụng", "đang tuyển", "đang bổ nhiệm", "đang kiện toàn", "đang bố trí", "còn trống",
    "còn khuyết", "còn thiếu", "bỏ trống", "để trống", "tạm khuyết", "tạm trống", "bị khuyết",
    "khuyết", "trống", "thiếu", "vacant",
)  # fmt: skip
_LEADS = (
    "hiện nay", "hiện tại", "hiện", "vị trí", "chức danh", "chức vụ", "biên chế", "ghế", "đang",
    "vẫn", "còn", "tạm thời", "tạm", "này", "đ/c", "đồng chí",
)  # fmt: skip
_REST = (
    *_CORES, *_LEADS, "người phụ trách", "người đảm nhiệm", "người thay thế", "người thay", "người",
    "nhân sự", "cán bộ", "công chức", "viên chức", "giáo viên", "nhân viên", "lãnh đạo", "ai",
    "cấp trưởng", "cấp phó", "bổ sung", "bổ nhiệm", "bố trí", "bầu", "tuyển dụng", "tuyển",
    "kiện toàn", "phân công", "thay thế", "phụ trách", "quyết định", "nghị quyết", "sắp xếp",
    "luân chuyển", "điều động", "nghỉ hưu", "chuyển công tác", "thôi việc", "do", "sau", "từ",
    "đến", "nay", "ngày", "tháng", "năm", "đợt", "quý", "được", "chờ", "sẽ", "mới", "cho", "vào",
    "theo", "của", r"\d{1,4}(?:[/.-]\d{1,4}){0,2}",
)  # fmt: skip


def _alternatives(phrases: Iterable[str]) -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(each if "\\" in each else re.escape(each) for each in ordered)


def _pattern(plain: bool) -> re.Pattern[str]:
    def said(phrases: Iterable[str]) -> str:
        keys = ((each if "\\" in each else _key(each, plain)) for each in phrases)
        return _alternatives(set(keys))

    return re.compile(rf"(?:(?:{said(_LEADS)}) )*(?:{said(_CORES)})(?: (?:{said(_REST)}))*")


_EDGES = re.compile(r"[()\[\]<>*_.,;:…–-]+(?=\s|$)|(?:^|(?<=\s))[()\[\]<>*_.,;:…–+-]+|[()\[\]]")


def _key(text: str, plain: bool) -> str:
    return search_fold(text) if plain else match_key(text)


_WITH_MARKS, _WITHOUT = _pattern(plain=False), _pattern(plain=True)


def are_names_unmarked(texts: Iterable[str]) -> bool:
    """Whether a column of names is typed without any diacritics."""
    return all(map(str.isascii, texts))


@lru_cache(4096)
def is_vacancy(text: str, *, unmarked: bool = False) -> bool:
    """Whether a whole cell says that nobody is there yet.

    `unmarked`: its column has no diacritics at all; then a cell in the capitals of a name
    ("Dang Tuyen") is still a name.
    """
    bare = " ".join(_EDGES.sub(" ", text).split())
    if not bare:
        return False
    plain = unmarked and not (bare.istitle() and bare.count(" ") == 1)
    pattern = _WITHOUT if plain else _WITH_MARKS
    return bool(pattern.fullmatch(_key(bare, plain)))
