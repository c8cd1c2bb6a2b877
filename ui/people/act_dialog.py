"""The frame of the small dialogs: a heading, fields, and two buttons that say what they do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.pieces import button, label

WIDE_IN_LETTERS = 54


class ActDialog(QDialog):
    """Shown with `open()`. The button that does it is `act`; Esc and `keep` leave all as it was."""

    def __init__(self, title: str, act: str, parent: QWidget, keep: str = "Đóng") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDE_IN_LETTERS)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.form.setVerticalSpacing(10)
        self.form.setHorizontalSpacing(16)
        self.problem = label("", "attention", wrap=True)
        self.problem.setObjectName("problem")
        self.problem.hide()
        self.buttons = QHBoxLayout()
        self.act = button(act, "act", primary=True)
        self.act.setDefault(True)
        self.act.clicked.connect(self.accept)
        keep_button = button(keep, "keep")
        keep_button.setAutoDefault(False)
        keep_button.clicked.connect(self.reject)
        self.buttons.addStretch()
        self.buttons.addWidget(keep_button)
        self.buttons.addWidget(self.act)
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(24, 20, 24, 20)
        self.layout_.setSpacing(16)
        self.layout_.addWidget(label(title, "title", wrap=True))
        self.layout_.addLayout(self.form)
        self.layout_.addWidget(self.problem)
        self.layout_.addLayout(self.buttons)

    def tell(self, words: str) -> None:
        """Say inside the dialog what went wrong."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
