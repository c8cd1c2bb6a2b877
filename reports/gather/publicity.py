"""Kết quả tuyên truyền: the tasks are read, the kind makes the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reports.document import Document
from reports.gather.request import Request, occasion_of
from reports.kinds.publicity import publicity

if TYPE_CHECKING:
    from models.store.store import Store


def publicity_results(file: Store, request: Request) -> Document:
    """The publicity tasks of the contest."""
    from models.campaign.publicity import list_tasks

    return publicity(list_tasks(file), occasion_of(file, request))
