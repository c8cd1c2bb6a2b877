"""Who the rows before have spoken of, so that two rows about one person become one person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.intake.merging import as_columns
from models.intake.plan_records import PlanRow

TWICE = "Trùng với dòng {row} ở trên."
TWICE_IN_FILES = "Trùng với dòng {row} của tệp {file}."


TELLING = ("phone", "position", "birth")


def _differ(one: Mapping[str, Any], other: Mapping[str, Any], column: str) -> bool:
    return bool(one[column] and other[column] and one[column] != other[column])


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


class Spoken:
    """Mentions of people on the roster by id, and of new people by name, phone and unit."""

    def __init__(self) -> None:
        self._people: dict[int, Mention] = {}
        self._by_phone: dict[tuple[str, str], Mention] = {}
        self._by_unit: dict[tuple[str, str], Mention] = {}

    def of_person(self, person_id: int) -> Mention | None:
        """The mention of somebody on the roster."""
        return self._people.get(person_id)

    def keep_person(self, person_id: int, mention: Mention) -> None:
        """Somebody on the roster has been spoken of."""
        self._people[person_id] = mention

    def of_new(self, values: Mapping[str, Any], unit: str) -> Mention | None:
        """The new person of that name with that phone, or in that unit with nothing against it.

        Another phone, position or birth date stands against: then they are namesakes.
        """
        name_key, phone = values["name_key"], values["phone"]
        found = self._by_phone.get((name_key, phone)) if phone else None
        if found is not None:
            return found
        found = self._by_unit.get((name_key, unit))
        if found is None or any(_differ(found.first.values, values, each) for each in TELLING):
            return None
        return found

    def keep_new(self, name_key: str, phone: str, unit: str, mention: Mention) -> None:
        """A new person has been spoken of."""
        if phone:
            self._by_phone[name_key, phone] = mention
        self._by_unit.setdefault((name_key, unit), mention)
