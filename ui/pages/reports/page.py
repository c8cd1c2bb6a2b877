"""Báo cáo & văn bản: choose a document, see its real pages, save it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from models.contests.mark_names import MarkNames, mark_names
from models.errors import AppError
from models.records import Mark
from models.text.formats import number, percent, short_date
from reports.catalog import file_name
from reports.publish import write_document
from ui.calls import reports as calls
from ui.calls.recurring import definition_lines
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.pages.page import Page
from ui.pages.reports.options import ReportOptions
from ui.pages.reports.preview import Preview
from ui.pages.reports.recurring import DueRuns, RecurringDialog
from ui.start.files import remembered_folder
from ui.theme.icons import icon
from ui.theme.letters import SideSplitter, keep_in_letters
from ui.theme.pieces import button, label
from ui.work import Work

FOLDER_KEY = "reports/folder"
SIDE_LETTERS = 46
SUFFIX_WORDS = {"pdf": "Tệp PDF (*.pdf)", "xlsx": "Sổ tính Excel (*.xlsx)"}
TITLES = {"pdf": "Lưu PDF", "xlsx": "Lưu Excel"}


class ReportsPage(Page):
    """`take` gets the code of a kind of document."""

    title = "Báo cáo & văn bản"
    icon = "reports"
    # Not what is frozen: a document that was just saved can be saved in its other format at once.
    topics = frozenset(
        {"people", "units", "unit_contacts", "posts", "absences", "exemptions", "participations"}
        | {"contests", "stages", "levels", "communes", "signers", "settings", "wrong_unit_slips"}
        | {"reconciliations", "official_figures", "report_definitions"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked = 0
        self._drawn: calls.Drawn | None = None
        self._options = ReportOptions(desk.today())
        self._preview = Preview(self._ask_picture)
        self._pages = label("", "muted")
        self._pages.setObjectName("pages")
        self._summary = label("", "muted", wrap=True)
        self._summary.setObjectName("summary")
        self._save_pdf = button("Lưu &PDF…", "save-pdf", primary=True)
        self._save_excel = button("Lưu &Excel…", "save-excel")
        self._due = DueRuns(desk)
        self._recurring = button("Báo cáo định &kỳ…", "recurring-open")
        self._smaller = button("−", "zoom-out")
        self._fit = button("Vừa chiều &ngang", "zoom-fit")
        self._larger = button("+", "zoom-in")
        self._smaller.setAccessibleName("Thu nhỏ")
        self._larger.setAccessibleName("Phóng to")
        self._lay_out()
        self._connect()
        self._set_ready(False)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        column.addWidget(self._due)
        column.addWidget(self._options)
        column.addSpacing(8)
        column.addWidget(self._save_pdf)
        column.addWidget(self._save_excel)
        column.addWidget(self._recurring)
        column.addSpacing(8)
        column.addWidget(self._summary)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(left)
        keep_in_letters(area, 36)
        split = SideSplitter(0, SIDE_LETTERS)
        split.set_halves(area, self._right())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.addWidget(split)

    def _right(self) -> QWidget:
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 0, 0, 0)
        bar.setSpacing(8)
        bar.addWidget(self._pages)
        bar.addStretch(1)
        for each in (self._smaller, self._fit, self._larger):
            bar.addWidget(each)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self._preview, 1)
        return made

    def _connect(self) -> None:
        self._options.changed.connect(self.reload)
        self._preview.moved.connect(self._show_place)
        self._save_pdf.clicked.connect(partial(self._ask_where, "pdf"))
        self._save_excel.clicked.connect(partial(self._ask_where, "xlsx"))
        self._recurring.clicked.connect(lambda: RecurringDialog(self.desk, self).open())
        self._smaller.clicked.connect(self._preview.zoom_out)
        self._larger.clicked.connect(self._preview.zoom_in)
        self._fit.clicked.connect(lambda: self._preview.set_zoom(1.0))
        self.hear(self._take_units, self.desk.reference.changed)
        for keys, deed in (
            ("Ctrl+P", self._save_pdf.click),
            ("Ctrl++", self._preview.zoom_in),
            ("Ctrl+=", self._preview.zoom_in),
            ("Ctrl+-", self._preview.zoom_out),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)
        self._save_pdf.setIcon(icon("pdf", self._save_pdf.palette().ColorRole.Base))
        self._save_excel.setIcon(icon("excel"))

    def shown(self) -> None:
        """Draw when the data is not the newest."""
        self.desk.reference.when_known(self._take_units)
        super().shown()

    def _take_units(self) -> None:
        """A list can be limited to a unit with people; the contest may have words of its own."""
        self._options.name_marks(mark_names(self.desk.reference.contest))
        self._options.set_units([unit for unit in self.desk.reference.units if unit.people])

    def take(self, what: object) -> None:
        """Choose a kind of document by its code."""
        if isinstance(what, str) and self._options.choose_kind(what):
            self.reload()

    def ask(self) -> None:
        """Draw what the options ask for; an older drawing that comes later is passed over."""
        self.desk.ask(definition_lines, self._due.show_lines)
        request = self._options.request
        # What is being drawn anew must not be saved as what it was before.
        self._set_ready(False)
        if request is None:
            self._stale = True
            return
        self._asked += 1
        self.read(
            calls.draw,
            partial(self._show, self._asked),
            partial(self._refused, self._asked),
            request,
        )

    def _show(self, asked: int, drawn: calls.Drawn) -> None:
        if asked != self._asked:
            return
        self._drawn = drawn
        self._preview.show_drawn(drawn)
        names = mark_names(self.desk.reference.contest)
        self._summary.setText(_summary(drawn, names))
        self._set_ready(True)
        self.loaded.emit()

    def _refused(self, asked: int, error: AppError) -> None:
        if asked == self._asked:
            self._drawn = None
            self._preview.show_words(error.sentence, error.advice)
            self._summary.clear()
            self._set_ready(False)
            self.loaded.emit()

    def _set_ready(self, ready: bool) -> None:
        for each in (self._save_pdf, self._save_excel):
            each.setEnabled(ready)

    def _ask_picture(
        self, pdf: bytes, page: int, width: int, take: Callable[[QImage], Any]
    ) -> None:
        self.desk.run(Work(lambda _task: calls.page_picture(pdf, page, width), take))

    def _show_place(self, page: int, pages: int) -> None:
        self._pages.setText(f"Trang {number(page)}/{number(pages)}" if pages else "")

    def _ask_where(self, fmt: str) -> None:
        if self._drawn is None:
            return
        dialog = QFileDialog(self, TITLES[fmt], remembered_folder(FOLDER_KEY), SUFFIX_WORDS[fmt])
        dialog.setObjectName("save-dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(fmt)
        document = self._drawn.document
        dialog.selectFile(file_name(document, fmt, self.desk.now()))
        dialog.fileSelected.connect(partial(self._save, document, fmt))
        dialog.open()

    def _save(self, document: Any, fmt: str, where: str) -> None:
        path = Path(where)
        QSettings().setValue(FOLDER_KEY, str(path.parent))
        # The officer has agreed to replace what lies there.
        write = Work(
            lambda _: write_document(document, fmt, path, overwrite=True),
            partial(self._freeze, document.figures) if self._options.freezes else self._saved,
        )
        self.desk.run(write)

    def _saved(self, path: Path, more: str = "") -> None:
        words = " ".join(filter(None, (f"Đã lưu {path.name}.", more)))
        self.desk.noticed.emit(Notice(words, tone=Tone.DONE, path=path))

    def _freeze(self, figures: Any, path: Path) -> None:
        """What goes out is frozen with the figures that stand in it."""
        freeze = Work(
            lambda task: calls.freeze_reported(task.file, figures),
            lambda told: self._saved(path, told),
            lambda error: self._saved(path, error.sentence),
            writes=True,
        )
        self.desk.run(freeze)


def _summary(drawn: calls.Drawn, names: MarkNames) -> str:
    """The figures of the document, so that they can be checked before it is saved."""
    figures = drawn.document.figures
    having = {Mark.REGISTERED: figures.registered, Mark.COMPLETED: figures.completed}
    told = ", ".join(
        f"{names.done(mark)} {number(having[mark])} ({percent(having[mark], figures.total)})"
        for mark in names.counted
    )
    return (
        f"Số liệu đến hết ngày {short_date(figures.as_of)}: tổng số {number(figures.total)} người, "
        f"{told}." + "".join(f"\n{note}" for note in figures.notes)
    )
