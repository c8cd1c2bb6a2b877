"""One sitting: what is opened first, what follows, who takes what was dropped or handed over."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from models.errors import AppError
from models.machine.names import is_there
from models.machine.places import default_data_file
from models.store.copies import backup_folder
from models.store.faults import FileMissing
from models.version import FILE_SUFFIX
from ui.calls import office
from ui.calls.office import Office
from ui.desk import Desk
from ui.handover.arriving import Arrivals
from ui.notice import Notice, Tone, notice_of
from ui.pages.catalog import PAGES, loading
from ui.start.asking import asked_data_file, asked_lists
from ui.start.behind import Behind
from ui.start.blank_list import save_blank_list
from ui.start.clock import ask_about_clock
from ui.start.copies import Copies
from ui.start.doorbell import Doorbell
from ui.start.file_strip import FileStrip
from ui.start.files import new_data_path, written_folders
from ui.start.look_over import LookOver
from ui.start.oddities import Oddities
from ui.start.opening import Opener
from ui.start.recent import Met, RecentMenu
from ui.start.request import StartRequest
from ui.start.unlocking import Unlocking
from ui.window.main_window import MainWindow
from ui.window.memory import last_file
from ui.work import Work

if TYPE_CHECKING:
    from models.intake.sitting.sources import ListSource
    from models.store.data_file import DataFile
    from ui.start.first_start import FirstStart, SetUpAnswers

RECONCILE = "reconcile"
PATIENCE_MS = 1_000
"""So long whatever else there is to ask about a file waits for its first page."""


class Session(QObject):
    """Leads from the start request to an open file, and from there to the next one.

    `ready` tells that a page shows its data.
    """

    ready = Signal()

    def __init__(self, desk: Desk, settings: QSettings, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._settings, self._window = desk, settings, window
        self._waiting_lists: list[Path] = []
        self._first_start: FirstStart | None = None
        self.opener = Opener(desk, settings, self)
        self.opener.opened.connect(self._opened)
        self.opener.failed.connect(self._failed)
        self.opener.elsewhere.connect(self._elsewhere)
        self._arrivals = Arrivals(desk, window, self.opener)
        self.copies = Copies(desk, settings, window, self.opener, self._arrivals.receive)
        FileStrip(desk, settings, window, self.opener, self.copies.confirm, self.show_first_start)
        self._unlocking = Unlocking(desk, window, self.opener, self.choose_data_file)
        self.opener.left.connect(self._left_alone)
        self._look_over = LookOver(desk, self)
        self._oddities = Oddities(desk, self)
        self._bell = Doorbell(self)
        self._bell.rung.connect(self._rung)
        RecentMenu(desk, settings, window, self.opener, self.read_lists)
        self._connect()

    def _connect(self) -> None:
        window = self._window
        self._desk.changed.connect(self._look)
        window.page_ready.connect(lambda _key: self.ready.emit())
        self.ready.connect(Behind(self._desk, self).begin)
        self._unnamed = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._unnamed.timeout.connect(self._named)
        self.ready.connect(self._unnamed_no_more)
        window.importing.connect(self.read_lists)
        window.dropped.connect(lambda paths: self._desk.when_unlocked(partial(self.receive, paths)))
        window.commands["import"].triggered.connect(self.choose_lists)
        window.commands["paste"].triggered.connect(self.paste_list)
        window.commands["open"].triggered.connect(self.choose_data_file)
        window.commands["practice"].triggered.connect(lambda _=False: self.opener.open_practice())
        window.commands["template"].triggered.connect(
            lambda _=False: save_blank_list(self._desk, window)
        )
        window.commands["new"].triggered.connect(self.show_first_start)

    def start(self, request: StartRequest) -> None:
        """Open what was asked for, else the last file, else ask the three questions."""
        self._waiting_lists = list(request.lists)
        if any(entry.key == self._first_page() for entry in PAGES):
            self._desk.run(loading(f"ui.pages.{self._first_page()}"))
        path = request.data or last_file(self._settings) or default_data_file()
        if request.practice:
            self.opener.open_practice()
        elif request.data is not None or is_there(path):
            self.opener.open(path)
        else:
            self.show_first_start()

    def show_first_start(self) -> None:
        """Ask the three questions."""
        from ui.start.first_start import FirstStart

        page = FirstStart(new_data_path())
        page.set_lists(self._waiting_lists)
        page.answered.connect(lambda answers: self._set_up(page, answers))
        page.practice.connect(lambda: self._practise(page))
        page.open_other.connect(self.choose_data_file)
        page.template.connect(self._window.commands["template"].trigger)
        page.receive.connect(self._arrivals.choose)
        self.opener.failed.connect(page.take_refusal)
        self._first_start = page
        self._window.show_alone(page)
        page.setFocus()
        self.ready.emit()

    def receive(self, paths: Sequence[Path]) -> None:
        """Take what was dropped: a data file is opened, everything else is read as lists."""
        data = [path for path in paths if path.suffix.lower() == FILE_SUFFIX]
        lists = [path for path in paths if path not in data]
        if data:
            self._waiting_lists = lists
            self.opener.open(data[0])
        elif lists and self._desk.file is None:
            self._keep_lists(lists)
        elif lists:
            self._take_in(lists)

    def read_lists(self, paths: Sequence[Path]) -> None:
        """Open the import wizard on `paths`; without any, let the officer choose."""
        if not paths:
            self.choose_lists()
        elif self._desk.file is None:
            self._keep_lists(paths)
        else:
            self._note(paths)
            self._open_wizard(paths)

    def _note(self, sources: Sequence[ListSource]) -> None:
        for each in sources:
            if isinstance(each, Path):
                self._desk.used.emit(Met.LIST, each)

    def _take_in(self, sources: Sequence[ListSource]) -> None:
        """Lists that come while the page Đối soát is open are its; others are read in."""
        self._note(sources)
        if self._desk.file is not None and self._window.current == RECONCILE:
            self._window.go_to(RECONCILE, list(sources))
        else:
            self._open_wizard(sources)

    def paste_list(self) -> None:
        """Open the import wizard on what is in the clipboard, be it files, a table or text."""
        from ui.importing.clipboard import files_in, list_in, nothing_to_paste

        mime = QGuiApplication.clipboard().mimeData()
        files = files_in(mime)
        pasted = None if files else list_in(mime)
        if files:
            self.receive(files)
        elif pasted is not None:
            self._take_in([pasted])
        else:
            self._desk.noticed.emit(nothing_to_paste(mime))

    def _open_wizard(self, sources: Sequence[ListSource]) -> None:
        from ui.importing.wizard import ImportWizard

        wizard = ImportWizard(self._desk, sources, self._window)
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.to_reconcile.connect(lambda lists: self._window.go_to(RECONCILE, lists))
        wizard.open()

    def _keep_lists(self, paths: Sequence[Path]) -> None:
        """Lists that come before there is a file answer the second question."""
        self._waiting_lists = list(paths)
        if self._first_start is not None:
            self._first_start.set_lists(self._waiting_lists)

    def choose_lists(self) -> None:
        """Let the officer choose lists, then read them."""
        if paths := asked_lists(self._settings, self._window):
            self.read_lists(paths)

    def choose_data_file(self) -> None:
        """Let the officer choose another data file, then open it."""
        if (path := asked_data_file(self._window)) is not None:
            self.opener.open(path)

    def _set_up(self, page: FirstStart, answers: SetUpAnswers) -> None:
        self._waiting_lists = list(answers.lists)
        self.opener.create(new_data_path(), answers.commune, answers.contest, page.follow)

    def _practise(self, page: FirstStart) -> None:
        self.opener.open_practice(page.follow)

    def _opened(self) -> None:
        self._window.show_file(self._first_page())
        self._unnamed.start()
        file = self._desk.file
        if file is not None and file.only_read is None:
            self._bell.watch(file.path)
        self._first_start = None
        lists, self._waiting_lists = self._waiting_lists, []
        if lists:
            self.read_lists(lists)

    def _unnamed_no_more(self) -> None:
        """The names stand there and are painted: what else there is to ask may follow."""
        if self._unnamed.isActive():
            self._unnamed.start(0)

    def _named(self) -> None:
        self._look()
        if (file := self._desk.file) is not None:
            self._greet(file)

    def _first_page(self) -> str:
        return str(os.environ.get("TIENDO_PAGE") or self._settings.value("window/page") or "")

    def _greet(self, file: DataFile) -> None:
        """What opening the file found, and what a start does besides."""
        if file.remarks:
            self._desk.noticed.emit(Notice(" ".join(file.remarks), tone=Tone.PROBLEM))
        if file.only_read is None and not self._desk.is_practice:
            ask_about_clock(self._desk, self._settings, self._window)
        folders = tuple(written_folders())
        self._desk.run(Work(lambda _task: _swept(file.path, folders)))
        self._unlocking.tidy(file)
        self._look_over.begin(file)
        self._oddities.begin(file)

    def _failed(self, error: AppError) -> None:
        self._desk.noticed.emit(notice_of(error))
        tried = self.opener.tried
        if self._desk.file is not None or self._first_start is not None:
            return
        if tried is None or isinstance(error, FileMissing):
            self.show_first_start()
        else:
            self._show_trouble(tried, error)

    def _show_trouble(self, path: Path, error: AppError) -> None:
        """A file that is there but cannot be opened is no reason to begin anew."""
        from ui.start.rescue import trouble_page

        page = trouble_page(path, error, self._desk, self.opener, self.copies)
        page.other.connect(self.choose_data_file)
        page.new.connect(self.show_first_start)
        self._window.show_alone(page)
        self.ready.emit()

    def _left_alone(self) -> None:
        """Nobody said what to do with a kept copy, and there is no file."""
        usual = last_file(self._settings) or default_data_file()
        if self._window.is_alone:
            return
        if is_there(usual) and usual != self.opener.asked:
            self.opener.open(usual)
        else:
            self.show_first_start()

    def _elsewhere(self) -> None:
        if self._desk.file is None:
            self._window.close()
        else:
            self._desk.noticed.emit(Notice("Tệp này đang mở trong một cửa sổ Tiến Độ khác."))

    def _rung(self, lists: list[Path]) -> None:
        self._window.come_forward()
        if lists:
            self._desk.when_unlocked(partial(self.read_lists, lists))

    def _look(self) -> None:
        self._desk.ask(office.office, self._tell)

    def _tell(self, found: Office) -> None:
        self._window.tell_office(found)


def _swept(data: Path, documents: Sequence[Path]) -> None:
    """Take away what processes that were cut off left behind."""
    from models.machine.leftovers import sweep_leftovers

    sweep_leftovers(data, backup_folder(data), documents)
