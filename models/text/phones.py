"""Phone numbers as lists hold them, brought to one form without losing what was written.

A general library is no help here: it refuses the 11-digit numbers of before 2018 and takes an
old Hải Phòng landline for a mobile. Nothing is refused on its prefix; doubt becomes a warning.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from models.text.hyphens import plain_hyphens
from models.text.patterns import later

MOBILE_PREFIXES = frozenset(
    f"0{block}{digit}"
    for block, digits in {"3": "23456789", "5": "25689", "7": "06789", "8": "123456789"}.items()
    for digit in digits
) | {f"09{digit}" for digit in range(10)} - {"095"}
PREFIXES_UNTIL_2018 = {
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078",
    "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036",
    "0167": "037", "0168": "038", "0169": "039", "0186": "056", "0188": "058",
    "0199": "059",
}  # fmt: skip

NOT_A_PHONE = "Không nhận ra số điện thoại; giữ nguyên như trong tệp."
DIGITS_LOST = "Excel đã rút gọn số này nên mất chữ số cuối; cần nhập lại số điện thoại."
LANDLINE = "Đây là số cố định, không dùng làm tài khoản OneTouch được."
SERVICE_NUMBER = "Đây là số tổng đài dịch vụ, không phải số của cá nhân."
OLD_HAI_PHONG = "Số này có thể là số cố định cũ của Hải Phòng; cần kiểm tra lại."
OLD_HAI_DUONG = "Số này có thể là số cố định cũ của Hải Dương; cần kiểm tra lại."
STRANGE_PREFIX = "Đầu số {prefix} không có trong danh sách đầu số di động; cần kiểm tra lại."
MASKED = "Số điện thoại đã che bớt chữ số nên không đọc; số đang có được giữ nguyên."
OF_ANOTHER = "Cạnh số có ghi “{remark}”; có thể không phải số của chính người này."
CONVERTED = "Số cũ {old} đã được đổi thành {new}; số có thể không còn dùng."

_NONE_AT_ALL = later(
    r"(?:không|ko|k|chưa)(?: có)?(?: (?:sđt|số|máy|điện thoại))?|nt|x", re.IGNORECASE
)
"""What people write where there is no phone."""

_PLAIN = later(r"0[35789]\d{8}")
_ONE_NUMBER = later(r"\+?\d{9,13}")
_EXCEL_FLOAT = later(r"(\d{8,15})\.0+")
_SCIENTIFIC = later(r"(\d)[.,]?(\d*)[eE]\+?(\d{1,2})")
_BETWEEN_NUMBERS = later(r"[/;,|&\n\r]|\s-\s|\b(?:hoặc|hoac|và|va)\b", re.IGNORECASE)
_LABELS = later(
    r"\b(?:số điện thoại|điện thoại|di động|số đt|sđt|sdt|đtdđ|dtdd|đt|dt|dđ|tel|phone|mobile"
    r"|zalo|viettel|vinaphone|mobifone|số)\b\s*[:.]?",
    re.IGNORECASE,
)
_SEPARATORS = later(r"[\s.\-()\[\]'‘’\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]+")
_WRITTEN = later(r"(?<!\w)\+?\(?\d[\d\s.\-()]{6,20}\d(?!\w)")
_NO_REMARK = " \t\n\u00a0.,:;*?!'\"()[]{}<>-–—_/"
_MASKED = later(r"\+?\d{0,8}[.\-]?(?:[*xX•●∙·…_#]+[.\-]?){1,6}\d{0,4}|\d{2,6}\.{3,}\d{2,4}")
_MASKING = later(r"[*xX•●∙·…_#.]{2,}|…")
_ANOTHERS = later(
    r"\b(?:vợ|chồng|con|bố|mẹ|cha|cháu|anh|chị|em|ông|bà|người nhà|người thân|nhà|cơ quan|cq"
    r"|cũ|chung|nhờ|hộ)\b",
    re.IGNORECASE,
)
_O_FOR_ZERO = str.maketrans("Oo", "00")


class Phone(NamedTuple):
    """One cell read as a phone.

    `number`: canonical digits with the leading 0, or "" when none was recognised; `raw`: the
    cell as text; `others`: further numbers of the cell; `warning`: a Vietnamese sentence or "";
    `remark`: the words beside the numbers. Of a masked number (0982***591) even `raw` is "".
    """

    number: str
    raw: str
    others: tuple[str, ...] = ()
    warning: str = ""
    remark: str = ""


class _Piece(NamedTuple):
    """One stretch of a cell: the number in it or "", as written, and the words beside it."""

    number: str
    written: str
    warning: str
    remark: str = ""

    @property
    def is_own_mobile(self) -> bool:
        return bool(_PLAIN.fullmatch(self.number)) and not _ANOTHERS.search(self.remark)

    @property
    def is_unread_number(self) -> bool:
        return not self.number and any(map(str.isdecimal, self.written))


def normalise_phone(value: object) -> Phone:
    """Read any cell value as a phone; the first mobile of several numbers is the primary one."""
    if type(value) is str and _PLAIN.fullmatch(value):
        return Phone(value, value, (), _doubt_about(value))
    raw = _as_text(value)
    if _PLAIN.fullmatch(raw):
        return Phone(raw, raw, (), _doubt_about(raw))
    if _ONE_NUMBER.fullmatch(digits := _SEPARATORS.sub("", plain_hyphens(raw))):
        number, warning = _classified(_with_leading_zero(digits))
        if number:
            return Phone(number, raw, (), warning)
    return _from_text(raw) if raw else Phone("", "")


def with_second(first: Phone, second: Phone) -> Phone:
    """The phones of two columns as one: a mobile of the second helps out, or is a further one."""
    if not first.number:
        return second if second.number else first
    if not _PLAIN.fullmatch(second.number) or second.number == first.number:
        return first
    others = dict.fromkeys((*first.others, second.number))
    return Phone(first.number, first.raw, tuple(others), first.warning, first.remark)


def display_phone(number: str) -> str:
    """A canonical number in groups: "0982 103 591", "0225 3823 456"; anything else as it is."""
    if not (number.isdecimal() and number.startswith("0")):
        return number
    if len(number) == 10:
        return f"{number[:4]} {number[4:7]} {number[7:]}"
    if len(number) == 11:
        return f"{number[:4]} {number[4:8]} {number[8:]}"
    return number


def mask_phone(number: str) -> str:
    """A number fit for lists that leave the office: "0982***591"."""
    if not number:
        return ""
    return f"{number[:4]}***{number[-3:]}" if len(number) >= 10 else "***"


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = unicodedata.normalize("NFC", str(value)).strip(" \t\r\n\u00a0\u200b\ufeff")
    whole = _EXCEL_FLOAT.fullmatch(text)
    return whole[1] if whole else text


def _from_text(raw: str) -> Phone:
    if _NONE_AT_ALL.fullmatch(raw):
        return Phone("", "")
    if lost := _SCIENTIFIC.fullmatch(raw):
        return _from_scientific(lost, raw)
    plain = plain_hyphens(raw)
    parts = [part.strip() for part in _BETWEEN_NUMBERS.split(plain) if _without_labels(part)]
    if not parts:
        return Phone("", raw)
    if all(map(_is_masked, parts)):
        return Phone("", "", (), MASKED)
    pieces = [piece for part in parts for piece in _pieces(part)]
    if not any(piece.number for piece in pieces):
        pieces = _second_try(plain, pieces)
    return _chosen(raw, pieces)


def _from_scientific(written: re.Match[str], raw: str) -> Phone:
    digits = written[1] + written[2].rstrip("0")
    if len(digits) < 8:
        return Phone("", raw, (), DIGITS_LOST)
    number, warning = _read(digits.ljust(int(written[3]) + 1, "0"))
    return Phone(number, raw, (), warning)


def _is_masked(part: str) -> bool:
    """Whether digits of a number have been replaced by stars, crosses or dots."""
    bare = re.sub(r"[\s()]", "", _LABELS.sub(" ", part))
    return bool(_MASKED.fullmatch(bare) and _MASKING.search(bare))


def _pieces(part: str) -> list[_Piece]:
    """The numbers of one part of a cell, each with the words before it, or after all of them."""
    whole = _piece(part)
    found = [] if whole.number else [m for m in _WRITTEN.finditer(part) if _read(m[0])[0]]
    if not found:
        return [whole]
    ends = [0, *[match.end() for match in found]]
    remarks = [_remark(part[a : m.start()]) for a, m in zip(ends, found, strict=False)]
    last = _remark(part[ends[-1] :])
    remarks[-1] = " ".join(filter(None, (remarks[-1], last)))
    return [_piece(match[0], remark) for match, remark in zip(found, remarks, strict=True)]


def _piece(written: str, remark: str = "") -> _Piece:
    number, warning = _read(written)
    return _Piece(number, written, warning, remark)


def _remark(words: str) -> str:
    return " ".join(_LABELS.sub(" ", words).split()).strip(_NO_REMARK)


def _second_try(text: str, pieces: list[_Piece]) -> list[_Piece]:
    """Separators inside one number ("0982/103/591"), or two numbers with only a space between."""
    whole = _piece(_BETWEEN_NUMBERS.sub("", text))
    if whole.number:
        return [whole]
    for divider in (r"\s+", r"\s*-\s*"):
        words = [_piece(word) for word in re.split(divider, text)]
        if sum(1 for word in words if word.number) > 1:
            return words
    return pieces


def _chosen(raw: str, pieces: list[_Piece]) -> Phone:
    numbered = [piece for piece in pieces if piece.number]
    if not numbered:
        return Phone("", raw, (), pieces[0].warning if len(pieces) == 1 else NOT_A_PHONE)
    mobiles = [piece for piece in numbered if _PLAIN.fullmatch(piece.number)]
    own = [piece for piece in mobiles if piece.is_own_mobile]
    first = next(iter(own or mobiles or numbered))
    alone = len(numbered) == 1
    loose = [_remark_alone(p.written) for p in pieces if not (p.number or p.is_unread_number)]
    remark = "; ".join(filter(None, [*_remarks(numbered, first), *loose]))
    others = [p.number or p.written for p in pieces if p.number or p.is_unread_number]
    warning = first.warning
    if alone and _ANOTHERS.search(remark):
        warning = OF_ANOTHER.format(remark=remark)
    kept = tuple(dict.fromkeys(other for other in others if other != first.number))
    return Phone(first.number, raw, kept, warning, remark)


def _remarks(pieces: list[_Piece], first: _Piece) -> list[str]:
    return [
        piece.remark if piece is first else f"{piece.number}: {piece.remark}"
        for piece in pieces
        if piece.remark
    ]


def _remark_alone(part: str) -> str:
    return part.strip(_NO_REMARK) if _remark(part) else ""


def _read(part: str) -> tuple[str, str]:
    """(number, warning) of one written number; the number is "" when it is not recognised."""
    digits = _without_labels(part)
    if re.fullmatch(r"\+?[\dOo]+", digits):
        digits = digits.translate(_O_FOR_ZERO)
    return _classified(_with_leading_zero(digits))


def _without_labels(part: str) -> str:
    return _SEPARATORS.sub("", _LABELS.sub(" ", part)).strip(":")


def _with_leading_zero(digits: str) -> str:
    for code in ("+84", "0084"):
        if digits.startswith(code):
            return "0" + digits.removeprefix(code).lstrip("0")
    if digits.startswith("84") and len(digits) in {11, 12}:
        return "0" + digits[2:].lstrip("0")
    lost_zero = (len(digits) == 9 and digits[0] in "35789") or (
        len(digits) == 10 and "0" + digits[:3] in PREFIXES_UNTIL_2018
    )
    return "0" + digits if lost_zero else digits


def _classified(digits: str) -> tuple[str, str]:
    if not (digits.isascii() and digits.isdecimal()):
        return "", NOT_A_PHONE
    if _PLAIN.fullmatch(digits):
        return digits, _doubt_about(digits)
    if len(digits) == 11 and digits[:4] in PREFIXES_UNTIL_2018:
        new = PREFIXES_UNTIL_2018[digits[:4]] + digits[4:]
        return new, CONVERTED.format(old=digits, new=new)
    if len(digits) == 11 and digits.startswith(("02", "0320")):
        return digits, LANDLINE if digits.startswith("02") else OLD_HAI_DUONG
    is_service = digits[:4] in {"1800", "1900"} and len(digits) in {8, 10}
    return "", SERVICE_NUMBER if is_service else NOT_A_PHONE


def _doubt_about(mobile: str) -> str:
    if mobile.startswith("031"):
        return OLD_HAI_PHONG
    if mobile[:3] not in MOBILE_PREFIXES:
        return STRANGE_PREFIX.format(prefix=mobile[:3])
    return ""
