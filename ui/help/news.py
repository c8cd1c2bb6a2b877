"""Có gì mới: shown from the menu, and mentioned once after an upgrade."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from models.version import PRODUCT_NAME, VERSION, version_numbers
from resources import resource_path
from ui.notice import Notice
from ui.theme.footer import dialog_column, footer
from ui.theme.letters import fit_to_screen
from ui.theme.pieces import button, label

SEEN_KEY = "help/version"
WIDTH_IN_LETTERS, HEIGHT_IN_LINES = 95, 32
SCREEN_SHARE = 0.92


def news_text() -> str:
    """What changed in each version, newest first, in Markdown."""
    return resource_path("news", "co-gi-moi.md").read_text("utf-8")


def news_notice(settings: QSettings) -> Notice | None:
    """Word of an upgrade, the first time that this version is started after an older one."""
    before = str(settings.value(SEEN_KEY) or "")
    settings.setValue(SEEN_KEY, VERSION)
    if not before or before == VERSION or version_numbers(before) > version_numbers(VERSION):
        return None
    return Notice(
        f"{PRODUCT_NAME} đã được nâng cấp từ bản {before} lên bản {VERSION}.",
        "Xem những thay đổi ở Trợ giúp → Có gì mới.",
    )


class NewsDialog(QDialog):
    """Shown with `open()`."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("news-dialog")
        self.setWindowTitle("Có gì mới")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = QTextBrowser()
        text.setObjectName("newsText")
        text.setAccessibleName("Những thay đổi của từng bản")
        text.document().setIndentWidth(text.fontMetrics().averageCharWidth() * 3)
        text.document().setDocumentMargin(8)
        text.setMarkdown(news_text())
        text.setFrameShape(QTextBrowser.Shape.NoFrame)
        close = button("Đóng", "closeNews")
        close.clicked.connect(self.reject)
        whole = dialog_column(self)
        whole.addWidget(label(f"Có gì mới trong {PRODUCT_NAME}", "title"))
        whole.addWidget(text, 1)
        whole.addLayout(footer(act=None, leave=close))
        fit_to_screen(self, WIDTH_IN_LETTERS, HEIGHT_IN_LINES, SCREEN_SHARE)
