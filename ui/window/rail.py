"""The rail at the left: the mark, the pages, and whose file is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.version import PRODUCT_NAME
from resources import resource_path
from ui.pages.catalog import PageEntry
from ui.theme.icons import icon
from ui.theme.palette import role_when_selected
from ui.theme.pieces import column_in, label, named, roomy
from ui.window.rail_entry import RailEntry, icon_side

ROOM_AROUND_ICON = 40
LEAST_WIDE = 168
EDGE = 8
MOST_OF_WINDOW = 0.18
"""With words the rail has no larger share of the window's width."""


class Rail(QFrame):
    """The list of pages. `chosen` carries the key of the page that somebody wants."""

    chosen = Signal(str)

    def __init__(self, pages: Sequence[PageEntry]) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAccessibleName("Các trang")
        self._pages = {entry.key: entry for entry in pages}
        self._buttons = {entry.key: RailEntry(entry, at) for at, entry in enumerate(pages, start=1)}
        self._group = QButtonGroup(self)
        self._room = 0
        self._tinted: dict[str, tuple[QPalette.ColorRole, int]] = {}
        self._brand = label(PRODUCT_NAME, "brand")
        self._foot = label(role="muted", wrap=True)
        self._foot.setObjectName("railFoot")
        self._foot.setContentsMargins(EDGE, 0, EDGE, 0)
        self._lay_out()
        self._fit()

    def _lay_out(self) -> None:
        """In a low window the entries scroll."""
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(EDGE, 12, EDGE, 12)
        layout.setSpacing(4)
        layout.addLayout(self._mark())
        layout.addSpacing(8)
        for key, each in self._buttons.items():
            each.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(each)
            layout.addWidget(each)
        layout.addStretch(1)
        layout.addWidget(self._foot)
        area = self._area = roomy(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        column_in(self).addWidget(area)

    def set_room(self, width: int) -> None:
        """So wide is the window. Where the words would take too much of it, only the pictures
        stay; tips name them."""
        self._room = width
        self._fit()

    def set_badge(self, key: str, count: int) -> None:
        """So many things wait on the page `key`, if it is shown at all; 0 hides the badge."""
        if key in self._buttons:
            self._buttons[key].set_badge(count)
            self._fit()

    def select(self, key: str) -> None:
        """Show which page is open."""
        chosen = self._buttons[key]
        chosen.setChecked(True)
        self._area.ensureWidgetVisible(chosen)
        if any(each.hasFocus() for each in self._buttons.values()):
            # The frame of the focus on another entry would look like a second choice.
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
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
            # Pictures are drawn sharp in the size that is wanted.
            self._tinted.clear()
            self._tint()
        elif event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _fit(self) -> None:
        # The entries hear of other letters a moment after the rail.
        entries = self._buttons.values()
        wanted = max(each.wanted_width(self.font()) for each in entries)
        wide = max(LEAST_WIDE, 2 * EDGE + wanted)
        narrow = wide > self._room * MOST_OF_WINDOW
        side = icon_side(self.font())
        for each in entries:
            each.set_narrow(narrow)
            each.set_icon_side(side)
        self._brand.setVisible(not narrow)
        self._foot.setVisible(not narrow)
        self.setFixedWidth(ROOM_AROUND_ICON + side if narrow else wide)

    def _tint(self) -> None:
        palette, roles = QGuiApplication.palette(), QPalette.ColorRole
        chosen = role_when_selected(palette, roles.Accent)
        for key, each in self._buttons.items():
            role = chosen if each.isChecked() else roles.ButtonText
            tint = (role, palette.color(role).rgba())
            if self._tinted.get(key) != tint:
                self._tinted[key] = tint
                each.setIcon(icon(self._pages[key].icon, role))

    def _mark(self) -> QHBoxLayout:
        picture = named(QLabel(), "railMark", f"Biểu tượng {PRODUCT_NAME}")
        picture.setPixmap(QIcon(str(resource_path("icons", "app.svg"))).pixmap(24, 24))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.setContentsMargins(EDGE, 0, EDGE, 0)
        row.setSpacing(8)
        row.addWidget(picture)
        row.addWidget(self._brand, 1, Qt.AlignmentFlag.AlignVCenter)
        return row
