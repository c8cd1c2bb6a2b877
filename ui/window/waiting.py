"""What stands in the place of the pages while the file is being opened."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.pieces import GRID, button, label

PATIENCE_MS = 15_000
LONG = (
    "Mở dữ liệu lâu hơn bình thường. Ổ đĩa có thể đang bận hoặc đã mất kết nối; "
    "có thể chờ thêm, hoặc thoát rồi mở lại."
)


class Waiting(QWidget):
    """Says so for a while, then what may be the matter. `leave` asks to close the window."""

    leave = Signal()

    def __init__(self, patience: int = PATIENCE_MS) -> None:
        super().__init__()
        self._words = label("Đang mở dữ liệu…", "muted", wrap=True)
        self._words.setObjectName("waitingText")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._leave = button("Thoát", "waitingLeave")
        self._leave.clicked.connect(self.leave)
        self._leave.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(GRID)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        self._patience = QTimer(self, singleShot=True, interval=patience)
        self._patience.timeout.connect(self._say_long)
        self._patience.start()

    def _say_long(self) -> None:
        self._words.setText(LONG)
        self._leave.show()
