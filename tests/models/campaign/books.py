"""Short ways to write entries, juries and tasks down."""

from __future__ import annotations

from models.campaign.entries import add_entry
from models.campaign.entry_rows import entry_book
from models.campaign.jury import add_juror
from models.records.entries import EntryDraft
from tests.factory import unit

OFFICE, CENTRE = "Phòng Văn hóa - Xã hội", "Trung tâm Dịch vụ sự nghiệp công"


def draft(file, title, *authors, where=OFFICE, **more):
    return EntryDraft(title, unit(file, where).id, tuple(authors), **more)


def add(file, title, *authors, where=OFFICE, **more):
    return add_entry(file, draft(file, title, *authors, where=where, **more))


def jury(file, *names):
    return [add_juror(file, name) for name in names]


def shown(file, entry_id):
    book = entry_book(file)
    return next(each for each in book.entries if each.id == entry_id)
