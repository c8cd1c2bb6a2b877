"""What letters say is enclosed: the rules of the contest, and how to take part."""

from __future__ import annotations

from models.papers.attachments import attachments_of
from models.papers.documents import document_owner, register_of
from models.records.documents import Direction
from models.records.papers import Attachment
from models.store.store import Store
from models.text.names import search_fold
from models.text.patterns import later

_ENCLOSED = later(r"\b(the\W?le|huong\W?dan|quy\W?che)\b")
"""What the file of the rules is called, however it is written."""


def enclosures(store: Store) -> tuple[Attachment, ...]:
    """The files of rules and guidance that came with the incoming documents of the contest.

    They are told by their names: what else came with a document is not for the units. Of two of
    one name the newest document's counts.
    """
    found: dict[str, Attachment] = {}
    for document in register_of(store, Direction.IN):
        for each in attachments_of(store, document_owner(document)) if document.files else ():
            if _ENCLOSED.search(search_fold(each.name).replace("_", " ")):
                found.setdefault(each.name, each)
    return tuple(found.values())
