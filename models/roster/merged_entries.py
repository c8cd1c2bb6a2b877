"""Who stood twice among the authors of an entry, or under a prize, once they are one person."""

from __future__ import annotations

from typing import Any

from models.journal.rows import StoredRow


def one_author(own: StoredRow, other: StoredRow) -> dict[str, Any]:
    """They stand where they stood first."""
    return {"position": min(own["position"], other["position"])}


def one_award(own: StoredRow, other: StoredRow) -> dict[str, Any]:
    """The prize was given once, on the first day that is told; no paper and no note is lost."""
    days = [row["given_on"] for row in (own, other) if row["given_on"] is not None]
    return {
        "given_on": min(days, default=None),
        "decision": _joined(own["decision"], other["decision"]),
        "note": _joined(own["note"], other["note"]),
    }


def _joined(own: str, other: str) -> str:
    return "; ".join(dict.fromkeys(filter(None, (own, other))))
