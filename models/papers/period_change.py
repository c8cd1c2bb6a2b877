"""The figures of a period: as of its last day, with what changed since the period before."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from models.contests.mark_names import USUAL_NAMES, MarkNames, capitalised
from models.errors import AppError
from models.figures.comparing import compared
from models.figures.frozen import freeze
from models.figures.frozen_reports import list_frozen
from models.papers.periods import ReportPeriod, previous_period
from models.records import Figures, Mark
from models.records.comparing import Comparison
from models.records.frozen import FrozenReport
from models.store.store import Store
from models.text.formats import day_month, number


class PeriodChange(NamedTuple):
    """The figures of a period beside those of the one before.

    Those are what was frozen for it, or else what is known of its last day today: the comparison
    says which.
    """

    before: ReportPeriod
    comparison: Comparison


def day_of_period(period: ReportPeriod, today: date) -> date:
    """The day of its figures: its last day, or today while it lasts.

    Raises `AppError` for a period that has not begun.
    """
    if today < period.since:
        raise AppError(f"Kỳ {period.name} chưa bắt đầu nên chưa có số liệu.", "Hãy chọn kỳ khác.")
    return min(period.until, today)


def freeze_period(
    store: Store, period: ReportPeriod, title: str = "", stage: int | None = None
) -> FrozenReport:
    """Freeze the figures of a period as it is reported; the next period is compared with them.

    Raises `AppError` as `freeze` does, and for a period that has not begun.
    """
    day = day_of_period(period, store.clock().date())
    return freeze(store, day, title=title, period=period.code, stage=stage)


def change_in_period(store: Store, period: ReportPeriod, found: Figures) -> PeriodChange:
    """How `found`, the figures of the period, differ from those of the period before."""
    before = previous_period(period)
    frozen = _frozen_for(store, before, found.stage)
    return PeriodChange(before, compared(store, found, frozen.id if frozen else before.until))


def period_notes(
    period: ReportPeriod, change: PeriodChange, today: date, names: MarkNames = USUAL_NAMES
) -> tuple[str, ...]:
    """What whoever reads the figures of a period has to know, in sentences."""
    comparison = change.comparison
    basis = comparison.basis.dated_words
    told = (
        f"{capitalised(basis)} (kỳ trước, {change.before.short_name}): "
        f"{growth_words(comparison, names)}."
    )
    reasons = (f"Tổng số {comparison.footnote}.",) if comparison.footnote else ()
    if period.has_ended(today):
        return (told, *reasons)
    lasting = (
        f"Kỳ {period.short_name} chưa kết thúc (đến hết ngày {day_month(period.until, 0)}): số "
        f"liệu tính đến hết ngày {day_month(today, 0)}."
    )
    return (lasting, told, *reasons)


def growth_words(comparison: Comparison, names: MarkNames = USUAL_NAMES) -> str:
    """ "đăng ký tăng 12 người, hoàn thành không đổi, tổng số giảm 3 người"."""
    whole = comparison.whole
    by = {Mark.REGISTERED: whole.registered, Mark.COMPLETED: whole.completed}
    marks = [f"{names.deed(mark)} {_by(by[mark])}" for mark in names.counted]
    return ", ".join((*marks, f"tổng số {_by(whole.total)}"))


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
