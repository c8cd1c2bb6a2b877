"""A wording as it reads when its places are filled: paragraphs, and pictures by their names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reports.blocks import Paragraph, ParagraphStyle, TextRun
from reports.document import DocumentBlock
from ui.calls.wording import block_words

CENTRED = frozenset({ParagraphStyle.CENTER, ParagraphStyle.CENTER_BOLD})
BOLD = frozenset({ParagraphStyle.PART, ParagraphStyle.CLAUSE, ParagraphStyle.CENTER_BOLD})
ITALIC = frozenset({ParagraphStyle.BASIS, ParagraphStyle.NOTE, ParagraphStyle.UNIT_OF_MEASURE})
GAP, INDENT_LETTERS = 6, 4


class FilledView(QTextEdit):
    """Read only; the place where one reads stays when the text is another."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("wording-preview")
        self.setAccessibleName("Xem trước lời văn")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)

    def show_filled(self, subject: Sequence[str], blocks: Sequence[DocumentBlock]) -> None:
        """Show the trích yếu and the text below it."""
        at = self.verticalScrollBar().value()
        self.clear()
        cursor = self.textCursor()
        for line in subject:
            self._put(cursor, (TextRun(line, bold=True),), ParagraphStyle.CENTER)
        for block in blocks:
            if isinstance(block, Paragraph):
                self._put(cursor, block.pieces, block.style)
            else:
                self._put(
                    cursor, (TextRun(block_words(block), italic=True),), ParagraphStyle.CENTER
                )
        self.verticalScrollBar().setValue(at)

    def _put(self, cursor: QTextCursor, pieces: Sequence[TextRun], style: ParagraphStyle) -> None:
        form = QTextBlockFormat()
        form.setBottomMargin(GAP)
        if style in CENTRED:
            form.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        elif style is not ParagraphStyle.PART:
            form.setTextIndent(self.fontMetrics().averageCharWidth() * INDENT_LETTERS)
        if self.document().isEmpty():
            cursor.setBlockFormat(form)
        else:
            cursor.insertBlock(form)
        for piece in pieces:
            type_ = QTextCharFormat()
            bold = piece.bold or style in BOLD
            type_.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
            type_.setFontItalic(piece.italic or style in ITALIC)
            cursor.insertText(piece.text, type_)
