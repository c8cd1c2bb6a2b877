"""The step before the others when a file comes from a platform: reconciling is offered first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.intake.platform_file import ROSTER_FIRST, export_words
from models.intake.sitting.records import ReadFile
from ui.theme.pieces import button, column_in, label

ADVICE = (
    "Đối soát sẽ ghi ai đã đăng ký, ai đã hoàn thành và chỉ ra người sai đơn vị; danh sách cán bộ "
    "và đơn vị không bị thay đổi. Chỉ nhập như danh sách khi đây đúng là danh sách cán bộ."
)
ADVICE_ALONE = f"{ROSTER_FIRST} Chỉ nhập như danh sách khi đây đúng là danh sách cán bộ."


class PlatformStep(QWidget):
    """`as_list` asks to read the files as lists all the same."""

    as_list = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = label("", "attention", wrap=True, name="platform-words")
        self._advice = label(ADVICE, wrap=True, name="platform-advice")
        still = button("&Vẫn nhập như danh sách", "as-list")
        still.setAutoDefault(False)
        still.clicked.connect(self.as_list)
        acts = QHBoxLayout()
        acts.addWidget(still)
        acts.addStretch(1)
        column = column_in(self, spacing=12)
        column.addWidget(self._words)
        column.addWidget(self._advice)
        column.addLayout(acts)
        column.addStretch(1)

    def show_files(self, files: Sequence[ReadFile]) -> None:
        """Say of each file why it seems to come from a platform."""
        told = (export_words(file.path.name, file.platform) for file in files if file.platform)
        self._words.setText("\n".join(told))
        self._advice.setText(ADVICE_ALONE if any(file.alone for file in files) else ADVICE)
