"""People of the roster whose names are nearly that of an account: to be looked at, never sure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from models.matching.identity import Identity
from models.matching.likeness import (
    Likeness,
    WrittenName,
    compare_names,
    name_form,
    one_word_apart,
    written_name,
)
from models.reconcile.unit_texts import UnitFit, UnitTexts
from models.reconcile.written import without_marks

NEAR_NAME = "họ tên gần giống"
IN_UNIT = "cùng đơn vị"
NOTHING_ELSE = "tệp không có gì khác để xác nhận"

NearPeople = list[tuple[Identity, tuple[str, ...]]]
"""People with the reasons for which they may be meant."""


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
