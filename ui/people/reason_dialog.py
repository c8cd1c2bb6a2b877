"""People who leave the roster, or do not have to take part: from when, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from models.records.periods import EXEMPT_REASONS, LEAVING_REASONS, Grounds
from models.text.formats import number
from ui.people.act_dialog import ActDialog
from ui.people.choices import names_listed
from ui.people.date_field import DateField
from ui.theme.pieces import label
from ui.theme.quiet_combo import QuietCombo


class ReasonDialog(ActDialog):
    """`chosen` carries (first day, reason, last day or None)."""

    chosen = Signal(object, str, object)

    def __init__(
        self,
        title: str,
        words: str,
        reasons: Sequence[str],
        today: date,
        parent: QWidget,
        *,
        safe: bool = False,
    ) -> None:
        super().__init__(title, title, parent, "Hủy", safe=safe)
        self.form.addRow(label(words, wrap=True))
        self._since = DateField("since", "Từ ngày", today)
        self._since.changed.connect(self._check)
        self._until = DateField("until", "Đến hết ngày", today)
        self._until.changed.connect(self._check)
        self._reason = QuietCombo()
        self._reason.setObjectName("reason")
        self._reason.setAccessibleName("Lý do")
        self._reason.setEditable(True)
        self._reason.addItems(list(reasons))
        self._reason.editTextChanged.connect(self._check)
        self.form.addRow("&Lý do", self._reason)
        self.form.addRow("&Từ ngày", self._since)
        self._since.line.setText("hôm nay")

    def _check(self) -> None:
        since, until = self._since.day, self._until.day
        turned = since is not None and until is not None and until < since
        self.tell("Ngày kết thúc đứng trước ngày bắt đầu." if turned else "")
        named = bool(self._reason.currentText().strip())
        self.act.setEnabled(named and since is not None and self._until.valid and not turned)

    def accept(self) -> None:
        """Hand the choice over and close."""
        self.chosen.emit(self._since.day, self._reason.currentText().strip(), self._until.day)
        super().accept()


class LeaveDialog(ReasonDialog):
    """People leave by date; their data and marks stay.

    In Excel Ctrl+- takes rows away: whoever presses it by habit, then Enter, loses nobody.
    """

    def __init__(self, names: Sequence[str], today: date, parent: QWidget) -> None:
        words = f"{names_listed(names)}. Dữ liệu và lịch sử vẫn được giữ lại."
        title = f"Đưa {number(len(names))} người ra khỏi danh sách"
        super().__init__(title, words, LEAVING_REASONS, today, parent, safe=True)
        self.setObjectName("leave-dialog")


class ExemptDialog(ReasonDialog):
    """People stay on the roster and are not counted while the reason holds."""

    def __init__(self, names: Sequence[str], today: date, parent: QWidget) -> None:
        words = f"{names_listed(names)}. Vẫn có trong danh sách nhưng không tính vào tổng số."
        title = f"Không tính {number(len(names))} người vào đối tượng"
        super().__init__(title, words, EXEMPT_REASONS, today, parent)
        self.setObjectName("exempt-dialog")
        self._until.line.setPlaceholderText("để trống nếu chưa biết")
        self.form.addRow("Đế&n hết ngày", self._until)
        self._proof = _line("proof", "Căn cứ", "số, ngày của quyết định hoặc văn bản")
        self._note = _line("note", "Ghi chú", "")
        self.form.addRow("&Căn cứ", self._proof)
        self.form.addRow("&Ghi chú", self._note)

    @property
    def grounds(self) -> Grounds:
        """What was noted of the reason."""
        return Grounds(self._note.text(), self._proof.text())


def _line(name: str, words: str, hint: str) -> QLineEdit:
    editor = QLineEdit()
    editor.setObjectName(name)
    editor.setAccessibleName(words)
    editor.setPlaceholderText(hint)
    return editor
