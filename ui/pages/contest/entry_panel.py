"""The entry that is chosen: all that is known of it, and its files."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.campaign.entry_rows import files_owner
from models.records.entries import ContestEntry
from ui.attachments.view import AttachmentsView
from ui.desk import Desk
from ui.pages.contest.entries_words import entry_details
from ui.theme.pieces import card, column_in, label, roomy

FILES_TITLE = "Tệp của bài dự thi"


class EntryPanel(QWidget):
    """Nothing chosen leaves it empty."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._title = label("", "heading", wrap=True, name="entry-panel-title")
        self._words = label("", wrap=True, name="entry-panel-words")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._files = AttachmentsView(desk, FILES_TITLE)
        holder = QWidget()
        inside = column_in(holder, 4)
        inside.addWidget(self._title)
        inside.addWidget(self._words)
        inside.addStretch(1)
        area = roomy(holder)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The paper of the card shows through.
        for each in (holder, area.viewport()):
            each.setAutoFillBackground(False)
        paper = card()
        around = QVBoxLayout(paper)
        around.setContentsMargins(12, 8, 4, 8)
        around.addWidget(area)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(paper, 1)
        column.addWidget(self._files, 1)

    def show_entry(self, entry: ContestEntry | None) -> None:
        """Show this entry; None: nothing."""
        self._title.setText(entry.title if entry else "Chưa chọn bài dự thi")
        self._words.setText(entry_details(entry) if entry else "")
        self._files.show_owner(files_owner(entry) if entry else None)
