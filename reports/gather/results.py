"""Reports: figures, register, reminders, tasks and the wording are read, the kind makes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from reports.document import Document
from reports.gather.request import Request, compared_occasion
from reports.gather.wording import records_of, wording_in_force
from reports.kinds.report import annexes_words, report
from reports.occasion import Occasion
from reports.wording.places import WordingValue
from reports.wording.values.all import common_values
from reports.wording.values.guidance import values_of_guidance
from reports.wording.values.own_parts import values_of_own_parts
from reports.wording.values.report_records import ReportRecords
from reports.wording.values.results import values_of_results

if TYPE_CHECKING:
    from models.papers.periods import ReportPeriod
    from models.reconcile.records import OfficialFigure
    from models.records.figures import DailyCounts
    from models.store.store import Store


def report_of_results(file: Store, request: Request) -> Document:
    """Báo cáo kết quả, báo cáo nhanh, báo cáo định kỳ."""
    kind = request.kind
    occasion = compared_occasion(file, request)
    records = records_of(file)
    more = _records(file, request, occasion)
    values: dict[str, WordingValue] = {
        **common_values(occasion, records),
        **values_of_guidance(occasion, records, more),
        **values_of_results(occasion, more),
        **values_of_own_parts(kind, occasion),
    }
    return report(kind, occasion, wording_in_force(file, kind), values)


def _records(file: Store, request: Request, occasion: Occasion) -> ReportRecords:
    from models.campaign.publicity import list_tasks
    from models.campaign.reminders import reminders_given

    period = request.period
    return ReportRecords(
        reminders=reminders_given(file, stage=occasion.contest.stage),
        tasks=list_tasks(file),
        curve=counts_by_day(file, occasion),
        official=_official(file, occasion.as_of),
        since=None if period is None else period.since,
        period_name="" if period is None else period.short_name,
        period_days="" if period is None else _days(period, occasion.as_of),
        annexes=annexes_words(request.kind, occasion),
    )


def counts_by_day(file: Store, occasion: Occasion) -> DailyCounts:
    """Each day of the stage up to that of the figures."""
    from models.figures.curve import daily_counts

    stage = occasion.contest.marked_stage
    if stage is None or occasion.as_of < stage.starts_on:
        return ()
    return daily_counts(file, stage.starts_on, occasion.as_of)


def _official(file: Store, day: date) -> OfficialFigure | None:
    """The newest count of the whole commune that the city gave by `day`."""
    from models.reconcile.official import official_figures

    found = (each for each in official_figures(file) if each.unit_id is None and each.day <= day)
    return next(found, None)


def _days(period: ReportPeriod, day: date) -> str:
    """The days of the period, "" where it is named by them; of one that lasts those so far."""
    if period.span == "free":
        return ""
    return replace(period, until=min(period.until, day)).days
