"""The strip above the page that stays: what holds for all of it, as that it is only looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from ui.theme.icons import sign_picture
from ui.theme.pieces import label, link

BannerLink = tuple[str, str, Callable[[], object]]
"""The words of a link, its name, and what it does."""
AMBER = 0.16
"""So much of the colour of attention is in the paper of the strip."""


class Banner(QFrame):
    """Hidden unless something is said, and while something else stands in the place of pages."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setAccessibleName("Lưu ý về dữ liệu đang mở")
        self._covered = False
        self._sign = QLabel()
        self._text = label(wrap=True)
        self._text.setObjectName("bannerText")
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._acts: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 4, 16, 4)
        self._row.setSpacing(8)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._text, 1)
        self._draw_sign()
        self.hide()

    def say(self, words: str, acts: Sequence[BannerLink] = ()) -> None:
        """Show these words and links; "" hides the strip."""
        for each in self._acts:
            each.deleteLater()
        self._acts = []
        for text, name, deed in acts:
            made = link(text, name)
            made.clicked.connect(lambda _=False, d=deed: d())
            self._acts.append(made)
            self._row.addWidget(made)
        self._text.setText(words)
        self._appear()

    def cover(self, covered: bool) -> None:
        """Say nothing while no page stands there."""
        self._covered = covered
        self._appear()

    def _appear(self) -> None:
        self.setVisible(bool(self._text.text()) and not self._covered)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw_sign()

    def _draw_sign(self) -> None:
        self._sign.setAccessibleName("Chú ý")
        self._sign.setPixmap(sign_picture("warning", QPalette.ColorRole.BrightText))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Amber paper, with a line of the full colour below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), amber_paper(self.palette()))
        line = self.rect()
        line.setTop(line.bottom())
        painter.fillRect(line, self.palette().color(QPalette.ColorRole.BrightText))
        painter.end()


def amber_paper(palette: QPalette) -> QColor:
    """The paper of the strip: white or dark paper with a little of the colour of attention."""
    paper = palette.color(QPalette.ColorRole.Base)
    amber = palette.color(QPalette.ColorRole.BrightText)
    pairs = (
        (paper.red(), amber.red()),
        (paper.green(), amber.green()),
        (paper.blue(), amber.blue()),
    )
    return QColor(*(round(low + (high - low) * AMBER) for low, high in pairs))
