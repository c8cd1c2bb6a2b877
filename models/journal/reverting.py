"""One entry of the history taken back, not only the newest, or all from one on: as one new entry.

What later acts rest on is not taken back; these acts are named. What was taken back can be undone
like any other act, and taken back itself.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, insert, literal, select, update
from sqlalchemy.exc import IntegrityError

from models.errors import AppError
from models.journal.change import Change, changing
from models.journal.closed_marks import refuse_closed_marks, refuse_reopening
from models.journal.forgetting import refuse_forgotten
from models.journal.history import entries_of_ids
from models.journal.packs import unpack_rows, whole_journal
from models.journal.replay import STANDS_ON, STAYS, ReplayStep, play_back
from models.journal.resting import differs_now, net_states, resting_acts
from models.journal.states import DONE, IN_EFFECT
from models.journal.taken_back import REVERT, REVERT_FROM, REVERTS, STEPS, taken_back
from models.records import ChangeEntry
from models.store.schema import change_rows, changes
from models.store.store import Store
from models.text.formats import number, short_date

NAMED = 3
"""So many of the acts that rest on it a sentence names; the plan has them all."""
ANOTHER = "Hãy chọn một việc khác trong lịch sử."


@dataclass(frozen=True, slots=True)
class RevertPlan:
    """What would be taken back, the newest first, and so many rows; or why it is not.

    `rests` are the later acts that rest on it, the newest first.
    """

    entries: tuple[ChangeEntry, ...]
    rows: int
    rests: tuple[ChangeEntry, ...] = ()
    problem: AppError | None = None


def revert_plan(
    connection: Connection, entry_id: int, *, onwards: bool = False, below: int | None = None
) -> RevertPlan:
    """What taking back the entry would do, or with `onwards` that of all entries from it on.

    Changes nothing. Entries from `below` on are left out of it.
    """
    with whole_journal(connection):
        return _planned(connection, entry_id, onwards=onwards, below=below)


def _planned(
    connection: Connection, entry_id: int, *, onwards: bool, below: int | None
) -> RevertPlan:
    entry = connection.execute(select(changes).where(changes.c.id == entry_id)).first()
    gone = taken_back(connection)
    problem = _unfit(entry, gone, onwards=onwards)
    if entry is None or problem is not None:
        return RevertPlan((), 0, problem=problem)
    wanted = _wanted(connection, entry_id, onwards=onwards, below=below)
    told = entries_of_ids(connection, wanted)
    problem = _refused_by_rule(connection, told)
    if problem is not None:
        return RevertPlan(told, 0, problem=problem)
    states = net_states(connection, wanted)
    if not states:
        return RevertPlan(told, 0, problem=_nothing_to_take(entry.summary))
    holding = partial(_holding, connection, entry_id, frozenset(() if onwards else gone))
    rests = resting_acts(connection, wanted, states, holding)
    if rests:
        return _rested_on(entry.summary, told, entries_of_ids(connection, rests), onwards=onwards)
    if rests is None or differs_now(connection, states):
        return RevertPlan(told, len(states), problem=_other_now(entry.summary))
    return RevertPlan(told, len(states))


def take_back(
    store: Store, entry_id: int, *, onwards: bool = False, step: ReplayStep | None = None
) -> str:
    """Take back an entry, or all from it on, as one new entry; returns the summary of that.

    `step` hears (rows done, of) of each entry and may raise: then nothing is taken back. Raises
    `AppError` where `revert_plan` has a problem.
    """
    summary = ""
    try:
        with changing(store, REVERT_FROM if onwards else REVERT, "") as change:
            unpack_rows(change.connection)
            plan = revert_plan(change.connection, entry_id, onwards=onwards, below=change.id)
            if plan.problem is not None:
                raise plan.problem
            summary = change.summary = _summary(plan.entries, onwards=onwards)
            for entry in plan.entries:
                _play(change, entry, step)
            own = changes.c.id == change.id
            change.connection.execute(update(changes).where(own).values(target_id=entry_id))
    except IntegrityError as error:
        raise AppError(STANDS_ON.format(summary), STAYS) from error
    return summary


def _play(change: Change, entry: ChangeEntry, step: ReplayStep | None) -> None:
    """Play one entry backward, and write down that it was: its own rows, the other way round."""
    topics = play_back(change.connection, entry.id, step, backward=True)
    which = (change_rows.c.change_id == entry.id) & change_rows.c.before.is_distinct_from(
        change_rows.c.after
    )
    mirrored = (
        select(
            literal(change.id),
            change_rows.c.table_name,
            change_rows.c.row_id,
            change_rows.c.after,
            change_rows.c.before,
        )
        .where(which)
        .order_by(change_rows.c.id.desc())
    )
    names = ["change_id", "table_name", "row_id", "before", "after"]
    journaled = insert(change_rows).execution_options(preserve_rowcount=True)
    count = change.connection.execute(journaled.from_select(names, mirrored)).rowcount
    change.played(topics, count)


def _wanted(
    connection: Connection, entry_id: int, *, onwards: bool, below: int | None
) -> list[int]:
    if not onwards:
        return [entry_id]
    statement = (
        select(changes.c.id)
        .where(changes.c.id >= entry_id, changes.c.state == DONE)
        .order_by(changes.c.id.desc())
    )
    if below is not None:
        statement = statement.where(changes.c.id < below)
    return list(connection.execute(statement).scalars())


def _unfit(entry: Row[Any] | None, gone: dict[int, int], *, onwards: bool) -> AppError | None:
    if entry is None:
        return AppError("Trong lịch sử không có việc này.", ANOTHER)
    if entry.kind in STEPS:
        return AppError(
            f"“{entry.summary}” chỉ là một bước hoàn tác hay làm lại.",
            "Hãy chọn chính việc đã được hoàn tác hay làm lại.",
        )
    if entry.state not in IN_EFFECT:
        return AppError(f"“{entry.summary}” đã được hoàn tác rồi.", ANOTHER)
    if entry.state != DONE:
        return AppError(f"“{entry.summary}” là việc không lấy lại được.", ANOTHER)
    if entry.id in gone and not onwards:
        return AppError(f"“{entry.summary}” đã được lấy lại rồi.", ANOTHER)
    return None


def _refused_by_rule(connection: Connection, entries: Sequence[ChangeEntry]) -> AppError | None:
    """What undoing would refuse as well: what was purged since, or belongs to a closed contest."""
    try:
        for entry in entries:
            refuse_forgotten(connection, entry.id, entry.summary)
            refuse_reopening(connection, entry.id, entry.summary)
            refuse_closed_marks(connection, entry.id, entry.kind)
    except AppError as error:
        return error
    return None


def _holding(
    connection: Connection, entry_id: int, gone: Collection[int], acts: set[int]
) -> set[int]:
    """Those of `acts` that hold: neither taken back, nor what only took back such later acts."""
    if not acts or not gone:
        return acts
    statement = select(changes.c.id).where(
        changes.c.id.in_(acts), changes.c.kind.in_(REVERTS), changes.c.target_id > entry_id
    )
    return acts - set(gone) - set(connection.execute(statement).scalars())


def _rested_on(
    summary: str, told: tuple[ChangeEntry, ...], rests: tuple[ChangeEntry, ...], *, onwards: bool
) -> RevertPlan:
    named = "; ".join(map(act_words, rests[:NAMED]))
    more = f"; và {number(len(rests) - NAMED)} việc khác" if len(rests) > NAMED else ""
    what = "mọi việc từ " if onwards else ""
    stays = any(each.stays for each in rests)
    advice = (
        "Việc đã chốt, đã phát hành hay đã ghi nhận được giữ nguyên; hãy chọn một việc sau đó."
        if stays
        else "Hãy lấy lại các việc ấy trước, hoặc lấy lại mọi việc từ việc này."
    )
    sentence = (
        f"Chưa lấy lại được {what}“{summary}” vì {number(len(rests))} việc sau đó dựa vào: "
        f"{named}{more}."
    )
    return RevertPlan(told, 0, rests, AppError(sentence, advice))


def act_words(entry: ChangeEntry) -> str:
    """ "“Đánh dấu 12 người” (14:05 ngày 08/06/2026, lan)": which act, when, by whom."""
    at = f"{entry.at:%H:%M} ngày {short_date(entry.at.date())}"
    return f"“{entry.summary}” ({at}, {entry.who})"


def _nothing_to_take(summary: str) -> AppError:
    return AppError(f"“{summary}” không thay đổi dòng nào nên không có gì để lấy lại.", ANOTHER)


def _other_now(summary: str) -> AppError:
    return AppError(
        f"Chưa lấy lại được “{summary}” vì dữ liệu hiện nay không còn như việc này đã ghi.",
        "Hãy chạy Kiểm tra dữ liệu; trước mắt có thể sửa trực tiếp những dòng cần sửa.",
    )


def _summary(entries: Sequence[ChangeEntry], *, onwards: bool) -> str:
    first = entries[-1].summary
    small = f"{first[:1].lower()}{first[1:]}"
    if not onwards or len(entries) == 1:
        return f"Lấy lại: {small}"
    return f"Lấy lại {number(len(entries))} việc từ: {small}"
