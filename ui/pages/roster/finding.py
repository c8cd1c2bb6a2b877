"""Whom the roster shows: asked for in the lane, one question at a time, the newest first."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from models.records import PeopleQuery, Status
from ui.calls import people as calls
from ui.desk import Desk
from ui.work import Work

LINES_AT_ONCE = 100
FILTERS_PAUSE_MS = 200


class RosterFinding(QObject):
    """`found` carries a `Found`, `counted` tells a moment after the data changed
    how many people have each status. `lost` tells that a question was not answered.

    Of a very large roster that has just been opened the first lines come before the others.

    While a question is on its way only the newest of those that follow is kept, so that
    whoever types fast over a very large roster never waits for words typed before.
    """

    found = Signal(object)
    counted = Signal()
    lost = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.query = PeopleQuery()
        self.statuses: dict[Status, int] = {}
        self._answered = False
        self._asked = False
        self._again = False
        self._whole = False
        desk.closed.connect(self._forget)
        self._pause = QTimer(self, singleShot=True, interval=FILTERS_PAUSE_MS)
        self._pause.timeout.connect(self.count)

    def show(self, query: PeopleQuery, *, stale: bool = False) -> None:
        """Find with `query` from now on; what is counted is counted anew when it is `stale`."""
        other_day = query.as_of != self.query.as_of
        self.query = query
        self.find()
        if other_day or stale:
            self._pause.start()

    def data_changed(self) -> None:
        """Find anew, and count the filters once nothing more comes."""
        self.find()
        self._pause.start()

    def find(self) -> None:
        """Ask with the present query; what is counted waits until nobody types."""
        if self._pause.isActive():
            self._pause.start()
        if self._asked:
            self._again = True
            return
        self._asked, self._answered, query = True, False, self.query
        if not self._whole:
            first = partial(self._take_first, query)
            self._desk.ask(calls.find_first_people, first, None, query, LINES_AT_ONCE)
        self._desk.run(
            Work(
                lambda task: calls.find_people(task.file, query, LINES_AT_ONCE),
                partial(self._take, query),
                ended=self._rest,
            )
        )

    def _take_first(self, query: PeopleQuery, found: calls.Found | None) -> None:
        if found is not None and query == self.query:
            self.found.emit(found)

    def _forget(self) -> None:
        """Another file's keys have not been read."""
        self._whole = False

    def _take(self, query: PeopleQuery, found: calls.Found) -> None:
        self._whole = self._answered = True
        if not self._again and query == self.query:
            self.found.emit(found)

    def _rest(self) -> None:
        """The question has come to an end, with an answer or without: the next may be asked."""
        self._asked = False
        if self._again:
            self._again = False
            self.find()
        elif not self._answered:
            self.lost.emit()

    def count(self) -> None:
        """Count how many people have each status."""
        self._pause.stop()
        self._desk.ask(calls.statuses_of_day, self._take_counts, None, self.query.as_of)

    def _take_counts(self, statuses: dict[Status, int]) -> None:
        self.statuses = statuses
        self.counted.emit()

    @property
    def filtered(self) -> bool:
        """Whether the query leaves anybody out, or shows another day."""
        return not same_people(self.query, PeopleQuery())


def same_people(one: PeopleQuery, other: PeopleQuery) -> bool:
    """Whether two queries differ at most in the order."""
    return one == replace(other, order=one.order, descending=one.descending)
