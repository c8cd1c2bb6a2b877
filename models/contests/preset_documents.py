"""The city's letters on a contest from the presets stand in the register with the contest."""

from __future__ import annotations

from models.journal.change import Change
from models.store.schema import documents
from resources.catalog import contest_codes, contest_preset


def insert_cited_documents(change: Change, contest_id: int, code: str) -> None:
    """Insert what the preset `code` cites as incoming documents; of no preset there are none."""
    if code not in contest_codes():
        return
    change.insert(
        documents,
        [
            {
                "contest_id": contest_id,
                "direction": "in",
                "kind": each.kind,
                "symbol": each.symbol,
                "issuer": each.issuer,
                "subject": each.subject,
                "issued_on": each.issued_on,
                "due_on": each.due_on,
                "task": each.task,
            }
            for each in contest_preset(code).documents
        ],
    )
