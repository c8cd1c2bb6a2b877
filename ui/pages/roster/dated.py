"""Dated facts of the selected people: asked for with their day, done in the lane, told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.records import Person
from models.roster.exemptions import end_exempt, set_exempt
from models.roster.leaving import bring_back, set_left
from models.roster.person_rows import people_by_ids
from models.roster.timeline import periods_of
from models.roster.transfers import correct_unit, transfer
from models.text.formats import number
from ui.desk import Desk
from ui.pages.roster.words import UNDO_HINT
from ui.work import Work

if TYPE_CHECKING:
    from models.journal.change import WriteStep
    from models.records.periods import Grounds, Period
    from models.store.store import Store
    from ui.people.act_dialog import ActDialog

Answer = TypeVar("Answer")


class Dated(QObject):
    """Leaving and coming back, counting and not counting, moving between units. `did` carries what
    does the same once more, unasked, to the people whose ids it is given; but for leaving it asks
    anew, with the names of those who would go: nobody is lost by a repeat.
    """

    did = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._widget = parent

    @property
    def deeds(self) -> dict[str, Callable[[Sequence[Person]], object]]:
        """What can be done, by the key of its act."""
        return {
            "exempt": self.exempt,
            "count-again": self.count_again,
            "move": self.move,
            "leave": self.leave,
            "return": self.bring_back,
            "posts": self.show_posts,
            "periods": self.show_periods,
        }

    def _run(
        self,
        people: Sequence[Person],
        call: Callable[[Store, list[int], WriteStep], Answer],
        words: str,
        tell: Callable[[Answer], str],
        again: Callable[[list[int]], object] | None = None,
    ) -> None:
        """Write in the lane, shown and stoppable while it lasts; then say what was done. Without
        `again` the same is written once more."""
        self._run_to(call, words, tell, again, [person.id for person in people])

    def _run_to(
        self,
        call: Callable[[Store, list[int], WriteStep], Answer],
        words: str,
        tell: Callable[[Answer], str],
        again: Callable[[list[int]], object] | None,
        ids: list[int],
    ) -> None:
        def told(answer: Answer) -> None:
            self.did.emit(again or partial(self._run_to, call, words, tell, None))
            self._desk.said.emit(tell(answer))

        work = Work(
            lambda task: call(task.file, ids, task.counting(len(ids))),
            told,
            words=words,
            writes=True,
        )
        self._desk.run(work)

    def leave(self, people: Sequence[Person]) -> None:
        """Ask from when and why these people leave, and record it."""
        from ui.people.reason_dialog import LeaveDialog

        dialog = LeaveDialog(_names(people), self._desk.today(), self._widget)
        dialog.chosen.connect(lambda day, reason, _until: self._leave(people, day, reason))
        dialog.open()

    def _leave(self, people: Sequence[Person], day: date, reason: str) -> None:
        self._run(
            people,
            lambda file, ids, step: set_left(file, ids, day, reason, step),
            "Đang đưa người ra khỏi danh sách",
            partial(_told, "Đã đưa {} người ra khỏi danh sách.", ""),
            self._ask_who_leaves,
        )

    def _ask_who_leaves(self, ids: list[int]) -> None:
        self._desk.ask(people_by_ids, self.leave, None, ids)

    def bring_back(self, people: Sequence[Person]) -> None:
        """Ask from when these people are back, and record it."""
        from ui.people.day_dialog import BackDialog

        left = [person for person in people if person.left_on is not None]
        if not left:
            self._desk.said.emit("Những người được chọn đang có trong danh sách.")
            return
        dialog = BackDialog(_names(left), self._desk.today(), self._widget)
        dialog.chosen.connect(partial(self._bring_back, left))
        dialog.open()

    def _bring_back(self, people: Sequence[Person], day: date) -> None:
        self._run(
            people,
            lambda file, ids, step: bring_back(file, ids, day, step),
            "Đang đưa trở lại danh sách",
            partial(
                _told,
                "Đã đưa {} người trở lại danh sách.",
                "Những người được chọn đang có trong danh sách.",
            ),
        )

    def exempt(self, people: Sequence[Person]) -> None:
        """Ask why and from when these people need not take part, and record it."""
        from ui.people.reason_dialog import ExemptDialog

        dialog = ExemptDialog(_names(people), self._desk.today(), self._widget)
        dialog.chosen.connect(
            lambda day, reason, until: self._exempt(people, day, reason, until, dialog.grounds)
        )
        dialog.open()

    def _exempt(
        self,
        people: Sequence[Person],
        since: date,
        reason: str,
        until: date | None,
        grounds: Grounds,
    ) -> None:
        self._run(
            people,
            lambda file, ids, step: set_exempt(file, ids, reason, since, until, step, grounds),
            "Đang ghi người không thuộc đối tượng",
            partial(
                _told,
                "Không tính {} người vào đối tượng.",
                "Những người được chọn đã được ghi như vậy từ trước.",
            ),
        )

    def count_again(self, people: Sequence[Person]) -> None:
        """Ask from when people count again who did not have to take part, and record it."""
        from ui.people.day_dialog import CountAgainDialog

        dialog = CountAgainDialog(_names(people), self._desk.today(), self._widget)
        dialog.chosen.connect(partial(self._count_again, people))
        dialog.open()

    def _count_again(self, people: Sequence[Person], day: date) -> None:
        self._run(
            people,
            lambda file, ids, step: end_exempt(file, ids, day, step),
            "Đang tính lại vào đối tượng",
            partial(
                _told,
                "Đã tính lại {} người vào đối tượng.",
                "Những người được chọn đang được tính vào ngày đó.",
            ),
        )

    def move(self, people: Sequence[Person]) -> None:
        """Ask where to and from when, or whether the unit was written wrongly, and record it."""
        self._desk.reference.when_known(partial(self._open_move, people))

    def _open_move(self, people: Sequence[Person]) -> None:
        from ui.people.move_dialog import MoveDialog

        units = self._desk.reference.units
        dialog = MoveDialog(_names(people), units, self._desk.today(), self._widget)
        dialog.moved.connect(partial(self._move, people))
        dialog.corrected.connect(partial(self._correct, people))
        dialog.open()

    def _move(self, people: Sequence[Person], unit_id: int, day: date) -> None:
        self._run(
            people,
            lambda file, ids, step: transfer(file, ids, unit_id, day, step),
            "Đang chuyển đơn vị",
            partial(_told, "Đã chuyển {} người.", "Những người được chọn đã thuộc đơn vị đó."),
        )

    def _correct(self, people: Sequence[Person], unit_id: int) -> None:
        self._run(
            people,
            lambda file, ids, step: correct_unit(file, ids, unit_id, step),
            "Đang sửa đơn vị ghi nhầm",
            partial(
                _told,
                "Đã sửa đơn vị của {} người, cả ở những ngày trước.",
                "Những người được chọn đã thuộc đơn vị đó.",
            ),
        )

    def show_posts(self, people: Sequence[Person]) -> None:
        """Open the second posts of the first of these people."""
        if people:
            self.show_posts_of(people[0].id)

    def show_posts_of(self, person_id: int) -> None:
        """Open the second posts of one person."""
        from ui.people.posts_dialog import open_posts

        open_posts(self._desk, person_id, self._widget)

    def show_periods(self, people: Sequence[Person]) -> None:
        """Open the dates of the first of these people."""
        if people:
            self.show_periods_of(people[0].id)

    def show_periods_of(self, person_id: int) -> None:
        """Open the dates of one person."""
        self._desk.ask(_with_periods, self._open_periods, None, person_id)

    def _open_periods(self, found: tuple[Person, tuple[Period, ...]] | None) -> None:
        from ui.people.periods_dialog import PeriodsDialog

        if found is not None:
            dialog: ActDialog = PeriodsDialog(self._desk, *found, self._widget)
            dialog.open()


def _with_periods(file: Store, person_id: int) -> tuple[Person, tuple[Period, ...]] | None:
    """One person with all their periods; None when they are gone."""
    found = people_by_ids(file, [person_id])
    return (found[0], periods_of(file, person_id)) if found else None


def _names(people: Sequence[Person]) -> list[str]:
    return [person.name for person in people]


def _told(words: str, nobody: str, count: int) -> str:
    """What was done to `count` people, with the way back; or why nothing was."""
    return f"{words.format(number(count))} {UNDO_HINT}" if count or not nobody else nobody
