"""The window: a rail, one page at a time, a message bar and a status bar. It only navigates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.version import PRODUCT_NAME
from ui.window.frame import Frame
from ui.work import Work

if TYPE_CHECKING:
    from models.errors import AppError
    from ui.calls.office import Office
    from ui.desk import Desk
    from ui.pages.catalog import PageEntry
    from ui.pages.page import Page


class MainWindow(Frame):
    """The frame around the pages.

    Without a desk only the empty frame is made, so that it can be painted at once;
    `furnish` then brings the rest, and imports it only then. `page_ready` carries the
    key of a page each time it has put its data on the screen; `importing` carries the
    paths of lists that a page wants read; `office_told` the `Office` of the open file.
    """

    page_ready = Signal(str)
    importing = Signal(object)
    office_told = Signal(object)

    def __init__(
        self,
        desk: Desk | None,
        settings: QSettings,
        pages: Sequence[PageEntry] | None = None,
    ) -> None:
        # Putting the frame on the screen already calls the handlers below.
        self._furnished = False
        super().__init__(settings)
        if desk is not None:
            self.furnish(desk, pages)

    def furnish(self, desk: Desk, pages: Sequence[PageEntry] | None = None) -> None:
        """Put rail, menus, pages and bars into the frame."""
        from ui.pages.catalog import PAGES
        from ui.theme.pieces import roomy
        from ui.window.areas import Areas
        from ui.window.badges import Badges
        from ui.window.banner import Banner
        from ui.window.commands import WindowCommands
        from ui.window.message_bar import MessageBar
        from ui.window.one_page_stack import OnePageStack
        from ui.window.rail import Rail
        from ui.window.status import StatusBar
        from ui.window.steps import StepActions
        from ui.window.told import ChangesTold
        from ui.window.waiting import Waiting
        from ui.window.work_line import WorkLine

        self.desk = desk
        shown = PAGES if pages is None else pages
        self._entries = {entry.key: entry for entry in shown}
        self._pages: dict[str, Page] = {}
        self._shown_alone: list[QWidget] = []
        self._current = ""
        self._office_words = ""
        self._page_words: dict[str, str] = {}
        self.rail = Rail(shown)
        self.banner = Banner()
        self.badges = Badges(desk, self.rail, self)
        self._stack = OnePageStack()
        self._paper = roomy(self._stack)
        self.messages = MessageBar(self._paper, self._page_title)
        self._areas = Areas(self, self.rail, self._paper, self.messages)
        self.work_line = WorkLine()
        self.status = StatusBar(desk.now)
        self.commands = WindowCommands(self)
        self.steps = StepActions(desk, self.commands["undo"], self.commands["redo"], self)
        ChangesTold(desk, self.steps, self.messages)
        waiting = Waiting()
        waiting.leave.connect(self.close)
        self._stack.addWidget(waiting)
        self._lay_out()
        self._connect()
        self._furnished = True
        self.rail.set_room(self.width())

    def _lay_out(self) -> None:
        self._right = right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.banner)
        right.addWidget(self._paper, 1)
        right.addWidget(self.work_line)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)

    def put_below(self, line: QWidget) -> None:
        """Put one more line below the page."""
        self._right.addWidget(line)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go_to)
        self.steps.known.connect(self.status.set_steps)
        self.desk.said.connect(self.messages.say)
        self.desk.noticed.connect(self.messages.show_notice)
        self.desk.settled.connect(self._settle)
        self.commands["area-next"].triggered.connect(self._areas.go_on)
        self.commands["area-before"].triggered.connect(self._areas.go_back)
        self.desk.working.connect(self.work_line.follow)
        self.work_line.stopped.connect(self.messages.say)
        self.messages.commanded.connect(lambda key: self.commands[key].trigger())
        self.desk.lane.failed.connect(self._refused)
        for key in self._entries:
            self.commands[f"page-{key}"].triggered.connect(lambda _=False, k=key: self.go_to(k))

    @property
    def is_alone(self) -> bool:
        """Whether something stands in the place of the pages."""
        return bool(self._shown_alone)

    @property
    def current(self) -> str:
        """The key of the page that is open, or ""."""
        return self._current

    def _page_title(self) -> str:
        entry = self._entries.get(self._current)
        return entry.title if entry is not None and not self.is_alone else ""

    def page(self, key: str) -> Page:
        """The page `key`, built when it is first wanted."""
        if key not in self._pages:
            made = self._entries[key].make(self.desk)
            made.setObjectName(f"page-{key}")
            made.setAccessibleName(self._entries[key].title)
            made.open_page.connect(self.go_to)
            made.loaded.connect(lambda: self.page_ready.emit(key))
            made.status.connect(lambda words: self._hear(key, words))
            self.badges.follow(key, made)
            self._pages[key] = made
            self._stack.addWidget(made)
        return self._pages[key]

    def go_to(self, key: str, what: object = None) -> None:
        """Open the page `key` and let it show `what`.

        ("import", paths) reads lists instead, ("command", key) runs a menu command.
        """
        if key == "command":
            self.commands[str(what)].trigger()
            return
        if key == "import":
            self.importing.emit(what if isinstance(what, (list, tuple)) or not what else [what])
            return
        if key not in self._entries or self.desk.file is None:
            return
        page = self.page(key)
        if key != self._current:
            self.messages.leave_page()
        self._current = key
        self.banner.cover(False)
        self._stack.setCurrentWidget(page)
        self.rail.select(key)
        self.settings.setValue("window/page", key)
        self._show_counts()
        if what is not None:
            page.take(what)
        page.shown()

    def show_file(self, key: str) -> None:
        """A file has been opened: begin anew with its page `key`."""
        self._drop_pages()
        self.rail.show()
        self.rail.set_open(True)
        self.commands.set_open(True)
        self.go_to(key if key in self._entries else next(iter(self._entries)))
        focused = self.focusWidget()
        if focused is None or not focused.isVisibleTo(self):
            # What had the focus before is gone: whoever types would not be heard.
            self.rail.take_focus()
        # The page asks first: it is what the officer waits for.
        self.steps.look()

    def show_alone(self, widget: QWidget) -> None:
        """Show `widget` in the place of the pages, while no file is open."""
        self.banner.cover(True)
        before, self._shown_alone = self._shown_alone, [widget]
        _delete(before)
        self.rail.setVisible(self.desk.file is not None)
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def show_cover(self, page: QWidget) -> None:
        """Show `page` and nothing else, not even menus."""
        self._covered = self._taken_out()
        self.menuBar().hide()
        self.status.hide()
        self.setCentralWidget(page)
        self.repaint()

    def drop_cover(self) -> None:
        """Show again what was covered."""
        page = self._taken_out()
        self.setCentralWidget(self._covered)
        self._covered.show()
        self.menuBar().show()
        self.status.show()
        page.deleteLater()

    def _taken_out(self) -> QWidget:
        """What stands in the middle of the window, out of sight now."""
        found = self.takeCentralWidget()
        assert found is not None
        # It goes with the window, also when that is closed while it is covered.
        found.setParent(self)
        found.hide()
        return found

    def _drop_pages(self) -> None:
        """Pages of the file before go away once all their questions are answered."""
        for page in self._pages.values():
            page.retire()
        old = [*self._pages.values(), *self._shown_alone]
        self._pages, self._shown_alone, self._page_words = {}, [], {}
        for each in old:
            self._stack.removeWidget(each)
        self.desk.run(Work(lambda _task: None, lambda _: _delete(old)))
        self.badges.forget()

    def tell_office(self, office: Office) -> None:
        """Say in the title, at the foot of the rail and in the status bar whose file this is."""
        from models.text.formats import number

        name = f"UBND {office.commune.lower_name}"
        contest = office.contest.short_name if office.contest else "Chưa chọn cuộc thi"
        file = self.desk.file
        only_read = file is not None and file.only_read is not None
        self.setWindowTitle(f"{name} – {PRODUCT_NAME}{' (chỉ xem)' if only_read else ''}")
        self.rail.set_foot([name, contest])
        self.office_told.emit(office)
        self._office_words = f"{number(office.units)} đơn vị · {number(office.people)} người"
        self._show_counts()

    def _hear(self, key: str, words: str) -> None:
        self._page_words[key] = words
        self._show_counts()

    def _show_counts(self) -> None:
        """What the open page says of itself stands before what the office has."""
        self.status.set_counts(self._page_words.get(self._current) or self._office_words)

    def _settle(self, cause: str) -> None:
        from ui.error_line import settle_lines

        self.messages.settle(cause)
        settle_lines(self, cause)

    def _refused(self, error: AppError) -> None:
        from ui.notice import notice_of

        self.messages.show_notice(notice_of(error))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._furnished:
            self.commands.forget_icons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail has its share of the width."""
        super().resizeEvent(event)
        if self._furnished:
            self.rail.set_room(self.width())


def _delete(widgets: Sequence[QWidget]) -> None:
    for each in widgets:
        each.deleteLater()
