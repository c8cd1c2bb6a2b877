"""With what a document was issued as JSON, and back: written once, read for years."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from models.figures.digest import canonical_json
from models.records.issued import IssuedAs

_LISTS = ("issuer", "signer_lines", "addressees", "recipients")


def issue_text(issue: IssuedAs | None) -> str:
    """It as canonical JSON; "" where nothing was issued."""
    if issue is None:
        return ""
    told = asdict(issue)
    return canonical_json(told | {"dated": issue.dated.isoformat() if issue.dated else None})


def issue_from_text(text: str) -> IssuedAs | None:
    """What `issue_text` wrote; what a later version added has its usual value."""
    if not text:
        return None
    told: dict[str, Any] = json.loads(text)
    known = {name: told[name] for name in IssuedAs.__slots__ if name in told}
    lists = {name: tuple(known[name]) for name in _LISTS if name in known}
    day = told.get("dated")
    return IssuedAs(**known | lists | {"dated": date.fromisoformat(day) if day else None})


def issue_without_people(text: str) -> str:
    """The same without what may name people in it, where people stand in the document.

    Who signed is told by the office's own records; parts that the officer wrote go.
    """
    issue = issue_from_text(text)
    if issue is None or not issue.people:
        return text
    return issue_text(replace(issue, texts={}))
