"""What stands behind the first page is loaded in a thread of its own: nobody waits for it.

The lane stays free meanwhile: whoever types as soon as the names stand there is answered by texts
that need none of it. Whoever needs a module that is just being loaded waits for that one only.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ui.desk import Desk
from ui.work import Work

log = logging.getLogger(__name__)
PAUSE_MS = 100
"""The names are painted first."""
PEOPLE = (
    "models.store.connection",
    "models.journal.history",
    "models.roster.posts",
    "models.roster.taking_part",
    "models.roster.timeline",
)
"""What looking at one person needs."""
MODULES = (
    "ui.pages.roster.deeds",
    "ui.importing.wizard",
    "ui.marking.dialog",
    "ui.pages.roster",
    "ui.pages.overview",
    "ui.pages.units",
    "ui.pages.reconcile",
    "ui.pages.contest",
    "ui.pages.contest.tabs",
    "ui.pages.data",
    "ui.pages.reports",
)


class Behind(QObject):
    """Loads once, a moment after `begin`; the desk is told when people can be looked at."""

    _reached = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._begun = False
        self._reached.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """The first page shows its data."""
        if not self._begun:
            self._begun = True
            self._desk.is_loading = True
            QTimer.singleShot(PAUSE_MS, self, self._wait)

    def _wait(self) -> None:
        """Of a very large roster only the first lines stand there yet: the others come before."""
        self._desk.run(Work(lambda _task: None, self._start))

    def _start(self, _nothing: None) -> None:
        Thread(target=self._load, name="behind").start()

    def _load(self) -> None:
        _import(PEOPLE)
        # The window may be closed meanwhile.
        with suppress(RuntimeError):
            self._reached.emit()
        _import(MODULES)

    def _tell(self) -> None:
        self._desk.is_loading = False
        self._desk.loaded.emit()


def _import(modules: Sequence[str]) -> None:
    for module in modules:
        try:
            import_module(module)
        except Exception:
            # Whoever needs it will be told.
            log.exception("a module could not be loaded")
