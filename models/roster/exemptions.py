"""Who does not have to take part (không thuộc đối tượng): why, and from when to when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from models.contests.contests import current_contest_id
from models.errors import AppError
from models.journal.change import STRETCH, Step, changing
from models.journal.wanted import wanted_rows
from models.records import Exemption
from models.store.data_file import DataFile
from models.store.schema import exemptions
from models.text.formats import short_date
from models.text.names import storage_form

# The rules of such contests leave these out; the rest is the staff office's practice.
REASONS = (
    "Thành viên Ban Tổ chức, Ban Giám khảo, Tổ thư ký",
    "Nghỉ thai sản",
    "Nghỉ ốm dài ngày",
    "Biệt phái, đi học dài hạn",
    "Chuyển công tác",
    "Nghỉ hưu",
)


def set_exempt(
    data_file: DataFile,
    person_ids: Sequence[int],
    reason: str,
    since: date,
    until: date | None = None,
    step: Step | None = None,
) -> int:
    """Record that people do not have to take part; returns how many newly do not.

    Both days are included. Who is exempt on `since` already is left alone. Raises
    `AppError` without a reason, or when the last day lies before the first. `step` hears how
    many rows are written, and may raise to stop it all.
    """
    clean = storage_form(reason)
    if not clean:
        raise AppError("Chưa ghi lý do không thuộc đối tượng.", "Hãy chọn hoặc gõ lý do.")
    if until is not None and until < since:
        raise AppError(
            f"Ngày cuối {short_date(until)} đứng trước ngày đầu {short_date(since)}.",
            "Hãy sửa lại hai ngày.",
        )
    with changing(data_file, "exempt", "", step=step) as change:
        contest_id = current_contest_id(change.connection)
        row = {"contest_id": contest_id, "reason": clean, "since": since, "until": until}
        standing = set(
            change.connection.execute(
                select(exemptions.c.person_id).where(
                    exemptions.c.contest_id == contest_id,
                    exemptions.c.since <= since,
                    exemptions.c.until.is_(None) | (exemptions.c.until >= since),
                )
            ).scalars()
        )
        new = [each for each in person_ids if each not in standing]
        change.insert(exemptions, [{"person_id": each, **row} for each in new])
        change.summary = f"Ghi {len(new)} người không thuộc đối tượng: {clean}"
    return len(new)


def clear_exempt(data_file: DataFile, person_ids: Sequence[int], step: Step | None = None) -> int:
    """Take all exemptions of these people away; returns how many people had one."""
    with changing(data_file, "exempt-clear", "", step=step) as change:
        contest_id = current_contest_id(change.connection)
        with wanted_rows(change.connection, [{"id": each} for each in person_ids]) as wanted:
            found = change.connection.execute(
                select(exemptions.c.id, exemptions.c.person_id).where(
                    exemptions.c.contest_id == contest_id,
                    exemptions.c.person_id.in_(select(wanted.c.id)),
                )
            ).all()
        people = len({row.person_id for row in found})
        for start in range(0, len(found), STRETCH):
            change.delete(exemptions, [row.id for row in found[start : start + STRETCH]])
        change.summary = f"Đưa {people} người trở lại diện phải tham gia"
    return people


def exemptions_of(data_file: DataFile, person_id: int) -> tuple[Exemption, ...]:
    """The exemptions of one person in the current contest, oldest first."""
    with data_file.reading() as connection:
        rows = connection.execute(
            select(exemptions)
            .where(
                exemptions.c.person_id == person_id,
                exemptions.c.contest_id == current_contest_id(connection),
            )
            .order_by(exemptions.c.since)
        ).all()
    return tuple(Exemption(r.id, r.person_id, r.reason, r.since, r.until) for r in rows)
