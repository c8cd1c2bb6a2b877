"""To whom a document goes and what of it only the officer writes: in short, with the way there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.office.recipient_lines import is_archive
from models.records.choices import PART_NAMES, PARTS, DocumentChoices
from models.text.formats import number
from reports.catalog import ReportKind
from reports.document import Document
from reports.usual import REPORT
from ui.theme.pieces import column_in, label, link, show_words

SHOWN = 2
NOT_WRITTEN = "chưa ghi"


class Destination(QWidget):
    """`edit` asks for the lines and the texts, `word` for the wording."""

    edit = Signal()
    word = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = label("", wrap=True, name="destination")
        self._edit = link("Sửa nơi nhận, nội dung…", "destination-edit")
        self._word = link("Sửa lời văn…", "wording-edit")
        self._edit.clicked.connect(self.edit)
        self._word.clicked.connect(self.word)
        column = column_in(self, 4)
        column.addWidget(label("Nơi nhận, nội dung", "heading"))
        for each in (self._told, self._edit, self._word):
            column.addWidget(each)

    def show_document(self, kind: ReportKind, document: object, choices: DocumentChoices) -> None:
        """Say what stands in `document`; what is no letter or table of the office says nothing."""
        told = _lines(kind, document, choices) if isinstance(document, Document) else []
        show_words(self._told, "\n".join(told))

    def clear(self) -> None:
        """There is no document."""
        show_words(self._told, "")

    def offer_wording(self, offered: bool) -> None:
        """Whether the text of the kind can be edited."""
        self._word.setVisible(offered)


def _lines(kind: ReportKind, document: Document, choices: DocumentChoices) -> list[str]:
    told = []
    if document.addressees:
        told.append(f"Kính gửi: {_short(document.addressees)}.")
    received = tuple(line for line in document.recipients if not is_archive(line))
    if document.recipients:
        told.append(f"Nơi nhận: {_short(received) or NOT_WRITTEN}.")
    if kind.type_code == REPORT:
        written = {part for part, text in choices.texts.items() if text.strip()}
        missing = [PART_NAMES[part].lower() for part in PARTS if part not in written]
        if missing:
            told.append(f"Chưa ghi: {'; '.join(missing)}.")
    return told


def _short(lines: tuple[str, ...]) -> str:
    """ "UBND thành phố; Sở Khoa học và Công nghệ và 3 nơi nữa"."""
    more = len(lines) - SHOWN
    rest = f" và {number(more)} nơi nữa" if more > 0 else ""
    return "; ".join(line.strip(" -;.") for line in lines[:SHOWN]) + rest
