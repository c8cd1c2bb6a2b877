"""Finding the unit that a name means: by its own name and by the aliases learnt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.records import Unit
from models.text.names import loose_key, match_key


@dataclass(frozen=True, slots=True)
class UnitFinding:
    """The unit, or those that it may be with the reason for each."""

    unit_id: int | None
    suggestions: tuple[tuple[int, str], ...] = ()
    reason: str = ""


class UnitFinder:
    """Looks unit names up; names that differ in a tone are never the same unit."""

    def __init__(self, units: Sequence[Unit]) -> None:
        names = [(name, unit.id) for unit in units for name in (unit.name, *unit.aliases)]
        self._by_key = {_key(name): unit_id for name, unit_id in names}
        self._by_loose: dict[str, set[int]] = {}
        for name, unit_id in names:
            self._by_loose.setdefault(loose_key(_key(name)), set()).add(unit_id)

    def find(self, name: str) -> UnitFinding:
        """The unit of that name; near ones are only suggested."""
        key = _key(name)
        found = self._by_key.get(key)
        if found is not None:
            return UnitFinding(found, reason="đúng tên hoặc tên gọi khác đã biết")
        near = sorted(self._by_loose.get(loose_key(key), ()))
        return UnitFinding(None, tuple((each, "chỉ khác dấu") for each in near))


def _key(name: str) -> str:
    """The match key with every kind of dash alike."""
    spaced = name.replace("–", "-").replace("—", "-").replace("-", " - ")
    return match_key(spaced)
