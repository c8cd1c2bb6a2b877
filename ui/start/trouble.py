"""The page in the place of a file that could not be opened: what happened, and the ways on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.errors import AppError
from models.machine.names import shown_name
from ui.error_line import ErrorLine
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import button, card, column_in, label, restyle, roomy, show_words

MOST, ALL = 110, 1_000
"""Letters: sentences that are wider are hard to read. All the room, up to that."""
RESCUE = "&Khôi phục và làm lại các việc sau đó"


class TroublePage(QWidget):
    """Each signal is one way on. `rescue` is offered first, once it is known what from."""

    rescue = Signal()
    again = Signal()
    restore = Signal()
    as_it_is = Signal()
    other = Signal()
    new = Signal()

    def __init__(self, path: Path, error: AppError, *, lacks_log: bool) -> None:
        super().__init__()
        self.setObjectName("trouble")
        paper = card()
        keep_in_letters(paper, most=MOST)
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(12)
        inside.addWidget(label("Chưa mở được tệp dữ liệu", "title"))
        said = ErrorLine("troubleText")
        inside.addWidget(said)
        said.refuse(error)
        if shown_name(path) not in error.sentence:
            inside.addWidget(label(f"Tệp: {shown_name(path)}", "muted", wrap=True))
        self._found = label("", "heading", wrap=True, name="troubleFound")
        self._saved = label("", wrap=True, name="troubleSaved")
        self._failed = ErrorLine("troubleFailed")
        for each in (self._found, self._saved, self._failed):
            each.hide()
            inside.addWidget(each)
        ways = [
            (RESCUE, "troubleRescue", self.rescue),
            ("Thử mở lại", "troubleAgain", self.again),
            ("Khôi phục từ bản sao lưu…", "troubleRestore", self.restore),
            ("Mở như hiện có, thiếu những thay đổi sau cùng", "troubleAsItIs", self.as_it_is),
            ("Mở tệp dữ liệu khác…", "troubleOther", self.other),
            ("Tạo tệp dữ liệu mới…", "troubleNew", self.new),
        ]
        self._ways = {}
        for words, name, told in ways:
            if name != "troubleAsItIs" or lacks_log:
                made = self._ways[name] = button(words, name, primary=name == "troubleAgain")
                made.clicked.connect(told)
                inside.addWidget(made)
        self._ways["troubleRescue"].hide()
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(24, 16, 24, 16)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(paper, ALL)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        column_in(self).addWidget(roomy(held))

    def refuse(self, error: AppError) -> None:
        """Say below what was told that something failed."""
        self._failed.refuse(error)

    def tell(self, found: str, saved: str = "", *, rescue: bool = False) -> None:
        """Say which copy is at hand and what it would bring back; `rescue` offers to do so."""
        show_words(self._found, found)
        show_words(self._saved, saved)
        self._failed.say("")
        first = self._ways["troubleRescue"]
        if rescue and first.isHidden():
            first.show()
            for each, primary in ((first, True), (self._ways["troubleAgain"], False)):
                each.setProperty("primary", primary)
                restyle(each)
            first.setFocus()
