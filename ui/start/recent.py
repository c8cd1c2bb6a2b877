"""The menu of what the officer worked with lately: lists, documents, data files and copies."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QSettings, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QMenu

from models.machine.names import shown_name
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.start.opening import Opener
from ui.window.main_window import MainWindow
from ui.window.memory import keep_paths, kept_paths

MOST = 5
GONE = "{} (không còn ở đó)"
FOLDER_LETTERS, FOLDER_START = 40, 12


class Met(StrEnum):
    """How a file was met: taken in as a list, written as a document, opened as data, kept as a
    copy of it."""

    LIST = "lists"
    EXPORT = "exports"
    DATA = "data"
    COPY = "backups"


HEADINGS = {
    Met.LIST: "Danh sách đã nhập",
    Met.EXPORT: "Văn bản, tệp đã xuất",
    Met.DATA: "Tệp dữ liệu",
    Met.COPY: "Bản sao lưu",
}


class RecentMenu(QObject):
    """Stands in the menu Tệp; `read` is called with a list that is wanted again.

    Whether the files are still there is looked up beside the window: a drive that is gone may
    take its time to say so.
    """

    _looked = Signal(object)

    def __init__(
        self,
        desk: Desk,
        settings: QSettings,
        window: MainWindow,
        opener: Opener,
        read: Callable[[list[Path]], object],
    ) -> None:
        super().__init__(window)
        self._desk, self._settings, self._opener = desk, settings, opener
        self._deeds: dict[Met, Callable[[Path], object]] = {
            Met.LIST: lambda path: read([path]),
            Met.EXPORT: _show,
            Met.DATA: opener.open,
            Met.COPY: opener.open,
        }
        self._lines: dict[Path, list[QAction]] = {}
        self._menu = QMenu("&Gần đây", window)
        self._menu.setObjectName("recentMenu")
        self._menu.setToolTipsVisible(True)
        self._put_in(window.menuBar().actions()[0].menu(), window.commands["practice"])
        self._looked.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        desk.used.connect(lambda kind, path: self._note(Met(kind), path))
        desk.noticed.connect(self._note_written)
        opener.opened.connect(self._note_opened)

    def _put_in(self, tep: QObject | None, after: QAction) -> None:
        assert isinstance(tep, QMenu)
        actions = tep.actions()
        tep.insertMenu(actions[actions.index(after) + 1], self._menu)
        tep.aboutToShow.connect(self._fill)

    def _note_written(self, notice: Notice) -> None:
        if notice.path is not None and notice.tone is Tone.DONE:
            self._note(Met.EXPORT, notice.path)

    def _note_opened(self) -> None:
        file = self._desk.file
        if file is not None and not self._desk.is_practice:
            self._note(Met.COPY if file.is_kept_copy else Met.DATA, file.path)

    def _note(self, kind: Met, path: Path) -> None:
        others = [each for each in kept_paths(self._settings, _key(kind)) if each != path]
        keep_paths(self._settings, _key(kind), [path, *others][:MOST])

    def _fill(self) -> None:
        """The lines as they are now; whether each file is there is asked meanwhile."""
        self._menu.clear()
        self._lines = {}
        number = 0
        for kind, heading in HEADINGS.items():
            paths = kept_paths(self._settings, _key(kind))
            if paths:
                self._menu.addAction(heading).setEnabled(False)
            names = [each.name for each in paths]
            for path in paths:
                number += 1
                self._add(
                    path, _words(path, alike=names.count(path.name) > 1), number, self._deeds[kind]
                )
            if paths:
                self._menu.addSeparator()
        self._menu.menuAction().setEnabled(number > 0)
        forget = self._menu.addAction("&Xóa danh sách gần đây")
        forget.setObjectName("recentForget")
        forget.triggered.connect(self._forget)
        Thread(target=self._look, args=(tuple(self._lines),), name="recent", daemon=True).start()

    def _add(self, path: Path, words: str, number: int, deed: Callable[[Path], object]) -> None:
        made = self._menu.addAction(f"&{number}  {words}" if number < 10 else words)
        made.setObjectName(f"recent-{number}")
        made.setToolTip(shown_name(path))
        made.triggered.connect(lambda _=False: deed(path))
        self._lines.setdefault(path, []).append(made)

    def _forget(self) -> None:
        for kind in Met:
            keep_paths(self._settings, _key(kind), [])

    def _look(self, paths: Iterable[Path]) -> None:
        for path in paths:
            if not _is_there(path):
                # The window may be closed meanwhile.
                with suppress(RuntimeError):
                    self._looked.emit(path)

    def _tell(self, path: Path) -> None:
        for line in self._lines.get(path, ()):
            if line.isEnabled():
                line.setText(GONE.format(line.text()))
                line.setToolTip(f"Không tìm thấy {shown_name(path)}.")
                line.setEnabled(False)


def _words(path: Path, *, alike: bool) -> str:
    """The name; where another has the same one, with as much of its folder as fits."""
    folder = shown_name(path.parent)
    if len(folder) > FOLDER_LETTERS:
        folder = f"{folder[:FOLDER_START]}…{folder[FOLDER_START + 1 - FOLDER_LETTERS :]}"
    words = f"{shown_name(path.name)}, trong {folder}" if alike else shown_name(path.name)
    return words.replace("&", "&&")


def _key(kind: Met) -> str:
    return f"recent/{kind}"


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
