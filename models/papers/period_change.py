"""The figures of a period: as of its last day, with what changed since the period before."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from models.figures.figures import figures
from models.papers.periods import ReportPeriod, previous_period
from models.records import Figures
from models.store.store import Store
from models.text.formats import day_month, number


class PeriodChange(NamedTuple):
    """By how much the counts of a period differ from those of the one before, as known today."""

    before: ReportPeriod
    total: int
    registered: int
    completed: int


def day_of_period(period: ReportPeriod, today: date) -> date:
    """The day of its figures: its last day, or today while it lasts."""
    return min(period.until, today)


def change_in_period(store: Store, period: ReportPeriod, found: Figures) -> PeriodChange:
    """How `found`, the figures of the period, differ from those of the period before."""
    before = previous_period(period)
    then = figures(store, before.until, found.stage)
    return PeriodChange(
        before,
        found.total - then.total,
        found.registered - then.registered,
        found.completed - then.completed,
    )


def period_notes(period: ReportPeriod, change: PeriodChange, today: date) -> tuple[str, ...]:
    """What whoever reads the figures of a period has to know, in sentences."""
    before = change.before
    told = (
        f"So với kỳ trước ({before.short_name}, số liệu đến hết ngày "
        f"{day_month(before.until, 0)} theo dữ liệu hiện nay): đăng ký {_by(change.registered)}, "
        f"hoàn thành {_by(change.completed)}, tổng số {_by(change.total)}."
    )
    if period.has_ended(today):
        return (told,)
    lasting = (
        f"Kỳ {period.short_name} chưa kết thúc (đến hết ngày {day_month(period.until, 0)}): số "
        f"liệu tính đến hết ngày {day_month(today, 0)}."
    )
    return (lasting, told)


def _by(difference: int) -> str:
    """ "tăng 12 người", "giảm 3 người", "không đổi"."""
    if not difference:
        return "không đổi"
    return f"{'tăng' if difference > 0 else 'giảm'} {number(abs(difference))} người"
