"""How the officer arranged a table, kept between runs."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QHeaderView


class Arrangement:
    """Widths, order and visibility of the columns of one table, under `name` in QSettings.

    What was kept for other columns (an older version) is left alone.
    """

    def __init__(self, name: str, keys: tuple[str, ...]) -> None:
        self._key = f"tables/{name}/{'-'.join(keys)}"

    def restore(self, header: QHeaderView) -> bool:
        """Arrange the header as it was left; False when nothing was kept."""
        kept = QSettings().value(self._key)
        return isinstance(kept, QByteArray) and header.restoreState(kept)

    def letter(self, now: float) -> float:
        """How wide a letter was when the widths were kept; as now when that is not known."""
        try:
            return float(str(QSettings().value(f"{self._key}/letter"))) or now
        except ValueError:
            return now

    def keep(self, header: QHeaderView, letter: float) -> None:
        """Remember the header as it is, and how wide a letter is in it."""
        QSettings().setValue(self._key, header.saveState())
        QSettings().setValue(f"{self._key}/letter", letter)

    def keep_again(self, header: QHeaderView, letter: float) -> None:
        """Remember it as it is now, where somebody has arranged it before."""
        if QSettings().contains(self._key):
            self.keep(header, letter)

    def kept_keys(self, name: str) -> frozenset[str]:
        """The columns kept under `name`, by key: "left-out" had no place, and nobody has hidden
        them; "chosen" were shown or hidden by somebody; "own" were dragged to their width."""
        kept = str(QSettings().value(f"{self._key}/{name}", "") or "")
        return frozenset(filter(None, kept.split(",")))

    def keep_keys(self, name: str, keys: frozenset[str]) -> None:
        """Remember which they are now."""
        if keys != self.kept_keys(name):
            QSettings().setValue(f"{self._key}/{name}", ",".join(sorted(keys)))

    def forget(self) -> None:
        """Nothing is remembered any more."""
        QSettings().remove(self._key)
