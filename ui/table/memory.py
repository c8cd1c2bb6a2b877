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

    @property
    def left_out(self) -> frozenset[str]:
        """The columns that had no place when it was kept, by key: nobody has hidden them."""
        kept = str(QSettings().value(f"{self._key}/left-out", "") or "")
        return frozenset(filter(None, kept.split(",")))

    def leave_out(self, keys: frozenset[str]) -> None:
        """Remember which have none now."""
        if keys != self.left_out:
            QSettings().setValue(f"{self._key}/left-out", ",".join(sorted(keys)))

    def forget(self) -> None:
        """Nothing is remembered any more."""
        QSettings().remove(self._key)
