"""A rate as a bar: completed dark, registered light, the rest empty."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from models.figures.ranking import RankedUnit
from ui.table.cell import CellDelegate
from ui.table.column import Kind
from ui.theme.palette import VISIBLE, contrast
from ui.theme.stylesheet import CELL_SIDE

TRACK_LETTERS = 8
RADIUS, GAP = 4, 2


class BarDelegate(CellDelegate):
    """Draws the bar, with its number beside it."""

    def __init__(self, view: QAbstractItemView, ranked: Callable[[int], RankedUnit | None]) -> None:
        super().__init__(view)
        self._ranked = ranked

    def write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        text: str,
        kind: Kind,
        *,
        selected: bool,
    ) -> None:
        """The bar, and the number beside it."""
        ranked = self._ranked(index.row())
        if ranked is None or not ranked.unit.total:
            return
        gap = option.fontMetrics.averageCharWidth()
        track = min(TRACK_LETTERS * gap, option.rect.width() * 0.6)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(option.rect.left() + CELL_SIDE, option.rect.center().y() - 3, track, 8)
        self._bar(painter, bar, option.palette, ranked)
        painter.restore()
        place = QStyleOptionViewItem(option)
        place.rect = option.rect.adjusted(round(track + gap), 0, 0, 0)
        super().write(painter, place, index, text, kind, selected=selected)

    def _bar(self, painter: QPainter, track: QRectF, palette: QPalette, ranked: RankedUnit) -> None:
        """What is completed ends in a gap: nobody has to tell two greens apart."""
        unit, roles = ranked.unit, QPalette.ColorRole
        parts = (
            (unit.registered / unit.total, roles.LinkVisited),
            (unit.completed / unit.total, roles.Accent),
        )
        filled = all(_stand_out(palette, role, roles.Midlight) for _, role in parts)
        painter.setPen(Qt.PenStyle.NoPen if filled else palette.color(roles.Text))
        painter.setBrush(palette.color(roles.Midlight if filled else roles.Base))
        painter.drawRoundedRect(track, RADIUS, RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        for share, role in parts:
            if share:
                part = QRectF(track)
                part.setWidth(max(track.height(), track.width() * share))
                if role is roles.Accent and unit.completed < unit.registered:
                    painter.setBrush(palette.color(roles.Base))
                    painter.drawRoundedRect(part.adjusted(0, 0, GAP, 0), RADIUS, RADIUS)
                painter.setBrush(palette.color(role))
                painter.drawRoundedRect(part, RADIUS, RADIUS)


def _stand_out(palette: QPalette, role: QPalette.ColorRole, ground: QPalette.ColorRole) -> bool:
    return contrast(palette.color(role), palette.color(ground)) >= VISIBLE
