"""What every page of the window is: a widget with a title, an icon and a way to go elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from weakref import WeakMethod

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.work import Work, cause_of

if TYPE_CHECKING:
    from models.errors import AppError
    from models.store.data_file import DataFile

P = ParamSpec("P")
Answer = TypeVar("Answer")


class Page(QWidget):
    """One page of the rail.

    `open_page` asks the window to go to another page, with something to show there:
    ("roster", PeopleQuery), ("units", unit id), ("reports", kind), or to read files:
    ("import", path or list of paths), or to run a command of the menus: ("command", its key).
    Whoever is gone to gets the argument in `take()`.
    A page is stale until it has been read and when the file changes; then it is read anew, at
    once while it is open, else when somebody comes.
    `loaded` tells each time that the page has put its data on the screen; `status` carries
    what the status bar says while the page is open; `badge` how many things of the work that is
    under way on it wait for a decision.
    """

    title: str = ""
    icon: str = ""
    topics: frozenset[str] = frozenset()
    """The tables of which it shows something; none named are all."""

    open_page = Signal(str, object)
    loaded = Signal()
    status = Signal(str)
    badge = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        # A method held here would make a ring of the page, and rings are collected in any thread.
        self._heard: list[tuple[SignalInstance, WeakMethod[Callable[..., object]]]] = []
        self._stale, self._answered = True, False
        self.loaded.connect(self._note_answer)
        self.hear(self._hear_change)

    def hear(self, take: Callable[..., object], signal: SignalInstance | None = None) -> None:
        """Call `take`, a method, with the topics (if it wants them) after each change of the
        file, or at another signal of the desk, until the page retires."""
        heard = self.desk.changed if signal is None else signal
        heard.connect(take)
        self._heard.append((heard, WeakMethod(take)))

    def retire(self) -> None:
        """Its file is open no more: hear nothing of the next one, and say nothing."""
        for signal, each in self._heard:
            if (take := each()) is not None:
                signal.disconnect(take)
        self._heard.clear()
        self.blockSignals(True)

    def shown(self) -> None:
        """Called each time somebody comes to the page; it looks again only if it must."""
        if self._stale:
            self.reload()

    def reload(self) -> None:
        """Read what is shown anew."""
        self.note_asked()
        self.ask()

    def note_asked(self) -> None:
        """What the page shows has been asked for, as it is now."""
        self._stale = self._answered = False

    def ask(self) -> None:
        """Read what the page shows, with `read`, and tell `loaded` when it stands there."""

    def read(
        self,
        call: Callable[Concatenate[DataFile, P], Answer],
        done: Callable[[Answer], Any],
        failed: Callable[[AppError], Any] | None = None,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Like the desk's `ask`; without an answer the page looks again when somebody comes."""
        self.desk.run(
            Work(
                lambda task: call(task.file, *args, **kwargs),
                done,
                failed,
                ended=self.note_end,
                cause=cause_of(call),
            )
        )

    def note_end(self) -> None:
        """What was asked for has ended: without an answer the page is stale again."""
        self._stale = self._stale or not self._answered

    def _note_answer(self) -> None:
        self._answered = True

    def changed(self, topics: frozenset[str]) -> None:
        """Called after each change of the file that touches the page, also one that is not open."""

    def _hear_change(self, topics: frozenset[str]) -> None:
        if self.topics and not topics & self.topics:
            return
        self._stale = True
        self.changed(topics)
        if self.isVisible():
            self.reload()

    def take(self, what: object) -> None:
        """Show `what`, the argument of another page's `open_page`; by default nothing."""
