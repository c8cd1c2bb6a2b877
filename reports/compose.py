"""From the open file to a document: its maker reads one state of the data and makes the value."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from reports.catalog import kind_of
from reports.document import Document
from reports.gather.request import Request

if TYPE_CHECKING:
    from models.store.store import Store


def compose(file: Store, request: Request) -> Document:
    """The document that `request` asks for, with the figures of its day.

    Raises `AppError` when there is no such kind, no contest or no such unit.
    """
    from models.store.snapshot import snapshot

    module, _, name = kind_of(request.kind).made_by.partition(":")
    make = getattr(import_module(f"reports.{module}"), name)
    with snapshot(file) as still:
        made: Document = make(still, request)
    if request.period is None:
        return made
    # Files of two periods may be made in one minute.
    return replace(made, stem=f"{made.stem}_Ky-{request.period.code.replace('..', '_')}")
