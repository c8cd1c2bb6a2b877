"""The rail at the left: the mark, the pages, and whose file is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QPalette
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from models.version import PRODUCT_NAME
from resources import resource_path
from ui.pages.catalog import PageEntry
from ui.theme.icons import icon
from ui.theme.pieces import label

ICON_ROOM = 64
NARROW = 60


class Rail(QFrame):
    """The list of pages. `chosen` carries the key of the page that somebody wants."""

    chosen = Signal(str)

    def __init__(self, pages: Sequence[PageEntry]) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAccessibleName("Các trang")
        self._pages = {entry.key: entry for entry in pages}
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._narrow = False
        self._tinted: dict[str, tuple[QPalette.ColorRole, int]] = {}
        self._brand = label(PRODUCT_NAME, "brand")
        self._foot = label(role="muted", wrap=True)
        self._foot.setObjectName("railFoot")
        self._foot.setContentsMargins(8, 0, 8, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 12)
        layout.setSpacing(2)
        layout.addLayout(self._mark())
        layout.addSpacing(8)
        for number, entry in enumerate(pages, start=1):
            layout.addWidget(self._button(entry, number))
        layout.addStretch(1)
        layout.addWidget(self._foot)
        self._fit()

    def set_narrow(self, narrow: bool) -> None:
        """In a small window, or with large text, only the icons stay; tooltips name them."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._fit()

    def _button(self, entry: PageEntry, number: int) -> QPushButton:
        made = QPushButton()
        made.setObjectName(f"rail-{entry.key}")
        made.setAccessibleName(entry.title)
        made.setToolTip(f"{entry.title} (Alt+{number})")
        made.setProperty("rail", True)
        made.setCheckable(True)
        made.setIconSize(QSize(20, 20))
        made.setEnabled(False)
        made.clicked.connect(lambda: self.chosen.emit(entry.key))
        self._group.addButton(made)
        self._buttons[entry.key] = made
        return made

    def select(self, key: str) -> None:
        """Show which page is open."""
        self._buttons[key].setChecked(True)
        self._tint()

    def take_focus(self) -> None:
        """The keys begin at the page that is open."""
        for each in self._buttons.values():
            if each.isChecked():
                each.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_open(self, is_open: bool) -> None:
        """Pages can be gone to only while a file is open."""
        for each in self._buttons.values():
            each.setEnabled(is_open)
        self._tint()

    def set_foot(self, lines: Sequence[str]) -> None:
        """Say at the foot whose file this is."""
        self._foot.setText("\n".join(lines))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size and the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        elif event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _fit(self) -> None:
        for key, each in self._buttons.items():
            each.setText("" if self._narrow else _words(self._pages[key]))
        self._brand.setVisible(not self._narrow)
        self._foot.setVisible(not self._narrow)
        self.setFixedWidth(NARROW if self._narrow else self.wide())

    def wide(self) -> int:
        """How wide the rail is with its words."""
        bold = self.font()
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        widest = max(metrics.horizontalAdvance(_words(each)) for each in self._pages.values())
        return max(168, widest + ICON_ROOM)

    def _tint(self) -> None:
        for key, each in self._buttons.items():
            role = QPalette.ColorRole.Accent if each.isChecked() else QPalette.ColorRole.ButtonText
            tint = (role, each.palette().color(role).rgba())
            if self._tinted.get(key) != tint:
                self._tinted[key] = tint
                each.setIcon(icon(self._pages[key].icon, role))

    def _mark(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(QIcon(str(resource_path("icons", "app.svg"))).pixmap(24, 24))
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(picture)
        row.addWidget(self._brand, 1, Qt.AlignmentFlag.AlignVCenter)
        return row


def _words(entry: PageEntry) -> str:
    return f"  {entry.title}".replace("&", "&&")
