"""What stands behind the first page is loaded in a thread of its own: nobody waits for it.

The lane stays free meanwhile: whoever types as soon as the names stand there is answered by texts
that need none of it. Whoever needs a module that is just being loaded waits for that one only.
"""

from __future__ import annotations

import logging
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, QTimer

log = logging.getLogger(__name__)
PAUSE_MS = 100
"""The names are painted first."""
MODULES = (
    "models.store.connection",
    "ui.pages.roster.deeds",
    "ui.importing.wizard",
    "ui.marking.dialog",
    "ui.pages.roster",
    "ui.pages.overview",
    "ui.pages.units",
    "ui.pages.reconcile",
    "ui.pages.data",
    "ui.pages.reports",
)


class Behind(QObject):
    """Loads once, a moment after `begin`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._begun = False

    def begin(self) -> None:
        """The first page shows its data."""
        if not self._begun:
            self._begun = True
            QTimer.singleShot(PAUSE_MS, self, _start)


def _start() -> None:
    Thread(target=_load, name="behind").start()


def _load() -> None:
    for module in MODULES:
        try:
            import_module(module)
        except Exception:
            # Whoever needs it will be told.
            log.exception("a module could not be loaded")
