"""Cuộc thi: the contests of the file side by side, and what goes with the one worked on."""

from ui.pages.contest.page import ContestPage

__all__ = ["ContestPage"]
