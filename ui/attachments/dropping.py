"""Files of this machine that are dragged over a widget and let fall on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ui.theme.pieces import restyle
from ui.window.frame import local_files

_MOVING = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class FileDrops(QObject):
    """`dropped` carries the paths and where on `widget` they fell.

    `takes` says whether files may fall at a place; where none may, the window has them. `marked`
    is the card that is outlined meanwhile.
    """

    dropped = Signal(object, QPoint)

    def __init__(
        self,
        widget: QWidget,
        takes: Callable[[QPoint], bool] | None = None,
        marked: QWidget | None = None,
    ) -> None:
        super().__init__(widget)
        self._takes = takes or (lambda _place: True)
        self._marked = marked
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what is dragged, as far as it is files and there is a place for them."""
        if event.type() in _MOVING and isinstance(event, QDragMoveEvent):
            return self._drag(event)
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._mark(False)
            return self._drop(event)
        if event.type() == QEvent.Type.DragLeave:
            self._mark(False)
        return False

    def _drag(self, event: QDragMoveEvent) -> bool:
        wanted = self._wanted(event)
        self._mark(wanted)
        event.setAccepted(wanted)
        if wanted:
            event.acceptProposedAction()
        return True

    def _drop(self, event: QDropEvent) -> bool:
        if not self._wanted(event):
            event.ignore()
            return True
        event.acceptProposedAction()
        self.dropped.emit(local_files(event.mimeData()), event.position().toPoint())
        return True

    def _wanted(self, event: QDropEvent) -> bool:
        return bool(local_files(event.mimeData())) and self._takes(event.position().toPoint())

    def _mark(self, over: bool) -> None:
        if self._marked is not None and self._marked.property("current") != over:
            self._marked.setProperty("current", over)
            restyle(self._marked)
