"""What a row of a file changes in a person, by the merge policy; nothing is blanked by a blank."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from operator import attrgetter
from typing import Any

from models.intake.plan_records import CellChange, Policy
from models.intake.shape.records import SourceRow
from models.records import Gender, Mark, StaffType
from models.records.moment import Moment
from models.records.person_columns import written_value

StoredPerson = Mapping[str, Any]
NO_MARKS: dict[str, Any] = {
    "registered_on": None,
    "failed_on": None,
    "completed_on": None,
    "score": None,
    "attempts": None,
}
HIDDEN_COLUMNS = frozenset({"phone_raw", "name_key", "name_search", "name_sort"})
"""Columns that follow from others, which nobody wants to read."""

PERSON_FIELDS = ("position", "staff_type", "gender", "birth", "email", "staff_code", "note")

# `.value` of an enum is computed at each use, which is felt with 60.000 rows.
_WRITTEN: dict[StaffType | Gender | None, str] = {
    **{kind: kind.value for kind in (*StaffType, *Gender)},
    None: "",
}


def _note(row: SourceRow) -> str:
    if not row.phone.others:
        return row.note
    others = "Số khác: " + ", ".join(row.phone.others)
    return f"{row.note}; {others}" if row.note else others


STORED: dict[str, Callable[[SourceRow], str]] = {
    "position": attrgetter("position"),
    "staff_type": lambda row: _WRITTEN[row.staff_type],
    "gender": lambda row: _WRITTEN[row.gender],
    "birth": attrgetter("birth"),
    "phone": attrgetter("phone.number"),
    "phone_raw": attrgetter("phone.raw"),
    "email": attrgetter("email"),
    "staff_code": attrgetter("staff_code"),
    "note": _note,
}
"""The columns of a person that a row speaks of, without the name's and the unit."""

MARKING = ("registered", "completed", "registered_on", "completed_on", "score", "attempts")
"""What a row may say about the contest."""


def stored_values(row: SourceRow) -> dict[str, Any]:
    """What `row` says in each of those columns."""
    return {name: read(row) for name, read in STORED.items()}


def marks_in_row(row: SourceRow, day: date | Moment) -> dict[str, Any]:
    """What `row` says about the contest; a mark without a date gets `day`."""
    marks: dict[str, Any] = {}
    if row.registered or (row.registered_on and row.registered is not False):
        marks[Mark.REGISTERED] = row.registered_on or day
    if row.completed or (row.completed_on and row.completed is not False):
        marks[Mark.COMPLETED] = row.completed_on or day
        marks.setdefault(Mark.REGISTERED, marks[Mark.COMPLETED])
    elif row.failed:
        marks[Mark.FAILED] = row.completed_on or day
        marks.setdefault(Mark.REGISTERED, marks[Mark.FAILED])
    if row.score is not None:
        marks["score"] = row.score
    if row.attempts is not None:
        marks["attempts"] = row.attempts
    return marks


def as_columns(marks: Mapping[str, Any]) -> dict[str, Any]:
    """Marks under the names of their columns: "registered" becomes "registered_on"."""
    return {f"{name}_on" if name in tuple(Mark) else name: v for name, v in marks.items()}


def changed_values(old: StoredPerson, new: StoredPerson, policy: Policy) -> dict[str, Any]:
    """The columns that the import sets, with their new values."""
    changed: dict[str, Any] = {}
    for name in PERSON_FIELDS:
        value = new[name]
        if value and value != old[name] and _may_set(old[name], policy):
            changed[name] = value
    phone = new["phone"]
    if phone and phone != old["phone"] and _may_set(old["phone"], policy):
        changed["phone"] = phone
        changed["phone_raw"] = new["phone_raw"]
    return changed


def _may_set(old: str, policy: Policy) -> bool:
    if policy is Policy.KEEP_OURS:
        return False
    return policy is Policy.NEW_WINS or not old


def changed_marks(old: StoredPerson, marks: Mapping[str, Any]) -> dict[str, Any]:
    """The marks that are not there yet: dates stand, a score only rises; who has completed does
    not fail any more."""
    changed: dict[str, Any] = {
        mark: marks[mark] for mark in Mark if mark in marks and old[f"{mark}_on"] is None
    }
    if old["completed_on"] is not None:
        changed.pop(Mark.FAILED, None)
    for name in ("score", "attempts"):
        value = marks.get(name)
        if value is not None and (old[name] is None or value > old[name]):
            changed[name] = value
    return changed


def cell_changes(
    old: StoredPerson, values: StoredPerson, marks: Mapping[str, Any], units: tuple[str, str] | None
) -> tuple[CellChange, ...]:
    """The same changes as people read them; `units` are the old and the new unit's name."""
    cells = [CellChange("unit", *units)] if units else []
    for name, value in values.items():
        if name not in HIDDEN_COLUMNS:
            cells.append(
                CellChange(name, written_value(name, old[name]), written_value(name, value))
            )
    for name, value in as_columns(marks).items():
        cells.append(CellChange(name, written_value(name, old[name]), written_value(name, value)))
    return tuple(cells)
