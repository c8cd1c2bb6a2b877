"""When the screen locks by itself: what this PC remembers of it."""

from __future__ import annotations

from PySide6.QtCore import QSettings

NEVER = 0
MINUTES = (1, 5, 10, 30, NEVER)
USUAL = 10
_MINUTES, _MINIMISED = "locking/minutes", "locking/minimised"


class LockHabits:
    """Kept in the settings; what nobody may have written there counts as the usual."""

    def __init__(self) -> None:
        self._settings = QSettings()

    @property
    def minutes(self) -> int:
        """After so many minutes without a key or a click; `NEVER` for not at all."""
        try:
            found = int(str(self._settings.value(_MINUTES, USUAL)))
        except ValueError:
            return USUAL
        return found if found in MINUTES else USUAL

    def keep_minutes(self, minutes: int) -> None:
        """Remember another time."""
        self._settings.setValue(_MINUTES, minutes)

    @property
    def when_minimised(self) -> bool:
        """Whether putting the window down to the task bar locks too."""
        return str(self._settings.value(_MINIMISED, "")).lower() == "true"

    def keep_when_minimised(self, wanted: bool) -> None:
        """Remember whether it does."""
        self._settings.setValue(_MINIMISED, wanted)


def idle_words(minutes: int) -> str:
    """The time in words."""
    return "Không tự khóa" if minutes == NEVER else f"Sau {minutes} phút không dùng"
