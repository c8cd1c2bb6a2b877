"""The sheet of all shortcuts, read from the menus themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QWidget,
)

from ui.theme.footer import dialog_column, footer
from ui.theme.pieces import button, label, named
from ui.window.commands import LINE, MENUS, shown_keys
from ui.window.shortcut_words import KEY_GROUPS, KeyLine

TITLE = "Phím tắt"
SCREEN_SHARE = 0.92
AIR, BETWEEN, ABOVE = 12, 40, 12
Direction = QBoxLayout.Direction


class ShortcutSheet(QDialog):
    """Two columns of commands with their keys; one where two have no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutSheet")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet = QWidget()
        self._columns = QBoxLayout(Direction.LeftToRight, sheet)
        self._columns.setContentsMargins(AIR, AIR, AIR, AIR)
        self._columns.setSpacing(BETWEEN)
        self._halves = _halves()
        for half in self._halves:
            self._columns.addWidget(half, 1, Qt.AlignmentFlag.AlignTop)
        rolled = named(QScrollArea(), "shortcuts", "Các phím tắt")
        rolled.setProperty("reads", True)
        rolled.setWidget(sheet)
        rolled.setWidgetResizable(True)
        rolled.setFrameShape(QFrame.Shape.NoFrame)
        rolled.viewport().installEventFilter(self)
        close = button("Đóng", "keep")
        close.clicked.connect(self.reject)
        column = dialog_column(self)
        title = label(TITLE, "title", wrap=True)
        column.addWidget(title)
        column.addWidget(rolled)
        column.addLayout(footer(act=None, leave=close))
        margins = column.contentsMargins()
        wanted = sheet.sizeHint() + QSize(
            margins.left()
            + margins.right()
            + rolled.verticalScrollBar().sizeHint().width()
            + 2 * AIR,
            margins.top()
            + margins.bottom()
            + 2 * column.spacing()
            + title.sizeHint().height()
            + close.sizeHint().height(),
        )
        self.resize(wanted.boundedTo(self.screen().availableGeometry().size() * SCREEN_SHARE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The view is narrower or wider: no key is out of sight at its side."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._wrap(False)
            wide = sum(half.minimumSizeHint().width() for half in self._halves) + 2 * AIR + BETWEEN
            fits = watched.width() >= wide
            self._columns.setDirection(Direction.LeftToRight if fits else Direction.TopToBottom)
            self._wrap(not fits)
        return False

    def _wrap(self, on: bool) -> None:
        for half in self._halves:
            for each in half.findChildren(QLabel):
                each.setWordWrap(on)


def _halves() -> list[QWidget]:
    groups = [(title, [(line.words, _said(line)) for line in lines]) for title, lines in KEY_GROUPS]
    for title, lines in MENUS:
        keyed = [
            (_plain(line.text), " · ".join(map(shown_keys, line.heard + line.keys)))
            for line in lines
            if line is not LINE and (line.heard or line.keys)
        ]
        if keyed:
            groups.append((_plain(title), keyed))
    return [_sheet(groups[:2]), _sheet(groups[2:])]


def _said(line: KeyLine) -> str:
    return " · ".join([*map(shown_keys, line.keys), *filter(None, [line.said])])


def _sheet(groups: list[tuple[str, list[tuple[str, str]]]]) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setVerticalSpacing(8)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(32)
    for at, (title, lines) in enumerate(groups):
        heading = label(title, "heading")
        heading.setContentsMargins(0, ABOVE if at else 0, 0, 0)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for words, keys in lines:
            line = grid.rowCount()
            grid.addWidget(label(words), line, 0)
            grid.addWidget(label(keys, "muted"), line, 1)
    return made


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")
