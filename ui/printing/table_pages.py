"""Rows of a table on A4: as wide as the paper, the titles on every page, "Trang 1/3" below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from models.text.formats import number
from reports.shown_rows import ShownRows

DOTS, MARGIN_MM = 300, 12
POINTS, LEAST_POINTS = 9.0, 6.0
PORTRAIT_LETTERS = 96
"""What fits an upright page at the usual size of letters."""
A4_POINTS = (595.0, 842.0)
_IN_CELL = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class TablePages(NamedTuple):
    """A PDF with the size of each of its pages in points."""

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    whole: bool = True


def table_pages(shown: ShownRows) -> TablePages:
    """The rows as a PDF; a cell that is too long goes on in its next line."""
    letters = shown.letters()
    lying = sum(letters) > PORTRAIT_LETTERS
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setTitle(shown.heading)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    side = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    writer.setPageOrientation(side)
    writer.setPageMargins(QMarginsF(*[MARGIN_MM] * 4), QPageLayout.Unit.Millimeter)
    painter = QPainter(writer)
    pages = _Paper(painter, writer, shown, letters).draw()
    painter.end()
    buffer.close()
    size = A4_POINTS[::-1] if lying else A4_POINTS
    return TablePages(bytes(held.data()), (size,) * pages)


class _Paper:
    """Measures all rows first, since each page says how many there are."""

    def __init__(
        self, painter: QPainter, writer: QPdfWriter, shown: ShownRows, letters: Sequence[int]
    ) -> None:
        self._painter, self._writer, self._shown = painter, writer, shown
        self._wide, self._high = float(writer.width()), float(writer.height())
        self._font = QFont()
        self._font.setPointSizeF(POINTS)
        wanted = QFontMetricsF(self._font, writer).averageCharWidth() * sum(letters)
        if wanted > self._wide:
            self._font.setPointSizeF(max(POINTS * self._wide / wanted, LEAST_POINTS))
        self._bold = QFont(self._font)
        self._bold.setBold(True)
        self._metrics = QFontMetricsF(self._font, writer)
        self._pad = self._metrics.height() * 0.3
        self._widths = [self._wide * each / sum(letters) for each in letters]

    def draw(self) -> int:
        """Draw all pages; how many there are."""
        pages = self._apart()
        for at, rows in enumerate(pages, start=1):
            if at > 1:
                self._writer.newPage()
            top = self._title() if at == 1 else 0.0
            top = self._row(self._shown.columns, top, self._bold)
            for row in rows:
                top = self._row(row, top, self._font)
            page = f"Trang {number(at)}/{number(len(pages))}"
            self._foot(" · ".join(filter(None, (self._shown.mark, page))))
        return len(pages)

    def _apart(self) -> list[list[tuple[str, ...]]]:
        """The rows of each page."""
        line = self._metrics.height()
        room = self._high - 2 * line - self._height(self._shown.columns, self._bold)
        free = room - 4 * line
        pages: list[list[tuple[str, ...]]] = [[]]
        for row in self._shown.rows:
            high = self._height(row, self._font)
            if high > free and pages[-1]:
                pages.append([])
                free = room
            pages[-1].append(row)
            free -= high
        return pages

    def _height(self, texts: Sequence[str], font: QFont) -> float:
        metrics = QFontMetricsF(font, self._writer)
        lines = [
            metrics.boundingRect(
                QRectF(0, 0, wide - 2 * self._pad, self._high), int(_IN_CELL), text
            ).height()
            for wide, text in zip(self._widths, texts, strict=True)
            if text
        ]
        return max(lines, default=metrics.height()) + 2 * self._pad

    def _title(self) -> float:
        line = self._metrics.height()
        larger = QFont(self._bold)
        larger.setPointSizeF(self._bold.pointSizeF() * 1.4)
        self._painter.setFont(larger)
        self._painter.drawText(QRectF(0, 0, self._wide, 2 * line), 0, self._shown.heading)
        self._painter.setFont(self._font)
        self._painter.drawText(QRectF(0, 2 * line, self._wide, 2 * line), 0, self._shown.words)
        return 4 * line

    def _row(self, texts: Sequence[str], top: float, font: QFont) -> float:
        high, left, painter = self._height(texts, font), 0.0, self._painter
        painter.setFont(font)
        painter.setPen(QPen(Qt.GlobalColor.black, DOTS / 144))
        for wide, text in zip(self._widths, texts, strict=True):
            cell = QRectF(left, top, wide, high)
            painter.drawRect(cell)
            inner = cell.adjusted(self._pad, self._pad, -self._pad, -self._pad)
            painter.drawText(inner, int(_IN_CELL), text)
            left += wide
        return top + high

    def _foot(self, words: str) -> None:
        line = self._metrics.height()
        self._painter.setFont(self._font)
        foot = QRectF(0, self._high - line * 1.5, self._wide, line * 1.5)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        self._painter.drawText(foot, int(right), words)
