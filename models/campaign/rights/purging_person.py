"""The data of one person goes for good; on past days they are counted as before, without a name.

The person leaves the roster on the day of it. Their row stays under a name and a uid of nobody,
with its unit, days and marks, so that no figure that was reported and none of a past day changes.
"""

from __future__ import annotations

import secrets
from datetime import date

from sqlalchemy import Connection, Table, or_, select

from models.campaign.rights.cleaning import Cleaner, clean_journal, clean_rows, clean_summaries
from models.campaign.rights.nameless import DELETED_TABLES, KEPT_TABLES, LINKS
from models.campaign.rights.naming_files import NamingFiles, naming_files
from models.campaign.rights.whose import OnePerson, whose_data
from models.errors import AppError
from models.journal.change import Change, WriteStep, changing
from models.journal.closed_marks import PERSON_PURGE
from models.journal.contents import drop_unneeded_within
from models.journal.forgetting import begin_forgetting
from models.papers.action_log import log_within
from models.records.actions import ActionKind
from models.records.person_purging import PersonPurge, PersonPurged
from models.roster.purged import is_purged
from models.store.data_file import DataFile
from models.store.schema import (
    attachments,
    contests,
    issued_files,
    participations,
    people,
    signers,
    unit_contacts,
    units,
)
from models.store.store import Store
from models.store.sweeping import PURGED_UID
from models.text.names import match_key

NEW_UID_BYTES = 6


def person_purge_counts(store: Store, person_id: int) -> PersonPurge:
    """What would go and what would stay of that person; nothing is changed.

    Raises `AppError` for somebody who is not in the roster, was purged before or signs documents,
    and where nothing can be written.
    """
    if store.only_read is not None:
        raise AppError(store.only_read.sentence, store.only_read.advice)
    with store.reading() as connection:
        whose = _to_purge(connection, person_id)
        files = naming_files(connection, whose)
        return _told(connection, whose, files, store.clock().date())


def purge_person(store: Store, person_id: int, step: WriteStep | None = None) -> PersonPurged:
    """Take the data of that person away for good, as one change.

    It cannot be undone, nor can deeds that wrote their name. `step` may raise: then nothing is
    gone. A file is written anew afterwards, so that no byte of it is left. Raises `AppError` as
    `person_purge_counts`.
    """
    day = store.clock().date()
    with changing(store, PERSON_PURGE, "", undoable=False, step=step) as change:
        whose = _to_purge(change.connection, person_id)
        files = naming_files(change.connection, whose)
        told = _told(change.connection, whose, files, day)
        begin_forgetting(change, store)
        gone = _delete(change, whose, files)
        if whose.row["left_on"] != told.left_on:
            change.update(people, {person_id: {"left_on": told.left_on}})
        cleaner = Cleaner(whose, PURGED_UID + secrets.token_hex(NEW_UID_BYTES))
        clean_rows(change, cleaner)
        touched = clean_journal(change, cleaner, gone)
        clean_summaries(change, whose, touched)
        drop_unneeded_within(change.connection)
        log_within(change, store, ActionKind.PURGED, count=1, detail=told.unit)
        change.summary = f"Xóa hẳn dữ liệu của một người ({told.unit})"
    swept = store.sweep() if isinstance(store, DataFile) else True
    return PersonPurged(told, day, swept)


def _to_purge(connection: Connection, person_id: int) -> OnePerson:
    whose = whose_data(connection, person_id)
    if is_purged(str(whose.row["uid"])):
        raise AppError("Dữ liệu của người này đã được xóa hẳn.", "Không còn gì phải xóa.")
    signing = connection.execute(select(signers.c.name).where(signers.c.current)).scalars()
    if any(match_key(name) == whose.row["name_key"] for name in signing):
        raise AppError(
            f"{whose.name} đang là người ký văn bản nên chưa xóa.",
            "Hãy chọn người ký khác ở trang Báo cáo (bằng lệnh: signer use) rồi làm lại.",
        )
    return whose


def _told(connection: Connection, whose: OnePerson, files: NamingFiles, day: date) -> PersonPurge:
    row = whose.row
    left: date | None = row["left_on"]
    counted = left is None or left > day
    gone = {table.name: _count(connection, table, whose) for table in DELETED_TABLES}
    gone |= {attachments.name: len(files.attachments), issued_files.name: len(files.issued)}
    gone[unit_contacts.name] = len(_contact_ids(connection, whose))
    open_ones = (
        select(contests.c.short_name)
        .join(participations, participations.c.contest_id == contests.c.id)
        .where(participations.c.person_id.in_(whose.ids), contests.c.closed_on.is_(None))
        .distinct()
    )
    return PersonPurge(
        id=whose.id,
        uid=str(row["uid"]),
        name=whose.name,
        unit=connection.execute(
            select(units.c.name).where(units.c.id == row["unit_id"])
        ).scalar_one(),
        phone=str(row["phone"]),
        counted=counted,
        left_on=left if left is not None and not counted else max(day, row["came_on"] or day),
        gone=gone,
        kept={table.name: _count(connection, table, whose) for table in KEPT_TABLES},
        files=files.names,
        unread=files.unread,
        namesakes=whose.namesakes,
        contests=tuple(connection.execute(open_ones).scalars()) if counted else (),
    )


def _count(connection: Connection, table: Table, whose: OnePerson) -> int:
    return len(_ids(connection, table, whose))


def _ids(connection: Connection, table: Table, whose: OnePerson) -> list[int]:
    linked = or_(*(table.c[column].in_(whose.ids) for column in LINKS[table.name]))
    return list(connection.execute(select(table.c.id).where(linked).order_by(table.c.id)).scalars())


def _delete(change: Change, whose: OnePerson, files: NamingFiles) -> dict[str, set[int]]:
    """Delete rows in which nothing is counted; returns by table all that ever stood there."""
    connection = change.connection
    wanted = {table: _ids(connection, table, whose) for table in DELETED_TABLES}
    wanted |= {attachments: list(files.attachments), issued_files: list(files.issued)}
    wanted[unit_contacts] = _contact_ids(connection, whose)
    for table, ids in wanted.items():
        change.delete(table, ids)
    return {table.name: set(ids) for table, ids in wanted.items()}


def _contact_ids(connection: Connection, whose: OnePerson) -> list[int]:
    """Heads and contacts of units who are the person: by phone, or by a name that nobody shares."""
    found: list[int] = []
    for row in connection.execute(select(unit_contacts).order_by(unit_contacts.c.id)):
        by_name = match_key(row.name) == whose.row["name_key"] and not whose.namesakes
        if by_name or any(map(whose.terms.reached_in, (row.phone, row.email))):
            found.append(row.id)
    return found
