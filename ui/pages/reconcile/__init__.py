"""Đối soát: an export of the platform or of the city matched with the roster."""

from ui.pages.reconcile.page import ReconcilePage

__all__ = ["ReconcilePage"]
