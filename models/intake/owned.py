"""What belongs to one person only, by which two rows of a name are one person or two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from models.intake.repeated import repeated
from models.intake.shape.records import SourceRow

_WORDS = {
    "code": "mã cán bộ",
    "login": "tên đăng nhập",
    "phone": "số điện thoại",
    "email": "thư điện tử",
}
FEW = 0.2
"""Codes of which more are borne by several names tell units or ranks, and nobody."""


class Owned(NamedTuple):
    """An empty field says nothing. `post` is no one's own, and tells only where a mere name
    does not suffice."""

    code: str = ""
    login: str = ""
    phone: str = ""
    email: str = ""
    birth: str = ""
    post: str = ""

    def marks(self) -> list[tuple[str, str]]:
        """By what the person can be found again, the surest first."""
        return [(what, value) for what, value in zip(_WORDS, self, strict=False) if value]

    def with_blanks_from(self, other: Owned) -> Owned:
        """The same with what only the other row tells."""
        if self == other:
            return self
        return Owned(*(one or more for one, more in zip(self, other, strict=True)))


NOTHING_OWNED = Owned()


class Telling(NamedTuple):
    """The codes, logins and addresses that several names bear: these tell nobody apart."""

    codes: frozenset[str] = frozenset()
    logins: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    all_codes: bool = True


EVERYTHING_TELLS = Telling()


def telling_values(rows: Sequence[SourceRow]) -> Telling:
    """What the rows together say of the worth of their codes, logins and addresses."""
    codes = _of_several([row.staff_code for row in rows], rows)
    coded = sum(1 for row in rows if row.staff_code)
    vain = sum(1 for row in rows if row.staff_code in codes)
    return Telling(
        codes,
        _of_several([row.login.lower() for row in rows], rows),
        _of_several([row.email.lower() for row in rows], rows),
        all_codes=vain <= max(2, FEW * coded),
    )


def _of_several(values: Sequence[str], rows: Sequence[SourceRow]) -> frozenset[str]:
    shared = repeated(values)
    if not shared:
        return frozenset()
    first: dict[str, str] = {}
    return frozenset(
        value
        for value, row in zip(values, rows, strict=True)
        if value in shared and first.setdefault(value, row.name.casefold()) != row.name.casefold()
    )


def owned_of(row: SourceRow, telling: Telling = EVERYTHING_TELLS) -> Owned:
    """What is only this person's. A login that is the phone says no more than the phone."""
    code = row.staff_code.casefold() if telling.all_codes else ""
    login, email = row.login.lower(), row.email.lower()
    return Owned(
        "" if row.staff_code in telling.codes else code,
        "" if login in telling.logins else login,
        row.phone.number,
        "" if email in telling.emails else email,
        row.birth,
        row.position,
    )


def that_share(one: Owned, other: Owned) -> str:
    """What two rows of one name have in common, in words; "" when it is nothing of their own."""
    same = [words for what, words in _WORDS.items() if _same(one, other, what)]
    if len(one.birth) >= 10 and one.birth == other.birth:
        same.append("ngày sinh")
    return ", ".join(["cùng họ tên", *(f"cùng {words}" for words in same)]) if same else ""


def that_part(one: Owned, other: Owned, *, by_name: bool = False) -> str:
    """What stands against two rows of one name being one person, in words; "" when nothing does.

    What stands first in `Owned` outweighs what stands behind it; nothing outweighs another birth,
    and an equal address outweighs another phone. `by_name`: only name and unit speak for it,
    and another post stands against it as well.
    """
    if _born_apart(one.birth, other.birth):
        return "khác ngày sinh"
    against = ""
    for what, words in _WORDS.items():
        mine, theirs = getattr(one, what), getattr(other, what)
        if not (mine and theirs):
            continue
        if mine == theirs:
            return ""
        if not against:
            against = f"khác {words}"
        if what in ("code", "login"):
            return against
    if against:
        return against
    return "khác chức vụ" if by_name and _differ(one.post, other.post) else ""


def _same(one: Owned, other: Owned, what: str) -> bool:
    value: str = getattr(one, what)
    return bool(value) and value == getattr(other, what)


def _differ(one: str, other: str) -> bool:
    return bool(one) and bool(other) and one != other


def _born_apart(one: str, other: str) -> bool:
    """Whether two births exclude each other; a year agrees with a day in it."""
    return not (one.startswith(other) or other.startswith(one))
