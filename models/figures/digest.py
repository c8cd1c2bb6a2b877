"""The hash that figures are known by, on screens, on papers and where they are frozen."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from models.records import Figures


def figures_digest(figures: Figures) -> str:
    """SHA-256, as 64 hex digits, over the moment and the counts of the whole and of every unit.

    The same numbers of the same moment have the same hash, whatever shows them.
    """
    counts: dict[str, Any] = {
        "as_of": figures.as_of.isoformat(),
        "contest": figures.contest,
        "whole": [figures.total, figures.registered, figures.completed, figures.exempt],
        "units": [[u.name, u.total, u.registered, u.completed, u.exempt] for u in figures.units],
    }
    # What is usually not there leaves the hash as it is on papers of before.
    if figures.failed:
        counts["failed"] = [figures.failed, *(unit.failed for unit in figures.units)]
    if figures.minute is not None:
        counts["minute"] = figures.minute
    if figures.stage != 1:
        counts["stage"] = figures.stage
    return text_digest(canonical_json(counts))


def canonical_json(value: Any) -> str:
    """A value as JSON that is always written the same way."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def text_digest(text: str) -> str:
    """SHA-256 of a text, as 64 hex digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
