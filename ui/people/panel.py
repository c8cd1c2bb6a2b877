"""The side panel of the roster: one person's data, marks and history."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.contests.mark_names import MarkNames, capitalised, mark_names
from models.records import Mark
from models.records.person_columns import PERSON_TITLES, written_of
from models.roster.purged import is_purged
from models.text.formats import number, score_words, short_date
from ui.calls.marks import MarkCounts
from ui.calls.people import Looked, look_at
from ui.desk import Desk
from ui.theme.pieces import label, link

if TYPE_CHECKING:
    from models.records import ChangeEntry, Contest, Person
    from models.roster.taking_part import TakingPart

HISTORY_SHOWN = 12
PAUSE_MS = 60
DONE, NOT_DONE = "✓", "○"
RIGHTS = {
    "sheet": "Phiếu dữ liệu cá nhân…",
    "purge": "Xóa hẳn dữ liệu của người này…",
}
FAIL, TAKE_BACK = "Đánh dấu đã thi, chưa đạt", "Bỏ đánh dấu thi chưa đạt"


class PersonPanel(QScrollArea):
    """`edit_asked` and `failed_asked` (set it, or take it away) carry the person's id, `deed_asked`
    what else is wanted ("posts", "periods", "sheet", "purge") and the id, `copy_asked` the phone.
    """

    edit_asked = Signal(int)
    deed_asked = Signal(str, int)
    failed_asked = Signal(int)
    copy_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("person-panel")
        self.setAccessibleName("Thông tin một người")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._desk = desk
        self._wanted: int | None = None
        self._contest: Contest | None = None
        # Who holds the arrow key down passes many people and stays at the last one.
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        desk.loaded.connect(self._ask)
        self.show_nobody()

    def set_contest(self, contest: Contest | None) -> None:
        """The contest whose marks are shown, in its words."""
        renamed = mark_names(contest) != mark_names(self._contest)
        self._contest = contest
        if renamed and self._wanted is not None:
            self._pause.start()

    def show_nobody(self) -> None:
        """Say what the panel is for."""
        self._wanted = None
        self._put(self._words("Chưa chọn ai", "Chọn một người trong bảng để xem thông tin ở đây."))

    def show_many(self, counts: MarkCounts) -> None:
        """The counts of several selected people."""
        self._wanted = None
        counted = counts.counted
        names = mark_names(self._contest)
        having = {Mark.REGISTERED: counted.registered, Mark.COMPLETED: counted.completed}
        words = " · ".join(f"{number(having[each])} {names.done(each)}" for each in names.counted)
        if counted.people != counts.people:
            words += f" trên {number(counted.people)} người được tính"
        page = self._words(f"{number(counts.people)} người được chọn", words)
        self._put(page)

    def show_person(self, person_id: int) -> None:
        """Read this person and show them."""
        self._wanted = person_id
        self._pause.start()

    def show_history(self) -> None:
        """Bring the history into sight."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _ask(self) -> None:
        if self._wanted is not None and not self._desk.is_loading:
            self._desk.ask(look_at, self._show, None, self._wanted)

    def _show(self, looked: Looked | None) -> None:
        if looked is not None and looked.person.id == self._wanted:
            self._put(self._page(looked))

    def _put(self, page: QWidget) -> None:
        page.setObjectName("panel-page")
        self.setWidget(page)

    def _words(self, title: str, more: str) -> QWidget:
        page, column = _column()
        column.addWidget(label(title, "heading", wrap=True))
        column.addWidget(label(more, "muted", wrap=True))
        column.addStretch()
        return page

    def _page(self, looked: Looked) -> QWidget:
        from ui.people.period_words import post_words

        person = looked.person
        page, column = _column()
        name = label(person.name, "title", wrap=True)
        name.setObjectName("panel-name")
        column.addWidget(name)
        place = " · ".join(filter(None, (person.position, person.unit)))
        column.addWidget(label(place, "muted", wrap=True))
        for post in looked.posts:
            column.addWidget(
                label(f"{PERSON_TITLES['second_posts']}: {post_words(post)}", "muted", wrap=True)
            )
        column.addSpacing(4)
        column.addLayout(self._facts(person))
        edit = link("Sửa thông tin…", "panel-edit")
        edit.clicked.connect(lambda: self.edit_asked.emit(person.id))
        column.addWidget(edit)
        posts = link("Kiêm nhiệm…", "panel-posts")
        posts.clicked.connect(lambda: self.deed_asked.emit("posts", person.id))
        column.addWidget(posts)
        column.addSpacing(8)
        self._add_periods(column, looked)
        self._add_marks(column, person)
        self._add_other_contests(column, looked)
        column.addSpacing(8)
        self._add_history(column, looked.history)
        column.addSpacing(8)
        self._add_rights(column, person)
        column.addStretch()
        return page

    def _facts(self, person: Person) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(4)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(label(PERSON_TITLES["phone"], "muted"), self._phone(person))
        for column in FACTS:
            if value := written_of(person, column):
                form.addRow(label(PERSON_TITLES[column], "muted"), label(value, wrap=True))
        return form

    def _phone(self, person: Person) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(label(written_of(person, "phone") or "Chưa có"))
        if person.phone:
            copy = link("Sao chép", "panel-copy")
            copy.setAccessibleName("Sao chép số điện thoại")
            copy.clicked.connect(lambda: self.copy_asked.emit(person.phone))
            line.addWidget(copy)
        line.addStretch()
        return row

    def _add_periods(self, column: QVBoxLayout, looked: Looked) -> None:
        """When what has been true; one unit from the beginning needs no words."""
        if len(looked.periods) > 1:
            from ui.people.period_words import period_words

            column.addWidget(label("Các mốc thời gian", "heading"))
            for period in looked.periods:
                column.addWidget(label(period_words(period), wrap=True))
        edit = link("Sửa các mốc thời gian…", "panel-periods")
        edit.clicked.connect(lambda: self.deed_asked.emit("periods", looked.person.id))
        column.addWidget(edit)
        column.addSpacing(8)

    def _add_marks(self, column: QVBoxLayout, person: Person) -> None:
        title = self._contest.short_name if self._contest else "Cuộc thi"
        column.addWidget(label(title, "heading", wrap=True))
        if person.exempt_reason:
            words = f"Không thuộc đối tượng: {person.exempt_reason}"
            column.addWidget(label(words, "attention", wrap=True))
        for words in marks_words(person, mark_names(self._contest)):
            column.addWidget(label(words, wrap=True))
        if self._contest is not None and person.completed_on is None:
            failed = link(TAKE_BACK if person.has_failed else FAIL, "panel-failed")
            failed.clicked.connect(lambda: self.failed_asked.emit(person.id))
            column.addWidget(failed)

    def _add_other_contests(self, column: QVBoxLayout, looked: Looked) -> None:
        for each in looked.contests:
            if not each.current:
                column.addSpacing(8)
                title = f"{each.contest} · {each.stage}" if each.stage else each.contest
                column.addWidget(label(title, "heading", wrap=True))
                for words in marks_words(each, each.names):
                    column.addWidget(label(words, wrap=True))

    def _add_history(self, column: QVBoxLayout, history: Sequence[ChangeEntry]) -> None:
        column.addWidget(label("Lịch sử", "heading"))
        for entry in history[:HISTORY_SHOWN]:
            column.addWidget(label(history_words(entry), "muted", wrap=True))
        if not history:
            column.addWidget(label("Chưa có thay đổi nào.", "muted"))

    def _add_rights(self, column: QVBoxLayout, person: Person) -> None:
        """What somebody may ask of their own data."""
        if is_purged(person.uid):
            return
        column.addWidget(label("Dữ liệu cá nhân", "heading"))
        for key, words in RIGHTS.items():
            asked = link(words, f"panel-{key}")
            asked.clicked.connect(partial(self.deed_asked.emit, key, person.id))
            column.addWidget(asked)


