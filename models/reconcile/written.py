"""How a platform writes names: given names repeated, marks left out, several on one login."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import product

from models.matching.doubled import undoubled
from models.matching.identity import Identity
from models.matching.likeness import name_form
from models.matching.people import Tier, compare
from models.matching.spelling import anatomy
from models.reconcile.records import Account
from models.text.names import match_key

TEXTS_REMEMBERED = 1 << 16
DOUBLED = "nền tảng viết lặp lại tên"
UNMARKED = "họ tên viết không dấu"
SAME_NUMBER = "cùng số điện thoại"
SEVERAL_NAMES = "một tài khoản ghi nhiều họ tên: {names}"


def same_but_written(who: Identity, other: Identity) -> tuple[str, ...]:
    """Why somebody with the same number is the one whose name is repeated or lacks its marks.

    () where the names differ otherwise, or something else speaks against it.
    """
    written = [{form_of_name(each.name), form_once(each.name)} for each in (who, other)]
    alike = [reasons for pair in product(*written) if (reasons := _same_letters(*pair)) is not None]
    if not alike:
        return ()
    own = form_of_name(who.name)
    repeated = own != form_once(who.name) and without_marks(own) not in map(
        without_marks, written[1]
    )
    reasons = ((DOUBLED,) if repeated else ()) + min(alike, key=len)
    verdict = compare(replace(who, name=other.name, name_key=other.name_key), other)
    return (*reasons, SAME_NUMBER) if verdict.tier is Tier.SAME and not verdict.if_alone else ()


def _same_letters(one: str, other: str) -> tuple[str, ...] | None:
    """Why two forms are one name: () when they are equal, else that one has no marks at all."""
    if one == other:
        return ()
    bare = without_marks(one)
    return (UNMARKED,) if bare == without_marks(other) and bare in {one, other} else None


def all_names(account: Account) -> str:
    """The names of an account of several, in words."""
    return SEVERAL_NAMES.format(names="; ".join((account.name, *account.other_names)))


def names_apart(names: Iterable[str]) -> list[str]:
    """The names of one login that differ by more than case, repetition or marks left out."""
    marked: dict[str, str] = {}
    bare: dict[str, str] = {}
    for name in names:
        form = form_once(name)
        held = bare if without_marks(form) == form else marked
        shown = held.get(form)
        if shown is None or (undoubled(shown) and not undoubled(name)):
            held[form] = name
    known = {without_marks(form) for form in marked}
    return [*marked.values(), *(name for form, name in bare.items() if form not in known)]


@lru_cache(TEXTS_REMEMBERED)
def form_of_name(name: str) -> str:
    """Equal for one name however it was written; "" for none."""
    return name_form(match_key(name)) if name else ""


@lru_cache(TEXTS_REMEMBERED)
def form_once(name: str) -> str:
    """Like `form_of_name`, and equal for a name whose end the platform repeats."""
    return form_of_name(undoubled(name) or name)


def without_marks(form: str) -> str:
    """The form of a name without its tones and marks."""
    return " ".join(anatomy(word).plain for word in form.split(" ")) if form else ""
