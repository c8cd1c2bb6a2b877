"""Rows of a list that are no people: repeated headers, totals, signatures, notes, groups."""

from __future__ import annotations

import re
from functools import lru_cache

from models.intake.shape.looks import is_person
from models.text.names import search_fold, storage_form

_SIGNATURE = re.compile(
    r"(?:nguoi (?:lap|tong hop|ky|duyet|bao cao|thuc hien|nhap)|tm\.|tm |kt\.|kt |tl\.|tl |tuq|q\."
    r"|t/m|k/t|chu tich|pho chu tich|thu truong|hieu truong|pho hieu truong|truong phong"
    r"|pho truong phong|bi thu|giam doc|\(?ky|noi nhan|xac nhan|can bo lap|ke toan$|thu quy$"
    r"|lanh dao don vi|dai dien|nguoi dung dau|truong ban|truong tram|truong thon|chi huy truong"
    r"|da ky|dau )"
)
_PLACE_AND_DATE = re.compile(r"ngay\s*[\d….\s/_]*\s*thang\s*[\d….\s_]*\s*nam")
_NOTE = re.compile(
    r"(?:ghi chu|luu y|chu y|danh sach (?:nay )?(?:gom|co|tren)\b|an dinh danh sach|\(\*\)|\*"
    r"|n\.?b\b|bang chu|trong do|dinh kem|bieu nay|mau nay|cac cot|huong dan|het\b|./\.)"
)
_TITLE = re.compile(r"(?:danh sach|cong hoa xa hoi|doc lap|phu luc|bieu (?:so|mau)|\(?kem theo)")
_NUMBERING = re.compile(
    r"^\s*(?:(?:[IVXLC]{1,6}|[A-ZĐ]|[a-hđ]|\d{1,2}(?:\.\d{1,2})*)\s*[.)/:–-]+|[*•+▪❖➢→–-]+)\s*(?=[^\W\d_])"
)
_BARE_NUMBERING = re.compile(r"(?:[IVXLC]{1,6}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})+)\s*[.)/:–-]?|[*•+▪❖➢]+")
_PERSONS = r"(?:người|đ/c|đồng chí|cán bộ|cbcc|cb|gv|biên chế)"
_COUNT = re.compile(
    rf"\s*(?:\((?:gồm|có|tổng số:?)?\s*\d+\s*{_PERSONS}?\s*\)"
    rf"|(?:[:;]\s*(?:gồm|có)?|\s[–-])\s*\d+\s*{_PERSONS}?|(?:[–-]|\s(?:gồm|có))\s*\d+\s*{_PERSONS})\s*$",
    re.IGNORECASE,
)


_SPOKEN = frozenset({
    "em", "ạ", "gửi", "dạ", "chào", "nhé", "nha", "cảm", "kính", "gồm", "như", "sau", "xin", "đây",
    "là", "có", "của", "các", "bổ", "và",
})  # fmt: skip
_RULE = re.compile(r"[\W_]*")


def is_rule(text: str) -> bool:
    """Whether a text is a line drawn with signs."""
    return bool(_RULE.fullmatch(text))


def is_signature(text: str) -> bool:
    """Whether the signatures at the foot of a list begin with this text."""
    key = search_fold(text)
    return bool(_SIGNATURE.match(key) or _PLACE_AND_DATE.search(key))


def is_note(text: str) -> bool:
    """Whether this text is a remark about the list."""
    return bool(_NOTE.match(search_fold(text)))


def is_title(text: str) -> bool:
    """Whether this text heads a list: "DANH SÁCH …", the national motto."""
    return bool(_TITLE.match(search_fold(text)))


def is_numbering(text: str) -> bool:
    """Whether the cell for the order number holds the number of a group: I, A, 1.1."""
    return bool(_BARE_NUMBERING.fullmatch(text.strip()))


@lru_cache(4096)
def group_name(text: str) -> str:
    """The name of a group without its number and count: "I. Trạm Y tế (12 người)"."""
    bare = storage_form(text)
    bare = _NUMBERING.sub("", bare)
    return _COUNT.sub("", bare).strip(" :.-–")


def is_numbered(text: str) -> bool:
    """Whether a text carries its group number itself: "II. Trạm Y tế"."""
    return bool(_NUMBERING.match(text))


def is_message(text: str) -> bool:
    """Whether a text is a sentence to somebody: a greeting, thanks, a word about the list."""
    words = storage_form(text).strip(" .,:;!?…").split(" ")
    return not is_person(text) and len(words) > 2 and not _SPOKEN.isdisjoint(words[1:])
