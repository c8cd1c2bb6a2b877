"""From the open file to a document: its maker reads one state of the data and makes the value."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from models.errors import AppError
from reports.catalog import kind_of
from reports.document import Document, Publication
from reports.gather.request import Request, settled
from reports.kinds.parts import practised, with_period

if TYPE_CHECKING:
    from models.store.store import Store


def compose(file: Store, request: Request) -> Publication:
    """The document, or the poster, that `request` asks for, with the figures of its day.

    Raises `AppError` when there is no such kind, no contest or no such unit.
    """
    from models.journal.practising import is_practice
    from models.store.snapshot import snapshot

    request = settled(file, request)
    module, _, name = kind_of(request.kind).made_by.partition(":")
    make = getattr(import_module(f"reports.{module}"), name)
    with snapshot(file) as still:
        made: Publication = make(still, request)
        practice = is_practice(still)
    if request.period is not None:
        made = with_period(made, request.period.code)
    return practised(made) if practice else made


def compose_document(file: Store, request: Request) -> Document:
    """The same of a kind that is a document of the decree.

    Raises `AppError` for a poster: it has no number, no signature and no words to look into.
    """
    made = compose(file, request)
    if isinstance(made, Document):
        return made
    title = kind_of(request.kind).title
    raise AppError(f"“{title}” không phải văn bản có số và người ký.", "Hãy chọn loại khác.")
