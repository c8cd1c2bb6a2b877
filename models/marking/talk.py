"""What a line says of those whom it names: done, still to do, or only who wrote the message."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from models.marking.records import Mention
from models.marking.words import (
    AFFIRMED,
    ANSWERED,
    DENIED,
    HINDERED,
    SIGNED,
    TICKED,
    WHY_ADDRESSED,
    WHY_DENIED,
)

LONGEST_SHORT_ANSWER = 4
FARTHEST = 2_000
NAME = "\0"

_HOUR = re.compile(r"\W*\d{1,2}[:h]\d{2}\W*")
_SENDER = re.compile(rf"\s*{NAME}(?:\s+\d{{1,2}}[:h]\d{{2}}|\s*:)\s*")
_LABEL = re.compile(r"\W*(?:đơn vị|đv|nơi công tác|cơ quan|bộ phận|don vi)\b[^:]{0,20}:", re.I)
_BREAKS = re.compile(r"[_.\-]+")
_OF_DATA = re.compile(
    r"\b(?:sai|nhầm|nham|thiếu|thieu|bỏ|bo|lệch|lech|(?:chưa|không|chua|khong) có"
    r"|(?:chưa|không|chua|khong) (?:đủ|du|đúng|dung|rõ|ro)|(?:chua|khong) co)"
    r" (?:số|so|sđt|sdt|đt|dt|tên|ten|họ|ho|đơn vị|don vi|ngày|ngay|năm|nam|email|mã|ma|dấu|dau"
    r"|điện thoại|dien thoai|dữ liệu|du lieu|thông tin|thong tin|dòng|dong|cột|cot)\b"
    r"|\b(?:không|khong) (?:dấu|dau)\b"
    r"|\b(?:chưa|chua) (?:chuẩn hóa|chuan hoa|kiểm tra|kiem tra|rà soát|ra soat|xử lý|xu ly"
    r"|chỉnh sửa|chinh sua|lọc|loc|in|ký|ký tên|đóng dấu|dong dau)\b",
    re.IGNORECASE,
)
"""What a title says of the list itself, not of what its people have done."""
_NUMBERING = re.compile(r"[\d\s.)\-–*•+]+$")


class Heading(StrEnum):
    """What the words before the first name of a line say of those below."""

    DENIES = "denies"
    AFFIRMS = "affirms"
    NOTHING = "nothing"


def without_names(written: str, mentions: Iterable[Mention]) -> str:
    """The line with a sign for each name, so that "Không" in a name denies nothing.

    The mentions stand in the order of the line; a name is looked for a little way on.
    """
    parts: list[str] = []
    at = 0
    for each in mentions:
        words = each.name.split()
        if len(words) < 2:
            continue
        name = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
        if found := name.search(written, at, at + FARTHEST):
            parts += (written[at : found.start()], NAME)
            at = found.end()
    return "".join((*parts, written[at:]))


def denial_in(title: str) -> str:
    """The word by which a title or the name of a file says that people have not done it."""
    found = DENIED.search(_OF_DATA.sub(" ", _BREAKS.sub(" ", title)))
    return found[0].strip() if found else ""


def doubt_of(bare: str) -> str:
    """Why nobody of a line may be taken without asking; `bare` is the line without names."""
    if denied := DENIED.search(bare) or HINDERED.search(bare):
        return WHY_DENIED.format(word=denied[0].strip())
    return WHY_ADDRESSED if SIGNED.match(bare) else ""


def heading_in(bare: str) -> Heading:
    """What the words before the first name say when they go on below: "Chưa đăng ký: …"."""
    before, found, _ = bare.partition(NAME)
    if not found:
        before = bare.rpartition(":")[0] + ":" if ":" in bare else ""
    before = _NUMBERING.sub("", before).rstrip()
    goes_on = before.endswith(":") or bare.rstrip().endswith((",", ";", "+", " và"))
    if not goes_on:
        return Heading.NOTHING
    if DENIED.search(before):
        return Heading.DENIES
    said = re.search(r"\b(?:đã|xong|danh sách|ds|hoàn thành|da dang ky)\b", before, re.IGNORECASE)
    return Heading.AFFIRMS if said and AFFIRMED.search(before) else Heading.NOTHING


def is_sender(bare: str) -> bool:
    """Whether a line is a name with an hour or a colon: the head of a message."""
    return _SENDER.fullmatch(bare) is not None


def is_hour(written: str) -> bool:
    """Whether a line is nothing but an hour."""
    return _HOUR.fullmatch(written) is not None


def denies_above(written: str) -> bool:
    """Whether a line without names speaks of who stands right above it: "Em chưa ạ"."""
    if written.rstrip().endswith(":") or not DENIED.search(written):
        return False
    return bool(ANSWERED.match(written)) or len(written.split()) <= LONGEST_SHORT_ANSWER


def is_label_of_unit(written: str) -> bool:
    """Whether a line is the field of a form: "Đơn vị: …"."""
    return _LABEL.match(written) is not None


def is_ticked(written: str) -> bool:
    """Whether a tick ends the line."""
    return TICKED.search(written) is not None
