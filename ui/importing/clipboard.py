"""What of the clipboard can be imported: files that were copied, a table, or text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData

from models.intake.sitting.sources import PASTED_NAME, Pasted
from ui.notice import Notice, Tone
from ui.start.files import documents_folder

TABLE = re.compile(r"<table\b", re.IGNORECASE)
LETTERS_LOOKED_AT = 200_000

HOW_TO_PASTE = "Hãy sao chép bảng danh sách trong Excel, Word, Zalo hoặc trang web, rồi dán lại."


def files_in(mime: QMimeData) -> list[Path]:
    """The files that were copied, as in the Explorer."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def list_in(mime: QMimeData) -> Pasted | None:
    """The list that was copied; None when there is no text in the clipboard.

    Text with as many tabs in every line is what Excel gives, and is taken as it is. Otherwise
    a table of Word or of a web page keeps its cells together better than its text does.
    """
    text = mime.text()
    html = "" if _is_regular(text) else mime.html()
    html = html if TABLE.search(html) else ""
    if not text.strip() and not html:
        return None
    return Pasted(text, html, documents_folder() / PASTED_NAME)


def nothing_to_paste(mime: QMimeData) -> Notice:
    """Why nothing can be pasted, and what to do."""
    words = (
        "Bộ nhớ tạm đang chứa hình ảnh, không đọc được thành danh sách."
        if mime.hasImage()
        else "Bộ nhớ tạm đang trống, chưa có gì để dán."
    )
    return Notice(words, HOW_TO_PASTE, Tone.PROBLEM)


def _is_regular(text: str) -> bool:
    """Whether all lines have equally many tabs."""
    lines: Sequence[str] = text[:LETTERS_LOOKED_AT].splitlines()
    whole = lines[:-1] if len(text) > LETTERS_LOOKED_AT else lines
    counts = {line.count("\t") for line in whole if line.strip()}
    return len(counts) == 1 and 0 not in counts
