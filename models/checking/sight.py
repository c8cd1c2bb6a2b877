"""What the rules look at: one consistent state, with the words for people, units and contests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, text

from models.checking.findings import Flaw
from models.records import Mark
from models.records.moment import Moment

Flaws = Iterable[Flaw]


class CheckRule(NamedTuple):
    """What must be so; `title` says it in a few words, `find` tells where it is not."""

    code: str
    title: str
    find: Callable[[Sight], Flaws]
    only_file: bool = False


class Sight:
    """One state of the data, and what is called how in it."""

    def __init__(self, connection: Connection, today: date) -> None:
        self.connection = connection
        self.today = today
        self.journal: object | None = None
        """What `journal_sight` keeps of the journal."""

    @property
    def in_file(self) -> bool:
        """Whether the data is in a file, not on a server."""
        return self.connection.dialect.name == "sqlite"

    def rows(self, statement: str, **values: Any) -> Sequence[Any]:
        """What a statement finds."""
        if not values:
            return self.connection.exec_driver_sql(statement).all()
        return self.connection.execute(text(statement), values).all()

    @cached_property
    def _people(self) -> Mapping[int, str]:
        rows = self.rows(
            "SELECT people.id, people.name, units.name AS unit FROM people"
            " LEFT JOIN units ON units.id = people.unit_id"
        )
        return {
            row.id: f"{row.name}, {row.unit or 'không rõ đơn vị'} (người số {row.id})"
            for row in rows
        }

    @cached_property
    def _units(self) -> Mapping[int, str]:
        return {row.id: row.name for row in self.rows("SELECT id, name FROM units")}

    @cached_property
    def _contests(self) -> Mapping[int, str]:
        return {row.id: row.short_name for row in self.rows("SELECT id, short_name FROM contests")}

    def knows(self, person_id: int) -> bool:
        """Whether the person is there."""
        return person_id in self._people

    def person(self, person_id: int | None) -> str:
        """ "Nguyễn Văn An, Trường Mầm non A (người số 12)"."""
        return self._people.get(person_id or 0) or f"người số {person_id} không còn trong dữ liệu"

    def unit(self, unit_id: int | None) -> str:
        """ "đơn vị Trường Mầm non A"."""
        name = self._units.get(unit_id or 0)
        return f"đơn vị {name}" if name else f"đơn vị số {unit_id} không còn trong dữ liệu"

    def contest(self, contest_id: int | None, stage: int | None = None) -> str:
        """ "cuộc thi AI 2026, chặng 2"."""
        name = self._contests.get(contest_id or 0)
        words = f"cuộc thi {name}" if name else f"cuộc thi số {contest_id} không còn trong dữ liệu"
        return f"{words}, chặng {stage}" if stage else words


def as_day(stored: Any) -> date | None:
    """A day as a statement that is plain text gives it: as text from a file."""
    return date.fromisoformat(stored) if isinstance(stored, str) else stored


def mark_moment(row: Row[Any], mark: Mark) -> Moment | None:
    """From when on a participation has a mark, as such a statement gives its columns."""
    day = as_day(row._mapping[f"{mark}_on"])
    return None if day is None else Moment(day, row._mapping[f"{mark}_minute"])
