"""Biểu tổng hợp by unit and by khối: the figures, beside those that were reported last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.records.figures import Grouping
from reports.document import Document
from reports.gather.request import Request, compared_occasion
from reports.gather.results import counts_by_day
from reports.kinds.charts import progress_chart
from reports.kinds.unit_summary import unit_summary

if TYPE_CHECKING:
    from models.store.store import Store


def summary_by_unit(file: Store, request: Request) -> Document:
    """Biểu tổng hợp theo đơn vị."""
    return _summary(file, request, Grouping.UNIT)


def summary_by_kind(file: Store, request: Request) -> Document:
    """Biểu tổng hợp theo khối."""
    return _summary(file, request, Grouping.KIND)


def _summary(file: Store, request: Request, by: Grouping) -> Document:
    occasion = compared_occasion(file, request)
    made = unit_summary(occasion, by)
    days = counts_by_day(file, occasion)
    progress = progress_chart(days, occasion.figures, occasion.contest)
    return replace(made, charts=tuple(filter(None, (progress, *made.charts))))
