"""The frame of the small dialogs: a heading, fields, and two buttons that say what they do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QFrame,
    QPushButton,
    QScrollArea,
    QWidget,
)

from models.errors import AppError
from ui.error_line import ErrorLine
from ui.theme.following import follow_focus
from ui.theme.footer import GAP, SPACING, dialog_column, footer
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import button, label
from ui.theme.room import room_of

WIDE_IN_LETTERS = 58


class _Inside(QWidget):
    """Holds the form; tells when a hint came or went."""

    laid_out = Signal()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.laid_out.emit()
        return handled


class _FormArea(QScrollArea):
    """As high as its form, as long as the screen is high enough; then it scrolls."""

    def __init__(self, form: QFormLayout) -> None:
        super().__init__()
        self.inside = _Inside()
        self.inside.setLayout(form)
        self.setWidget(self.inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        follow_focus(self)

    def sizeHint(self) -> QSize:
        """The form, with the hints that are wrapped in it."""
        wide = max(self.viewport().width(), self.inside.minimumSizeHint().width())
        high = max(self.inside.heightForWidth(wide), self.inside.sizeHint().height())
        return QSize(wide, high)

    def minimumSizeHint(self) -> QSize:
        """Low screens scroll, and what stands beside the form then hides nothing of it."""
        inside, bar = self.inside.minimumSizeHint(), self.verticalScrollBar().sizeHint().width()
        return QSize(inside.width() + bar, min(inside.height(), self.fontMetrics().height() * 4))


class ActDialog(QDialog):
    """Shown with `open()`. The button that does it is `act`; Esc and `keep` leave all as it was.

    In a `safe` one Enter leaves all as it was too: what many people would lose is asked for.
    """

    def __init__(
        self, title: str, act: str, parent: QWidget, keep: str = "Đóng", *, safe: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keep_in_letters(self, WIDE_IN_LETTERS)
        self.form = QFormLayout()
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.form.setVerticalSpacing(GAP)
        self.form.setHorizontalSpacing(SPACING)
        self._area = _FormArea(self.form)
        self._area.inside.laid_out.connect(self._grow)
        self.problem = ErrorLine()
        self.act = button(act, "act", primary=True)
        self.act.clicked.connect(self.accept)
        leave = button(keep, "keep")
        leave.clicked.connect(self.reject)
        self._buttons = footer(act=self.act, leave=leave, loses=safe)
        column = dialog_column(self)
        column.addWidget(label(title, "title", wrap=True))
        column.addWidget(self._area, 1)
        column.addWidget(self.problem)
        column.addLayout(self._buttons)

    def add_button(self, made: QPushButton, *, acts: bool = False) -> None:
        """Put one more button in the bottom row: beside the leaving one, or, where it `acts` as
        the other one does, beside that."""
        self._buttons.insertWidget(self._buttons.count() - 1 if acts else 1, made)

    def show_field(self, field: QWidget) -> None:
        """Bring a field into sight where the form scrolls."""
        self._area.ensureWidgetVisible(field)

    def tell(self, words: str) -> None:
        """Say inside the dialog what is to be set right; "" takes away whatever was said."""
        self.problem.say(words)

    def refuse(self, error: AppError) -> None:
        """Say inside the dialog what failed."""
        self.problem.refuse(error)

    def _grow(self) -> None:
        """Make room for a hint that has appeared, as far as the screen goes."""
        missing = self._area.sizeHint().height() - self._area.viewport().height()
        limit = room_of(self).height()
        if self.isVisible() and missing > 0 and self.height() < limit:
            self.resize(self.width(), min(self.height() + missing, limit))
