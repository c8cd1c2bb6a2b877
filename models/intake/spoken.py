"""Who the rows before have spoken of, so that two rows about one person become one person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.intake.merging import as_columns
from models.intake.plan_records import PlanRow

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

        What stands against is told by all rows so far: a row without a phone takes the phone of
        the second one, and then the third one with another phone is somebody else.
        """
        name_key, phone = values["name_key"], values["phone"]
        found = self._by_phone.get((name_key, phone)) if phone else None
        if found is not None:
            return None if _born_apart(found.state["birth"], values["birth"]) else found
        found = self._by_unit.get((name_key, unit))
        if found is None or _are_namesakes(found.state, values):
            return None
        if phone:
            self._by_phone[name_key, phone] = found
        return found

    def keep_new(self, name_key: str, phone: str, unit: str, mention: Mention) -> None:
        """A new person has been spoken of."""
        if phone:
            self._by_phone[name_key, phone] = mention
        self._by_unit.setdefault((name_key, unit), mention)
