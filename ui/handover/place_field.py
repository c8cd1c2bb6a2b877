"""Where a package goes: a stick that is plugged in, the documents, or any other folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.calls.handover import PlaceFound, found_places, free_path
from ui.desk import Desk
from ui.start.files import documents_folder
from ui.theme.pieces import button, label, named
from ui.theme.quiet_combo import QuietCombo
from ui.work import Work

LETTERS = 20
FOLDER_KEY = "handover/folder"


class PlaceField(QWidget):
    """`path` is where the package would lie; nothing lies there yet. `named` gives the file's
    name, `changed` tells that another folder was chosen."""

    changed = Signal()

    def __init__(self, desk: Desk, name: str, file_name: Callable[[], str]) -> None:
        super().__init__()
        self._file_name = file_name
        self._folders = named(QuietCombo(), name, "Nơi lưu gói")
        # A long path must not make the dialog outgrow its screen.
        self._folders.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._folders.setMinimumContentsLength(LETTERS)
        self._other = button("Chọn nơi &khác…", f"{name}-other")
        self._other.setAutoDefault(False)
        self._told = label("", "muted", wrap=True, name=f"{name}-path")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._folders, 1)
        row.addWidget(self._other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._told)
        self.setFocusProxy(self._folders)
        self._add(PlaceFound(f"Tài liệu ({documents_folder()})", documents_folder()))
        kept = str(QSettings().value(FOLDER_KEY, "") or "")
        if kept and Path(kept).is_dir():
            self._add(PlaceFound(kept, Path(kept)), first=True)
        self._folders.currentIndexChanged.connect(self.show_path)
        self._other.clicked.connect(self._choose)
        desk.run(Work(lambda _task: found_places(), self._offer))

    @property
    def path(self) -> Path:
        """Where the package would lie."""
        return free_path(Path(self._folders.currentData()), self._file_name())

    def show_path(self) -> None:
        """Say it: the name, the day or the folder is another one."""
        self._told.setText(f"Gói sẽ là: {self.path}")
        self.changed.emit()

    def keep(self) -> None:
        """Remember the folder for the next time."""
        QSettings().setValue(FOLDER_KEY, str(self._folders.currentData()))

    def _offer(self, found: tuple[PlaceFound, ...]) -> None:
        """A stick that is plugged in comes first: that is how data goes to another machine."""
        for each in reversed(found):
            self._add(each, first=True)

    def _add(self, place: PlaceFound, *, first: bool = False) -> None:
        at = self._folders.findData(str(place.folder))
        if at < 0:
            at = 0 if first else self._folders.count()
            self._folders.insertItem(at, place.words, str(place.folder))
        if first or self._folders.count() == 1:
            self._folders.setCurrentIndex(at)
        self.show_path()

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, "Chọn nơi lưu gói", str(self._folders.currentData())
        )
        if name:
            self._add(PlaceFound(name, Path(name)), first=True)
