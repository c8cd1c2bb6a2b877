"""Nhận bàn giao: a package that came to this window becomes a data file of this machine."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from models.errors import AppError
from models.handover.package import PackageFacts, Packed
from models.machine.names import shown_name
from models.machine.places import default_data_file
from ui.calls.handover import facts_words
from ui.desk import Desk
from ui.locking.password_field import PasswordField
from ui.people.act_dialog import ActDialog
from ui.start.files import DATA_FILTER
from ui.theme.pieces import label, link, row_in
from ui.work import Work

TITLE, ACT = "Nhận bàn giao", "Nhận bàn giao"
KEPT = "Máy này đã có tệp dữ liệu {usual}; tệp ấy được giữ nguyên. Gói được mở thành một tệp riêng."
OPENING = "Đang mở gói bàn giao…"


class ReceiveDialog(ActDialog):
    """`received` carries what was made of the package, and whether that has a password."""

    received = Signal(object, bool)

    def __init__(self, desk: Desk, facts: PackageFacts, target: Path, parent: QWidget) -> None:
        super().__init__(TITLE, ACT, parent, "Hủy")
        self.setObjectName("receive")
        self._desk, self._facts, self._target = desk, facts, target
        self.form.addRow(label(facts_words(facts), wrap=True, name="receive-facts"))
        self._field = PasswordField("receive-password", "Mật khẩu của gói")
        self._line = self._field.line
        asks = QLabel("&Mật khẩu của gói")
        asks.setBuddy(self._line)
        self.form.addRow(asks, self._field)
        self._place = label("", "muted", wrap=True, name="receive-place")
        other = link("Chọn nơi &khác…", "receive-other")
        other.setAutoDefault(False)
        other.clicked.connect(self._choose)
        held = QWidget()
        row = row_in(held)
        row.addWidget(self._place, 1)
        row.addWidget(other)
        self.form.addRow("Lưu vào", held)
        self._usual = default_data_file()
        if self._usual.exists():
            words = KEPT.format(usual=shown_name(self._usual))
            self.form.addRow(label(words, "muted", wrap=True, name="receive-kept"))
        self._show_place()
        self._line.setFocus()

    def accept(self) -> None:
        """Open the package with what was typed; what is wrong is said here."""
        if not self._line.text():
            self.tell("Hãy nhập mật khẩu mà người bàn giao đã đưa.")
            self._line.setFocus()
            return
        facts, target, password = self._facts, self._target, self._line.text()
        clock = self._desk.clock

        def receive() -> Packed:
            from models.handover.package import open_package

            return open_package(facts.path, target, password, clock)

        self.act.setEnabled(False)
        self.tell(OPENING)
        self._desk.run(Work(lambda _task: receive(), self._opened, self._refused, writes=True))

    def _opened(self, made: Packed) -> None:
        super().accept()
        self.received.emit(made, self._facts.secret)

    def _refused(self, error: AppError) -> None:
        self.act.setEnabled(True)
        self.refuse(error)
        self._line.selectAll()
        self._line.setFocus()

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, "Lưu dữ liệu nhận bàn giao", str(self._target), DATA_FILTER
        )
        if name:
            path = Path(name)
            self._target = path if path.suffix else path.with_suffix(self._usual.suffix)
            self._show_place()

    def _show_place(self) -> None:
        self._place.setText(shown_name(self._target))
