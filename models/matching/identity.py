"""Somebody as matching sees them: a row of a file, or a person of the roster."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells one person from another. `id` and `uid` are None and "" for a row of a file.

    `name_key` is `models.text.names.match_key` of the name; `phone` is canonical or "";
    `birth` is ISO text as far as known; `left` says that the person left the roster.
    """

    id: int | None
    name: str
    name_key: str
    phone: str
    unit_id: int | None
    unit: str
    birth: str = ""
    staff_code: str = ""
    uid: str = ""
    left: bool = False
