"""What a password must be, and how hard it is to guess.

Every character may stand in it, Vietnamese letters and spaces between words too. Refused is what is
tried first by whoever guesses: short ones, digits alone (birthdays, phones), keys in a row, words
that many people take.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from enum import IntEnum
from itertools import pairwise
from math import ceil

from models.errors import AppError
from models.text.names import search_fold
from models.text.patterns import later

LEAST, MOST = 8, 256
LEAST_DIGITS = 14
"""So many digits alone may be a password: fewer are a birthday, a phone or an identity number."""
_LEAST_DIFFERENT = 5
_COMMON = frozenset(
    {
        "administrator", "admin", "anhyeuem", "canbo", "chuyendoiso", "congchuc", "cuocthi",
        "dangnhap", "emyeuanh", "giadinh", "hanoi", "iloveyou", "khongbiet", "khongco", "letmein",
        "matkhau", "matkhaumoi", "motconvit", "nguyen", "pass", "passw", "password", "phuong",
        "test", "thanhpho", "tiendo", "ubnd", "ubndphuong", "ubndxa", "user", "uyban", "vietnam",
        "welcome", "xinchao", "yeuem",
    }
)  # fmt: skip
"""Words that many people take, without marks and spaces."""
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb",
)  # fmt: skip
_LONG_ENOUGH = 12
"""With so many characters a common word is no longer refused, only called weak."""
_SYLLABLE, _LETTERS_OF_IT = 9.0, 4.0
"""Bits that a syllable in a sentence is worth, as some hundreds are used often; its length."""
_DIGIT, _YEAR, _SIGN, _TURN = 3.3, 6.0, 4.0, 2.0
"""Bits of a digit, of a year, of a sign, and of each change between these and letters."""
_RUNS = later(r"[^\W\d_]+|\d+|[^\w\s]|_")
_LEVELS = (36.0, 50.0, 65.0)


class Strength(IntEnum):
    """How hard a password is to guess for whoever has the file and many computers."""

    WEAK = 0
    FAIR = 1
    GOOD = 2
    STRONG = 3

    @property
    def word(self) -> str:
        """What it is called on the screen."""
        return ("Yếu", "Vừa", "Mạnh", "Rất mạnh")[self]


class WeakPassword(AppError):
    """What was typed is no password to protect personal data with."""


ADVICE = (
    "Nên dùng một câu dễ nhớ mà người khác không đoán được, như bốn, năm từ không liên quan nhau."
)


def refuse_weak(password: str) -> None:
    """Raise `WeakPassword` for one that is too short or too easily guessed."""
    text = unicodedata.normalize("NFC", password)
    fault = _fault(text)
    if fault:
        raise WeakPassword(fault, ADVICE)


def strength(password: str) -> Strength:
    """How hard `password` is to guess; what is refused is always weak."""
    text = unicodedata.normalize("NFC", password)
    if _fault(text) or _core(text) in _COMMON:
        return Strength.WEAK
    runs = _RUNS.findall(text.casefold())
    # A word that comes again is no further riddle.
    bits = sum(map(_bits, set(runs)))
    bits += _TURN * sum(one.isalpha() != other.isalpha() for one, other in pairwise(runs))
    return Strength(sum(bits >= least for least in _LEVELS))


def _bits(run: str) -> float:
    """What a run of letters, a run of digits or a sign adds."""
    if run.isalpha():
        return _SYLLABLE * ceil(len(run) / _LETTERS_OF_IT)
    if run.isdigit():
        return _YEAR if len(run) == 4 and run[:2] in ("19", "20") else _DIGIT * len(run)
    return _SIGN


def _fault(text: str) -> str:
    """Why `text` is no password, in a sentence; "" when it is one."""
    return next((sentence for holds, sentence in _FAULTS if holds(text)), "")


def _is_unseen(text: str) -> bool:
    return any(unicodedata.category(each) in ("Cc", "Cs", "Co", "Cn") for each in text)


def _is_in_a_row(text: str) -> bool:
    """Whether few characters repeat, or the alphabet or a row of keys runs, whichever way."""
    folded, word = text.casefold(), _core(text)
    runs = (*_ROWS, *(row[::-1] for row in _ROWS))
    begun = len(word) >= 4 and any(run.startswith(word) for run in runs)
    return len(set(folded)) < _LEAST_DIFFERENT or begun or any(folded in run for run in runs)


def _core(text: str) -> str:
    """The word in it: without marks, spaces, and whatever is no letter."""
    return "".join(each for each in search_fold(text) if each.isalpha())


_FAULTS: tuple[tuple[Callable[[str], bool], str], ...] = (
    (
        lambda text: len(text) < LEAST,
        f"Mật khẩu phải có ít nhất {LEAST} ký tự: ngắn hơn thì máy tính thử lần lượt sẽ tìm ra.",
    ),
    (lambda text: len(text) > MOST, f"Mật khẩu không được dài quá {MOST} ký tự."),
    (
        lambda text: text != text.strip(),
        "Mật khẩu không được bắt đầu hoặc kết thúc bằng dấu cách, vì khi gõ lại không nhìn thấy.",
    ),
    (_is_unseen, "Mật khẩu có ký tự không gõ được bằng bàn phím."),
    (
        lambda text: text.isdigit() and len(text) < LEAST_DIGITS,
        "Mật khẩu chỉ gồm chữ số dễ bị dò ra, như ngày sinh hoặc số điện thoại.",
    ),
    (_is_in_a_row, "Mật khẩu lặp lại hoặc theo dãy phím liền nhau nên rất dễ đoán."),
    (
        lambda text: len(text) < _LONG_ENOUGH and _core(text) in _COMMON,
        "Mật khẩu này có nhiều người dùng nên rất dễ đoán.",
    ),
)
