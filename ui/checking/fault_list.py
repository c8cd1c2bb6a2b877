"""Faults one below the other in a narrow column: each with its sign, and the way to its cure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from reports.checking.fault import Fault
from ui.theme.icons import sign_picture
from ui.theme.pieces import fill_place, label, link

NOTHING = "Không thấy lỗi nào trong văn bản và số liệu."


class FaultList(QFrame):
    """As high as its lines; what it stands in scrolls. `chosen` carries (page, what) of a cure."""

    chosen = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("faults-list")
        self.setProperty("role", "card")
        self.setAccessibleName("Kiểm tra trước khi gửi")
        self._signs: list[tuple[QLabel, bool]] = []
        self.ways: tuple[QWidget, ...] = ()
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(12, 8, 12, 8)
        self.show_faults(())

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Show these in place of the ones before."""
        self._signs, ways = [], []
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for at, fault in enumerate(faults):
            sign = QLabel()
            self._signs.append((sign, fault.blocks))
            grid.addWidget(sign, 2 * at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(fault.sentence, wrap=True), 2 * at, 1)
            ways.append(self._way(fault))
            grid.addWidget(ways[-1], 2 * at + 1, 1, Qt.AlignmentFlag.AlignLeft)
        self.ways = tuple(ways)
        if not faults:
            grid.addWidget(label(NOTHING, "muted", wrap=True), 0, 1)
        fill_place(self._place, body)
        self._draw_signs()

    def _way(self, fault: Fault) -> QWidget:
        cure = fault.cure
        made = link(cure.verb)
        made.setAccessibleName(f"{cure.verb}: {fault.sentence}")
        made.clicked.connect(lambda: self.chosen.emit(cure.page, cure.what))
        return made

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw_signs()

    def _draw_signs(self) -> None:
        for place, blocks in self._signs:
            role = QPalette.ColorRole.BrightText if blocks else QPalette.ColorRole.PlaceholderText
            place.setAccessibleName("Phải sửa" if blocks else "Nên xem")
            place.setPixmap(sign_picture("warning" if blocks else "info", role))
