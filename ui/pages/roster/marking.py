"""Marks and departures of the selected people: asked for, done in the lane, told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from models.records import Mark, Person
from models.text.formats import number
from ui.calls import people as calls
from ui.desk import Desk
from ui.pages.roster.words import UNDO_HINT, told
from ui.work import Report

if TYPE_CHECKING:
    from models.store.data_file import DataFile

Answer = TypeVar("Answer")


class Marking(QObject):
    """`selected` gives the ids that the next act is about."""

    def __init__(self, desk: Desk, selected: Callable[[], list[int]], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._selected = selected
        self._widget = parent

    def toggle(self, mark: Mark) -> None:
        """Space: mark those who are not; when all are, take the mark away."""
        if ids := self._selected():
            self._run(ids, lambda file, step: calls.toggle_marks(file, ids, mark, step))

    def clear(self, mark: Mark) -> None:
        """Take the mark away from all."""
        if ids := self._selected():
            words = "Đang bỏ đánh dấu"
            self._run(ids, lambda file, step: calls.clear_marks(file, ids, mark, step), words)

    def _run(
        self,
        ids: Sequence[int],
        call: Callable[[DataFile, calls.Step], Answer],
        words: str = "Đang đánh dấu",
        tell: Callable[[Answer], None] | None = None,
    ) -> None:
        """Write in the lane, shown and stoppable while it lasts."""
        of = len(ids)

        def work(file: DataFile, report: Report) -> Answer:
            return call(file, lambda done: report(min(done, of), of))

        self._desk.work(words, work, tell or self._tell)

    def with_date(self) -> None:
        """Ask for another date and mark with it."""
        from ui.people.mark_dialog import MarkDialog

        if ids := self._selected():
            dialog = MarkDialog(len(ids), Mark.REGISTERED, self._desk.today(), self._widget)
            dialog.chosen.connect(lambda mark, day: self._mark_on(ids, mark, day))
            dialog.open()

    def _mark_on(self, ids: Sequence[int], mark: Mark, day: date) -> None:
        self._run(ids, lambda file, step: calls.set_marks(file, ids, mark, day, step))

    def _tell(self, toggled: calls.Toggled) -> None:
        self._desk.said.emit(told(toggled))

    def leave(self, people: Sequence[Person]) -> None:
        """Ask from when and why these people leave, and record it."""
        from ui.people.reason_dialog import LeaveDialog

        ids = [person.id for person in people]
        names = [person.name for person in people]
        dialog = LeaveDialog(names, self._desk.today(), self._widget)
        dialog.chosen.connect(lambda day, reason, _until: self._set_left(ids, day, reason))
        dialog.open()

    def _set_left(self, ids: Sequence[int], day: date, reason: str) -> None:
        self._run(
            ids,
            lambda file, step: calls.set_left(file, ids, day, reason, step),
            "Đang cho rời danh sách",
            self._tell_left,
        )

    def exempt(self, people: Sequence[Person]) -> None:
        """Ask why and from when these people need not take part, and record it."""
        from ui.people.reason_dialog import ExemptDialog

        ids = [person.id for person in people]
        names = [person.name for person in people]
        dialog = ExemptDialog(names, self._desk.today(), self._widget)
        dialog.chosen.connect(partial(self._set_exempt, ids))
        dialog.open()

    def _set_exempt(self, ids: Sequence[int], since: date, reason: str, until: date | None) -> None:
        self._run(
            ids,
            lambda file, step: calls.set_exempt(file, ids, reason, since, until, step),
            "Đang ghi người không thuộc đối tượng",
            self._tell_exempt,
        )

    def count_again(self) -> None:
        """Let people count again who did not have to take part."""
        if ids := self._selected():
            self._run(
                ids,
                lambda file, step: calls.clear_exempt(file, ids, step),
                "Đang tính lại vào đối tượng",
                self._tell_counted,
            )

    def _tell_exempt(self, count: int) -> None:
        self._desk.said.emit(f"Không tính {number(count)} người vào đối tượng. {UNDO_HINT}")

    def _tell_counted(self, count: int) -> None:
        words = f"Đã tính lại {number(count)} người vào đối tượng. {UNDO_HINT}"
        self._desk.said.emit(words if count else "Những người được chọn đang được tính.")

    def bring_back(self) -> None:
        """Bring people who have left back."""
        if ids := self._selected():
            self._run(
                ids,
                lambda file, step: calls.set_left(file, ids, None, "", step),
                "Đang đưa trở lại danh sách",
                self._tell_back,
            )

    def _tell_left(self, count: int) -> None:
        self._desk.said.emit(f"Đã cho {number(count)} người rời danh sách. {UNDO_HINT}")

    def _tell_back(self, count: int) -> None:
        words = f"Đã đưa {number(count)} người trở lại danh sách. {UNDO_HINT}"
        self._desk.said.emit(words if count else "Những người được chọn đang có trong danh sách.")
