"""Marking by text: paste on the left, see at once on the right, Enter marks."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from models.contests.mark_names import mark_names
from models.errors import AppError
from models.marking.apply import MessageReader, mark_recognised
from models.marking.records import Recognition, Standing
from models.records import Mark, MarkResult
from models.text.formats import number, short_date
from ui.deciding.leaving import DecidingDialog
from ui.deciding.sides import Sides
from ui.deciding.table import DecisionTable
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.marking.columns import is_fresh, stays_completed
from ui.marking.decisions import Mentions
from ui.marking.left_out import passed_over_words, short_stays_words
from ui.marking.stay_field import StayField
from ui.notice import Notice, Tone
from ui.people.date_field import DateField
from ui.people.mark_dialog import mark_choices
from ui.theme.footer import GAP, dialog_column, footer
from ui.theme.keys import on_key
from ui.theme.letters import SideSplitter, fit_to_screen
from ui.theme.pieces import button, label, link, named, show_words
from ui.theme.wrapping_row import WrappingRow
from ui.work import Work

TITLE = "Đánh dấu từ tin nhắn hoặc danh sách"
PLACEHOLDER = (
    "Dán vào đây tin nhắn Zalo, danh sách trong Word, Excel hoặc chữ chép từ ảnh.\n\n"
    "1. Nguyễn Văn An - 0912 345 678\nTrần Thị Bình, Lê Thị Lan (Trạm Y tế)\n0982103591"
)
WAIT_MS = 250
SIZE_IN_LETTERS, SIZE_IN_LINES = 205, 46
TEXT_LETTERS = 43
SCREEN_SHARE = 0.94
LONGEST_PASTED = 200_000


class MarkTextDialog(DecidingDialog):
    """Shown with `open()`. `shown` tells that a text was read; `marked` carries a `MarkResult`."""

    shown = Signal()
    marked = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mark-text-dialog")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._reader = MessageReader()
        self._names = mark_names(desk.reference.contest)
        self._recognition = Recognition(())
        self._asked = ""
        self._waiting = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._waiting.timeout.connect(self._read)
        self._make()
        self._lay_out()
        self._connect()
        self._take_clipboard()
        self._look()

    def _make(self) -> None:
        self._text = named(QPlainTextEdit(), "mark-text", "Văn bản có họ tên hoặc số điện thoại")
        self._text.setPlaceholderText(PLACEHOLDER)
        self._text.setTabChangesFocus(True)
        self._passed_over = label("", "muted", wrap=True, name="passed-over")
        self._passed_over.hide()
        self._mentions = Mentions(self._names)
        self._people = DecisionTable(self._mentions, Sides(self._mentions))
        self._people.table.setAccessibleName("Những người nhận ra trong văn bản")
        self._summary = label("", "heading", wrap=True, name="mark-summary")
        self._copy_rest = link("Sao chép những dòng còn lại", "copy-rest")
        self._marks = {
            mark: named(QRadioButton(words), f"mark-{mark}")
            for mark, words in mark_choices(self._names).items()
        }
        self._marks[self._names.counted[0]].setChecked(True)
        self._stay = StayField()
        self._day = DateField("mark-day", "Ngày đánh dấu", self._desk.today(), beside=True)
        self._day.line.setText("hôm nay")
        self._problem = ErrorLine()
        self._keep = button("Không đánh dấu", "keep")
        self._act = button("Đánh dấu", "act", primary=True)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        words = label("&Văn bản", "heading")
        words.setBuddy(self._text)
        column.addWidget(words)
        column.addWidget(self._text, 1)
        column.addWidget(self._passed_over)
        marks = WrappingRow()
        for each in self._marks.values():
            marks.addWidget(each)
        column.addLayout(marks)
        column.addWidget(self._stay)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(GAP, 0, 0, 0)
        column.setSpacing(GAP)
        head = QHBoxLayout()
        head.addWidget(self._summary, 1)
        head.addWidget(self._copy_rest)
        column.addLayout(head)
        column.addWidget(self._people, 1)
        halves = SideSplitter(0, TEXT_LETTERS, "marked-text")
        halves.set_halves(left, right)
        whole = dialog_column(self, GAP)
        whole.addWidget(label(TITLE, "title", wrap=True))
        whole.addWidget(halves, 1)
        whole.addWidget(self._problem)
        whole.addLayout(self._foot())
        fit_to_screen(self, SIZE_IN_LETTERS, SIZE_IN_LINES, SCREEN_SHARE)

    def _foot(self) -> QHBoxLayout:
        day = label("&Ngày")
        day.setBuddy(self._day.line)
        return footer(act=self._act, leave=self._keep, others=(day, self._day))

    def _connect(self) -> None:
        self._text.textChanged.connect(self._waiting.start)
        for each in self._marks.values():
            each.toggled.connect(self._mark_changed)
        self._day.changed.connect(self._look)
        self._stay.changed.connect(self._read)
        self._people.decided.connect(self._look)
        self._copy_rest.clicked.connect(self._copy_open_lines)
        self._keep.clicked.connect(self.reject)
        self._act.clicked.connect(self._apply)
        on_key(self._people.table, QKeySequence.StandardKey.Paste, self._take_clipboard, alone=True)
        on_key(self, "Ctrl+Return", self._act.click)

    def _take_clipboard(self) -> None:
        """What was copied is what the officer most likely wants; then the keys decide about it."""
        text = QGuiApplication.clipboard().text()
        if text.strip() and len(text) <= LONGEST_PASTED:
            self._text.setPlainText(text)
            self._people.table.setFocus()
            self._read()

    @property
    def mark(self) -> Mark:
        """The mark that is chosen."""
        return next(mark for mark, button in self._marks.items() if button.isChecked())

    def _mark_changed(self) -> None:
        self._mentions.mark = self.mark
        self._people.refresh()
        self._look()

    def _read(self) -> None:
        self._waiting.stop()
        self._asked = self._text.toPlainText()
        least = self._stay.minutes
        self._desk.ask(self._reader.read, self._show, self._refused, self._asked, least)

    def _show(self, recognition: Recognition) -> None:
        if self._waiting.isActive():
            return
        self._recognition = recognition
        self._mentions.take(recognition)
        self._people.begin()
        self._people.refresh()
        self._stay.show_minutes(recognition.least_minutes)
        words = passed_over_words(recognition.passed_over) or short_stays_words(recognition.short)
        show_words(self._passed_over, words)
        self._look()
        self.shown.emit()

    def _look(self) -> None:
        """Say how many were recognised and what Enter would do."""
        people = self._mentions.people()
        stay = sum(stays_completed(each, self.mark) for each in people.values())
        fresh = sum(is_fresh(each, self.mark) for each in people.values())
        self._summary.setText(self._summary_words(len(people), fresh, stay))
        self._copy_rest.setVisible(bool(self._mentions.open_lines()))
        day = self._day.day
        late = day is not None and day > self._desk.today()
        self._problem.say(f"Ngày {short_date(day)} chưa đến." if late else self._stay.problem)
        decided = any(True for _ in self._mentions.to_remember())
        marks = f"Đánh dấu {number(fresh)} người {self._names.done(self.mark)}"
        self._act.setText("Ghi nhớ quyết định" if decided and not fresh else marks)
        self._act.setEnabled(bool(fresh or decided) and day is not None and not late)

    def _summary_words(self, people: int, fresh: int, stay: int) -> str:
        if not self._text.toPlainText().strip():
            return "Chưa có văn bản"
        undecided = self._mentions.undecided
        missing = len(self._recognition.of(Standing.NOT_FOUND))
        parts = [f"Nhận ra {number(people)} người"]
        if before := people - fresh - stay:
            parts.append(f"{number(before)} người {self._names.done(self.mark)} từ trước")
        if stay:
            parts.append(self._staying(stay))
        if undecided:
            parts.append(f"{number(undecided)} cần quyết định")
        if missing:
            parts.append(f"{number(missing)} không tìm thấy")
        return " · ".join(parts)

    def _staying(self, people: int) -> str:
        return f"{number(people)} người {self._names.done(Mark.COMPLETED)} nên giữ nguyên"

    def _copy_open_lines(self) -> None:
        lines = sorted(self._mentions.open_lines(), key=lambda item: item.id)
        QGuiApplication.clipboard().setText("\n".join(item.mention.text for item in lines))
        self._copy_rest.setText(f"Đã sao chép {number(len(lines))} dòng")

    def _apply(self) -> None:
        day = self._day.day
        if day is None or self._waiting.isActive() or not self._is_as_asked():
            self._read()
            return
        people, remembered = self._mentions.people(), self._mentions.to_remember()
        mark, ids, decided = self.mark, tuple(people), tuple(remembered)
        self._act.setEnabled(False)
        self._desk.run(
            Work(
                lambda task: mark_recognised(task.file, mark, day, ids, decided),
                self._done,
                self._refused,
            )
        )

    def _is_as_asked(self) -> bool:
        """Whether what is shown was read for the minutes that are typed."""
        shown, asked = self._recognition.least_minutes, self._stay.minutes
        return None in (shown, asked) or shown == asked

    def _done(self, result: MarkResult) -> None:
        words = f"Đã đánh dấu {number(result.marked)} người {self._names.done(self.mark)}."
        if not result.marked:
            words = "Không đánh dấu thêm ai; đã ghi nhớ các quyết định."
        if result.already:
            words += f" {number(result.already)} người có từ trước."
        if result.passed:
            words += f" {self._staying(result.passed)}."
        left = len(self._mentions.open_lines())
        advice = f"Còn {number(left)} dòng chưa đánh dấu cho ai. " if left else ""
        self._desk.noticed.emit(Notice(words, f"{advice}Nhấn Ctrl+Z để lấy lại.", Tone.DONE))
        self.marked.emit(result)
        self.accept()

    def _refused(self, error: AppError) -> None:
        self._look()
        self._problem.refuse(error)
