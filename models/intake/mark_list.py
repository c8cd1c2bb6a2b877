"""A list of people to mark: found on the roster by phone and name, never by a guess."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.intake.merging import marks_of
from models.intake.plan import read_source
from models.intake.roster_view import RosterView, roster_view
from models.intake.shape.records import SourceRow
from models.matching.finder import Finder
from models.matching.identity import Identity
from models.matching.units import UnitFinder
from models.records import Mark
from models.store.data_file import DataFile
from models.text.names import loose_key, match_key


@dataclass(frozen=True, slots=True)
class MarkList:
    """Who the list speaks of: the dates of each person by id, and the rows that are nobody."""

    marks: Mapping[int, Mapping[Mark, date]]
    not_found: tuple[str, ...]

    def only(self, mark: Mark) -> dict[int, dict[Mark, date]]:
        """Those whom the list gives this mark, with it alone."""
        return {each: {mark: dates[mark]} for each, dates in self.marks.items() if mark in dates}


def read_mark_list(data_file: DataFile, path: Path, mark: Mark, day: date) -> MarkList:
    """Read a list of people to mark. A list without any mark of its own means `mark` on `day`.

    Raises `AppError` when the file cannot be read.
    """
    source = read_source(data_file, path)
    rows = [row for table in source.tables for row in table.rows]
    says_nothing = not any(_says(row, mark) for row in rows)
    view = roster_view(data_file)
    seeker = _Seeker(view)
    found: dict[int, dict[Mark, date]] = {}
    missing: list[str] = []
    for row in rows:
        said = marks_of(row, day)
        dates = {each: said[each] for each in Mark if each in said}
        if says_nothing:
            dates = {mark: day}
        person_id = seeker.seek(row)
        if person_id is None:
            missing.append(f"{row.name} ({row.phone.number or row.phone.raw or 'không có số'})")
        elif dates:
            found[person_id] = dates
    return MarkList(found, tuple(missing))


def _says(row: SourceRow, mark: Mark) -> bool:
    if mark is Mark.REGISTERED:
        return row.registered is not None or row.registered_on is not None
    return row.completed is not None or row.completed_on is not None


class _Seeker:
    """Finds the one person of the roster that a row is about."""

    def __init__(self, view: RosterView) -> None:
        self._finder = Finder(view.identities(), view.decisions)
        self._units = UnitFinder(view.units, view.commune)
        self._by_phone: dict[str, list[int]] = {}
        self._loose = {each: loose_key(row["name"]) for each, row in view.people.items()}
        for each, row in view.people.items():
            if row["phone"]:
                self._by_phone.setdefault(row["phone"], []).append(each)

    def seek(self, row: SourceRow) -> int | None:
        """The person with this phone whose name agrees but for its marks, else the sure one."""
        owners = self._by_phone.get(row.phone.number, [])
        agreeing = [each for each in owners if self._loose[each] == loose_key(row.name)]
        if len(agreeing) == 1:
            return agreeing[0]
        same = self._finder.find(self._identity(row)).same
        return None if same is None else same.id

    def _identity(self, row: SourceRow) -> Identity:
        unit_id = self._units.find(row.unit).unit_id if row.unit else None
        return Identity(
            id=None,
            name=row.name,
            name_key=match_key(row.name),
            phone=row.phone.number,
            unit_id=unit_id,
            unit=row.unit,
            birth=row.birth,
            staff_code=row.staff_code,
        )
