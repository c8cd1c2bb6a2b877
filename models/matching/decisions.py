"""What the officer decided before: which rows are which person, and which are not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from models.matching.identity import Identity


@dataclass(frozen=True, slots=True)
class Decisions:
    """Decisions by `decision_key` of a row and uid of a person of the roster."""

    not_same: frozenset[tuple[str, str]] = frozenset()
    same: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


NO_DECISIONS = Decisions()


def decision_key(identity: Identity) -> str:
    """The stable text under which a decision about a row is remembered.

    Made of the match key of the name, the canonical phone and the match key of the unit as
    written, so that the same row of the next file meets the same decision.
    """
    return f"{identity.name_key}|{identity.phone}|{identity.unit_key}"
