"""Stages and prizes to which something belongs are not taken away or turned into another kind."""

from __future__ import annotations

from sqlalchemy import Connection, Table, func, select

from models.errors import AppError
from models.records import Contest, Stage, StageKind
from models.store.schema import awards, entries, participations, reminders
from models.text.formats import number as counted

_BELONGING: tuple[tuple[Table, str], ...] = (
    (participations, "người đã được đánh dấu"),
    (entries, "bài dự thi"),
    (reminders, "lần đôn đốc"),
)
_OF_KIND = {participations: StageKind.EACH, entries: StageKind.ENTRY}


def refuse_lost_stages(connection: Connection, before: Contest, after: Contest) -> None:
    """Raise `AppError` when a stage would go or change its kind over what belongs to it.

    Only the last stages can go: marks tell their stage by its number.
    """
    kept = {each.number: each for each in after.stages}
    if sorted(kept) != list(range(1, len(kept) + 1)):
        raise AppError(
            "Chỉ xóa được chặng cuối cùng của cuộc thi.", "Hãy sửa chặng này, hoặc xóa từ dưới lên."
        )
    for stage in before.stages:
        now = kept.get(stage.number)
        for table, words in _BELONGING:
            fits = now is not None and _fits(table, stage, now)
            if not fits and (count := _count(connection, table, before.id, stage.number)):
                what = "xóa" if now is None else "đổi loại"
                raise AppError(
                    f"Chặng {stage.number} đã có {counted(count)} {words} nên không {what} được.",
                    "Hãy giữ chặng này; tên và ngày vẫn sửa được.",
                )


def refuse_lost_prizes(connection: Connection, before: Contest, after: Contest) -> None:
    """Raise `AppError` when a prize would go that was given, or be fewer than were given."""
    left = {each.id: each.count for each in after.prizes}
    for prize in before.prizes:
        own = select(func.count()).where(awards.c.prize_id == prize.id)
        given = connection.execute(own).scalar_one()
        if given > left.get(prize.id, 0):
            fewer = f"giảm còn {counted(left[prize.id])}" if prize.id in left else "xóa"
            raise AppError(
                f"{prize.rank} đã được trao {counted(given)} lần nên không {fewer} được.",
                "Hãy bỏ phần trao giải này ở Bài dự thi trước.",
            )


def _fits(table: Table, before: Stage, now: Stage) -> bool:
    """Whether rows of `table` still mean the same when a stage is of this kind now."""
    return before.kind is now.kind or _OF_KIND.get(table, now.kind) is now.kind


def _count(connection: Connection, table: Table, contest_id: int, number: int) -> int:
    own = (table.c.contest_id == contest_id) & (table.c.stage == number)
    return connection.execute(select(func.count()).select_from(table).where(own)).scalar_one()
