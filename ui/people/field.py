"""An editor with a line below it that says what is wrong or how it was understood."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme.pieces import label, restyle


class FormField(QWidget):
    """`editor` with a hint below it, or `beside` it; `problem` hints stand out and are spoken with
    the editor."""

    def __init__(self, editor: QWidget, name: str, words: str, *, beside: bool = False) -> None:
        super().__init__()
        self.editor = editor
        self._words = words
        editor.setObjectName(name)
        editor.setAccessibleName(words)
        self.setFocusProxy(editor)
        self._hint = label("", "muted", wrap=not beside)
        self._hint.setObjectName(f"{name}-hint")
        self._hint.hide()
        ways = QBoxLayout.Direction
        layout = QBoxLayout(ways.LeftToRight if beside else ways.TopToBottom, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8 if beside else 4)
        layout.addWidget(editor)
        layout.addWidget(self._hint)

    @property
    def hint(self) -> str:
        """The sentence shown below the editor."""
        return self._hint.text()

    def say(self, text: str, *, problem: bool = False) -> None:
        """Show a sentence below the editor; nothing hides the line."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        self._hint.setProperty("role", "attention" if problem else "muted")
        restyle(self._hint)
        self.editor.setAccessibleDescription(text)
