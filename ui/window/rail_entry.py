"""One entry of the rail: a picture, words, and how many things wait there for a decision."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton

from models.text.formats import number
from ui.pages.catalog import PageEntry
from ui.theme.icons import SIZE

BASE_POINTS = 9
BADGE_AIR, BADGE_GAP, BADGE_INSET = 6, 8, 10
BADGE_SHARE = 0.85
"""The number is a little smaller than the words."""
MOST_TOLD = 99
ROOM_AROUND = 28
"""Borders and paddings of an entry that shows its words, and what stands between."""


class RailEntry(QPushButton):
    """Its words are gone while the rail is narrow; the badge stays, in the corner of the picture.

    A badge is not told by its colour alone: it has a number, and is read out with the name.
    """

    def __init__(self, entry: PageEntry, at: int) -> None:
        super().__init__()
        self._entry, self._at = entry, at
        self._badge, self._narrow = 0, False
        self.setObjectName(f"rail-{entry.key}")
        self.setProperty("rail", True)
        self.setCheckable(True)
        # Told as one of several, and not as a box of its own.
        self.setAutoExclusive(True)
        self.setEnabled(False)
        self.set_badge(0)

    @property
    def badge(self) -> int:
        """How many things wait there; 0 hides the badge."""
        return self._badge

    def set_badge(self, count: int) -> None:
        """Say so beside the words, in the tip and to who listens."""
        self._badge = max(0, count)
        title, waits = self._entry.title, ""
        if self._badge:
            waits = f", {number(self._badge)} việc cần quyết định"
        self.setAccessibleName(f"{title}{waits}")
        self.setToolTip(f"{title}{waits} (Alt+{self._at})")
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the picture alone."""
        self._narrow = narrow
        self.setText("" if narrow else self.words())

    def words(self) -> str:
        """The title as a button shows it."""
        return f"  {self._entry.title}".replace("&", "&&")

    def wanted_width(self, font: QFont) -> int:
        """How wide it is in that font with words, chosen or not, and its badge."""
        bold = QFont(font)
        bold.setBold(True)
        words = QFontMetrics(bold).horizontalAdvance(self.words())
        badge = BADGE_GAP + _pill(_small(font), self._told()).width() if self._badge else 0
        return ROOM_AROUND + icon_side(font) + words + badge

    def set_icon_side(self, side: int) -> None:
        """Let the picture be so large."""
        self.setIconSize(QSize(side, side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The badge lies over the button."""
        super().paintEvent(event)
        if not self._badge:
            return
        small = _small(self.font())
        pill = _pill(small, self._told())
        if self._narrow:
            pill.moveTopRight(self.rect().topRight())
        else:
            pill.moveRight(self.width() - BADGE_INSET)
            pill.moveTop((self.height() - pill.height()) // 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        # The sheet of the button makes its own base clear.
        colours = QGuiApplication.palette()
        painter.setBrush(colours.color(QPalette.ColorRole.BrightText))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(colours.color(QPalette.ColorRole.Base))
        painter.setFont(small)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._told())
        painter.end()

    def _told(self) -> str:
        return str(self._badge) if self._badge <= MOST_TOLD else f"{MOST_TOLD}+"


def icon_side(font: QFont) -> int:
    """How large the picture stands beside words in that font."""
    return max(SIZE, round(SIZE * font.pointSizeF() / BASE_POINTS))


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * BADGE_SHARE)
    made.setBold(True)
    return made


def _pill(font: QFont, told: str) -> QRect:
    """As large as its number needs, never higher than wide."""
    metrics = QFontMetrics(font)
    high = metrics.height()
    return QRect(0, 0, max(high, metrics.horizontalAdvance(told) + 2 * BADGE_AIR), high)
