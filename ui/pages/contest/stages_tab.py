"""Chặng: the stages of the contest with their deadlines."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.contests.current import current_contest
from models.records import STAGE_KIND_NAMES, Contest
from models.text.formats import short_date
from ui.desk import Desk
from ui.pages.page import Page
from ui.theme.pieces import label


class StagesTab(Page):
    """Shows the contest that the file works on."""

    title = "Chặng"
    topics = frozenset({"contests", "stages", "prizes", "levels"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._words = label(wrap=True)
        self._words.setObjectName("stageWords")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        column.addStretch(1)

    def ask(self) -> None:
        """Read the contest."""
        self.read(current_contest, self._show)

    def _show(self, contest: Contest | None) -> None:
        self._words.setText(_lines(contest))
        self.loaded.emit()


def _lines(contest: Contest | None) -> str:
    if contest is None:
        return "Chưa có cuộc thi. Hãy chọn một cuộc thi để theo dõi."
    return "\n".join(
        f"Chặng {stage.number} – {stage.name}: {STAGE_KIND_NAMES[stage.kind].lower()}, "
        f"{short_date(stage.starts_on)} – {short_date(stage.ends_on)}"
        for stage in contest.stages
    )
