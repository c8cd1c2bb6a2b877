"""Báo cáo & văn bản."""

from ui.pages.reports.page import ReportsPage

__all__ = ["ReportsPage"]
