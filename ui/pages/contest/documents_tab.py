"""Văn bản đến, đi: the register with its deadlines, numbers, answers and files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from models.figures.frozen_reports import list_frozen
from models.papers.answering import answer_document, settle_document
from models.papers.documents import TABLE, document_owner, register_of, remove_documents
from models.records.documents import Direction, RegisteredDocument
from models.records.frozen import FrozenReport
from models.text.formats import number
from ui.attachments.adding import attach_paths
from ui.attachments.dropping import FileDrops
from ui.attachments.view import AttachmentsView
from ui.desk import Desk
from ui.pages.contest.document_answer import AnswerDialog
from ui.pages.contest.document_dialog import DocumentDialog
from ui.pages.contest.documents_columns import (
    DOCUMENT_COLUMNS,
    FILTERS,
    DocumentLine,
    register_words,
    sorted_documents,
)
from ui.pages.contest.tab_page import WrappingTab
from ui.table.data_table import FEW_LINES, ROW_AIR, DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.letters import ShareSplitter, keep_in_letters
from ui.theme.pieces import button, label
from ui.theme.quiet_combo import QuietCombo
from ui.theme.wrapping_row import WrappingRow

CHOICE_IN_LETTERS = 24
LEAST_LINES = 5
TABLE_SHARE = 0.6
"""Lower windows scroll the page: of the register itself some lines stay in sight."""
EMPTY_HINT = (
    "Ghi văn bản đến với hạn xử lý để chương trình nhắc việc, ghi văn bản đi trước khi có số. "
    "Kéo thả tệp vào đây để ghi văn bản đến kèm tệp."
)


class DocumentsTab(WrappingTab):
    """`take` gets the id of a document to show, or the key of a filter."""

    title = "Văn bản đến, đi"
    topics = frozenset({"documents", "attachments", "contests", "frozen_reports"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._found: dict[int, RegisteredDocument] = {}
        self._wanted: int | None = None
        self._order = ("", False)
        self._filter = QuietCombo()
        self._filter.setObjectName("documents-shown")
        self._filter.setAccessibleName("Hiện văn bản nào")
        keep_in_letters(self._filter, CHOICE_IN_LETTERS)
        for key, words, _ in FILTERS:
            self._filter.addItem(words, key)
        self._acts = {
            name: _act(words, name, deed, primary=name == "add-in")
            for name, words, deed in (
                ("add-in", "Ghi văn bản đế&n…", partial(self._write, Direction.IN)),
                ("add-out", "Ghi văn bản đ&i…", partial(self._write, Direction.OUT)),
                ("edit", "&Sửa…", self._edit),
                ("answer", "&Trả lời bằng…", self._ask_answer),
                ("settle", "Đã &xong", self._settle),
                ("remove", "&Xóa", self._remove),
            )
        }
        self._words = label("", wrap=True)
        self._words.setObjectName("documents-words")
        self._task = label("", "muted", wrap=True)
        self._task.setObjectName("documents-task")
        self._task.setContentsMargins(0, 4, 0, 0)
        model = RowsModel(DOCUMENT_COLUMNS, held_rows(self, self._line), self)
        self._table = DataTable(model, "documents")
        self._table.lines_wanted = FEW_LINES
        keep_in_letters(self._table, least_lines=LEAST_LINES, air=ROW_AIR)
        self._table.setObjectName("documents")
        self._table.setAccessibleName("Sổ văn bản đến, đi")
        self._table.empty_title = "Chưa có văn bản nào"
        self._table.empty_hint = EMPTY_HINT
        self._files = AttachmentsView(desk, "Tệp của văn bản")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = WrappingRow()
        head.addWidget(self._filter)
        for each in self._acts.values():
            head.addWidget(each)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(8)
        column.addWidget(self._table, 1)
        column.addWidget(self._task)
        split = ShareSplitter("contest-documents", TABLE_SHARE)
        split.addWidget(upper)
        split.addWidget(self._files)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self._words)
        whole.addWidget(split, 1)

    def _connect(self) -> None:
        self._filter.currentIndexChanged.connect(self._list)
        self._table.picked.connect(self._show_chosen)
        self._table.opened.connect(lambda _id: self._edit())
        self._table.sorted_by.connect(self._sort)
        for key, deed in (
            (Qt.Key.Key_Insert, partial(self._write, Direction.IN)),
            (Qt.Key.Key_F2, self._edit),
            (Qt.Key.Key_Delete, self._remove),
        ):
            shortcut = QShortcut(QKeySequence(key), self._table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(deed)
        FileDrops(self._table.viewport()).dropped.connect(self._take_dropped)

    def take(self, what: object) -> None:
        """Show a document, or what a filter leaves."""
        if isinstance(what, int):
            self._filter.setCurrentIndex(0)
            self._wanted = what
            self._go_to_wanted()
        elif isinstance(what, str):
            self._filter.setCurrentIndex(max(0, self._filter.findData(what)))

    def ask(self) -> None:
        """Read the register."""
        self.read(register_of, self._show)

    def _show(self, found: Sequence[RegisteredDocument]) -> None:
        self._found = {each.id: each for each in found}
        self._words.setText(register_words(found, self.desk.today()))
        self._list()
        self._go_to_wanted()
        if found and self._table.current_id() is None:
            self._table.go_to_first()
        self.loaded.emit()

    def _list(self) -> None:
        key, descending = self._order
        shown = FILTERS[max(0, self._filter.currentIndex())][2]
        wanted = [each for each in self._found.values() if shown(each)]
        ids = [each.id for each in sorted_documents(wanted, key, descending=descending)]
        self._table.rows.set_ids(ids)
        self.status.emit(f"{number(len(ids))} văn bản")
        self._show_chosen()

    def _sort(self, key: str, descending: bool) -> None:
        self._order = key, descending
        self._list()

    def _line(self, document_id: int) -> DocumentLine:
        return DocumentLine(document_id, self._found[document_id], self.desk.today())

    def _go_to_wanted(self) -> None:
        if self._wanted is not None and self._table.go_to(self._wanted):
            self._wanted = None

    def _chosen(self) -> list[RegisteredDocument]:
        return [self._found[each] for each in self._table.selected_ids() if each in self._found]

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        one = chosen[0] if len(chosen) == 1 else None
        came = one is not None and one.told.direction is Direction.IN
        self._acts["edit"].setEnabled(one is not None)
        self._acts["answer"].setEnabled(came)
        self._acts["settle"].setEnabled(came)
        self._acts["remove"].setEnabled(bool(chosen))
        settled = one is not None and one.settled_on is not None
        self._acts["settle"].setText("Chưa &xong" if settled else "Đã &xong")
        task = one.told.task if one is not None else ""
        note = one.told.note if one is not None else ""
        parts = (f"Việc phải làm: {task}" if task else "", f"Ghi chú: {note}" if note else "")
        self._task.setText("\n".join(filter(None, parts)))
        self._task.setVisible(bool(task or note))
        self._files.show_owner(document_owner(one) if one is not None else None)

    def _write(self, direction: Direction, paths: Sequence[Path] = ()) -> None:
        self._ask_form(direction, None, paths)

    def _edit(self) -> None:
        if len(chosen := self._chosen()) == 1:
            self._ask_form(chosen[0].told.direction, chosen[0])

    def _ask_form(
        self,
        direction: Direction,
        document: RegisteredDocument | None,
        paths: Sequence[Path] = (),
    ) -> None:
        """Open the dialog, of an outgoing document with the frozen figures to choose from."""
        show = partial(self._open, direction, document, paths)
        if direction is Direction.IN:
            show(())
        else:
            self.desk.ask(list_frozen, show)

    def _open(
        self,
        direction: Direction,
        document: RegisteredDocument | None,
        paths: Sequence[Path],
        frozen: Sequence[FrozenReport],
    ) -> None:
        dialog = DocumentDialog(self.desk, direction, document, self, frozen)
        dialog.saved.connect(partial(self._saved, paths))
        dialog.open()

    def _saved(self, paths: Sequence[Path], document_id: int) -> None:
        """Show what was written, with the files that were let fall for it."""
        self._wanted = document_id
        self._go_to_wanted()
        if paths:
            self.desk.ask(register_of, partial(self._attach_to, document_id, paths))

    def _attach_to(
        self, document_id: int, paths: Sequence[Path], found: Sequence[RegisteredDocument]
    ) -> None:
        for each in found:
            if each.id == document_id:
                attach_paths(self.desk, document_owner(each), paths)

    def _ask_answer(self) -> None:
        if len(chosen := self._chosen()) == 1:
            sent = [e for e in self._found.values() if e.told.direction is Direction.OUT]
            dialog = AnswerDialog(chosen[0], sent, self)
            dialog.chosen.connect(partial(self._answer, chosen[0].id))
            dialog.open()

    def _answer(self, document_id: int, answer_id: int | None) -> None:
        self.desk.ask(answer_document, None, None, document_id, answer_id)

    def _settle(self) -> None:
        if len(chosen := self._chosen()) == 1:
            day = None if chosen[0].settled_on else self.desk.today()
            self.desk.ask(settle_document, None, None, chosen[0].id, day)

    def _remove(self) -> None:
        if chosen := self._chosen():
            self.desk.ask(remove_documents, self._removed, None, [each.id for each in chosen])

    def _removed(self, count: int) -> None:
        self.desk.said.emit(f"Đã xóa {number(count)} văn bản. Nhấn Ctrl+Z để lấy lại.")

    def _take_dropped(self, paths: Sequence[Path], place: QPoint) -> None:
        """On a line: the files of that document; beside the lines: of a new one that came."""
        line = self._table.rowAt(place.y())
        row = self._table.rows.row_at(line) if line >= 0 else None
        if row is None:
            self._write(Direction.IN, paths)
        else:
            self._table.go_to(row.id)
            attach_paths(self.desk, document_owner(row.document), paths)


def _act(words: str, name: str, deed: Callable[[], Any], *, primary: bool) -> QPushButton:
    made = button(words, f"{TABLE}-{name}", primary=primary)
    made.clicked.connect(lambda _checked=False: deed())
    return made
