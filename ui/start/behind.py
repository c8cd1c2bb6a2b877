"""What stands behind the first page is loaded in a thread of its own: nobody waits for it.

The lane stays free meanwhile: whoever types as soon as the names stand there is answered by texts
that need none of it. Before each module the loading waits until nobody types, as two threads that
compute share one interpreter. Whoever needs what is half loaded waits for that as well.
"""

from __future__ import annotations

import builtins
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from threading import Event, Thread, get_ident
from types import ModuleType
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, SignalInstance

from models.machine.collector import set_aside
from ui.desk import Desk
from ui.start.typed import Typed
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


class ImportGate:
    """Stands before each import that its thread comes to, however deep, while it is put up.

    `until_open()` says how many seconds an import has to wait yet, `wait(seconds)` lets them pass.
    It is asked by the statement, not by the search for a module: Python searches under one lock,
    and other threads could import nothing meanwhile.
    """

    def __init__(self, until_open: Callable[[], float], wait: Callable[[float], object]) -> None:
        self._until_open, self._wait = until_open, wait
        self._thread = get_ident()

    def pass_through(self) -> None:
        """Wait until it is open; other threads pass."""
        while get_ident() == self._thread and (seconds := self._until_open()) > 0:
            self._wait(seconds)

    @contextmanager
    def put_up(self) -> Iterator[None]:
        """Within this every import passes through."""
        usual = builtins.__import__

        def waiting(*words: Any, **more: Any) -> ModuleType:
            self.pass_through()
            return usual(*words, **more)

        builtins.__import__ = waiting
        try:
            yield
        finally:
            builtins.__import__ = usual


class Behind(QObject):
    """Loads once, a moment after `begin`; the desk is told when people can be looked at."""

    _reached = Signal()
    _ended = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._begun = False
        self._typed: Typed | None = None
        self._left = Event()
        self._reached.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._listen_no_more, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """The first page shows its data."""
        if not self._begun:
            self._begun = True
            self._desk.is_loading = True
            self._typed = Typed(self)
            app = QCoreApplication.instance()
            assert app is not None
            app.aboutToQuit.connect(self._left.set)
            QTimer.singleShot(PAUSE_MS, self, self._wait)

    def _wait(self) -> None:
        """Of a very large roster only the first lines stand there yet: the others come before."""
        self._desk.run(Work(lambda _task: None, self._start))

    def _start(self, _nothing: None) -> None:
        assert self._typed is not None
        Thread(target=self._load, args=(self._typed.until_quiet,), name="behind").start()

    def _load(self, until_quiet: Callable[[], float]) -> None:
        with ImportGate(until_quiet, time.sleep).put_up():
            self._import(PEOPLE)
            _emit(self._reached)
            self._import(MODULES)
        # The first look through all of it would keep the window waiting for some frames.
        set_aside()
        _emit(self._ended)

    def _import(self, modules: Sequence[str]) -> None:
        """Nobody who leaves waits for what they will not see."""
        for module in modules:
            if self._left.is_set():
                return
            try:
                import_module(module)
            except Exception:
                # Whoever needs it will be told.
                log.exception("a module could not be loaded")

    def _tell(self) -> None:
        self._desk.is_loading = False
        self._desk.loaded.emit()

    def _listen_no_more(self) -> None:
        if self._typed is not None:
            self._typed.deleteLater()
            self._typed = None


def _emit(signal: SignalInstance) -> None:
    # The window may be closed meanwhile.
    with suppress(RuntimeError):
        signal.emit()
