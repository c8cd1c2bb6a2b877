"""Entries written down, mended and taken away: what a unit made, and who made it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, select

from models.campaign.entry_rows import entry_stage
from models.contests.closed import refuse_closed_id
from models.contests.contests import open_contest_id
from models.errors import AppError
from models.journal.change import Change, changing
from models.papers.attachments import detach_all
from models.records.entries import EntryDraft
from models.store.schema import (
    awards,
    entries,
    entry_authors,
    entry_scores,
    people,
    units,
)
from models.store.store import Store
from models.text.formats import short_date
from models.text.names import match_key, storage_form

GONE = AppError(
    "Bài dự thi này không còn trong dữ liệu nên chưa ghi gì.",
    "Có thể bài vừa được xóa hoặc hoàn tác; hãy xem lại danh sách bài dự thi.",
)


def add_entry(data_file: Store, draft: EntryDraft, stage: int | None = None) -> int:
    """Write an entry down for a stage (the first that takes entries when None); returns its id.

    Raises `AppError` without a title, for a unit or an author that is not there, a day still to
    come, and a title that the unit has in the stage already.
    """
    with changing(data_file, "entry-add", "") as change:
        contest_id = open_contest_id(change.connection)
        number = entry_stage(change.connection, contest_id, stage)
        values = _checked(change.connection, draft, data_file.clock().date())
        _refuse_twin(change.connection, contest_id, number, values, None)
        row = {"contest_id": contest_id, "stage": number, "representative": False, **values}
        entry_id = change.insert(entries, [row])[0]
        _write_authors(change, entry_id, _checked_authors(change.connection, draft.authors))
        change.summary = f"Thêm bài dự thi “{values['title']}”"
    return entry_id


def edit_entry(data_file: Store, entry_id: int, draft: EntryDraft) -> None:
    """Set what is said of an entry, its authors too. Raises `AppError` as `add_entry` does."""
    with changing(data_file, "entry-edit", "") as change:
        row = entry_to_change(change.connection, entry_id)
        values = _checked(change.connection, draft, data_file.clock().date())
        _refuse_twin(change.connection, row.contest_id, row.stage, values, entry_id)
        change.summary = f"Sửa bài dự thi “{values['title']}”"
        change.update(entries, {entry_id: values})
        _write_authors(change, entry_id, _checked_authors(change.connection, draft.authors))


def remove_entry(data_file: Store, entry_id: int) -> None:
    """Take an entry away with its authors, scores and files, as one change.

    Raises `AppError` for one that was sent or was given a prize: that has happened.
    """
    with changing(data_file, "entry-remove", "") as change:
        row = entry_to_change(change.connection, entry_id)
        change.summary = f"Xóa bài dự thi “{row.title}”"
        if row.sent_at is not None:
            raise AppError(
                f"Bài “{row.title}” đã ghi là đã gửi dự thi nên chưa xóa.",
                "Nếu ghi nhầm, hãy bỏ ghi nhận việc gửi trước.",
            )
        if _ids(change.connection, awards, awards.c.entry_id == entry_id):
            raise AppError(
                f"Bài “{row.title}” đã được trao giải nên chưa xóa.",
                "Nếu ghi nhầm, hãy xóa giải đã ghi trước.",
            )
        for table in (entry_authors, entry_scores):
            change.delete(table, _ids(change.connection, table, table.c.entry_id == entry_id))
        detach_all(change, entries.name, [entry_id])
        change.delete(entries, [entry_id])


def entry_row(connection: Connection, entry_id: int) -> Row[Any]:
    """The row of an entry. Raises `AppError` when it is gone."""
    found = connection.execute(select(entries).where(entries.c.id == entry_id)).first()
    if found is None:
        raise AppError(GONE.sentence, GONE.advice)
    return found


def entry_to_change(connection: Connection, entry_id: int) -> Row[Any]:
    """The same where something of it is to be changed. Raises `AppError` for a closed contest."""
    row = entry_row(connection, entry_id)
    refuse_closed_id(connection, row.contest_id)
    return row


def _checked(connection: Connection, draft: EntryDraft, today: date) -> dict[str, Any]:
    title = storage_form(draft.title)
    if not title:
        raise AppError("Bài dự thi chưa có tên.", "Hãy ghi tên bài dự thi.")
    known = connection.execute(select(units.c.id).where(units.c.id == draft.unit_id)).first()
    if known is None:
        raise AppError("Bài dự thi chưa có đơn vị dự thi.", "Hãy chọn đơn vị ở trang Đơn vị.")
    if draft.received_on is not None and draft.received_on > today:
        raise AppError(
            f"Ngày nhận bài {short_date(draft.received_on)} chưa đến.",
            f"Hãy ghi ngày từ hôm nay ({short_date(today)}) trở về trước.",
        )
    lines = [storage_form(line) for line in draft.summary.splitlines()]
    return {
        "title": title,
        "unit_id": draft.unit_id,
        "summary": "\n".join(lines).strip(),
        "received_on": draft.received_on,
    }


def _refuse_twin(
    connection: Connection, contest_id: int, stage: int, values: dict[str, Any], own: int | None
) -> None:
    statement = select(entries.c.id, entries.c.title).where(
        entries.c.contest_id == contest_id,
        entries.c.stage == stage,
        entries.c.unit_id == values["unit_id"],
    )
    key = match_key(values["title"])
    for row in connection.execute(statement):
        if row.id != own and match_key(row.title) == key:
            raise AppError(
                f"Đơn vị này đã có bài dự thi “{row.title}”.",
                "Hãy sửa bài đã có, hoặc đặt tên khác.",
            )


def _checked_authors(
    connection: Connection, authors: Sequence[int | str]
) -> list[tuple[int | None, str]]:
    """Each author as (person's id, "") or (None, name), once."""
    wanted = [each if isinstance(each, int) else storage_form(each) for each in authors]
    ids = [each for each in wanted if isinstance(each, int)]
    found = connection.execute(select(people.c.id).where(people.c.id.in_(ids))).scalars()
    if set(ids) - set(found):
        raise AppError(
            "Một tác giả không còn trong danh sách nên chưa ghi gì.", "Hãy chọn lại tác giả."
        )
    if "" in wanted:
        raise AppError("Một tác giả chưa có tên.", "Hãy ghi họ và tên, hoặc bỏ dòng trống.")
    once = dict.fromkeys(each if isinstance(each, int) else match_key(each) for each in wanted)
    first = {each if isinstance(each, int) else match_key(each): each for each in reversed(wanted)}
    return [
        (each, "") if isinstance(each, int) else (None, each) for each in (first[k] for k in once)
    ]


def _write_authors(
    change: Change, entry_id: int, authors: Sequence[tuple[int | None, str]]
) -> None:
    """Put these authors in place of those that stand; nothing is written when they are the same."""
    stored = change.connection.execute(
        select(entry_authors)
        .where(entry_authors.c.entry_id == entry_id)
        .order_by(entry_authors.c.position, entry_authors.c.id)
    ).all()
    if [(row.person_id, row.name) for row in stored] == list(authors):
        return
    change.delete(entry_authors, [row.id for row in stored])
    rows = [
        {"entry_id": entry_id, "position": at, "person_id": person_id, "name": name}
        for at, (person_id, name) in enumerate(authors)
    ]
    change.insert(entry_authors, rows)


def _ids(connection: Connection, table: Table, where: ColumnElement[bool]) -> list[int]:
    return list(connection.execute(select(table.c.id).where(where)).scalars())
