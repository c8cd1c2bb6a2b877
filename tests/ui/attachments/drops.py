"""Files let fall on a widget, as a file manager does it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


def files_mime(paths: Sequence[Path]) -> QMimeData:
    """What a file manager hands over of these files."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop_files(widget: QWidget, paths: Sequence[Path], place: QPoint | None = None) -> bool:
    """Drag the files over `widget` and let them fall; whether it takes them."""
    at = place or widget.rect().center()
    mime = files_mime(paths)
    copy, common = Qt.DropAction.CopyAction, (Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    enter = QDragEnterEvent(at, copy, mime, *common)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(widget, QDropEvent(QPointF(at), copy, mime, *common))
    return True
