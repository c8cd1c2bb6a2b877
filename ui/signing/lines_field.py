"""Several lines that are the usual ones or the officer's own, as they will stand on paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.pieces import label, link, show_words

USUAL, EMPTY = "Lấy mặc định", "Xóa phần này"
MOST_LINES = 5
AIR = 18
"""Above and below the lines of a text."""


class _LinesEdit(QPlainTextEdit):
    """As high as so many lines; a few more when more are written, then it scrolls."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.blockCountChanged.connect(lambda _count: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """What the lines need."""
        metrics = self.fontMetrics()
        lines = max(self._lines, min(self.blockCount(), MOST_LINES))
        return QSize(metrics.averageCharWidth() * 60, metrics.lineSpacing() * lines + AIR)

    def minimumSizeHint(self) -> QSize:
        """Never fewer lines, in any width."""
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.sizeHint().height())


class ChosenLines(QWidget):
    """A title with "Lấy mặc định", a text of `lines` in sight, and `shown` of it below.

    `changed` tells that the text is another.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        usual: str,
        lines: int,
        shown: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__()
        self._usual, self._shown = usual, shown
        plain = title.replace("&", "")
        heading = label(title, "heading")
        self.editor = _LinesEdit(lines)
        # The first child is met first by Tab: the text, and then what takes it away.
        self.editor.setParent(self)
        self.editor.setObjectName(name)
        self.editor.setAccessibleName(plain)
        self.editor.setTabChangesFocus(True)
        heading.setBuddy(self.editor)
        act = USUAL if usual else EMPTY
        self._reset = link(act, f"{name}-usual")
        self._reset.setAccessibleName(f"{act}: {plain}")
        policy = self._reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(policy)
        self._hint = label("", "muted", wrap=True, name=f"{name}-hint")
        self._lay_out(heading)
        self._reset.clicked.connect(self._take_usual)
        self.editor.textChanged.connect(self._follow)
        self._follow()

    def _lay_out(self, heading: QWidget) -> None:
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self._reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.editor, 1)
        column.addWidget(self._hint)

    @property
    def text(self) -> str:
        """What is written."""
        return self.editor.toPlainText()

    def write(self, text: str) -> None:
        """Show this text."""
        self.editor.setPlainText(text)

    def _take_usual(self) -> None:
        self.editor.selectAll()
        self.editor.insertPlainText(self._usual)
        self.editor.setFocus()

    def _follow(self) -> None:
        self._reset.setVisible(self.text.strip() != self._usual.strip())
        show_words(self._hint, self._shown(self.text) if self._shown else "")
        self.changed.emit()
