"""Decisions that are not carried out yet are not lost by one key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from models.text.formats import number
from ui.deciding.table import DecisionTable
from ui.people.question import Question

TITLE = "Bỏ các quyết định?"
WORDS = "Đã có {count} quyết định chưa ghi lại. Đóng bây giờ thì phải quyết định lại từ đầu."
ACT = "Bỏ và đóng"


class DecidingDialog(QDialog):
    """Where rows were decided, leaving asks first; Enter and Esc go back to them."""

    def reject(self) -> None:
        """Leave at once only where nothing would be lost."""
        count = sum(map(_decided, self.findChildren(DecisionTable)))
        leave_decided(self, count, lambda: self.done(QDialog.DialogCode.Rejected))


def leave_decided(parent: QWidget, count: int, leave: Callable[[], object]) -> None:
    """Leave `count` decisions: at once where there are none, else when the officer says yes."""
    if not count:
        leave()
        return
    question = Question(TITLE, WORDS.format(count=number(count)), ACT, parent)
    question.accepted.connect(leave)
    question.open()


def _decided(table: DecisionTable) -> int:
    return sum(map(table.flow.is_decided, table.flow.ids()))
