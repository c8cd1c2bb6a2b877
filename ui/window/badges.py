"""What waits for the officer on a page, as a number at its entry of the rail."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.calls.reconciling import count_waiting_slips
from ui.work import Work

if TYPE_CHECKING:
    from models.store.data_file import DataFile
    from ui.desk import Desk
    from ui.pages.page import Page
    from ui.window.rail import Rail

PAUSE_MS = 500
SLIPS_OF = "reconcile"
TOPICS = frozenset(
    {"wrong_unit_slips", "people", "absences", "posts", "exemptions", "units", "contests"}
)
"""The tables on which it depends which slips are open."""


class Badges(QObject):
    """Adds up what a page says to wait on it and the open wrong-unit slips of the file.

    The slips are counted a moment after what stands behind the first page is loaded, and after each
    change that touches them: so the number is right before the page has been opened.
    """

    def __init__(self, desk: Desk, rail: Rail, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._rail = desk, rail
        self._pages: dict[str, int] = {}
        self._slips, self._loaded = 0, False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        desk.loaded.connect(self._begin)
        desk.changed.connect(self._hear)

    def follow(self, key: str, page: Page) -> None:
        """Hear from `page` how much waits on it."""
        page.badge.connect(partial(self._take_page, key))

    def forget(self) -> None:
        """Another file is open: nothing of the one before waits any more."""
        for key in {*self._pages, SLIPS_OF}:
            self._pages[key] = 0
            self._slips = 0
            self._show(key)
        if self._loaded:
            self._pause.start()

    def _begin(self) -> None:
        self._loaded = True
        self._pause.start()

    def _hear(self, topics: frozenset[str]) -> None:
        if self._loaded and topics & TOPICS:
            self._pause.start()

    def _ask(self) -> None:
        file = self._desk.file
        if file is not None:
            count = Work(lambda task: count_waiting_slips(task.file), partial(self._take, file))
            self._desk.run(count)

    def _take(self, file: DataFile, slips: int) -> None:
        if file is self._desk.file:
            self._slips = slips
            self._show(SLIPS_OF)

    def _take_page(self, key: str, waiting: int) -> None:
        self._pages[key] = waiting
        self._show(key)

    def _show(self, key: str) -> None:
        slips = self._slips if key == SLIPS_OF else 0
        self._rail.set_badge(key, self._pages.get(key, 0) + slips)
