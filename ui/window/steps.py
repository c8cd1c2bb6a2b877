"""Undo and redo by name, and the word that everything is saved already."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from ui.calls import journal
from ui.calls.journal import Steps
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.work import Work

if TYPE_CHECKING:
    from models.journal.replay import ReplayStep
    from models.store.store import Store


class StepActions(QObject):
    """Keeps the two actions in step with the journal. `known` carries each new `Steps`."""

    known = Signal(object)

    def __init__(self, desk: Desk, undo: QAction, redo: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._undo, self._redo = undo, redo
        self._steps = Steps(None, None, None)
        undo.triggered.connect(self.undo)
        redo.triggered.connect(self.redo)
        desk.changed.connect(self.look)

    @property
    def steps(self) -> Steps:
        """What was known last."""
        return self._steps

    def look(self) -> None:
        """Ask the journal where it stands."""
        self._desk.ask(journal.steps, self._show)

    def undo(self) -> None:
        """Take the newest change back."""
        from models.journal.replay import undo

        self._run(undo, "Đang hoàn tác", "Đã hoàn tác")

    def redo(self) -> None:
        """Do again what was taken back."""
        from models.journal.replay import redo

        self._run(redo, "Đang làm lại", "Đã làm lại")

    def undo_entry(self, entry_id: int) -> None:
        """Take just this change back, also where others came after it."""
        call = partial(journal.undo_entry, entry_id=entry_id)
        self._run(lambda file, step: call(file, step=step), "Đang hoàn tác", "Đã hoàn tác")

    def _run(self, call: Callable[[Store, ReplayStep], str | None], words: str, deed: str) -> None:
        tell = partial(self._tell, deed)
        work = Work(lambda task: call(task.file, task.report), tell, words=words, writes=True)
        self._desk.run(work)

    def say_saved(self) -> None:
        """Answer Ctrl+S: nothing waits to be saved."""
        at = saved_words(self._steps.saved_at, self._desk.now())
        self._desk.noticed.emit(
            Notice(f"{at}. Mọi thay đổi được ghi ngay, không cần bấm lưu.", tone=Tone.DONE)
        )

    def _show(self, steps: Steps) -> None:
        self._steps = steps
        _name(self._undo, "&Hoàn tác", steps.undo)
        _name(self._redo, "&Làm lại", steps.redo)
        self.known.emit(steps)

    def _tell(self, deed: str, summary: str | None) -> None:
        if summary is None:
            self._desk.said.emit(f"Không còn gì để {deed.removeprefix('Đã ')}.")
        else:
            self._desk.noticed.emit(Notice(f"{deed}: {small(summary)}.", tone=Tone.DONE))


def small(summary: str) -> str:
    """A summary inside a sentence: "Đánh dấu 12 người" becomes "đánh dấu 12 người"."""
    return summary[:1].lower() + summary[1:]


def saved_words(at: datetime | None, now: datetime) -> str:
    """ "Đã tự lưu lúc 14:05", with the day when that was not today."""
    if at is None:
        return "Chưa có thay đổi nào cần lưu"
    day = "" if at.date() == now.date() else f" ngày {at:%d/%m/%Y}"
    return f"Đã tự lưu lúc {at:%H:%M}{day}"


def _name(action: QAction, verb: str, summary: str | None) -> None:
    # An ampersand in a name of ours would underline a letter of the menu.
    action.setText(f"{verb}: {small(summary)}".replace(" & ", " && ") if summary else verb)
    action.setEnabled(summary is not None)
