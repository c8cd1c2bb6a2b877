"""How a platform writes names, and whose of the roster are nearly that of an account."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import product

from models.matching import spelling
from models.matching.identity import Identity
from models.matching.likeness import (
    Likeness,
    WrittenName,
    compare_names,
    name_form,
    one_word_apart,
    written_name,
)
from models.matching.people import Tier, compare_people
from models.matching.spelling import anatomy
from models.reconcile.records import Account
from models.reconcile.unit_texts import UnitFit, UnitTexts
from models.text.names import match_key, storage_form

TEXTS_REMEMBERED = 1 << 16
LONGEST_GIVEN, LEAST_WORDS = 2, 2
_RUN_TOGETHER = re.compile(r"([^\W\d_]{2,})\1", re.IGNORECASE)
DOUBLED = "nền tảng viết lặp lại tên"
UNMARKED = "họ tên viết không dấu"
SAME_NUMBER = "cùng số điện thoại"
SEVERAL_NAMES = "một tài khoản ghi nhiều họ tên: {names}"
NEAR_NAME = "họ tên gần giống"
IN_UNIT = "cùng đơn vị"
NOTHING_ELSE = "tệp không có gì khác để xác nhận"
NearPeople = list[tuple[Identity, tuple[str, ...]]]
"""People with the reasons for which they may be meant."""


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
    verdict = compare_people(replace(who, name=other.name, name_key=other.name_key), other)
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
def undoubled(name: str) -> str:
    """The name without the repetition at its end; "" where nothing is repeated.

    A given name of two words may be repeated as a whole, and be run together: "Hà Thu Hà",
    "TínTín". At least a family name and a given name are left.
    """
    words = storage_form(name).split(" ")
    left = _once(words)
    return " ".join(left) if left != words else ""


def _once(words: list[str]) -> list[str]:
    left = list(words)
    if len(left) >= LEAST_WORDS and (run := _RUN_TOGETHER.fullmatch(left[-1])):
        left[-1] = left[-1][: len(run[1])]
    for size in range(1, LONGEST_GIVEN + 1):
        while len(left) - size >= max(LEAST_WORDS, size + 1) and _ends_twice(left, size):
            left = left[:-size]
    return left


def _ends_twice(words: list[str], size: int) -> bool:
    keys = [spelling.syllable_form(match_key(word)) for word in words[-2 * size :]]
    return len(keys) == 2 * size and keys[:size] == keys[size:]


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


class NearNames:
    """Looks for near names when nothing else has found anybody."""

    def __init__(self, roster: Sequence[Identity], texts: UnitTexts) -> None:
        self._roster, self._texts = roster, texts

    def unmarked(self, who: Identity) -> NearPeople:
        """Those whose name was typed without its marks, where nothing speaks against them."""
        name = written_name(who.name_key)
        if not name.unmarked:
            return []
        return [
            (each, (reason, NOTHING_ELSE))
            for each, reason in self._spelt_alike(name)
            if not self._speaks_against(who, each)
        ]

    def in_unit(self, who: Identity) -> NearPeople:
        """Those of the unit whose name differs in one word by a mark or a letter: nobody is
        outside the roster without the one being named whom they may be."""
        name = written_name(who.name_key)
        found: NearPeople = []
        for each in self._by_unit.get(who.unit_id, ()):
            other = written_name(each.name_key)
            if not one_word_apart(name, other) or self._speaks_against(who, each):
                continue
            verdict = compare_names(name, other)
            if verdict.likeness is not Likeness.FAR:
                found.append((each, (NEAR_NAME, verdict.reason, IN_UNIT)))
        return found

    def _spelt_alike(self, name: WrittenName) -> Iterator[tuple[Identity, str]]:
        for each in self._by_letters.get(name.form, ()):
            verdict = compare_names(name, written_name(each.name_key))
            if verdict.likeness is Likeness.MARKS_ONLY:
                yield each, verdict.reason

    @cached_property
    def _by_letters(self) -> Mapping[str, Sequence[Identity]]:
        """The people of the roster by their name without marks."""
        found: dict[str, list[Identity]] = {}
        for each in self._roster:
            found.setdefault(without_marks(name_form(each.name_key)), []).append(each)
        return found

    @cached_property
    def _by_unit(self) -> Mapping[int | None, Sequence[Identity]]:
        found: dict[int | None, list[Identity]] = {}
        for each in self._roster:
            if each.unit_id is not None:
                found.setdefault(each.unit_id, []).append(each)
        return found

    def _speaks_against(self, who: Identity, other: Identity) -> bool:
        if other.left or (who.mobile and other.mobile) or (who.birth and other.birth):
            return True
        if not who.unit or other.unit_id is None:
            return False
        return self._texts.judge(who.unit, other.unit_id).standing is UnitFit.OTHER
