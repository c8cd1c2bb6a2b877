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
from ui.people.panel_deeds import (
    PanelDeed,
    deed_buttons,
    group_deeds,
    group_lines,
    mark_deeds,
)
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


class PersonPanel(QScrollArea):
    """`edit_asked` carries the person's id, `deed_asked` what else is wanted of them ("posts",
    "registered", …) and the id, `group_asked` what is wanted of all who are selected, `copy_asked`
    the phone.
    """

    edit_asked = Signal(int)
    deed_asked = Signal(str, int)
    group_asked = Signal(str)
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
        other = contest != self._contest
        self._contest = contest
        if other and self._wanted is not None:
            self._pause.start()

    def show_nobody(self) -> None:
        """Say what the panel is for."""
        self._wanted = None
        self._put(self._words("Chưa chọn ai", "Chọn một người trong bảng để xem thông tin ở đây."))

    def show_many(self, counts: MarkCounts) -> None:
        """The counts of several selected people."""
        self._wanted = None
        names = mark_names(self._contest)
        page, column = _column()
        title = f"{number(counts.people)} người được chọn"
        column.addWidget(label(title, "heading", wrap=True))
        for words in group_lines(counts, names):
            column.addWidget(label(words, "muted", wrap=True))
        column.addSpacing(8)
        column.addWidget(deed_buttons(group_deeds(names), self.group_asked.emit))
        column.addStretch()
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
        column.addSpacing(4)
        own = (PanelDeed("Sửa thông tin…", "edit"), PanelDeed("Kiêm nhiệm…", "posts"))
        column.addWidget(deed_buttons(own, partial(self._ask_for, person.id)))
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
        form.setHorizontalSpacing(8)
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
        periods = PanelDeed("Các mốc thời gian…", "periods")
        if looked.person.left_on is not None:
            back = PanelDeed("Đưa trở lại danh sách…", "return")
            column.addWidget(deed_buttons((back,), partial(self._ask_for, looked.person.id)))
        counts = looked.person.counts or not looked.person.exempt_reason
        of_duty = (
            PanelDeed("Không thuộc đối tượng…", "exempt")
            if counts
            else PanelDeed("Tính lại vào đối tượng…", "count-again")
        )
        ask = partial(self._ask_for, looked.person.id)
        column.addWidget(deed_buttons((periods, of_duty), ask))
        column.addSpacing(8)

    def _ask_for(self, person_id: int, key: str) -> None:
        if key == "edit":
            self.edit_asked.emit(person_id)
        else:
            self.deed_asked.emit(key, person_id)

    def _add_marks(self, column: QVBoxLayout, person: Person) -> None:
        title = self._contest.short_name if self._contest else "Cuộc thi"
        column.addWidget(label(title, "heading", wrap=True))
        if person.exempt_reason:
            words = f"Không thuộc đối tượng: {person.exempt_reason}"
            column.addWidget(label(words, "attention", wrap=True))
        names = mark_names(self._contest)
        deeds = mark_deeds(person, names) if self._contest is not None else {}
        ask = partial(self._ask_for, person.id)
        for mark, words in mark_lines(person, names):
            if mark in deeds:
                column.addWidget(deed_buttons(deeds.pop(mark), ask, words))
            else:
                column.addWidget(label(words, wrap=True))
        for rest in deeds.values():
            column.addWidget(deed_buttons(rest, ask))

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
    return tuple(words for _, words in mark_lines(person, names))


def mark_lines(
    person: Person | TakingPart, names: MarkNames
) -> tuple[tuple[Mark | None, str], ...]:
    """The same, each beside the mark it speaks of; the score speaks of none."""
    days = {Mark.REGISTERED: person.registered_on, Mark.COMPLETED: person.completed_on}
    told: list[tuple[Mark | None, str]] = [
        (
            mark,
            f"{DONE} {capitalised(names.done(mark))} {short_date(days[mark])}"
            if days[mark]
            else f"{NOT_DONE} {capitalised(names.undone(mark))}",
        )
        for mark in names.counted
    ]
    if person.has_failed and person.failed_on:
        told[-1] = Mark.FAILED, f"{NOT_DONE} Đã thi, chưa đạt {short_date(person.failed_on)}"
    if person.score is not None:
        told.append((None, f"Điểm: {score_words(person.score)}"))
    return tuple(told)


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
