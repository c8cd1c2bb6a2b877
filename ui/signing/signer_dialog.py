"""One signer: of which issuer, by which authority, the name; and how it looks on paper."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from models.errors import AppError
from models.office.issuer import COMMITTEE, ISSUER_NAMES, SIGNER_TEMPLATES
from models.office.signers import name_remark, store_signer
from models.records.choices import NamedSigner
from models.text.names import storage_form
from ui.desk import Desk
from ui.people.act_dialog import ActDialog
from ui.people.field import FormField
from ui.signing.look import SignatureLook
from ui.theme.pieces import named
from ui.theme.quiet_combo import QuietCombo

OWN = "Ghi theo cách khác"
LINES_SHOWN, LINE_AIR = 3, 18
NEW_SIGNER = NamedSigner(0, COMMITTEE, SIGNER_TEMPLATES[COMMITTEE][0], "")


class SignerDialog(ActDialog):
    """`saved` carries the id of who was written down."""

    saved = Signal(int)

    def __init__(self, desk: Desk, signer: NamedSigner, parent: QWidget) -> None:
        super().__init__("Sửa người ký" if signer.id else "Thêm người ký", "Lưu", parent, "Hủy")
        self.setObjectName("signer-dialog")
        self._desk, self._signer = desk, signer
        self._issuer = named(QuietCombo(), "signer-issuer", "Văn bản của")
        for code, words in ISSUER_NAMES.items():
            self._issuer.addItem(words, code)
        self._template = named(QuietCombo(), "signer-template", "Thẩm quyền ký")
        self._template.setSizeAdjustPolicy(
            QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._lines = QPlainTextEdit()
        self._lines.setTabChangesFocus(True)
        self._lines.setFixedHeight(self.fontMetrics().lineSpacing() * LINES_SHOWN + LINE_AIR)
        self._lines_field = FormField(self._lines, "signer-lines", "Thẩm quyền, chức vụ")
        self._name = QLineEdit()
        self._name_field = FormField(self._name, "signer-name", "Họ và tên")
        self._usual = named(QCheckBox("Thường &ký văn bản của cơ quan này"), "signer-usual")
        self._look = SignatureLook()
        self._lay_out()
        self._fill(signer)
        self._connect()
        self._check()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.form.addRow("&Văn bản của", self._issuer)
        self.form.addRow("&Thẩm quyền ký", self._template)
        self.form.addRow("Mỗi &dòng một cấp *", self._lines_field)
        self.form.addRow("&Họ và tên *", self._name_field)
        self.form.addRow("", self._usual)
        self.form.addRow(self._look)

    def _fill(self, signer: NamedSigner) -> None:
        self._issuer.setCurrentIndex(self._issuer.findData(signer.issuer))
        self._offer_templates()
        self._lines.setPlainText("\n".join(signer.lines))
        self._name.setText(signer.name)
        self._usual.setChecked(signer.current)

    def _connect(self) -> None:
        self._issuer.currentIndexChanged.connect(self._change_issuer)
        self._template.activated.connect(self._take_template)
        self._lines.textChanged.connect(self._check)
        self._name.textChanged.connect(self._check)

    def _offer_templates(self) -> None:
        self._template.clear()
        for lines in SIGNER_TEMPLATES[self._issuer.currentData()]:
            self._template.addItem(" / ".join(lines), lines)
        self._template.addItem(OWN, ())

    def _change_issuer(self) -> None:
        """The usual authority of the other issuer, unless own words are written there."""
        known = {lines for each in SIGNER_TEMPLATES.values() for lines in each}
        self._offer_templates()
        if self._written in known:
            self._lines.setPlainText("\n".join(SIGNER_TEMPLATES[self._issuer.currentData()][0]))
        self._check()

    def _take_template(self) -> None:
        lines = self._template.currentData()
        if lines:
            self._lines.setPlainText("\n".join(lines))
        else:
            self._lines.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _written(self) -> tuple[str, ...]:
        lines = self._lines.toPlainText().split("\n")
        return tuple(filter(None, (storage_form(line).upper() for line in lines)))

    def _check(self) -> None:
        self.tell("")
        lines, name = self._written, self._name.text()
        templates = SIGNER_TEMPLATES[self._issuer.currentData()]
        at = templates.index(lines) if lines in templates else len(templates)
        self._template.setCurrentIndex(at)
        self._name_field.say(name_remark(name), problem=True)
        self._look.show_signer(lines, name)
        self.act.setEnabled(bool(lines and storage_form(name)))

    def accept(self) -> None:
        """Write the signer down and close; what cannot be is said here."""
        if self.act.isEnabled():
            told = NamedSigner(
                self._signer.id,
                self._issuer.currentData(),
                self._written,
                self._name.text(),
                self._usual.isChecked(),
            )
            self._desk.ask(store_signer, self._done, self._refused, told)

    def _done(self, signer_id: int) -> None:
        super().accept()
        self.saved.emit(signer_id)

    def _refused(self, error: AppError) -> None:
        self.refuse(error)
