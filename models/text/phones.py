"""Phone numbers as lists hold them, brought to one form without losing what was written.

A general library is no help here: it refuses the 11-digit numbers of before 2018 and takes an
old Hải Phòng landline for a mobile. Nothing is refused on its prefix; doubt becomes a warning.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

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
CONVERTED = "Số cũ {old} đã được đổi thành {new}; số có thể không còn dùng."

_PLAIN = re.compile(r"0[35789]\d{8}")
_ONE_NUMBER = re.compile(r"\+?\d{9,13}")
_EXCEL_FLOAT = re.compile(r"(\d{8,15})\.0+")
_SCIENTIFIC = re.compile(r"(\d)[.,]?(\d*)[eE]\+?(\d{1,2})")
_BETWEEN_NUMBERS = re.compile(r"[/;,|&\n\r]|\s[-–]\s|\b(?:hoặc|hoac|và|va)\b", re.IGNORECASE)
_LABELS = re.compile(
    r"\b(?:số điện thoại|điện thoại|di động|số đt|sđt|sdt|đtdđ|dtdd|đt|dt|dđ|tel|phone|mobile"
    r"|zalo|số)\b\s*[:.]?",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"[\s.\-–—()\[\]'\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]+")
_O_FOR_ZERO = str.maketrans("Oo", "00")


@dataclass(frozen=True, slots=True)
class Phone:
    """One cell read as a phone.

    `number`: canonical digits with the leading 0, or "" when none was recognised; `raw`: the
    cell as text; `others`: further numbers of the cell; `warning`: a Vietnamese sentence or "".
    """

    number: str
    raw: str
    others: tuple[str, ...] = ()
    warning: str = ""


def normalise_phone(value: object) -> Phone:
    """Read any cell value as a phone; the first mobile of several numbers is the primary one."""
    raw = _as_text(value)
    if _PLAIN.fullmatch(raw):
        return Phone(raw, raw, (), _doubt_about(raw))
    if _ONE_NUMBER.fullmatch(digits := _SEPARATORS.sub("", raw)):
        number, warning = _classified(_with_leading_zero(digits))
        if number:
            return Phone(number, raw, (), warning)
    return _from_text(raw) if raw else Phone("", "")


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
    if lost := _SCIENTIFIC.fullmatch(raw):
        return _from_scientific(lost, raw)
    parts = [part.strip() for part in _BETWEEN_NUMBERS.split(raw) if _without_labels(part)]
    if not parts:
        return Phone("", raw)
    read = [_read(part) for part in parts]
    if not any(number for number, _ in read):
        parts, read = _second_try(raw, parts, read)
    return _chosen(raw, parts, read)


def _from_scientific(written: re.Match[str], raw: str) -> Phone:
    digits = written[1] + written[2].rstrip("0")
    if len(digits) < 8:
        return Phone("", raw, (), DIGITS_LOST)
    number, warning = _read(digits.ljust(int(written[3]) + 1, "0"))
    return Phone(number, raw, (), warning)


def _second_try(
    text: str, parts: list[str], read: list[tuple[str, str]]
) -> tuple[list[str], list[tuple[str, str]]]:
    """Separators inside one number ("0982/103/591"), or two numbers with only a space between."""
    whole = _read(_BETWEEN_NUMBERS.sub("", text))
    if whole[0]:
        return [text], [whole]
    words = text.split()
    read_words = [_read(word) for word in words]
    if sum(1 for number, _ in read_words if number) > 1:
        return words, read_words
    return parts, read


def _chosen(raw: str, parts: list[str], read: list[tuple[str, str]]) -> Phone:
    numbers = [number for number, _ in read]
    mobiles = [number for number in numbers if _PLAIN.fullmatch(number)]
    primary = next(iter(mobiles or filter(None, numbers)), "")
    if not primary:
        return Phone("", raw, (), read[0][1] if len(read) == 1 else NOT_A_PHONE)
    written = [number or part for number, part in zip(numbers, parts, strict=True)]
    others = tuple(dict.fromkeys(other for other in written if other != primary))
    return Phone(primary, raw, others, dict(read)[primary])


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
