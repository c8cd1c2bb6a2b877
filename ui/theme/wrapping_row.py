"""A row of controls that goes on in the next line where the window is too narrow for it."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QWidget


@runtime_checkable
class HasEditor(Protocol):
    """What is typed in, with more below it: the editor is what stands in the line."""

    editor: QWidget


class WrappingRow(QLayout):
    """Lays out what is added from left to right, line by line; each keeps the size it asks for,
    and stands in the middle of its line, or its editor does."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Called by `addWidget`."""
        self._items.append(item)

    def count(self) -> int:
        """How many controls there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The control at `index`; None when there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the control at `index` out of the row."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrow row is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the lines are together."""
        return self._placed(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put every control in its place."""
        super().setGeometry(rect)
        self._placed(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        wide = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(wide, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """The widest control alone in its line."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _placed(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            x, heads = rect.x(), [_in_line(item, size) for item, size in line]
            high = 0
            for (item, size), head in zip(line, heads, strict=True):
                top = (max(heads) - head) // 2
                if move:
                    item.setGeometry(QRect(QPoint(x, y + top), size))
                x += size.width() + self.spacing()
                high = max(high, top + size.height())
            y += high + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """What stands in each line, and how large."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(width, 1), item.sizeHint().height()))
            if not lines or x + size.width() > width:
                named = lines and len(lines[-1]) > 1 and _names_what_follows(lines[-1][-1][0])
                lines.append([lines[-1].pop()] if named else [])
                x = sum(each.width() + self.spacing() for _, each in lines[-1])
            lines[-1].append((item, size))
            x += size.width() + self.spacing()
        return lines


def _names_what_follows(item: QLayoutItem) -> bool:
    """Whether it is a label, which would be no use at the end of a line."""
    widget = item.widget()
    return isinstance(widget, QLabel) and widget.buddy() is not None


def _in_line(item: QLayoutItem, size: QSize) -> int:
    """How high that is which stands in the line with the others."""
    widget = item.widget()
    return widget.editor.sizeHint().height() if isinstance(widget, HasEditor) else size.height()
