"""The card "Mật khẩu và mã hóa" of the page Dữ liệu: whether there is one, and when it locks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton

from ui.desk import Desk
from ui.locking.habits import MINUTES, LockHabits, idle_words
from ui.pages.data_cards import SmallCard
from ui.start.opening import practice_path
from ui.theme.pieces import button, label, link, named
from ui.theme.quiet_combo import QuietCombo

PLAIN = (
    "Tệp này chưa có mật khẩu: ai lấy được máy, USB hay bản sao lưu đều đọc được họ tên và số "
    "điện thoại."
)
ENCRYPTED = (
    "Tệp và các bản sao lưu được mã hóa bằng mật khẩu. Quên mật khẩu thì dùng mã khôi phục đã in."
)
ONLY_READ = "Tệp này được mã hóa bằng mật khẩu; đang chỉ xem nên không đổi được."
_ENCRYPTED_ACTS = (
    ("Đổi mật khẩu…", "password-change"),
    ("Lập mã khôi phục mới…", "recovery-new"),
    ("Bỏ mật khẩu…", "password-remove"),
)


class PasswordCard(SmallCard):
    """`command` carries the key of a menu command."""

    command = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__("Mật khẩu và mã hóa")
        self._habits = LockHabits()
        file = desk.file
        encrypted = file is not None and file.key is not None
        works = file is not None and file.only_read is None
        if encrypted:
            self._say(ENCRYPTED if works else ONLY_READ)
            self._add_locking()
        else:
            self._say(PLAIN)
        if encrypted and works:
            for words, key in _ENCRYPTED_ACTS:
                self._add_act(link(words, f"card-{key}"), key)
        elif works:
            self._add_act(button("Đặt mật khẩu…", "card-password-set"), "password-set")
        # Without a parent yet, a card that is shown would be a window.
        if file is None or file.path == practice_path() or not (encrypted or works):
            self.hide()

    def _say(self, words: str) -> None:
        self.column.addWidget(label(words, wrap=True, name="passwordState"))

    def _add_act(self, act: QPushButton, key: str) -> None:
        act.clicked.connect(lambda: self.command.emit(key))
        self.column.addWidget(act, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_locking(self) -> None:
        choice = named(QuietCombo(), "lockMinutes", "Tự khóa màn hình")
        for minutes in MINUTES:
            choice.addItem(idle_words(minutes), minutes)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setCurrentIndex(choice.findData(self._habits.minutes))
        choice.activated.connect(lambda: self._habits.keep_minutes(choice.currentData()))
        minimised = named(QCheckBox("Khóa khi thu nhỏ cửa sổ"), "lockMinimised")
        minimised.setChecked(self._habits.when_minimised)
        minimised.toggled.connect(self._habits.keep_when_minimised)
        row = QHBoxLayout()
        row.addWidget(label("Tự khóa"))
        row.addWidget(choice, 1)
        self.column.addLayout(row)
        self.column.addWidget(minimised)
        lock = button("Khóa ngay", "card-lock")
        lock.setToolTip("Ctrl+L; khóa máy tính bằng Windows+L cũng khóa Tiến Độ")
        self._add_act(lock, "lock")
