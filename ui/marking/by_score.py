"""Another pass mark: whom it would decide otherwise is told, and marked when an officer says so."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from models.records import Mark, MarkResult
from models.roster.by_score import ByScore, by_score_words, mark_by_score, marks_by_score
from models.text.formats import number
from ui.desk import Desk
from ui.people.question import Question
from ui.work import Work

TITLE = "Đánh dấu theo điểm đạt mới?"


def offer_marks_by_score(desk: Desk, parent: QWidget) -> None:
    """Look whom the pass mark would decide otherwise, and ask when there is anybody."""
    desk.ask(marks_by_score, partial(_ask, desk, parent))


def _ask(desk: Desk, parent: QWidget, found: ByScore | None) -> None:
    words = by_score_words(found) if found else ""
    if found is None or not words:
        return
    people = len(found.passed) + len(found.failed)
    told = f"{words} Chưa đánh dấu ai; lấy lại được bằng Ctrl+Z."
    dialog = Question(TITLE, told, f"Đánh &dấu {number(people)} người", parent)
    dialog.accepted.connect(partial(_mark, desk))
    dialog.open()


def _mark(desk: Desk) -> None:
    wanted = frozenset({Mark.COMPLETED, Mark.FAILED})

    def tell(result: MarkResult) -> None:
        desk.said.emit(f"Đã đánh dấu {number(result.marked)} người theo điểm. Ctrl+Z để hoàn tác.")

    work = Work(
        lambda task: mark_by_score(task.file, wanted), tell, words="Đang đánh dấu", writes=True
    )
    desk.run(work)
