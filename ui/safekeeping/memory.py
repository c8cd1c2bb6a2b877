"""What this machine remembers of the copies of a data file: the second place, their bound."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCryptographicHash, QSettings

from models.records.kept_copies import USUAL_BOUND, SecondPlace

BOUNDS = (500_000_000, 1_000_000_000, USUAL_BOUND, 5_000_000_000, 10_000_000_000)


class Carried(NamedTuple):
    """The copy that went to the second place last: when it was made, how many people it has, and
    when it was read back there."""

    made_at: datetime
    people: int
    verified_at: datetime


class CopyMemory:
    """The settings of one data file."""

    def __init__(self, settings: QSettings, data: Path) -> None:
        self._settings = settings
        # Beside the settings a file is known by its name alone: a stick has many letters.
        home = Path(settings.fileName()).parent
        named = data.relative_to(home) if data.is_relative_to(home) else data
        self._group = f"safekeeping-{_short_hash(str(named))}"

    @property
    def place(self) -> SecondPlace | None:
        """The second place, if one was chosen."""
        folder = self._text("folder")
        if not folder:
            return None
        words = (self._text(name) for name in ("volume", "inside", "label"))
        return SecondPlace(Path(folder), *words)

    def keep_place(self, place: SecondPlace) -> None:
        """Copies go to `place` from now on."""
        for name, value in place._asdict().items():
            self._set(name, str(value))
        for name in Carried._fields:
            self._settings.remove(f"{self._group}/{name}")

    @property
    def carried(self) -> Carried | None:
        """What went to the second place last."""
        try:
            return Carried(
                datetime.fromisoformat(self._text("made_at")),
                int(self._text("people")),
                datetime.fromisoformat(self._text("verified_at")),
            )
        except ValueError:
            return None

    def keep_carried(self, carried: Carried) -> None:
        """This copy was carried there and read back."""
        self._set("made_at", carried.made_at.isoformat())
        self._set("people", str(carried.people))
        self._set("verified_at", carried.verified_at.isoformat())

    @property
    def bound(self) -> int:
        """So many bytes all copies beside the file may have."""
        found = self._settings.value("safekeeping/bound")
        try:
            return max(BOUNDS[0], int(str(found)))
        except ValueError:
            return USUAL_BOUND

    def keep_bound(self, size: int) -> None:
        """Another bound, for the copies of all files."""
        self._settings.setValue("safekeeping/bound", size)

    def _text(self, name: str) -> str:
        return str(self._settings.value(f"{self._group}/{name}") or "")

    def _set(self, name: str, value: str) -> None:
        self._settings.setValue(f"{self._group}/{name}", value)


def _short_hash(text: str) -> str:
    """12 digits of a SHA-256, by Qt's: Python's loads a library beside the first page."""
    found = QCryptographicHash.hash(text.encode(), QCryptographicHash.Algorithm.Sha256)
    return bytes(found.data()).hex()[:12]
