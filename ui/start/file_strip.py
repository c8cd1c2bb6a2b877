"""The strip above every page: the file is only looked at, or its people are made up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSettings

from models.machine.places import default_data_file
from ui.desk import Desk
from ui.start.opening import Opener, practice_path
from ui.window.banner import BannerLink
from ui.window.main_window import MainWindow
from ui.window.memory import recent_files

PRACTICE = "Dữ liệu thực hành, không phải số liệu thật"


class FileStrip(QObject):
    """Says what holds for the open file; its links lead to the commune's own.

    `restore` is called with the path of a kept copy that is looked at, `begin` where the commune
    has no file yet.
    """

    def __init__(
        self,
        desk: Desk,
        settings: QSettings,
        window: MainWindow,
        opener: Opener,
        restore: Callable[[Path], object],
        begin: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._desk, self._settings, self._window, self._opener = desk, settings, window, opener
        self._restore, self._begin = restore, begin
        opener.opened.connect(self._mark)

    def _mark(self) -> None:
        file = self._desk.file
        if file is not None and file.only_read is not None:
            path = file.path
            acts: list[BannerLink] = [("Mở dữ liệu làm việc", "bannerWork", self._to_own)]
            if file.is_kept_copy:
                acts.insert(0, ("Khôi phục…", "bannerRestore", lambda: self._restore(path)))
            self._window.banner.say(f"CHỈ XEM. {file.only_read.sentence}", acts)
        elif self._desk.is_practice:
            acts = [("Về dữ liệu của xã", "bannerOwn", self._to_own)]
            self._window.banner.say(PRACTICE, acts)
        else:
            self._window.banner.say("")

    def _to_own(self) -> None:
        """The file that the commune works with, or the three questions where it has none."""
        own = [each for each in recent_files(self._settings) if each != practice_path()]
        found = next((each for each in (*own, default_data_file()) if each.is_file()), None)
        if found is None:
            self._begin()
        else:
            self._opener.open(found)