def marks_words(person: Person | TakingPart, names: MarkNames) -> tuple[str, ...]:
    """The marks in words, with a sign and not only a colour."""
    days = {Mark.REGISTERED: person.registered_on, Mark.COMPLETED: person.completed_on}
    told = {
        mark: f"{DONE} {capitalised(names.done(mark))} {short_date(days[mark])}"
        if days[mark]
        else f"{NOT_DONE} {capitalised(names.undone(mark))}"
        for mark in names.counted
    }
    failed = ""
    if person.has_failed and person.failed_on:
        failed = f"{NOT_DONE} Đã thi, chưa đạt {short_date(person.failed_on)}"
    score = f"Điểm: {score_words(person.score)}" if person.score is not None else ""
    return tuple(filter(None, (told.get(Mark.REGISTERED), failed or told[Mark.COMPLETED], score)))


def history_words(entry: ChangeEntry) -> str:
    """ "05/06 09:41 · Đánh dấu 12 người đã đăng ký"; what was undone says so."""
    undone = "" if entry.in_effect else " (đã hoàn tác)"
    return f"{entry.at:%d/%m %H:%M} · {entry.summary}{undone}"


FACTS = ("email", "staff_type", "birth", "gender", "staff_code", "came_on", "left_on", "note")
"""What stands below the phone, as far as it is known."""


def _column() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    page.setAutoFillBackground(True)
    page.setBackgroundRole(page.backgroundRole().Base)
    column = QVBoxLayout(page)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(4)
    return page, column
