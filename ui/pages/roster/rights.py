"""What somebody may ask of their own data: a sheet of all of it, and that it goes for good."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from models.campaign.rights.purging_person import purge_person
from models.records.person_purging import PersonPurged
from ui.calls.person_rights import (
    PersonPurgeLook,
    person_purge_look,
    person_purged_words,
    save_sheet,
)
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.people.drop_copies import ask_to_drop_copies
from ui.people.purge_dialog import PersonPurgeDialog
from ui.start.files import remembered_folder
from ui.work import Work

FOLDER_KEY = "person-sheet/folder"
FILTER = "PDF (*.pdf);;Word (*.docx)"
SHEET_NAME = "PhieuDuLieuCaNhan.pdf"
"""Without the person: names of files stand in logs and lists of files."""


class PersonRights(QObject):
    """Both are asked for first and done in the lane."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._widget = parent

    def ask_sheet(self, person_id: int) -> None:
        """Ask where the sheet of this person goes, as PDF or Word."""
        folder = remembered_folder(FOLDER_KEY)
        dialog = QFileDialog(self._widget, "Lưu phiếu dữ liệu cá nhân", folder, FILTER)
        dialog.setObjectName("person-sheet-dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(SHEET_NAME)
        dialog.fileSelected.connect(lambda where: self._save(person_id, Path(where)))
        dialog.open()

    def _save(self, person_id: int, path: Path) -> None:
        QSettings().setValue(FOLDER_KEY, str(path.parent))
        self._desk.run(
            Work(
                # The dialog has asked whether a file of that name is written over.
                lambda task: save_sheet(task.file, person_id, path, overwrite=True),
                self._saved,
                words="Đang lập phiếu dữ liệu cá nhân",
                writes=True,
            )
        )

    def _saved(self, path: Path) -> None:
        words = f"Đã lưu {path.name}; lần lưu này được ghi vào nhật ký."
        self._desk.noticed.emit(Notice(words, tone=Tone.DONE, path=path))

    def ask_purge(self, person_id: int) -> None:
        """Say what would go of this person, and ask."""
        self._desk.ask(person_purge_look, self._show_purge, None, person_id)

    def _show_purge(self, look: PersonPurgeLook) -> None:
        dialog = PersonPurgeDialog(look, self._widget)
        dialog.accepted.connect(partial(self._purge, look))
        dialog.open()

    def _purge(self, look: PersonPurgeLook) -> None:
        of = max(1, sum(look.told.gone.values()) + sum(look.told.kept.values()))
        self._desk.run(
            Work(
                lambda task: purge_person(task.file, look.told.id, task.counting(of)),
                self._purged,
                words="Đang xóa hẳn dữ liệu của một người",
                writes=True,
            )
        )

    def _purged(self, done: PersonPurged) -> None:
        self._desk.said.emit(person_purged_words(done.told, swept=done.swept))
        ask_to_drop_copies(self._desk, self._widget)
