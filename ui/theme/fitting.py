"""Room for what is shown: pages that stand behind another one must not make the window larger."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

SHOWN, BEHIND = QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored


def fit_to_current(stack: QStackedWidget) -> None:
    """From now on only the page on top says how much room the stack needs."""
    stack.currentChanged.connect(lambda _at: _settle(stack))
    _settle(stack)


def _settle(stack: QStackedWidget) -> None:
    for at in range(stack.count()):
        page = stack.widget(at)
        if page is not None:
            policy = SHOWN if at == stack.currentIndex() else BEHIND
            page.setSizePolicy(policy, policy)
    stack.updateGeometry()


def discard_widget(widget: QWidget) -> None:
    """Take a widget away at once; it is deleted when nobody works with it any more."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
