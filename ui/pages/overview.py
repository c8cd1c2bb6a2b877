"""Tổng quan: where the commune stands, what is due, and which units lag; every number leads on."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from models.contests.mark_names import mark_names
from models.errors import AppError
from models.records import PeopleQuery
from models.records.comparing import Since
from models.text.formats import number
from ui.calls import figures
from ui.calls.figures import Look
from ui.desk import Desk
from ui.notice import notice_of
from ui.pages.overview_beside import BesideButton
from ui.pages.overview_cards import NumberCards
from ui.pages.overview_curve import ProgressCurve, curve_of
from ui.pages.overview_day import DayPopup
from ui.pages.overview_legend import Legend
from ui.pages.overview_ranking import RankingTable
from ui.pages.overview_task_list import TaskList
from ui.pages.overview_tasks import due_today, tasks_of
from ui.pages.overview_words import as_of_line, title_of
from ui.pages.page import Page
from ui.pages.page_head import PageHead
from ui.safekeeping.keeper import keeper_of
from ui.safekeeping.tasks import copy_tasks
from ui.table.data_table import ROW_AIR
from ui.theme.letters import keep_in_letters, on_other_letters
from ui.theme.pieces import button, card, in_tab_order, label, link, roomy

NARROW_LETTERS = 150
TABLE_LINES = 7
A_MINUTE = 60_000
OF_IMPORTS = frozenset({"imports", "reconciliations"})


class _Content(QWidget):
    """As high as it must be: a low screen shows all of it at once, with a shorter ranking."""

    def heightForWidth(self, width: int) -> int:
        """The least height; the area around it would give what the widgets like best."""
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout is not None else -1


class _Paper(QFrame):
    """Wraps words, and does not say so: a layout would give it all the height that it likes, and
    squeeze what stands above it."""

    def hasHeightForWidth(self) -> bool:
        """It has the height that is left."""
        return False


class OverviewPage(Page):
    """Reads one `Look` in the lane and shows it; reloads itself after each change."""

    title = "Tổng quan"
    icon = "overview"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._day: date | None = None
        self._seen = desk.today()
        self._title = label(role="title", wrap=True)
        self._title.setObjectName("overviewTitle")
        self._as_of = label(role="muted", wrap=True)
        self._as_of.setObjectName("overviewAsOf")
        self._today = link("Về hôm nay", "overviewToday")
        self._choose = button("Xem tại ngày…", "overviewDay")
        self._report = button("Biểu tổng hợp…", "overviewReport", primary=True)
        self._since: Since | None = None
        self._look: Look | None = None
        self._beside = BesideButton()
        self._remind = button("", "overviewRemind")
        self._cards = NumberCards()
        self._curve = ProgressCurve()
        self._legend = Legend()
        self._tasks = TaskList()
        self._ranking = RankingTable()
        deeds = (self._today, self._choose, self._beside, self._remind, self._report)
        self._head = PageHead(self._title, self._as_of, deeds)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._full = self._make_full()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._full)
        self._pages.addWidget(self._make_empty())
        self._connect()

    def _connect(self) -> None:
        self._choose.clicked.connect(self._open_calendar)
        self._today.clicked.connect(lambda: self.look_at(None))
        self._report.clicked.connect(lambda: self.open_page.emit("reports", "unit-summary"))
        self._beside.chosen.connect(self.compare_with)
        self._remind.clicked.connect(lambda: self.open_page.emit("command", "remind"))
        self._cards.chosen.connect(self._open_people)
        self._cards.explained.connect(self._explain)
        self._ranking.chosen.connect(self._open_people)
        self._ranking.explained.connect(self._explain)
        self._ranking.reminded.connect(lambda unit: self.open_page.emit("units", unit))
        self._ranking.said.connect(self.desk.said)
        self._tasks.chosen.connect(self.open_page)
        if (keeper := keeper_of(self.desk)) is not None:
            keeper.known.connect(self._show_tasks)
        self._clock = QTimer(self, interval=A_MINUTE)
        self._clock.timeout.connect(self._follow_the_day)
        self._clock.start()
        on_other_letters(self, self._count_letters)

    def _make_full(self) -> QWidget:
        content = _Content()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(self._cards)
        self._middle.setSpacing(12)
        self._middle.addWidget(self._curve_card(), 9)
        self._middle.addWidget(self._tasks, 5)
        column.addLayout(self._middle)
        paper = _Paper()
        paper.setProperty("role", "card")
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._ranking)
        keep_in_letters(self._ranking, least_lines=TABLE_LINES, air=ROW_AIR)
        column.addWidget(paper, 1)
        scroll = roomy(content)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return scroll

    def _curve_card(self) -> QFrame:
        paper = card()
        head = QHBoxLayout()
        head.addWidget(label("Tiến độ", "heading"))
        head.addStretch(1)
        head.addWidget(self._legend)
        column = QVBoxLayout(paper)
        column.setContentsMargins(16, 12, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._curve, 1)
        return paper

    def _make_empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addStretch(1)
        words = (
            label("Chưa có ai trong danh sách", "title"),
            label("Nhập danh sách của các đơn vị, hoặc kéo tệp Excel vào cửa sổ này.", "muted"),
        )
        for each in words:
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(each)
        act = button("Nhập danh sách…", "overviewImport", primary=True)
        act.clicked.connect(lambda: self.open_page.emit("import", None))
        column.addWidget(act, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page

    def shown(self) -> None:
        """Look again: time has passed, even if nothing has changed."""
        self.reload()

    def changed(self, topics: frozenset[str]) -> None:
        """After an import the new numbers stand there before somebody comes back."""
        if topics & OF_IMPORTS and self._look is not None and not self.isVisible():
            self.reload()

    def look_at(self, day: date | None) -> None:
        """Show the figures as of the end of `day`; None is today."""
        self._day = day
        self.reload()

    def compare_with(self, since: Since | None) -> None:
        """Compare with that from now on; None is the last report, or the day before."""
        self._since = since
        self.reload()

    def _follow_the_day(self) -> None:
        """A window left open over night counts the days anew."""
        if self.isVisible() and self._seen != self.desk.today():
            self.reload()

    def ask(self) -> None:
        """Read how the commune stands."""
        self._seen = self.desk.today()
        refused = None if self._since is None else self._forget_basis
        self.read(figures.look, self._show, refused, self._day, self._since)

    def _forget_basis(self, error: AppError) -> None:
        """What was compared with is gone, or of another contest: say so, and look as usual."""
        self.desk.noticed.emit(notice_of(error))
        self.compare_with(None)

    def _show(self, look: Look) -> None:
        nobody = not (look.figures.total or look.figures.exempt or look.days[-1][1])
        self._pages.setCurrentIndex(1 if nobody and self._day is None else 0)
        self._title.setText(title_of(look.contest, look.stage))
        self._as_of.setText(as_of_line(look, self.desk.now()))
        self._today.setVisible(look.day != look.today)
        self._beside.setVisible(look.contest is not None)
        self._beside.show_reports(look.day, look.today, look.reports)
        due = len(due_today(look)) if look.day == look.today else 0
        self._remind.setText(f"Đôn đốc {number(due)} đơn vị…")
        self._remind.setVisible(bool(due))
        self._head.settle()
        self._cards.show_look(look)
        self._legend.name_marks(mark_names(look.contest))
        self._curve.show_curve(curve_of(look))
        self._look = look
        self._show_tasks()
        self._ranking.show_look(look)
        self.loaded.emit()

    def _show_tasks(self, _safety: object = None) -> None:
        keeper = keeper_of(self.desk)
        watched = keeper is not None and keeper.watches
        copies = copy_tasks(keeper.safety, self.desk.now()) if keeper and watched else None
        if self._look is not None:
            self._tasks.show_tasks(tasks_of(self._look, copies))
            in_tab_order(*self._tasks.links, *self._ranking.met)

    def _open_people(self, query: PeopleQuery) -> None:
        self.open_page.emit("roster", query)

    def _explain(self, formula: str) -> None:
        """Beside the names stands how their number comes about."""
        if formula:
            self.desk.said.emit(formula)

    def _open_calendar(self) -> None:
        today = self.desk.today()
        popup = DayPopup(today, self._day or today)
        popup.chosen.connect(self.look_at)
        popup.open_below(self._choose)

    def _count_letters(self) -> None:
        """In a narrow window the cards stand two by two and the tasks below the curve."""
        narrow = self.width() < self.fontMetrics().averageCharWidth() * NARROW_LETTERS
        direction = QBoxLayout.Direction
        self._middle.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._cards.set_narrow(narrow)
