"""The contest being run is edited: one change that writes what differs and is named by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

from sqlalchemy import Table, select

from models.contests.blueprints import tidied
from models.contests.checks import check_contest
from models.contests.closed import data_purged, refuse_closed
from models.contests.contests import current_contest_id
from models.contests.rows import (
    contest_values,
    level_values,
    prize_values,
    read_contest,
    stage_values,
)
from models.contests.stage_removal import refuse_lost_prizes, refuse_lost_stages
from models.journal.change import Change, changing
from models.records import Contest
from models.store.schema import contests, levels, prizes, stages
from models.store.store import Store

Edit = Callable[[Contest], Contest]
_PARTS = {
    "name": "tên",
    "short_name": "tên gọi tắt",
    "platform": "nền tảng",
    "course_url": "liên kết",
    "organizer": "nơi nhận báo cáo",
    "report_url": "bảng báo cáo trực tuyến",
    "entry_address": "nơi nhận bài dự thi",
    "purpose": "mục đích lưu giữ dữ liệu cá nhân",
    "keep_until": "thời hạn lưu giữ dữ liệu cá nhân",
    "target": "chỉ tiêu",
    "score_rule": "cách tính điểm",
    "pass_mark": "cách tính điểm",
    "registered_word": "tên gọi của mốc",
    "completed_word": "tên gọi của mốc",
    "one_mark": "mốc được tính",
    "stage": "chặng đang làm",
    "prizes": "giải thưởng",
    "levels": "các mức",
    "escalate_after": "khi nào báo cáo Chủ tịch",
    "escalate_days": "khi nào báo cáo Chủ tịch",
}


def edit_contest(data_file: Store, edit: Edit) -> Contest:
    """Set the contest being run to what `edit` makes of it, as one change; returns it.

    Nothing is written when nothing differs. Raises `AppError` for what cannot be kept, for a
    closed contest (but for how long its personal data is kept, and what for), or for a stage or
    prize that is taken away although something belongs to it.
    """
    with changing(data_file, "contest-edit", "") as change:
        contest_id = current_contest_id(change.connection)
        before = read_contest(change.connection, contest_id)
        # Whose contest it is, is not edited.
        edited = tidied(edit(before))
        after = replace(edited, id=before.id, code=before.code, closed_on=before.closed_on)
        if after == before:
            return before
        if after != replace(before, purpose=after.purpose, keep_until=after.keep_until):
            refuse_closed(before)
        elif before.purged_on is not None:
            raise data_purged(before.short_name, before.purged_on)
        refuse_lost_stages(change.connection, before, after)
        refuse_lost_prizes(change.connection, before, after)
        check_contest(after)
        _write(change, before, after)
        change.summary = f"Sửa cuộc thi {before.short_name}: {differences(before, after)}"
        return read_contest(change.connection, contest_id)


def differences(before: Contest, after: Contest) -> str:
    """ "tên, chỉ tiêu, chặng 2": what has changed between two states of one contest."""
    named = [
        _PARTS[each.name]
        for each in fields(Contest)
        if each.name in _PARTS and getattr(before, each.name) != getattr(after, each.name)
    ]
    old, new = ({each.number: each for each in contest.stages} for contest in (before, after))
    changed = sorted(n for n in old.keys() | new.keys() if old.get(n) != new.get(n))
    return ", ".join(dict.fromkeys([*named, *(f"chặng {number}" for number in changed)]))


def _write(change: Change, before: Contest, after: Contest) -> None:
    change.update(contests, {before.id: contest_values(after)})
    _write_stages(change, before, after)
    _write_prizes(change, before, after)
    if before.levels != after.levels:
        change.delete(levels, _ids(change, levels, before.id))
        change.insert(levels, [level_values(before.id, each) for each in after.levels])


def _write_stages(change: Change, before: Contest, after: Contest) -> None:
    rows = change.connection.execute(
        select(stages.c.number, stages.c.id).where(stages.c.contest_id == before.id)
    )
    ids = {row.number: row.id for row in rows}
    wanted = {each.number: stage_values(before.id, each) for each in after.stages}
    change.delete(stages, [ids[number] for number in ids if number not in wanted])
    change.update(stages, {ids[n]: values for n, values in wanted.items() if n in ids})
    change.insert(stages, [values for number, values in wanted.items() if number not in ids])


def _write_prizes(change: Change, before: Contest, after: Contest) -> None:
    kept = {each.id for each in after.prizes}
    change.delete(prizes, [each.id for each in before.prizes if each.id not in kept])
    rows = {each.id: prize_values(before.id, each) for each in after.prizes if each.id}
    change.update(prizes, rows)
    new = [prize_values(before.id, each) for each in after.prizes if not each.id]
    change.insert(prizes, new)


def _ids(change: Change, table: Table, contest_id: int) -> list[int]:
    found = select(table.c.id).where(table.c.contest_id == contest_id)
    return list(change.connection.execute(found).scalars())
