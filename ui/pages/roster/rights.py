"""What somebody may ask of their own data: a sheet of all of it, and that it goes for good."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

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
from ui.saving import FileSaver, Saving
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
        saving = Saving(
            "Lưu phiếu dữ liệu cá nhân",
            SHEET_NAME,
            FILTER,
            "pdf",
            FOLDER_KEY,
            "person-sheet-dialog",
            lambda task, path: save_sheet(task.file, person_id, path, overwrite=True),
            self._saved,
            "Đang lập phiếu dữ liệu cá nhân",
        )
        FileSaver(self._desk, self._widget).ask(saving)

    def _saved(self, path: Path, _same: Path) -> None:
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
