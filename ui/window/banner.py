"""The line above the page that stays: what holds for all of it, as that it is only looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy

from ui.theme.pieces import label, link

BannerLink = tuple[str, str, Callable[[], object]]
"""The words of a link, its name, and what it does."""


class Banner(QFrame):
    """Hidden unless something is said."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setProperty("role", "message")
        self.setProperty("attention", True)
        self._text = label(wrap=True)
        self._text.setObjectName("bannerText")
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._acts: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 8, 6)
        self._row.setSpacing(12)
        self._row.addWidget(self._text, 1)
        self.hide()

    def say(self, words: str, acts: Sequence[BannerLink] = ()) -> None:
        """Show these words and links; "" hides the line."""
        for each in self._acts:
            each.deleteLater()
        self._acts = []
        for text, name, deed in acts:
            made = link(text, name)
            made.clicked.connect(lambda _=False, d=deed: d())
            self._acts.append(made)
            self._row.addWidget(made)
        self._text.setText(words)
        self.setVisible(bool(words))
