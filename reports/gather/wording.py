"""What the wording of a document needs: the text that holds, and what its places tell of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import Unit
from reports.wording.originals import original_wording
from reports.wording.values.records import WordingRecords

if TYPE_CHECKING:
    from models.store.store import Store


def wording_in_force(file: Store, kind: str) -> str:
    """The commune's own text of a kind, else the original."""
    from models.papers.wordings import own_wording

    own = own_wording(file, kind)
    return original_wording(kind) if own is None else own


def records_of(file: Store, unit: Unit | None = None) -> WordingRecords:
    """What is read for the places; `unit` is the one that is written to."""
    from models.papers.documents import register_of
    from models.roster.unit_tree import list_units

    return WordingRecords(register_of(file), list_units(file), unit)
