"""How the block of a signature stands on paper: the lines of authority, the gap, the name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QGlyphRun, QPainter, QPaintEvent, QPalette, QRawFont
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.text.names import storage_form
from reports.profile import ND30_2020
from reports.render.fonts import document_fonts
from reports.render.lines import balanced_lines

MM = 72 / 25.4
AIR_MM = 6
COLUMN_IN_LETTERS = 34
"""How wide the signer's column of the paper is drawn."""
NO_NAME = "(chưa ghi họ và tên)"


class SignatureLook(QWidget):
    """A piece of paper, in the type of documents: white in every theme, as paper is.

    Its accessible description has the lines as they stand there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("signature-look")
        self.setAccessibleName("Khối chữ ký trên văn bản")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lines: tuple[str, ...] = ()
        self._name = ""
        profile = ND30_2020
        self._column = (
            (profile.paper[0] - profile.margins.left - profile.margins.right)
            * (1 - profile.signature_split)
            * MM
        )
        self._size = profile.styles.authority.size
        self._leading = profile.leading(profile.styles.authority)
        self._gap = profile.signature_gap * MM
        self._set_type()

    def show_signer(self, lines: Sequence[str], name: str) -> None:
        """Draw these lines (in capitals, as the decree has them) and this name."""
        self._lines = tuple(filter(None, (storage_form(each).upper() for each in lines)))
        self._name = storage_form(name)
        self.setAccessibleDescription("\n".join((*self._lines, self._name or NO_NAME)))
        self.updateGeometry()
        self.update()

    def _set_type(self) -> None:
        self._scale = self.fontMetrics().averageCharWidth() * COLUMN_IN_LETTERS / self._column
        self._type = QRawFont(str(document_fonts().bold), self._size * self._scale)

    def _measure(self, text: str) -> float:
        advances = self._type.advancesForGlyphIndexes(self._type.glyphIndexesForString(text))
        return sum(each.x() for each in advances)

    def _set_lines(self, texts: Sequence[str]) -> list[str]:
        """The texts as the column breaks them."""
        wide = self._column * self._scale
        return [part for each in texts for part in balanced_lines(each, self._measure, wide)]

    def sizeHint(self) -> QSize:
        """As wide as the column, as high as what stands in it."""
        lines = max(1, len(self._set_lines(self._lines))) + len(self._set_lines([self._name]))
        points = lines * self._leading + self._gap + 2 * AIR_MM * MM
        return QSize(
            round((self._column + 2 * AIR_MM * MM) * self._scale), round(points * self._scale)
        )

    def minimumSizeHint(self) -> QSize:
        """The same: paper does not shrink."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text, larger paper."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_type()
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Centred lines on white."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(area, Qt.GlobalColor.white)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(area)
        top = AIR_MM * MM * self._scale
        for text in self._set_lines(self._lines):
            top = self._draw(painter, text, top, Qt.GlobalColor.black)
        top += self._gap * self._scale
        color = Qt.GlobalColor.black if self._name else Qt.GlobalColor.gray
        for text in self._set_lines([self._name or NO_NAME]):
            top = self._draw(painter, text, top, color)
        painter.end()

    def _draw(self, painter: QPainter, text: str, top: float, color: Qt.GlobalColor) -> float:
        """One centred line; gives where the next one begins."""
        glyphs = self._type.glyphIndexesForString(text)
        at, places = 0.0, list[QPointF]()
        for advance in self._type.advancesForGlyphIndexes(glyphs):
            places.append(QPointF(at, 0))
            at += advance.x()
        run = QGlyphRun()
        run.setRawFont(self._type)
        run.setGlyphIndexes(glyphs)
        run.setPositions(places)
        painter.setPen(color)
        painter.drawGlyphRun(QPointF((self.width() - at) / 2, top + self._type.ascent()), run)
        return top + self._leading * self._scale
