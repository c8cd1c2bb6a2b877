"""Việc hôm nay: what can be known now to want doing, each with the way to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from models.records import PeopleQuery, Status
from models.text.formats import number
from ui.calls.figures import Look
from ui.theme.icons import icon
from ui.theme.pieces import label, link

MOST = 5
DAYS_OF_URGENCY = 3


@dataclass(frozen=True, slots=True)
class TodayTask:
    """One line: what is the matter, the verb of the link and where it leads."""

    text: str
    verb: str
    page: str
    what: object = None
    urgent: bool = False


def tasks_of(look: Look) -> tuple[TodayTask, ...]:
    """What wants doing as of the day looked at, the urgent first."""
    day = None if look.day == look.today else look.day
    found = [*_deadline_tasks(look), *_unit_tasks(look, day), *_data_tasks(look, day)]
    return tuple(sorted(found, key=lambda task: not task.urgent))


def _deadline_tasks(look: Look) -> list[TodayTask]:
    stage = look.contest.stages[0] if look.contest and look.contest.stages else None
    if stage is None or look.day > stage.ends_on:
        return []
    counted = look.figures
    left = (stage.ends_on - look.day).days
    when = f"Còn {left} ngày" if left else "Hôm nay hết hạn"
    found = []
    if stage.internal_ends_on is None:
        words = f"Chưa đặt hạn của xã trước hạn {stage.ends_on:%d/%m}"
        found.append(TodayTask(words, "Đặt hạn", "data", "deadline"))
    for missing, words, kind in (
        (counted.total - counted.registered, "chưa đăng ký", "not-registered"),
        (counted.total - counted.completed, "chưa hoàn thành", "not-completed"),
    ):
        if missing and left <= DAYS_OF_URGENCY:
            told = f"{when}, {number(missing)} người {words}"
            found.append(TodayTask(told, "Lập danh sách", "reports", kind, urgent=True))
    words = f"Biểu tổng hợp gửi thành phố trước {stage.ends_on:%d/%m}"
    return [*found, TodayTask(words, "Lập biểu", "reports", "unit-summary")]


def _unit_tasks(look: Look, day: date | None) -> list[TodayTask]:
    if look.contest is None:
        return []
    units = [unit for unit in look.figures.units if unit.total]
    none = [unit.unit_id for unit in units if not unit.registered]
    unfinished = [unit.unit_id for unit in units if unit.registered and not unit.completed]
    headless = [unit.unit_id for unit in look.figures.units if not unit.head]
    found = []
    for ids, words, status in (
        (none, "chưa có ai đăng ký", Status.NOT_REGISTERED),
        (unfinished, "đã đăng ký nhưng chưa có ai hoàn thành", Status.NOT_COMPLETED),
    ):
        if ids:
            query = PeopleQuery(
                unit_ids=frozenset(each for each in ids if each is not None),
                statuses=frozenset({status}),
                as_of=day,
            )
            told = f"{number(len(ids))} đơn vị {words}"
            found.append(TodayTask(told, "Xem danh sách", "roster", query, urgent=True))
    if headless:
        words = f"{number(len(headless))} đơn vị chưa ghi người đứng đầu"
        found.append(TodayTask(words, "Bổ sung", "units", headless[0]))
    return found


def _data_tasks(look: Look, day: date | None) -> list[TodayTask]:
    found = []
    if look.doubts:
        words = f"{number(look.doubts)} người đã đánh dấu mà nền tảng không còn ghi nhận"
        found.append(TodayTask(words, "Quyết định", "reconcile", "doubts", urgent=True))
    if look.twins:
        words = f"{number(look.twins)} người có hai mục trong danh sách"
        found.append(TodayTask(words, "Gộp", "command", "duplicates"))
    if look.without_phone:
        query = PeopleQuery(without_phone=True, as_of=day)
        words = f"{number(look.without_phone)} người chưa có số điện thoại"
        found.append(TodayTask(words, "Bổ sung", "roster", query))
    if look.empty_units:
        words = f"{number(look.empty_units)} đơn vị chưa có danh sách"
        found.append(TodayTask(words, "Nhập", "import"))
    return found


class TaskList(QFrame):
    """The card that shows the first few tasks. `chosen` carries (page, what) of a link."""

    chosen = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("todayTasks")
        self.setAccessibleName("Việc hôm nay")
        self._signs: list[QLabel] = []
        self._body = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 12, 12)
        self._column.setSpacing(6)
        self._column.addWidget(label("Việc hôm nay", "heading"))
        self._column.addWidget(self._body, 1)

    def show_tasks(self, tasks: Sequence[TodayTask]) -> None:
        """Show these tasks in place of the ones before."""
        self._signs = []
        before, self._body = self._body, QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for task in tasks[:MOST]:
            column.addLayout(self._line(task))
        if not tasks:
            column.addWidget(label("Không còn việc gì phải làm hôm nay.", "muted", wrap=True))
        column.addStretch(1)
        self._column.replaceWidget(before, self._body)
        before.deleteLater()

    def _line(self, task: TodayTask) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        sign = QLabel()
        sign.setProperty("urgent", task.urgent)
        self._signs.append(sign)
        self._draw(sign)
        words = label(task.text, wrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        act = link(task.verb)
        act.setAccessibleName(f"{task.verb}: {task.text}")
        act.clicked.connect(lambda: self.chosen.emit(task.page, task.what))
        row.addWidget(sign)
        row.addWidget(words, 1)
        row.addWidget(act)
        return row

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for sign in self._signs:
                self._draw(sign)

    def _draw(self, sign: QLabel) -> None:
        urgent = bool(sign.property("urgent"))
        role = QPalette.ColorRole.BrightText if urgent else QPalette.ColorRole.PlaceholderText
        sign.setPixmap(icon("warning" if urgent else "info", role).pixmap(16, 16))
