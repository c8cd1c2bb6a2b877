"""Marks and departures of the selected people: asked for, done in the lane, told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.contests.mark_names import MarkNames, mark_names
from models.records import Mark
from ui.calls import marks
from ui.desk import Desk
from ui.pages.roster.words import asked_title, asked_verb, asked_words, marking_told
from ui.work import Work

if TYPE_CHECKING:
    from models.journal.change import WriteStep
    from models.store.store import Store

Answer = TypeVar("Answer")
MARKING, CLEARING = "Đang đánh dấu", "Đang bỏ đánh dấu"


class Marking(QObject):
    """`selected` gives the ids that the next act is about. `did` carries what does the same once
    more, to the people whose ids it is given.
    """

    did = Signal(object)

    def __init__(self, desk: Desk, selected: Callable[[], list[int]], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._selected = selected
        self._widget = parent

    @property
    def names(self) -> MarkNames:
        """What the contest calls its marks."""
        return mark_names(self._desk.reference.contest)

    def toggle(self, mark: Mark) -> None:
        """Space: mark those who are not; when all are, take the mark away."""
        if ids := self._selected():
            self._run(
                ids,
                lambda file, step: marks.toggle_marks(file, ids, mark, step),
                tell=partial(self._tell_or_ask, ids),
            )

    def clear(self, mark: Mark) -> None:
        """Take the mark away from all."""
        if ids := self._selected():
            self._run(
                ids,
                lambda file, step: marks.clear_or_ask(file, ids, mark, step),
                CLEARING,
                partial(self._tell_or_ask, ids),
            )

    def _tell_or_ask(self, ids: Sequence[int], answer: marks.Toggled | marks.Asked) -> None:
        if isinstance(answer, marks.Asked):
            self._ask(ids, answer)
        else:
            self._tell(answer)

    def _ask(self, ids: Sequence[int], asked: marks.Asked) -> None:
        """Nothing has been written: say what would be, with the number, and ask."""
        from ui.people.question import Question

        title, words = asked_title(asked, self.names), asked_words(asked, self.names)
        dialog = Question(title, words, asked_verb(asked), self._widget)
        call = marks.mark_as_before if asked.set else marks.unmark
        doing = MARKING if asked.set else CLEARING
        dialog.accepted.connect(
            lambda: self._run(ids, lambda file, step: call(file, ids, asked.mark, step), doing)
        )
        dialog.open()

    def _run(
        self,
        ids: Sequence[int],
        call: Callable[[Store, WriteStep], Answer],
        words: str = MARKING,
        tell: Callable[[Answer], None] | None = None,
    ) -> None:
        """Write in the lane, shown and stoppable while it lasts."""
        done: Callable[[Any], None] = tell or self._tell
        work = Work(
            lambda task: call(task.file, task.counting(len(ids))), done, words=words, writes=True
        )
        self._desk.run(work)

    def with_date(self) -> None:
        """Ask for another date and mark with it."""
        from ui.people.mark_dialog import MarkDialog

        if ids := self._selected():
            dialog = MarkDialog(len(ids), self.names, self._desk.today(), self._widget)
            dialog.chosen.connect(lambda mark, day: self._mark_on(ids, mark, day))
            dialog.open()

    def _mark_on(self, ids: Sequence[int], mark: Mark, day: date) -> None:
        on = None if day == self._desk.today() else day
        self._run(
            ids,
            lambda file, step: marks.mark_on_day(file, ids, mark, on, step),
            tell=partial(self._tell, day=day),
        )

    def _tell(self, toggled: marks.Toggled, day: date | None = None) -> None:
        self.did.emit(partial(self._again, toggled.mark, set_=toggled.set, day=day))
        self._desk.said.emit(marking_told(toggled, self.names))

    def _again(self, mark: Mark, ids: Sequence[int], *, set_: bool, day: date | None) -> None:
        """The same once more, to others; never the other way round, as a key would turn it."""
        if set_ and len(ids) > marks.MANY:
            self._ask(ids, marks.Asked(mark, True, len(ids), len(ids)))
        elif set_ and day is not None:
            self._mark_on(ids, mark, day)
        elif set_:
            self._run(ids, lambda file, step: marks.mark_as_before(file, ids, mark, step))
        else:
            self._run(
                ids,
                lambda file, step: marks.clear_or_ask(file, ids, mark, step),
                CLEARING,
                partial(self._tell_or_ask, ids),
            )
