"""Whole numbers and sums of money in Vietnamese words, as documents write them."""

from __future__ import annotations

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", "nghìn", "triệu")
_BILLION = 1_000_000_000


def money_words(amount: int) -> str:
    """A sum in đồng, as it stands in brackets: 10000000 is "Mười triệu đồng"."""
    words = f"{number_words(amount)} đồng"
    return f"{words[0].upper()}{words[1:]}"


def number_words(value: int) -> str:
    """A whole number in words: 1005 is "một nghìn không trăm linh năm". Raises `ValueError`
    below zero."""
    if value < 0:
        raise ValueError(value)
    return " ".join(_said(value)) if value else _DIGITS[0]


def _said(value: int, *, follows: bool = False) -> list[str]:
    """The words of a positive number; one that `follows` billions tells its empty places too."""
    billions, rest = divmod(value, _BILLION)
    words = [*_said(billions, follows=follows), "tỷ"] if billions else []
    follows = follows or bool(billions)
    for at in (2, 1, 0):
        group, rest = divmod(rest, 1000**at)
        if group:
            words += [*_hundreds(group, follows=follows), _GROUPS[at]]
            follows = True
    return [word for word in words if word]


def _hundreds(group: int, *, follows: bool) -> list[str]:
    """Three digits; after a larger group the hundreds are told even when there are none."""
    hundreds, rest = divmod(group, 100)
    tens, ones = divmod(rest, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or follows else []
    if tens:
        words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    elif ones and words:
        words.append("linh")
    if ones:
        words.append(_last_digit(ones, tens))
    return words


def _last_digit(ones: int, tens: int) -> str:
    if ones == 1 and tens > 1:
        return "mốt"
    return "lăm" if ones == 5 and tens else _DIGITS[ones]
