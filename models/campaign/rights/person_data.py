"""All that the data holds of one person, whichever table it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, func, select

from models.campaign.rights.mentions import count_mentions
from models.campaign.rights.sections import MOST_LINES, SECTIONS, section_of
from models.campaign.rights.whose import OnePerson, whose_data
from models.journal.history import history_of
from models.records.person_columns import PERSON_TITLES, written_value
from models.records.person_data import DataSection, KeptFor, PersonData
from models.store.schema import changes, contests, export_log, participations, people, units
from models.store.store import Store
from models.text.formats import short_date

FACTS = (
    "position", "staff_type", "gender", "birth", "phone", "email", "staff_code", "came_on",
    "left_on", "note",
)  # fmt: skip
OTHER_FACTS = {"phone_raw": "Điện thoại như trong tệp nguồn", "left_reason": "Lý do rời danh sách"}
HISTORY = ("Thời gian", "Nội dung", "Người thực hiện")


def person_data(store: Store, person_id: int) -> PersonData:
    """That person's data. Raises `AppError` when they are not in the roster."""
    entries = history_of(store, person_id)
    lines = tuple(
        (f"{e.at:%H:%M} {short_date(e.at.date())}", e.summary, e.who) for e in entries[:MOST_LINES]
    )
    history = DataSection(
        "Lịch sử thay đổi", HISTORY, lines, (changes.name,), max(0, len(entries) - MOST_LINES)
    )
    with store.reading() as connection:
        whose = whose_data(connection, person_id)
        sections = [section_of(connection, whose, each) for each in SECTIONS]
        told = {table for each in sections for table in each.tables}
        mentions = count_mentions(connection, whose)
        exports = connection.execute(select(func.count()).select_from(export_log)).scalar_one()
        return PersonData(
            id=whose.id,
            uid=str(whose.row["uid"]),
            name=whose.name,
            phone=str(whose.row["phone"]),
            facts=tuple(_facts(connection, whose)),
            sections=(*sections, history),
            contests=_kept_for(connection, whose),
            mentions={name: count for name, count in mentions.items() if name not in told},
            exports=exports,
            namesakes=whose.namesakes,
        )


def _facts(connection: Connection, whose: OnePerson) -> list[tuple[str, str]]:
    row: Mapping[str, Any] = whose.row
    unit = connection.execute(select(units.c.name).where(units.c.id == row["unit_id"])).scalar_one()
    earlier = [name for name in whose.known.names if name != row["name"]]
    told = [
        (PERSON_TITLES["name"], row["name"]),
        ("Họ tên từng ghi", ", ".join(earlier)),
        (PERSON_TITLES["unit"], unit),
        *((PERSON_TITLES[name], written_value(name, row[name])) for name in FACTS),
        *((title, row[name]) for name, title in OTHER_FACTS.items()),
        ("Mã trong phần mềm", row["uid"]),
    ]
    return [(title, value) for title, value in told if value]


def _kept_for(connection: Connection, whose: OnePerson) -> tuple[KeptFor, ...]:
    own = participations.c.contest_id == contests.c.id
    theirs = participations.c.person_id.in_(whose.ids)
    marked = select(participations.c.id).where(own, theirs).exists()
    rows = select(contests).where(marked | contests.c.current).order_by(contests.c.id)
    return tuple(
        KeptFor(row.short_name, row.purpose, row.keep_until, row.closed_on, row.purged_on)
        for row in connection.execute(rows)
    )


SHOWN_COLUMNS = frozenset({"name", "unit_id", "uid", *FACTS, *OTHER_FACTS})
"""The columns of a person that the sheet tells."""
TOLD_TABLES = frozenset({people.name, *(name for each in SECTIONS for name in each.tables)})
"""The tables of which it tells line by line; of any other it says how many rows name the person."""
