"""The files of one row: listed, added, opened as copies, saved elsewhere, taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QPoint, QSettings, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout

from models.papers.attachments import (
    attached_file,
    attached_total,
    attachments_of,
    detach,
)
from models.papers.opening import copy_for_opening
from models.papers.reading import MOST_OF_ONE
from models.records.papers import AttachedTotal, Attachment, AttachmentOwner
from models.store.store import Store
from models.text.formats import number, short_date, size_words
from reports.publish import write_file
from ui.attachments.adding import attach_pasted, attach_paths
from ui.attachments.dropping import FileDrops
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.saving import FileSaver, Saving
from ui.start.files import remembered_folder
from ui.table.column import A_DAY, Column, Kind
from ui.table.data_table import FEW_LINES, DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.pieces import button, label, show_words

FOLDER_KEY = "attachments/folder"
TOPIC = "attachments"
EMPTY_TITLE = "Chưa có tệp nào"
EMPTY_HINT = "Kéo thả tệp vào đây, dán (Ctrl+V) hoặc bấm “Thêm tệp…”."
NO_OWNER_TITLE = "Chưa chọn dòng nào"

COLUMNS: tuple[Column[Attachment], ...] = (
    Column(
        "name", "Tên tệp", 13, lambda each: each.name, Kind.STRONG,
        tooltip=lambda each: each.name, fills=True,
    ),
    Column("size", "Dung lượng", 10, lambda each: size_words(each.size), Kind.NUMBER),
    Column(
        "added", "Đính kèm", 10, lambda each: short_date(each.added_at.date()), Kind.QUIET,
        never_cut=A_DAY,
    ),
)  # fmt: skip


class OwnedFiles(NamedTuple):
    """The files of a row, and what those of all rows come to."""

    files: tuple[Attachment, ...]
    total: AttachedTotal


def files_with_total(store: Store, owner: AttachmentOwner) -> OwnedFiles:
    """The files of a row, and what all attached files of the data come to."""
    return OwnedFiles(attachments_of(store, owner), attached_total(store))


class AttachmentsView(QFrame):
    """A card; `show_owner` says whose files it shows. What is done is said by the desk."""

    def __init__(self, desk: Desk, title: str = "Tệp đính kèm") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("attachments")
        self._desk = desk
        self._owner: AttachmentOwner | None = None
        self._files: dict[int, Attachment] = {}
        model = RowsModel(COLUMNS, held_rows(self, lambda at: self._files[at]), self)
        self._table = DataTable(model, "attachments")
        self._table.lines_wanted = FEW_LINES
        self._table.setObjectName("attachments-table")
        self._table.setAccessibleName(title)
        self._title = label(title, "heading", wrap=True)
        self._total = label("", "muted", wrap=True)
        self._total.setObjectName("attachments-total")
        self._acts = {
            name: _act(words, f"attachment-{name}", deed)
            for name, words, deed in (
                ("add", "&Thêm tệp…", self._choose),
                ("open", "&Mở", self._open),
                ("save", "Lưu r&a ngoài…", self._ask_where),
                ("remove", "Gỡ tệ&p", self._remove),
            )
        }
        self._lay_out()
        self._connect()
        self.show_owner(None)

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for each in self._acts.values():
            acts.addWidget(each)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._table, 1)
        column.addLayout(acts)
        column.addWidget(self._total)

    def _connect(self) -> None:
        self._table.picked.connect(self._show_possible)
        self._table.opened.connect(self._open)
        self._table.menu_asked.connect(self._show_menu)
        for keys, deed in (
            ("Ins", self._choose),
            ("Del", self._remove),
            ("Ctrl+V", self._paste),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)
        drops = FileDrops(self, lambda _place: self._owner is not None, self)
        drops.dropped.connect(self._take_dropped)
        self._desk.changed.connect(self._hear)

    def show_owner(self, owner: AttachmentOwner | None) -> None:
        """Show the files of this row from now on; None: of no row."""
        same = owner is not None and _is_same(owner, self._owner)
        self._owner = owner
        if same:
            return
        self._files = {}
        self._table.rows.set_ids(())
        self._table.empty_title = EMPTY_TITLE if owner else NO_OWNER_TITLE
        self._table.empty_hint = EMPTY_HINT if owner else ""
        show_words(self._total, "")
        self._show_possible()
        self._read()

    def take_focus(self) -> None:
        """The keys go to the files."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hear(self, topics: frozenset[str]) -> None:
        if TOPIC in topics:
            self._read()

    def _read(self) -> None:
        if self._owner is not None:
            self._desk.ask(files_with_total, partial(self._show, self._owner), None, self._owner)

    def _show(self, owner: AttachmentOwner, found: OwnedFiles) -> None:
        if not _is_same(owner, self._owner):
            return
        self._files = {each.id: each for each in found.files}
        self._table.rows.set_ids(tuple(self._files))
        show_words(self._total, total_words(found))
        self._show_possible()

    def _show_possible(self) -> None:
        chosen = bool(self._table.selected_ids())
        self._acts["add"].setEnabled(self._owner is not None)
        for name in ("open", "save", "remove"):
            self._acts[name].setEnabled(chosen)

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("attachment-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act in self._acts.values():
            made = menu.addAction(act.text())
            made.setEnabled(act.isEnabled())
            made.triggered.connect(act.click)
        menu.popup(place)

    def _take_dropped(self, paths: Sequence[Path], _place: QPoint) -> None:
        if self._owner is not None:
            attach_paths(self._desk, self._owner, paths)

    def _paste(self) -> None:
        if self._owner is not None:
            attach_pasted(self._desk, self._owner, QGuiApplication.clipboard().mimeData())

    def _choose(self) -> None:
        if self._owner is None:
            return
        dialog = QFileDialog(
            self, "Chọn tệp đính kèm", remembered_folder(FOLDER_KEY), "Mọi tệp (*)"
        )
        dialog.setObjectName("attachment-choose")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(partial(self._take_chosen, self._owner))
        dialog.open()

    def _take_chosen(self, owner: AttachmentOwner, names: Sequence[str]) -> None:
        paths = [Path(each) for each in names]
        QSettings().setValue(FOLDER_KEY, str(paths[0].parent))
        attach_paths(self._desk, owner, paths)

    def _current(self) -> Attachment | None:
        return self._files.get(self._table.current_id() or 0)

    def _open(self) -> None:
        if (file := self._current()) is not None:
            self._desk.ask(copy_for_opening, self._show_copy, None, file.id)

    def _show_copy(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._desk.noticed.emit(
                Notice(
                    f"Máy chưa có chương trình mở tệp “{path.name}”.",
                    "Hãy bấm “Lưu ra ngoài…” rồi mở ở máy có chương trình phù hợp.",
                    Tone.PROBLEM,
                )
            )

    def _ask_where(self) -> None:
        file = self._current()
        if file is None:
            return
        attachment_id = file.id
        saving = Saving(
            "Lưu tệp đính kèm",
            file.name,
            "Mọi tệp (*)",
            "",
            FOLDER_KEY,
            "attachment-where",
            lambda task, path: save_attached(task.file, attachment_id, path),
            self._saved,
        )
        FileSaver(self._desk, self).ask(saving)

    def _saved(self, path: Path, _same: Path) -> None:
        self._desk.noticed.emit(Notice(f"Đã lưu {path.name}.", tone=Tone.DONE, path=path))

    def _remove(self) -> None:
        ids = self._table.selected_ids()
        if self._owner is not None and ids:
            self._desk.ask(detach, self._removed, None, ids, self._owner)

    def _removed(self, count: int) -> None:
        self._desk.said.emit(f"Đã gỡ {number(count)} tệp. Nhấn Ctrl+Z để lấy lại.")


def _is_same(owner: AttachmentOwner, other: AttachmentOwner | None) -> bool:
    """Whether both are one row, whatever it is called by now."""
    return other is not None and owner[:2] == other[:2]


def save_attached(store: Store, attachment_id: int, path: Path) -> Path:
    """Save an attached file at `path`, over what the officer agreed to replace; gives it back."""
    content = attached_file(store, attachment_id).content
    return write_file(content, path.suffix.removeprefix(".").lower(), path, overwrite=True)


def total_words(found: OwnedFiles) -> str:
    """ "2 tệp, 1,4 MB; mỗi tệp không quá 20 MB. Cả dữ liệu đang giữ 12 tệp đính kèm, 64 MB."."""
    bound = f"mỗi tệp không quá {size_words(MOST_OF_ONE)}"
    size = sum(each.size for each in found.files)
    own = f"{number(len(found.files))} tệp, {size_words(size)}; {bound}." if found.files else ""
    every = ""
    if found.total.files:
        every = (
            f"Cả dữ liệu đang giữ {number(found.total.files)} tệp đính kèm, "
            f"{size_words(found.total.size)}."
        )
    return " ".join(filter(None, (own or f"{bound[:1].upper()}{bound[1:]}.", every)))


def _act(words: str, name: str, deed: Callable[[], Any]) -> QPushButton:
    made = button(words, name)
    made.clicked.connect(deed)
    return made
