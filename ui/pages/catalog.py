"""The pages of the window in the order of the rail; each is imported when first gone to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from ui.desk import Desk
from ui.pages.page import Page


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One line of the rail; `make` imports the page's module and builds it."""

    key: str
    title: str
    icon: str
    make: Callable[[Desk], Page]


def _late(module: str, name: str) -> Callable[[Desk], Page]:
    def make(desk: Desk) -> Page:
        page: Page = getattr(import_module(module), name)(desk)
        return page

    return make


PAGES: tuple[PageEntry, ...] = (
    PageEntry("overview", "Tổng quan", "overview", _late("ui.pages.overview", "OverviewPage")),
    PageEntry("roster", "Danh sách", "roster", _late("ui.pages.roster", "RosterPage")),
    PageEntry("units", "Đơn vị", "units", _late("ui.pages.units", "UnitsPage")),
    PageEntry("reports", "Báo cáo & văn bản", "reports", _late("ui.pages.reports", "ReportsPage")),
    PageEntry("data", "Dữ liệu", "data", _late("ui.pages.data", "DataPage")),
)
