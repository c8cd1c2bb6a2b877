"""Pictures of documents: some kinds on the page, and what is asked before they leave."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QDialog, QWidget

from reports.gather.request import Request
from ui.calls.reports import open_kind
from ui.desk import Desk
from ui.pages.reports.bundle_dialog import BundleDialog
from ui.pages.reports.issue_dialog import IssueDialog
from ui.signing.choices_dialog import ChoicesDialog
from ui.signing.dialog import SignersDialog
from ui.window.main_window import MainWindow

SHOWN = ("reminder-letter", "not-registered", "poster")
LETTER = "reminder-letter"


class Pictures(Protocol):
    """Takes them."""

    def grab(self, widget: QWidget, name: str) -> None:
        """Save what `widget` looks like."""


def shoot_reports(
    camera: Pictures, desk: Desk, window: MainWindow, settle: Callable[[int], None]
) -> None:
    """Some kinds on the page; then each dialog, opened and closed again."""
    for kind in SHOWN:
        window.go_to("reports", kind)
        settle(1_500)
        camera.grab(window, f"reports-{kind}")
    for name, make in _dialogs(desk, window).items():
        dialog = make()
        dialog.open()
        settle(700)
        camera.grab(dialog, f"reports-{name}")
        dialog.reject()


def _dialogs(desk: Desk, window: MainWindow) -> dict[str, Callable[[], QDialog]]:
    assert desk.file is not None
    letter = open_kind(desk.file, Request(LETTER)).drawn
    assert letter is not None
    return {
        "bundle": lambda: BundleDialog(desk, window),
        "issue": lambda: IssueDialog(desk, letter, print, window),
        "choices": lambda: ChoicesDialog(desk, LETTER, window),
        "signers": lambda: SignersDialog(desk, window),
    }
