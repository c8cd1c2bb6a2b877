"""Người ký: who signs for the People's Committee and for the office, and who usually does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from models.errors import AppError
from models.office.issuer import COMMITTEE, ISSUER_NAMES, OFFICE
from models.office.signers import forget_signers, signers_of, use_signer
from models.records.choices import NamedSigner
from models.text.formats import number
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.signing.look import SignatureLook
from ui.signing.signer_dialog import NEW_SIGNER, SignerDialog
from ui.table.column import Column, Kind
from ui.table.data_table import FEW_LINES, DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.footer import GAP, SPACING, dialog_column, footer
from ui.theme.letters import SideSplitter, fit_to_screen
from ui.theme.pieces import button, column_in, label

TITLE = "Người ký"
INTRODUCTION = (
    "Mỗi văn bản lấy người thường ký của cơ quan ban hành; khi lập văn bản vẫn chọn được người "
    "khác."
)
LETTERS, LINES, SCREEN_SHARE, SIDE_LETTERS = 160, 26, 0.94, 44
NOBODY_USUAL = "{} chưa có người thường ký: hãy chọn một người rồi bấm “Thường ký”."
SHORT_NAMES = {COMMITTEE: "UBND", OFFICE: "Phòng VH-XH"}

COLUMNS: tuple[Column[NamedSigner], ...] = (
    Column("name", "Họ và tên", 20, lambda each: each.name, Kind.STRONG),
    Column("usual", "Thường ký", 9, lambda each: "✓" if each.current else "", Kind.GOOD),
    Column("issuer", "Văn bản của", 12, lambda each: SHORT_NAMES[each.issuer]),
    Column(
        "lines", "Thẩm quyền, chức vụ", 34, lambda each: " / ".join(each.lines),
        tooltip=lambda each: "\n".join(each.lines), fills=True,
    ),
)  # fmt: skip


class SignersDialog(QDialog):
    """Each act is an entry of the history. Shown with `open()`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("signers-dialog")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._signers: dict[int, NamedSigner] = {}
        rows = held_rows(self, lambda at: self._signers[at])
        self._table = DataTable(RowsModel(COLUMNS, rows, self), "signers")
        self._table.setObjectName("signers")
        self._table.setAccessibleName(TITLE)
        self._table.lines_wanted = FEW_LINES
        self._table.empty_title = "Chưa có người ký"
        self._table.empty_hint = "Thêm người ký để văn bản có đủ thẩm quyền, chức vụ và họ tên."
        self._look = SignatureLook()
        self._words = label("", "muted", wrap=True, name="signers-words")
        self._problem = ErrorLine()
        self._add = button("Thê&m…", "signer-add", primary=True)
        self._edit = button("&Sửa…", "signer-edit")
        self._use = button("Thường &ký", "signer-use")
        self._remove = button("&Xóa", "signer-remove")
        self._close = button("Đóng", "keep")
        self._lay_out()
        self._connect()
        self._read()

    def _lay_out(self) -> None:
        side = QWidget()
        column = column_in(side, GAP)
        column.setContentsMargins(SPACING, 0, 0, 0)
        column.addWidget(label("Trên văn bản", "heading"))
        column.addWidget(self._look)
        column.addStretch()
        split = SideSplitter(1, SIDE_LETTERS, "signers")
        split.set_halves(self._table, side)
        whole = dialog_column(self)
        whole.addWidget(label(TITLE, "title"))
        whole.addWidget(label(INTRODUCTION, "muted", wrap=True))
        whole.addWidget(split, 1)
        whole.addWidget(self._problem)
        others = (self._edit, self._use, self._remove)
        whole.addLayout(footer(act=self._add, leave=self._close, others=others, says=self._words))
        fit_to_screen(self, LETTERS, LINES, SCREEN_SHARE)

    def _connect(self) -> None:
        self._table.picked.connect(self._follow)
        # An Enter that the table passes on would press the default button of the form as well.
        self._table.opened.connect(self._open, Qt.ConnectionType.QueuedConnection)
        self._add.clicked.connect(lambda: self._show_form(NEW_SIGNER))
        self._edit.clicked.connect(self._edit_chosen)
        self._use.clicked.connect(self._use_chosen)
        self._remove.clicked.connect(self._remove_chosen)
        self._close.clicked.connect(self.reject)
        removing = QShortcut(QKeySequence("Delete"), self._table)
        removing.setContext(Qt.ShortcutContext.WidgetShortcut)
        removing.activated.connect(self._remove_chosen)
        self._problem.say("")

    def _read(self, chosen: int | None = None) -> None:
        self._desk.ask(signers_of, partial(self._show, chosen), self._refused)

    def _show(self, chosen: int | None, found: Sequence[NamedSigner]) -> None:
        order = list(ISSUER_NAMES)
        found = sorted(found, key=lambda each: (order.index(each.issuer), each.id))
        self._signers = {each.id: each for each in found}
        self._table.rows.set_ids(list(self._signers))
        if chosen is None or not self._table.go_to(chosen):
            self._table.go_to_first()
        (self._table if found else self._add).setFocus(Qt.FocusReason.OtherFocusReason)
        lacking = [
            words
            for code, words in ISSUER_NAMES.items()
            if (own := [each for each in found if each.issuer == code])
            and not any(each.current for each in own)
        ]
        self._problem.say(" ".join(map(NOBODY_USUAL.format, lacking)))
        self._follow()

    @property
    def _chosen(self) -> NamedSigner | None:
        current = self._table.current_id()
        return None if current is None else self._signers.get(current)

    def _follow(self) -> None:
        signer = self._chosen
        self._look.setVisible(signer is not None)
        if signer is not None:
            self._look.show_signer(signer.lines, signer.name)
        for each in (self._edit, self._remove):
            each.setEnabled(signer is not None)
        self._use.setEnabled(signer is not None and not signer.current)

    def _open(self, signer_id: int) -> None:
        self._show_form(self._signers[signer_id])

    def _edit_chosen(self) -> None:
        if self._chosen is not None:
            self._show_form(self._chosen)

    def _show_form(self, signer: NamedSigner) -> None:
        form = SignerDialog(self._desk, signer, self)
        form.saved.connect(self._read)
        form.open()

    def _use_chosen(self) -> None:
        if self._chosen is not None:
            self._desk.ask(use_signer, self._used, self._refused, self._chosen.id)

    def _used(self, signer: NamedSigner) -> None:
        self._words.setText(f"{signer.name} thường ký văn bản từ nay. Ctrl+Z để hoàn tác.")
        self._read(signer.id)

    def _remove_chosen(self) -> None:
        gone = self._table.selected_ids()
        if gone:
            self._desk.ask(forget_signers, self._removed, self._refused, gone)

    def _removed(self, count: int) -> None:
        self._words.setText(f"Đã xóa {number(count)} người ký. Ctrl+Z để hoàn tác.")
        self._read()

    def _refused(self, error: AppError) -> None:
        self._problem.refuse(error)


def open_signers(desk: Desk, parent: QWidget) -> SignersDialog:
    """Show the signers over `parent`."""
    dialog = SignersDialog(desk, parent)
    dialog.open()
    return dialog
