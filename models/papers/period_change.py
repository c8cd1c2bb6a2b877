"""The figures of a period: as of its last day, with what changed since the period before."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from models.errors import AppError
from models.figures.figures import figures
from models.figures.frozen_reports import list_frozen
from models.papers.periods import ReportPeriod, previous_period
from models.records import Figures
from models.records.frozen import FrozenReport
from models.store.store import Store
from models.text.formats import day_month, number


class PeriodChange(NamedTuple):
    """By how much the counts of a period differ from those of the one before.

    Those are the figures frozen for it on `frozen_on`; None: what is known of its last day today.
    """

    before: ReportPeriod
    frozen_on: date | None
    total: int
    registered: int
    completed: int


def day_of_period(period: ReportPeriod, today: date) -> date:
    """The day of its figures: its last day, or today while it lasts.

    Raises `AppError` for a period that has not begun.
    """
    if today < period.since:
        raise AppError(f"Kỳ {period.name} chưa bắt đầu nên chưa có số liệu.", "Hãy chọn kỳ khác.")
    return min(period.until, today)


def change_in_period(store: Store, period: ReportPeriod, found: Figures) -> PeriodChange:
    """How `found`, the figures of the period, differ from those of the period before."""
    before = previous_period(period)
    frozen = _frozen_for(store, before, found.stage)
    then = frozen.figures if frozen else figures(store, before.until, found.stage)
    return PeriodChange(
        before,
        frozen.at.date() if frozen else None,
        found.total - then.total,
        found.registered - then.registered,
        found.completed - then.completed,
    )


def period_notes(period: ReportPeriod, change: PeriodChange, today: date) -> tuple[str, ...]:
    """What whoever reads the figures of a period has to know, in sentences."""
    before = change.before
    basis = (
        f"số liệu đã chốt ngày {day_month(change.frozen_on, 0)}"
        if change.frozen_on
        else f"số liệu đến hết ngày {day_month(before.until, 0)} theo dữ liệu hiện nay"
    )
    told = (
        f"So với kỳ trước ({before.short_name}, {basis}): đăng ký {_by(change.registered)}, "
        f"hoàn thành {_by(change.completed)}, tổng số {_by(change.total)}."
    )
    if period.has_ended(today):
        return (told,)
    lasting = (
        f"Kỳ {period.short_name} chưa kết thúc (đến hết ngày {day_month(period.until, 0)}): số "
        f"liệu tính đến hết ngày {day_month(today, 0)}."
    )
    return (lasting, told)


def _frozen_for(store: Store, period: ReportPeriod, stage: int) -> FrozenReport | None:
    """What was frozen of a period last, as far as it still holds."""
    found = [
        each
        for each in list_frozen(store)
        if each.period == period.code and each.figures.stage == stage and each.replaced_by is None
    ]
    return max(found, key=lambda each: each.id, default=None)


def _by(difference: int) -> str:
    """ "tăng 12 người", "giảm 3 người", "không đổi"."""
    if not difference:
        return "không đổi"
    return f"{'tăng' if difference > 0 else 'giảm'} {number(abs(difference))} người"
