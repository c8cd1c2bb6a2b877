"""What is said before anything else: who was lost since last time, and where a number fell."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.contests.mark_names import MarkNames
from models.reconcile.records import Box
from models.reconcile.sentences import drops_words
from models.reconcile.settled import SettledPlan
from models.text.formats import number
from ui.theme.pieces import column_in, link
from ui.theme.saying import Saying

LOST = "⚠ {count} người lần trước có, nay không có: xem danh sách"


class Alarms(QWidget):
    """`asked` wants to see who was lost."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.any = False
        self._lost = link("", "reconcile-lost")
        self._lost.setProperty("attention", True)
        self._lost.clicked.connect(self.asked)
        self._drops = Saying("unit-drops", "attention")
        column = column_in(self, spacing=4)
        column.addWidget(self._lost)
        column.addWidget(self._drops)

    def show_standing(self, standing: SettledPlan, names: MarkNames) -> None:
        """Say it; without any of it nothing stands there."""
        lost = len(standing.ids[Box.REGRESSED])
        self._lost.setText(LOST.format(count=number(lost)))
        self._lost.setVisible(bool(lost))
        drops = drops_words(standing.plan.unit_drops, names)
        self._drops.say(f"⚠ {drops}" if drops else "")
        self.any = bool(lost or drops)

    def set_low(self, low: bool) -> None:
        """In a low window a sentence keeps to one line."""
        self._drops.set_low(low)
