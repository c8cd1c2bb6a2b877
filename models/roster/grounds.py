"""The note and the paper of an exemption; of periods that become one, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable

from models.journal.change import Change, rows_by_id
from models.journal.rows import StoredRow
from models.records.periods import NO_GROUNDS, Grounds
from models.store.schema import exemptions
from models.text.names import storage_form


def clean_grounds(grounds: Grounds) -> Grounds:
    """Both texts as they are stored."""
    return Grounds(*map(storage_form, grounds))


def joined_grounds(parts: Iterable[Grounds]) -> Grounds:
    """What several say of one period, each text once."""
    told = [NO_GROUNDS, *parts]
    notes, proofs = (dict.fromkeys(filter(None, texts)) for texts in zip(*told, strict=True))
    return Grounds("; ".join(notes), "; ".join(proofs))


def grounds_of_row(row: StoredRow) -> Grounds:
    """What a stored exemption says of itself."""
    return Grounds(row["note"], row["proof"])


def stored_grounds(change: Change, exemption_ids: Iterable[int]) -> dict[int, Grounds]:
    """The grounds of these exemptions, by id."""
    rows = rows_by_id(change.connection, exemptions, list(exemption_ids))
    return {each: grounds_of_row(row) for each, row in rows.items()}
