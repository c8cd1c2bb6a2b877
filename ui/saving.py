"""The one place where something becomes a file of the officer's: asked where, written, told.

A file that another program holds costs nothing: it is tried again, or goes under another name.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from shiboken6 import isValid

from models.errors import AppError
from reports.publish import TargetHeld
from ui.desk import Desk
from ui.notice import notice_of
from ui.start.files import remembered_folder
from ui.work import Task, Work

AGAIN, OTHER = "Thử lại", "Lưu tên khác…"
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


class FileSaver:
    """Asks over a window or a dialog; `run` carries out the work where the desk's way is not meant.

    Over the window a held file is told by a message with its links, over a dialog by a question.
    """

    def __init__(
        self, desk: Desk, over: QWidget, run: Callable[[Work[Any]], Any] | None = None
    ) -> None:
        self._desk, self._over = desk, over
        self._run = run or desk.run

    def ask(self, saving: Saving, name: str = "") -> None:
        """Ask where it goes; the system asks before it replaces a file."""
        if not isValid(self._over):
            return
        folder = remembered_folder(saving.folder_key)
        dialog = QFileDialog(self._over, saving.title, folder, saving.filters)
        dialog.setObjectName(saving.dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(saving.suffix)
        dialog.selectFile(name or saving.name)
        dialog.fileSelected.connect(lambda where: self.write(saving, Path(where)))
        dialog.open()

    def write(self, saving: Saving, path: Path) -> None:
        """Write it at `path`."""
        QSettings().setValue(saving.folder_key, str(path.parent))
        work: Work[Any] = Work(
            partial(_written, saving.write, path),
            partial(saving.saved, path),
            partial(self._refused, saving, path),
            words=saving.words,
            writes=True,
            cause=f"save:{path}",
        )
        self._run(work)

    def _refused(self, saving: Saving, path: Path, error: AppError) -> None:
        if isinstance(error, TargetHeld) and isValid(self._over):
            again, other = partial(self.write, saving, path), partial(self._beside, saving, path)
            tell_held(self._desk, self._over, error, again, other)
        elif saving.refused is not None:
            saving.refused(error)
        else:
            self._desk.noticed.emit(notice_of(error))

    def _beside(self, saving: Saving, path: Path) -> None:
        self.ask(saving, free_name(path))


def tell_held(
    desk: Desk,
    over: QWidget,
    error: AppError,
    again: Callable[[], object],
    other: Callable[[], object],
    other_words: str = OTHER,
) -> None:
    """Say that a file is held, and offer to try again or to go elsewhere."""
    if not isinstance(over.window(), QDialog):
        links = (AGAIN, "held-again", again), (other_words, "held-other", other)
        desk.noticed.emit(notice_of(error, links))
        return
    from ui.start.choice import ChoiceDialog, Way

    ways = (
        Way(f"&{AGAIN}", "held-again", again, primary=True),
        Way(f"&{other_words}", "held-other", other),
        Way("Hủy", "held-leave"),
    )
    words = (error.sentence, error.advice, NOTHING_LOST)
    ChoiceDialog(NOT_SAVED, words, ways, over, loses=False).open()


def free_name(path: Path) -> str:
    """A name beside `path` that is not taken: "Biểu (2).pdf"."""
    number = 2
    while (other := path.with_name(f"{path.stem} ({number}){path.suffix}")).exists():
        number += 1
    return other.name


def _written(write: Callable[[Task, Path], Any], path: Path, task: Task) -> Any:
    return write(task, path)
