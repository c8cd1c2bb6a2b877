"""The line above the message bar that shows a long change, with the button that stops it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from models.text.formats import number, percent
from ui.theme.pieces import button, label
from ui.work import Work

PATIENCE_MS = 300
"""Nobody needs to see what is over before."""

STOPPED = "Đã dừng. Chưa có gì thay đổi."


class WorkLine(QFrame):
    """Follows one `Work` after another; "Dừng" or Esc stops it. `stopped` carries what to say."""

    stopped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workLine")
        self.setProperty("role", "message")
        self.setAccessibleName("Việc đang làm")
        self._works: list[Work] = []
        self._text = label()
        self._text.setObjectName("workText")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Đã làm được")
        self._stop = button("&Dừng", "workStop")
        self._stop.setToolTip("Esc")
        # Whoever clicks it goes on where they were when the line is gone.
        self._stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._stop.clicked.connect(self.stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)
        row.addWidget(self._stop)
        self._key = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._key.setContext(Qt.ShortcutContext.WindowShortcut)
        for pressed in (self._key.activated, self._key.activatedAmbiguously):
            pressed.connect(self.stop)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._appear)
        self._vanish()

    def follow(self, work: Work) -> None:
        """Show `work` when it takes long, after those before it."""
        self._works.append(work)
        work.progressed.connect(partial(self._show_progress, work))
        work.ended.connect(partial(self._end, work))
        if len(self._works) == 1:
            self._begin()

    def stop(self) -> None:
        """Stop what is being done now; what waits behind it goes on."""
        if self._works:
            self._stop.setEnabled(False)
            self._text.setText("Đang dừng…")
            self._works[0].stop()

    def _begin(self) -> None:
        self._text.setText(f"{self._works[0].words}…")
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self._patience.start()

    def _appear(self) -> None:
        self._key.setEnabled(True)
        self.show()

    def _vanish(self) -> None:
        self._patience.stop()
        self._key.setEnabled(False)
        self.hide()

    def _show_progress(self, work: Work, done: int, of: int) -> None:
        if work in self._works[:1] and self._stop.isEnabled() and of:
            self._bar.setRange(0, of)
            self._bar.setValue(done)
            part = f"{number(done)}/{number(of)} ({percent(done, of)})"
            self._text.setText(f"{work.words}: {part}")

    def _end(self, work: Work, stopped: bool) -> None:
        self._works.remove(work)
        self._vanish()
        if stopped:
            self.stopped.emit(STOPPED)
        if self._works:
            self._begin()
