"""One document of the register: written down, mended, given its number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from models.contests.mark_names import USUAL_NAMES, MarkNames, mark_names
from models.errors import AppError
from models.papers.answering import link_frozen
from models.papers.documents import add_document, document_by_id, set_document
from models.records import Mark
from models.records.documents import (
    DIRECTION_NAMES,
    DOCUMENT_KINDS,
    Direction,
    DocumentDraft,
    RegisteredDocument,
)
from models.records.frozen import FrozenReport
from models.store.store import Store
from models.text.formats import inside_words, number, short_date
from ui.desk import Desk
from ui.people.act_dialog import ActDialog
from ui.people.choices import line_of
from ui.people.date_field import DateField
from ui.people.field import FormField
from ui.theme.quiet_combo import QuietCombo

SIGNS_OF_NO_NUMBER = "để trống khi văn thư chưa cho số"
TURNED = "{} đứng trước ngày ban hành."


class DocumentDialog(ActDialog):
    """Saves and closes; `saved` carries the id. Without a `document` a new one is written down.

    Of an outgoing one it asks with which of the `frozen` figures it was sent.
    """

    saved = Signal(int)

    def __init__(
        self,
        desk: Desk,
        direction: Direction,
        document: RegisteredDocument | None,
        parent: QWidget,
        frozen: Sequence[FrozenReport] = (),
    ) -> None:
        name = inside_words(DIRECTION_NAMES[direction])
        super().__init__(f"{'Sửa' if document else 'Ghi'} {name}", "Lưu", parent, "Hủy")
        self.setObjectName("document-dialog")
        self._desk, self._direction, self._document = desk, direction, document
        today = desk.today()
        self._kind = FormField(_kinds(), "document-kind", "Loại văn bản")
        self._symbol = _line("document-symbol", "Số, ký hiệu")
        self._subject = _line("document-subject", "Trích yếu")
        self._issued = DateField("document-issued", "Ngày ban hành", today)
        self._issuer = _line("document-issuer", "Cơ quan ban hành")
        self._recipient = _line("document-recipient", "Nơi nhận")
        self._received = DateField("document-received", "Ngày đến", today)
        self._due = DateField("document-due", "Hạn xử lý", today)
        self._task = _line("document-task", "Việc phải làm")
        self._note = _line("document-note", "Ghi chú")
        names = mark_names(desk.reference.contest)
        self._frozen = _frozen_box(frozen, document, names)
        self._lay_out()
        self._fill(document.told if document else DocumentDraft(direction))
        for changed in (self._issued.changed, self._received.changed, self._due.changed):
            changed.connect(self._check)
        for field in (self._symbol, self._subject):
            line_of(field).textChanged.connect(self._check)
        self._check()
        line_of(self._symbol).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        rows: tuple[tuple[str, FormField], ...] = (
            ("Số, &ký hiệu", self._symbol),
            ("&Ngày ban hành", self._issued),
            ("&Loại văn bản", self._kind),
            ("&Trích yếu", self._subject),
        )
        if self._direction is Direction.IN:
            rows += (
                ("&Cơ quan ban hành", self._issuer),
                ("Ngà&y đến", self._received),
                ("&Hạn xử lý", self._due),
                ("&Việc phải làm", self._task),
            )
        else:
            rows += (("Nơi nhậ&n", self._recipient), ("&Số liệu chốt", self._frozen))
            line_of(self._symbol).setPlaceholderText(SIGNS_OF_NO_NUMBER)
        for words, field in (*rows, ("&Ghi chú", self._note)):
            self.form.addRow(words, field)

    def _fill(self, told: DocumentDraft) -> None:
        self._box.setEditText(told.kind)
        for field, text in (
            (self._symbol, told.symbol),
            (self._subject, told.subject),
            (self._issuer, told.issuer),
            (self._recipient, told.recipient),
            (self._task, told.task),
            (self._note, told.note),
        ):
            line_of(field).setText(text)
            line_of(field).setCursorPosition(0)
        for day_field, day in (
            (self._issued, told.issued_on),
            (self._received, told.received_on),
            (self._due, told.due_on),
        ):
            day_field.line.setText(short_date(day))

    @property
    def _box(self) -> QComboBox:
        assert isinstance(self._kind.editor, QComboBox)
        return self._kind.editor

    def _draft(self) -> DocumentDraft:
        return DocumentDraft(
            self._direction,
            self._box.currentText(),
            line_of(self._symbol).text(),
            line_of(self._issuer).text(),
            line_of(self._recipient).text(),
            line_of(self._subject).text(),
            self._issued.day,
            self._received.day,
            self._due.day,
            line_of(self._task).text(),
            line_of(self._note).text(),
        )

    def _check(self) -> None:
        """Say at once what would be refused, as far as the dialog can know."""
        told = self._draft()
        valid = all(each.valid for each in (self._issued, self._received, self._due))
        turned = [
            words
            for day, words in ((told.received_on, "Ngày đến"), (told.due_on, "Hạn xử lý"))
            if _is_before(day, told.issued_on)
        ]
        self.tell(TURNED.format(turned[0]) if turned else "")
        named = bool(told.symbol.strip() or told.subject.strip())
        self.act.setEnabled(valid and named and not turned)

    def accept(self) -> None:
        """Save; the dialog stays open when that is refused."""
        if not self.act.isEnabled():
            return
        self.act.setEnabled(False)
        document_id = self._document.id if self._document else None
        box = self._frozen.editor
        frozen = box.currentData() if isinstance(box, QComboBox) else None
        self._desk.ask(save_document, self._done, self._refused, document_id, self._draft(), frozen)

    def _done(self, document_id: int) -> None:
        self.saved.emit(document_id)
        super().accept()

    def _refused(self, error: AppError) -> None:
        self.refuse(error)
        self.act.setEnabled(True)


def save_document(
    store: Store, document_id: int | None, draft: DocumentDraft, frozen: int | None = None
) -> int:
    """Write a document down, or set the one with this id; the id.

    `frozen` is the id of the figures that an outgoing one was sent with.
    """
    if document_id is None:
        document_id = add_document(store, draft)
    else:
        set_document(store, document_id, draft)
    before = next(iter(document_by_id(store, document_id).frozen), None)
    if frozen != before:
        link_frozen(store, document_id, frozen)
    return document_id


def frozen_words(report: FrozenReport, names: MarkNames = USUAL_NAMES) -> str:
    """ "08/06/2026: 24/532 đăng ký, 11/532 hoàn thành (Báo cáo tháng, tháng 6 năm 2026)"."""
    found = report.figures
    title = f" ({report.title})" if report.title else ""
    having = {Mark.REGISTERED: found.registered, Mark.COMPLETED: found.completed}
    told = ", ".join(
        f"{number(having[mark])}/{number(found.total)} {names.deed(mark)}" for mark in names.counted
    )
    return f"{short_date(found.as_of)}: {told}{title}"


def _frozen_box(
    frozen: Sequence[FrozenReport], document: RegisteredDocument | None, names: MarkNames
) -> FormField:
    box = QuietCombo()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.addItem("Không kèm số liệu chốt", None)
    for each in frozen:
        box.addItem(frozen_words(each, names), each.id)
    if document is not None and document.frozen:
        sent = document.frozen[0]
        if box.findData(sent) < 0:
            box.addItem(f"Số liệu chốt số {sent}", sent)
        box.setCurrentIndex(box.findData(sent))
    return FormField(box, "document-frozen", "Số liệu chốt gửi kèm")


def _is_before(day: date | None, issued: date | None) -> bool:
    return day is not None and issued is not None and day < issued


def _line(name: str, words: str) -> FormField:
    return FormField(QLineEdit(), name, words)


def _kinds() -> QComboBox:
    """The usual kinds; any other can be typed."""
    made = QuietCombo()
    made.setEditable(True)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    made.addItems(DOCUMENT_KINDS)
    return made
