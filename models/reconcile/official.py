"""Counts that the city gave, without names, beside our own figures of the same day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from models.contests.contests import current_contest_id, find_contest_id
from models.errors import AppError
from models.figures.figures import figures
from models.journal.change import changing
from models.reconcile.records import OfficialFigure
from models.records import Figures, Unit, UnitFigures
from models.roster.unit_tree import list_units
from models.store.data_file import DataFile
from models.store.schema import official_figures as table
from models.text.formats import short_date
from models.text.names import storage_form

COUNTS = ("total", "registered", "completed")
WHOLE = "Toàn xã, phường"


def set_official_figure(
    data_file: DataFile,
    day: date,
    unit_id: int | None = None,
    *,
    total: int | None = None,
    registered: int | None = None,
    completed: int | None = None,
    source: str = "",
) -> int:
    """Keep the count of a unit (None: the commune) on a day, in place of an earlier one.

    Returns its id. Raises `AppError` for counts that cannot be, or a day that is to come.
    """
    counts = {"total": total, "registered": registered, "completed": completed}
    _refuse_impossible(counts, day, data_file.clock().date())
    summary = f"Ghi số liệu của cấp trên ngày {short_date(day)}"
    with changing(data_file, "official-figure", summary) as change:
        contest_id = current_contest_id(change.connection)
        own = table.c.unit_id.is_(None) if unit_id is None else table.c.unit_id == unit_id
        standing = change.connection.execute(
            select(table.c.id).where(table.c.contest_id == contest_id, table.c.day == day, own)
        ).scalar()
        values = {**counts, "source": storage_form(source)}
        if standing is not None:
            change.update(table, {standing: values})
            return int(standing)
        row = {"contest_id": contest_id, "unit_id": unit_id, "day": day, **values}
        return change.insert(table, [row])[0]


def delete_official_figure(data_file: DataFile, figure_id: int) -> None:
    """Take a count away."""
    with changing(data_file, "official-figure-remove", "Xóa số liệu của cấp trên") as change:
        change.delete(table, [figure_id])


def official_figures(data_file: DataFile) -> tuple[OfficialFigure, ...]:
    """All counts, the newest day first, each with our own figures of its day."""
    with data_file.reading() as connection:
        contest_id = find_contest_id(connection)
        statement = (
            select(table)
            .where(table.c.contest_id == contest_id)
            .order_by(table.c.day.desc(), table.c.unit_id, table.c.id)
        )
        rows = connection.execute(statement).mappings().all()
    tree = list_units(data_file)
    ours = {day: figures(data_file, day) for day in {row["day"] for row in rows}}
    return tuple(_figure(row, ours[row["day"]], tree) for row in rows)


def units_counted(tree: Sequence[Unit], unit_id: int | None) -> set[int]:
    """Whose people a count speaks of: the unit's own, as in all figures; for None everybody."""
    return {unit.id for unit in tree} if unit_id is None else {unit_id}


def _figure(row: Mapping[Any, Any], ours: Figures, tree: Sequence[Unit]) -> OfficialFigure:
    wanted = units_counted(tree, row["unit_id"])
    names = {unit.id: unit.name for unit in tree}
    lines: list[UnitFigures] = [line for line in ours.units if line.unit_id in wanted]
    return OfficialFigure(
        id=row["id"],
        unit_id=row["unit_id"],
        unit=WHOLE if row["unit_id"] is None else names[row["unit_id"]],
        day=row["day"],
        total=row["total"],
        registered=row["registered"],
        completed=row["completed"],
        source=row["source"] or "",
        ours_total=sum(line.total for line in lines),
        ours_registered=sum(line.registered for line in lines),
        ours_completed=sum(line.completed for line in lines),
    )


def _refuse_impossible(counts: Mapping[str, int | None], day: date, today: date) -> None:
    if day > today:
        raise AppError(f"Ngày {short_date(day)} chưa đến.", "Hãy chọn hôm nay hoặc ngày đã qua.")
    given = [counts[name] for name in COUNTS if counts[name] is not None]
    if not given:
        raise AppError("Chưa có số nào.", "Hãy ghi ít nhất một số.")
    falling = [count for count in given if count is not None]
    if min(falling) < 0:
        raise AppError("Số người không thể âm.", "Hãy xem lại các số.")
    if falling != sorted(falling, reverse=True):
        raise AppError(
            "Các số chưa hợp lý: đã hoàn thành không quá đã đăng ký, đã đăng ký không quá tổng số.",
            "Hãy xem lại các số.",
        )
