"""The pages of the window in the order of the rail; each is imported when first gone to."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from ui.desk import Desk
from ui.pages.page import Page
from ui.work import Work


class PageEntry(NamedTuple):
    """One line of the rail; `make` imports the page's module and builds it."""

    key: str
    title: str
    icon: str
    make: Callable[[Desk], Page]


def _overview(desk: Desk) -> Page:
    from ui.pages.overview import OverviewPage

    return OverviewPage(desk)


def _roster(desk: Desk) -> Page:
    from ui.pages.roster import RosterPage

    return RosterPage(desk)


def _reconcile(desk: Desk) -> Page:
    from ui.pages.reconcile import ReconcilePage

    return ReconcilePage(desk)


def _units(desk: Desk) -> Page:
    from ui.pages.units import UnitsPage

    return UnitsPage(desk)


def _contest(desk: Desk) -> Page:
    from ui.pages.contest import ContestPage

    return ContestPage(desk)


def _reports(desk: Desk) -> Page:
    from ui.pages.reports import ReportsPage

    return ReportsPage(desk)


def _data(desk: Desk) -> Page:
    from ui.pages.data import DataPage

    return DataPage(desk)


PAGES: tuple[PageEntry, ...] = (
    PageEntry("overview", "Tổng quan", "overview", _overview),
    PageEntry("roster", "Danh sách", "roster", _roster),
    PageEntry("reconcile", "Đối soát", "reconcile", _reconcile),
    PageEntry("units", "Đơn vị", "units", _units),
    PageEntry("contest", "Cuộc thi", "contest", _contest),
    PageEntry("reports", "Báo cáo & văn bản", "reports", _reports),
    PageEntry("data", "Dữ liệu", "data", _data),
)


def loading(module: str) -> Work[object]:
    """Importing a page's module in the lane."""
    return Work(lambda _task: import_module(module))
