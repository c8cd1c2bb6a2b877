"""The one place where something becomes a file of the officer's: asked where, written, told.

A file that another program holds costs nothing: it is tried again, or goes under another name.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from shiboken6 import isValid

from models.errors import AppError
from reports.publish import TargetHeld
from ui.desk import Desk
from ui.notice import COPY_NAME, notice_of
from ui.start.files import remembered_folder
from ui.work import Task, Work

AGAIN, OTHER, OTHER_FOLDER = "Thử lại", "Lưu tên khác…", "Lưu vào thư mục khác…"
NOT_SAVED = "Chưa lưu được tệp"
NOTHING_LOST = "Nội dung vẫn còn nguyên, chưa mất gì."


class Saving(NamedTuple):
    """What shall become a file, and how that is asked.

    `write(task, path)` runs in the lane, over what the officer agreed to replace;
    `saved(path, answer)` takes what comes of it, `refused(error)` what else is the matter than a
    file that is held (without it the window says so).
    """

    title: str
    name: str
    filters: str
    suffix: str
    folder_key: str
    dialog: str
    write: Callable[[Task, Path], Any]
    saved: Callable[[Path, Any], Any]
    words: str = ""
    refused: Callable[[AppError], Any] | None = None


class FolderSaving(NamedTuple):
    """What shall become several files in a folder, and how that is asked; the rest as `Saving`'s.

    `left(error)` is what is still to be written when one of them is held; without it all is.
    """

    title: str
    folder_key: str
    dialog: str
    write: Callable[[Task, Path], Any]
    saved: Callable[[Path, Any], Any]
    words: str
    refused: Callable[[AppError], Any] | None = None
    left: Callable[[TargetHeld], FolderSaving] | None = None


class _Saver:
    """Asks over a window or a dialog; `run` carries out the work where the desk's way is not meant.

    Over the window a held file is told by a message with its links, over a dialog by a question.
    """

    def __init__(
        self, desk: Desk, over: QWidget, run: Callable[[Work[Any]], Any] | None = None
    ) -> None:
        self._desk, self._over = desk, over
        self._run = run or desk.run

    def _open(self, dialog: QFileDialog, name: str, chosen: Callable[[Path], object]) -> None:
        dialog.setObjectName(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda where: chosen(Path(where)))
        dialog.open()

    def _put(
        self, saving: Saving | FolderSaving, path: Path, held: Callable[[TargetHeld], object]
    ) -> None:
        work: Work[Any] = Work(
            partial(_written, saving.write, path),
            partial(saving.saved, path),
            partial(self._refused, saving, held),
            words=saving.words,
            writes=True,
            cause=f"save:{path}",
        )
        self._run(work)

    def _refused(
        self,
        saving: Saving | FolderSaving,
        held: Callable[[TargetHeld], object],
        error: AppError,
    ) -> None:
        if isinstance(error, TargetHeld) and isValid(self._over):
            held(error)
        elif saving.refused is not None:
            saving.refused(error)
        else:
            self._desk.noticed.emit(notice_of(error))

    def _tell_held(
        self,
        error: TargetHeld,
        again: Callable[[], object],
        other: Callable[[], object],
        other_words: str,
    ) -> None:
        """Say that a file is held, and offer to try again or to go elsewhere."""
        name = error.path.name
        if not isinstance(self._over.window(), QDialog):
            links = (AGAIN, "held-again", again), (other_words, "held-other", other)
            self._desk.noticed.emit(notice_of(error, links)._replace(file_name=name))
            return
        from ui.start.choice import ChoiceDialog, Way

        ways = (
            Way(f"&{AGAIN}", "held-again", again, primary=True),
            Way(f"&{other_words}", "held-other", other),
            Way("Hủy", "held-leave"),
        )
        copy = COPY_NAME, "held-name", partial(_copy, name)
        question = ChoiceDialog(
            NOT_SAVED, (NOTHING_LOST,), ways, self._over, loses=False, failed=error, links=(copy,)
        )
        question.open()


class FileSaver(_Saver):
    """One file: asked where and under which name, written, told."""

    def ask(self, saving: Saving, name: str = "") -> None:
        """Ask where it goes; the system asks before it replaces a file."""
        if not isValid(self._over):
            return
        folder = remembered_folder(saving.folder_key)
        dialog = QFileDialog(self._over, saving.title, folder, saving.filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(saving.suffix)
        dialog.selectFile(name or saving.name)
        self._open(dialog, saving.dialog, partial(self.write, saving))

    def write(self, saving: Saving, path: Path) -> None:
        """Write it at `path`."""
        QSettings().setValue(saving.folder_key, str(path.parent))
        self._put(saving, path, partial(self._held, saving, path))

    def _held(self, saving: Saving, path: Path, error: TargetHeld) -> None:
        again, other = partial(self.write, saving, path), partial(self._beside, saving, path)
        self._tell_held(error, again, other, OTHER)

    def _beside(self, saving: Saving, path: Path) -> None:
        self.ask(saving, free_name(path))


class FolderSaver(_Saver):
    """Several files in one folder: asked which, written, told."""

    def ask(self, saving: FolderSaving) -> None:
        """Ask for the folder."""
        if not isValid(self._over):
            return
        dialog = QFileDialog(self._over, saving.title, remembered_folder(saving.folder_key))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog, saving.dialog, partial(self.write, saving))

    def write(self, saving: FolderSaving, folder: Path) -> None:
        """Write them into `folder`."""
        QSettings().setValue(saving.folder_key, str(folder))
        self._put(saving, folder, partial(self._held, saving, folder))

    def _held(self, saving: FolderSaving, folder: Path, error: TargetHeld) -> None:
        left = saving if saving.left is None else saving.left(error)
        again, other = partial(self.write, left, folder), partial(self.ask, left)
        self._tell_held(error, again, other, OTHER_FOLDER)


def free_name(path: Path) -> str:
    """A name beside `path` that is not taken: "Biểu (2).pdf"."""
    number = 2
    while (other := path.with_name(f"{path.stem} ({number}){path.suffix}")).exists():
        number += 1
    return other.name


def _copy(name: str) -> None:
    QGuiApplication.clipboard().setText(name)


def _written(write: Callable[[Task, Path], Any], path: Path, task: Task) -> Any:
    return write(task, path)
