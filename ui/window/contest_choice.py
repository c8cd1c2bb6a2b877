"""Which contest the file works on: chosen or added at any time."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.contests.choosing import ContestChoice, contest_choices, use_contest
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.people.act_dialog import ActDialog
from ui.theme.pieces import label
from ui.theme.quiet_combo import QuietCombo


class ContestDialog(ActDialog):
    """Asks for the contests when it is opened; choosing one is one change that can be undone."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__("Cuộc thi", "Chọn cuộc thi này", parent)
        self.setObjectName("contest-choice")
        self._desk = desk
        self._choice = QuietCombo()
        self._choice.setObjectName("contestPick")
        self._choice.setAccessibleName("Cuộc thi")
        self.form.addRow("Cuộc thi", self._choice)
        hint = "Đánh dấu và số liệu tính theo cuộc thi này; dữ liệu của cuộc thi khác vẫn còn."
        self.form.addRow(label(hint, "muted", wrap=True))
        self.act.setEnabled(False)
        desk.ask(contest_choices, self._show)

    def _show(self, found: tuple[ContestChoice, ...]) -> None:
        for each in found:
            state = " (đang dùng)" if each.current else "" if each.added else " (thêm mới)"
            self._choice.addItem(f"{each.name}{state}", each.code)
        current = next((at for at, each in enumerate(found) if each.current), 0)
        self._choice.setCurrentIndex(current)
        self.act.setEnabled(bool(found))

    def accept(self) -> None:
        """Work on the chosen contest from now on."""
        code, words = str(self._choice.currentData()), self._choice.currentText()
        self._desk.ask(use_contest, lambda changed: self._tell(changed, words), None, code)
        super().accept()

    def _tell(self, changed: bool, words: str) -> None:
        name = words.removesuffix(" (thêm mới)").removesuffix(" (đang dùng)")
        told = f"Từ nay làm việc với cuộc thi {name}." if changed else "Cuộc thi này đang dùng."
        self._desk.noticed.emit(Notice(told, tone=Tone.DONE))
