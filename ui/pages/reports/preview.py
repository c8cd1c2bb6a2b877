"""The pages of a PDF one below the other, drawn sharp for the screen they are on."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.pages.reports.placing import GAP, Fit, Zoom, next_zoom, page_rects, scale_of
from ui.pages.reports.waiting_sign import DIMMED, paint_waiting
from ui.table.empty import paint_empty
from ui.theme.keys import on_key
from ui.theme.zooming import OWN_ZOOM

Ask = Callable[[bytes, int, int, Callable[[QImage], Any]], Any]

PICTURES_KEPT = 8
WIDEST_IN_LETTERS = 150
BRIEF_MS = 120
"""What is drawn anew sooner does not flicker."""


class DrawnPages(Protocol):
    """A PDF and the sizes of its pages; of one that is not `whole` it has the first alone."""

    @property
    def pdf(self) -> bytes:
        """The file."""

    @property
    def sizes(self) -> tuple[tuple[float, float], ...]:
        """The width and the height of each page."""

    @property
    def whole(self) -> bool:
        """Whether all pages are in it."""


class Preview(QAbstractScrollArea):
    """`ask(pdf, page, width, take)` draws one page in the lane.

    `moved` carries (page, pages, percent) each time another page is in sight or its size is
    another, `page_drawn` the page that has come from the lane; pages are counted from 1.
    """

    moved = Signal(int, int, int)
    page_drawn = Signal(int)

    def __init__(self, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setAccessibleName("Xem trước văn bản")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("reads", True)
        self.setProperty(OWN_ZOOM, True)
        for keys, deed in (
            ("Ctrl++", self.zoom_in),
            ("Ctrl+=", self.zoom_in),
            ("Ctrl+-", self.zoom_out),
        ):
            on_key(self, keys, deed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._ask = ask
        self._drawn: DrawnPages | None = None
        self._words = ("", "")
        self._zoom: Zoom = Fit.WIDTH
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._before: dict[int, QImage] = {}
        self._scales: list[float] = []
        self._rects: list[QRect] = []
        self._asked_for: tuple[int, int] | None = None
        self._generation = 0
        self._slow = QTimer(self, singleShot=True, interval=BRIEF_MS)
        self._slow.timeout.connect(self.viewport().update)
        self._waiting = False

    @property
    def zoom(self) -> Zoom:
        """A fit, or the scale: 1.0 is the size of the paper."""
        return self._zoom

    @property
    def page(self) -> int:
        """The page in the middle of what is in sight, from 1; 0 without a document."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return max(1, sum(rect.top() <= middle for rect in self._rects)) if self._drawn else 0

    @property
    def pages(self) -> int:
        """How many pages are known."""
        return len(self._drawn.sizes) if self._drawn else 0

    @property
    def is_whole(self) -> bool:
        """Whether all pages are known, and not the first one alone."""
        return self._drawn is None or self._drawn.whole

    @property
    def is_waiting(self) -> bool:
        """Whether what is shown is the document before, which is being drawn anew."""
        return self._waiting and not self._slow.isActive()

    def wait(self) -> None:
        """Dim what is shown until another document comes."""
        if not self._waiting:
            self._waiting = True
            self._slow.start()

    def show_drawn(self, drawn: DrawnPages, *, from_top: bool = False) -> None:
        """Show another document; the pages of the one before stay, dimmed, until each is drawn."""
        self._before = {page: picture for (page, _), picture in self._pictures.items()}
        self._begin(drawn)
        if from_top:
            self.verticalScrollBar().setValue(0)
        # Asked for before whatever the page asks for next: it is what is waited for.
        self._want(self.page - 1, self._dots_wide(self._rects[self.page - 1]))
        self._tell()

    def show_rest(self, drawn: DrawnPages) -> None:
        """Show the whole of the document of which only the first page was known."""
        self._drawn = drawn
        self._measure()
        self.viewport().update()
        self._tell()

    def show_words(self, title: str, hint: str) -> None:
        """Say why there is no document."""
        self._before = {}
        self._words = (title, hint)
        self._begin(None)
        self.moved.emit(0, 0, 0)

    def _begin(self, drawn: DrawnPages | None) -> None:
        self._generation += 1
        self._asked_for = None
        self._waiting = False
        self._slow.stop()
        self._drawn = drawn
        self._pictures.clear()
        # Over a document it stays, as the width of the pages follows that of what is in sight.
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if drawn is not None else policy.ScrollBarAlwaysOff
        )
        self._measure()
        self.viewport().update()

    def set_zoom(self, zoom: Zoom) -> None:
        """Zoom, keeping the middle of what is in sight."""
        bar = self.verticalScrollBar()
        share = (bar.value() + self.viewport().height() / 2) / max(1, self._height())
        self._zoom = zoom
        self._measure()
        bar.setValue(round(share * self._height() - self.viewport().height() / 2))
        self.viewport().update()
        self._tell()

    def zoom_in(self) -> None:
        """The next larger zoom."""
        self.set_zoom(next_zoom(self._scale_in_sight(), larger=True))

    def zoom_out(self) -> None:
        """The next smaller zoom."""
        self.set_zoom(next_zoom(self._scale_in_sight(), larger=False))

    def go_to(self, page: int) -> None:
        """Show a page, counted from 1, from its top."""
        if self._rects:
            top = self._rects[max(1, min(page, len(self._rects))) - 1].top()
            self.verticalScrollBar().setValue(top - GAP)

    def _scale_in_sight(self) -> float:
        return self._scales[self.page - 1] if self._scales else 1.0

    def _height(self) -> int:
        return self._rects[-1].bottom() + GAP if self._rects else 0

    def _measure(self) -> None:
        """Place the pages, from the top of the first one, and let the bars reach all of them."""
        widest = self.fontMetrics().averageCharWidth() * WIDEST_IN_LETTERS
        room, dots = self.viewport().size(), self.logicalDpiX()
        sizes = self._drawn.sizes if self._drawn else ()
        self._scales = [scale_of(size, self._zoom, room, dots, widest) for size in sizes]
        self._rects = page_rects(sizes, self._scales, room, dots)
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(room.height())
        vertical.setSingleStep(self.fontMetrics().height() * 3)
        vertical.setRange(0, max(0, self._height() - room.height()))
        width = max((rect.right() for rect in self._rects), default=0) + GAP
        horizontal.setPageStep(room.width())
        horizontal.setRange(0, max(0, width - room.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pages in sight; those that are not drawn yet are asked for."""
        painter = QPainter(self.viewport())
        area = self.viewport().rect()
        painter.fillRect(area, self.palette().color(QPalette.ColorRole.Midlight))
        if self._drawn is None:
            paint_empty(painter, area, self, *self._words)
        moved = -self.horizontalScrollBar().value(), -self.verticalScrollBar().value()
        for page, rect in enumerate(self._rects):
            place = rect.translated(*moved)
            if place.intersects(area):
                self._paint_page(painter, page, place)
        if self.is_waiting:
            paint_waiting(painter, area, self)

    def _paint_page(self, painter: QPainter, page: int, place: QRect) -> None:
        painter.fillRect(place, Qt.GlobalColor.white)
        width = self._dots_wide(place)
        picture = self._pictures.get((page, width))
        if picture is None:
            self._want(page, width)
            picture = next((p for (n, _w), p in self._pictures.items() if n == page), None)
        old = self._before.get(page) if picture is None else None
        if (shown := picture or old) is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setOpacity(DIMMED if old or self.is_waiting else 1)
            painter.drawImage(QRectF(place), shown)
            painter.setOpacity(1)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def _dots_wide(self, place: QRect) -> int:
        return round(place.width() * self.devicePixelRatioF())

    def _want(self, page: int, width: int) -> None:
        if self._asked_for is None and self._drawn is not None and not self._waiting:
            self._asked_for = (page, width)
            take = partial(self._take, self._generation, page, width)
            self._ask(self._drawn.pdf, page, width, take)

    def _take(self, generation: int, page: int, width: int, picture: QImage) -> None:
        if generation != self._generation:
            return
        self._asked_for = None
        self._before.pop(page, None)
        self._pictures[page, width] = picture
        while len(self._pictures) > PICTURES_KEPT:
            self._pictures.popitem(last=False)
        self.viewport().update()
        self.page_drawn.emit(page + 1)

    def _tell(self) -> None:
        if self._drawn is not None:
            percent = round(100 * self._scale_in_sight())
            self.moved.emit(self.page, self.pages, percent)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw again where the pages are now."""
        self.viewport().update()
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew."""
        super().resizeEvent(event)
        self._measure()
        self._tell()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the page is zoomed, not the text of the window."""
        turned = event.angleDelta().y()
        if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif turned:
            (self.zoom_in if turned > 0 else self.zoom_out)()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and last page; the rest scrolls as everywhere."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)
