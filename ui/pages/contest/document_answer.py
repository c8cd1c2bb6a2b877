"""Which outgoing document answers one that came."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.papers.document_words import document_words
from models.records.documents import RegisteredDocument
from ui.people.act_dialog import ActDialog
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import label
from ui.theme.quiet_combo import QuietCombo

NONE_YET = "Chưa có văn bản trả lời"
NO_DOCUMENTS = "Chưa có văn bản đi nào trong sổ. Hãy ghi văn bản đi trước, chưa có số cũng được."


class AnswerDialog(ActDialog):
    """`chosen` carries the id of the outgoing document; None for none."""

    chosen = Signal(object)

    def __init__(
        self, document: RegisteredDocument, sent: Sequence[RegisteredDocument], parent: QWidget
    ) -> None:
        super().__init__("Văn bản trả lời", "Lưu", parent, "Hủy")
        self.setObjectName("answer-dialog")
        words = document_words(document.told)
        self.form.addRow(label(f"{words[:1].upper()}{words[1:]} được trả lời bằng:", wrap=True))
        self._sent = QuietCombo()
        self._sent.setObjectName("answer-by")
        self._sent.setAccessibleName("Văn bản trả lời")
        self._sent.setSizeAdjustPolicy(
            QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        keep_in_letters(self._sent, 30)
        self._sent.addItem(NONE_YET, None)
        for each in sent:
            self._sent.addItem(document_words(each.told), each.id)
        self._sent.setCurrentIndex(max(0, self._sent.findData(document.answer)))
        self.form.addRow("&Văn bản đi", self._sent)
        if not sent:
            self.form.addRow(label(NO_DOCUMENTS, "muted", wrap=True))
        self._sent.setFocus()

    def accept(self) -> None:
        """Hand the choice over and close."""
        self.chosen.emit(self._sent.currentData())
        super().accept()
