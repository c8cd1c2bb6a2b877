"""The pages of a PDF one below the other, drawn sharp for the screen they are on."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.calls.reports import Drawn
from ui.table.empty import paint_empty

Ask = Callable[[bytes, int, int, Callable[[QImage], Any]], Any]

GAP = 16
PICTURES_KEPT = 8
WIDEST_IN_LETTERS = 150
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)


class Preview(QAbstractScrollArea):
    """`ask(pdf, page, width, take)` draws one page in the lane. Zoom 1.0 fits the width.

    `moved` carries (page, pages), counted from 1, each time another page is in sight.
    """

    moved = Signal(int, int)

    def __init__(self, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setAccessibleName("Xem trước văn bản")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._ask = ask
        self._drawn: Drawn | None = None
        self._words = ("", "")
        self._zoom = 1.0
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._waiting: tuple[int, int] | None = None
        self._generation = 0

    @property
    def zoom(self) -> float:
        """How many times the fitting width."""
        return self._zoom

    def show_drawn(self, drawn: Drawn) -> None:
        """Show another document; the same place stays in sight while it is of the same length."""
        self._generation += 1
        self._waiting = None
        self._drawn = drawn
        self._pictures.clear()
        self._measure()
        self.viewport().update()
        self._tell()

    def show_words(self, title: str, hint: str) -> None:
        """Say why there is no document."""
        self._generation += 1
        self._drawn = None
        self._words = (title, hint)
        self._measure()
        self.viewport().update()
        self.moved.emit(0, 0)

    def set_zoom(self, zoom: float) -> None:
        """Zoom, keeping the middle of what is in sight."""
        bar = self.verticalScrollBar()
        share = (bar.value() + self.viewport().height() / 2) / max(1, self._height())
        self._zoom = max(ZOOMS[0], min(ZOOMS[-1], zoom))
        self._measure()
        bar.setValue(round(share * self._height() - self.viewport().height() / 2))
        self.viewport().update()

    def zoom_in(self) -> None:
        """The next larger zoom."""
        self.set_zoom(next((z for z in ZOOMS if z > self._zoom), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """The next smaller zoom."""
        self.set_zoom(next((z for z in reversed(ZOOMS) if z < self._zoom), ZOOMS[0]))

    def _page_width(self) -> int:
        widest = self.fontMetrics().averageCharWidth() * WIDEST_IN_LETTERS
        fitting = min(self.viewport().width() - 2 * GAP, widest)
        return max(1, round(fitting * self._zoom))

    def _rects(self) -> list[QRect]:
        """Where each page lies, from the top of the first one."""
        rects, top, width = [], GAP, self._page_width()
        left = max(GAP, (self.viewport().width() - width) // 2)
        for page_width, page_height in self._drawn.sizes if self._drawn else ():
            height = round(width * page_height / page_width)
            rects.append(QRect(left, top, width, height))
            top += height + GAP
        return rects

    def _height(self) -> int:
        rects = self._rects()
        return rects[-1].bottom() + GAP if rects else 0

    def _measure(self) -> None:
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(self.viewport().height())
        vertical.setSingleStep(self.fontMetrics().height() * 3)
        vertical.setRange(0, max(0, self._height() - self.viewport().height()))
        width = self._page_width() + 2 * GAP if self._drawn else 0
        horizontal.setPageStep(self.viewport().width())
        horizontal.setRange(0, max(0, width - self.viewport().width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pages in sight; those that are not drawn yet are asked for."""
        painter = QPainter(self.viewport())
        area = self.viewport().rect()
        painter.fillRect(area, self.palette().color(QPalette.ColorRole.Midlight))
        if self._drawn is None:
            paint_empty(painter, area, self, *self._words)
            return
        moved = (-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for page, rect in enumerate(self._rects()):
            place = rect.translated(*moved)
            if place.intersects(area):
                self._paint_page(painter, page, place)

    def _paint_page(self, painter: QPainter, page: int, place: QRect) -> None:
        painter.fillRect(place, Qt.GlobalColor.white)
        width = round(place.width() * self.devicePixelRatioF())
        picture = self._pictures.get((page, width))
        if picture is None:
            self._want(page, width)
            picture = next((p for (n, _w), p in self._pictures.items() if n == page), None)
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(place), picture)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def _want(self, page: int, width: int) -> None:
        if self._waiting is None and self._drawn is not None:
            self._waiting = (page, width)
            take = partial(self._take, self._generation, page, width)
            self._ask(self._drawn.pdf, page, width, take)

    def _take(self, generation: int, page: int, width: int, picture: QImage) -> None:
        if generation != self._generation:
            return
        self._waiting = None
        self._pictures[page, width] = picture
        while len(self._pictures) > PICTURES_KEPT:
            self._pictures.popitem(last=False)
        self.viewport().update()

    def _tell(self) -> None:
        if self._drawn is None:
            return
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        tops = [rect.top() for rect in self._rects()]
        self.moved.emit(max(1, sum(1 for top in tops if top <= middle)), len(tops))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw again where the pages are now."""
        self.viewport().update()
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the width anew."""
        super().resizeEvent(event)
        self._measure()
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and last page; the rest scrolls as everywhere."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)
