"""One entry of the help on the screen: Markdown in the looks of the window, with its pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from models.text.names import search_fold
from resources import help_folder
from ui.help.entries import HelpEntry, entry_text

LINE_HEIGHT = 140.0
MARGIN = 16


class HelpText(QTextBrowser):
    """Shows an entry; `led` carries the target of a link that somebody followed."""

    led = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("helpText")
        self.setAccessibleName("Nội dung hướng dẫn")
        self.setOpenLinks(False)
        self.setProperty("paper", True)
        self.anchorClicked.connect(lambda url: self.led.emit(_target(url)))
        self._shown: tuple[HelpEntry, tuple[str, ...]] | None = None
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self._draw)

    def show_entry(self, entry: HelpEntry, words: Sequence[str] = ()) -> None:
        """Show `entry` from its beginning, or from the first of the `words`, which are marked."""
        self._shown = (entry, tuple(words))
        self._draw()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A picture of the help, no wider than the page."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            picture = QImage(str(help_folder() / QUrl(name).path()))
            ratio = self.devicePixelRatioF()
            most = round((self.viewport().width() - 3 * MARGIN) * ratio)
            if picture.width() > most > 0:
                picture = picture.scaledToWidth(most, _smooth())
            picture.setDevicePixelRatio(ratio if picture.width() >= most else 1)
            return picture
        return super().loadResource(kind, name)

    def _draw(self) -> None:
        if self._shown is None:
            return
        document = self.document()
        document.clear()
        document.setDocumentMargin(MARGIN)
        document.setIndentWidth(self.fontMetrics().averageCharWidth() * 3)
        self.setMarkdown(entry_text(self._shown[0]))
        self._space_lines()
        for table in _tables(document):
            self._dress(table)
        self.verticalScrollBar().setValue(0)
        self._mark(self._shown[1])

    def _space_lines(self) -> None:
        spaced = QTextBlockFormat()
        spaced.setLineHeight(LINE_HEIGHT, 1)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)

    def _dress(self, table: QTextTable) -> None:
        looks = table.format()
        looks.setBorder(1)
        looks.setBorderCollapse(True)
        looks.setBorderBrush(self.palette().color(QPalette.ColorRole.Mid))
        looks.setCellPadding(6)
        looks.setCellSpacing(0)
        looks.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(looks)

    def _mark(self, words: Sequence[str]) -> None:
        """Underlined and on a tint: colour alone says nothing."""
        look = QTextCharFormat()
        look.setBackground(QGuiApplication.palette().color(QPalette.ColorRole.Highlight))
        look.setForeground(QGuiApplication.palette().color(QPalette.ColorRole.HighlightedText))
        look.setFontUnderline(True)
        found = []
        for start, length in _places(self.document(), words):
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            hit = QTextEdit.ExtraSelection()
            hit.cursor, hit.format = cursor, look
            found.append(hit)
        self.setExtraSelections(found)
        if found:
            first = QTextCursor(found[0].cursor)
            first.clearSelection()
            self.setTextCursor(first)
            self.ensureCursorVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures are as wide as the page again."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._late.start()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._late.start()


def _tables(document: QTextDocument) -> list[QTextTable]:
    return [each for each in document.rootFrame().childFrames() if isinstance(each, QTextTable)]


def _places(document: QTextDocument, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where words that begin so stand, diacritics aside: (position, length)."""
    found = []
    block = document.begin()
    while words and block.isValid():
        at = 0
        for piece in _split(block.text(), str.isalnum):
            if piece[0].isalnum() and search_fold(piece).startswith(tuple(words)):
                found.append((block.position() + at, len(piece)))
            at += len(piece)
        block = block.next()
    return found


def _split(text: str, kind: Callable[[str], bool]) -> list[str]:
    """The text in pieces of one kind of letters each."""
    pieces: list[str] = []
    for letter in text:
        if pieces and kind(pieces[-1][-1]) == kind(letter):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def _smooth() -> Any:
    from PySide6.QtCore import Qt

    return Qt.TransformationMode.SmoothTransformation


def _target(url: QUrl) -> str:
    return QUrl.fromPercentEncoding(url.toString().encode())
