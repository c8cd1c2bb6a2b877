"""Lời văn: the text of a kind, checked and filled while it is written, beside its original."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QSizePolicy,
    QTabWidget,
    QWidget,
)

from models.errors import AppError
from models.papers.wordings import compared_lines, tidy_wording
from models.text.formats import number
from reports.wording.checking import check_wording
from reports.wording.filling import fill_subject, fill_wording
from reports.wording.grammar import WordingProblem
from ui.calls.wording import WordingLook, keep_wording, wording_look
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.people.question import Question
from ui.theme.footer import GAP, dialog_column, footer
from ui.theme.keys import on_enter, on_key
from ui.theme.letters import ShareSplitter, fit_to_screen
from ui.theme.pieces import button, column_in, label, named
from ui.theme.tall_tabs import TallTabs
from ui.wording.difference_view import DifferenceView
from ui.wording.editor import WordingEdit
from ui.wording.filled_view import FilledView
from ui.wording.places_list import PlacesList

LETTERS, LINES, SCREEN_SHARE = 210, 44, 0.96
CHECK_MS = 150
PROBLEM_LINES, HANDLE = 6, 12
OWN, ORIGINAL = "Đang dùng lời văn của xã.", "Đang dùng lời văn gốc của chương trình."
CHANGED = "Có thay đổi chưa lưu."
GRAMMAR = (
    "Mỗi dòng một đoạn. {…} là chỗ chương trình điền; **đậm**, *nghiêng*; # phần, ## khoản, > căn "
    "cứ, ^ giữa trang, = trích yếu; [[ … ]] tự bỏ khi chỗ trong đó trống, [[ … || … ]] thì lấy vế "
    "sau."
)
LEAVE_WORDS = "Lời văn vừa sửa chưa được lưu."
FAULTY_WORDS = (
    "Còn {count} lỗi, lỗi đầu ở dòng {line}: {sentence}\n\nNếu vẫn lưu, văn bản loại này chưa xuất "
    "được cho đến khi sửa hết."
)


class _Half(QWidget):
    """As high at least as its words are in its width, which a splitter does not ask for."""

    def minimumSizeHint(self) -> QSize:
        """With the lines that the hint has."""
        least, layout = super().minimumSizeHint(), self.layout()
        high = layout.totalMinimumHeightForWidth(self.width()) if layout is not None else 0
        return least.expandedTo(QSize(0, high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width the hint has other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class WordingDialog(QDialog):
    """Saved as one change of the file. Shown with `open()`."""

    def __init__(self, desk: Desk, code: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("wording-dialog")
        self.setWindowTitle("Lời văn")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._look: WordingLook | None = None
        self._problems: tuple[WordingProblem, ...] = ()
        self._title = label("Lời văn", "title", name="wording-title")
        self._state = label("Đang đọc…", "muted", wrap=True, name="wording-state")
        self._text = WordingEdit()
        self._sound = label("", "muted", wrap=True, name="wording-sound")
        self._list = named(QListWidget(), "wording-problems", "Lỗi trong lời văn")
        self._places, self._preview = PlacesList(), FilledView()
        self._difference = DifferenceView()
        self._tabs = named(QTabWidget(), "wording-tabs", "Bên cạnh lời văn")
        self._problem = ErrorLine()
        self._reset = button("Lấy lại bản &gốc", "wording-reset")
        self._keep = button("Đóng", "keep")
        self._save = button("&Lưu", "act", primary=True)
        self._checking = QTimer(self, singleShot=True, interval=CHECK_MS)
        self._lay_out()
        self._connect()
        desk.ask(wording_look, self._show, self._refused, code)

    def _lay_out(self) -> None:
        left = _Half()
        column = column_in(left, GAP)
        column.addWidget(self._text, 1)
        column.addWidget(label(GRAMMAR, "muted", wrap=True))
        column.addWidget(self._sound)
        self._list.setWordWrap(True)
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self._list.setMaximumHeight(self.fontMetrics().lineSpacing() * PROBLEM_LINES)
        self._list.hide()
        column.addWidget(self._list)
        self._tabs.setTabBar(TallTabs())
        self._tabs.addTab(self._preview, "&Xem trước")
        self._tabs.addTab(self._places, "&Chỗ điền số liệu")
        self._tabs.addTab(self._difference, "&So với bản gốc")
        split = ShareSplitter("wording", orientation=Qt.Orientation.Horizontal)
        split.setHandleWidth(HANDLE)
        for half in (left, self._tabs):
            split.addWidget(half)
        whole = dialog_column(self)
        for widget in (self._title, self._state):
            whole.addWidget(widget)
        whole.addWidget(split, 1)
        whole.addWidget(self._problem)
        whole.addLayout(footer(act=self._save, leave=self._keep, others=(self._reset,)))
        fit_to_screen(self, LETTERS, LINES, SCREEN_SHARE)

    def _connect(self) -> None:
        self._problem.say("")
        self._text.setEnabled(False)
        self._save.setEnabled(False)
        self._reset.setEnabled(False)
        self._text.textChanged.connect(self._checking.start)
        self._checking.timeout.connect(self._check)
        on_enter(self._list, self._jump)
        self._list.itemDoubleClicked.connect(lambda _item: self._jump())
        self._places.chosen.connect(self._text.insert_place)
        self._tabs.currentChanged.connect(self._show_side)
        self._reset.clicked.connect(self._take_original)
        self._keep.clicked.connect(self.reject)
        self._save.clicked.connect(self._ask_save)
        on_key(self, "Ctrl+Return", self._save.click)

    def _show(self, look: WordingLook) -> None:
        self._look = look
        self._title.setText(f"Lời văn: {look.title}")
        self._text.offer(look.places)
        self._places.show_places(look.places, look.values)
        self._text.setEnabled(True)
        self._text.setPlainText(look.text)
        if look.unknown:
            self._problem.say(f"Chưa có số liệu cho mọi chỗ: {look.unknown}")
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._check()

    @property
    def _written(self) -> str:
        return self._text.toPlainText()

    @property
    def _differs(self) -> bool:
        return self._look is not None and tidy_wording(self._written) != tidy_wording(
            self._look.text
        )

    def _check(self) -> None:
        """Look at what is written: what is wrong, how it reads, how it differs."""
        self._checking.stop()
        look = self._look
        if look is None:
            return
        self._problems = check_wording(look.code, self._written)
        self._text.highlighter.show_problems(self._problems)
        self._show_problems(self._problems)
        self._show_side()
        own = tidy_wording(self._written) != tidy_wording(look.original)
        self._reset.setEnabled(own)
        state = ORIGINAL if look.own is None else OWN
        self._state.setText(f"{state} {CHANGED}" if self._differs else state)
        self._save.setEnabled(self._differs)

    def _show_problems(self, problems: Sequence[WordingProblem]) -> None:
        row = self._list.currentRow()
        self._list.clear()
        self._list.addItems([f"Dòng {each.line}: {each.sentence}" for each in problems])
        if problems:
            self._list.setCurrentRow(min(max(row, 0), len(problems) - 1))
        self._list.setVisible(bool(problems))
        told = f"{number(len(problems))} lỗi; Enter hoặc bấm đúp để đến chỗ sai:"
        self._sound.setText(told if problems else "Không có lỗi.")

    def _show_side(self) -> None:
        """Only the view in sight is made anew."""
        look, shown = self._look, self._tabs.currentWidget()
        if look is None:
            return
        if shown is self._preview:
            subject = fill_subject(look.code, self._written, look.values)
            blocks = fill_wording(look.code, self._written, look.values)
            self._preview.show_filled(subject, blocks)
        elif shown is self._difference:
            self._difference.show_lines(compared_lines(look.original, self._written))

    def _jump(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._problems):
            self._text.go_to(self._problems[row])

    def _take_original(self) -> None:
        if self._look is not None:
            self._text.replace_all(self._look.original)
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)
            self._check()

    def _ask_save(self) -> None:
        """What the check would stop later is said now."""
        self._check()
        if not self._save.isEnabled():
            return
        if not self._problems:
            self._write()
            return
        first = self._problems[0]
        words = FAULTY_WORDS.format(
            count=number(len(self._problems)), line=first.line, sentence=first.sentence
        )
        question = Question("Lưu lời văn còn lỗi?", words, "Vẫn lưu", self)
        question.accepted.connect(self._write)
        question.open()

    def _write(self) -> None:
        if self._look is not None:
            self._save.setEnabled(False)
            self._desk.ask(keep_wording, self._wrote, self._refused, self._look, self._written)

    def _wrote(self, _changed: bool) -> None:
        if self._look is not None:
            self._desk.said.emit(f"Đã lưu lời văn “{self._look.title}”. Ctrl+Z để hoàn tác.")
        self.done(QDialog.DialogCode.Accepted)

    def reject(self) -> None:
        """What was written is not lost by one key."""
        if not self._differs:
            super().reject()
            return
        question = Question("Bỏ lời văn vừa sửa?", LEAVE_WORDS, "Bỏ và đóng", self)
        question.accepted.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        question.open()

    def _refused(self, error: AppError) -> None:
        self._problem.refuse(error)
        self._save.setEnabled(self._differs)


def open_wording(desk: Desk, code: str, parent: QWidget) -> WordingDialog:
    """Show the wording of the kind with this code over `parent`."""
    dialog = WordingDialog(desk, code, parent)
    dialog.open()
    return dialog
