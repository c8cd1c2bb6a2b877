"""What was read for a document beside its occasion."""

from __future__ import annotations

from dataclasses import dataclass

from models.records import Unit
from models.records.documents import RegisteredDocument


@dataclass(frozen=True, slots=True)
class WordingRecords:
    """The register of documents, the tree of units, and the unit that is written to."""

    documents: tuple[RegisteredDocument, ...] = ()
    units: tuple[Unit, ...] = ()
    unit: Unit | None = None
