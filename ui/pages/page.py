"""What every page of the window is: a widget with a title, an icon and a way to go elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakMethod

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk


class Page(QWidget):
    """One page of the rail.

    `open_page` asks the window to go to another page, with something to show there:
    ("roster", PeopleQuery), ("units", unit id), ("reports", kind), or to read files:
    ("import", path or list of paths), or to run a command of the menus: ("command", its key).
    Whoever is gone to gets the argument in `take()`.
    `loaded` tells each time that the page has put its data on the screen; `status` carries
    what the status bar says while the page is open.
    """

    title: str = ""
    icon: str = ""

    open_page = Signal(str, object)
    loaded = Signal()
    status = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        # A method held here would make a ring of the page, and rings are collected in any thread.
        self._heard: list[WeakMethod[Callable[..., object]]] = []

    def hear(self, take: Callable[..., object]) -> None:
        """Call `take`, a method, with the topics (if it wants them) after each change of the
        file, until the page retires."""
        self.desk.changed.connect(take)
        self._heard.append(WeakMethod(take))

    def retire(self) -> None:
        """Its file is open no more: hear nothing of the next one, and say nothing."""
        for each in self._heard:
            if (take := each()) is not None:
                self.desk.changed.disconnect(take)
        self._heard.clear()
        self.blockSignals(True)

    def shown(self) -> None:
        """Called each time somebody comes to the page; a page looks again only if it must."""

    def take(self, what: object) -> None:
        """Show `what`, the argument of another page's `open_page`; by default nothing."""
