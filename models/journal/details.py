"""The rows of one entry of the history in words that an officer understands."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Boolean, Connection, Date, DateTime, func, select

from models.errors import AppError
from models.journal.change import rows_by_id
from models.journal.forgetting import FORGOTTEN
from models.journal.packs import whole_journal
from models.journal.rows import unpack_row
from models.records.documents import DIRECTION_NAMES
from models.records.history import PURGED_WORDS, RowAct, RowChange, ValueChange
from models.records.kinds import (
    GENDER_NAMES,
    LEVEL_TONE_NAMES,
    SCORE_RULE_NAMES,
    STAFF_TYPE_NAMES,
    STAGE_KIND_NAMES,
    UNIT_KIND_NAMES,
)
from models.records.table_words import (
    NAMED_BY,
    REFERENCES,
    SUBJECTS,
    TABLE_NAMES,
    column_title,
)
from models.store.schema import change_rows, changes, metadata
from models.store.store import Store
from models.text.formats import minute_words, partial_date, score_words, short_date, size_words
from models.text.phones import display_phone

LONGEST = 300
"""Longer texts, such as a whole wording, are cut where history tells of them."""
KeptRow = Mapping[str, Any]
Names = Mapping[tuple[str, int], str]


def entry_row_ids(store: Store, entry_id: int) -> tuple[int, ...]:
    """The rows of the journal of one entry, in the order in which they were written.

    Raises `AppError` when there is no such entry.
    """
    with store.reading() as connection, whole_journal(connection):
        if connection.execute(select(changes.c.id).where(changes.c.id == entry_id)).first() is None:
            raise AppError(
                f"Trong lịch sử không có việc số {entry_id}.",
                "Hãy xem lại số của việc trong lịch sử thay đổi.",
            )
        rows = select(change_rows.c.id).where(change_rows.c.change_id == entry_id)
        return tuple(connection.execute(rows.order_by(change_rows.c.id)).scalars())


def row_changes(store: Store, ids: Sequence[int]) -> tuple[RowChange, ...]:
    """These rows of the journal in words, in the order asked; a page of them at a time."""
    with store.reading() as connection, whole_journal(connection):
        found = rows_by_id(connection, change_rows, ids)
        told = {each["id"]: _sides(each) for each in found.values()}
        names = _names(connection, [(found[at]["table_name"], *told[at]) for at in found])
        return tuple(_told(found[at], *told[at], names) for at in ids if at in found)


def _sides(row: Mapping[str, Any]) -> tuple[KeptRow | None, KeptRow | None]:
    table = metadata.tables.get(row["table_name"])
    return (_side(row["before"], table), _side(row["after"], table))


def _side(text: str | None, table: Any) -> KeptRow | None:
    if text is None:
        return None
    return json.loads(text) if table is None else unpack_row(text, table)


def _told(
    row: Mapping[str, Any], before: KeptRow | None, after: KeptRow | None, names: Names
) -> RowChange:
    table = row["table_name"]
    purged = FORGOTTEN in (row["before"], row["after"])
    known = after or before or {}
    subject = PURGED_WORDS if purged and not known else _subject(table, known, names)
    if before is None or after is None:
        act = RowAct.ADDED if before is None else RowAct.REMOVED
    else:
        act = RowAct.NOTED if before == after and not purged else RowAct.CHANGED
    cells = () if purged else _cells(table, before or {}, after or {}, names)
    return RowChange(row["id"], TABLE_NAMES.get(table, table), subject, act, cells)


def _cells(table: str, before: KeptRow, after: KeptRow, names: Names) -> tuple[ValueChange, ...]:
    found = []
    for column in dict.fromkeys((*after, *before)):
        title = column_title(table, column)
        old, new = before.get(column), after.get(column)
        if title and old != new:
            words = (_value(table, column, each, names) for each in (old, new))
            cell = ValueChange(title, *words)
            if cell.before != cell.after:
                found.append(cell)
    return tuple(found)


def _subject(table: str, row: KeptRow, names: Names) -> str:
    """Which row it is: the person whose result, the unit whose contact."""
    for column in SUBJECTS.get(table, ()):
        words = _value(table, column, row.get(column), names)
        if words:
            return words
    return ""


def _names(
    connection: Connection, sides: Iterable[tuple[str, KeptRow | None, KeptRow | None]]
) -> dict[tuple[str, int], str]:
    """What the rows are called that these refer to; of one that is gone, as it was called last."""
    wanted: defaultdict[str, set[int]] = defaultdict(set)
    for _, *both in sides:
        for column, parent in REFERENCES.items():
            wanted[parent].update(
                side[column] for side in both if side and isinstance(side.get(column), int)
            )
    found: dict[tuple[str, int], str] = {}
    for parent, ids in wanted.items():
        rows: dict[int, KeptRow] = dict(
            rows_by_id(connection, metadata.tables[parent], sorted(ids))
        )
        for gone in sorted(ids - rows.keys()):
            rows[gone] = _last_known(connection, parent, gone)
        for row_id, row in rows.items():
            said = (str(row.get(name) or "") for name in NAMED_BY[parent])
            found[parent, row_id] = next(filter(None, said), "")
    return found


def _last_known(connection: Connection, table: str, row_id: int) -> KeptRow:
    statement = (
        select(func.coalesce(change_rows.c.after, change_rows.c.before))
        .where(change_rows.c.table_name == table, change_rows.c.row_id == row_id)
        .order_by(change_rows.c.id.desc())
        .limit(1)
    )
    text = connection.execute(statement).scalar()
    return unpack_row(text, metadata.tables[table]) if text else {}


def _value(table: str, column: str, value: Any, names: Names) -> str:
    """A value as people read it; what is nothing is ""."""
    if value is None or value == "":
        return ""
    if column in REFERENCES and isinstance(value, int):
        return names.get((REFERENCES[column], value), "") or "(không còn)"
    kind = metadata.tables[table].c[column].type if table in metadata.tables else None
    if isinstance(kind, Boolean):
        return "có" if value else "không"
    if isinstance(value, datetime) or isinstance(kind, DateTime):
        return f"{value:%H:%M %d/%m/%Y}"
    if isinstance(value, date) or isinstance(kind, Date):
        return short_date(value)
    words = _WRITTEN.get(column, _code_words(table, column))(value)
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def _code_words(table: str, column: str) -> Callable[[Any], str]:
    codes = _CODES.get((table, column)) or _CODES.get(("", column))
    return (lambda value: codes.get(value, str(value))) if codes else _plain


def _plain(value: Any) -> str:
    return score_words(value) if isinstance(value, float) else str(value)


_WRITTEN: dict[str, Callable[[Any], str]] = {
    "phone": display_phone,
    "birth": partial_date,
    "size": size_words,
    **dict.fromkeys(
        ("registered_minute", "failed_minute", "completed_minute", "as_of_minute"), minute_words
    ),
}
_MARKS = {"registered": "đã đăng ký", "failed": "đã thi, chưa đạt", "completed": "đã hoàn thành"}
_CODES: dict[tuple[str, str], Mapping[Any, str]] = {
    ("units", "kind"): UNIT_KIND_NAMES,
    ("stages", "kind"): STAGE_KIND_NAMES,
    ("", "staff_type"): STAFF_TYPE_NAMES,
    ("", "gender"): GENDER_NAMES,
    ("", "tone"): LEVEL_TONE_NAMES,
    ("", "score_rule"): SCORE_RULE_NAMES,
    ("documents", "direction"): DIRECTION_NAMES,
    ("unit_contacts", "role"): {"head": "người đứng đầu", "contact": "đầu mối"},
    ("reminders", "way"): {"zalo": "qua Zalo", "phone": "qua điện thoại", "letter": "bằng văn bản"},
    ("reminders", "addressee"): {
        "head": "người đứng đầu", "staff": "người trong đơn vị", "chairman": "Chủ tịch",
    },
    ("", "form_mark"): _MARKS,
    ("", "meeting_mark"): _MARKS,
    ("", "doubt_mark"): _MARKS,
    ("", "doubt_kind"): {"lost": "lần trước có, nay không có", "mismatch": "tài khoản khớp nhầm"},
    ("signers", "issuer"): {"ubnd": "Ủy ban nhân dân", "vhxh": "Phòng Văn hóa - Xã hội"},
    ("report_definitions", "cut"): {
        "decree": "theo Nghị định 09/2019/NĐ-CP", "calendar": "theo lịch",
    },
    ("report_definitions", "period"): {
        "month": "tháng", "quarter": "quý", "half": "6 tháng", "nine_months": "9 tháng",
        "year": "năm", "free": "từ ngày đến ngày",
    },
}  # fmt: skip
