"""Who the rows before have spoken of, so that two rows about one person become one person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from models.intake.merging import as_columns
from models.intake.owned import (
    NOTHING_OWNED,
    Owned,
    Telling,
    owned_of,
    telling_values,
    that_part,
    that_share,
)
from models.intake.plan_records import PlanRow
from models.intake.repeated import repeated
from models.intake.shape.records import SourceRow
from models.text.name_keys import NameKeys

NameInUnit = tuple[str, str]

SAME_ROW = "Cùng người với {name}, dòng {row}: {why}."
SAME_IN_FILES = "Cùng người với {name}, dòng {row} của tệp {file}: {why}."
BY_NAME = "cùng họ tên, cùng đơn vị, không có gì khác nhau"
ON_ROSTER = "đều là một người trong danh sách"


class SpokenOf:
    """The first row about somebody, and what is known after all rows so far.

    `base` is what was known before the first row; `owned` is what is theirs only.
    A platform writes one row for each attempt, so rows with a score are counted.
    """

    __slots__ = ("_base", "_scored", "_state", "elsewhere", "first", "owned")

    def __init__(
        self, first: PlanRow, base: Mapping[str, Any], scored: bool, owned: Owned = NOTHING_OWNED
    ) -> None:
        self.first = first
        self.owned = owned
        self.elsewhere: set[str] = set()
        self._base = base
        self._state: dict[str, Any] | None = None
        self._scored = int(scored)

    @property
    def state(self) -> dict[str, Any]:
        """The stored columns after all rows so far; made for the second row, which few have."""
        if self._state is None:
            self._state = {**self._base, **self.first.values, **as_columns(self.first.marks)}
        return self._state

    def counted(self, marks: Mapping[str, Any]) -> Mapping[str, Any]:
        """The marks of one more row, with the attempts that the rows add up to."""
        if "score" not in marks:
            return marks
        self._scored += 1
        return {"attempts": self._scored, **marks}

    def words(self, file: str, owned: Owned) -> str:
        """Where the first row stands and why it is about the same person, for somebody who
        reads a row of `file`."""
        pattern = SAME_ROW if file == self.first.file else SAME_IN_FILES
        by_name = BY_NAME if self.first.person_id is None else ON_ROSTER
        why = that_share(self.owned, owned) or by_name
        first = self.first
        return pattern.format(name=first.name, row=first.row, file=first.file, why=why)

    def learn(self, owned: Owned) -> None:
        """One more row has spoken of this person."""
        self.owned = self.owned.with_blanks_from(owned)


def shared_names(rows: Iterable[SourceRow], unit: str, told: Telling) -> frozenset[NameInUnit]:
    """The names that two people of one unit bear, as what is theirs tells."""
    seen: dict[NameInUnit, Owned] = {}
    shared: set[NameInUnit] = set()
    for row in rows:
        key, owned = (row.name.casefold(), row.unit or unit), owned_of(row, told)
        known = seen.setdefault(key, owned)
        if known is owned:
            continue
        if that_part(known, owned):
            shared.add(key)
        else:
            seen[key] = known.with_blanks_from(owned)
    return frozenset(shared)


class Spoken:
    """Mentions of people on the roster by id, and of new people by what is theirs, name, unit.

    `rows` are all rows to come, `unit` is the unit of those that name none, and `keys` are the
    keys of all their names.
    """

    def __init__(self, rows: Sequence[SourceRow], unit: str, keys: Mapping[str, NameKeys]) -> None:
        self._telling = telling_values(rows)
        names = _in_units(rows, [row.unit or unit for row in rows], keys)
        self._names_twice = repeated(names)
        twins = (row for row, name in zip(rows, names, strict=True) if name in self._names_twice)
        self._shared = shared_names(twins, unit, self._telling)
        self._marks_twice = (
            repeated([row.staff_code.casefold() for row in rows])
            | repeated([row.login.lower() for row in rows])
            | repeated([row.phone.number for row in rows])
            | repeated([row.email.lower() for row in rows])
        )
        self._people: dict[int, SpokenOf] = {}
        self._by_own: dict[tuple[str, str, str], SpokenOf] = {}
        self._by_unit: dict[NameInUnit, SpokenOf] = {}
        self._by_birth: dict[tuple[str, str, str], SpokenOf | None] = {}
        self._namesakes: dict[NameInUnit, list[SpokenOf]] = {}

    def owned(self, row: SourceRow) -> Owned:
        """What is only this person's, as far as the file can be trusted to tell it."""
        return owned_of(row, self._telling)

    def are_alone(
        self, rows: Sequence[SourceRow], units: Sequence[str], keys: Mapping[str, NameKeys]
    ) -> list[bool]:
        """For each row whether no other row bears the name in the unit, or shares anything of
        one's own: then no row before has spoken of this person, and none will."""
        alone = [name not in self._names_twice for name in _in_units(rows, units, keys)]
        if not self._marks_twice:
            return alone
        apart = map(self._marks_twice.isdisjoint, map(_marks, rows))
        return [by_name and by_marks for by_name, by_marks in zip(alone, apart, strict=True)]

    def is_alone(self, row: SourceRow, key: str, unit: str) -> bool:
        """The same for one row, with the key of its name and its unit."""
        if (key, unit) in self._names_twice:
            return False
        return not self._marks_twice or self._marks_twice.isdisjoint(_marks(row))

    def of_person(self, person_id: int) -> SpokenOf | None:
        """The mention of somebody on the roster."""
        return self._people.get(person_id)

    def keep_person(self, person_id: int, mention: SpokenOf) -> None:
        """Somebody on the roster has been spoken of."""
        self._people[person_id] = mention

    def of_new(self, name: str, key: str, unit: str, owned: Owned) -> SpokenOf | None:
        """The new person of that name who shares something of their own, or is in that unit
        with nothing against it. Where two people bear the name, only what is theirs tells
        which of them is meant.

        What stands against is told by all rows so far: a row without a phone takes the phone of
        the second one, and then the third one with another phone is somebody else.
        """
        for what, value in owned.marks():
            found = self._by_own.get((key, what, value))
            if found is not None and not that_part(found.owned, owned):
                return self._met(key, owned, found)
        if (name.casefold(), unit) in self._shared:
            found = self._by_birth.get((key, unit, owned.birth))
        else:
            found = self._by_unit.get((key, unit))
        if found is None or that_part(found.owned, owned, by_name=True):
            return None
        return self._met(key, owned, found)

    def _met(self, key: str, owned: Owned, mention: SpokenOf) -> SpokenOf:
        for what, value in owned.marks():
            self._by_own.setdefault((key, what, value), mention)
        return mention

    def in_doubt(self, name: str, key: str, unit: str, owned: Owned) -> list[SpokenOf]:
        """The new people whom a row with nothing of its own may mean, where two bear its name."""
        if owned.marks() or (name.casefold(), unit) not in self._shared:
            return []
        known = self._namesakes.get((key, unit), ())
        return [each for each in known if not that_part(each.owned, owned, by_name=True)]

    def keep_new(self, key: str, unit: str, mention: SpokenOf) -> None:
        """A new person has been spoken of."""
        owned = mention.owned
        for what, value in owned.marks():
            self._by_own[key, what, value] = mention
        self._by_unit.setdefault((key, unit), mention)
        if self._shared:
            self._namesakes.setdefault((key, unit), []).append(mention)
        if owned.birth:
            # Of two who were born on one day, too, neither is meant for sure.
            place = (key, unit, owned.birth)
            self._by_birth[place] = None if place in self._by_birth else mention


def _in_units(
    rows: Sequence[SourceRow], units: Sequence[str], keys: Mapping[str, NameKeys]
) -> list[NameInUnit]:
    return list(zip([keys[row.name].match for row in rows], units, strict=True))


def _marks(row: SourceRow) -> tuple[str, str, str, str]:
    """What may be only this person's, compared like `Owned`."""
    return (row.staff_code.casefold(), row.login.lower(), row.phone.number, row.email.lower())
