"""The recovery code: made, written in groups, read from what somebody typed, checked in part.

Seven groups of five characters of Crockford's alphabet (no I, L, O, U): four of a group carry 20
random bits, the fifth is a check over them and the group's place. The check is a weighted sum in
the field of 32 elements, so that one wrong character, two neighbours that changed places and two
groups that changed places are all found, and the group is named.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Mapping
from hmac import compare_digest

from models.errors import AppError

GROUPS, GROUP_LENGTH = 7, 5
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ASKED = 2
"""So many groups are typed again to show that the sheet was printed and can be read."""

_CARRIED = GROUP_LENGTH - 1
_ALIKE = str.maketrans("OIL", "011")
_PAUSES = frozenset(" -.,_/\t\r\n\u00a0\u2010\u2011\u2012\u2013\u2014\u2212")
_FIELD = 0b100101
"""x^5 + x^2 + 1: the field of 32 elements in which 2 is a generator."""


class CodeUnclear(AppError):
    """What was typed cannot be a recovery code; `groups` are the numbers of those that are wrong.

    They count from 1; empty when it cannot be said which.
    """

    def __init__(self, sentence: str, advice: str, groups: tuple[int, ...] = ()) -> None:
        super().__init__(sentence, advice)
        self.groups = groups


def new_code() -> str:
    """A new code of 140 random bits, in groups with hyphens between them."""
    groups = []
    for place in range(1, GROUPS + 1):
        carried = [secrets.randbelow(len(ALPHABET)) for _ in range(_CARRIED)]
        groups.append("".join(ALPHABET[each] for each in (*carried, _check(carried, place))))
    return "-".join(groups)


def code_groups(code: str) -> tuple[str, ...]:
    """The groups of what was typed, as `new_code` writes them; raises `CodeUnclear`.

    Small letters, spaces or hyphens wherever they stand, O for 0 and I or L for 1 are taken.
    """
    parts = _parts(code)
    if any(each == "Đ" or unicodedata.decomposition(each) for each in "".join(parts)):
        raise CodeUnclear(
            "Mã khôi phục không có chữ có dấu.",
            "Hãy tắt bộ gõ tiếng Việt (Unikey, EVKey) rồi gõ lại mã.",
        )
    joined = "".join(parts)
    if len(joined) != GROUPS * GROUP_LENGTH:
        raise _wrong_length(parts, len(joined))
    groups = tuple(
        joined[at : at + GROUP_LENGTH] for at in range(0, GROUPS * GROUP_LENGTH, GROUP_LENGTH)
    )
    wrong = tuple(place for place, group in enumerate(groups, 1) if not group_holds(group, place))
    if wrong:
        raise CodeUnclear(
            f"Mã khôi phục gõ chưa đúng ở {_named(wrong)}.",
            "Hãy so từng ký tự của nhóm đó với phiếu mã khôi phục rồi gõ lại.",
            wrong,
        )
    return groups


def group_holds(group: str, place: int) -> bool:
    """Whether `group`, typed as the `place`-th one (from 1), agrees with its own check."""
    typed = "".join(_parts(group))
    if len(typed) != GROUP_LENGTH or any(each not in ALPHABET for each in typed):
        return False
    *carried, check = (ALPHABET.index(each) for each in typed)
    return _check(carried, place) == check


def asked_part(code: str) -> tuple[int, ...]:
    """The numbers (from 1) of the groups to type again as proof that the sheet can be read."""
    places = range(1, len(code_groups(code)) + 1)
    return tuple(sorted(secrets.SystemRandom().sample(places, ASKED)))


def confirms(code: str, typed: Mapping[int, str]) -> bool:
    """Whether the groups `typed` (number: text) are those of `code`; False when none was typed."""
    groups = code_groups(code)
    return bool(typed) and all(
        1 <= place <= len(groups)
        and compare_digest("".join(_parts(text)).encode(), groups[place - 1].encode())
        for place, text in typed.items()
    )


def _parts(code: str) -> list[str]:
    """What was typed in capitals, split where something stands that only separates."""
    text = unicodedata.normalize("NFKC", code).upper().translate(_ALIKE)
    return "".join(" " if each in _PAUSES else each for each in text).split()


def _wrong_length(parts: list[str], length: int) -> CodeUnclear:
    whole = f"Mã khôi phục có {GROUPS} nhóm, mỗi nhóm {GROUP_LENGTH} ký tự"
    wrong = tuple(place for place, part in enumerate(parts, 1) if len(part) != GROUP_LENGTH)
    if len(parts) == GROUPS and wrong:
        return CodeUnclear(
            f"{whole}; {_named(wrong)} gõ thừa hoặc thiếu ký tự.",
            "Hãy so với phiếu mã khôi phục rồi gõ lại nhóm đó.",
            wrong,
        )
    return CodeUnclear(
        f"{whole}, tất cả {GROUPS * GROUP_LENGTH} ký tự; đã gõ {length}.",
        "Hãy gõ đủ các nhóm theo thứ tự trên phiếu mã khôi phục.",
    )


def _named(places: tuple[int, ...]) -> str:
    *first, last = (f"nhóm thứ {place}" for place in places)
    return f"{', '.join(first)} và {last}" if first else last


def _check(carried: list[int], place: int) -> int:
    """The sum of the characters with weights 2, 4, 8…, and of the place of the group."""
    total, weight = place, 1
    for value in carried:
        weight = _times(weight, 2)
        total ^= _times(weight, value)
    return total


def _times(one: int, other: int) -> int:
    """The product in the field of 32 elements."""
    product = 0
    while other:
        if other & 1:
            product ^= one
        one <<= 1
        if one & 32:
            one ^= _FIELD
        other >>= 1
    return product
