"""The first start: which commune, which list, which contest; or the practice commune."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from resources.catalog import contest_codes, contest_preset
from ui.progress import Direction, WorkProgress
from ui.start.commune_field import CommuneField
from ui.start.files import LIST_FILTER
from ui.theme.pieces import button, card, label, link
from ui.theme.quiet_combo import QuietCombo
from ui.work import Task


@dataclass(frozen=True, slots=True)
class SetUpAnswers:
    """What the three questions were answered with; no lists means later."""

    commune: str
    contest: str | None
    lists: tuple[Path, ...] = ()


class FirstStart(QWidget):
    """Three questions on one page.

    `answered` carries `SetUpAnswers`; `practice`, `open_other` and `receive` (a hand-over package)
    ask for the other ways in, `template` for a blank list to fill in.
    """

    answered = Signal(object)
    practice = Signal()
    open_other = Signal()
    receive = Signal()
    template = Signal()

    def __init__(self, place: Path) -> None:
        super().__init__()
        self.setObjectName("firstStart")
        self._lists: tuple[Path, ...] = ()
        self._scroll = QScrollArea()
        self._commune = CommuneField()
        self._list_name = label("Hoặc kéo tệp vào cửa sổ, lúc nào cũng nhận.", "muted")
        self._list_name.setWordWrap(True)
        self._choose = button("Chọn tệp…", "chooseList")
        self._template = link("Tải biểu mẫu trống…", "blankList")
        self._contest = _contests()
        self._begin = button("Bắt đầu", "begin", primary=True)
        self._begin.setEnabled(False)
        self._practice = button("Dùng thử với số liệu mẫu", "openPractice")
        self._other = link("Mở tệp dữ liệu đã có…", "openOther")
        self._receive = link("Nhận bàn giao từ cán bộ cũ…", "receiveHandover")
        self._place = label(f"Dữ liệu nằm trên máy này: {place}", "muted", wrap=True)
        self._progress = WorkProgress(Direction.LeftToRight)
        self._progress.hide()
        self._progress.ended.connect(self._made)
        self._lay_out()
        self._commune.changed.connect(self._check)
        self._commune.entered.connect(self._go_on)
        self._choose.clicked.connect(self._choose_list)
        self._begin.clicked.connect(self._answer)
        self._practice.clicked.connect(self.practice)
        self._other.clicked.connect(self.open_other)
        self._receive.clicked.connect(self.receive)
        self._template.clicked.connect(self.template)
        self.setFocusProxy(self._commune)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(label("Chào mừng đến với Tiến Độ", "title"))
        column.addWidget(label("Trả lời ba câu để bắt đầu", "muted"))
        column.addWidget(self._questions())
        column.addLayout(self._ways_on())
        column.addWidget(self._progress)
        column.addLayout(self._other_ways())
        column.addWidget(self._place)
        column.addStretch(1)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(20, 16, 20, 16)
        row.addStretch(1)
        row.addLayout(column, 3)
        row.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _questions(self) -> QFrame:
        paper = card()
        column = QVBoxLayout(paper)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(4)
        column.addWidget(_question("1", "Xã, phường, đặc khu", self._commune))
        column.addWidget(self._commune)
        column.addSpacing(12)
        column.addWidget(_question("2", "Danh sách cán bộ (có thể nhập sau)", self._choose))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._choose)
        row.addWidget(self._list_name, 1)
        row.addWidget(self._template)
        column.addLayout(row)
        column.addSpacing(12)
        column.addWidget(_question("3", "Cuộc thi", self._contest))
        column.addWidget(self._contest)
        return paper

    def _ways_on(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._begin)
        row.addWidget(self._practice)
        row.addStretch(1)
        return row

    def _other_ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._other)
        row.addWidget(self._receive)
        row.addStretch(1)
        return row

    def follow(self, task: Task) -> None:
        """Show how far the making of the file is; meanwhile nothing else can be asked for."""
        self.set_busy(True)
        self._progress.show()
        self._progress.follow(task)

    def _made(self, _stopped: bool) -> None:
        self._progress.hide()
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """While the file is being made nothing can be asked for twice."""
        for each in (self._begin, self._practice, self._other, self._receive):
            each.setEnabled(not busy)
        if not busy:
            self._check()

    def take_refusal(self, _error: object = None) -> None:
        """The file could not be made; everything can be asked for again."""
        self.set_busy(False)

    def set_lists(self, paths: Sequence[Path]) -> None:
        """Take `paths` as the answer to the second question."""
        self._lists = tuple(paths)
        if paths:
            self._list_name.setText(", ".join(path.name for path in paths))
            self._list_name.setToolTip("\n".join(str(path) for path in paths))

    def _choose_list(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Chọn danh sách", "", LIST_FILTER)
        if names:
            self.set_lists([Path(name) for name in names])

    def _go_on(self) -> None:
        """The commune is known: what is left to do is to begin."""
        self._begin.setFocus()
        self._scroll.ensureWidgetVisible(self._begin)

    def _check(self) -> None:
        self._begin.setEnabled(bool(self._commune.commune()))

    def _answer(self) -> None:
        contest = self._contest.currentData()
        self.answered.emit(SetUpAnswers(self._commune.commune(), contest or None, self._lists))


def _contests() -> QComboBox:
    made = QuietCombo()
    made.setObjectName("contestChoice")
    made.setAccessibleName("Cuộc thi")
    for code in contest_codes():
        preset = contest_preset(code)
        first, last = preset.stages[0].starts_on, preset.stages[-1].ends_on
        made.addItem(f"{preset.short_name} ({first:%d/%m} – {last:%d/%m/%Y})", code)
    made.addItem("Chưa có cuộc thi, chỉ lập danh sách", "")
    return made


def _question(number: str, text: str, buddy: QWidget) -> QLabel:
    made = label(f"{number}. {text}", "heading")
    made.setBuddy(buddy)
    made.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return made
