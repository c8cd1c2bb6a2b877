"""Who the rows before have spoken of, so that two rows about one person become one person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from models.intake.merging import as_columns
from models.intake.plan_records import PlanRow
from models.intake.shape.records import SourceRow

NameInUnit = tuple[str, str]

TWICE = "Trùng với dòng {row} ở trên."
TWICE_IN_FILES = "Trùng với dòng {row} của tệp {file}."


def _are_namesakes(known: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    """Whether another phone, position or birth stands against one person."""
    differ = any(
        known[each] and values[each] and known[each] != values[each]
        for each in ("phone", "position")
    )
    return differ or _born_apart(known["birth"], values["birth"])


def _born_apart(one: str, other: str) -> bool:
    """Whether two births exclude each other; a year agrees with a day in it."""
    return not (one.startswith(other) or other.startswith(one))


class Mention:
    """The first row about somebody, and what is known after all rows so far.

    `base` is what was known before the first row.
    A platform writes one row for each attempt, so rows with a score are counted.
    """

    __slots__ = ("_base", "_scored", "_state", "first")

    def __init__(self, first: PlanRow, base: Mapping[str, Any], scored: bool) -> None:
        self.first = first
        self._base = base
        self._state: dict[str, Any] | None = None
        self._scored = int(scored)

    @property
    def state(self) -> dict[str, Any]:
        """The stored columns after all rows so far; made for the second row, which few have."""
        if self._state is None:
            self._state = {**self._base, **self.first.values, **as_columns(self.first.marks)}
        return self._state

    @property
    def known(self) -> Mapping[str, Any]:
        """The same columns of a new person, for reading."""
        return self.first.values if self._state is None else self._state

    def counted(self, marks: Mapping[str, Any]) -> Mapping[str, Any]:
        """The marks of one more row, with the attempts that the rows add up to."""
        if "score" not in marks:
            return marks
        self._scored += 1
        return {"attempts": self._scored, **marks}

    def words(self, file: str) -> str:
        """Where the first row stands, for somebody who reads a row of `file`."""
        pattern = TWICE if file == self.first.file else TWICE_IN_FILES
        return pattern.format(row=self.first.row, file=self.first.file)


def shared_names(rows: Iterable[SourceRow], unit: str) -> frozenset[NameInUnit]:
    """The names that two people of one unit bear, as their phones or births tell.

    `unit` is the unit of rows that name none.
    """
    seen: dict[NameInUnit, tuple[str, str]] = {}
    shared: set[NameInUnit] = set()
    for row in rows:
        key, phone = (row.name.casefold(), row.unit or unit), row.phone.number
        known, born = seen.setdefault(key, (phone, row.birth))
        if (known and phone and known != phone) or _born_apart(born, row.birth):
            shared.add(key)
        elif not known or not born:
            seen[key] = (known or phone, born or row.birth)
    return frozenset(shared)


class Spoken:
    """Mentions of people on the roster by id, and of new people by name, phone and unit.

    `shared` are the `shared_names` of all rows to come.
    """

    def __init__(self, shared: frozenset[NameInUnit] = frozenset()) -> None:
        self._shared = shared
        self._people: dict[int, Mention] = {}
        self._by_phone: dict[tuple[str, str], Mention] = {}
        self._by_unit: dict[NameInUnit, Mention] = {}
        self._by_birth: dict[tuple[str, str, str], Mention | None] = {}
        self._namesakes: dict[NameInUnit, list[Mention]] = {}

    def of_person(self, person_id: int) -> Mention | None:
        """The mention of somebody on the roster."""
        return self._people.get(person_id)

    def keep_person(self, person_id: int, mention: Mention) -> None:
        """Somebody on the roster has been spoken of."""
        self._people[person_id] = mention

    def of_new(self, name: str, values: Mapping[str, Any], unit: str) -> Mention | None:
        """The new person of that name with that phone, or in that unit with nothing against it.
        Where two people bear the name, only a phone or a birth tells which of them is meant.

        What stands against is told by all rows so far: a row without a phone takes the phone of
        the second one, and then the third one with another phone is somebody else.
        """
        name_key, phone = values["name_key"], values["phone"]
        found = self._by_phone.get((name_key, phone)) if phone else None
        if found is not None:
            return None if _born_apart(found.known["birth"], values["birth"]) else found
        if (name.casefold(), unit) in self._shared:
            found = self._by_birth.get((name_key, unit, values["birth"]))
        else:
            found = self._by_unit.get((name_key, unit))
        if found is None or _are_namesakes(found.known, values):
            return None
        if phone:
            self._by_phone[name_key, phone] = found
        return found

    def in_doubt(self, name: str, values: Mapping[str, Any], unit: str) -> list[Mention]:
        """The new people whom a row without a phone may mean, where two bear its name."""
        if values["phone"] or (name.casefold(), unit) not in self._shared:
            return []
        return self._fitting(values, unit)

    def _fitting(self, values: Mapping[str, Any], unit: str) -> list[Mention]:
        known = self._namesakes.get((values["name_key"], unit), ())
        return [each for each in known if not _are_namesakes(each.known, values)]

    def keep_new(self, values: Mapping[str, Any], unit: str, mention: Mention) -> None:
        """A new person has been spoken of."""
        name_key, phone = values["name_key"], values["phone"]
        if phone:
            self._by_phone[name_key, phone] = mention
        self._by_unit.setdefault((name_key, unit), mention)
        if self._shared:
            self._namesakes.setdefault((name_key, unit), []).append(mention)
        if born := values["birth"]:
            # Of two who were born on one day, too, neither is meant for sure.
            key = (name_key, unit, born)
            self._by_birth[key] = None if key in self._by_birth else mention
