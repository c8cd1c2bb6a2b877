"""Biểu tổng hợp by unit and by khối: the figures, beside those that were reported last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records.figures import Grouping
from reports.document import Document
from reports.gather.request import Request, compared_occasion
from reports.kinds.unit_summary import unit_summary

if TYPE_CHECKING:
    from models.store.store import Store


def summary_by_unit(file: Store, request: Request) -> Document:
    """Biểu tổng hợp theo đơn vị."""
    return unit_summary(compared_occasion(file, request))


def summary_by_kind(file: Store, request: Request) -> Document:
    """Biểu tổng hợp theo khối."""
    return unit_summary(compared_occasion(file, request), Grouping.KIND)
