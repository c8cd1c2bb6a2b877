"""Danh sách: the roster."""

from ui.pages.roster.page import RosterPage

__all__ = ["RosterPage"]
