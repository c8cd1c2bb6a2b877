"""Rows that sum up others, and names that begin like one: "Tổng cộng: 5", "Cộng Hòa Bình"."""

from __future__ import annotations

import re

from models.intake.shape.evidence.given import is_given
from models.intake.shape.looks import (
    looks_like_position,
    looks_like_unit,
)
from models.text.names import is_plausible_name, match_key, search_fold

TOTAL = "Dòng tổng cộng"
OPEN = (
    "Dòng này có thể là dòng cộng hoặc là họ tên nên chưa nhập; nếu là người, hãy ghi thêm đơn vị "
    "hoặc số điện thoại ở cùng dòng."
)
PLAIN_BEGINNINGS = frozenset({"tong", "cong"})
"""With these begin family names without marks, and totals."""

_NUMBERED = r"(?:[ivx]+[.)]?\s*|\d+[.)]\s*)?"
_BEGINS = re.compile(rf"{_NUMBERED}(?:tổng|cộng|tong|cong)(?:$|[\s.:(])")
_PLAIN = re.compile(
    rf"{_NUMBERED}(?:tong(?: (?:cong|so|hop|quan so|toan))+|cong(?: (?:don|chung|toan))?|tong)"
    r"(?: (?:so|cong|co|la|chung|toan (?:xa|phuong|truong|danh sach)|danh sach|nguoi|can bo"
    r"|cong chuc|vien chuc|giao vien|nhan vien|dong chi|d/c|nam|nu|trong do|nay|tren))*"
    r"\s*(?:[:.=(–-].*)?(?:\s*\d[\d.,]*(?:\s*(?:nguoi|dong chi|d/c|can bo|gv|cb|nam|nu)\b.*)?)?"
)
_MEASURE = re.compile(
    r"(?:điểm|diem|tỷ lệ|tỉ lệ|ty le|ti le|số (?:lượt|người|lượng|câu|bài|điểm)|so (?:luot|nguoi)"
    r"|trung bình|trung binh|bình quân|binh quan|cao nhất|thấp nhất|lớn nhất|nhỏ nhất|đạt tỷ lệ"
    r"|cả (?:xã|phường|trường|lớp|đoàn)|toàn (?:bộ|xã|phường|trường|đoàn|thành phố)"
    r"|(?:overall|grand|sub)?[ -]?(?:average|total|mean|sum|median|count|max|min|overall)"
    r"|number of|highest|lowest|tb|đtb|sum:)(?:$|[\s.:(%])"
)
"""How footers begin that are neither totals nor names."""
_NUMBER = re.compile(r"[\d.,\s]+%?(?:/[\d.,\s]+)?(?:điểm|lượt|người)?")
_PEOPLE = re.compile(r"\b(?:giáo|viên|người|nam|nữ|đảng|đoàn|hợp đồng|biên chế|số)\b")


def may_sum_up(text: str) -> bool:
    """Whether a text begins as totals do; some names do so too."""
    return bool(_BEGINS.match(match_key(text)))


def is_plain_total(text: str) -> bool:
    """Whether a text is nothing but a total: "Tổng cộng", "Cộng: 5 người"."""
    return may_sum_up(text) and bool(_PLAIN.fullmatch(search_fold(text)))


def is_number(text: str) -> bool:
    """Whether a cell holds a number, a share or a fraction and nothing else."""
    return bool(_NUMBER.fullmatch(text))


def is_no_name(text: str) -> bool:
    """Whether a text is an average, a count or a share of others; a group of people is none."""
    return bool(_MEASURE.match(match_key(text)))


def may_be_name(text: str) -> bool:
    """Whether a text that begins like a total may be somebody's name: of two to five words with
    capitals that end in a given name, and no body, post or kind of people."""
    words = text.split()
    rest = " ".join(words[1:])
    return (
        2 <= len(words) <= 5
        and all(word[:1].isupper() for word in words)
        and is_plausible_name(text)
        and is_given(words[-1])
        and not (looks_like_unit(rest) or looks_like_position(rest))
        and not _PEOPLE.search(match_key(rest))
    )
