"""Hồ sơ bài dự thi: which entry is meant, and what is kept of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import Unit
from models.records.entries import PROOF, EntryBook
from models.text.formats import number
from reports.document import Document
from reports.gather.request import Request, asked_unit, occasion_of, refuse_nameless
from reports.kinds.entry_file import EntryPapers, chosen_entry, entry_file
from reports.nothing import NothingToList

if TYPE_CHECKING:
    from models.store.store import Store


def entry_papers(file: Store, request: Request) -> Document:
    """The entry that stands for the commune, or that of one unit.

    Raises `NothingToList` when there is none, `AppError` in a contest without entries.
    """
    from models.campaign.entry_rows import NO_STAGE, entry_book, files_owner
    from models.papers.attachments import attachments_of

    occasion = occasion_of(file, request)
    refuse_nameless(occasion.contest)
    unit = asked_unit(file, request)
    book = entry_book(file)
    if book is None:
        raise NothingToList(NO_STAGE.sentence, NO_STAGE.advice)
    entry = chosen_entry(book, request.unit_id)
    if entry is None:
        raise _no_entry(book, unit)
    papers = EntryPapers(
        attachments_of(file, files_owner(entry)), attachments_of(file, files_owner(entry, PROOF))
    )
    return entry_file(entry, book, papers, occasion, request.masked)


def _no_entry(book: EntryBook, unit: Unit | None) -> NothingToList:
    where = f"Chặng {book.stage}"
    if unit is not None:
        return NothingToList(f"{unit.name} chưa có bài dự thi nào ở {where}.")
    if not book.entries:
        return NothingToList(
            f"{where} chưa có bài dự thi nào.",
            "Hãy thêm bài dự thi ở trang Cuộc thi, thẻ Bài dự thi.",
        )
    return NothingToList(
        f"{where} có {number(len(book.entries))} bài dự thi nhưng chưa chọn bài đại diện.",
        "Hãy chọn bài đại diện ở trang Cuộc thi, thẻ Bài dự thi, hoặc chọn một đơn vị.",
    )
