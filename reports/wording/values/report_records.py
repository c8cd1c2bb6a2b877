"""What was read for a report beside its occasion and the register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.reconcile.records import OfficialFigure
from models.records.figures import DailyCounts
from models.records.publicity import PublicityTask
from models.records.reminders import Reminder

REPORT_KINDS = ("result-report", "quick-report", "period-report")


@dataclass(frozen=True, slots=True)
class ReportRecords:
    """Reminders and tasks, each day of the contest with its counts, and what the city counts.

    `since` is the first day of the period reported on; None: all that has been done by the day of
    the figures. `official` is the newest count of the city by that day. The period is named
    "tháng 6 năm 2026", with its days "từ 15/5/2026 đến 14/6/2026"; `annexes` names the annexes.
    """

    reminders: tuple[Reminder, ...] = ()
    tasks: tuple[PublicityTask, ...] = ()
    curve: DailyCounts = ()
    official: OfficialFigure | None = None
    since: date | None = None
    period_name: str = ""
    period_days: str = ""
    annexes: str = ""
