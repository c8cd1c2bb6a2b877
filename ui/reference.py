"""What every screen names things by: the units and the contest of the open file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from ui.work import Task, Work

if TYPE_CHECKING:
    from models.records import Contest, Unit
    from models.store.store import Store

Known = tuple["tuple[Unit, ...]", "Contest | None"]
TOPICS = frozenset(
    {"units", "unit_aliases", "unit_contacts", "people", "absences", "posts"}
    | {"contests", "stages", "prizes"}
)
"""The tables it is read from; marks are set all day and change none of it."""
PAUSE_MS = 200


class Reference(QObject):
    """Read once, and again a moment after one of its tables has changed. `changed` tells each time.

    Whoever shows it as it is right now calls `look_up` first: whatever is asked of the lane after
    that is answered when it is known.
    """

    changed = Signal()

    def __init__(self, run: Callable[[Work[Any]], Task], parent: QObject) -> None:
        super().__init__(parent)
        self.units: tuple[Unit, ...] = ()
        self.contest: Contest | None = None
        self._run = run
        self._stale, self._asked, self._came = True, 0, 0
        self._waiting: list[Callable[[], object]] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look_up)

    @property
    def is_known(self) -> bool:
        """Whether it has been read since the file was opened, though it may be read anew."""
        return bool(self.units)

    def begin(self) -> None:
        """Another file has been opened; the page that is shown first asks before."""
        self.units, self.contest = (), None
        self.outdate(TOPICS)

    def outdate(self, topics: frozenset[str]) -> None:
        """These tables have changed."""
        if topics & TOPICS:
            self._stale = True
            self._pause.start()

    def look_up(self) -> None:
        """Read what is not the newest, now."""
        self._pause.stop()
        if self._stale:
            self._stale = False
            self._asked += 1
            take, end = partial(self._take, self._asked), partial(self._end, self._asked)
            self._run(Work(lambda task: _known(task.file), take, ended=end))

    def when_known(self, take: Callable[[], object]) -> None:
        """Call `take` when the newest is here: at once, or after it has been read."""
        self.look_up()
        if self._came == self._asked:
            take()
        else:
            self._waiting.append(take)

    def _take(self, asked: int, known: Known) -> None:
        self.units, self.contest = known
        self._came = asked
        self.changed.emit()

    def _end(self, asked: int) -> None:
        """Without an answer it is read again for whoever needs it next."""
        failed = self._came < asked
        self._stale = self._stale or failed
        if asked == self._asked:
            waiting, self._waiting = self._waiting, []
            for take in () if failed else waiting:
                take()


def _known(file: Store) -> Known:
    # Behind the names: what is imported here they do not need.
    from models.contests.current import current_contest
    from models.roster.unit_tree import list_units

    return list_units(file), current_contest(file)
