"""Two entries of the roster become one, and nothing that hung on either of them is lost."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from models.errors import AppError
from models.journal.change import Change, changing, rows_by_id
from models.journal.closed_marks import MERGE
from models.journal.rows import StoredRow
from models.matching.decisions import decision_key
from models.matching.identity import identity
from models.roster.doubles import Double, Group, find_duplicates
from models.roster.match_decisions import remember_decisions
from models.roster.merged_posts import join_side_posts, unite_posts
from models.roster.merged_rows import join_periods, lost_accounts, repoint_all
from models.store.schema import distinct_people, people, units
from models.store.store import Store
from models.text.phones import display_phone

FIELDS = (
    "name", "unit_id", "position", "staff_type", "gender", "birth", "phone", "email",
    "staff_code", "note", "came_on",
)  # fmt: skip
"""What the officer chooses between, field by field."""

_TOGETHER = {
    "name": ("name", "name_key", "name_search", "name_sort"),
    "phone": ("phone", "phone_raw"),
}
_EMPTY = (None, "")
_OTHER_ACCOUNT = "Tài khoản khác: {}".format


class Side(StrEnum):
    """Whose value of a field stays."""

    KEEP = "keep"
    OTHER = "other"


Choices = Mapping[str, Side]


def default_side(field: str, keep: Any, other: Any) -> Side:
    """Whose value stays unless the officer says otherwise: the one that there is."""
    if field == "came_on":
        # Without a day somebody has always been there.
        return Side.OTHER if keep is not None and (other is None or other < keep) else Side.KEEP
    return Side.OTHER if keep in _EMPTY and other not in _EMPTY else Side.KEEP


def merge_people(data_file: Store, keep_id: int, other_id: int, choices: Choices) -> None:
    """Make one entry of two: that of `keep_id` stays, the other one goes, as one change.

    `choices` say whose value of a field of `FIELDS` stays; without one it is the value that there
    is, else that of `keep_id`. A phone, an account and notes that lose are kept in the note.
    Marks stand, the best score stands; posts, exemptions, decisions, slips and doubts
    follow; periods of one reason that meet are joined. Raises
    `AppError` when one of the two is not there any more.
    """
    with changing(data_file, MERGE, "") as change:
        keep, other = _both(change, keep_id, other_id)
        sides = {
            field: choices.get(field, default_side(field, _said(keep, field), _said(other, field)))
            for field in FIELDS
        }
        change.summary = (
            f"Gộp hai mục của {(keep if sides['name'] is Side.KEEP else other)['name']}"
        )
        day = data_file.clock().date()
        merged = _merged(keep, other, sides)
        accounts = lost_accounts(change, keep_id, other_id)
        merged["note"] = "; ".join(filter(None, (merged["note"], *map(_OTHER_ACCOUNT, accounts))))
        if not change.update(people, {keep_id: merged}):
            change.note(people, keep_id)
        unite_posts(change, keep, other, other_stays=sides["unit_id"] is Side.OTHER, today=day)
        repoint_all(change, keep_id, other_id)
        join_periods(change, keep_id)
        join_side_posts(change, keep_id)
        _remember(change, keep_id, (keep, other))
        change.delete(people, [other_id])


def _said(row: StoredRow, field: str) -> Any:
    """The value of a field; a phone that could not be read stands as it was written."""
    return display_phone(row["phone"]) or row["phone_raw"] if field == "phone" else row[field]


def _both(change: Change, keep_id: int, other_id: int) -> tuple[StoredRow, StoredRow]:
    rows = rows_by_id(change.connection, people, [keep_id, other_id])
    if keep_id == other_id or len(rows) != 2:
        raise AppError(
            "Một trong hai người không còn trong danh sách nên chưa gộp gì.",
            "Hãy tìm lại những người có thể trùng.",
        )
    return rows[keep_id], rows[other_id]


def _merged(keep: StoredRow, other: StoredRow, sides: Choices) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for field, side in sides.items():
        source = keep if side is Side.KEEP else other
        merged |= {name: source[name] for name in _TOGETHER.get(field, (field,))}
    merged["note"] = _note(keep, other, sides)
    if keep["left_on"] is None or other["left_on"] is None:
        return {**merged, "left_on": None, "left_reason": ""}
    last = max((keep, other), key=lambda row: row["left_on"])
    return {**merged, "left_on": last["left_on"], "left_reason": last["left_reason"]}


def _note(keep: StoredRow, other: StoredRow, sides: Choices) -> str:
    """The chosen note, the other one when nobody has chosen, and the phone that lost."""
    chosen, lost = (keep, other) if sides["note"] is Side.KEEP else (other, keep)
    parts = [chosen["note"], lost["note"]]
    kept, other_one = (keep, other) if sides["phone"] is Side.KEEP else (other, keep)
    phone = _said(other_one, "phone")
    if phone and phone != _said(kept, "phone"):
        parts.append(f"Số khác: {phone}")
    return "; ".join(dict.fromkeys(filter(None, parts)))


def _remember(change: Change, keep_id: int, rows: tuple[StoredRow, StoredRow]) -> None:
    """A file that has either of the two as they were is recognised from now on.

    A name without a phone is kept only when nobody else on the roster has it.
    """
    unit_ids = [row["unit_id"] for row in rows]
    found = change.connection.execute(
        select(units.c.id, units.c.name).where(units.c.id.in_(unit_ids))
    )
    names = {row.id: row.name for row in found}
    keys = {
        decision_key(identity(row["name"], phone=row["phone"], unit=names[row["unit_id"]]))
        for row in rows
        if row["phone"] or not _has_namesake(change, row, rows)
    }
    remember_decisions(change, [(key, keep_id, True) for key in sorted(keys)])


def _has_namesake(change: Change, row: StoredRow, rows: tuple[StoredRow, StoredRow]) -> bool:
    others = select(people.c.id).where(
        people.c.name_key == row["name_key"], people.c.id.not_in([each["id"] for each in rows])
    )
    return change.connection.execute(others.limit(1)).first() is not None


def say_distinct(data_file: Store, first_id: int, second_id: int) -> None:
    """Remember that two entries are two people; they are not shown as a pair again."""
    first, second = sorted((first_id, second_id))
    with changing(data_file, "person-distinct", "") as change:
        rows = _both(change, first, second)
        known = select(distinct_people.c.id).where(
            distinct_people.c.first_id == first, distinct_people.c.second_id == second
        )
        if change.connection.execute(known).first() is None:
            change.insert(distinct_people, [{"first_id": first, "second_id": second}])
        names = list(dict.fromkeys(row["name"] for row in rows))
        words = f"hai người tên {names[0]}" if len(names) == 1 else " và ".join(names)
        change.summary = f"Ghi nhớ {words} không phải một người"


__all__ = [
    "FIELDS",
    "Double",
    "Group",
    "Side",
    "default_side",
    "find_duplicates",
    "merge_people",
    "say_distinct",
]
