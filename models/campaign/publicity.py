"""Publicity tasks kept with the contest: added, mended, taken away, read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, select

from models.contests.closed import refuse_closed_id
from models.contests.contests import find_contest_id, open_contest_id
from models.errors import AppError
from models.journal.change import Change, changing
from models.papers.attachments import detach_all
from models.records.publicity import PublicityTask, TaskDraft
from models.store.schema import attachments, publicity_tasks, units
from models.store.store import Store
from models.text.formats import number, short_date
from models.text.links import link_problem
from models.text.names import match_key, storage_form

MOST = 1_000


def list_tasks(data_file: Store) -> tuple[PublicityTask, ...]:
    """The tasks of the current contest: what is due first comes first, without a day last."""
    with data_file.reading() as connection:
        contest_id = find_contest_id(connection)
        return () if contest_id is None else _load(connection, contest_id)


def add_task(data_file: Store, draft: TaskDraft) -> int:
    """Write a task down; returns its id. Raises `AppError` as `checked_task` does."""
    return add_tasks(data_file, [draft])[0]


def add_tasks(data_file: Store, drafts: Sequence[TaskDraft]) -> list[int]:
    """The same for several as one change; returns their ids."""
    with changing(data_file, "task-add", "") as change:
        contest_id = open_contest_id(change.connection)
        today = data_file.clock().date()
        rows = [
            {"contest_id": contest_id, **checked_task(change.connection, each, today)}
            for each in drafts
        ]
        _refuse_twins(change, contest_id, [str(row["what"]) for row in rows])
        change.summary = (
            f"Thêm nhiệm vụ tuyên truyền: {rows[0]['what']}"
            if len(rows) == 1
            else f"Thêm {number(len(rows))} nhiệm vụ tuyên truyền"
        )
        return change.insert(publicity_tasks, rows)


def edit_task(data_file: Store, task_id: int, draft: TaskDraft) -> None:
    """Set all of a task. Raises `AppError` as `checked_task` does, or when it is gone."""
    with changing(data_file, "task-edit", "") as change:
        row = _row(change.connection, task_id)
        values = checked_task(change.connection, draft, data_file.clock().date())
        if match_key(row.what) != match_key(str(values["what"])):
            _refuse_twins(change, row.contest_id, [str(values["what"])])
        change.summary = f"Cập nhật nhiệm vụ tuyên truyền: {values['what']}"
        change.update(publicity_tasks, {task_id: values})


def remove_task(data_file: Store, task_id: int) -> None:
    """Take a task away with the files that belong to it."""
    with changing(data_file, "task-remove", "") as change:
        row = _row(change.connection, task_id)
        change.summary = f"Xóa nhiệm vụ tuyên truyền: {row.what}"
        detach_all(change, publicity_tasks.name, [task_id])
        change.delete(publicity_tasks, [task_id])


def checked_task(connection: Connection, draft: TaskDraft, today: date) -> dict[str, Any]:
    """The columns of a task. One that has all that is asked is done, today unless told.

    Raises `AppError` without a what, for counts that are none, a unit that is not there, a day
    of doing still to come, one told although something is missing, and a link that is none.
    """
    what = storage_form(draft.what)
    if not what:
        raise AppError("Nhiệm vụ chưa có nội dung.", "Hãy ghi việc cần làm.")
    if not 1 <= draft.asked <= MOST or not 0 <= draft.done <= MOST:
        raise AppError(
            f"Số lượng yêu cầu phải từ 1 đến {number(MOST)}, số đã làm từ 0 đến {number(MOST)}.",
            "Hãy sửa số lượng.",
        )
    if draft.unit_id is not None:
        known = select(units.c.id).where(units.c.id == draft.unit_id)
        if connection.execute(known).first() is None:
            raise AppError("Đơn vị này không còn trong danh sách.", "Hãy chọn đơn vị khác.")
    return {
        "what": what,
        "channel": storage_form(draft.channel),
        "unit_id": draft.unit_id,
        "due_on": draft.due_on,
        "asked": draft.asked,
        "done": draft.done,
        "done_on": _done_on(draft, today),
        "links": "\n".join(_links(draft.links)),
        "note": storage_form(draft.note),
    }


def _done_on(draft: TaskDraft, today: date) -> date | None:
    if draft.done < draft.asked:
        if draft.done_on is not None:
            raise AppError(
                f"Nhiệm vụ mới làm {number(draft.done)}/{number(draft.asked)} nên chưa có ngày "
                "hoàn thành.",
                "Hãy sửa số đã làm, hoặc bỏ ngày hoàn thành.",
            )
        return None
    day = draft.done_on or today
    if day > today:
        raise AppError(
            f"Ngày hoàn thành {short_date(day)} chưa đến.",
            f"Hãy ghi ngày từ hôm nay ({short_date(today)}) trở về trước.",
        )
    return day


def _links(links: Sequence[str]) -> list[str]:
    found = list(dict.fromkeys(filter(None, (each.strip() for each in links))))
    for link in found:
        if problem := link_problem(link):
            raise AppError(
                f"Đường dẫn “{link}” {problem}.",
                "Hãy mở trang trong trình duyệt rồi chép cả địa chỉ, mỗi địa chỉ một dòng.",
            )
    return found


def _refuse_twins(change: Change, contest_id: int, new: Sequence[str]) -> None:
    statement = select(publicity_tasks.c.what).where(publicity_tasks.c.contest_id == contest_id)
    known = {match_key(what) for what in change.connection.execute(statement).scalars()}
    for what in new:
        if match_key(what) in known:
            raise AppError(
                f"Đã có nhiệm vụ “{what}”.", "Hãy sửa nhiệm vụ đã có, hoặc ghi nội dung khác."
            )
        known.add(match_key(what))


def _row(connection: Connection, task_id: int) -> Row[Any]:
    found = connection.execute(
        select(publicity_tasks).where(publicity_tasks.c.id == task_id)
    ).first()
    if found is None:
        raise AppError(
            "Nhiệm vụ này không còn trong dữ liệu nên chưa ghi gì.",
            "Có thể nhiệm vụ vừa được xóa hoặc hoàn tác; hãy xem lại danh sách nhiệm vụ.",
        )
    refuse_closed_id(connection, found.contest_id)
    return found


def _load(connection: Connection, contest_id: int) -> tuple[PublicityTask, ...]:
    files = (
        select(func.count())
        .where(
            attachments.c.owner_table == publicity_tasks.name,
            attachments.c.owner_id == publicity_tasks.c.id,
        )
        .correlate(publicity_tasks)
        .scalar_subquery()
    )
    statement = (
        select(publicity_tasks, units.c.name.label("unit"), files.label("files"))
        .outerjoin(units, units.c.id == publicity_tasks.c.unit_id)
        .where(publicity_tasks.c.contest_id == contest_id)
        .order_by(
            publicity_tasks.c.due_on.is_(None), publicity_tasks.c.due_on, publicity_tasks.c.id
        )
    )
    return tuple(
        PublicityTask(
            id=row.id,
            what=row.what,
            channel=row.channel,
            unit_id=row.unit_id,
            unit=row.unit or "",
            due_on=row.due_on,
            asked=row.asked,
            done=row.done,
            done_on=row.done_on,
            links=tuple(row.links.splitlines()),
            note=row.note,
            files=row.files,
        )
        for row in connection.execute(statement)
    )
